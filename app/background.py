"""Makes similarities comparable: every cosine is read against what strangers get from each other.

Raw cosines of a multilingual encoder sit in a narrow band that differs between pairs of languages; some texts are near to any
question, and some questions to any text. From a cosine is taken what the text gets from unrelated questions in the language asked in,
and what the question gets from unrelated texts in the language of the article; the rest is counted in standard deviations of
that same rest among strangers. So a figure means the same in all four directions, for any encoder, in a library of any size.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib import resources
from typing import Any

import numpy as np

from ingest.encoder import Encoder
from ingest.records import Language


def read(name: str) -> Any:
    """`questions`, `texts` or `words` by language: about all sorts of things, and each the other's translation."""
    return json.loads(resources.files("app").joinpath("background.json").read_text("utf-8"))[name]


@dataclass(frozen=True, slots=True)
class Centring:
    """How cosines between two sets of vectors are made comparable, from strangers on either side."""

    left: np.ndarray  # float32 [m, d], strangers of the kind that stands on the left
    right: np.ndarray  # float32 [n, d]
    middle: float  # mean cosine of strangers
    spread: float  # standard deviation of what centring leaves of theirs

    @classmethod
    def between(cls, left: np.ndarray, right: np.ndarray, parallel: bool = False) -> Centring:
        """`parallel`: the two are translations of each other, row by row, and those pairs are no strangers."""
        cosines = left @ right.T
        strangers = ~np.eye(*cosines.shape, dtype=bool) if parallel else np.ones(cosines.shape, bool)
        rest = cosines - cosines.mean(axis=1, keepdims=True) - cosines.mean(axis=0) + cosines.mean()
        return cls(left, right, float(cosines[strangers].mean()), float(rest[strangers].std()) + 1e-6)

    def deviations(self, ours: np.ndarray, theirs: np.ndarray) -> np.ndarray:
        """float32 [len(ours), len(theirs)]: standard deviations above strangers; about 0 for the unrelated."""
        # The mean of cosines with strangers is the cosine with their mean.
        usual, popular = ours @ self.right.mean(axis=0), theirs @ self.left.mean(axis=0)
        return (ours @ theirs.T - usual[:, None] - popular[None, :] + self.middle) / self.spread


class Background:
    def __init__(self, encoder: Encoder) -> None:
        questions = {language: encoder.encode_questions(texts) for language, texts in read("questions").items()}
        texts = {language: encoder.encode_texts(texts) for language, texts in read("texts").items()}
        self._centring = {(q, t): Centring.between(questions[q], texts[t]) for q in questions for t in texts}

    def standardise(
        self, question: np.ndarray, asked_in: Language, texts: np.ndarray, written_in: Language
    ) -> np.ndarray:
        """How much nearer `question` (float32 [d]) is to each of `texts` (float32 [n, d]) than strangers are.

        float32 [n], in standard deviations: about 0 for an unrelated text, higher is nearer.
        """
        return self._centring[asked_in, written_in].deviations(question[None, :], texts)[0]
