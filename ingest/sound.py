"""Do a Hangul and a Latin spelling sound alike? A weighted alignment of jamo with letters.

Korean writes foreign names by ear (외래어 표기법), so one jamo answers to several letters (ㅋ: k, c, ck, q) and vowels drift.
The cheapest alignment of the two spellings is found by dynamic programming; `sound_readings` prices each pair.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ingest.sound_readings import JOINT, PRICES

ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
CODAS = ["", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"]

# A pair of unrelated names of three consonants or more scores ALIKE or higher less than once in a hundred; see
# tests/unit/test_sound.py. Shorter names carry too little sound: `alike` asks more of them.
ALIKE = 0.76

_DROP_CONSONANT, _WRONG_CONSONANT, _WRONG_VOWEL, _DROP_VOWEL = 0.9, 1.1, 0.35, 0.45

_SILENT_JAMO = {"ㅡ": 0.02, "ㅣ": 0.25, "ㅜ": 0.3, "ㄹ_": 0.3, "ㅎ": 0.6, "ㅅ_": 0.5}
_SILENT_LETTER = {"h": 0.15, "r": 0.15, "e": 0.25, "w": 0.3, "y": 0.35, "g": 0.5, "t": 0.6, "s": 0.7, "d": 0.6}
_VOWEL_LETTERS = "aeiouyw"
_LONGEST = 4  # letters in one reading


@lru_cache(maxsize=65536)
def jamo(hangul: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The sounds of a Hangul word, silent ㅇ left out, and for each syllable boundary the index of the sound after it."""
    sounds: list[str] = []
    bounds = [0]
    for syllable in hangul:
        code = ord(syllable) - 0xAC00
        if 0 <= code < 11172:
            onset, vowel, coda = ONSETS[code // 588], VOWELS[code % 588 // 28], CODAS[code % 28]
            sounds += [s for s in (onset if onset != "ㅇ" else "", vowel, _coda(coda)) if s]
        bounds.append(len(sounds))
    return tuple(sounds), tuple(bounds)


def _coda(coda: str) -> str:
    """A coda as it sounds: only ㄱㄴㄷㄹㅁㅂㅇ end a Korean syllable, and ㅅ is how foreign t is written there."""
    if not coda:
        return ""
    return {"ㄲ": "ㄱ", "ㅋ": "ㄱ", "ㅍ": "ㅂ", "ㅌ": "ㄷ", "ㅈ": "ㄷ", "ㅊ": "ㄷ", "ㅆ": "ㅅ"}.get(coda, coda) + "_"


@lru_cache(maxsize=65536)
def letters(latin: str) -> str:
    """A Latin word as the tables read it: small letters, no accents, x inside a word as ks."""
    bare = unicodedata.normalize("NFKD", latin.lower().replace("ø", "o").replace("ł", "l").replace("ß", "ss"))
    kept = "".join(c for c in bare if "a" <= c <= "z")
    kept = kept[:1] + kept[1:].replace("x", "ks")
    return re.sub(r"c(?![eiyh])", "k", kept)  # a hard c is a k, so that a soft one can be an s


def _weigh(sounds: tuple[str, ...], word: str) -> float:
    """How much sound there is to agree on: consonants count 1, vowels a half, the mean of both spellings."""
    korean = sum(0.1 if s == "ㅡ" else 0.5 if s[0] in VOWELS else 1.0 for s in sounds)
    previous, latin = "", 0.0
    for letter in word:
        vowel = letter in _VOWEL_LETTERS
        silent = letter == previous or letter == "h" or (vowel and previous and previous in _VOWEL_LETTERS)
        latin += 0.0 if silent else 0.5 if vowel else 1.0
        previous = letter
    return max((korean + latin) / 2, 0.5)


def _row_costs(sounds: tuple[str, ...], word: str) -> list[float]:
    """cost[i] of aligning the first i sounds with the whole word; computed once for every end at the same time."""
    width = len(word) + 1
    far = 99.0
    rows = [[far] * width for _ in range(len(sounds) + 1)]
    rows[0][0] = 0.0
    for i in range(len(sounds) + 1):
        row = rows[i]
        for j in range(width):
            if row[j] >= far:
                continue
            if j < len(word):
                row[j + 1] = min(row[j + 1], row[j] + _skip(word, j))
            if i < len(sounds):
                _step(sounds, i, word, j, rows)
    return [row[-1] for row in rows]


def _step(sounds: tuple[str, ...], i: int, word: str, j: int, rows: list[list[float]]) -> None:
    cost, sound = rows[i][j], sounds[i]
    vowel = sound[0] in VOWELS
    after = rows[i + 1]
    after[j] = min(after[j], cost + _SILENT_JAMO.get(sound, _DROP_VOWEL if vowel else _DROP_CONSONANT))
    prices = PRICES.get(sound, {})
    for length in range(1, min(_LONGEST, len(word) - j) + 1):
        part = word[j : j + length]
        price = prices.get(part)
        if price is None and length <= 2 and vowel and all(c in _VOWEL_LETTERS for c in part):
            price = _WRONG_VOWEL
        elif price is None and length == 1 and not vowel and part not in "aeiou":
            price = _WRONG_CONSONANT
        if price is not None and cost + price < after[j + length]:
            after[j + length] = cost + price
    for count in (2, 3):
        joint = "".join(sounds[i : i + count])
        if len(sounds) - i >= count and joint in JOINT:
            for part, price in PRICES[joint].items():
                if word.startswith(part, j):
                    target = rows[i + count]
                    target[j + len(part)] = min(target[j + len(part)], cost + price)


def _skip(word: str, j: int) -> float:
    """The price of a letter that is not heard."""
    letter = word[j]
    if j and letter == word[j - 1]:
        return 0.02
    if letter == "e" and j == len(word) - 1:
        return 0.05
    if j == 0:  # a word's first sound is heard (Orban is not 본), but for the k of Knight and the w of Wright
        return 0.15 if letter == "h" or word[:2] in ("kn", "wr", "ps", "pt", "gn") else _DROP_CONSONANT
    if letter in "aiou":
        return _DROP_VOWEL
    return _SILENT_LETTER.get(letter, _DROP_CONSONANT)


@lru_cache(maxsize=200_000)
def sound_score(hangul: str, latin: str) -> float:
    """0..1, higher is more alike; 0 where either side has nothing to hear. Spaces and hyphens do not count."""
    sounds, word = jamo(hangul)[0], letters(latin)
    if not sounds or not word:
        return 0.0
    return max(0.0, 1.0 - _row_costs(sounds, word)[-1] / _weigh(sounds, word))


@lru_cache(maxsize=200_000)
def best_within(hangul: str, latin: str) -> tuple[float, int, int]:
    """The part of a Hangul word that sounds most like `latin`: (score 0..1, start, end) in syllables of `hangul`.

    Korean glues particles and other nouns to a name (러시아산, 북마케도니아), so the name may begin and end at any syllable.
    """
    sounds, bounds = jamo(hangul)
    word = letters(latin)
    best = (0.0, 0, 0)
    if not word:
        return best
    for start, first in enumerate(bounds[:-1]):
        if not _may_begin(sounds[first:], word):
            continue
        costs = _row_costs(sounds[first : first + len(word) + 4], word)
        for end in range(start + 1, len(bounds)):
            reach = bounds[end] - first
            if reach < len(costs):
                score = 1.0 - costs[reach] / _weigh(sounds[first : first + reach], word)
                if score > best[0]:
                    best = (score, start, end)
    return best


def _may_begin(sounds: tuple[str, ...], word: str) -> bool:
    """Whether the first sounds can be the first letters: a wrong start is no match, and most places are ruled out here."""
    if not sounds:
        return False
    if sounds[0][0] in VOWELS:
        return word[0] in "aeiouywjhl"
    return any(word.startswith(part) for part in PRICES[sounds[0]]) or (word[0] == "p" and word[1:2] in ("s", "t"))


def need(latin: str) -> float:
    """The score that `latin` must reach to count as heard: ALIKE for three consonants or more, higher for less sound."""
    heard = _weigh((), letters(latin)) * 2
    return ALIKE if heard >= 4.5 else 0.8 if heard >= 2.5 else 0.88


def alike(hangul: str, latin: str) -> bool:
    return sound_score(hangul, latin) >= need(latin)
