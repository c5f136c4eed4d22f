"""Where the names of a question are looked for."""

from dataclasses import replace

import pytest

from app.named import share_of_names, share_of_none, share_without
from app.question import understand
from ingest.names import Aliases
from tests.unit.evidence import evidence

NAMED = "Anna Lindqvist runs the salvage."
QUESTION = understand("How long will it take according to Lindqvist?")


def _share(text: str) -> float:
    """Of the question's names, as the last sentence of an article has them that begins with NAMED."""
    item = evidence(f"{NAMED} {text}")
    sentence = replace(item.sentence, start=len(NAMED) + 1)
    return share_of_names(QUESTION, item.article, [sentence], Aliases())


def test_a_pronoun_has_the_names_of_what_stands_before_it() -> None:
    assert _share("Her crews expect it to take three weeks.") == 1.0


def test_a_pronoun_does_not_reach_far() -> None:
    named = evidence(f"{NAMED} {'The sea was calm. ' * 20}Her crews expect it to take three weeks.")
    sentence = replace(named.sentence, start=named.article.text.index("Her crews"))
    assert share_of_names(QUESTION, named.article, [sentence], Aliases()) == 0.0


def test_what_is_quoted_has_no_pronoun_for_its_speaker() -> None:
    assert _share('"We will not pay," said Mark Olsen.') == 0.0


def test_another_sentence_has_its_own_names_alone() -> None:
    assert _share("The coast guard expects it to take ten days.") == 0.0


@pytest.mark.parametrize(
    ("asked", "missing", "share"),
    [
        ("How far did takings in British restaurants fall?", "British", 0.75),
        ("7월 영국 음식점 매출은 얼마나 줄었나요?", "영국", 0.75),
        ("What did Lindqvist say about Korean chips?", "Korean", 0.8),
        ("What did Lindqvist say about Korean chips?", "Lindqvist", 0.2),
        ("What do salvors in Georgia earn?", "Georgia", 0.0),  # it may be the state
    ],
)
def test_a_country_goes_without_saying_more_often_than_other_names(asked: str, missing: str, share: float) -> None:
    assert share_without(understand(asked), {missing}) == pytest.approx(share)


def test_a_question_without_names_lacks_none() -> None:
    assert share_of_none(understand("how long will it take?")) == 1.0
    assert share_of_none(QUESTION) == 0.0
