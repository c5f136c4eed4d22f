"""Brackets at the end of a sentence that hold a sentence of their own: it is another one, whoever put it there."""

from __future__ import annotations

from ingest.english_sentences import abbreviates
from ingest.language import detect, hangul_share

_WORDS = 5  # fewer may be a name in its own script, a title or where something is from
_ENDS = ".!?…。"
_PREDICATE = "다요죠까네"  # what Korean sentences end with
_NONE = 0.05  # share of Hangul: a name in brackets of its own


def begins(sentence: str, followed: bool = False) -> int | None:
    """Where the aside begins, its bracket included; None for most sentences, which have none. `followed`: by another in its paragraph.

    In the other script than the sentence, which must be a whole one where that can be told; or, in English, with a capital and a stop
    within its brackets, as no part of a sentence is written. Where the brackets hold several sentences, they are
    cut from each other already, and the other half of the bracket follows.
    """
    if "(" not in sentence:
        return None
    opened, closed = _last_bracket(sentence)
    before, aside = sentence[:opened].rstrip(), sentence[opened + 1 : closed].strip()
    if not before or len(before) == opened or len(aside.split()) < _WORDS:
        return None
    if detect(before) == "ko":
        return opened if before[-1] in _PREDICATE + _ENDS and hangul_share(aside) < _NONE else None
    if detect(aside) == "ko":
        return opened
    ended = aside[-1] in _ENDS and not abbreviates(aside.split()[-1].rstrip("."))
    whole = aside[0].isupper() and ended and (closed < len(sentence) or followed)
    return opened if whole and before[-1] not in ",:;" else None


def _last_bracket(sentence: str) -> tuple[int, int]:
    """Places of the outer bracket that the sentence ends in, and of its other half, or its end; (0, 0) if it ends in none."""
    depth, opened, closed = 0, 0, 0
    for place, sign in enumerate(sentence):
        if sign == "(":
            depth += 1
            if depth == 1:
                opened = place
        elif sign == ")" and depth:
            depth -= 1
            closed = place
    if depth:
        return opened, len(sentence)
    return (opened, closed) if closed and not sentence[closed + 1 :].strip(_ENDS + " ") else (0, 0)
