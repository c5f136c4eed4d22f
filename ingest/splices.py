"""Two sentences that only a comma, or nothing, keeps apart: whoever writes one does not change its script, or begin anew with a capital."""

from __future__ import annotations

import re

from ingest.common_words import REQUESTS
from ingest.english_sentences import STARTERS
from ingest.language import detect, hangul_share
from ingest.quotation import is_open

_WORDS = 5  # fewer before it may be a title or a name; so may fewer behind it that no predicate parts from it
_FEW_WORDS = 3  # fewer behind a whole sentence may be who took a picture
_ENDS = ".!?…。"
_PREDICATE = "다요죠까네"  # what Korean sentences end with
_MUCH = 0.4  # share of Hangul at the beginning of a Korean sentence, which may name things in Latin letters
_BEGINNING = 60  # code points
_HANGUL = re.compile("[가-힣]")
_TO_LATIN = re.compile(r"(.)[\"”'’)\]]?([.!?…。,;:–—-]*)\s+(?=[\"“'‘]?[A-Za-z])")
_OPENING = tuple("\"“'‘([")
_PAST = "".join(chr(code) for code in range(0xAC00 + 20, 0xD7A4, 28))  # the syllables that end in ㅆ: 했, 있, 열렸
# A whole predicate and a comma; what is quoted behind it, or says who said it, belongs to it.
_PREDICATE_COMMA = re.compile(rf"[니없한된는{_PAST}]다,\s+(?![\"“'‘]|이?라[고며는]|고 |며 )(?=\S+ \S*[가-힣])")
_ASKS = frozenset("whom how can could should do does did is are was will please write tell give say ignore".split())
_CAPITAL = re.compile(r"[a-z0-9)%],\s+(?=([A-Z][a-z]+) [a-z'\"‘“])")


def begins(sentence: str) -> int | None:
    """Where the second begins; None for most sentences, which are one."""
    found = (_in_korean(sentence), _in_latin(sentence), _behind_comma(sentence))
    return min((place for place in found if place is not None), default=None)


def _behind_comma(sentence: str) -> int | None:
    pattern = _PREDICATE_COMMA if detect(sentence) == "ko" else _CAPITAL
    for found in pattern.finditer(sentence):
        before = sentence[: found.end()]
        if not is_open(before) and (pattern is _PREDICATE_COMMA or _is_anew(before, found[1])):
            return found.end()
    return None


def _is_anew(before: str, word: str) -> bool:
    """Whether a word that is no name, written with a capital, begins another English sentence."""
    return len(before.split()) >= _WORDS and word.lower() in STARTERS | REQUESTS | _ASKS


def _in_latin(sentence: str) -> int | None:
    """Where a Korean sentence goes on in Latin letters to its end."""
    last = max((found.start() for found in _HANGUL.finditer(sentence)), default=None)
    if last is None or not (found := _TO_LATIN.match(sentence, last)):
        return None
    whole = found[1] in _PREDICATE
    enough = len(sentence[found.end() :].split()) >= (_FEW_WORDS if whole else _WORDS)
    return found.end() if enough and (whole or found[2]) else None


def _in_korean(sentence: str) -> int | None:
    """Where an English sentence goes on in Korean; not what it quotes or sets in brackets."""
    first = _HANGUL.search(sentence)
    if not first or sentence[: first.start()].endswith(_OPENING):
        return None
    before = sentence[: first.start()].rpartition(" ")[0]
    rest = sentence[len(before) :]
    least = _FEW_WORDS - 1 if rest.rstrip(_ENDS)[-1] in _PREDICATE else _FEW_WORDS
    other = len(before.split()) >= _WORDS and len(rest.split()) >= least
    return len(before) + 1 if other and hangul_share(rest[:_BEGINNING]) >= _MUCH else None
