"""Whether a word stands in a text in another form: in the other language, or as a near synonym.

A multilingual encoder puts a word beside its translation. The cosine of two single words means little by itself, but
how far it rises above what the same word gets from unrelated words tells a translation (about 5 standard deviations and more)
from a word of the same field (about 2).
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable, Sequence

import numpy as np

from app.background import read
from ingest.encoder import Encoder

_CACHED = 200_000  # words whose vectors are kept; 384 float32 each come to about 300 MB when full
_FROM, _TO = 2.5, 5.5  # standard deviations at which a likeness begins to count, and counts in full


class Words:
    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._lock = threading.Lock()
        self._cache: OrderedDict[str, np.ndarray] = OrderedDict()
        self._unrelated = encoder.encode_questions(read("words"))

    def likeness(self, words: Sequence[str], others: Sequence[str]) -> np.ndarray:
        """float32 [len(words), len(others)], 0..1: 1 where two words mean the same, 0 where they have nothing in common."""
        if not words or not others:
            return np.zeros((len(words), len(others)), np.float32)
        vectors = self._vectors([*words, *others])
        ours, theirs = vectors[: len(words)], vectors[len(words) :]
        usual, popular = ours @ self._unrelated.T, (theirs @ self._unrelated.T).mean(axis=1)
        # A word that is near to everything proves nothing: take its own mean off as well.
        above = ours @ theirs.T - usual.mean(axis=1, keepdims=True) - (popular - popular.mean())[None, :]
        deviations = above / (usual.std(axis=1).mean() + 1e-6)
        likeness = np.clip((deviations - _FROM) / (_TO - _FROM), 0, 1)
        same = np.array([[word == other for other in others] for word in words])
        return np.where(same, 1.0, likeness).astype(np.float32)

    def coverage(self, words: Sequence[str], texts: Iterable[Sequence[str]]) -> np.ndarray:
        """float32 [len(texts), len(words)]: how well each word stands in each text, given as its words."""
        texts = [list(text) for text in texts]
        vocabulary = list(dict.fromkeys(word for text in texts for word in text))
        likeness = dict(zip(vocabulary, self.likeness(words, vocabulary).T, strict=True))
        nothing = np.zeros(len(words), np.float32)
        return np.stack([np.max([likeness[word] for word in text] or [nothing], axis=0) for text in texts] or [nothing])

    def _vectors(self, words: Sequence[str]) -> np.ndarray:
        with self._lock:
            found = {word: self._cache[word] for word in words if word in self._cache}
        missing = [word for word in dict.fromkeys(words) if word not in found]
        if missing:
            found.update(zip(missing, self._encoder.encode_questions(missing), strict=True))
            with self._lock:
                self._cache.update((word, found[word]) for word in missing)
                while len(self._cache) > _CACHED:
                    self._cache.popitem(last=False)
        return np.stack([found[word] for word in words])
