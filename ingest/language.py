"""Korean or English, by script."""

from __future__ import annotations

import re

from ingest.records import Language

_HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]")
_LETTER = re.compile(r"[^\W\d_]")

# Korean keeps Latin names and units ("R1 training cost 얼마야?"), English hardly ever keeps Hangul, so a small share of
# Hangul already means Korean. An English article that quotes a Korean phrase stays far below.
KOREAN_SHARE = 0.12

_WORDS = 5  # fewer may be a name, a score or an entry of a list, which are in no language
# Least and most Hangul in a text's own sentences.
_OWN_SHARE: dict[Language, tuple[float, float]] = {"ko": (0.05, 1.0), "en": (0.0, 0.7)}


def hangul_share(text: str) -> float:
    """The share of Hangul among the letters of `text`, 0..1; 0 where there are no letters."""
    letters = len(_LETTER.findall(text))
    return len(_HANGUL.findall(text)) / letters if letters else 0.0


def detect(text: str) -> Language:
    """ "ko" where at least KOREAN_SHARE of the letters are Hangul, else "en"."""
    return "ko" if hangul_share(text) >= KOREAN_SHARE else "en"


def is_own(sentence: str, language: Language) -> bool:
    """Whether a sentence may be one of a text in `language`; a whole sentence in the other one was put there from elsewhere."""
    low, high = _OWN_SHARE[language]
    too_little = len(sentence.split()) < _WORDS or not _LETTER.search(sentence)
    return too_little or low <= hangul_share(sentence) <= high
