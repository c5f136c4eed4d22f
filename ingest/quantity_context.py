"""What the words beside a quantity make of it: 1년 6개월 is one span of time, 나흘째 a run, "up 100%" a rise."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from ingest import units
from ingest.quantity import TIME_UNITS, Quantity, Sense
from ingest.records import Language

_GAP: dict[Language, re.Pattern[str]] = {"ko": re.compile(r" ?"), "en": re.compile(r" (?:and )?")}
_A_DAY = re.compile("하루")  # 하루 네 시간: of every day, and no 28 hours
_ONE_BEFORE = re.compile(r"\b(an?) (year|week|day|hour|minute) and $", re.I)

_RUNS = r"(?:in a row|on the trot|straight|consecutive(?:ly)?|successive(?:ly)?|running(?=[.,;:!?)]|$| (?:and|as|in|for|after|to|with|on|since)\b))"
_RUN: dict[Language, re.Pattern[str]] = {
    "en": re.compile(rf" (?:[a-z]+ )?{_RUNS}", re.I),
    "ko": re.compile(r" ?(?:째(?!로)|연속|연이어|내리(?= )|잇따라)"),
}
_ORDINAL_RUN = re.compile(
    rf" (?P<run>(?:straight|consecutive|successive) )?(?:full |whole )?(?P<noun>[a-z]+)(?P<row> {_RUNS})?", re.I
)
_FOR_A = re.compile(r"\b(?:for|into) (?:an?|the|its|their|his|her) (?:about )?$", re.I)
_KO_ORDINAL_OF = re.compile(r" ?(날|달|해|주)(?![가-힣]{2})")
_KO_SPANS = {"날": "day", "달": "month", "해": "year", "주": "week"}

_UP = r"rose|rises?|risen|rising|grew|grown?|grows|growing|climb\w*|jump\w*|surg\w+|soar\w*|increas\w+|up|gain\w*|leapt|swell\w*|swelled|expand\w*"
_ROUGHLY = r"(?:(?:about|around|nearly|almost|roughly|over|more than|at least|some|just|another|an estimated) )*"
_RISE_BEFORE = re.compile(rf"\b(?:{_UP}) (?:by )?{_ROUGHLY}$|\b(?:rise|growth|increase|jump|gain) of {_ROUGHLY}$", re.I)
_RISE_AFTER: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r" (?:more|higher|larger|bigger|greater|increase|rise|jump|growth|gain|surge)\b", re.I),
    "ko": re.compile(
        r"(?:가|를|을|나)? ?(?:(?:이상|가량|정도|넘게|가까이) )?(?:더 )?(?:늘[었어고며]|늘린|늘려|증가|급증|올랐|오른|올라|상승|뛰었|뛴|뛰어|성장|불어|커졌)"
    ),
}


def read(text: str, language: Language, found: list[Quantity]) -> list[Quantity]:
    """The quantities, in order, with what stands beside them: spans of time joined, runs and rises marked."""
    return [_marked(text, language, quantity) for quantity in _joined(text, language, found)]


def _joined(text: str, language: Language, found: list[Quantity]) -> list[Quantity]:
    joined: list[Quantity] = []
    for quantity in found:
        if joined and _GAP[language].fullmatch(text, joined[-1].end, quantity.start):
            together = _together(text, joined[-1], quantity)
            if together:
                joined[-1] = together
                continue
        joined.append(_with_one_before(text, quantity) if language == "en" else quantity)
    return joined


def _together(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    """An hour and its minutes. The value is in the smaller unit."""
    last = first.parts[-1] if first.parts else first
    if not (_is_span(first) and _is_span(second) and _is_span(last)) or first.sense or second.parts:
        return None
    if _A_DAY.fullmatch(first.text):
        return None
    into, scale = units.factor(second.unit, last.unit), units.factor(second.unit, first.unit)
    if into is None or into <= 1 or second.low >= into or first.low != first.low.to_integral_value():
        return None
    if scale.denominator != 1:
        return None
    value = first.low * scale.numerator + second.low
    kind = first.rounding if first.rounding != "exact" else second.rounding
    return replace(
        second, low=value, high=value, start=first.start, text=text[first.start : second.end], rounding=kind,
        inside=first.inside or second.inside, parts=(*(first.parts or (first,)), second),
    )  # fmt: skip


def _is_span(quantity: Quantity) -> bool:
    return quantity.unit in TIME_UNITS and quantity.low == quantity.high > 0 and not quantity.vague


def _with_one_before(text: str, quantity: Quantity) -> Quantity:
    """An hour and 40 minutes."""
    found = _ONE_BEFORE.search(text[max(0, quantity.start - 16) : quantity.start])
    if not found:
        return quantity
    start = quantity.start - (len(found[0]))
    end = start + len(found[0]) - len(" and ")
    one = Quantity(Decimal(1), Decimal(1), found[2].lower(), start, end, text[start:end])
    return _together(text, one, quantity) or quantity


def _marked(text: str, language: Language, quantity: Quantity) -> Quantity:
    if quantity.moment or quantity.vague or quantity.low != quantity.high:
        return quantity
    if quantity.unit == "ordinal":
        return _ordinal(text, language, quantity)
    if quantity.unit == "percent":
        head = text[max(0, quantity.start - 40) : quantity.start]
        up = (language == "en" and _RISE_BEFORE.search(head)) or _RISE_AFTER[language].match(text, quantity.end)
        return replace(quantity, sense="rise") if up else quantity
    if quantity.unit in TIME_UNITS or units.is_count(quantity.unit):
        inside = re.search(r"straight|consecutive|successive|연승", quantity.text)
        if inside or _RUN[language].match(text, quantity.end):
            return replace(quantity, sense="run")
    return quantity


def _ordinal(text: str, language: Language, quantity: Quantity) -> Quantity:
    """The fourth day: what it counts, and whether without a break."""
    if language == "ko":
        found = _KO_ORDINAL_OF.match(text, quantity.end)
        return replace(quantity, of=_KO_SPANS[found[1]]) if found else quantity
    found = _ORDINAL_RUN.match(text, quantity.end)
    if not found:
        return quantity
    noun = found["noun"].lower()
    sense: Sense = "run" if found["run"] or found["row"] else ""
    if noun in TIME_UNITS:
        head = text[max(0, quantity.start - 20) : quantity.start]
        return replace(quantity, of=noun, sense="run" if sense or _FOR_A.search(head) else "")
    return replace(quantity, of="count", sense="run") if sense else quantity
