"""Numbers with their units in Korean text: 12~18개월, 3분의 1, 20대, 제3차, 2대 0, 수십억 달러.

Not understood, and left out: 몇 and 여러 alone, Sino-Korean single digits in words (삼 년), 상반기, names of days (6·25).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ingest import numerals_ko, units
from ingest.phrases_ko import make
from ingest.quantity import Quantity

_START = re.compile(
    r"[0-9]|(?<![가-힣A-Za-z0-9])[수몇일이삼사오육칠팔구십백천만억하한둘두셋세석넷네넉다여일아열스서마쉰예]"
)
_FROM = re.compile("에서 ?")  # 2에서 3인치; 3%에서 5%로 is a change
_BARE_POWER = frozenset(
    ["원", "명", "달러", "년", "배", "개", "%", "퍼센트"]
)  # 천명 is counted; 백인, 만일, 십분 are words
_RANGE = re.compile(r" ?[~∼〜～] ?|[–—-]| ?내지 ?")
_NAMELIKE = re.compile(r"[A-Za-z][0-9.,-]*-?$")
_FIGURES = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_VEHICLE = re.compile(
    r"차|버스|트럭|택시|기$|선박|전차|탱크|로봇|드론|헬기|기차|열차|오토바이|엔진|장비|카메라|컴퓨터|서버|휴대폰"
)
_ATTACHED = frozenset(
    [
        "명",
        "개",
        "번",
        "살",
        "시간",
        "달",
        "배",
        "가지",
        "곳",
        "마리",
        "사람",
        "차례",
        "번째",
        "건",
        "편",
        "골",
        "분",
        "해",
    ]
)
_OFFICE = re.compile(r" (?:대통령|국회|총선|총리|의장|회장|총장)")
_SPEED = re.compile(r"시속 ?(?:약 ?|최대 ?)?$")
_SPEEDS = {"km": "kmh", "mile": "mph"}
_AND_HALF = re.compile(r" ?반(?=[이을에만의 ,.쯤]|가량|정도|동안|$)")
_NEGATIVE = re.compile(r"(?:마이너스 ?|영하 ?|(?<![0-9A-Za-z가-힣~½])[−-])$")


@dataclass(frozen=True, slots=True)
class Part:
    low: Decimal
    high: Decimal
    unit: str
    end: int
    step: Decimal
    numeral: numerals_ko.Numeral


def numbers(text: str, taken: bytearray) -> Iterator[Quantity]:
    """Every number with its unit, left to right, outside what is `taken` already (a byte per code point)."""
    at = 0
    while found := _START.search(text, at):
        at = found.start()
        sign = _sign(text, at)
        if taken[at] or _inside_name(text, at):
            at = _past_figures(text, at)
            continue
        quantity = _number(text, at, sign)
        if quantity is None or any(taken[quantity.start : quantity.end]):
            at = _past_figures(text, at)
            continue
        yield quantity
        at = quantity.end


def _past_figures(text: str, at: int) -> int:
    """The end of the figures at `at`, or one character on where there are none."""
    found = _FIGURES.match(text, at)
    return found.end() if found else at + 1


def _inside_name(text: str, at: int) -> bool:
    """R1, GPT-4, A380: figures that hang on a Latin letter are part of a name."""
    return bool(text[at].isdigit() and _NAMELIKE.search(text[max(0, at - 8) : at])) and not _sign(text, at)


def _sign(text: str, at: int) -> tuple[str, int] | None:
    head = text[max(0, at - 4) : at]
    for length in range(len(head), 0, -1):
        found = units.SIGN.match(head[-length:] + "0")
        if found and found.end() == length:
            return units.SIGNS[found[0].strip()], at - length
    return None


def _number(text: str, at: int, sign: tuple[str, int] | None) -> Quantity | None:
    first = _part(text, at)
    if first is None:
        return None
    start, unit = at, first.unit
    if sign:
        start, unit = sign[1], sign[0]
    ranged = _ranged(text, first, unit)
    if ranged:
        low, high, unit, end, step = ranged
    else:
        low, high, end, step = first.low, first.high, first.end, first.step
    if ranged is None and not unit and not _stands_alone(text, first):
        return None
    if unit == "decade_of_age":
        low, high, unit, step = low, high + 9, "age", Decimal(10)
    negative = _NEGATIVE.search(text[max(0, start - 5) : start])
    if negative and low == high:
        low, high, start = -low, -high, start - len(negative[0])
    return make(text, start, end, low, high, unit, step, first.numeral.kind == "vague")


def _part(text: str, at: int) -> Part | None:
    numeral = numerals_ko.read(text, at)
    if numeral is None:
        return None
    ordinal = (at and text[at - 1] == "제") or text[max(0, at - 2) : at] == "제 "
    here = numeral.end + (text[numeral.end : numeral.end + 1] == "여")
    read = _unit(text, here, numeral) or (_unit(text, here + 1, numeral) if text[here : here + 1] == " " else None)
    low, high = numeral.low, numeral.high
    if read is None:
        return Part(low, high, "ordinal" if ordinal else "", numeral.end, numeral.step, numeral)
    unit, end = read
    if ordinal:
        unit = "ordinal"
    if unit in _SPEEDS and _SPEED.search(text[max(0, at - 8) : at]):
        unit = _SPEEDS[unit]
    if unit in ("year", "hour", "minute", "month") and (half := _AND_HALF.match(text, end)):
        low, high, end = low + Decimal("0.5"), high + Decimal("0.5"), half.end()
    return Part(low, high, unit, end, numeral.step, numeral)


def _unit(text: str, at: int, numeral: numerals_ko.Numeral) -> tuple[str, int] | None:
    read = units.read_ko(text, at)
    if read is None:
        return None
    unit, end = read
    word = text[at:end]
    if numeral.kind == "native" and text[at - 1] != " " and word not in _ATTACHED:
        return None
    if (
        numeral.kind == "sino"
        and len(text[numeral.end - 1 : at]) == 1
        and text[at - 2 : at - 1] in ("", " ")
        and word not in _BARE_POWER
    ):
        return ("decade_of_age", end) if text[at - 1 : end] == "십대" else None
    if word == "대":
        return _counter_dae(text, at, end, numeral)
    if word == "분" and numeral.kind == "native":
        return "person", end
    if unit == "age" and word == "세" and numeral.kind == "native":
        return None
    if word == "등" and not numeral.plain:
        return None
    if word == "주" and numeral.low > 60:
        return "count:share", end
    if word == "차" and text[at - 1] == " ":
        return None
    if word == "세대" and numeral.low < 10 and "아파트" not in text[max(0, at - 12) : at]:
        return "ordinal", end  # 6세대 이동통신; households are counted in more
    if word == "주년":
        return "ordinal", end
    if unit == "year" and word == "해" and numeral.kind != "native":
        return None
    if word in ("도", "동", "자", "불", "기", "초", "판", "발") and text[at - 1] == " ":
        return None
    if word == "도" and not re.match(r"[ ,.~가이를에의로까]|$", text[end:][:1]):
        return None
    if unit == "day" and numeral.kind == "native":
        return None
    return unit, end


def _counter_dae(text: str, at: int, end: int, numeral: numerals_ko.Numeral) -> tuple[str, int] | None:
    """대 counts machines, decades of age (20대) and the great ones of a field (5대 은행, which is left a plain count)."""
    decade = numeral.kind == "figures" and numeral.low in range(10, 100, 10) and text[at - 1] != " "
    if numeral.kind == "sino" and text[at - 1] in "만억조":
        return None  # 억대 연봉: of the order of
    if decade and _OFFICE.match(text, end):
        return "ordinal", end
    if decade and not _VEHICLE.search(text[max(0, at - 10) : at - 2] + text[end : end + 6]):
        return "decade_of_age", end
    if text[end : end + 1] == " " and numeral.low < 20 and not _VEHICLE.search(text[max(0, at - 10) : at]):
        return "thing", end
    return "count:vehicle", end


def _stands_alone(text: str, part: Part) -> bool:
    numeral, end = part.numeral, part.end
    if numeral.kind == "figures":
        if not numeral.plain:
            return _power_ends(text, end)
        return not re.match(r"[A-Za-z]", text[end : end + 1])
    if numeral.kind == "native" and numeral.low > 1:
        word = text[end - 1]
        return bool(word in "두세네섯곱덟홉무" and re.match(r" [가-힣]", text[end : end + 2]))
    return (
        numeral.kind == "vague"
        and len(text[:end].split()[-1]) > 2
        and bool(re.match(r"[의 이가을를에로]|$", text[end:][:1]))
    )


def _power_ends(text: str, end: int) -> bool:
    """3만 and 5천 are numbers anywhere; 3조 without a unit may be a group or an article of a law."""
    return text[end - 1] != "조" or bool(re.match(r" ?[0-9]", text[end:]))


def _ranged(text: str, first: Part, unit: str) -> tuple[Decimal, Decimal, str, int, Decimal] | None:
    between = _RANGE.match(text, first.end) or (None if unit else _FROM.match(text, first.end))
    if not between or first.numeral.kind == "vague":
        return None
    after = between.end()
    sign = units.SIGN.match(text, after)
    second = _part(text, sign.end() if sign else after)
    if second is None or second.numeral.kind != first.numeral.kind:
        return None
    second_unit = units.SIGNS[sign[0].strip()] if sign else second.unit
    if (unit and second_unit and unit != second_unit) or (unit and not second_unit):
        return None
    low, power = first.low, second.numeral.power
    if first.numeral.plain and not unit and low * power < second.high:
        low *= power
    if low >= second.high or (not second_unit and not second.numeral.plain and not _stands_alone(text, second)):
        return None
    high = second.high + 9 if second_unit == "decade_of_age" else second.high
    return low, high, "age" if second_unit == "decade_of_age" else second_unit, second.end, second.step
