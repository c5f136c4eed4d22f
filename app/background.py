"""Makes similarities comparable: every cosine is read against what unrelated questions get from the same text.

Raw cosines of a multilingual encoder sit in a narrow band that differs between pairs of languages and favours some texts
for any question at all. Subtracting a text's mean cosine with a fixed set of background questions, in the language asked in, and
dividing by their usual spread gives a figure in standard deviations, whatever the direction and whatever the encoder.
"""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

import numpy as np

from ingest.encoder import Encoder
from ingest.records import Language


def read(name: str) -> Any:
    """`questions` by language, or `words` by language, each the other's translation: unrelated to each other and to any article in particular."""
    return json.loads(resources.files("app").joinpath("background.json").read_text("utf-8"))[name]


class Background:
    def __init__(self, encoder: Encoder) -> None:
        questions = read("questions")
        self._vectors = {language: encoder.encode_questions(texts) for language, texts in questions.items()}

    def standardise(self, question: np.ndarray, language: Language, texts: np.ndarray) -> np.ndarray:
        """How much nearer `question` (float32 [d]) is to each of `texts` (float32 [n, d]) than unrelated questions are.

        float32 [n], in standard deviations: about 0 for an unrelated text, higher is nearer.
        """
        if not len(texts):
            return np.zeros(0, np.float32)
        usual = texts @ self._vectors[language].T
        return (texts @ question - usual.mean(axis=1)) / (usual.std(axis=1).mean() + 1e-6)
