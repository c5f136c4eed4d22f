"""What holds for every quantity and every text."""

from __future__ import annotations

import time
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.quantities import Moment, Quantity, parse, same, unsupported, write

LANGUAGES = st.sampled_from(["ko", "en"])
# News rounds: up to four leading digits on any scale.
FIGURES = st.builds(lambda digits, zeros: Decimal(digits) * 10**zeros, st.integers(2, 9999), st.integers(0, 9))
MONEY = st.sampled_from(["USD", "KRW", "CNY", "JPY", "EUR", "GBP", "INR", "AUD", "CAD", "HKD"])
COUNTS = st.sampled_from(["person", "count:country", "count:company", "count:time", "thing", ""])
SPANS = st.sampled_from(["year", "month", "week", "hour", "minute", "second"])
# Letters that numbers are made of, and their neighbours, so that the fuzz meets the grammar.
NUMBERISH = st.text(
    st.sampled_from("0123456789.,~-–·:%$₩€ 만억조경천백십일이삼사오수몇여약제첫두세네열스물명개원달러년월일시분초대주차번째위반의중한 tofandhlrmicuw½²٣'\"\n"),
    max_size=60,
)  # fmt: skip
WORDY = st.lists(
    st.sampled_from(
        "half a dozen two three million and to between from % percent dollars $5 1,000 2018 May March 5 20s 2-0 first "
        "second third one in out of once past straight days hours an hour year in a row rose by fortnight last autumn 8 p.m. Tuesday years old quarter of 3분의 1 12~18개월 수십 억 20여 명 이상 560만 달러 조 2,500억 원 "
        "두 한 명 중 1년 6개월 1시간 30분 나흘째 연속 반 반이 늘었다 지난 가을 여남은".split()
    ),
    max_size=14,
).map(" ".join)


def number(value: Decimal, unit: str, high: Decimal | None = None) -> Quantity:
    return Quantity(value, value if high is None else high, unit, 0, 0, "")


def comes_back(quantity: Quantity, language: str) -> None:
    written = write(quantity, language)
    found = parse(written, language)
    assert len(found) == 1, (written, found)
    assert same(found[0], quantity), (written, found)
    assert same(quantity, found[0]), (written, found)


@given(FIGURES, MONEY, LANGUAGES)
def test_money_survives_writing_and_reading(value: Decimal, unit: str, language: str):
    comes_back(number(value, unit), language)


@given(FIGURES, COUNTS, LANGUAGES)
def test_counts_survive_writing_and_reading(value: Decimal, unit: str, language: str):
    comes_back(number(value, unit), language)


@given(st.integers(2, 400), SPANS, LANGUAGES)
def test_durations_survive_writing_and_reading(value: int, unit: str, language: str):
    comes_back(number(Decimal(value), unit), language)


@given(st.integers(1, 99999), st.sampled_from(["percent", "percentage_point"]), LANGUAGES)
def test_percents_survive_writing_and_reading(hundredths: int, unit: str, language: str):
    comes_back(number(Decimal(hundredths) / 100, unit), language)


@given(st.integers(2, 90), st.integers(1, 90), st.sampled_from(["percent", "month", "USD", "person"]), LANGUAGES)
def test_ranges_survive_writing_and_reading(low: int, more: int, unit: str, language: str):
    comes_back(number(Decimal(low), unit, Decimal(low + more)), language)


@given(st.dates(date(1600, 1, 1), date(2099, 12, 31)), LANGUAGES, st.booleans(), st.booleans())
def test_dates_survive_writing_and_reading(day: date, language: str, with_year: bool, with_day: bool):
    moment = Moment(day.year if with_year else None, day.month, day.day if with_day or not with_year else None)
    comes_back(Quantity(moment.number, moment.number, "date", 0, 0, "", moment=moment), language)


@given(st.integers(0, 23), st.integers(0, 59), LANGUAGES)
def test_times_survive_writing_and_reading(hour: int, minute: int, language: str):
    moment = Moment(hour=hour, minute=minute, half_day=True)
    value = Decimal(hour * 60 + minute)
    comes_back(Quantity(value, value, "time", 0, 0, "", moment=moment), language)


@given(FIGURES, FIGURES, MONEY)
def test_two_exact_amounts_are_the_same_only_when_equal(one: Decimal, other: Decimal, unit: str):
    assert same(number(one, unit), number(other, unit)) == (one == other)


@given(FIGURES, MONEY, MONEY)
def test_money_of_another_currency_is_never_the_same(value: Decimal, one: str, other: str):
    assert same(number(value, one), number(value, other)) == (one == other)


@settings(max_examples=300)
@given(st.one_of(st.text(max_size=80), NUMBERISH, WORDY), LANGUAGES, st.none() | st.dates())
def test_any_text_is_read_without_a_failure_and_spans_lie_in_it(text: str, language: str, today: date | None):
    found = parse(text, language, today=today)
    ends = 0
    for quantity in found:
        assert ends <= quantity.start < quantity.end <= len(text)
        assert text[quantity.start : quantity.end] == quantity.text
        assert quantity.low <= quantity.high
        assert same(quantity, quantity)
        assert write(quantity, "ko")
        assert write(quantity, "en")
        ends = quantity.end


@given(st.one_of(NUMBERISH, WORDY), LANGUAGES)
def test_a_text_bears_itself_out(text: str, language: str):
    assert unsupported(text, language, text, language) == []


@given(st.dates(date(1900, 1, 1), date(2099, 1, 1)), st.integers(0, 6))
def test_a_plain_weekday_is_at_most_six_days_back(today: date, back: int):
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    (found,) = parse(f"on {names[(today - timedelta(days=back)).weekday()]}", "en", today=today)
    moment = found.moment
    assert date(moment.year, moment.month, moment.day) == today - timedelta(days=back)


@pytest.mark.parametrize(
    "unit",
    [
        "1,",
        "9",
        "만 ",
        "3만",
        "²일 ",
        "²two ",
        "a ",
        "half ",
        "two and ",
        "1-",
        "1~",
        "- ",
        "년 1월 ",
        "one hundred ",
        "$",
        ". ",
    ],
)
@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_long_run_of_anything_is_read_in_linear_time(unit: str, language: str):
    text = unit * (20_000 // len(unit))
    begun = time.process_time()
    parse(text, language)
    assert time.process_time() - begun < 10  # seconds; a quadratic reader needs minutes
