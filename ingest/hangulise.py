"""Latin letters read in Hangul by rule: good enough to choose a particle by, no spelling to print as fact."""

from __future__ import annotations

import re

from ingest.sound import CODAS, ONSETS, VOWELS, letters

_ALPHABET = (
    "에이 비 시 디 이 에프 지 에이치 아이 제이 케이 엘 엠 엔 오 피 큐 아르 에스 티 유 브이 더블유 엑스 와이 제트"
)
LETTER_NAMES = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", _ALPHABET.split(), strict=True))
_LONG = "ː"  # after a long vowel, which keeps a stop out of its syllable: 시크, not 식
_VOWEL_READINGS = """
eau ㅗ, igh ㅏㅣ, ee ㅣ, ea ㅣ, oo ㅜ, ou ㅏㅜ, ow ㅗ, ai ㅔㅣ, ay ㅔㅣ, ey ㅣ, ei ㅏㅣ, ie ㅣ, au ㅗ, aw ㅗ, oa ㅗ, oi ㅗㅣ,
oy ㅗㅣ, eu ㅠ, ew ㅠ, ue ㅠ, ya ㅑ, yo ㅛ, yu ㅠ, ye ㅖ, wa ㅝ, we ㅞ, wi ㅟ, wo ㅝ, er ㅓ, ir ㅓ, ur ㅓ, or ㅗ, ar ㅏ, a ㅏ,
e ㅔ, i ㅣ, o ㅗ, u ㅓ, y ㅣ, w ㅜ
"""
_CONSONANT_READINGS = """
chs ㅋㅅ, sch ㅅ, tch ㅊ, ck ㅋ, ch ㅊ, sh ㅅ, ph ㅍ, th ㅅ, gh -, kh ㅎ, zh ㅈ, ng ㅇ, qu ㅋ, wh ㅎ, b ㅂ, c ㅋ, d ㄷ, f ㅍ,
g ㄱ, h ㅎ, j ㅈ, k ㅋ, l ㄹ, m ㅁ, n ㄴ, p ㅍ, q ㅋ, r ㄹ, s ㅅ, t ㅌ, v ㅂ, x ㅋㅅ, z ㅈ
"""


def _table(text: str) -> dict[str, str]:
    """Letters and the jamo they are read as; "-" is silence."""
    return {
        letters: jamo.strip("-") for letters, jamo in (entry.split() for entry in text.replace("\n", " ").split(","))
    }


_READ_VOWELS = _table(_VOWEL_READINGS)
_READINGS = _READ_VOWELS | _table(_CONSONANT_READINGS)


def hangulise(latin: str) -> str:
    """A Hangul reading of Latin words; words of up to three capitals, and longer ones without vowels, by letter."""
    return re.sub(r"[A-Za-zÀ-ɏ]+", lambda m: _read(m.group()), latin)


def _read(word: str) -> str:
    if word.isupper() and (len(word) <= 3 or not re.search("[AEIOU]", word)):
        return "".join(LETTER_NAMES.get(c, "") for c in word)
    return _compose(_sounds(letters(word)))


def _sounds(word: str) -> list[str]:
    """The jamo of a Latin word in order, vowels and consonants, before they are put into syllables."""
    word = re.sub(r"(?<=[^aeiou])e$", "", word) if len(re.findall("[aeiouy]", word)) > 1 else word
    word = re.sub(
        r"(?<!^)c(?=[eiy])|^c(?=[eiy])", "s", re.sub(r"([a-z])\1", lambda m: m.group() if m[1] in "eol" else m[1], word)
    )
    sounds: list[str] = []
    at = 0
    while at < len(word):
        for length in (3, 2, 1):
            part = word[at : at + length]
            if len(part) == length and part in (_READINGS):
                # r is not heard before a consonant or at the end: er, ar, or above stand only there.
                if length == 2 and part[1] == "r" and word[at + 2 : at + 3] and word[at + 2] in "aeiouy":
                    continue
                if part == "ng" and word[at + 2 : at + 3] and word[at + 2] in "aeiouy":
                    continue
                sounds += (_READINGS)[part]
                sounds += [_LONG] if part in _READ_VOWELS and length > 1 else []
                at += length
                break
        else:
            at += 1
    return sounds


_AS_CODA = {"ㄴ": "ㄴ", "ㅁ": "ㅁ", "ㅇ": "ㅇ", "ㄹ": "ㄹ", "ㅂ": "ㅂ", "ㅋ": "ㄱ", "ㄱ": "ㄱ", "ㅍ": "ㅂ", "ㅌ": "ㅅ"}


def _compose(sounds: list[str]) -> str:
    """Jamo into syllables: a stop closes a short syllable at the end (딥시크, 인텔, 밋), other loose consonants get ㅡ."""
    out: list[list[str]] = []
    long = [i > 0 and sounds[i - 1] == _LONG for i, sound in enumerate(sounds) if sound != _LONG]
    sounds = [sound for sound in sounds if sound != _LONG]
    for i, sound in enumerate(sounds):
        after = sounds[i + 1] if i + 1 < len(sounds) else ""
        if sound in VOWELS:
            if out and not out[-1][1]:
                out[-1][1] = sound
            else:
                out.append(["ㅇ", sound, ""])
        elif after and after in VOWELS and sound != "ㅇ":
            if sound == "ㄹ" and i and out and out[-1][1] and not out[-1][2] and sounds[i - 1] == "ㄹ":
                out[-1][2] = "ㄹ"
            out.append([sound, "", ""])
        elif (
            sound in "ㄴㅁㅇㄹ"
            or (not after and sound in "ㅋㅍㅌㄱㅂ" and not long[i])
            or (after in ("ㅅ", "ㅌ") and sound in "ㅋㅍ")
        ):
            if sound == "ㄹ" and after == "ㄹ":
                continue
            if out and out[-1][1] and not out[-1][2]:
                out[-1][2] = _AS_CODA[sound]
            elif sound != "ㅇ":
                out.append([sound, "ㅡ", ""])
        else:
            out.append([sound, "ㅡ", ""])
    return "".join(_syllable(*parts) for parts in out)


def _syllable(onset: str, vowel: str, coda: str) -> str:
    return chr(0xAC00 + ONSETS.index(onset) * 588 + VOWELS.index(vowel or "ㅡ") * 28 + CODAS.index(coda))
