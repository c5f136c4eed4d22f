"""Hangul in Latin letters.

`romanise` follows the Revised Romanisation of Korean (2000) with its main assimilations; personal names are written as
English-language news writes them (Kim Min-jun, customary surnames).
"""

from __future__ import annotations

import re

from ingest.korean_names import SURNAMES, split_person
from ingest.sound import CODAS, ONSETS, VOWELS

_ONSET = dict(zip(ONSETS, "g kk n d tt r m b pp s ss  j jj ch k t p h".split(" "), strict=True))
_VOWEL = dict(zip(VOWELS, "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(), strict=True))
_CODA = dict(zip("ㄱㄴㄷㄹㅁㅂㅇ", "k n t l m p ng".split(), strict=True))
# A written coda as it sounds before a consonant or at the end of a word.
_PLAIN = dict(zip("ㄲㅋㄳㄺㄵㄶㅅㅆㅈㅊㅌㅎㄼㄽㄾㅀㄻㅍㅄㄿ", "ㄱㄱㄱㄱㄴㄴㄷㄷㄷㄷㄷㄷㄹㄹㄹㄹㅁㅂㅂㅂ", strict=True))
_SPLIT = {
    double[0]: double[1:]
    for double in "ㄳㄱㅅ ㄵㄴㅈ ㄶㄴㅎ ㄺㄹㄱ ㄻㄹㅁ ㄼㄹㅂ ㄽㄹㅅ ㄾㄹㅌ ㄿㄹㅍ ㅀㄹㅎ ㅄㅂㅅ".split()
}
# Coda sound and onset as written, then as heard: nasals (국민 gungmin), liquids (신라 silla, 종로 jongno).
_HEARD = "ㄱㄴㅇㄴ ㄱㅁㅇㅁ ㄱㄹㅇㄴ ㄷㄴㄴㄴ ㄷㅁㄴㅁ ㄷㄹㄴㄴ ㅂㄴㅁㄴ ㅂㅁㅁㅁ ㅂㄹㅁㄴ ㅁㄹㅁㄴ ㅇㄹㅇㄴ ㄴㄹㄹㄹ ㄹㄴㄹㄹ"
_ASSIMILATED = {(pair[0], pair[1]): (pair[2], pair[3]) for pair in _HEARD.split()}


def romanise(hangul: str, *, person: bool = False) -> str:
    """Latin letters for `hangul`, each word capitalised; other characters stay. With `person`, Kim Min-jun."""
    if person and (parts := split_person(hangul)):
        surname, given = parts
        # The given name is read syllable by syllable: across its hyphen sounds are not assimilated.
        return f"{SURNAMES[surname]} {'-'.join(_word(s) for s in given).capitalize()}"
    return re.sub(r"[가-힣]+", lambda m: _word(m.group()).capitalize(), hangul)


def _word(hangul: str) -> str:
    syllables = [_parts(s) for s in hangul]
    out: list[str] = []
    carried = ""  # an onset already sounded by assimilation with the coda before it
    for i, (onset, vowel, coda) in enumerate(syllables):
        onset = carried or onset
        out.append(("l" if onset == "ㄹ" and out and out[-1].endswith("l") else _ONSET[onset]) + _VOWEL[vowel])
        following = syllables[i + 1][0] if i + 1 < len(syllables) else ""
        palatal = bool(following) and syllables[i + 1][1] == "ㅣ"
        coda, carried = _meet(coda, following, palatal)
        out.append(_CODA[coda] if coda else "")
    return "".join(out)


def _parts(syllable: str) -> tuple[str, str, str]:
    code = ord(syllable) - 0xAC00
    return ONSETS[code // 588], VOWELS[code % 588 // 28], CODAS[code % 28]


def _meet(coda: str, onset: str, before_i: bool) -> tuple[str, str]:
    """A coda and the onset after it, as heard; an empty second part leaves the onset as it is written."""
    if not coda:
        return "", ""
    if onset == "ㅇ" and coda != "ㅇ":
        return _carry_over(coda, before_i)
    if coda in "ㅎㄶㅀ" and onset in "ㄱㄷㅈ" and onset:
        rest = {"ㅎ": "", "ㄶ": "ㄴ", "ㅀ": "ㄹ"}[coda]
        return rest, {"ㄱ": "ㅋ", "ㄷ": "ㅌ", "ㅈ": "ㅊ"}[onset]
    if coda == "ㅎ" and onset == "ㄴ":
        return "ㄴ", "ㄴ"
    return _ASSIMILATED.get((_PLAIN.get(coda, coda), onset), (_PLAIN.get(coda, coda), ""))


def _carry_over(coda: str, before_i: bool) -> tuple[str, str]:
    """A coda before a vowel is spoken as its onset: 한글을 hangeureul, 같이 gachi, 좋아 joa."""
    if coda == "ㅎ":
        return "", ""
    rest, moved = ("", coda) if coda not in _SPLIT else (_SPLIT[coda][0], _SPLIT[coda][1])
    if moved == "ㅎ":
        return "", rest
    if before_i and moved in "ㄷㅌ":
        moved = "ㅈ" if moved == "ㄷ" else "ㅊ"
    return _PLAIN.get(rest, rest), moved
