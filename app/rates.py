"""So much a month, so much a year: a figure that a claim gives for each month where its source gives it for each year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.quantities import same
from ingest.quantity import Quantity
from ingest.records import Language

# How many of each there are in a year; days are left out, as some are days of rest.
_A_YEAR = {"year": 1, "quarter": 4, "month": 12, "week": 52}
_EACH: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"^(?: (?!an?\b|per\b)\w+)? (?:an?|per|each|every) (year|quarter|month|week)\b|^ (annual|year|month|week)ly\b", re.I),
    "ko": re.compile(r"(?<![가-힣])(?:한 ?|매|연간 ?|월간 ?|주간 ?)?(해|년|연|분기|달|월|주)(?:에|마다|간)? ?(?:평균 ?|약 ?|최대 ?)?$"),
}  # fmt: skip
_SPANS = {
    "해": "year",
    "년": "year",
    "연": "year",
    "annual": "year",
    "분기": "quarter",
    "달": "month",
    "월": "month",
    "주": "week",
}


def _as_often(figure: Quantity, text: str, language: Language) -> Decimal | None:
    """How many times a year the figure counts that is told of each month, quarter or week; None where none is told."""
    found = _EACH[language].search(text[figure.end :] if language == "en" else text[: figure.start])
    if found is None:
        return None
    said = next(filter(None, found.groups())).lower()
    return Decimal(_A_YEAR[_SPANS.get(said, said)])


def spread(
    figure: Quantity, claim: str, language: Language, source: str, written_in: Language, theirs: Sequence[Quantity]
) -> bool:
    """600 a month, where the source has 7,200 a year."""
    ours = _as_often(figure, claim, language)
    if ours is None or figure.moment:
        return False
    for other in theirs:
        there = None if other.moment else _as_often(other, source, written_in)
        if there and there != ours:
            low, high = (end * there / ours for end in (other.low, other.high))
            if same(figure, replace(other, low=low, high=high)):
                return True
    return False
