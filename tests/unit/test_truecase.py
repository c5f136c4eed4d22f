"""Capitals for the names of a question that was typed without any."""

import pytest

from app.question import understand
from ingest.truecase import capitalised, is_common


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("who leads quillhaven united", "who leads Quillhaven united"),
        ("what did lindqvist say about it?", "what did Lindqvist say about it?"),
        ("when did russia join the united nations?", "when did Russia join the United Nations?"),
        ("how tall is the wall at tarnside's harbour?", "how tall is the wall at Tarnside's harbour?"),
        (
            "how much is a turkey in the black market",
            "how much is a turkey in the black market",
        ),  # none is a place here
        ("what's the price of lighthouses and footprints?", "what's the price of lighthouses and footprints?"),
        ("who is running the biggest unofficial bakery?", "who is running the biggest unofficial bakery?"),
        ("who wrote to it@tarnside.org", "who wrote to it@tarnside.org"),
        ("Who leads quillhaven united?", "Who leads Quillhaven united?"),  # the first letter alone is no care
        ("Who leads Ordel and quillhaven?", "Who leads Ordel and quillhaven?"),  # elsewhere it is
        ("when did keita equalise, accroding to mercado", "when did Keita equalise, accroding to Mercado"),
        ("what did brian and denise say", "what did Brian and Denise say"),  # no slips for brain and denies
        ("Who sings all the long way home by mercado?", "Who sings All The Long Way Home by Mercado?"),
        ("who sang before the long match on sunday", "who sang before the long match on sunday"),  # no title
        ("when did odd things at home come out on netflix", "when did Odd Things At Home come out on Netflix"),
        ("when did the long report come out in cinemas", "when did the long report come out in cinemas"),
        ("", ""),
    ],
)
def test_what_may_be_a_name_gets_its_capital(text: str, told: str) -> None:
    assert capitalised(text) == told


@pytest.mark.parametrize("word", "running bigger happily unfair lighthouses cities tried islanders footprint".split())
def test_a_listed_word_in_another_form_is_common(word: str) -> None:
    assert is_common(word)


def test_a_careless_question_names_what_the_careful_one_does() -> None:
    careful, careless = (
        understand("What did Ada Lindqvist say about Tarnside?"),
        understand("what did ada lindqvist say about tarnside?"),
    )
    assert [name.text for name in careless.names] == [name.text for name in careful.names]


def test_a_korean_question_stays_as_it_is() -> None:
    assert understand("tarnside의 다리는 언제 열렸나?").text == "tarnside의 다리는 언제 열렸나?"
