"""Dates, times and the like as news of a language writes them."""

from __future__ import annotations

from ingest import quantity_words as words
from ingest.dates_en import MONTHS, WEEKDAYS
from ingest.quantity import Moment, Quantity


def calendar_english(quantity: Quantity) -> str:
    moment = quantity.moment
    if quantity.unit == "weekday":
        return WEEKDAYS[moment.weekday]
    if quantity.unit == "time":
        return _time_english(moment)
    if quantity.unit == "quarter":
        return f"the {words.ORDINALS[moment.quarter]} quarter" + (f" of {moment.year}" if moment.year else "")
    if quantity.unit == "decade":
        return f"the {moment.year}s"
    if quantity.unit == "century":
        return f"the {ordinal_figures(moment.year)} century"
    month = MONTHS[moment.month - 1] if moment.month else ""
    if moment.day and not month:
        return f"the {ordinal_figures(moment.day)}"
    if moment.day:
        return f"{month} {moment.day}" + (f", {moment.year}" if moment.year else "")
    return f"{month} {moment.year or ''}".strip()


def ordinal_figures(number: int) -> str:
    tail = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{tail}"


def _time_english(moment: Moment) -> str:
    if moment.half_day and moment.minute == 0 and moment.hour in (0, 12):
        return "midnight" if moment.hour == 0 else "noon"
    minutes = f":{moment.minute:02}" if moment.minute else ""
    if not moment.half_day:
        return f"{moment.hour}{minutes}" if minutes else f"{moment.hour} o'clock"
    return f"{(moment.hour - 1) % 12 + 1}{minutes} {'p.m.' if moment.hour >= 12 else 'a.m.'}"


def calendar_korean(quantity: Quantity) -> str:
    moment = quantity.moment
    year = f"{moment.year}년 " if moment.year else ""
    if quantity.unit == "weekday":
        return f"{'월화수목금토일'[moment.weekday]}요일"
    if quantity.unit == "time":
        return _time_korean(moment)
    if quantity.unit == "quarter":
        return f"{year}{moment.quarter}분기"
    if quantity.unit in ("decade", "century"):
        return f"{moment.year}{'년대' if quantity.unit == 'decade' else '세기'}"
    month = f"{moment.month}월 " if moment.month else ""
    return f"{year}{month}{f'{moment.day}일' if moment.day else ''}".strip()


def _time_korean(moment: Moment) -> str:
    if moment.half_day and moment.minute == 0 and moment.hour in (0, 12):
        return "자정" if moment.hour == 0 else "정오"
    half = ("오후 " if moment.hour >= 12 else "오전 ") if moment.half_day else ""
    hour = (moment.hour - 1) % 12 + 1 if moment.half_day else moment.hour
    return f"{half}{hour}시" + (f" {moment.minute}분" if moment.minute else "")
