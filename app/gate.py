"""Can these sentences answer this question? A small logistic model over plain, named features decides."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from app.choose import READ
from app.question import Question
from app.records import Evidence

OPEN = 0.5  # the probability from which a question counts as answerable
FEATURES = ("sentence", "dense_standard", "words", "weakest", "names", "names_together", "candidate")
SURELY_NOT = 0.03  # without asking the model


@dataclass(frozen=True, slots=True)
class Verdict:
    open: bool
    probability: float  # 0..1
    features: Mapping[str, float]


@cache
def weights() -> dict[str, dict[str, float]]:
    """Per kind of gate; fitted by tests/quality/fit_gate.py on development data, cross-validated by story."""
    return json.loads(resources.files("app").joinpath("gate.json").read_text("utf-8"))


def features(evidence: Sequence[Evidence]) -> dict[str, float]:
    """What the sentences that the model would read reach, each named feature by itself."""
    read = evidence[:READ]

    def best(name: str) -> float:
        return max(item.scores[name] for item in read)

    return {name: best(name) for name in FEATURES}


def judge(
    question: Question, evidence: Sequence[Evidence], relevance: Callable[[], float | None] | None = None
) -> Verdict:
    """Let the question through or refuse it. `relevance`: the model's own opinion, asked only where it could matter."""
    if not evidence or not question.terms:  # "?" and "뭐?" ask for nothing that could be found
        return Verdict(False, 0.0, {})
    found = features(evidence)
    probability = _logistic("plain", found)
    if relevance and probability >= SURELY_NOT and (opinion := relevance()) is not None:
        found["model"] = opinion
        probability = _logistic("with_model", found)
    return Verdict(probability >= OPEN, probability, found)


def _logistic(kind: str, found: Mapping[str, float]) -> float:
    weight = weights()[kind]
    total = weight["bias"] + sum(value * weight.get(name, 0.0) for name, value in found.items())
    return 1 / (1 + math.exp(-total))
