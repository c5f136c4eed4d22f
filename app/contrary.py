"""Does a sentence tell the opposite of what is asked: the day somebody died, asked for the day of his birth?"""

from __future__ import annotations

from app.poles import poles
from app.question import Question

_EVENTS = (
    "who",
    "when",
    "where",
    "how_much",
)  # asked of something that happened, one way; "did it rise?" may be answered by "it fell"


def contrary(question: Question, claim: str) -> str | None:
    """The word of the claim, in the question's language, that goes the other way; None where nothing does."""
    if question.kind not in _EVENTS:
        return None
    asked: dict[str, set[bool]] = {}
    for pole in poles(question.text, question.language):
        asked.setdefault(pole.axis, set()).add(pole.up)
    told = poles(claim, question.language)
    for axis, ways in asked.items():
        there = [pole for pole in told if pole.axis == axis]
        if len(ways) == 1 and there and all(pole.up not in ways for pole in there):
            return there[0].word
    return None
