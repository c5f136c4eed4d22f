"""When is a figure from? A figure that a claim gives to one date of the source where the source gives it to another.

"Sales that fell 1.8% in June fell further in July" has the figure with June; "a fall of 1.8% in July" has not. A date with which
something is compared (from June, 6월보다) owns no figure, and where two could own it, neither does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from ingest.quantities import parse, same
from ingest.quantity import Quantity
from ingest.records import Language

_UNITS = frozenset(["date", "quarter"])
# Ahead of a date that only stands for comparison, or as one end of a stretch.
_BASE_BEFORE = re.compile(
    r"\b(?:from|than|since|until|till|by|before|after|between|against|versus|vs\.?|over|compared (?:to|with)|that of)"
    r" (?:the (?:same|end of|start of|beginning of) )?(?:\w+ ){0,2}?$|\b(?:and|or|to|through) $",
    re.I,
)
# Of when somebody spoke.
_TOLD_BEFORE = re.compile(
    r"\b(?:sa(?:id|ys)|told|announced|reported|disclosed|confirmed|added|wrote|published|released)(?: \w+){0,3} (?:on |in )?"
    r"(?:the |late |early |mid-)*$",
    re.I,
)
_TOLD_AFTER: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"^,? (?:[\w’'.]+ ){0,6}(?:said|says|told|announced|reported|confirmed|disclosed|showed|published)\b", re.I
    ),
    "ko": re.compile(r"^[^.,0-9]{0,25}?(?:밝혔|밝힌|말했|전했|발표|보도|설명|공시|덧붙|알렸)"),
}
_BASE_AFTER: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"^(?:['’]s\b| ?[-–—] ?\w| (?:to|and|or|through|until)\b)", re.I),
    "ko": re.compile(
        r"^(?: ?[~∼-]| ?(?:[가-힣]+ ){0,2}?[가-힣]*(?:보다|대비|비해|비하|비교|부터|까지|이후|이래|이어|에서 [0-9]| 동기)|[과와] )"
    ),
}
_COMPARED_BEFORE = re.compile(
    r"\b(?:compared (?:to|with)|(?<!other )than|against|versus) (?:in |the |that of )?(?:the )?$", re.I
)
_COMPARED_AFTER = re.compile(r"^(?:에|과|와)? ?(?:대비|비해|비교|보다)")
_BORDER: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r";|[(“”\"]| [-–—] |—|\b(?:but|while|whereas|although|though|after|before|which|who|because|as|when)\b", re.I
    ),
    "ko": re.compile(
        r"[;(“”\"]|(?<=지만)[, ]|(?<=는데)[, ]|(?<=으나)[, ]|(?<=[^다라냐자]고)[, ]|(?<=며)[, ]|(?<=면서)[, ]"
    ),
}
_SHARED_OUT = re.compile(r"\brespectively\b|\b(?:both|each|every)\b|(?<![가-힣])(?:각각|모두|매[년달월])", re.I)
_HOLDS_FROM = re.compile(r"\b(?:from|by) (?:the )?$", re.I)
_DESCRIBED = re.compile(r"[가-힣](?:된|한|던|난|온|린|친|진) $")  # 5월 5일 체포된 40명의 재판이 6월 3일 열린다
_AT = re.compile(r"^ ?(?:\w+ )?(?:in|on|during|for) (?:the )?$", re.I)


def misdated(
    claim: str, language: Language, source: str, written_in: Language, today: date | None
) -> Iterator[tuple[Quantity, Quantity, Quantity]]:
    """Figures of the claim that belong to another date of the source: the figure, the date there, the date that the claim gives it."""
    if _SHARED_OUT.search(claim) or _SHARED_OUT.search(source):
        return
    ours, theirs = (parse(text, tongue, today=today) for text, tongue in ((claim, language), (source, written_in)))
    dates = [one for one in theirs if one.unit in _UNITS]
    if not any(_unlike(one, other) for one in dates for other in dates):
        return
    for figure in (one for one in ours if not one.moment):
        there = [other for other in theirs if not other.moment and same(figure, other)]
        claimed = _date_of(figure, ours, claim, language)
        if len(there) != 1 or not (owner := _date_of(there[0], theirs, source, written_in)):
            continue
        elsewhere = claimed and _unlike(claimed, owner) and any(_meets(claimed, other) for other in dates)
        if elsewhere and not _holds_from(claimed, there[0], theirs, source, written_in):
            yield figure, owner, claimed
        for base in _bases(figure, ours, claim, language):
            if any(
                _meets(base, other) and _after(other, owner) and not _is_base(other, source, written_in)
                for other in dates
            ):
                yield figure, owner, base


def _bases(figure: Quantity, figures: Sequence[Quantity], text: str, language: Language) -> Iterator[Quantity]:
    """The dates with which a claim compares the figure: down 2% compared to June, 6월 대비."""
    for one in _inside(figure, figures, text, language):
        if _COMPARED_BEFORE.search(text[: one.start]) if language == "en" else _COMPARED_AFTER.search(text[one.end :]):
            yield one


def _after(one: Quantity, other: Quantity) -> bool:
    """Whether the one is later, in what both name: nothing is said to have risen or fallen against what was yet to come."""
    return one.unit == other.unit and next((a > b for a, b in _parts(one, other) if a != b), False)


def _holds_from(date: Quantity, figure: Quantity, figures: Sequence[Quantity], text: str, language: Language) -> bool:
    """Whether that date stands with the figure, too, as the one from which or by which it holds: 5,000 cars by 2030."""
    inside = _inside(figure, figures, text, language)
    return any(_meets(date, other) and _HOLDS_FROM.search(text[: other.start]) for other in inside)


def _date_of(figure: Quantity, figures: Sequence[Quantity], text: str, language: Language) -> Quantity | None:
    """The one date that stands with the figure in its clause; of several in Korean the last ahead of it, in English the one right behind
    it. None where that is not clear."""
    dates = [one for one in _inside(figure, figures, text, language) if not _is_base(one, text, language)]
    if language == "ko":
        ahead = [one for one in dates if one.end <= figure.start]
        described = ahead and _DESCRIBED.search(text[ahead[-1].end : figure.start]) and len(ahead) < len(dates)
        return ahead[-1] if ahead and not described else None
    if len(dates) > 1:
        dates = [one for one in dates if one.start >= figure.end and _AT.search(text[figure.end : one.start])]
    if len(dates) == 1 and _ends_before(dates[0], figure, text):
        return None
    return dates[0] if len(dates) == 1 else None


def _ends_before(one: Quantity, figure: Quantity, text: str) -> bool:
    """After a fall in June, sales rose 2%: a comma ends what the date belongs to, where it is not the first of its sentence."""
    return "," in text[one.end : figure.start] and bool(re.search(r"\w+ \w+", text[: one.start]))


def _inside(figure: Quantity, figures: Sequence[Quantity], text: str, language: Language) -> list[Quantity]:
    """The dates of the figure's clause, with no other figure between."""
    alike = [one for one in figures if one.unit == figure.unit and one is not figure]
    borders = [
        match.span()
        for match in _BORDER[language].finditer(text)
        if not any(one.start <= match.start() < one.end for one in figures)
    ]
    low = max(
        [one.end for one in alike if one.end <= figure.start] + [b for _, b in borders if b <= figure.start], default=0
    )
    high = min(
        [one.start for one in alike if one.start >= figure.end] + [a for a, _ in borders if a >= figure.end],
        default=len(text),
    )
    amounts = [one for one in figures if not one.moment]

    def next_to(one: Quantity) -> bool:
        """Nothing else is counted between the two: from 198 in 2022 it rose 39%."""
        return not any(min(one.end, figure.end) <= other.start < max(one.start, figure.start) for other in amounts)

    return [one for one in figures if one.unit in _UNITS and low <= one.start and one.end <= high and next_to(one)]


def _is_base(one: Quantity, text: str, language: Language) -> bool:
    """Whether the date only stands for comparison, as the end of a stretch, or for when it was told."""
    if language == "en" and _BASE_BEFORE.search(text[: one.start]):
        return True
    if language == "en" and _TOLD_BEFORE.search(text[: one.start]):
        return True
    after = text[one.end :]
    return bool(_BASE_AFTER[language].search(after) or _TOLD_AFTER[language].search(after))


def _unlike(one: Quantity, other: Quantity) -> bool:
    """Whether both name a year, a quarter, a month or a day, and not the same."""
    return one.unit == other.unit and any(a != b for a, b in _parts(one, other))


def _meets(one: Quantity, other: Quantity) -> bool:
    pairs = list(_parts(one, other))
    return one.unit == other.unit and bool(pairs) and all(a == b for a, b in pairs)


def _parts(one: Quantity, other: Quantity) -> Iterator[tuple[int, int]]:
    """What both name, the year, the quarter, the month, the day."""
    for part in ("year", "quarter", "month", "day"):
        a, b = getattr(one.moment, part), getattr(other.moment, part)
        if a is not None and b is not None:
            yield a, b
