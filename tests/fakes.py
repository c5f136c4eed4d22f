"""Real implementations at the seams, small enough for every test: no model file, no network, no chance."""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Sequence

import numpy as np

from ingest.encoder import PassageText, PassageVectors


class BagEncoder:
    """Hashes the character pairs of each word into 256 signed counts (Weinberger et al., 2009).

    Texts that share words, or Korean stems under other particles, are near each other; texts that share
    none are at about zero.
    """

    dimensions = 256

    def __init__(self, fingerprint: str = "bag-256-1") -> None:
        self.fingerprint = fingerprint

    def encode_questions(self, questions: Sequence[str]) -> np.ndarray:
        return self._vectors(questions)

    def encode_texts(self, texts: Sequence[str]) -> np.ndarray:
        return self._vectors(texts)

    def encode_passages(self, passages: Sequence[PassageText]) -> list[PassageVectors]:
        return [
            PassageVectors(
                passage=self._vectors([f"{passage.title}\n{passage.text}"])[0],
                sentences=self._vectors([passage.text[start:end] for start, end in passage.spans]),
                title=self._vectors([passage.title])[0],
            )
            for passage in passages
        ]

    def _vectors(self, texts: Sequence[str]) -> np.ndarray:
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for vector, text in zip(vectors, texts, strict=True):
            for feature in _features(text):
                code = zlib.crc32(feature.encode())
                vector[code % self.dimensions] += 1 if code & 0x10000 else -1
            if not vector.any():
                vector[0] = 1  # a text without words still has a direction
            vector /= np.linalg.norm(vector)
        return vectors


def _features(text: str) -> list[str]:
    words = re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold())
    return [pair for word in words for pair in ([word[i : i + 2] for i in range(len(word) - 1)] or [word])]
