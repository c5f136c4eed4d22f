"""The numbers of a text: read, compared, and written in the other language. The tables are in cases/."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from ingest.quantities import Quantity, parse, same, unsupported, write

CASES = Path(__file__).parent / "cases"
MONDAY = date(2025, 2, 3)


def rows(name: str) -> list[list[str]]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def told(quantity: Quantity) -> str:
    """A quantity as the tables write it: LOW[~HIGH] UNIT [rounding] [vague]."""
    ends = [format(end.normalize(), "f") for end in (quantity.low, quantity.high)]
    number = ends[0] if quantity.low == quantity.high else "~".join(ends)
    rounding = "" if quantity.rounding == "exact" else quantity.rounding
    return " ".join(filter(None, [number, quantity.unit or "-", rounding, "vague" if quantity.vague else ""]))


def only(text: str, language: str) -> Quantity:
    (quantity,) = parse(text, language)
    return quantity


@pytest.mark.parametrize(("text", "expected"), rows("quantities_ko.tsv"))
def test_korean_text_is_read(text: str, expected: str):
    assert ("; ".join(map(told, parse(text, "ko"))) or "none") == expected


@pytest.mark.parametrize(("text", "expected"), rows("quantities_en.tsv"))
def test_english_text_is_read(text: str, expected: str):
    assert ("; ".join(map(told, parse(text, "en"))) or "none") == expected


@pytest.mark.parametrize(("claim_language", "claim", "language", "source", "expected"), rows("quantity_pairs.tsv"))
def test_a_claim_is_borne_out_or_not(claim_language: str, claim: str, language: str, source: str, expected: str):
    assert same(only(claim, claim_language), only(source, language)) == (expected == "same")


@pytest.mark.parametrize(("read", "text", "written", "expected"), rows("quantity_writing.tsv"))
def test_a_quantity_is_written_as_news_writes_it(read: str, text: str, written: str, expected: str):
    quantity = only(text, read)
    assert write(quantity, written) == expected
    assert same(only(expected, written), quantity)


@pytest.mark.parametrize(("claim_language", "claim", "language", "source", "expected"), rows("quantity_checks.tsv"))
def test_what_a_source_does_not_say_is_found(
    claim_language: str, claim: str, language: str, source: str, expected: str
):
    missing = unsupported(claim, claim_language, source, language)
    assert (";".join(quantity.text for quantity in missing) or "none") == expected


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("어제", "ko", 20250202),
        ("그저께", "ko", 20250201),
        ("오늘", "ko", 20250203),
        ("내일", "ko", 20250204),
        ("지난달", "ko", 20250100),
        ("다음 달", "ko", 20250300),
        ("지난해", "ko", 20240000),
        ("내년", "ko", 20260000),
        ("올해 3월 5일", "ko", 20250305),
        ("작년 11월", "ko", 20241100),
        ("yesterday", "en", 20250202),
        ("tomorrow", "en", 20250204),
        ("last month", "en", 20250100),
        ("next month", "en", 20250300),
        ("last year", "en", 20240000),
        ("this year", "en", 20250000),
    ],
)
def test_the_day_of_the_article_dates_relative_words(text: str, language: str, day: int):
    (quantity,) = parse(text, language, today=MONDAY)
    assert (quantity.unit, quantity.low) == ("date", Decimal(day))


def test_a_month_before_january_is_in_the_year_before():
    (quantity,) = parse("지난달", "ko", today=date(2025, 1, 31))
    assert quantity.low == Decimal(20241200)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("on Friday", "en", date(2025, 1, 31)),
        ("on Monday", "en", MONDAY),
        ("last Monday", "en", date(2025, 1, 27)),
        ("next Friday", "en", date(2025, 2, 7)),
        ("지난 금요일", "ko", date(2025, 1, 31)),
        ("오는 금요일", "ko", date(2025, 2, 7)),
    ],
)
def test_a_weekday_is_dated_from_the_day_of_the_article(text: str, language: str, expected: date):
    (quantity,) = parse(text, language, today=MONDAY)
    assert date(quantity.moment.year, quantity.moment.month, quantity.moment.day) == expected


def test_a_day_without_its_month_takes_it_from_the_day_of_the_article():
    assert unsupported("It was on February 2.", "en", "2일 열렸다.", "ko", today=MONDAY) == []
    assert unsupported("It was on March 2.", "en", "2일 열렸다.", "ko", today=MONDAY) != []


def test_one_that_is_counted_is_a_word_of_its_own():
    assert unsupported("다친 교사는 1명이다.", "ko", "교사들은 경미한 부상을 입었다.", "ko") != []
    assert unsupported("다친 교사는 1명이다.", "ko", "한 교사가 부상을 입었다.", "ko") == []


def test_last_thirtieth_is_in_the_month_before():
    quantity = parse("지난 30일", "ko", today=date(2025, 2, 14))[0]
    assert quantity.low == Decimal(20250130)
    assert parse("30일", "ko", today=date(2025, 2, 14))[0].low == Decimal(30)  # may be to come


def test_the_span_holds_the_number_and_its_unit_and_no_outer_rounding_word():
    text = "약 560만 달러를 들였다"
    quantity = only(text, "ko")
    assert text[quantity.start : quantity.end] == quantity.text == "560만 달러"
    assert quantity.rounding == "about"


def test_an_inner_rounding_word_is_written_too():
    quantity = only("20여 명", "ko")
    assert quantity.inside
    assert write(quantity, "en") == "more than 20 people"
    assert write(only("more than 20 people", "en"), "ko") == "20명"


def test_wide_digits_are_read_in_place():
    text = "이자는 ３．５％가 아니라 ３５％다"
    assert text[slice(*[(q.start, q.end) for q in parse(text, "ko")][-1])] == "３５％"


@pytest.mark.parametrize(
    ("claim", "claim_language", "source", "language", "missing"),
    [
        ("The results came out on January 28.", "en", "결과는 지난달 28일 나왔다.", "ko", []),
        ("The results came out on February 28.", "en", "결과는 지난달 28일 나왔다.", "ko", ["February 28"]),
        ("수영장은 올해 늦게 연다.", "ko", "수영장은 7월 1일에서 8월 1일로 개장을 미룬다.", "ko", []),
        ("수영장은 내년에 연다.", "ko", "수영장은 7월 1일에서 8월 1일로 개장을 미룬다.", "ko", ["내년"]),
        ("Seats on sale today are dear.", "en", "The seats now sold are dear.", "en", []),
        ("Seats on sale today are dear.", "en", "The seats sold last year were dear.", "en", ["today"]),
        ("The map has to be drawn first.", "en", "지도부터 그려야 한다.", "ko", []),
        ("The map was drawn first.", "en", "지도는 3월부터 그렸다.", "ko", ["first"]),
    ],
)
def test_a_date_may_stand_in_parts_or_in_other_words(
    claim: str, claim_language: str, source: str, language: str, missing: list[str]
):
    found = unsupported(claim, claim_language, source, language, today=MONDAY)
    assert [quantity.text for quantity in found] == missing
