"""The word list gives the terms of one language for those of the other, and is in order."""

from __future__ import annotations

import re
from collections import Counter
from importlib import resources

import pytest

from ingest.dictionary import inflected, synonyms, translations
from ingest.terms import singular, terms

LINES = resources.files("ingest").joinpath("dictionary.tsv").read_text("utf-8").splitlines()
LIST = {word: listed.split(", ") for word, _, listed in (line.partition("\t") for line in LINES)}


def across(text: str) -> set[str]:
    return {found for term in terms(text) for found in translations(term)}


# ---- looking up


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("선거", "election"),
        ("금리", "rate"),
        ("파업", "strike"),
        ("캐나다", "canada"),
        ("돕", "help"),
        ("붉", "red"),
        ("보고서", "report"),
        ("소란", "disturbance"),
        ("자원", "resource"),
        ("설문", "poll"),
        ("집무실", "office"),
    ],
)
def test_a_pair_is_found_from_both_sides(korean: str, english: str) -> None:
    assert english in translations(korean)
    assert korean in translations(english)


@pytest.mark.parametrize(
    ("korean", "forms"),
    [
        ("오르", {"rise", "rose", "risen", "rising", "climb", "climbed", "increased", "increasing"}),
        ("떨어지", {"fall", "fell", "fallen", "falling", "drop", "dropped", "dropping", "declined"}),
        ("멈추", {"stop", "stopped", "stopping"}),
        ("나르", {"carry", "carried", "carrying"}),
        ("선호", {"prefer", "preferred", "preferring"}),
        ("제출", {"submit", "submitted", "submitting"}),
        ("사", {"buy", "bought", "buying"}),
    ],
)
def test_every_form_of_a_word_is_found(korean: str, forms: set[str]) -> None:
    assert forms <= set(translations(korean))
    assert all(korean in translations(form) for form in forms)


def test_the_likelier_word_comes_first() -> None:
    assert translations("오르")[0] == "rise"
    assert translations("경기")[0] == "match"


def test_what_is_not_listed_has_no_translation() -> None:
    for term in ("", "가나다라마바사", "qqqq", "560", "é", "있"):
        assert translations(term) == ()


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("금리가 올랐다.", "Rates rose."),
        ("시장이 공장을 방문했다.", "The mayor visits factories."),
        ("의회가 예산을 깎았다.", "Councils cut their budgets."),
        ("두 회사가 협상을 멈췄다.", "Companies stopped negotiating."),
        ("화재로 열차가 늦었다.", "Fires delayed trains."),
    ],
)
def test_the_words_of_a_sentence_are_found_in_its_translation(korean: str, english: str) -> None:
    content = [term for term in terms(english) if term not in {"the", "their"}]
    assert set(content) <= across(korean)
    nouns = [term for term in terms(korean) if translations(term)]
    assert nouns
    assert set(nouns) <= across(english)


@pytest.mark.parametrize(
    ("word", "same", "other"),
    [
        ("설문", "여론조사", "보고서"),
        ("난동", "소란", "집회"),
        ("유사", "비슷", "다르"),
        ("speech", "speak", "sentence"),
    ],
)
def test_a_synonym_shares_translations(word: str, same: str, other: str) -> None:
    assert same in synonyms(word)
    assert other not in synonyms(word)


@pytest.mark.parametrize(
    ("one", "other"), [("이기", "패하"), ("win", "lose"), ("이기", "때리"), ("크", "최대"), ("오르", "떨어지")]
)
def test_what_is_told_apart_in_news_has_no_shared_word(one: str, other: str) -> None:
    assert other not in synonyms(one)
    assert one not in synonyms(other)


def test_words_of_little_meaning_translate_to_no_common_one() -> None:
    for term in ("때", "곳", "수", "등", "중", "것", "이", "때문", "경우"):
        assert translations(term) == ()
    everyday = ("be", "is", "was", "have", "had", "do", "make", "get", "got", "thing", "not", "and", "of", "the", "one")
    assert [word for word in everyday if translations(word)] == []


# ---- forms


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("walk", ["walk", "walked", "walking"]),
        ("bake", ["bake", "baked", "baking"]),
        ("stop", ["stop", "stopped", "stopping"]),
        ("carry", ["carry", "carried", "carrying"]),
        ("play", ["play", "played", "playing"]),
        ("visit", ["visit", "visited", "visiting", "visitted", "visitting"]),
        ("refer", ["refer", "refered", "refering", "referred", "referring"]),
        ("travel", ["travel", "traveled", "traveling", "travelled", "travelling"]),
        ("equip", ["equip", "equiped", "equiping", "equipped", "equipping"]),
        ("contain", ["contain", "contained", "containing"]),
        ("elections", ["election", "electioned", "electioning"]),
        ("uk", ["uk"]),
    ],
)
def test_the_regular_forms_of_a_base(base: str, forms: list[str]) -> None:
    assert inflected(base) == forms


# ---- the list itself


def test_every_line_is_a_korean_word_and_english_words() -> None:
    assert len(LINES) > 10_000
    assert [line for line in LINES if not re.fullmatch(r"[가-힣]+\t[a-z]+(?:, [a-z]+)*", line)] == []


def test_the_list_is_sorted_and_has_each_word_once() -> None:
    assert [line.partition("\t")[0] for line in LINES] == sorted(LIST)


def test_no_english_word_is_given_twice_to_one_korean_word() -> None:
    def repeated(words: list[str]) -> list[str]:
        """As terms; forms that another word of the line has anyway are repeats too."""
        counted = Counter(map(singular, words))
        given = {form for word in words for form in inflected(word)[1:]}
        return [word for word in counted if counted[word] > 1 or word in given]

    assert {word: found for word, listed in LIST.items() if (found := repeated(listed))} == {}


def test_the_english_side_is_written_as_terms_are() -> None:
    words = {word for listed in LIST.values() for word in listed}
    assert [word for word in words if terms(word) != [inflected(word)[0]]] == []


def test_the_korean_side_is_written_as_terms_are() -> None:
    sample = sorted(LIST)[::60]
    ends = ("", "은 있다.", "다.", "고 있다.", "했다.", "을 했다.")
    lost = [word for word in sample if not any(word in terms(word + end) for end in ends)]
    assert len(lost) <= len(sample) / 50, lost  # a word alone is at times cut otherwise than in a text


def test_the_likelier_translation_comes_first_in_both_directions() -> None:
    assert translations("시작")[0] == "start"
    assert translations("begin")[0] == "시작"
    assert translations("role").index("역할") < translations("role").index("역")
