"""Which figure goes with what: does a claim give the right figures to the wrong things?

Where claim and source are in one language, the words beside a figure tell what it is of. A figure of the claim whose neighbours stand in
the source beside another figure, and not beside this one, has been given to the wrong thing. Across languages only repetition tells:
a day named twice where the source names it once, and another day with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest import units
from ingest.quantities import parse, same
from ingest.quantity import Quantity
from ingest.records import Language
from ingest.terms import terms

_REACH = 30  # code points to either side in which a figure's neighbours are looked for
_BREAK = re.compile(r"[,;:()“”\"]| [-–—] |—|\b(?:and|but|while|whereas|although|though|against|compared)\b")
# Words that tell nothing of what a figure is of: "in" stands beside any figure, and "per cent" is its unit.
_EMPTY = frozenset(
    "a an the of in on at to by for with from than as that this it its their his her was were is are be been being had has have having "
    "per cent percent pct about around nearly almost only just more less over 퍼센트 프로".split()
)
_PREPOSITION = re.compile(
    r"\b(by|to) (?:a |an |about |around |nearly |almost |some |only |just |as much as |more than )*$", re.I
)


@dataclass(frozen=True, slots=True)
class Beside:
    """The words beside a figure: the nearest two to either side, and all in reach that tell something."""

    near: frozenset[str]
    telling: frozenset[str]

    def are_of(self, here: Sequence[Beside], others: Sequence[Beside]) -> bool:
        """Do they stand beside another figure, and not beside this one? More of all that tell must stand there, too."""
        if any(self.near & home.near for home in here):
            return False
        return any(
            (self.near & other.near) - _EMPTY
            and len(self.telling & other.telling) > max(len(self.telling & home.telling) for home in here)
            for other in others
        )


def misplaced(claim: str, source: str, language: Language) -> Iterator[Quantity]:
    """Figures of the claim that the source gives to something else; both are in `language`.

    Where that something has its own figure in the claim, too, nothing is swapped: of "127 shops 41" and "41 of the 127 shops".
    """
    ours, theirs = parse(claim, language), parse(source, language)
    if len(theirs) < 2 and not _preposition(claim, ours):
        return
    beside_theirs = [_neighbours(source, theirs, place) for place in range(len(theirs))]
    beside_ours = [_neighbours(claim, ours, place) for place in range(len(ours))]
    settled = {
        i
        for i, other in enumerate(theirs)
        if any(same(f, other) and beside_ours[k].near & beside_theirs[i].near - _EMPTY for k, f in enumerate(ours))
    }
    for place, figure in enumerate(ours):
        here = [i for i, other in enumerate(theirs) if same(figure, other)]
        if not here:
            continue
        beside = beside_ours[place]
        kind = _kind(theirs[here[0]])
        others = [
            beside_theirs[i] for i in range(len(theirs)) if i not in {*here, *settled} and _kind(theirs[i]) == kind
        ]
        if beside.are_of([beside_theirs[i] for i in here], others) or (
            language == "en" and _by_for_to(claim, figure, source, [theirs[i] for i in here])
        ):
            yield figure


def repeated(claim: Sequence[Quantity], source: Sequence[Quantity]) -> Iterator[Quantity]:
    """Figures that the claim states more often than the source, which states as many of that unit, but others."""
    for unit in {figure.unit for figure in claim}:
        ours, theirs = [f for f in claim if f.unit == unit], [f for f in source if f.unit == unit]
        if len(ours) != len(theirs) or len(ours) < 2:
            continue
        for figure in ours:
            said, stated = _count(figure, ours), _count(figure, theirs)
            if said > stated > 0:
                yield figure
                break


def exchanged(claim: Sequence[Quantity], source: Sequence[Quantity]) -> Iterator[Quantity]:
    """Figures of the claim that count what the source counts by another figure, and that count something else there: 61 countries, of
    61 hospitals in nine countries. In either language."""
    for figure in claim:
        here = [other for other in source if same(figure, other)]
        named = here and all(other.unit.startswith("count:") for other in here)
        if named and units.is_count(figure.unit) and units.family(figure.unit) != "thing":
            alike = [other for other in source if units.is_count(other.unit) and _counts(other) == _counts(figure)]
            if alike and not any(other in here for other in alike):
                yield figure


def _counts(figure: Quantity) -> str:
    return units.family(figure.unit)


def _kind(figure: Quantity) -> str:
    return "calendar" if figure.moment else figure.unit


def _count(figure: Quantity, figures: Sequence[Quantity]) -> int:
    return sum(same(figure, other) for other in figures)


def _neighbours(text: str, figures: Sequence[Quantity], place: int) -> Beside:
    """The words beside a figure, up to the next figure or a break in the sentence; of a weekday and its date, beside both."""
    first = last = place
    while first and _one_day(text, figures[first - 1], figures[first]):
        first -= 1
    while last + 1 < len(figures) and _one_day(text, figures[last], figures[last + 1]):
        last += 1
    start, end = figures[first].start, figures[last].end
    low = max(start - _REACH, figures[first - 1].end if first else 0)
    high = min(end + _REACH, figures[last + 1].start if last + 1 < len(figures) else len(text))
    ahead = terms(_BREAK.split(text[low:start])[-1])
    behind = terms(_BREAK.split(text[end:high])[0])
    before, after = _telling(ahead), _telling(behind)
    near = frozenset(ahead[-2:] + behind[:2] + before[-2:] + after[:2])
    return Beside(near, frozenset(before + after))


def _one_day(text: str, first: Quantity, second: Quantity) -> bool:
    return bool(first.moment and second.moment) and not text[first.end : second.start].strip(" ,(")


def _telling(words: Sequence[str]) -> list[str]:
    return [word for word in words if word not in _EMPTY]


def _preposition(text: str, figures: Sequence[Quantity]) -> bool:
    return any(_PREPOSITION.search(text[: figure.start]) for figure in figures)


def _by_for_to(claim: str, figure: Quantity, source: str, there: Sequence[Quantity]) -> bool:
    """Cut to a third is not cut by a third."""
    ours = _PREPOSITION.search(claim[: figure.start])
    theirs = {match[1].lower() for other in there if (match := _PREPOSITION.search(source[: other.start]))}
    return bool(ours) and bool(theirs) and ours[1].lower() not in theirs
