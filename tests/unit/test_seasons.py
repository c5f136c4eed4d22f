"""Seasons, and the years that they are told by."""

from datetime import date

import pytest

from ingest.language import detect
from ingest.quantities import parse, unsupported, write
from ingest.seasons import seasons

MAY = date(2025, 5, 14)


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("It opens in spring 2028.", "en", ["spring"]),
        ("It opened last fall.", "en", ["autumn"]),
        ("It opened in the fall of 2024.", "en", ["autumn"]),
        ("Spring 2024 was dry.", "en", ["spring"]),
        ("Prices fall in a hot spring.", "en", []),
        ("This fall in prices hurt.", "en", []),
        ("내년 봄에 문을 연다.", "ko", ["spring"]),
        ("2028년 가을에 연다.", "ko", ["autumn"]),
        ("지난해 가을 문을 열었다.", "ko", ["autumn"]),
        ("지난가을 문을 열었다.", "ko", ["autumn"]),
        ("겨울보다 여름이 길다.", "ko", ["summer", "winter"]),
        ("그는 하늘을 바라봄.", "ko", []),
    ],
)
def test_seasons(text: str, language: str, found: list[str]) -> None:
    assert seasons(text, language) == found


def _missing(claim: str, source: str, today: date = MAY) -> list[str]:
    return [q.text for q in unsupported(claim, detect(claim), source, detect(source), today=today)]


LAST_AUTUMN = ["작년 가을 문을 열었다.", "지난가을 문을 열었다.", "지난해 가을 문을 열었다.", "It opened last autumn.", "It opened last fall.",
               "It opened in the fall of 2024.", "2024년 가을에 문을 열었다."]  # fmt: skip
NEXT_SPRING = ["내년 봄 문을 연다.", "다음 봄 문을 연다.", "It opens next spring.", "It opens in spring 2026."]


@pytest.mark.parametrize("alike", [LAST_AUTUMN, NEXT_SPRING])
def test_a_season_is_of_one_year_in_other_words(alike: list[str]) -> None:
    assert {(one, two): _missing(one, two) for one in alike for two in alike if _missing(one, two)} == {}


@pytest.mark.parametrize("source", [*LAST_AUTUMN, "2023년 가을에 문을 열었다."])
@pytest.mark.parametrize("claim", ["올가을 문을 연다.", "It opens this autumn.", "내년 가을 문을 연다."])
def test_a_season_of_another_year_is_another(claim: str, source: str) -> None:
    assert _missing(claim, source)


def test_a_season_that_the_source_leaves_undated_may_be_any() -> None:
    assert _missing("It opens this autumn.", "가을에 문을 연다.") == []


@pytest.mark.parametrize(
    ("text", "today"),
    [("It opened last summer.", date(2025, 10, 1)), ("It opens next autumn.", MAY), ("지난겨울 문을 열었다.", MAY)],
)
def test_what_may_be_one_year_or_another_is_left_open(text: str, today: date) -> None:
    assert parse(text, detect(text), today=today) == []


def test_a_season_is_written_with_its_year() -> None:
    (korean,), (english,) = parse("지난가을", "ko", today=MAY), parse("last fall", "en", today=MAY)
    assert write(korean, "en") == "autumn 2024"
    assert write(english, "ko") == "2024년 가을"
