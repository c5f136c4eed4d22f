"""Whom a claim has speaking."""

from app.claimed import claimed_speaker
from ingest.names import Aliases

ARTICLE = 'Inez Okabor, a geologist, said: "It is not the rain." The company disagreed.'


def claimed(claim: str, language: str = "ko") -> str | None:
    return claimed_speaker(claim, language, ARTICLE, Aliases())


def test_a_name_that_only_the_article_knows_speaks() -> None:
    assert claimed("이네스 오카보르는 비 때문이 아니라고 말했다.") == "이네스 오카보르"
    assert claimed("김민준은 비 때문이라고 말했다.") == "김민준"


def test_who_is_no_name_does_not_speak() -> None:
    assert claimed("처음에는 비 때문이 아니라고 말했다.") is None
    assert claimed("오래된 지붕이 비 때문에 무너졌다.") is None


def test_english_claims_say_it_themselves() -> None:
    assert claimed("Inez Okabor said it was not the rain.", "en") == "Inez Okabor"
