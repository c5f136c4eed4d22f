"""Terms are shown as a person would write them."""

from __future__ import annotations

from app.readable import as_written, readable
from ingest.terms import terms


def test_korean_verbs_have_their_ending_and_other_words_stay() -> None:
    text = "한빛은행이 금리를 올렸다."
    assert readable(terms(text), text) == ["한빛은행", "금리", "올리다"]
    assert readable(["오르", "bank"], "Banks rose.") == ["오르", "bank"]


def test_other_scripts_are_shown_as_they_stand_first() -> None:
    text = ["OpenHarbour's costs rose to $5.6 million.", "OPENHARBOUR had 1,200 ships."]
    shown = as_written(text, ["openharbour", "cost", "5.6", "1200"])
    assert shown == {"openharbour": "OpenHarbour", "cost": "costs", "5.6": "5.6", "1200": "1,200"}


def test_a_korean_stem_is_known_for_a_verb_however_it_is_written() -> None:
    text = ["한빛은행이 금리를 올렸다.", "R1은 아름다운 배다."]
    assert as_written(text, ["금리", "올리", "아름답", "배", "r1"]) == {
        "금리": "금리",
        "올리": "올리다",
        "아름답": "아름답다",
        "배": "배",
        "r1": "R1",
    }


def test_every_term_of_a_text_can_be_shown() -> None:
    for text in (
        "R1의 훈련 비용은 560만 달러다.",
        "The U.S. and e-mail, AT&T or 3-5 don't.",
        "AI반도체 값이 20%p 올랐다",
        "",
    ):
        assert as_written([text], terms(text)).keys() == set(terms(text)), text
