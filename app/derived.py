"""Figures that no source writes and its figures make: half, of 7 and 14; 9 more, of 15 and 24; eight in all, of 6 for and 2 against;
31 years, of 1990 and 2021; twice before, of the third time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from ingest import units
from ingest.quantities import same
from ingest.quantity import TIME_UNITS, Quantity
from ingest.records import Language

_ROUNDED = Decimal("0.01")
_NEAR = 24  # code points to either side in which a word says that a figure is a difference
_ALL_BUT = re.compile(r"\ball but (?:the )?$", re.I)
# A difference is one only where it is said to be one: of 18 km of 63, the other 45.
_APART: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:more|less|fewer|higher|lower|older|younger|longer|shorter|earlier|later|ahead|behind|by|difference|lead|gap|margin|short|shy"
        r"|other|others|rest|remain\w*|cut|rais\w+|rose|fell|drop\w*|rise|fall|increase|decrease)\b",
        re.I,
    ),
    "ko": re.compile(
        r"보다|차|많|적[은게었]|늘|줄|깎|올[라랐리려린]|오[르른를]|내[리려렸린]|더|덜|나머지|모자라|부족|인상|인하|못"
    ),
}
# What only sets two side by side; what rose or fell did so from the earlier of the two, which figures do not tell.
_COMPARED: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:more|less|fewer|higher|lower|older|younger|longer|shorter|cheaper|dearer|difference|gap|margin)\b", re.I
    ),
    "ko": re.compile(r"차이|격차|많[은고이다]|적[은고다]|높[은고다]|낮[은고다]|비[싸싼]|[싸싼][다고]?(?= |$|\.)|더|덜"),
}
_TOGETHER: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:of (?:them|these|those|whom|which|the)|out of|in all|in total|altogether|total|together|combined)\b", re.I),
    "ko": re.compile(r"가운데|중|모두|총|전체|합[쳐해치]|통틀어"),
}  # fmt: skip
_BEFORE: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:already|before|previous(?:ly)?|earlier|prior|so far|until then)\b", re.I),
    "ko": re.compile(r"이미|앞서|이전|그전|전에|지금까지|그동안|여태"),
}


def derived(
    figure: Quantity,
    claim: str,
    language: Language,
    ours: Sequence[Quantity],
    source: Sequence[Quantity],
    today: date | None = None,
) -> bool:
    """Whether two figures of the source, or the ends of a range, make one of the claim, whose figures are `ours`.

    A difference, or a sum, stands only beside one of the two that it is made of: it is no figure for anything else. Where the source
    has no others of that unit, and the claim none, it can be the difference of nothing else.
    """
    plain = [
        replace(other, low=end, high=end) for other in source if not other.moment for end in {other.low, other.high}
    ]
    if figure.unit == "fraction":
        return any(abs(a / b - figure.low) < _ROUNDED for a, b in _ratios(plain)) or _share(figure, plain)
    if figure.unit in ("times", "count:time") and _BEFORE[language].search(claim) and _counted_before(figure, plain):
        return True
    if figure.unit in ("year", "month"):
        return _apart_in_time(figure, source, today) or _between_two(figure, claim, language, ours, plain)
    if figure.unit == "times":
        return any(abs(b / a - figure.low) < _ROUNDED * figure.low for a, b in _ratios(plain))
    if figure.moment or figure.low != figure.high:
        return False
    return _between_two(figure, claim, language, ours, plain)


def _counted_before(figure: Quantity, source: Sequence[Quantity]) -> bool:
    """Twice before, of the third time; once already, of the second."""
    return any(other.unit == "ordinal" and other.low - 1 == figure.low for other in source)


def _apart_in_time(figure: Quantity, source: Sequence[Quantity], today: date | None) -> bool:
    """31 years, of 1990 and 2021 or of 1990 in an article of 2021; a month, of July 1 and August 1."""
    named = [other.moment for other in source if other.moment and other.unit == "date"]
    if figure.unit == "year":
        years = sorted({moment.year for moment in named if moment.year and moment.year > 1000})
        ends = {*years, today.year} if today else {*years}
        return any(_reads(figure, Decimal(end - year)) for year in years for end in ends if end > year)
    months = [12 * (moment.year or 0) + moment.month for moment in named if moment.month]
    days = {moment.day for moment in named if moment.month}
    return len(days) == 1 and len(months) == 2 and _reads(figure, Decimal(abs(months[0] - months[1])))


def _reads(figure: Quantity, value: Decimal) -> bool:
    return same(figure, replace(figure, low=value, high=value, rounding="exact"))


def _between_two(
    figure: Quantity, claim: str, language: Language, ours: Sequence[Quantity], plain: Sequence[Quantity]
) -> bool:
    around = claim[max(0, figure.start - _NEAR) : figure.end + _NEAR]
    apart, together = _APART[language].search(around), _TOGETHER[language].search(claim)
    others = [other for other in ours if other.start != figure.start]
    for one, other in _pairs(figure, plain):
        if _ALL_BUT.search(claim[: figure.start]) and other.low - one.low == figure.low:
            return True
        made = (apart and other.low - one.low == figure.low) or (together and one.low + other.low == figure.low)
        if made and any(same(said, end) for said in others for end in (one, other)):
            return True
        if made and _COMPARED[language].search(around) and _only_two(figure, ours, plain):
            return True
    return False


def _only_two(figure: Quantity, ours: Sequence[Quantity], source: Sequence[Quantity]) -> bool:
    """Whether the source has two figures of this unit, and the claim this one."""
    if not figure.unit or units.is_count(figure.unit) or figure.unit in TIME_UNITS or figure.unit == "percent":
        return False  # of percentages it would be so many points
    alike = [sum(other.unit == figure.unit for other in side) for side in (ours, source)]
    return alike == [1, 2]


def _share(figure: Quantity, source: Sequence[Quantity]) -> bool:
    """Six of eight, of six for and two against."""
    if len(figure.parts) != 2:
        return False
    part, whole = sorted(figure.parts, key=lambda count: count.low)
    return any(
        one.low + other.low == whole.low and (same(part, one) or same(part, other))
        for one, other in _pairs(whole, source)
    )


def _pairs(figure: Quantity, source: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Two figures of the source, the smaller first, that count what `figure` does."""
    alike = [other for other in source if other.unit == figure.unit or _countable(figure, other)]
    for place, one in enumerate(alike):
        for other in alike[place + 1 :]:
            yield (one, other) if one.low < other.low else (other, one)


def _countable(figure: Quantity, other: Quantity) -> bool:
    counts = units.is_count(figure.unit) and units.is_count(other.unit)
    return counts and units.factor(figure.unit, other.unit) is not None


def _ratios(source: Sequence[Quantity]) -> list[tuple[Decimal, Decimal]]:
    """The smaller and the larger of two that may be of one kind."""
    plain = [(other.unit, other.low) for other in source]
    return [(a, b) for unit, a in plain for kind, b in plain if 0 < a < b and (unit == kind or "" in (unit, kind))]
