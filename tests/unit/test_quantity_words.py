"""The same quantity in other words, in both languages and across them, and what must still differ."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from ingest.language import detect
from ingest.quantities import parse, unsupported, write

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "cases" / "quantity_words.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def _missing(claim: str, source: str) -> list[str]:
    return [quantity.text for quantity in unsupported(claim, detect(claim), source, detect(source))]


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_the_same_in_other_words_bears_each_other_out(row: list[str]) -> None:
    alike = [text for text in row if not text.startswith("!")]
    assert {pair: _missing(*pair) for pair in permutations(alike, 2) if _missing(*pair)} == {}


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_what_says_something_else_does_not(row: list[str]) -> None:
    alike = [text for text in row if not text.startswith("!")]
    other = [text.removeprefix("!") for text in row if text.startswith("!")]
    pairs = [(one, two) for one in alike for two in other]
    assert [pair for pair in pairs if not _missing(*pair) or not _missing(*reversed(pair))] == []


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Two men were held, and one was charged.", "붙잡힌 두 명 중 한 명이 기소됐다."),
        ("붙잡힌 두 명 중 한 명이 기소됐다.", "Two men were held, and one was charged."),
        ("Three of the ten gates were shut.", "열 곳 가운데 세 곳이 닫혔다."),
        ("징역 2년에 6개월이 더해졌다.", "He got two years, and six months more."),
    ],
)
def test_parts_stand_for_the_whole(claim: str, source: str) -> None:
    assert _missing(claim, source) == []


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("세 명이 기소됐다.", "세 명 중 한 명이 기소됐다."),
        ("30분 늦었다.", "1시간 30분 늦었다."),
        ("It rained for a fourth year.", "나흘째 비가 왔다."),
        ("It took four days.", "It ended on the fourth day."),
    ],
)
def test_a_part_is_not_the_whole(claim: str, source: str) -> None:
    assert _missing(claim, source) != []


@pytest.mark.parametrize(
    ("text", "language", "spans"),
    [
        ("1년 반 걸렸다.", "ko", ["1년 반"]),
        ("약 1시간 30분 뒤 끝났다.", "ko", ["1시간 30분"]),
        ("It took an hour and 40 minutes.", "en", ["an hour and 40 minutes"]),
        ("They won four straight games.", "en", ["four"]),
        ("It rained for four straight days.", "en", ["four straight days"]),
        ("둘 중 하나는 틀렸다.", "ko", []),
        ("우리 반이 이겼다.", "ko", []),
        ("One man in two different towns saw it.", "en", ["One"]),
        ("A fifth goal came late, by a third party.", "en", ["fifth", "third"]),
        ("At once, once the rain stopped, they left.", "en", []),
        ("It was followed by a third, Ash Hall.", "en", ["third"]),
        ("What was once a busy pier is shut, and once in power they left.", "en", []),
        ("It runs once a day, and has failed more than once.", "en", ["once", "once"]),
        ("It happens once in a while.", "en", []),
        ("29경기 중 19경기를 졌다.", "ko", ["29경기", "19경기"]),
        ("The May government fell.", "en", []),
        ("The March on the palace grew.", "en", []),
    ],
)
def test_what_is_read(text: str, language: str, spans: list[str]) -> None:
    found = parse(text, language)
    assert [quantity.text for quantity in found if quantity.unit not in ("", "thing", "count:town")] == spans


@pytest.mark.parametrize(
    ("text", "language", "written"),
    [
        ("1년 6개월", "ko", "one year and six months"),
        ("an hour and 40 minutes", "en", "1시간 40분"),
        ("four straight days", "en", "4일 연속"),
        ("두 명 중 한 명", "ko", "one in two"),
        ("열 명 가운데 세 명", "ko", "three in 10"),
        ("one villager in two", "en", "절반"),
        ("여남은 명", "ko", "more than 10 people"),
        ("a fortnight", "en", "2주"),
    ],
)
def test_what_is_written(text: str, language: str, written: str) -> None:
    (quantity,) = parse(text, language)
    assert write(quantity, "en" if language == "ko" else "ko") == written
