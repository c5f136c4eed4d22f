"""What a question asks for."""

import pytest

from app.question import kind_of, understand


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("What did the mayor say about the bridge?", "said"),
        ("시장은 다리에 대해 뭐라고 말했나요?", "said"),
        ("According to the analyst, is the price too high?", "said"),
        ("Who owns the harbour?", "who"),
        ("항구의 주인은 누구인가요?", "who"),
        ("감독 이름이 뭐야?", "who"),
        ("When does the ferry leave?", "when"),
        ("여객선은 언제 떠나나요?", "when"),
        ("몇 월에 문을 여나요?", "when"),
        ("Where is the new plant?", "where"),
        ("새 공장은 어디에 있나요?", "where"),
        ("How many people came?", "how_much"),
        ("관중은 몇 명이었나요?", "how_much"),
        ("R1 training cost 얼마야?", "how_much"),
        ("이 기사를 요약해 줘", "summary"),
        ("Summarise this article.", "summary"),
        ("What is this article about?", "summary"),
        ("Why did the ferry stop?", "other"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert kind_of(text) == kind


def test_language_is_that_of_the_sentence_not_of_its_names() -> None:
    assert understand("R1 training cost 얼마야?").language == "ko"
    assert understand("What did 셰리던 say?").language == "en"


def test_content_leaves_out_asking_words_and_names() -> None:
    question = understand("How much did the Lantern Cup final cost in Garam?")
    assert "cost" in question.content
    assert not {"how", "much", "did", "the"} & set(question.content)
    assert not {"lantern", "garam"} & set(question.content)


def test_white_space_means_nothing() -> None:
    assert understand("  항구는\n언제  열리나요? ").text == "항구는 언제 열리나요?"
