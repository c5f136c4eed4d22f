"""Which words of the other script sound like a word: a name without brackets, 렌쇼 for Renshaw.

Comparing with every word of a large library takes seconds. Words are kept under the consonants that are heard in them, roughly, and
under each of these with one left out, so that two that differ in one consonant meet (symmetric deletion, as in SymSpell);
`sound_score` judges those that do.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from ingest.sound import jamo, letters, sound_score

_HANGUL = re.compile(r"[가-힣]")
_SILENT_R = re.compile(r"r(?![aeiouyr])")
_SHORTEST, _LONG = 2, 4  # consonants: with fewer there is too little to hear; from so many on one may be another
_ALIKE = 0.85  # stricter than for two words known to be names: what is compared here may be any words
_MOST, _WITHIN = 3, 0.08  # words taken, and how much less alike than the best they may be

_JAMO = {
    **dict.fromkeys("ㄱㄲㅋ", "K"),
    **dict.fromkeys("ㄷㄸㅌ", "T"),
    **dict.fromkeys("ㅂㅃㅍ", "P"),
    **dict.fromkeys("ㅅㅆㅈㅉㅊ", "S"),
    "ㅁ": "M",
    "ㄴ": "N",
    "ㄹ": "L",
}
_LETTERS = {
    **dict.fromkeys("kgq", "K"),
    **dict.fromkeys("td", "T"),
    **dict.fromkeys("pbfv", "P"),
    **dict.fromkeys("szjcx", "S"),
    "m": "M",
    "n": "N",
    "l": "L",
    "r": "L",
}


class SoundIndex:
    """Words of either script. Immutable once made."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words: dict[str, list[str]] = defaultdict(list)
        for word in words:
            for key in _keys(word):
                self._words[key].append(word)

    def alike(self, word: str) -> tuple[str, ...]:
        """The few words of the other script that sound most like `word`, the likest first."""
        hangul = bool(_HANGUL.search(word))
        met = {other for key in _keys(word) for other in self._words.get(key, ())}
        heard = []
        for other in met:
            if bool(_HANGUL.search(other)) != hangul:
                score = sound_score(word, other) if hangul else sound_score(other, word)
                if score >= _ALIKE:
                    heard.append((score, other))
        heard.sort(key=lambda pair: (-pair[0], pair[1]))
        return tuple(other for score, other in heard[:_MOST] if score >= heard[0][0] - _WITHIN)


def _keys(word: str) -> set[str]:
    """Its skeletons, with and without the r that is not heard in Cooper; for longer ones, which few words share, also with one
    consonant left out."""
    keys: set[str] = set()
    for heard in {skeleton(word), skeleton(_SILENT_R.sub("", word.lower()))}:
        if len(heard) >= _SHORTEST:
            keys.add(heard)
        if len(heard) >= _LONG:
            keys.update(heard[:i] + heard[i + 1 :] for i in range(len(heard)))
    return keys


def skeleton(word: str) -> str:
    """The consonants of a word in seven classes, doubled ones once: 렌쇼 and Renshaw are both LNS."""
    if _HANGUL.search(word):
        sounds = [_JAMO.get(sound[0], "N" if sound == "ㅇ_" else "-") for sound in jamo(word)[0]]
    else:
        sounds = [_LETTERS.get(letter, "" if letter == "h" else "-") for letter in letters(word)]
    return re.sub(r"([A-Z])\1+", r"\1", "".join(sounds)).replace("-", "")
