"""Terms are shown as a person would write them."""

from __future__ import annotations

from app.readable import as_written, readable
from ingest.terms import terms


def test_korean_verbs_have_their_ending_and_other_words_stay() -> None:
    text = "한빛은행이 금리를 올렸다."
    assert readable(terms(text), text) == ["한빛은행", "금리", "올리다"]
    assert readable(["오르", "bank"], "Banks rose.") == ["오르", "bank"]


def test_other_scripts_are_shown_as_they_stand_first() -> None:
    shown = as_written("OpenHarbour's costs rose to $5.6 million; OPENHARBOUR had 1,200 ships.")
    assert shown["openharbour"] == "OpenHarbour"
    assert shown["cost"] == "costs"
    assert shown["5.6"] == "5.6"
    assert shown["1200"] == "1,200"


def test_every_term_of_a_text_can_be_shown() -> None:
    for text in (
        "R1의 훈련 비용은 560만 달러다.",
        "The U.S. and e-mail, AT&T or 3-5 don't.",
        "AI반도체 값이 20%p 올랐다",
        "",
    ):
        assert as_written(text).keys() >= set(terms(text)), text
