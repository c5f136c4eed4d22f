"""How much of what a claim says stands in a text, word by word, in either language.

Nearness in meaning hears what a sentence is about and not what is said of it: "the inmates broke in" is near to "the jail holds 500
inmates". Words tell: a model's own invention stands nowhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from app.question import ASKING
from app.words import Words
from ingest.dictionary import synonyms
from ingest.language import detect
from ingest.names import find_names
from ingest.quantities import parse
from ingest.terms import terms

_UNLIKE = 0.25  # likeness of two words that have nothing in common
_IDLE = frozenset(["located", "situated", "위치"])  # where a name is beside a place, nobody need say so
_TITLE = 0.5  # what a word counts that only the title has


class Covered:
    """By the word list and, for words that it lacks, by the encoder."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def share(self, claim: str, text: str, title: str) -> float:
        """0..1: of the claim's content words, those that stand in the text; 1 for a claim without any. Figures and names are looked at
        elsewhere, and count nothing here."""
        said = _said(claim)
        if not said:
            return 1.0
        texts = [_content(text), _content(title)]
        inside, above = np.maximum(self._words.coverage(said, texts), _in_other_words(said, texts))
        return float(sum(max(here, _TITLE * there) for here, there in zip(inside, above, strict=True)) / len(said))

    def words(self, claim: str, texts: Sequence[str]) -> tuple[tuple[str, ...], np.ndarray]:
        """The content words of the claim, and float32 [len(texts), len(words)]: how well each stands in each text, 0..1."""
        said = _said(claim)
        return said, self._words.coverage(said, [_content(text) for text in texts])

    def unlike(self, words: Sequence[str], others: Sequence[str]) -> list[str]:
        """Of the words, those that mean nothing like any of the others."""
        if not words:
            return []
        (held,) = self._words.coverage(words, [others])
        return [word for word, share in zip(words, held, strict=True) if share < _UNLIKE]


def _in_other_words(said: Sequence[str], texts: Sequence[Sequence[str]]) -> np.ndarray:
    """float32 [len(texts), len(said)]: 1 where a synonym of the word stands in the text."""
    held = [[not synonyms(word).isdisjoint(text) for word in said] for text in texts]
    return np.array(held, np.float32).reshape(len(texts), len(said))


def _said(claim: str) -> tuple[str, ...]:
    language = detect(claim)
    elsewhere = [name.text for name in find_names(claim, language)] + [figure.text for figure in parse(claim, language)]
    left_out = {term for text in elsewhere for term in terms(text)} | _IDLE
    return tuple(term for term in _content(claim) if term not in left_out)


@lru_cache(maxsize=20_000)
def _content(text: str) -> tuple[str, ...]:
    return tuple(term for term in dict.fromkeys(terms(text)) if term not in ASKING and not term[0].isdigit())
