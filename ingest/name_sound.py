"""Whether a name of one script is heard in a word of the other: more strictly where the word may be a common one."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.aliases import heard_as
from ingest.known import table
from ingest.noun_windows import Window
from ingest.sound import best_within, need, sound_score
from ingest.terms import singular

_MID_WORD = 0.08  # a name that begins inside a Korean word must sound that much more alike
_LOANWORD = 0.87  # 벤치마크 for benchmark: no name in English, so heard more strictly (줄리엣 is no series)
_COMMON_NOUN = 0.1  # so must a common noun: 러시 is seldom Leslie
_NAMESAKE = 0.9  # so must a word that the table knows as another name: 라틴 may be Lartin
_KIND = re.compile(r"^[가-힣]{2,}[섬시군구도주강산역만]$")  # what a place is, written against its name
# One syllable that news glues to a name: a side, a place, a party or firm, a kind, a people or language.
_SUFFIXES = frozenset(["", *"측주시군구도섬강산역만당사씨님계식팀호제인어국파판발행배항교대급컵족상성지법표형점궁전가"])


@lru_cache(maxsize=100_000)
def heard_whole(korean: str, latin: str) -> bool:
    """Whether a Korean word is the Latin one, with at most a short suffix (트럼프측, 애리조나주; 오레곤 has none, and is no Are)."""
    if heard_as(korean, latin):
        return True
    score, start, end = best_within(korean, latin)
    return start == 0 and end > 1 and korean[end:] in _SUFFIXES and score >= need(latin) + 0.05


def is_the_word(korean: str, latin: str) -> bool:
    """Whether a Korean name, as it stands or without a suffix, sounds the same as a common word, which merely a likeness does not make a name."""
    bare = korean[:-1] if len(korean) > 2 and korean[-1] in _SUFFIXES else korean
    return max(sound_score(form, word) for form in (korean, bare) for word in (latin, singular(latin))) >= _LOANWORD


def hears(window: Window, part: str, floor: float) -> bool:
    """Whether a Korean window is a word of a Latin name, from `floor` (0..1) of sound on; a common noun must sound more alike."""
    score = sound_score(window.text, part)
    if table().korean(window.text) and score < _NAMESAKE:
        return False  # the table says what it means: 러시아 is not Leslie
    if len(window.text) == 1:
        return score >= 0.9
    if score >= floor + (0.0 if window.proper else _COMMON_NOUN):
        return True
    if _KIND.search(window.text) and sound_score(window.text[:-1], part) >= floor:
        return True
    if len(window.text) < 4 or not window.proper:
        return False
    score, start, end = best_within(window.text, part)
    edge = start == 0 or end == len(window.text)
    return edge and end - start >= 2 and score >= floor + _MID_WORD
