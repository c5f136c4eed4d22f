"""Names in brackets behind others, and which names are the same one."""

import pytest

from ingest.names import Aliases, bracket_pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("신생 기업 노바코어(NovaCore)의 발표", [("노바코어", "NovaCore")]),
        ("한빛증권의 해럴드 윈스턴(Harold Winston) 애널리스트", [("해럴드 윈스턴", "Harold Winston")]),
        ("미국 투자은행 골드만삭스(Goldman Sachs)", [("골드만삭스", "Goldman Sachs")]),
        ("최근 알리바바 그룹(Alibaba Group)은", [("알리바바 그룹", "Alibaba Group")]),
        ("인공지능(AI) 붐", [("인공지능", "AI")]),
        ("이는 유럽연합(European Union)의", [("유럽연합", "European Union")]),
        ("NovaCore(노바코어)의", [("노바코어", "NovaCore")]),
        ("shares of Samsung Electronics (삼성전자) rose", [("삼성전자", "Samsung Electronics")]),
    ],
)
def test_brackets_give_pairs(text: str, pairs: list[tuple[str, str]]) -> None:
    assert bracket_pairs(text) == pairs


@pytest.mark.parametrize(
    "text",
    [
        "삼성전자(005930)",
        "엔비디아(NVDA)는",
        "김민준(34) 씨",
        "사고 현장(사진=연합뉴스)",
        "45마일(72km)",
        "매출(3분기 기준)",
        "의원(R-Arizona)",
    ],
)
def test_other_brackets_give_none(text: str) -> None:
    assert bracket_pairs(text) == []


def test_aliases_answer_in_both_directions() -> None:
    aliases = Aliases([("노바코어", "NovaCore"), ("노바코어", "NovaCore"), ("노바코어", "Nova Core")])
    assert aliases.latin("노바코어") == "NovaCore"
    assert aliases.korean("novacore's") == "노바코어"
    assert aliases.latin("독일") == "Germany"
    assert aliases.korean("Germans") == "독일"
    assert aliases.latin("없는이름") is None
    assert aliases.korean("University") is None


def test_extending_leaves_the_old_table_alone() -> None:
    old = Aliases([("노바코어", "NovaCore")])
    new = old.extended([("미르칩", "MirChip")])
    assert (old.latin("미르칩"), new.latin("미르칩"), new.latin("노바코어")) == (None, "MirChip", "NovaCore")


SPELLED = ["Harold Winston", "Winston", "winston's", "Mr. Winston", "해럴드 윈스턴", "윈스턴", "윈스턴 애널리스트는"]


@pytest.mark.parametrize("spelling", SPELLED)
def test_one_person_in_many_spellings(spelling: str) -> None:
    aliases = Aliases(())
    assert aliases.same(spelling, "Harold Winston")
    assert aliases.same("해럴드 윈스턴", spelling)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Harold Winston", "Harold Lindqvist"),
        ("윈스턴", "Lindqvist"),
        ("독일", "France"),
        ("노바코어", "DeepMind"),
        ("김민준", "Kim Seo-yeon"),
    ],
)
def test_strangers_are_not_the_same(a: str, b: str) -> None:
    assert not Aliases(()).same(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("미국", "American"),
        ("EU", "유럽연합"),
        ("김민준", "Kim Min-jun"),
        ("이서연", "Seo-yeon Rhee"),
        ("유럽 연합", "European Union"),
    ],
)
def test_the_same_by_meaning_or_custom(a: str, b: str) -> None:
    assert Aliases(()).same(a, b)


@pytest.mark.parametrize(
    ("titled", "full", "same"),
    [("한 교수", "한지수", True), ("류 의원", "류경민", True), ("한 교수", "김지수", False), ("한", "한지수", False)],
)
def test_a_surname_with_a_title_is_a_mention(titled: str, full: str, same: bool) -> None:
    assert Aliases().same(titled, full) is same
