"""Numbers with their units in Korean text: 12~18개월, 3분의 1, 20대, 제3차, 2대 0, 수십억 달러.

Not understood, and left out: 몇 and 여러 alone, Sino-Korean single digits in words (삼 년), 상반기, names of days (6·25).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ingest import numerals_ko, rounding, units
from ingest.quantity import Quantity

_START = re.compile(r"[0-9]|(?<![가-힣A-Za-z0-9])[수몇일이삼사오육칠팔구십백천만억하한둘두셋세석넷네넉다여일아열스서마쉰예]")
_RANGE = re.compile(r" ?[~∼〜～] ?|[–—-]| ?내지 ?")
_SCORE = re.compile(r"(?<![0-9.,:대~-])([0-9]{1,3}) ?(?:대|:|-|–) ?([0-9]{1,3})(?! ?[0-9:.,대~-]|[0-9])")
_FRACTION = re.compile(r"(?<![0-9.,])([0-9]{1,3}|[가-힣]) ?분의 ?([0-9]{1,3}|[가-힣])(?![0-9])")
_HALF = re.compile(r"(?<![가-힣])(절반|반(?= ?(?:이상|정도)))(?!기|전|환)")
_FIRST = re.compile(r"(?<![가-힣])(첫 ?번째|첫째|첫(?= )|둘째|셋째|넷째|다섯째)")
_FIRSTS = {"둘": 2, "셋": 3, "넷": 4, "다": 5}
_DAYS = re.compile(r"(?<![가-힣])(하루|이틀|사흘|나흘|닷새|엿새|열흘|보름|반년|반나절)(?![살아])")
_DAY_WORDS = {"하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "열흘": 10, "보름": 15}
_TWICE = re.compile(r"(?<![가-힣])(갑절|곱절)")
_NAMELIKE = re.compile(r"[A-Za-z][0-9.,-]*-?$")
_NAMED_DAY = re.compile(r"(?<![0-9])[0-9]{1,2}[·∙‧・][0-9]{1,2}(?![0-9])")
_FIGURES = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_LONG = re.compile(r"[0-9]+(?:-[0-9]+){2,}|[0-9]+(?:\.[0-9]+){2,}|[0-9]{16,}")
_VEHICLE = re.compile(r"차|버스|트럭|택시|기$|선박|전차|탱크|로봇|드론|헬기|기차|열차|오토바이|엔진|장비|카메라|컴퓨터|서버|휴대폰")
_ATTACHED = frozenset(["명", "개", "번", "살", "시간", "달", "배", "가지", "곳", "마리", "사람", "차례", "번째", "건", "편", "골", "분", "해"])
_AND_HALF = re.compile(r" 반(?=[이을에만의 ,.쯤]|$)")
_OF = re.compile(r"(?<![0-9.,])([3-9]|10|세|네|다섯|여섯|일곱|여덟|아홉|열) ?(명|개|곳|가구|사람|마리) ?(?:중|가운데) ?([1-9]|한|두|세|네|다섯|여섯|일곱|여덟|아홉) ?\2(?:꼴)?")
_NEGATIVE = re.compile(r"(?:마이너스 ?|영하 ?|(?<![0-9A-Za-z가-힣~])[−-])$")


@dataclass(frozen=True, slots=True)
class Part:
    low: Decimal
    high: Decimal
    unit: str
    end: int
    step: Decimal
    numeral: numerals_ko.Numeral


def skip(text: str) -> Iterator[tuple[int, int]]:
    """Figures that are no quantity: 6·25, phone numbers, 3.2.1."""
    for pattern in (_NAMED_DAY, _LONG):
        for found in pattern.finditer(text):
            yield found.span()


def phrases(text: str) -> Iterator[Quantity]:
    """Quantities that are not a plain number and unit."""
    for found in _FRACTION.finditer(text):
        below, above = _small(found[1]), _small(found[2])
        if below and above and below > above:
            value = Decimal(above) / Decimal(below)
            yield _make(text, found.start(), found.end(), value, value, "fraction", Decimal("0.01"))
    for found in _OF.finditer(text):
        below, above = _counted(found[1]), _counted(found[3])
        if above < below:
            yield _make(text, *found.span(), above / below, above / below, "fraction", Decimal("0.01"))
    for found in _SCORE.finditer(text):
        follows = units.read_ko(text, found.end()) or (text[found.end() : found.end() + 1] == " " and units.read_ko(text, found.end() + 1))
        if not follows and not text[found.start() - 1 : found.start()].isalpha() and "대" not in text[found.end() : found.end() + 1]:
            sides = sorted((Decimal(found[1]), Decimal(found[2])))
            yield _make(text, found.start(), found.end(), sides[0], sides[1], "score")
    for found in _HALF.finditer(text):
        yield _make(text, *found.span(), Decimal("0.5"), Decimal("0.5"), "fraction", Decimal("0.1"))
    for found in _FIRST.finditer(text):
        rank = Decimal(_FIRSTS.get(found[1][0], 1))
        yield _make(text, *found.span(), rank, rank, "ordinal")
    for found in _DAYS.finditer(text):
        value, unit = Decimal(_DAY_WORDS.get(found[1], 6)), "day" if found[1] in _DAY_WORDS else "month"
        if found[1] != "반나절":
            yield _make(text, *found.span(), value, value, unit)
    for found in _TWICE.finditer(text):
        yield _make(text, *found.span(), Decimal(2), Decimal(2), "times")


def _small(word: str) -> int:
    return int(word) if word.isdigit() else numerals_ko.SINO.get(word) or numerals_ko.SMALL.get(word) or 0


def _counted(word: str) -> Decimal:
    return Decimal(word) if word.isdigit() else Decimal(numerals_ko.ONES.get(word) or numerals_ko.TENS[word])


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
    made = _make(text, start, end, low, high, unit, step, first.numeral.kind == "vague")
    return made


def _part(text: str, at: int) -> Part | None:
    numeral = numerals_ko.read(text, at)
    if numeral is None:
        return None
    ordinal = at and text[at - 1] == "제" or text[max(0, at - 2) : at] == "제 "
    here = numeral.end + (text[numeral.end : numeral.end + 1] == "여")
    read = _unit(text, here, numeral) or (_unit(text, here + 1, numeral) if text[here : here + 1] == " " else None)
    low, high = numeral.low, numeral.high
    if read is None:
        return Part(low, high, "ordinal" if ordinal else "", numeral.end, numeral.step, numeral)
    unit, end = read
    if ordinal:
        unit = "ordinal"
    if unit in ("year", "hour") and (half := _AND_HALF.match(text, end)):
        low, high, end = low + Decimal("0.5"), high + Decimal("0.5"), end + half.end()
    return Part(low, high, unit, end, numeral.step, numeral)


def _unit(text: str, at: int, numeral: numerals_ko.Numeral) -> tuple[str, int] | None:
    read = units.read_ko(text, at)
    if read is None:
        return None
    unit, end = read
    word = text[at:end]
    if numeral.kind == "native" and text[at - 1] != " " and word not in _ATTACHED:
        return None
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
    if numeral.kind == "figures" and numeral.low in range(10, 100, 10) and text[at - 1] != " ":
        if not _VEHICLE.search(text[max(0, at - 10) : at - 2] + text[end : end + 6]):
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
    return numeral.kind == "vague" and len(text[:end].split()[-1]) > 2 and bool(re.match(r"[의 이가을를에로]|$", text[end:][:1]))


def _power_ends(text: str, end: int) -> bool:
    """3만 and 5천 are numbers anywhere; 3조 without a unit may be a group or an article of a law."""
    return text[end - 1] != "조" or bool(re.match(r" ?[0-9]", text[end:]))


def _ranged(text: str, first: Part, unit: str) -> tuple[Decimal, Decimal, str, int, Decimal] | None:
    between = _RANGE.match(text, first.end)
    if not between or first.numeral.kind == "vague":
        return None
    after = between.end()
    sign = units.SIGN.match(text, after)
    second = _part(text, sign.end() if sign else after)
    if second is None or second.numeral.kind != first.numeral.kind:
        return None
    second_unit = units.SIGNS[sign[0].strip()] if sign else second.unit
    if unit and second_unit and unit != second_unit or (unit and not second_unit):
        return None
    low, power = first.low, second.numeral.power
    if first.numeral.plain and not unit and low * power < second.high:
        low *= power
    if low >= second.high or (not second_unit and not second.numeral.plain and not _stands_alone(text, second)):
        return None
    high = second.high + 9 if second_unit == "decade_of_age" else second.high
    return low, high, "age" if second_unit == "decade_of_age" else second_unit, second.end, second.step


def _make(
    text: str, start: int, end: int, low: Decimal, high: Decimal, unit: str, step: Decimal = Decimal(1), vague: bool = False
) -> Quantity:
    inside = bool(re.search(r"[0-9십백천만억조]여", text[start:end]))
    kind = "more_than" if inside else rounding.around(text, start, end, "ko")
    return Quantity(low, high, unit, start, end, text[start:end], kind, vague, step, inside=inside)
