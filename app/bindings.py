"""Which figure goes with what: does a claim give the right figures to the wrong things?

Where claim and source are in one language, the words beside a figure tell what it is of. A figure of the claim whose neighbours stand in
the source beside another figure, and not beside this one, has been given to the wrong thing. Across languages only repetition tells:
a day named twice where the source names it once, and another day with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

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
_ROUNDED = Decimal("0.01")
_ALL_BUT = re.compile(r"\ball but (?:the )?$", re.I)
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
    """Figures of the claim that the source gives to something else; both are in `language`."""
    ours, theirs = parse(claim, language), parse(source, language)
    if len(theirs) < 2 and not _preposition(claim, ours):
        return
    beside_theirs = [_neighbours(source, theirs, place) for place in range(len(theirs))]
    for place, figure in enumerate(ours):
        here = [i for i, other in enumerate(theirs) if same(figure, other)]
        if not here:
            continue
        beside = _neighbours(claim, ours, place)
        kind = _kind(theirs[here[0]])
        others = [beside_theirs[i] for i in range(len(theirs)) if i not in here and _kind(theirs[i]) == kind]
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


def derived(figure: Quantity, claim: str, source: Sequence[Quantity]) -> bool:
    """Whether two figures of the source make the one of the claim: half, of 7 and 14; all but two, of 88 and 90."""
    plain = [(other.unit, other.low) for other in source if not other.moment and other.low == other.high]
    pairs = [(a, b) for unit, a in plain for kind, b in plain if 0 < a < b and (unit == kind or "" in (unit, kind))]
    pairs += [(other.low, other.high) for other in source if not other.moment and 0 < other.low < other.high]
    if figure.unit == "fraction":
        return any(abs(a / b - figure.low) < _ROUNDED for a, b in pairs)
    if figure.unit == "times":
        return any(abs(b / a - figure.low) < _ROUNDED * figure.low for a, b in pairs)
    return bool(_ALL_BUT.search(claim[: figure.start])) and any(b - a == figure.low for a, b in pairs)


def _kind(figure: Quantity) -> str:
    return "calendar" if figure.moment else figure.unit


def _count(figure: Quantity, figures: Sequence[Quantity]) -> int:
    return sum(same(figure, other) for other in figures)


def _neighbours(text: str, figures: Sequence[Quantity], place: int) -> Beside:
    """The words beside a figure, up to the next figure or a break in the sentence."""
    figure = figures[place]
    low = max(figure.start - _REACH, figures[place - 1].end if place else 0)
    high = min(figure.end + _REACH, figures[place + 1].start if place + 1 < len(figures) else len(text))
    ahead = terms(_BREAK.split(text[low : figure.start])[-1])
    behind = terms(_BREAK.split(text[figure.end : high])[0])
    before, after = _telling(ahead), _telling(behind)
    near = frozenset(ahead[-2:] + behind[:2] + before[-2:] + after[:2])
    return Beside(near, frozenset(before + after))


def _telling(words: Sequence[str]) -> list[str]:
    return [word for word in words if word not in _EMPTY]


def _preposition(text: str, figures: Sequence[Quantity]) -> bool:
    return any(_PREPOSITION.search(text[: figure.start]) for figure in figures)


def _by_for_to(claim: str, figure: Quantity, source: str, there: Sequence[Quantity]) -> bool:
    """Cut to a third is not cut by a third."""
    ours = _PREPOSITION.search(claim[: figure.start])
    theirs = {match[1].lower() for other in there if (match := _PREPOSITION.search(source[: other.start]))}
    return bool(ours) and bool(theirs) and ours[1].lower() not in theirs
