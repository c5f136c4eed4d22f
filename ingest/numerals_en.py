"""English numerals: 5,600,000, 5.6 million, $5bn, twenty-two, a dozen, half a million, hundreds of thousands."""

from __future__ import annotations

import re
from decimal import Decimal

from ingest.numerals_ko import Numeral, decimal_step
from ingest.units import counts_people

ONES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
LETTERS = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12, "trn": 10**12, "t": 10**12}
VULGAR = {"½": "0.5", "¼": "0.25", "¾": "0.75"}
VAGUE = {"dozens": (20, 100), "scores": (40, 100), "tens": (20, 100)}

_BELOW_HUNDRED = (
    f"(?:(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(list(ONES)[1:10])})\\b)?|(?:{'|'.join(sorted(ONES, key=len)[::-1])}))"
)
_SPELLED = re.compile(
    rf"(?:{_BELOW_HUNDRED}|an?(?= (?:hundred|thousand|million|billion|trillion|dozen)\b))\b"
    rf"(?:[ -](?:hundred|thousand|million|billion|trillion)\b(?:,? (?:and )?{_BELOW_HUNDRED}\b(?! (?:and|to) ))?)*",
    re.I,
)
_FIGURES = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15})(?:\.[0-9]{1,9})?(?![0-9])")
_SCALE = re.compile(r"(?:[ -]?(hundred|thousand|million|billion|trillion)\b)", re.I)
_LETTER = re.compile(r" ?(trn|tn|bn|mn|k|m|b)(?![A-Za-z0-9])")
_MONEY_LETTER = re.compile(r" ?(trn|tn|bn|mn|[kmbt])(?![A-Za-z0-9])", re.I)
_NEXT = re.compile(r" ([a-z]+)")
_DOZEN = re.compile(r"(?:(half a|a|one|two|three|four|five|six|[0-9]{1,3}) )?dozen\b(?! of the)", re.I)
_HALF_SCALE = re.compile(
    r"(?:half a|a half|half|a quarter of a|(?:a|one) and a half) (hundred|thousand|million|billion|trillion)\b", re.I
)
_VAGUE = re.compile(
    r"(?:(tens|dozens|scores|hundreds|thousands|millions) of )?(hundreds|thousands|millions|billions|trillions)\b|dozens\b"
    r"|scores(?= of\b)|tens(?= of\b)",
    re.I,
)
_AND_HALF = re.compile(r" and (a half|a quarter|three quarters)\b|-and-a-half\b", re.I)


def read(text: str, at: int, money: bool = False) -> Numeral | None:
    """The longest numeral that begins at `at`, or None. `money`: a currency sign stands before, so 5m is five million."""
    if (text[at : at + 1].isdigit() and text[at].isascii()) or text[at : at + 1] in VULGAR:
        return _figures(text, at, money)
    if at and (text[at - 1].isalnum() or text[at - 1] in "'’_"):
        return None
    return _half(text, at) or _dozen(text, at) or _vague(text, at) or _spelled(text, at)


def _exact(value: Decimal, end: int, step: Decimal, kind: str, power: Decimal = Decimal(1), plain: bool = True):
    return Numeral(value, value, end, step, kind, power, plain)


def _figures(text: str, at: int, money: bool) -> Numeral | None:
    if text[at] in VULGAR:
        value = Decimal(VULGAR[text[at]])
        return _exact(value, at + 1, Decimal("0.01"), "figures", plain=False)
    dozen = _DOZEN.match(text, at)
    if dozen:
        return _dozen(text, at)
    found = _FIGURES.match(text, at)
    if not found:
        return None
    value, step, end = Decimal(found[0].replace(",", "")), decimal_step(found[0]), found.end()
    if text[end : end + 1] in VULGAR and text[end : end + 1]:
        value, step, end = value + Decimal(VULGAR[text[end]]), Decimal("0.01"), end + 1
    power, plain = Decimal(1), True
    while scale := _SCALE.match(text, end):
        power, end, plain = power * SCALES[scale[1].lower()], scale.end(), False
    if plain and (letter := (_MONEY_LETTER if money else _LETTER).match(text, end)) and _is_scale(text, letter, money):
        power, end, plain = Decimal(LETTERS[letter[1].lower()]), letter.end(), False
    half = _AND_HALF.match(text, end)
    if half:
        value, step, end = value + _part(half[1]), Decimal("0.01"), half.end()
    return _exact(value * power, end, step * power, "figures", power, plain)


def _is_scale(text: str, letter: re.Match[str], money: bool) -> bool:
    """5m without a currency is as likely five metres, unless people follow; bn, tn, mn and k (not 4K) are sure."""
    if letter[1] == "m" and (word := _NEXT.match(text, letter.end())) and counts_people(word[1]):
        return True
    return money or letter[1] in ("bn", "tn", "trn", "mn", "k")


def _part(words: str | None) -> Decimal:
    return {"a quarter": Decimal("0.25"), "three quarters": Decimal("0.75")}.get((words or "").lower(), Decimal("0.5"))


def _half(text: str, at: int) -> Numeral | None:
    found = _HALF_SCALE.match(text, at)
    if not found:
        return None
    words, power = found[0].lower(), Decimal(SCALES[found[1].lower()])
    value = Decimal("0.25") if "quarter" in words else Decimal("1.5") if " and " in words else Decimal("0.5")
    return _exact(value * power, found.end(), power / 10, "spelled", power, plain=False)


def _dozen(text: str, at: int) -> Numeral | None:
    found = _DOZEN.match(text, at)
    if not found:
        return None
    many = (found[1] or "a").lower()
    factor = Decimal(many) if many.isdigit() else Decimal({"half a": "0.5", "a": "1"}.get(many) or ONES[many])
    return _exact(12 * factor, found.end(), Decimal(1), "spelled", plain=False)


def _vague(text: str, at: int) -> Numeral | None:
    found = _VAGUE.match(text, at)
    if not found:
        return None
    words = found[0].lower()
    if words in VAGUE:
        low, high = VAGUE[words]
        return Numeral(Decimal(low), Decimal(high), found.end(), Decimal(10), "vague", plain=False)
    scale = Decimal(SCALES[found[2].lower()[:-1]])
    first = (found[1] or "").lower()
    if first:  # tens of millions
        size = scale * {"tens": 10, "dozens": 10, "scores": 10, "hundreds": 100}.get(first, 1000)
        return Numeral(2 * size, 10 * size, found.end(), size, "vague", plain=False)
    ceiling = scale * (10 if scale == 100 else 1000)  # hundreds end at a thousand, millions at a billion
    return Numeral(2 * scale, ceiling, found.end(), scale, "vague", plain=False)


def _spelled(text: str, at: int) -> Numeral | None:
    found = _SPELLED.match(text, at)
    if not found:
        return None
    total, current, power = 0, 0, 1
    for word in re.findall(r"[a-z]+", found[0].lower()):
        if word in ("a", "an"):
            current = 1
        elif word == "hundred":
            current, power = (current or 1) * 100, 100
        elif word in SCALES:
            total, current, power = total + (current or 1) * SCALES[word], 0, SCALES[word]
        elif word != "and":
            current, power = current + ONES.get(word, TENS.get(word, 0)), 1
    end, value = found.end(), Decimal(total + current)
    half = _AND_HALF.match(text, end)
    if half:
        value, end = value + _part(half[1]), half.end()
        if scale := _SCALE.match(text, end):  # two and a half million
            power = SCALES[scale[1].lower()]
            return _exact(value * power, scale.end(), Decimal(power) / 10, "spelled", Decimal(power), plain=False)
    return _exact(value, end, Decimal(power), "spelled", Decimal(power), plain=power == 1)
