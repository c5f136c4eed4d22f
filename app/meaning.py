"""How near two sentences are in meaning, in either language: what the check of claims asks the encoder.

Both sides are encoded in the same way, each sentence alone: the vectors that the library keeps are coloured by the passage around a
sentence, and do not tell it from its neighbours. Every cosine is read against what strangers get (app/background.py).
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from typing import Protocol

import numpy as np

from app.background import Centring, read
from ingest.encoder import Encoder
from ingest.records import Language

_CACHED = 20_000  # sentences whose vectors are kept; 384 float32 each come to about 30 MB when full


class Nearness(Protocol):
    def near(self, sentence: str, language: Language, others: Sequence[str], written_in: Language) -> list[float]:
        """Of each of `others`: standard deviations above what unrelated sentences get; higher is nearer."""


class Meaning:
    """Nearness by an encoder. Safe for several threads; the sentences of one answer are encoded once."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._lock = threading.Lock()
        self._cache: OrderedDict[str, np.ndarray] = OrderedDict()
        strangers = {language: encoder.encode_questions(texts) for language, texts in read("texts").items()}
        self._centring = {
            (a, b): Centring.between(strangers[a], strangers[b], parallel=True) for a in strangers for b in strangers
        }

    def near(self, sentence: str, language: Language, others: Sequence[str], written_in: Language) -> list[float]:
        if not others:
            return []
        vectors = self.vectors([sentence, *others])
        return self._centring[language, written_in].deviations(vectors[:1], vectors[1:])[0].tolist()

    def vectors(self, sentences: Sequence[str]) -> np.ndarray:
        """float32 [n, d], unit length."""
        with self._lock:
            found = {text: self._cache[text] for text in sentences if text in self._cache}
            for text in found:
                self._cache.move_to_end(text)
        if missing := [text for text in dict.fromkeys(sentences) if text not in found]:
            # Copies: a row is a view, and one kept sentence would keep the vectors of all that it was encoded with.
            found |= {
                text: row.copy() for text, row in zip(missing, self._encoder.encode_questions(missing), strict=True)
            }
            with self._lock:
                self._cache.update((text, found[text]) for text in missing)
                while len(self._cache) > _CACHED:
                    self._cache.popitem(last=False)
        return np.stack([found[text] for text in sentences])
