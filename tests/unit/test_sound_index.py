"""Names are found by their sound among many words, and little else is."""

from __future__ import annotations

import pytest

from ingest.sound import sound_score
from ingest.sound_index import SoundIndex, skeleton
from tests.unit.test_sound import SAME

STRANGERS = [
    "bank",
    "bridge",
    "river",
    "council",
    "marathon",
    "harbour",
    "은행",
    "다리",
    "강물",
    "의회",
    "마라톤",
    "항구",
]
WORDS = [
    *STRANGERS,
    "renshaw",
    "sheridan",
    "deepseek",
    "wellington",
    "marlow",
    "osman",
    "렌쇼",
    "셰리던",
    "웰링턴",
    "오스만",
]


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("렌쇼", ("renshaw",)),
        ("renshaw", ("렌쇼",)),
        ("셰리던", ("sheridan",)),
        ("sheridan", ("셰리던",)),
        ("딥시크", ("deepseek",)),
        ("오스만", ("osman",)),
        ("말로", ("marlow",)),
        ("deepseek", ()),  # no Hangul word here sounds like it
        ("한강", ()),
    ],
)
def test_a_name_is_found_in_the_other_script(word: str, found: tuple[str, ...]) -> None:
    assert SoundIndex(WORDS).alike(word) == found


def test_longer_names_may_differ_in_a_consonant() -> None:
    assert skeleton("웰링턴") != skeleton("wellington")
    assert SoundIndex(WORDS).alike("웰링턴") == ("wellington",)
    assert SoundIndex(WORDS).alike("wellington") == ("웰링턴",)


def test_the_likest_come_first_and_they_are_few() -> None:
    index = SoundIndex(["wilson", "willson", "wollson", "woolson", "wuilson", "vilsen"])
    found = index.alike("윌슨")
    assert found[:2] == ("willson", "wilson")
    assert len(found) <= 3
    assert found == tuple(sorted(found, key=lambda word: (-sound_score("윌슨", word), word)))


@pytest.mark.parametrize("word", ["", "ai", "아이", "알라위", "alawi", "1234", "!?"])
def test_where_there_is_too_little_to_hear_nothing_is_found(word: str) -> None:
    assert SoundIndex(["ai", "아이", "alawi", "알라위", "1234"]).alike(word) == ()


def test_words_of_the_same_script_are_never_found() -> None:
    assert SoundIndex(["렌쇼", "renshaw", "renshow"]).alike("renshaw") == ("렌쇼",)


def test_the_order_of_the_words_means_nothing() -> None:
    assert SoundIndex(WORDS).alike("렌쇼") == SoundIndex(WORDS[::-1]).alike("렌쇼")


@pytest.mark.parametrize(
    ("hangul", "latin", "heard"),
    [("렌쇼", "renshaw", "LNS"), ("딥시크", "deepseek", "TPSK"), ("오스만", "Osman", "SMN"), ("", "", "")],
)
def test_a_skeleton_is_the_same_in_both_scripts(hangul: str, latin: str, heard: str) -> None:
    assert skeleton(hangul) == skeleton(latin) == heard


def test_most_names_are_found_and_no_stranger() -> None:
    """Those that are not: what ng, a silent r or a silent first letter add to the skeleton of a Latin spelling."""
    pairs = [(hangul, latin.lower()) for hangul, latin in SAME if " " not in latin]
    index = SoundIndex([latin for _, latin in pairs])
    found = {hangul: index.alike(hangul) for hangul, _ in pairs}
    assert sum(latin in found[hangul] for hangul, latin in pairs) / len(pairs) > 0.8
    assert [(hangul, other) for hangul, latin in pairs for other in found[hangul] if other != latin] == []
