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
        ("도담동의 한 시장에서 생선을 판다.", "ko", "한지수 시장은 왔다.", []),  # a market
        ("한 의원은 익명을 요구했다.", "ko", "한동훈 의원은 회의에 왔다.", []),  # any lawmaker
        ("박근혜 전 대통령은 떠났다.", "ko", "전두환 대통령은 왔다.", []),  # a former president
        ("텍사스 주 의원은 떠났다.", "ko", "주호영 의원은 왔다.", []),
        ("이 의원은 떠났다.", "ko", "이준석 의원은 왔다.", ["이준석"]),
        ("이 의원은 떠났다.", "ko", "이준석 의원이 소개했다. 김남국 의원은 코인을 샀다.", []),  # this one, of two
        ("이 대통령은 떠났다.", "ko", "이란의 대통령은 왔다.", []),
        ("김 의원은 떠났다.", "ko", "김민수 측 박철수 의원은 왔다.", []),
        ("김 총리는 떠났다.", "ko", "김민수 경제부총리는 왔다.", []),
        ("김 원장은 떠났다.", "ko", "김민수 법원장은 왔다.", []),
        ("바이든은 떠났다.", "ko", "조 바이든 대통령은 왔다. 질 바이든 여사도 왔다.", []),
        ("펠로시는 떠났다.", "ko", "하원의장 낸시 펠로시는 왔다. 펠로시는 연설했다.", ["낸시 펠로시"]),
        ("표 회장은 오지 않았다.", "ko", KOREAN, []),  # nobody of that title
        ("표 의원이 왔다.", "ko", f"{KOREAN} 표진우 의원도 반대했다.", []),  # one of two
        ("Han expects visitors.", "en", ENGLISH, ["Han Ji-su"]),
        ("Lorne wants to finish by June.", "en", ENGLISH, ["Eric Lorne"]),
        ("Lorne wants to finish by June.", "en", f"{ENGLISH} His sister Eva Lorne helps.", []),
        ("Clinton spoke.", "en", "Hillary Clinton came. Former President Bill Clinton left.", []),
        ("Lorne spoke.", "en", "Eric and Eva Lorne came.", []),
        ("Macron spoke.", "en", "When Macron came, Brigitte Macron left.", []),  # called so before he is introduced
        ("Li spoke.", "en", "Jet Li came. Li Keqiang left.", []),
        ("Musk spoke.", "en", "Tesla CEO Elon Musk came. Elon Musk left.", ["Elon Musk"]),
        ("Ford recalled cars.", "en", "Harrison Ford came. Ford Motor makes cars.", []),
        ("The Han was frozen.", "en", "Mayor Han Ji-su came.", []),
        ("Houston was flooded.", "en", "Whitney Houston came.", []),
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
        ("한지선 시장은 5월에 항구에 간다.", "ko", None),
        ("Mayor Han will go to the port in May.", "en", None),
        ("Han Ji-su and Eric Lorne will go to the port in May.", "en", None),  # who is not in the sentence
    ],
)
def test_the_sentence_that_introduces_comes_with_the_one_that_needs_it(
    claim: str, language: str, who: str | None
) -> None:
    item = in_full(claim, language, _last(f"{ENGLISH} Han will go to the port in May."), Aliases())
    assert (item.who and item.article.text[item.who.start : item.who.end]) == who


def test_a_pronoun_means_whom_the_sentence_before_calls_by_the_surname() -> None:
    item = _last(f"{KOREAN} 표 시장은 항구를 좋아한다. 그는 5월에 항구에 간다.")
    start = item.article.text.index("표 시장은")
    before = replace(item.sentence, start=start, end=start + len("표 시장은 항구를 좋아한다."))
    found = in_full("표지훈은 5월에 항구에 간다.", "ko", replace(item, before=before), Aliases())
    assert found.who is not None
    assert item.article.text[found.who.start : found.who.end] == "표지훈 도담시장은 기공식에 왔다."
    assert share_of_names(understand("표지훈은 언제 항구에 가나요?"), item.article, [item.sentence], Aliases()) == 1.0


def test_a_question_finds_the_person_behind_the_surname() -> None:
    item = _last(f"{KOREAN} 표 시장은 5월에 항구에 간다.")
    for question, share in (("표지훈은 언제 항구에 가나요?", 1.0), ("표민수는 언제 항구에 가나요?", 0.0)):
        assert share_of_names(understand(question), item.article, [item.sentence], Aliases()) == share
