"""Terms as a person reads them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ingest.kiwi import tokens
from ingest.terms import terms

_HANGUL = re.compile("[가-힣]")
_VERBS = frozenset({"VV", "VA"})  # of which the analyser gives the stem
_WRITTEN = re.compile(r"[^\W_가-힣]+(?:[.,'’][^\W_가-힣]+)*")


@lru_cache(maxsize=50_000)  # the same words stand in every article
def _terms(word: str) -> tuple[str, ...]:
    return tuple(terms(word))


def readable(words: Sequence[str], text: str) -> list[str]:
    """Korean verbs and adjectives of `text` as a dictionary has them, 오르다 for 오르; other words as they are."""
    if not _HANGUL.search(text):
        return list(words)
    kinds: dict[str, set[str]] = {}
    for form, tag, _, _ in tokens(text):
        kinds.setdefault(form, set()).add(tag.split("-")[0])
    return [f"{word}다" if word in kinds and kinds[word] <= _VERBS else word for word in words]


def as_written(text: str) -> dict[str, str]:
    """By term of `text`, its `readable` form; what is not in Hangul as it stands first: DeepSeek for deepseek."""
    found: dict[str, str] = {}
    for word in _WRITTEN.findall(text):
        made = _terms(word)
        for term in made:
            found.setdefault(term, re.sub(r"['’]s$", "", word) if len(made) == 1 else term)
    others = list(dict.fromkeys(term for term in terms(text) if term not in found))
    return found | dict(zip(others, readable(others, text), strict=True))
