"""The gate refuses by named features, and asks the model only where it could matter."""

from dataclasses import replace

import pytest

from app.gate import FEATURES, LARGEST, Verdict, features, judge, reconsider, smallness, weights
from app.question import Question, understand
from app.records import Evidence
from tests.unit.evidence import evidence

ANSWERS = evidence("공장을 짓는 데 560만 달러가 들었다.")
BLANK = replace(ANSWERS, scores=dict.fromkeys(ANSWERS.scores, 0.0))
QUESTION = understand("공장을 짓는 데 얼마가 들었나요?")


def judged(*found: Evidence, question: Question = QUESTION, searched: int = LARGEST) -> Verdict:
    return judge(question, found, searched)


def test_good_evidence_opens_and_none_refuses() -> None:
    assert judged(ANSWERS).open
    assert not judged(BLANK).open
    assert not judged().open


@pytest.mark.parametrize("text", ["?", "뭐?", "What?"])
def test_nothing_asked_is_nothing_answered(text: str) -> None:
    assert not judged(ANSWERS, question=understand(text)).open


def test_a_verdict_names_its_features() -> None:
    assert set(judged(ANSWERS).features) == set(FEATURES)
    assert all(FEATURES[0] in kind for kind in weights().values())


def test_the_best_of_what_is_read_counts() -> None:
    plain = replace(ANSWERS, scores={**ANSWERS.scores, "surprisal": -0.5, "wanted": 0.0})
    found = features(QUESTION, [plain, ANSWERS], LARGEST)
    assert (found["surprisal"], found["wanted"]) == (1.0, 0.5)


def test_what_is_asked_for_counts_where_the_names_are() -> None:
    elsewhere = replace(ANSWERS, scores={**ANSWERS.scores, "names_together": 0.2})
    assert features(QUESTION, [elsewhere], LARGEST)["wanted"] == 0.2
    assert features(QUESTION, [elsewhere, BLANK, ANSWERS], LARGEST)["wanted"] == 0.25


def test_a_question_without_names_has_its_words_for_a_subject() -> None:
    named = understand("What did Boeing build in Seattle?")
    some = replace(ANSWERS, scores={**ANSWERS.scores, "words": 0.3, "names_together": 0.5})
    assert features(QUESTION, [some], LARGEST)["subject"] == 0.3
    assert features(named, [some], LARGEST)["subject"] == 0.5


def test_a_hopeless_question_never_reaches_the_model() -> None:
    def ask() -> float:
        raise AssertionError("asked")

    assert not reconsider(judged(BLANK), ask).open


def test_the_model_has_a_say_and_may_abstain() -> None:
    verdict = judged(ANSWERS)
    assert reconsider(verdict, lambda: 0.99).probability > reconsider(verdict, lambda: 0.01).probability
    assert reconsider(verdict, lambda: None) == verdict


def test_no_weight_pulls_against_its_meaning() -> None:
    for kind in weights().values():
        assert all(value >= 0 for name, value in kind.items() if name != "bias"), kind


def test_among_more_passages_it_takes_more() -> None:
    assert judged(ANSWERS, searched=100).probability > judged(ANSWERS, searched=2000).probability


def test_sizes_beyond_those_measured_count_as_these() -> None:
    assert [round(smallness(passages), 1) for passages in (0, 64, 1000, 3341, 400_000)] == [4.0, 4.0, 1.2, 0.0, 0.0]
