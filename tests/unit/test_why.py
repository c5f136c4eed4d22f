"""Why a hit was found: which of the question's words stand there, and as what."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.question import Question, understand
from app.records import Evidence, Hit
from app.sought import Sought
from app.why import matched, why
from ingest.records import Passage
from ingest.terms import terms
from tests.unit.evidence import evidence

COST = evidence("오픈하버는 새 부두를 짓는 데 560만 달러를 썼다.", title="항구가 넓어진다")
PASSAGE = Passage((COST.sentence,))
HIT = Hit(COST.article, PASSAGE, 5.0, {"title": 0.5}, ("dense",))


def found(question: Question, words: Sought, item: Evidence) -> dict[str, tuple[str, ...]]:
    """What is matched in a passage of that sentence alone."""
    held = " ".join(terms(item.article.title)), " ".join(terms(item.text))
    return matched(question, words, item.article, Passage((item.sentence,)), held)


def test_words_stand_there_as_themselves_or_as_something_else() -> None:
    question = understand("Did OpenHarbour's costs for the harbour and the pier exceed 560 dollars?")
    words = Sought(
        ("560",),
        (("openharbour", "오픈하버"), ("cost", "비용"), ("harbour", "항구", "항만"), ("pier", "부두"), ("exceed",), ("dollar", "달러")),
    )  # fmt: skip
    assert list(found(question, words, COST).items()) == [
        ("OpenHarbour", ("오픈하버",)),
        ("harbour", ("항구",)),  # in the title
        ("pier", ("부두",)),
        ("560", ("560",)),
        ("dollars", ("달러",)),
    ]


def test_verbs_are_shown_as_in_a_dictionary() -> None:
    question = understand("누가 돈을 썼나요?")
    assert found(question, Sought(("돈", "쓰"), ()), COST) == {"쓰다": ("쓰다",)}


def test_translated_verbs_are_too_however_they_are_written() -> None:
    question = understand("Who did spend on a beautiful pier?")
    words = Sought((), (("spend", "쓰"), ("beautiful", "아름답"), ("pier", "부두")))
    text = evidence("오픈하버는 아름다운 부두에 돈을 쓴다.", title="")
    assert found(question, words, text) == {"spend": ("쓰다",), "beautiful": ("아름답다",), "pier": ("부두",)}


def test_only_the_terms_that_the_library_has_of_it_count() -> None:
    question = understand("How much did the harbour cost?")
    words = Sought((), (("harbour", "항구"), ("cost", "부두")))
    assert matched(question, words, COST.article, PASSAGE, ("", "새 부두 짓")) == {"cost": ("부두",)}


def test_a_term_of_several_words_stands_where_they_stand_side_by_side() -> None:
    question = understand("How did the Harbour Foxes play?")
    words = Sought((), (("harbour", "항구"), ("fox", "항구 여우"), ("play", "여우 항구")))
    assert matched(question, words, COST.article, PASSAGE, ("항구 여우", "")) == {
        "Harbour": ("항구",),
        "Foxes": ("항구 여우",),
    }


def test_the_same_word_in_another_number_or_case_is_itself() -> None:
    text = evidence("Costs rose.", title="")
    question = understand("How much did it cost?")
    assert found(question, Sought(("cost",), ()), text) == {"cost": ("cost",)}


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, "meaning"),
        ({"found_by": ("lexical",), "matched": {"pier": ("pier",)}}, "words: pier"),
        ({"matched": {"R1": ("R1",), "training": ("훈련", "교육")}}, "meaning; words: R1, 훈련/교육 (training)"),
        ({"said_by": ("Dana Holt", "홀트"), "scores": {"title": 2.5}}, "meaning; said by Dana Holt and 홀트; title"),
    ],
)
def test_the_line_names_every_reason(given: dict, told: str) -> None:
    assert why(replace(HIT, **given)) == told
