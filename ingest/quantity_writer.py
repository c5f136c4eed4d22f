"""A quantity as news of a language writes it: 560만 달러 is "$5.6 million", 4분기 is "the fourth quarter".

A rounding word is written only where the span of the quantity holds it (20여 명 is "more than 20 people"): what stands
outside the span (약, about) stays where it is.
"""

from __future__ import annotations

import re
from decimal import Decimal

from ingest import quantity_words as words
from ingest.calendar_writer import calendar_english, calendar_korean, ordinal_figures
from ingest.quantity import TIME_UNITS, Quantity
from ingest.records import Language
from ingest.seasons import in_korean, of_season
from ingest.units import CURRENCIES, is_count

_INSIDE_EN = {"more_than": "more than {}", "about": "about {}", "at_least": "at least {}"}
_INSIDE_KO = {"more_than": "{} 넘게", "about": "약 {}", "at_least": "{} 이상"}
_IN_A_ROW = re.compile(r"\b(?:straight|consecutive|successive)\b")
_SPELLED_BELOW = 10  # English news spells counts and durations below ten


def write(quantity: Quantity, language: Language) -> str:
    """The quantity in the words of `language`. Parsing the result gives a quantity that is `same`."""
    if quantity.moment is not None:
        written = (calendar_korean if language == "ko" else calendar_english)(quantity)
        season = of_season(quantity.text)
        if season is None:
            return written
        return f"{written} {in_korean(season)}" if language == "ko" else f"{season} {written}"
    if quantity.parts and quantity.unit in TIME_UNITS:
        return (" " if language == "ko" else " and ").join(write(part, language) for part in quantity.parts)
    written = (_korean if language == "ko" else _english)(quantity)
    if language == "ko" and quantity.sense == "run" and _IN_A_ROW.search(quantity.text):
        return f"{written} 연속"
    inside = _INSIDE_KO if language == "ko" else _INSIDE_EN
    return inside.get(quantity.rounding, "{}").format(written) if quantity.inside else written


def figures(value: Decimal) -> str:
    """1234567.50 as 1,234,567.5, never in powers of ten."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def korean_number(value: Decimal) -> str:
    """By 조, 억 and 만 from ten thousand on: 1조 2500억, 3만5000, 560만."""
    if value < 0:
        return "-" + korean_number(-value)
    if value < 10000 or value != value.to_integral_value() or value >= Decimal(10) ** 16:
        return figures(value).replace(",", "") if value < 10000 else figures(value)
    parts, rest = [], int(value)
    for power, name in words.SCALES_KO:
        if rest >= power:
            parts.append(f"{rest // power}{name}")
            rest %= power
    last = str(rest) if rest else ""
    return (" ".join(parts) + last) if last else " ".join(parts)


def english_number(value: Decimal, spell: bool = False) -> str:
    """In words below ten where `spell`; by million and billion where that takes at most three decimals."""
    if value < 0:
        return "-" + english_number(-value)
    if spell and value == value.to_integral_value() and value < _SPELLED_BELOW:
        return words.SMALL[int(value)]
    for power, name in words.SCALES_EN:
        scaled = value / power
        if scaled >= 1 and scaled == round(scaled, 4 if name == "trillion" else 3):
            return f"{figures(scaled)} {name}"
    return figures(value)


def _ranged(quantity: Quantity) -> bool:
    return quantity.low != quantity.high


def _english(quantity: Quantity) -> str:
    unit = quantity.unit
    if quantity.vague:
        return _vague_english(quantity)
    if unit == "score":
        return f"{figures(quantity.high)}-{figures(quantity.low)}"
    if unit == "age":
        return _age_english(quantity)
    if unit == "ordinal" and not _ranged(quantity):
        return english_ordinal(int(quantity.low))
    if unit == "fraction" and quantity.parts:
        above, below = (english_number(value, True) for value in sorted(part.low for part in quantity.parts))
        return f"{above} in {below}"
    if unit == "fraction":
        return _fraction(quantity.low, "en")
    if unit in CURRENCIES:
        return _money_english(quantity)
    if unit == "times" and quantity.low == quantity.high == 2:
        return "twice"
    spell = (is_count(unit) and unit not in ("", "thing")) or unit in TIME_UNITS or unit == "times"
    spell = spell or (unit in ("", "thing") and quantity.low > 1)
    low, high = english_number(quantity.low, spell), english_number(quantity.high, spell)
    if unit == "percent":
        return f"{low}% to {high}%" if _ranged(quantity) else f"{low}%"
    number = f"{low} to {high}" if _ranged(quantity) else low
    name = _unit_english(unit, plural=quantity.high != 1)
    return f"{number} {name}" if name else number


def _unit_english(unit: str, plural: bool) -> str:
    if unit in ("", "thing", "ordinal", "animal"):
        return ""
    known = words.EN.get(unit)
    if known:
        return known[plural]
    noun = unit.removeprefix("count:")
    return _plural(noun) if plural else noun


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def _money_english(quantity: Quantity) -> str:
    sign = words.SIGNS.get(quantity.unit)
    low, high = english_number(quantity.low), english_number(quantity.high)
    if sign:
        minus = "-" if quantity.low < 0 else ""
        low, high = minus + sign + low.lstrip("-"), sign + high
        return f"{low} to {high}" if _ranged(quantity) else low
    number = f"{low} to {high}" if _ranged(quantity) else low
    return f"{number} {words.MONEY_EN[quantity.unit]}"


def _vague_english(quantity: Quantity) -> str:
    size = quantity.low / 2 if quantity.low % 2 == 0 else quantity.low
    name = words.VAGUE_EN.get(int(Decimal(10) ** size.adjusted()), "billions")
    if quantity.unit in CURRENCIES:
        return f"{name} of {words.MONEY_EN[quantity.unit]}"
    if quantity.unit == "percent":
        return f"{name} of percent"
    noun = _unit_english(quantity.unit, plural=True)
    return f"{name} of {noun}" if noun else name


def _age_english(quantity: Quantity) -> str:
    if quantity.high == quantity.low + 9 and quantity.low % 10 == 0:
        return "in their teens" if quantity.low == 10 else f"in their {figures(quantity.low)}s"
    number = f"{figures(quantity.low)} to {figures(quantity.high)}" if _ranged(quantity) else figures(quantity.low)
    return f"{number} years old"


def english_ordinal(number: int) -> str:
    if 0 < number < _SPELLED_BELOW:
        return words.ORDINALS[number]
    return ordinal_figures(number)


def _fraction(value: Decimal, language: Language) -> str:
    for below in range(2, 11):
        above = int((value * below).to_integral_value())
        if 0 < above < below and abs(Decimal(above) / below - value) < Decimal("1e-9"):
            return _fraction_korean(above, below) if language == "ko" else _fraction_english(above, below)
    return f"{figures(round(value * 100, 2))}%"


def _fraction_korean(above: int, below: int) -> str:
    return "절반" if below == 2 else f"{below}분의 {above}"


def _fraction_english(above: int, below: int) -> str:
    if below in (2, 10):
        return "half" if below == 2 else f"{words.SMALL[above]} in 10"
    part = "quarter" if below == 4 else english_ordinal(below)
    return f"{words.SMALL[above]}-{part}{'s' * (above > 1)}"


def _korean(quantity: Quantity) -> str:
    unit = quantity.unit
    if quantity.vague:
        return _vague_korean(quantity)
    if unit == "score":
        return f"{figures(quantity.high)}대 {figures(quantity.low)}"
    if unit == "age" and quantity.high == quantity.low + 9 and quantity.low % 10 == 0:
        return f"{figures(quantity.low)}대"
    if unit == "fraction":
        return _fraction(quantity.low, "ko")
    if unit == "ordinal" and not _ranged(quantity):
        return f"{korean_ordinal(int(quantity.low))}번째"
    low, high = korean_number(quantity.low), korean_number(quantity.high)
    number = f"{low}~{high}" if _ranged(quantity) else low
    if unit == "week" and quantity.high > 60:
        return f"{number}주간"  # 61주 would be shares
    return number + _unit_korean(unit)


def _unit_korean(unit: str) -> str:
    if unit in CURRENCIES:
        name = words.MONEY_KO[unit]
        return f" {name}" if name != "원" else "원"
    return words.KO.get(unit, "개" if unit.startswith("count:") else "")


def korean_ordinal(number: int) -> str:
    native = ["", "첫 ", "두 ", "세 ", "네 ", "다섯 ", "여섯 ", "일곱 ", "여덟 ", "아홉 ", "열 "]
    return native[number] if 0 < number < len(native) else str(number)


def _vague_korean(quantity: Quantity) -> str:
    size = int(Decimal(10) ** (quantity.low / 2).adjusted())
    name = ""
    for power, big in words.SCALES_KO:
        if size >= power:
            name, size = big, size // power
            break
    small = {1: "", 10: "십", 100: "백", 1000: "천"}.get(size, "천")
    unit = _unit_korean(quantity.unit).strip()
    return f"수{small}{name} {unit}".strip() if quantity.unit != "" else f"수{small}{name}"
