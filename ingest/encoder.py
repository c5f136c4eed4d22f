"""Texts to vectors. The only owner of sentence_transformers and torch.

Vectors are float32 and of unit length, so that a dot product is a cosine (-1..1, higher is nearer).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np


@dataclass(frozen=True, slots=True)
class PassageText:
    """A passage as the encoder reads it."""

    title: str  # of its article; read before the text, never part of a sentence
    text: str
    spans: tuple[tuple[int, int], ...]  # its sentences: half-open ranges of code points into `text`


@dataclass(frozen=True, slots=True, eq=False)
class PassageVectors:
    passage: np.ndarray  # float32 [d], unit length
    sentences: np.ndarray  # float32 [n, d], unit length, in the order of `spans`


class Encoder(Protocol):
    """What search and ingest need of an encoder. Safe to call from several threads."""

    fingerprint: str  # hex; two encoders with the same one give interchangeable vectors
    dimensions: int

    def encode_questions(self, questions: Sequence[str]) -> np.ndarray:
        """float32 [n, d], unit length."""

    def encode_texts(self, texts: Sequence[str]) -> np.ndarray:
        """Texts on their own, on the passage side: float32 [n, d], unit length."""

    def encode_passages(self, passages: Sequence[PassageText]) -> list[PassageVectors]:
        """Each passage and its sentences, in the order given."""
