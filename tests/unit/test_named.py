"""Where the names of a question are looked for."""

from dataclasses import replace

import pytest

from app.named import share_of_names, share_without
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
        ("What did Lindqvist say about British trawlers?", "British", 0.8),
        ("What did Lindqvist say about British trawlers?", "Lindqvist", 0.2),
        ("린드크비스트는 한국 어선을 두고 뭐라고 했나요?", "한국", 0.8),
        ("What did Lindqvist say about Danish trawlers?", "Danish", 0.5),  # a report that means Denmark says so
        ("How many trawlers are British?", "British", 0.0),  # without it nothing of what is asked about is there
    ],
)
def test_the_country_of_the_press_goes_without_saying(asked: str, missing: str, share: float) -> None:
    assert share_without(understand(asked), {missing}) == pytest.approx(share)


def test_no_sentence_need_repeat_the_country_of_the_press() -> None:
    item = evidence("Takings fell by a tenth.")
    assert (
        share_of_names(understand("How far did takings fall in Britain?"), item.article, [item.sentence], Aliases())
        == 1.0
    )
    assert (
        share_of_names(understand("How far did takings fall in Spain?"), item.article, [item.sentence], Aliases())
        == 0.0
    )
