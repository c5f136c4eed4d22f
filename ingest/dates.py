"""Calendar quantities, in either language: how they are built and when two name the same day, month, year or hour."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal

from ingest.quantity import Moment, Quantity

Found = tuple[int, int, str, Moment]  # start, end, unit, moment
Reader = Callable[[str, date | None], Iterator[Found]]


def quantity(text: str, start: int, end: int, unit: str, moment: Moment) -> Quantity:
    value = _value(unit, moment)
    high = value
    if unit == "decade":
        high = value + 9
    return Quantity(value, high, unit, start, end, text[start:end], moment=moment)


def _value(unit: str, moment: Moment) -> Decimal:
    if unit == "time":
        return Decimal((moment.hour or 0) * 60 + (moment.minute or 0))
    if unit == "weekday":
        return Decimal(moment.weekday or 0)
    if unit == "quarter":
        return Decimal(moment.quarter or 0)
    if unit in ("decade", "century"):
        return Decimal(moment.year or 0)
    return moment.number


def valid(year: int | None = None, month: int | None = None, day: int | None = None) -> bool:
    if month is not None and not 1 <= month <= 12:
        return False
    if day is None:
        return True
    try:
        date(year or 2024, month or 1, day)  # 2024 is a leap year: 29 February without a year is a day
    except ValueError:
        return False
    return True


def on(day: date) -> Moment:
    return Moment(day.year, day.month, day.day, day.weekday())


def month_away(today: date, months: int) -> Moment:
    index = today.year * 12 + today.month - 1 + months
    return Moment(year=index // 12, month=index % 12 + 1)


_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11)}  # months; winter is of two years


def season_year(today: date, season: str, direction: str) -> int | None:
    """The year of last, this or next autumn; None where a writer may mean one year or another (last summer, said in October)."""
    if season not in _SEASONS:
        return None
    first, last = _SEASONS[season]
    if direction == "this":
        return today.year
    if direction == "coming":
        return today.year if today.month < first else today.year + 1 if today.month > last else None
    if direction == "next":
        return today.year + 1 if today.month >= first else None
    return today.year - 1 if today.month <= last else None


def weekday_near(today: date | None, weekday: int, direction: str) -> Moment:
    """A weekday, dated where the article's date is known: the last one up to that day, or the next after it."""
    if today is None:
        return Moment(weekday=weekday)
    back = (today.weekday() - weekday) % 7
    if direction == "next":
        day = today + timedelta(days=7 - back)
    else:
        day = today - timedelta(days=back or (7 if direction == "last" else 0))
    return Moment(day.year, day.month, day.day, weekday)


def same(claim: Quantity, source: Quantity) -> bool:
    """Every part that the claim names is named, equally, by the source (a weekday follows from a full date)."""
    if claim.moment is None or source.moment is None:
        return False
    if claim.unit == "time" or source.unit == "time":
        return claim.unit == source.unit and _same_time(claim.moment, source.moment)
    if claim.unit == "decade" or source.unit == "decade":
        return _same_decade(claim, source)
    if "weekday" in (claim.unit, source.unit):
        return _weekday(claim.moment) is not None and _weekday(claim.moment) == _weekday(source.moment)
    if claim.unit != source.unit:
        return False
    a, b = claim.moment, source.moment
    parts = [(a.year, b.year), (a.quarter, b.quarter), (a.month, b.month), (a.day, b.day)]
    return all(x is None or x == y for x, y in parts)


def _weekday(moment: Moment) -> int | None:
    if moment.weekday is not None:
        return moment.weekday
    if moment.year and moment.month and moment.day:
        return date(moment.year, moment.month, moment.day).weekday()
    return None


def _same_time(a: Moment, b: Moment) -> bool:
    if (a.minute or 0) != (b.minute or 0):
        return False
    if a.half_day and b.half_day:
        return a.hour == b.hour
    return (a.hour or 0) % 12 == (b.hour or 0) % 12


def _same_decade(claim: Quantity, source: Quantity) -> bool:
    a, b = claim.moment, source.moment
    if claim.unit == source.unit:
        return a.year == b.year or (min(a.year, b.year) < 100 and a.year % 100 == b.year % 100)
    if claim.unit == "decade" and source.unit == "date" and b.year:
        return a.year // 10 == b.year // 10
    if "century" in (claim.unit, source.unit):  # the 1100s, and the 12th century
        years, ordinal = (a.year, b.year) if claim.unit == "decade" else (b.year, a.year)
        return years % 100 == 0 and years // 100 + 1 == ordinal
    return False
