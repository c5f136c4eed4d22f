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
SURELY_NOT = 0.10  # without asking the model: 4 of 354 answerable questions for development lie below
_SECOND, _THIRD = 0.5, 0.25  # for how much what is asked for counts in the sentences behind the first
LARGEST, _SMALLEST = 3341, 64  # passages of the libraries that tests/quality/library_size.py was run over


@dataclass(frozen=True, slots=True)
class Verdict:
    open: bool
    probability: float  # 0..1
    features: Mapping[str, float]


@cache
def weights() -> dict[str, dict[str, float]]:
    """Per kind of gate; fitted by tests/quality/fit_gate.py on development data, cross-validated by story."""
    return json.loads(resources.files("app").joinpath("gate.json").read_text("utf-8"))


def features(question: Question, evidence: Sequence[Evidence], searched: int) -> dict[str, float]:
    """What the sentences that the model would read reach, each named feature by itself; higher speaks for an answer.

    names      0..1, of the question's names but the country of the press those that one sentence or its title holds
    subject    0..1, the same of all that was chosen of an article, and this country counting a quarter; of a question without names its words, weighted by rarity
    wanted     0..1, the share of the names that the article of a sentence holds which has what is asked for: a date, a sum of money, a
               company ...; of the most, where anything is ranked. Half of it for the second sentence, a quarter for the third; the best counts
    lead       standard deviations: how far the best sentence is ahead of those that are not read
    surprisal  -1..1.25: how unlikely it is that an article has by chance what is chosen of it holds of the question's names and words
    smallness  0..4 nats: how many fewer passages were `searched` than in the largest library that was measured
    """
    read = evidence[:READ]

    def best(name: str) -> float:
        return max(item.scores[name] for item in read)

    subjects = [item.scores["names_together" if question.names else "words"] for item in read]
    wanted = [item.scores["wanted"] * item.scores["names_together"] for item in read]
    return {
        "names": best("names"),
        "subject": max(subjects),
        "wanted": max(share * counts for share, counts in zip(wanted, (1.0, _SECOND, _THIRD), strict=False)),
        "lead": best("lead"),
        "surprisal": best("surprisal"),
        "smallness": smallness(searched),
    }


def smallness(passages: int) -> float:
    """0..4: the logarithm of the largest library over this one, of sizes between those measured: among more, more comes near to a question by chance."""
    return math.log(LARGEST / min(LARGEST, max(_SMALLEST, passages)))


def judge(question: Question, evidence: Sequence[Evidence], searched: int) -> Verdict:
    """Let the question through or refuse it. `searched`: of how many passages the evidence is; those above LARGEST need not be counted."""
    if not evidence or not question.terms:  # "?" and "뭐?" ask for nothing that could be found
        return Verdict(False, 0.0, {})
    return _verdict(features(question, evidence, searched))


def reconsider(verdict: Verdict, relevance: Callable[[], float | None]) -> Verdict:
    """The same with the model's own opinion, asked for only where it could matter; None is no opinion."""
    if verdict.probability < SURELY_NOT or (opinion := relevance()) is None:
        return verdict
    return _verdict({**verdict.features, "model": opinion})


def _verdict(found: Mapping[str, float]) -> Verdict:
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
