"""Which way things go: does a claim have them rise where its source has them fall, pass where it has them
fail?

A claim that names one pole of an axis only (app/poles.py) is held to the words of its source on the same
axis: the opposite pole alone contradicts it where both are said of the same thing (app/same_thing.py); with
both there, the one in the clause that the claim speaks of decides. A source without words on that axis says
nothing here. A pole that is denied ("did not rise", 오르지 않았다) is the other one, roughly."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from app.negation import negates
from app.opposites import opposed
from app.pole import Pole
from app.poles import poles
from app.same_thing import Said, of_the_same_thing
from app.sides import told_from_the_other_side
from ingest.records import Language

_Found = Sequence[tuple[str, Pole]]  # a clause, and a pole in it
_TWO_SIDED = frozenset({"amount", "comparison", "age", "price", "pace", "strength"})  # longer here is shorter there
_DERIVED = frozenset({"steady"})  # to keep it up it was raised: both say nothing


def reversed_in(
    claim: Sequence[str],
    language: Language,
    source: Sequence[str],
    written_in: Language,
    spoken_of: Callable[[str, Sequence[str]], int],
    apart: Collection[str] = (),
) -> str | None:
    """The word of the claim that goes the other way in its source, if any. Both are given as their clauses.

    `spoken_of` tells which of some clauses of the source a clause of the claim speaks of; `apart` are axes that are looked at elsewhere.
    """
    ours = [(part, pole) for part in claim for pole in poles(part, language) if pole.axis not in apart]
    theirs = [(part, pole) for part in source for pole in poles(part, written_in)]
    if told_from_the_other_side(" ".join(claim), language, " ".join(source), written_in):
        theirs = [(part, pole) for part, pole in theirs if pole.axis not in _TWO_SIDED]
    alone = language != written_in and len(claim) == len(source) == 1
    for axis in dict.fromkeys(pole.axis for _, pole in ours):
        mine = [(part, pole) for part, pole in ours if pole.axis == axis]
        there = [(part, pole) for part, pole in theirs if pole.axis == axis]
        ways, claimed = {pole.up for _, pole in there}, {pole.up for _, pole in mine}
        if (
            len(ways) == len(claimed) == 1
            and ways != claimed
            and not _denied_elsewhere(mine, there, language, written_in)
            and any(
                of_the_same_thing(
                    Said(*one, " ".join(claim), language),
                    Said(*other, " ".join(source), written_in),
                    alone and len(mine) == len(there) == 1,
                )
                for one in mine
                for other in there
            )
        ):
            return mine[0][1].word
        if axis in _DERIVED:
            continue
        if len(ways) == 1 and len(claimed) == 2 and _one_turned(mine, there):
            return next(pole.word for _, pole in mine if pole.up not in ways)
        if len(ways) == 2 and len(claimed) == 1 and len(claim) == len(source) == 1 and _one_turned(mine, there):
            return mine[-1][1].word
        if language == written_in == "ko" and len(claim) == len(source) == 1 and _crossed(mine, there):
            return mine[-1][1].word
        if len(ways) == 2 and (language == written_in or _count(mine) != _count(there)):
            for part, pole in mine:
                if _contradicted(part, pole, there, spoken_of):
                    return pole.word
    return opposed(" ".join(claim), " ".join(source), language) if language == written_in else None


def _one_turned(mine: _Found, there: _Found) -> bool:
    """Whether as many words say the way on both sides, and one of them says the other way: kept the ban,
    struck down the ban."""
    (up, down), (their_up, their_down) = _count(mine), _count(there)
    return up + down == their_up + their_down == 2 and abs(up - their_up) == 1


def _crossed(mine: _Found, there: _Found) -> bool:
    """Whether what was and what became of it, which Korean says last, have changed places: 오르던 값이
    내렸다, 내리던 값이 올랐다."""
    ways, others = ([pole.up for _, pole in found] for found in (mine, there))
    return len(ways) == 2 and ways == others[::-1] != others


def _count(found: _Found) -> tuple[int, int]:
    """How many go up, and how many down."""
    up = sum(pole.up for _, pole in found)
    return up, len(found) - up


def _denied_elsewhere(mine: _Found, there: _Found, language: Language, written_in: Language) -> bool:
    """Whether only one side has its word denied beside it, and the other denies something further on: "not
    an advert praising ..."."""
    if any(pole.denied for _, pole in mine) == any(pole.denied for _, pole in there):
        return False
    return negates(" ".join(part for part, _ in mine), language) and negates(
        " ".join(part for part, _ in there), written_in
    )


# Axes on which the two sides of one event speak of opposite poles.
_CONVERSE = frozenset({"trade", "contest", "loan"})


def conversely(claim: str, language: Language, source: str, written_in: Language) -> bool:
    """Whether one tells of winning, buying or lending what the other tells of as losing, selling or
    borrowing."""
    for axis in _CONVERSE:
        ours, theirs = (
            {pole.up for pole in poles(*side) if pole.axis == axis}
            for side in ((claim, language), (source, written_in))
        )
        if len(ours) == len(theirs) == 1 and ours != theirs:
            return True
    return False


def _contradicted(part: str, pole: Pole, there: _Found, spoken_of: Callable[[str, Sequence[str]], int]) -> bool:
    """Whether the clause that `part` speaks of goes the other way alone; there are clauses that go either
    way."""
    texts = list(dict.fromkeys(text for text, _ in there))
    if len(texts) < 2:
        return False
    text = texts[spoken_of(part, texts)]
    return pole.up not in {other.up for where, other in there if where == text}
