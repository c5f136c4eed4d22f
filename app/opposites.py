"""Opposites that a prefix makes: does a claim call unlawful, or 불공정, what its source calls lawful, 공정?

No list is needed: the word must stand in the source without its prefix, or without it in the claim."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.kiwi import tokens
from ingest.records import Language

# A prefix, and what is left: long enough to be the word itself (under, deal and discover are no denials of
# "der", "al" and "cover").
_ENGLISH = re.compile(r"^(?:un|in|im|il|ir|dis|non-?)(?P<word>[a-z]{5,})$")
_KOREAN = re.compile(r"^(?:불|비|미|무|부(?!.*[장리사표관수령인]$))(?P<word>[가-힣]{2,})$")  # 부회장 is a deputy
# Its prefix is none, or makes another thing of it.
_OTHERS = frozenset(
    """income inform install instance instead intense invest incline indeed invited impress imparted imposing
    implanted improved inhabited inflamed invaluable disposed dispatched displayed displeased distrusted discounts
    invested informed installed involved included increased interested unions united insides 비바람 미사용""".split()
)


def opposed(claim: str, source: str, language: Language) -> str | None:
    """The word of the claim that stands in the source with a prefix that denies it, or without the claim's own."""
    ours, theirs = _words(claim, language), _words(source, language)
    for mine, there in ((ours, theirs), (theirs, ours)):
        for word, plain in _prefixed(mine, language):
            if plain in there and plain not in mine and word not in there:
                return word if mine is ours else plain
    return None


def _prefixed(words: frozenset[str], language: Language) -> list[tuple[str, str]]:
    pattern = _ENGLISH if language == "en" else _KOREAN
    found = ((word, pattern.match(word)) for word in sorted(words - _OTHERS))
    return [(word, match["word"]) for word, match in found if match]


@lru_cache(maxsize=20_000)
def _words(text: str, language: Language) -> frozenset[str]:
    """English words as they stand, without capitals; Korean nouns and roots, with the prefix that stands before them."""
    if language == "en":
        return frozenset(re.findall(r"(?<![A-Za-z])[a-z-]{4,}", text))
    found, before, at = set(), "", -1
    for form, tag, start, length in tokens(text):
        joined = before + form if start == at else ""
        if tag[:2] in ("NN", "XR"):
            found |= {joined} if _KOREAN.match(joined) else {form}
        before, at = form, start + length
    return frozenset(found)
