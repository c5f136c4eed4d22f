"""Numbers with their units in English text: 12 to 18 months, $3-5 million, one third, a 2-0 win, twice, in her 20s.

Not understood, and left out: several, few, many, a couple, Roman and Indian numerals, "one" without a unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ingest import numerals_en, units
from ingest.numerals_ko import Numeral
from ingest.phrases_en import WORD, make
from ingest.quantity import Quantity

_WORDS = "|".join(
    ["an?(?= (?:hundred|thousand|million|billion|trillion|dozen)\\b)", "half", "dozens?", "tens", "scores", "hundreds", "thousands", "millions",
     "billions", "trillions", *numerals_en.TENS, *sorted(numerals_en.ONES, key=len, reverse=True)]
)  # fmt: skip
_START = re.compile(rf"[0-9½¼¾]|(?<![A-Za-z0-9'’_-])(?:{_WORDS})\b|(?<=-)(?:{_WORDS})(?= )", re.I)
_RANGE = re.compile(r"-to-|[–—-]| [–—-] | to | and | or ", re.I)
_YEARS_OLD = re.compile(r"[ -]years?[ -](?:old|of age)(?:s\b|\b)|[ -]year-olds?\b", re.I)
_RUN = re.compile(
    r"[ -](?:straight|consecutive|successive|full|whole|long|more|additional)[ -](?=(?:years?|months?|weeks?|days?|hours?|minutes?)\b)"
)
_TIME = re.compile(r"-time\b")  # a five-time champion
_GROUPS = re.compile(r"[ -]((?:more )?(people|persons|countries|companies)\b)")
_GROUP_UNITS = {"people": "person", "persons": "person", "countries": "count:country", "companies": "count:company"}
_FROM = re.compile(r"\bfrom (?:about |around |US)?[$£€¥₩]?$", re.I)
_BETWEEN = re.compile(r"\bbetween (?:about |around )?(?:US)?[$£€¥₩]?$", re.I)
_NAMED = re.compile(
    r"(?:^|[ (\"“'‘])(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|In |At |By |To |Of )(?:[A-Z][a-z]*[A-Z]?[A-Za-z]*|[a-z][A-Z]\w+|No\.|#) $"
)
_NOT_NOUN = frozenset("of in on at to and or but for with by from as than that which who is are was were be been have has had will would could "
                      "he she it they we you i the a an this these those per each after before when while if so more less not plus odd strong out up off about into over under last later ago earlier".split())  # fmt: skip


def numbers(text: str, taken: bytearray) -> Iterator[Quantity]:
    """Every number with its unit, left to right, outside what is `taken` already (a byte per code point)."""
    at = 0
    while found := _START.search(text, at):
        at = found.start()
        quantity = None if taken[at] else _number(text, at)
        if quantity is None or any(taken[quantity.start : quantity.end]):
            figures = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[A-Za-z]+|.").match(text, at)
            at = figures.end()
            continue
        yield quantity
        at = quantity.end


def _sign(text: str, at: int) -> tuple[str, int] | None:
    head = text[max(0, at - 4) : at]
    for length in range(len(head), 0, -1):
        found = units.SIGN.match(head[-length:] + "0")
        if found and found.end() == length and not text[max(0, at - length - 1) : at - length].isalpha():
            return units.SIGNS[found[0].strip()], at - length
    return None


def _number(text: str, at: int) -> Quantity | None:
    sign = _sign(text, at)
    numeral = numerals_en.read(text, at, money=sign is not None)
    if numeral is None:
        return None
    start, unit = (sign[1], sign[0]) if sign else (at, "")
    end = numeral.end
    if not sign:
        unit, end = _unit(text, numeral, at)
    elif dollars := re.match(r"[ -](?:US )?dollars?\b", text[end:]):
        end += dollars.end()
    ranged = _ranged(text, start, numeral, unit, end)
    if ranged:
        low, high, unit, end, step = ranged
        low, high, unit = _in_years(low, high, unit)
        return make(text, start, end, low, unit, step, high)
    if numeral.kind == "spelled" and _named_in_words(text, at, end):
        return None
    if unit in ("", "thing") and (_is_pronoun(numeral) or _is_named(text, at, numeral)):
        return None
    low, high = numeral.low, numeral.high
    low, high, unit = _in_years(low, high, unit)
    if low == high and re.search(r"(?:\bminus |(?<![0-9A-Za-z])[−-])$", text[max(0, start - 6) : start]):
        low, high = -low, -high
    return make(text, start, end, low, unit, numeral.step, high, numeral.kind == "vague")


def _in_years(low: Decimal, high: Decimal, unit: str) -> tuple[Decimal, Decimal, str]:
    many = {"decades": 10, "centuries": 100, "millennia": 1000}.get(unit)
    return (many * low, many * high, "year") if many else (low, high, unit)


def _is_pronoun(numeral: Numeral) -> bool:
    return numeral.low == 1 and numeral.kind == "spelled"


def _named_in_words(text: str, at: int, end: int) -> bool:
    """Four Corners, Seven Network: two capitals within a sentence."""
    capital = text[at].isupper() and bool(re.match(r" [A-Z][a-z]", text[end:][:3]))
    return capital and bool(re.search(r"[a-z,] $", text[max(0, at - 2) : at]))


def _is_named(text: str, at: int, numeral: Numeral) -> bool:
    """iPhone 15, Apollo 11, Category 1: a short number right after a capitalised word, with no unit, is part of a name."""
    head = text[max(0, at - 24) : at]
    return (
        numeral.kind == "figures"
        and numeral.plain
        and numeral.low < 1000
        and bool(_NAMED.search(head))
        and not _starts_sentence(text, at)
    )


def _starts_sentence(text: str, at: int) -> bool:
    """Is the word before `at` capitalised only because it begins a sentence?"""
    return bool(
        re.search(
            r"(?:^|[.!?:]['\"”]? )(?:About|Around|Over|Nearly|Some|Only|Just|The|At|In|All|Another|Last|For|And|But|Almost|Of|Under) $",
            text[max(0, at - 16) : at],
        )
    )


def _unit(text: str, numeral: Numeral, at: int) -> tuple[str, int]:
    """The unit after a numeral and where both end; a counted noun gives the unit but is not part of the span."""
    end = numeral.end
    old = _YEARS_OLD.match(text, end)
    if old:
        return "age", old.end()
    dollars = re.match(r" of ((?:US |U\.S\. )?dollars|euros|pounds|won|yuan|yen)\b", text[end:])
    if numeral.kind == "vague" and dollars:
        return units.read_en(dollars[1], 0)[0], end + dollars.end()
    run = _RUN.match(text, end)
    after = run.end() if run else end + (text[end : end + 1] in (" ", "-"))
    if numeral.kind == "vague" and text.startswith(" of ", end):
        after = end + 4
    read = units.read_en(text, after)
    if read and not (after == end and read[1] - end == 1 and text[end] in "pl" and numeral.kind != "figures"):
        return read
    if again := _TIME.match(text, end):
        return "count:time", again.end()
    group = _GROUPS.match(text, end)
    if group and numeral.kind != "vague":
        return _GROUP_UNITS[group[2]], group.end()
    if numeral.plain and 0 < numeral.low < 120 and numeral.kind == "figures" and re.match(r"[,.;) ]|$", text[end:][:1]):
        head = text[max(0, at - 30) : at]
        if re.search(r"\b(?:aged?|ages|age of|turned|turning) $", head) or (
            re.search(r"\b[A-Z][\w'’-]+, $", head) and re.match(r",|\.$| (?:of|from|was|is|and)\b", text[end:])
        ):
            return "age", end
    return _noun(text, after if numeral.kind == "vague" else end), end


def _noun(text: str, at: int) -> str:
    """The unit of what is counted: the first word for people ahead, else the first plural, else a thing or nothing."""
    unit, here = "", at
    for _ in range(4):
        found = WORD.match(text, here)
        if not found or found[1].lower().rstrip(".") in _NOT_NOUN:
            break
        word = found[1].rstrip(".").split("'")[0].split("’")[0]
        if units.counts_people(word.lower()):
            return "person"
        if word.lower() == "times":
            return "count:time"
        if unit in ("", "thing") and word.islower():
            unit = (
                f"count:{_singular(word)}"
                if word.endswith("s") and not word.endswith("ss") and len(word) > 3
                else "thing"
            )
        here = found.end()
        if text[here - 1] in ".,":
            break
    return unit


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("ches", "shes", "sses", "xes")) else word[:-1]


def _ranged(
    text: str, start: int, first: Numeral, unit: str, end: int
) -> tuple[Decimal, Decimal, str, int, Decimal] | None:
    if first.kind == "vague":
        return None
    between = _RANGE.match(text, end)
    word = between[0].strip().lower() if between else ""
    if not between or (word == "and" and not _BETWEEN.search(text[max(0, start - 20) : start])):
        return None
    sign = units.SIGN.match(text, between.end())
    second = numerals_en.read(
        text, sign.end() if sign else between.end(), money=sign is not None or unit in units.CURRENCIES
    )
    if second is None or second.kind == "vague":
        return None
    unit2, end2 = (units.SIGNS[sign[0].strip()], second.end) if sign else _unit(text, second, second.end)
    if unit in units.CURRENCIES and unit2 not in units.CURRENCIES:
        unit2, end2 = unit, second.end
    low = first.low * (
        second.power if first.plain and not second.plain and first.low * second.power < second.high else 1
    )
    if (
        low >= second.high
        or (unit and unit != unit2 and not units.is_count(unit))
        or (word == "or" and second.high - low != 1)
    ):
        return None
    if (
        unit
        and not units.is_count(unit)
        and unit not in units.CURRENCIES
        and _FROM.search(text[max(0, start - 14) : start])
    ):
        return None  # rose from 3% to 5%: two figures
    return low, second.high, unit2, end2, second.step
