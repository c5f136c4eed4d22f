"""A sentence of its own at the end of another, in brackets or in the other script: it is another one, whoever put it there."""

from __future__ import annotations

import re

from ingest.language import detect, hangul_share

_WORDS = 5  # fewer in brackets may be a name in its own script, a title or where something is from
_FEW_WORDS = 3  # fewer behind a sentence may be who took a picture, or a name
_ENDS = ".!?…。"
_PREDICATE = "다요죠까네"  # what Korean sentences end with
_NONE = 0.05  # share of Hangul: a name in brackets of its own
_MUCH = 0.4  # share of Hangul: a Korean sentence with names or markup in Latin letters
_TO_LATIN = re.compile(r"(.)[\"”'’)\]]?([.!?…。,;:–—-]*)\s+(?=[\"“'‘]?[A-Za-z])")
_OPENING = tuple("\"“'‘([")
_HANGUL = re.compile("[가-힣]")


def begins(sentence: str, followed: bool = False) -> int | None:
    """Where the aside begins, its bracket included; None for most sentences, which have none. `followed`: by another in its paragraph."""
    found = (_in_brackets(sentence, followed), _in_other_script(sentence))
    return min((place for place in found if place is not None), default=None)


def _in_other_script(sentence: str) -> int | None:
    """Where it goes on in the other script to its end, behind a comma or nothing: whoever writes one sentence does not."""
    hangul = [found.start() for found in _HANGUL.finditer(sentence)]
    if not hangul:
        return None
    if found := _TO_LATIN.match(sentence, hangul[-1]):
        least = _FEW_WORDS if found[1] in _PREDICATE else _WORDS
        enough = len(sentence[found.end() :].split()) >= least and (found[1] in _PREDICATE or found[2])
        return found.end() if enough else None
    if sentence[: hangul[0]].endswith(_OPENING):
        return None  # quoted, or in brackets
    before = sentence[: hangul[0]].rpartition(" ")[0]
    rest = sentence[len(before) :]
    least = _FEW_WORDS - 1 if rest.rstrip(_ENDS)[-1] in _PREDICATE else _FEW_WORDS
    other = len(before.split()) >= _WORDS and len(rest.split()) >= least and hangul_share(rest) >= _MUCH
    return len(before) + 1 if other else None


def _in_brackets(sentence: str, followed: bool) -> int | None:
    """In the other script than the sentence, which must be a whole one where that can be told; or, in English, with a capital and a stop
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
    whole = aside[0].isupper() and aside[-1] in _ENDS and (closed < len(sentence) or followed)
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
