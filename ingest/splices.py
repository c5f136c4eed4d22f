"""Two sentences that only a comma, or nothing, keeps apart.

Whoever writes one does not go on in the other script to its end, behind a whole Korean predicate, or with a question or a request that has
a capital. What is told of others (그가 도주할 우려가 있다, 증거를 없앨 우려도 있다고 설명했다), titles, lists and captions are left whole, where their
shape tells.
"""

from __future__ import annotations

import re

from ingest.common_words import REQUESTS
from ingest.language import detect, hangul_share
from ingest.quotation import is_open

_WORDS = 5  # fewer before it may be a title or a name; so may fewer behind it that no predicate parts from it
_FEW_WORDS = 3  # fewer behind a whole sentence may be who took a picture
_ENDS = ".!?…。"
_PREDICATE = "다요죠까네"  # what Korean sentences end with
_MUCH = 0.4  # share of Hangul at the beginning of a Korean sentence, which may name things in Latin letters
_BEGINNING = 60  # code points
_LONGEST = 4000  # code points; what is longer is no sentence, and takes long to read
_SMALL = 0.4  # share of words without a capital: fewer have titles and names
_HANGUL = re.compile("[가-힣]")
_TO_LATIN = re.compile(r"(.)[\"”'’)\]]?([.!?…。,;:–—-]*)\s+(?=[\"“'‘]?[A-Za-z])")
# Behind these Korean words are what is shown, called or said, as are words in quotation marks or brackets.
_NAMED = re.compile(
    r"(?:[\"“'‘(\[]|\b(?:is|are|was|were|be|called|titled|named|reads?|reading|sa(?:id|ys?)|as|in|of|to|for|the|a|an|and|or|with|by):?\s)$",
    re.I,
)
_PAST = "".join(chr(code) for code in range(0xAC00 + 20, 0xD7A4, 28))  # the syllables that end in ㅆ: 했, 있, 열렸
_PREDICATE_COMMA = re.compile(rf"[니없한된는{_PAST}]다,\s+(?![\"“'‘])(?=\S+ \S*[가-힣])")
_WHOLE = re.compile(r"(?:\S+\s+){2,}\S*[다요죠까네봐라지야][\"”'’)]*[.!?…]*\s*$")
# What is told of another, or goes on and on: then the first is no sentence of its own.
_TOLD = re.compile(
    rf"(?:다|라|냐|자)(?:고|며|면서)[^.]{{0,20}}(?:[{_PAST}]|답|[한된]다)|(?:다|라)는 |다 하는|(?:^|\s)등[의을이 ]|순[으서이]|반복|가운데|다를"
)
_ASKS = REQUESTS | frozenset(
    "what who whom which why how where when can could should do does did is are please write tell give say ignore".split()
)
_CAPITAL = re.compile(r"[a-z0-9)%],\s+(?=([A-Z][a-z]+) [a-z'\"‘“])")
_SET_OFF = re.compile(r"[^,]{0,30},")  # it stands between two commas: a title


def begins(sentence: str) -> int | None:
    """Where the second begins; None for most sentences, which are one."""
    if len(sentence) > _LONGEST:
        return None
    found = (_in_korean(sentence), _in_latin(sentence), _behind_comma(sentence))
    return min((place for place in found if place is not None), default=None)


def _behind_comma(sentence: str) -> int | None:
    korean = detect(sentence) == "ko"
    for found in (_PREDICATE_COMMA if korean else _CAPITAL).finditer(sentence):
        before, rest = sentence[: found.end()], sentence[found.end() :]
        if korean and (not _WHOLE.match(rest) or _TOLD.search(rest)):
            return None
        if not korean and (found[1].lower() not in _ASKS or len(before.split()) < _WORDS or _SET_OFF.match(rest)):
            continue
        if not is_open(before):
            return found.end()
    return None


def _in_latin(sentence: str) -> int | None:
    """Where a Korean sentence goes on in Latin letters to its end."""
    last = next((at for at in range(len(sentence) - 1, -1, -1) if "가" <= sentence[at] <= "힣"), None)
    if last is None or hangul_share(sentence[:last]) < _MUCH or not (found := _TO_LATIN.match(sentence, last)):
        return None
    whole = found[1] in _PREDICATE
    words = sentence[found.end() :].split()
    small = sum(word[:1].islower() for word in words)
    enough = len(words) >= (_FEW_WORDS if whole else _WORDS) and small >= _SMALL * len(words)
    return found.end() if enough and (whole or found[2]) else None


def _in_korean(sentence: str) -> int | None:
    """Where an English sentence goes on in Korean to its end; not what it names, quotes or sets in brackets."""
    first = _HANGUL.search(sentence)
    if not first or _NAMED.search(sentence[max(0, first.start() - 12) : first.start()]):
        return None
    before = sentence[: first.start()].rpartition(" ")[0]
    rest = sentence[len(before) :]
    last = rest.rstrip(_ENDS + ", \"”'’)")[-1:]
    least = _FEW_WORDS - 1 if last in _PREDICATE else _FEW_WORDS
    other = len(before.split()) >= _WORDS and len(rest.split()) >= least and bool(_HANGUL.match(last))
    return len(before) + 1 if other and hangul_share(rest[:_BEGINNING]) >= _MUCH else None
