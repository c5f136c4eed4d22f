"""Terms as a person reads them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
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


def as_written(sentences: Sequence[str], wanted: Collection[str]) -> dict[str, str]:
    """By each of the terms `wanted`, which stand there, its `readable` form; what is not in Hangul as it stands first: DeepSeek
    for deepseek."""
    korean = [term for term in wanted if _HANGUL.search(term)]
    found = {term: term for term in wanted}
    found |= dict(zip(korean, readable(korean, "\n".join(_holding(sentences, korean))), strict=True))
    if len(korean) < len(found):
        found |= _first_written(" ".join(sentences), found.keys() - set(korean))
    return found


def _holding(sentences: Sequence[str], words: Sequence[str]) -> list[str]:
    """Those that show of each word what it is: to analyse them all takes long. All, where a stem is nowhere as it is, as 가깝 in 가까워."""
    if not all(any(word in sentence for sentence in sentences) for word in words):
        return list(sentences)
    return [sentence for sentence in sentences if any(word in sentence for word in words)]


def _first_written(text: str, wanted: Collection[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for word in _WRITTEN.findall(text):
        made = _terms(word)
        for term in made:
            if term in wanted:
                found.setdefault(term, re.sub(r"['’]s$", "", word) if len(made) == 1 else term)
    return found
