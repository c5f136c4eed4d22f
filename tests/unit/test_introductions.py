"""Whom a sentence means by a surname alone."""

from dataclasses import replace

import pytest

from app.introduced import in_full
from app.named import share_of_names
from app.question import understand
from app.records import Evidence
from ingest.introductions import introductions
from ingest.names import Aliases
from tests.unit.evidence import evidence

KOREAN = (
    "표지훈 도담시장은 기공식에 왔다. 에릭 셰리던 고문이 설계했다. 표민수 의원은 반대했다. 김단비(34)는 근처에 산다."
)
ENGLISH = "Mayor Han Ji-su opened the site. Engineer Eric Lorne drew the plans. Deputy Ann Park and guests of Park Avenue came."


@pytest.mark.parametrize(
    ("sentence", "language", "article", "names"),
    [
        ("표 시장은 5월에 항구에 간다.", "ko", KOREAN, ["표지훈"]),
        ("표 의원은 6월에 항구에 간다.", "ko", KOREAN, ["표민수"]),  # the title tells them apart
        ("김씨는 다리를 기다린다.", "ko", KOREAN, ["김단비"]),
        ("셰리던 고문은 6월까지 마친다.", "ko", KOREAN, ["에릭 셰리던"]),
        ("한 시장에서는 생선을 판다.", "ko", KOREAN, []),  # a market
        ("표 회장은 오지 않았다.", "ko", KOREAN, []),  # nobody of that title
        ("표 의원이 왔다.", "ko", f"{KOREAN} 표진우 의원도 반대했다.", []),  # one of two
        ("Han expects visitors.", "en", ENGLISH, ["Han Ji-su"]),
        ("Lorne wants to finish by June.", "en", ENGLISH, ["Eric Lorne"]),
        ("Lorne wants to finish by June.", "en", f"{ENGLISH} His sister Eva Lorne helps.", []),
        ("Korea expects visitors.", "en", f"{ENGLISH} South Korea pays.", []),
        ("Lexus plans a new car.", "en", "It resembles the Solterra. While Lexus plans a new car, prices rise.", []),
    ],
)
def test_a_surname_means_whom_the_article_calls_by_it_in_full(
    sentence: str, language: str, article: str, names: list[str]
) -> None:
    assert [one.name for one in introductions(sentence, language, f"{article} {sentence}")] == names


def test_an_introduction_is_a_place_of_the_article() -> None:
    (one,) = introductions("Han expects visitors.", "en", ENGLISH)
    assert ENGLISH[one.start : one.end] == one.name


def _last(text: str) -> Evidence:
    """Its last sentence."""
    item = evidence(text)
    return replace(item, sentence=replace(item.sentence, start=text.rindex(". ") + 2))


@pytest.mark.parametrize(
    ("claim", "language", "who"),
    [
        ("한지수 시장은 5월에 항구에 간다.", "ko", "Mayor Han Ji-su opened the site."),
        ("Han Ji-su will go to the port in May.", "en", "Mayor Han Ji-su opened the site."),
        ("Han will go to the port in May.", "en", None),  # needs no other sentence
        ("Han Min-seo will go to the port in May.", "en", None),  # somebody else
        ("Han Ji-su and Eric Lorne will go to the port in May.", "en", None),  # of whom the sentence says nothing
    ],
)
def test_the_sentence_that_introduces_comes_with_the_one_that_needs_it(
    claim: str, language: str, who: str | None
) -> None:
    item = in_full(claim, language, _last(f"{ENGLISH} Han will go to the port in May."), Aliases())
    assert (item.who and item.article.text[item.who.start : item.who.end]) == who


def test_a_question_finds_the_person_behind_the_surname() -> None:
    item = _last(f"{KOREAN} 표 시장은 5월에 항구에 간다.")
    for question, share in (("표지훈은 언제 항구에 가나요?", 1.0), ("표민수는 언제 항구에 가나요?", 0.0)):
        assert share_of_names(understand(question), item.article, [item.sentence], Aliases()) == share
