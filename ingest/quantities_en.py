"""Numbers with their units in English text: 12 to 18 months, $3-5 million, one third, a 2-0 win, twice, in her 20s.

Not understood, and left out: several, few, many, a couple, Roman and Indian numerals, "one" without a unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ingest import numerals_en, rounding, units
from ingest.numerals_ko import Numeral
from ingest.quantity import Quantity

_WORDS = "|".join(
    ["an?(?= (?:hundred|thousand|million|billion|trillion|dozen)\\b)", "half", "dozens?", "tens", "scores", "hundreds", "thousands", "millions",
     "billions", "trillions", *numerals_en.TENS, *sorted(numerals_en.ONES, key=len, reverse=True)]
)  # fmt: skip
_START = re.compile(rf"[0-9½¼¾]|(?<![A-Za-z0-9'’_-])(?:{_WORDS})\b|(?<=-)(?:{_WORDS})(?= )", re.I)
_RANGE = re.compile(r"-to-|[–—-]| [–—-] | to | and | or ", re.I)
_SCORE = re.compile(r"(?<![0-9A-Za-z.,:$£€-])([0-9]{1,3})[-–]([0-9]{1,3})(?![0-9]|[.,][0-9]|[-–][0-9])(?!-?[A-Za-z])")
_ORDINAL_ONES = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
                 "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"]  # fmt: skip
_ORDINAL_WORDS = {word: i for i, word in enumerate(_ORDINAL_ONES, 1)} | {
    "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "hundredth": 100, "100th": 100,
}  # fmt: skip
for _tens, _value in numerals_en.TENS.items():
    _ORDINAL_WORDS |= {f"{_tens}-{word}": _value + i for i, word in enumerate(_ORDINAL_ONES[:9], 1)}
_ORDINAL = re.compile(
    rf"(?<![A-Za-z0-9.,])(?:([0-9]{{1,4}})(?:st|nd|rd|th)\b|({'|'.join(sorted(_ORDINAL_WORDS, key=len, reverse=True))})\b)(?!['’]s|[ -]half\b)", re.I
)
_NUMBER = re.compile(r"\b(?:No\.|number|ranked|rank) ?#?([0-9]{1,4}|one|two|three|four|five)\b(?! (?:of|million|people))", re.I)
_FRACTION = re.compile(
    r"\b(one|two|three|four|five|six|seven|eight|nine|a|an)[- ](half|halves|third|thirds|quarter|quarters|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)"
    r"\b(?P<of>(?= of\b))?", re.I
)  # fmt: skip
_PARTS = {"hal": 2, "thi": 3, "qua": 4, "fou": 4, "fif": 5, "six": 6, "sev": 7, "eig": 8, "nin": 9, "ten": 10}
_SLASH = re.compile(r"(?<![0-9/.])([1-9])/([2-9]|10)(?![0-9/])")
_IN = re.compile(r"\b(one|two|three|four|five|six|seven|eight|nine|[1-9]) (?:in|out of) (?:every )?(three|four|five|six|seven|eight|nine|ten|[3-9]|10)\b(?! (?:years|months|days|hours))", re.I)
_HALF = re.compile(r"\b(half|halved|halving|halves)\b(?!-?(?:time|way|brother|sister|dozen|hour|century|back|finals?|an? )| an? dozen|[ -](?:year|mile|court|marathon))", re.I)
_SPORT_HALF = re.compile(r"(?:first|second|other|better|1st|2nd|opening|latter|top|bottom|upper|lower|front|back|\w+ern)[ -]$", re.I)
_TIMES = re.compile(r"\b(?:(twice|doubl(?:e|ed|es|ing)|two-?fold)|(thrice|tripl(?:e|ed|es|ing)|treble[ds]?|three-?fold)|(quadrupl(?:e|ed|es|ing)))\b(?!-)", re.I)
_AN_HOUR = re.compile(r"\b(?:half an hour|half-hour|a half[- ]hour|(an hour|a year|a day) and a half|(half a (?:year|century|decade)))\b", re.I)
_AGED = re.compile(r"(?:\b[A-Z][\w'’-]+,? (?:who is )?|\baged?,? (?:of )?|\bages )$")
_IN_TENS = re.compile(r"\b(?:in|into) (?:(?:his|her|their|my|our|your) )?(?:(early|mid|late)[ -])?(?:their )?(?:([2-9]0)s|(twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|teens))\b")
_YEARS_OLD = re.compile(r"[ -]years?[ -](?:old|of age)(?:s\b|\b)|[ -]year-olds?\b", re.I)
_FEET = re.compile(r"(?<![0-9.,])([4-8])(?:-foot-|['’] ?)([0-9]|1[01])(?:\"|\b)")
_DECADES = re.compile(r"(?:\b(?P<n>[A-Za-z0-9]+)[ -])?\b(?P<d>decades)\b", re.I)
_PAR = re.compile(r"(?<![0-9])([0-9]{1,2})&([0-9]{1,2})(?![0-9])")  # a golf match won 2&1
_GROUPS = re.compile(r"[ -]((?:more )?(people|persons|countries|companies)\b)")
_GROUP_UNITS = {"people": "person", "persons": "person", "countries": "count:country", "companies": "count:company"}
_FROM = re.compile(r"\bfrom (?:about |around |US)?[$£€¥₩]?$", re.I)
_BETWEEN = re.compile(r"\bbetween (?:about |around )?(?:US)?[$£€¥₩]?$", re.I)
_NAMED = re.compile(r"(?:^|[ (\"“'‘])(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|In |At |By |To |Of )(?:[A-Z][a-z]*[A-Z]?[A-Za-z]*|[a-z][A-Z]\w+|No\.|#) $")
_NOT_NOUN = frozenset("of in on at to and or but for with by from as than that which who is are was were be been have has had will would could "
                      "he she it they we you i the a an this these those per each after before when while if so more less not".split())  # fmt: skip
_WORD = re.compile(r"[ -]?([A-Za-z][\w'’.]*)")
_LONG = re.compile(r"[0-9]+(?:-[0-9]+){2,}|[0-9]+(?:\.[0-9]+){2,}|[0-9]{16,}|(?<![0-9])(?:9/11|24/7)(?![0-9])")


def skip(text: str) -> Iterator[tuple[int, int]]:
    """Figures that are no quantity: phone numbers, 3.2.1, 9/11, and what hangs on a Latin letter (R1, GPT-4, COVID-19)."""
    for found in _LONG.finditer(text):
        yield found.span()
    for found in re.finditer(r"(?<![A-Za-z0-9])[A-Za-z]+-?[0-9][A-Za-z0-9.]*(?:-[0-9A-Za-z]+)*|\b[0-9]+[A-Z][A-Za-z]*\b", text):
        if not re.fullmatch(r"(?:USD|EUR|GBP|KRW|JPY|CNY|RMB)[0-9.,]+|(?:[0-9]+(?:GB|TB|MB|MW|GW|KM|AM|PM|K|M|B|Q|BST|ET|GMT))|Q[1-4]|[a-z]+-[0-9].*", found[0]):
            yield found.span()


def phrases(text: str) -> Iterator[Quantity]:
    """Quantities that are not a plain number and unit."""
    for found in _FRACTION.finditer(text):
        count = found[1].lower()
        above = 1 if count in ("a", "an") else numerals_en.ONES[count]
        below = _PARTS[found[2][:3].lower()]
        singular_rank = count in ("a", "an") and found["of"] is None
        if above < below and not singular_rank and not (above > 1 and not found[2].lower().endswith("s")):
            yield _make(text, *found.span(), Decimal(above) / below, "fraction", Decimal("0.01"))
    for found in _IN.finditer(text):
        above, below = (_word_value(found[1]), _word_value(found[2]))
        if above < below:
            yield _make(text, *found.span(), above / below, "fraction", Decimal("0.01"))
    for found in _SLASH.finditer(text):
        if int(found[1]) < int(found[2]):
            yield _make(text, *found.span(), Decimal(found[1]) / int(found[2]), "fraction", Decimal("0.01"))
    for found in _IN_TENS.finditer(text):
        yield _ages(text, found)
    for found in _AN_HOUR.finditer(text):
        yield from _half_hour(text, found)
    for found in _FEET.finditer(text):
        yield _make(text, *found.span(1), Decimal(found[1]), "foot")
        yield _make(text, *found.span(2), Decimal(found[2]), "inch")
    yield from _scores(text)
    for found in _DECADES.finditer(text):
        count = (found["n"] or "").lower()
        if not (count.isdigit() or count in numerals_en.ONES or count in numerals_en.TENS):
            yield Quantity(Decimal(20), Decimal(100), "year", *found.span("d"), found["d"], vague=True, step=Decimal(10))
    for found in _NUMBER.finditer(text):
        yield _make(text, *found.span(), _word_value(found[1]), "ordinal")
    for found in _ORDINAL.finditer(text):
        if not (found[0].lower() == "second" and re.search(r"(?:\b(?:a|per|every|split|each)|[0-9])[ -]$", text[max(0, found.start() - 8) : found.start()])
                and not re.match(r" (?:time|term|day|year|man|person|half)", text[found.end() :])):  # fmt: skip
            yield _make(text, *found.span(), Decimal(found[1] or _ORDINAL_WORDS[found[0].lower()]), "ordinal")
    for found in _TIMES.finditer(text):
        yield _make(text, *found.span(), Decimal(2 if found[1] else 3 if found[2] else 4), "times")
    for found in _HALF.finditer(text):
        if not _SPORT_HALF.search(text[max(0, found.start() - 12) : found.start()]) and not re.match(
            r" (?:a |an )?(?:hundred|thousand|million|billion|trillion)", text[found.end() :]
        ) and not re.search(r" and a $", text[max(0, found.start() - 7) : found.start()]):
            yield _make(text, *found.span(), Decimal("0.5"), "fraction", Decimal("0.1"))


def _word_value(word: str) -> Decimal:
    return Decimal(word) if word.isdigit() else Decimal(numerals_en.ONES[word.lower()])


def _ages(text: str, found: re.Match[str]) -> Quantity:
    names = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
    low = Decimal(found[2]) if found[2] else Decimal(10 if found[3] == "teens" else 20 + 10 * names.index(found[3]))
    group = 2 if found[2] else 3
    return Quantity(low, low + 9, "age", found.start(group), found.end(), text[found.start(group) : found.end()], step=Decimal(10))


def _half_hour(text: str, found: re.Match[str]) -> Iterator[Quantity]:
    if found[2]:
        unit, value = {"y": ("month", 6), "c": ("year", 50), "d": ("year", 5)}[found[2][7].lower()]
        yield _make(text, *found.span(), Decimal(value), unit)
    elif found[1]:
        yield _make(text, *found.span(), Decimal("1.5"), found[1].split()[1].lower(), Decimal("0.1"))
    else:
        yield _make(text, *found.span(), Decimal(30), "minute")


def _scores(text: str) -> Iterator[Quantity]:
    for found in (*_SCORE.finditer(text), *_PAR.finditer(text)):
        after = found.end() + (text[found.end() : found.end() + 1] == " ")
        if not units.read_en(text, after) and not _person_ahead(text, found.end()) and not re.match(r" ?(?:million|billion|trillion|thousand)", text[found.end() :]):
            sides = sorted((Decimal(found[1]), Decimal(found[2])))
            made = _make(text, *found.span(), sides[0], "score")
            yield Quantity(sides[0], sides[1], "score", made.start, made.end, made.text, made.rounding)


def _person_ahead(text: str, at: int) -> bool:
    found = _WORD.match(text, at)
    return bool(found and found[1].lower() in units.PEOPLE)


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
        if unit == "decades":
            low, high, unit = 10 * low, 10 * high, "year"
        return _make(text, start, end, low, unit, step, high)
    if numeral.kind == "spelled" and _named_in_words(text, at, end):
        return None
    if unit in ("", "thing") and (_is_pronoun(numeral) or _is_named(text, at, numeral)):
        return None
    low, high = numeral.low, numeral.high
    if unit == "decades":
        low, high, unit = 10 * low, 10 * high, "year"
    if low == high and re.search(r"(?:\bminus |(?<![0-9A-Za-z])[−-])$", text[max(0, start - 6) : start]):
        low, high = -low, -high
    return _make(text, start, end, low, unit, numeral.step, high, numeral.kind == "vague")


def _is_pronoun(numeral: Numeral) -> bool:
    return numeral.low == 1 and numeral.kind == "spelled"


def _named_in_words(text: str, at: int, end: int) -> bool:
    """Four Corners, Seven Network: two capitals within a sentence."""
    capital = text[at].isupper() and bool(re.match(r" [A-Z][a-z]", text[end:][:3]))
    return capital and bool(re.search(r"[a-z,] $", text[max(0, at - 2) : at]))


def _is_named(text: str, at: int, numeral: Numeral) -> bool:
    """iPhone 15, Apollo 11, Category 1: a short number right after a capitalised word, with no unit, is part of a name."""
    head = text[max(0, at - 24) : at]
    return numeral.kind == "figures" and numeral.plain and numeral.low < 1000 and bool(_NAMED.search(head)) and not _starts_sentence(text, at)


def _starts_sentence(text: str, at: int) -> bool:
    """Is the word before `at` capitalised only because it begins a sentence?"""
    return bool(re.search(r"(?:^|[.!?:]['\"”]? )(?:About|Around|Over|Nearly|Some|Only|Just|The|At|In|All|Another|Last|For|And|But|Almost|Of|Under) $", text[max(0, at - 16) : at]))


def _unit(text: str, numeral: Numeral, at: int) -> tuple[str, int]:
    """The unit after a numeral and where both end; a counted noun gives the unit but is not part of the span."""
    end = numeral.end
    old = _YEARS_OLD.match(text, end)
    if old:
        return "age", old.end()
    dollars = re.match(r" of ((?:US |U\.S\. )?dollars|euros|pounds|won|yuan|yen)\b", text[end:])
    if numeral.kind == "vague" and dollars:
        return units.read_en(dollars[1], 0)[0], end + dollars.end()
    after = end + (text[end : end + 1] in (" ", "-"))
    if numeral.kind == "vague" and text.startswith(" of ", end):
        after = end + 4
    read = units.read_en(text, after)
    if read and not (after == end and read[1] - end == 1 and text[end] in "pl" and numeral.kind != "figures"):
        return read
    group = _GROUPS.match(text, end)
    if group and numeral.kind != "vague":
        return _GROUP_UNITS[group[2]], group.end()
    if numeral.plain and 0 < numeral.low < 120 and numeral.kind == "figures" and re.match(r"[,.;) ]|$", text[end:][:1]):
        head = text[max(0, at - 30) : at]
        if re.search(r"\b(?:aged?|ages|age of|turned|turning) $", head) or (re.search(r"\b[A-Z][\w'’-]+, $", head) and re.match(r",|\.$| (?:of|from|was|is|and)\b", text[end:])):
            return "age", end
    return _noun(text, after if numeral.kind == "vague" else end), end


def _noun(text: str, at: int) -> str:
    """The unit of what is counted: the first word for people ahead, else the first plural, else a thing or nothing."""
    unit, here = "", at
    for _ in range(4):
        found = _WORD.match(text, here)
        if not found or found[1].lower().rstrip(".") in _NOT_NOUN:
            break
        word = found[1].rstrip(".").split("'")[0].split("’")[0]
        if word.lower() in units.PEOPLE:
            return "person"
        if word.lower() == "times":
            return "count:time"
        if unit in ("", "thing") and word.islower():
            unit = f"count:{_singular(word)}" if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else "thing"
        here = found.end()
        if text[here - 1] in ".,":
            break
    return unit


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("ches", "shes", "sses", "xes")) else word[:-1]


def _ranged(text: str, start: int, first: Numeral, unit: str, end: int) -> tuple[Decimal, Decimal, str, int, Decimal] | None:
    if first.kind == "vague":
        return None
    between = _RANGE.match(text, end)
    word = between[0].strip().lower() if between else ""
    if not between or (word == "and" and not _BETWEEN.search(text[max(0, start - 20) : start])):
        return None
    sign = units.SIGN.match(text, between.end())
    second = numerals_en.read(text, sign.end() if sign else between.end(), money=sign is not None or unit in units.CURRENCIES)
    if second is None or second.kind == "vague":
        return None
    unit2, end2 = (units.SIGNS[sign[0].strip()], second.end) if sign else _unit(text, second, second.end)
    if unit in units.CURRENCIES and unit2 not in units.CURRENCIES:
        unit2, end2 = unit, second.end
    low = first.low * (second.power if first.plain and not second.plain and first.low * second.power < second.high else 1)
    if low >= second.high or (unit and unit != unit2 and not units.is_count(unit)) or (word == "or" and second.high - low != 1):
        return None
    if unit and not units.is_count(unit) and unit not in units.CURRENCIES and _FROM.search(text[max(0, start - 14) : start]):
        return None  # rose from 3% to 5%: two figures
    return low, second.high, unit2, end2, second.step


def _make(
    text: str, start: int, end: int, low: Decimal, unit: str, step: Decimal = Decimal(1), high: Decimal | None = None, vague: bool = False
) -> Quantity:
    kind = rounding.around(text, start, end, "en")
    return Quantity(low, low if high is None else high, unit, start, end, text[start:end], kind, vague, step)
