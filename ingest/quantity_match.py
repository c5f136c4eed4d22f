"""Is a quantity of a claim borne out by a quantity of its source?

A claim may be rounded as a reader accepts, if it says so: "about 5.6 million" or "more than 5 million" for 5,598,000. A
figure that is merely rounded away ("6 million" for 5.6 million) is another figure.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

from ingest import dates, numerals_en, quantity_synonyms, units
from ingest.quantity import TIME_UNITS, Quantity
from ingest.quantity_hints import HINTS
from ingest.records import Language
from ingest.seasons import is_of_season, of_season

_UP = ("at_least", "more_than")
_DOWN = ("at_most", "less_than", "almost")
_ABOUT = Decimal("0.1")  # "about" reaches a tenth of the figure, and no further than half of its last digit
_SHARE = Decimal("0.02")  # about a third is from 31 to 35 percent

_ONE: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:one|a single|1)\b", re.I),
    "ko": re.compile(  # as a word of its own: 참여한 counts nothing
        r"(?<![가-힣])(?:한(?= |[명개곳건대쪽번채팀]|사람|마리|그루|가구)|하나)|(?<![\d.,])1(?!\d)"
    ),
}

# Today may be these days.
_NOWADAYS = frozenset(["today", "오늘"])
_NOW: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:now|nowadays|currently|current|existing|at present|present-day|these days|so far|still)\b", re.I
    ),
    "ko": re.compile(r"지금|현재|요즘|요새|오늘날|아직"),
}


def same(claim: Quantity, source: Quantity) -> bool:
    """Is the claim borne out by the source quantity: units that can meet, and a value that the source allows?"""
    if claim.moment or source.moment:
        return _same_calendar(claim, source)
    if not quantity_synonyms.count_alike(claim, source):
        return False
    claim, source = quantity_synonyms.in_one_unit(claim, source)
    scale = units.factor(claim.unit, source.unit)
    if scale is None:
        return False
    low, high = (end * scale.numerator / scale.denominator for end in (source.low, source.high))
    return _same_value(claim, replace(source, low=low, high=high))


def _same_calendar(claim: Quantity, source: Quantity) -> bool:
    if claim.moment and source.moment:
        return dates.same(claim, source)
    dated, other = (claim, source) if claim.moment else (source, claim)
    moment = dated.moment
    if dated.unit == "date" and moment.year and not moment.month and other.unit == "":
        return other.low == other.high == moment.year
    lone = moment.day and not moment.month
    if dated.unit == "date" and moment.day and other.unit in ("day", "ordinal", "") and (lone or dated is source):
        return other.low <= moment.day <= other.high
    if dated.unit == "decade" and other.unit in ("age", ""):
        return other.low == dated.low % 100
    if dated.unit in ("century", "quarter") and other.unit in ("ordinal", ""):
        return other.low == dated.low
    return False


def _same_value(claim: Quantity, source: Quantity) -> bool:
    if (claim.rounding in _UP and source.rounding in _DOWN) or (claim.rounding in _DOWN and source.rounding in _UP):
        return False
    if source.vague:
        return claim.vague and (claim.low == source.low or (claim.low <= source.low and source.high <= claim.high))
    if claim.vague:
        return claim.low <= source.low and source.high <= claim.high
    if claim.low == claim.high and source.low == source.high:
        return _same_point(claim, source)
    return _near(claim.low, source.low, claim.unit) and _near(claim.high, source.high, claim.unit)


def _near(a: Decimal, b: Decimal, unit: str) -> bool:
    """Equal; a fraction written in decimals (0.333...) is given its rounding."""
    return abs(a - b) <= (
        Decimal("0.005") * abs(a) if unit in ("fraction", "percent") and a != a.to_integral_value() else 0
    )


def _same_point(claim: Quantity, source: Quantity) -> bool:
    stated, value = claim.low, source.low
    if _near(stated, value, claim.unit):
        strict = claim.rounding in ("more_than", "less_than", "almost")
        return not (strict and source.rounding == "exact")
    if stated <= 0 or value <= 0:
        return False
    if claim.unit != "fraction" and _digits(stated) > _digits(value) - (source.rounding != "exact"):
        return False  # a rounded figure has fewer digits than what it rounds, never as many or more
    lead = Decimal(10) ** stated.adjusted()  # the place of the first digit: 5 million may be said of 5.6 million
    if claim.rounding == "about":
        reach = max(claim.step, Decimal(10) ** (stated.adjusted() - 1)) / 2
        return abs(stated - value) <= min(max(reach, _SHARE) if claim.unit == "fraction" else reach, _ABOUT * value)
    if claim.rounding in _UP and source.rounding not in _DOWN:
        return stated < value <= stated + lead
    if claim.rounding in _DOWN and source.rounding not in _UP:
        return stated - lead <= value < stated and (claim.rounding != "almost" or value >= stated * (1 - _ABOUT))
    return False


def _digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def unsupported(
    claims: list[Quantity],
    sources: list[Quantity],
    claim_text: str,
    source_text: str,
    language: Language,
    today: date | None,
) -> list[Quantity]:
    def stands(claim: Quantity) -> bool:
        return any(same(claim, source) for source in sources) or _hinted(claim, sources, source_text, language, today)

    return [
        c
        for c in claims
        if not stands(c)
        and not _one_of_both_ends(c, claims, sources)
        and not (
            c.parts and all(any(same(part, s) for s in sources) or _says_one(part, source_text) for part in c.parts)
        )
        and not any(_part_of(c, s, claims, claim_text) for s in sources)
    ]


def _part_of(claim: Quantity, source: Quantity, claims: list[Quantity], claim_text: str) -> bool:
    """The two, one of them dead, of "one of two people": the claim gives all of what the source's quantity is put together from."""
    return any(same(claim, part) for part in source.parts) and all(
        any(same(c, part) for c in claims) or _says_one(part, claim_text) for part in source.parts
    )


def _says_one(part: Quantity, text: str) -> bool:
    return part.low == 1 and any(pattern.search(text) for pattern in _ONE.values())


def _one_of_both_ends(claim: Quantity, claims: list[Quantity], sources: list[Quantity]) -> bool:
    """40세에서 64세 for 40~64세: the claim gives both ends of a range, one by one."""
    ranges = [s for s in sources if s.low != s.high and not s.vague and not s.moment and not claim.moment]
    return any(
        any(same(claim, replace(s, low=end, high=end)) for end in (s.low, s.high))
        and all(any(same(c, replace(s, low=end, high=end)) for c in claims) for end in (s.low, s.high))
        for s in ranges
    )


def _hinted(claim: Quantity, sources: list[Quantity], text: str, language: Language, today: date | None) -> bool:
    """Borne out by more than one quantity of the source, or by a word that is no numeral (both, 첫)."""
    hints = HINTS[language]
    if claim.moment and claim.unit == "date":
        if claim.text.lower() in _NOWADAYS and _NOW[language].search(text):
            return True
        if claim.moment.number == 1:  # 1일: the first, or a day
            return bool(hints["1"].search(text))
        if of_season(claim.text):
            return not any(s.unit == "date" and s.moment.year and is_of_season(text, s.start, s.end) for s in sources)
        return _assembled(claim, sources, today)
    if claim.unit == "age" and (claim.low, claim.high) == (10, 19) and hints["teens"].search(text):
        return True
    if claim.low != claim.high and not claim.vague:
        ends = (replace(claim, low=end, high=end) for end in (claim.low, claim.high))
        return all(any(same(end, source) for source in sources) for end in ends)
    if claim.unit in ("ordinal", "") and claim.low == 2 and hints["second"].search(text):  # 2공장: a second plant
        return True
    if claim.unit == "ordinal" and claim.low == 1:
        return bool(hints["first"].search(text))
    counted = units.is_count(claim.unit) or claim.unit in TIME_UNITS
    if counted and claim.low == 1:
        hint = hints["1" if claim.unit in TIME_UNITS else "one"]
        return bool(hint.search(text)) and not (claim.unit == "count:time" and any(map(_more_than_once, sources)))
    if language == "en" and claim.unit in TIME_UNITS and _is_one_of_more(claim, text):
        return True
    if (counted or claim.unit == "times") and claim.low in (2, 3) and hints[str(claim.low)].search(text):
        return True
    if units.is_count(claim.unit) and 2 < claim.low < 20 and language == "en" and _capitalised(int(claim.low), text):
        return True
    if any(_ends_range(claim, source) for source in sources):
        return True
    digits = claim.text.strip()
    if claim.unit not in ("", "thing") or not re.fullmatch(r"[0-9]+(?:[.,][0-9]+)*", digits):
        return False
    return bool(re.search(rf"(?<![0-9.,]){re.escape(digits)}(?![0-9]|[.,][0-9])", text))


def _is_one_of_more(claim: Quantity, text: str) -> bool:
    """24 hours, of "a day": one of a larger unit, which English may leave without a numeral."""
    scales = {unit: units.factor(unit, claim.unit) for unit in TIME_UNITS}
    names = [unit for unit, scale in scales.items() if scale and claim.low * scale.numerator == scale.denominator]
    return bool(names) and bool(re.search(rf"\b(?:an?|one) (?:full |whole )?(?:{'|'.join(names)})\b", text, re.I))


def _more_than_once(quantity: Quantity) -> bool:
    return quantity.unit in ("count:time", "times") and quantity.low > 1


def _capitalised(number: int, text: str) -> bool:
    """The Five Rivers park: no quantity where it stands, but a claim in the other language may have to say five."""
    word = next(word for word, value in numerals_en.ONES.items() if value == number)
    return bool(re.search(rf"\b{word.capitalize()}\b", text))


def _ends_range(claim: Quantity, source: Quantity) -> bool:
    """One end of a source's range, said as the end that it is: "up to 45" or "at least 30" for 30 to 45."""
    if source.vague or source.moment or source.low == source.high or claim.moment:
        return False
    end = source.high if claim.rounding in _DOWN else source.low if claim.rounding in _UP else None
    return end is not None and same(replace(claim, rounding="exact"), replace(source, low=end, high=end))


def _names_day(source: Quantity, month: int, day: int) -> bool:
    """The 28th, 28일: a day of that month, or of one that stands apart from it."""
    if source.moment:
        return source.moment.day == day and source.moment.month in (None, month)
    return source.unit in ("day", "ordinal") and day in (source.low, source.high)


def _assembled(claim: Quantity, sources: list[Quantity], today: date | None) -> bool:
    """A date whose parts the source names apart (the year before, the day later), or leaves to the article's date."""
    parts = claim.moment
    named = [s.moment for s in sources if s.moment and s.unit in ("date", "quarter")]
    if today is not None and (parts.year, parts.month, parts.day) == (today.year, today.month, None):
        return any(m.day and not m.month for m in named)  # this month, of an article that says the 13th
    if today is not None and (parts.year, parts.month) == (today.year, None):  # this year, of one that says July 1
        return any(m.month and not m.year for m in named) and not any(m.year for m in named)
    if parts.year and parts.month:
        known = any(m.year == parts.year for m in named) or (today is not None and today.year == parts.year)
        rest = replace(claim, moment=replace(parts, year=None))
        yearless = [s for s in sources if not (s.moment and s.moment.year)]  # another year is another date
        return known and (any(same(rest, s) for s in yearless) or _assembled(rest, sources, today))
    if parts.month and parts.day:
        months = {m.month for m in named if m.month}
        known = parts.month in months or (not months and today is not None and today.month == parts.month)
        return known and any(_names_day(s, parts.month, parts.day) for s in sources)
    return False
