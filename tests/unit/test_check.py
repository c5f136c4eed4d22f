"""Each way in which a sentence is not borne out by what is cited for it."""

from dataclasses import replace

import pytest

from app.check import Checker
from app.cite import cite
from ingest.names import Aliases
from tests.unit.evidence import Near, evidence


class Far:
    def near(self, sentence, language, others, written_in):
        return [0.0] * len(others)


CHECKER = Checker(Near(), Aliases([("딥시크", "DeepSeek"), ("에릭 셰리던", "Eric Sheridan")]))
COST = evidence("딥시크가 밝힌 R1의 훈련 비용은 560만 달러다.", title="셰리던, 딥시크 비용 분석")
VIEW = evidence(
    "에릭 셰리던은 이 비용이 전체를 나타내지는 않는다고 말했다.", speaker="에릭 셰리던", title="딥시크 비용 분석"
)


def kinds(claim: str, *evidence, language: str = "en") -> list[str]:
    return [problem.kind for problem in cite(claim, language, evidence, CHECKER)[1]]


@pytest.mark.parametrize(
    ("claim", "cited", "found"),
    [
        ("DeepSeek put the cost of training R1 at $5.6 million.", COST, []),
        ("DeepSeek put the cost of training R1 at $560 million.", COST, ["number"]),
        ("Nvidia put the cost of training R1 at $5.6 million.", COST, ["name", "meaning"]),
        ("Eric Sheridan said that the cost is $5.6 million.", COST, ["speaker"]),
        ("Eric Sheridan said the cost does not represent the whole.", VIEW, []),
        ("DeepSeek said the cost does not represent the whole.", VIEW, ["speaker"]),
        ("The cost of training R1 was not $5.6 million.", COST, ["negation"]),
        ("Eric Sheridan said “this cost is not the whole”.", VIEW, ["quotation"]),
        ("Eric Sheridan said it does not represent the “whole”.", VIEW, ["quotation"]),
        ("“R1” cost $5.6 million to train.", COST, []),
        ("DeepSeek put the cost of training R1 at $5.6 million, see www.example.com.", COST, ["name"]),
        ("The cost of R1 is 560만 달러다 그리고 전체.", COST, ["language"]),
    ],
)
def test_english_claims_on_korean_sentences(claim: str, cited, found: list[str]) -> None:
    assert kinds(claim, cited) == found


def test_nothing_stands_on_nothing() -> None:
    assert kinds("The cost was high.") == ["no_evidence"]


def test_two_sentences_bear_out_two_facts() -> None:
    cited, problems = cite(
        "R1 cost $5.6 million, and Eric Sheridan said that is not the whole.", "en", [COST, VIEW], CHECKER
    )
    assert (len(cited), problems) == (2, ())


@pytest.mark.parametrize(
    ("claim", "one", "other"),
    [
        (
            "Samsung spent $5.6 million on the plant.",
            "Samsung reported losses.",
            "Apple spent $5.6 million on the plant.",
        ),
        ("The plant did not cost $5.6 million.", "The plant did cost $5.6 million.", "Nobody was hurt in the fire."),
        ("Apple spent $5.6 million on Tuesday.", "Apple spent $5.6 million.", "Samsung opened a plant on Tuesday."),
    ],
)
def test_two_sentences_never_add_up_to_a_third(claim: str, one: str, other: str) -> None:
    assert kinds(claim, evidence(one), evidence(other))


def test_one_persons_words_never_pass_in_anothers_mouth() -> None:
    told = evidence("Satya Nadella told Sam Altman that training cost $5.6 million.", speaker="Satya Nadella")
    assert kinds("Sam Altman said that training cost $5.6 million.", told) == ["speaker"]
    assert kinds("Satya Nadella said that training cost $5.6 million.", told) == []


def test_what_is_far_in_meaning_is_refused_whatever_its_names() -> None:
    far = Checker(Far(), Aliases())
    assert [p.kind for p in cite("The harbour closed early.", "en", [COST], far)[1]] == ["meaning"]


def test_broken_characters_are_refused() -> None:
    assert "language" in kinds("디\ufffd시크의 비용은 560만 달러다.", COST, language="ko")


def test_a_korean_quotation_stands_letter_for_letter() -> None:
    quoted = evidence("김 시장은 “다리는 안전하다”고 말했다.", speaker="김 시장")
    assert kinds("김 시장은 “다리는 안전하다”고 말했다.", quoted, language="ko") == []
    assert "quotation" in kinds("김 시장은 “다리는 아주 안전하다”고 말했다.", quoted, language="ko")


class ByWords:
    """Nearness by shared words."""

    def near(self, sentence, language, others, written_in):
        words = set(sentence.lower().rstrip(".").split())
        return [10 * len(words & set(other.lower().rstrip(".").split())) / len(words) for other in others]


def test_what_the_nearest_sentence_denies_no_other_bears_out() -> None:
    denied = evidence("The reported cost does not reflect the full cost of the model.")
    beside = evidence("The firm gave the reported full cost of the model.")
    claim = "The reported cost does reflect the full cost of the model."
    checker = Checker(ByWords(), Aliases())
    assert "negation" in [problem.kind for problem in cite(claim, "en", [beside, denied], checker)[1]]


def test_halves_are_never_cut_out_of_a_quotation() -> None:
    source = evidence("“The wall is high, and we will mend it,” Ann Roe said.", speaker="Ann Roe")
    assert "quotation" in kinds("“The wall is high, and we will leave it,” Ann Roe said.", source)


def test_what_stands_word_for_word_is_borne_out() -> None:
    odd = evidence("Not one of the 3 gates, it said, was other than shut.")
    assert cite(odd.text, "en", [odd], Checker(Far(), Aliases()))[1] == ()


def test_one_surname_is_not_another_person() -> None:
    told = evidence("Marlow told reporters that the wall would stand.", speaker="Marlow")
    article = replace(told.article, text=f"{told.text}\nAnn Marlow is the mayor.")
    assert "name" in kinds("Bob Marlow told reporters that the wall would stand.", replace(told, article=article))
    assert kinds("Ann Marlow told reporters that the wall would stand.", replace(told, article=article)) == []


def test_a_translated_quotation_stands_only_where_that_is_said_and_the_source_quotes() -> None:
    source = evidence("앤 로는 “우리는 벽을 고친다”고 말했다.", speaker="앤 로")
    unquoted = evidence("앤 로는 우리가 벽을 고친다고 말했다.", speaker="앤 로")
    loose = Checker(Near(), Aliases([("앤 로", "Ann Roe")]), verbatim=False)
    claim = "“We mend the wall,” Ann Roe said."
    assert cite(claim, "en", [source], loose)[1] == ()
    assert [problem.kind for problem in cite(claim, "en", [unquoted], loose)[1]] == ["quotation"]
    assert "quotation" in kinds(claim, source)
