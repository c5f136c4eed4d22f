"""A day by which something is to be done is not the day on which it is: "on Friday" does not stand by "no later than Friday".

Only a claim without any bound is held to this: by, until and before are one in much of what is translated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.quantities import same
from ingest.quantity import Quantity
from ingest.records import Language

_BOUND_BEFORE: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:by|until|till|before|later than|through|ahead of|prior to|deadline (?:of|is|was)) (?:the end of |the start of )?"
        r"(?:(?:next|this|last|early|late|mid) )?$",
        re.I,
    ),
    "ko": re.compile(r"늦어도 [^.,]{0,12}$"),
}
_BOUND_AFTER: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"^(?:,)? at the latest\b|^ (?:deadline|target|limit)\b", re.I),
    "ko": re.compile(
        r"^\s?(?:[초말중]|중순|하순|상순|경|께|쯤|오전|오후|저녁|밤|아침|새벽|상반기|하반기)*\s?(?:까지|이전|전까지|전에|안에|내에|이내|시한|기한)"
    ),
}


def overlooked(
    claim: str,
    language: Language,
    ours: Sequence[Quantity],
    source: str,
    written_in: Language,
    theirs: Sequence[Quantity],
) -> Iterator[Quantity]:
    """Dates that the claim states and the source, wherever it has them, gives as the last of the days that are left."""
    for figure in ours:
        if not figure.moment or _bound(claim, language, figure):
            continue
        there = [other for other in theirs if other.moment and same(figure, other)]
        if there and all(_bound(source, written_in, other) for other in there):
            yield figure


def _bound(text: str, language: Language, figure: Quantity) -> bool:
    return bool(
        _BOUND_BEFORE[language].search(text[: figure.start]) or _BOUND_AFTER[language].search(text[figure.end :])
    )
