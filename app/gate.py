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
FEATURES = ("names", "subject", "wanted", "lead", "surprisal", "smallness")
_LATER = 1 / 3  # for how much what is asked for counts behind the first sentence; .25 to .5 serve about as well
SURELY_NOT = 0.10  # without asking the model: 4 of 354 answerable questions for development lie below


@dataclass(frozen=True, slots=True)
class Verdict:
    open: bool
    probability: float  # 0..1
    features: Mapping[str, float]


@cache
def weights() -> dict[str, dict[str, float]]:
    """Per kind of gate; fitted by tests/quality/fit_gate.py on development data, cross-validated by story."""
    return json.loads(resources.files("app").joinpath("gate.json").read_text("utf-8"))


def features(question: Question, evidence: Sequence[Evidence]) -> dict[str, float]:
    """What the sentences that the model would read reach, each named feature by itself; higher speaks for an answer.

    names      0..1, of the question's names those that one sentence or its title holds
    subject    0..1, the same of all that was chosen of an article; of a question without names its words, weighted by rarity
    wanted     0..1, of the names those that the article of a sentence holds which has what is asked for: a date, a sum of money, a company
               ...; of the most, where anything is ranked. A third of that where the first sentence has none
    lead       standard deviations: how far the best sentence is ahead of those that are not read
    surprisal  -1..1.25: how unlikely it is that an article has by chance what is chosen of it holds of the question's names and words
    smallness  0..4 nats: how much smaller the library is than the largest that was measured (app/gate_scores.py)
    """
    read = evidence[:READ]

    def best(name: str) -> float:
        return max(item.scores[name] for item in read)

    subjects = [item.scores["names_together" if question.names else "words"] for item in read]
    return {
        "names": best("names"),
        "subject": max(subjects),
        "wanted": max(_wanted(read[0]), _LATER * max(_wanted(item) for item in read)),
        "lead": best("lead"),
        "surprisal": best("surprisal"),
        "smallness": best("smallness"),
    }


def _wanted(item: Evidence) -> float:
    return item.scores["wanted"] * item.scores["names_together"]


def judge(
    question: Question, evidence: Sequence[Evidence], relevance: Callable[[], float | None] | None = None
) -> Verdict:
    """Let the question through or refuse it. `relevance`: the model's own opinion, asked only where it could matter."""
    if not evidence or not question.terms:  # "?" and "뭐?" ask for nothing that could be found
        return Verdict(False, 0.0, {})
    found = features(question, evidence)
    if relevance and probability(found) >= SURELY_NOT and (opinion := relevance()) is not None:
        found["model"] = opinion
    answered = probability(found)
    return Verdict(answered >= OPEN, answered, found)


def probability(found: Mapping[str, float]) -> float:
    """0..1: that these features are of an answer. A model's opinion among them counts where the others leave any doubt."""
    plain = _logistic("plain", found)
    return _logistic("with_model", found) if "model" in found and plain >= SURELY_NOT else plain


def _logistic(kind: str, found: Mapping[str, float]) -> float:
    weight = weights()[kind]
    total = weight["bias"] + sum(value * weight.get(name, 0.0) for name, value in found.items())
    return 1 / (1 + math.exp(-total))
