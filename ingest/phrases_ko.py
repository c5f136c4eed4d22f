"""Korean quantities that are no plain number and unit: 3분의 1, 2대 0, 첫 번째, 사흘; and figures that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ingest import numerals_ko, phrases_shares, rounding, units
from ingest.quantity import Quantity

_SCORE = re.compile(r"(?<![0-9.,:대~-])([0-9]{1,3}) ?(?:대|:|-|–) ?([0-9]{1,3})(?! ?[0-9:.,대~-]|[0-9])")
_FRACTION = re.compile(r"(?<![0-9.,])([0-9]{1,3}|[가-힣]) ?분의 ?([0-9]{1,3}|[가-힣])(?![0-9])")
_HALF = re.compile(
    r"(?<![가-힣])(절반|(?<![0-9A-Za-z])(?<![년간분달월] )(?<!우리 )(?<!같은 )(?<!다른 )(?<![A-Z0-9옆한각몇] )반(?= ?(?:이상|정도)|(?:[이은을]|으로)(?: |$)))(?!기|전|환)"
)
_FIRST = re.compile(r"(?<![가-힣])(첫 ?번째|첫째|첫(?= )|둘째|셋째|넷째|다섯째)")
_FIRSTS = {"둘": 2, "셋": 3, "넷": 4, "다": 5}
_DAY_WORDS = {
    "하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9, "열흘": 10,
    "열하루": 11, "열이틀": 12, "보름": 15,
}  # fmt: skip
_OTHER_SPANS = {
    "반년": (6, "month"),
    "반세기": (50, "year"),
    "사반세기": (25, "year"),
    "4반세기": (25, "year"),
    "반 시간": (30, "minute"),
    "반시간": (30, "minute"),
    "일주일": (1, "week"),
}
_DAYS = re.compile(rf"(?<![가-힣0-9])({'|'.join([*_DAY_WORDS, *_OTHER_SPANS])})(?![살아])")
_TWICE = re.compile(r"(?<![가-힣])(갑절|곱절)")
_NAMED_DAY = re.compile(r"(?<![0-9])[0-9]{1,2}[·∙‧・][0-9]{1,2}(?![0-9])")
_LONG = re.compile(r"[0-9]+(?:-[0-9]+){2,}|[0-9]+(?:\.[0-9]+){2,}|[0-9]{16,}")
_SYLLABLE = re.compile(r"(?<![가-힣])([삼사오육칠팔구]) ?(년|개월|주)(?=간| ?동안| ?만에|의 | ?전 | ?뒤| ?후 | ?남)")
_AGE = re.compile(r"(?:씨|군|양|모)\(([1-9][0-9]?)(?=[)·,])")  # 김모(45)씨


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
            yield make(text, found.start(), found.end(), value, value, "fraction", Decimal("0.01"))
    for found in _SYLLABLE.finditer(text):
        value, unit = Decimal(numerals_ko.SINO[found[1]]), {"년": "year", "주": "week"}.get(found[2], "month")
        yield make(text, *found.span(), value, value, unit)
    for found in _AGE.finditer(text):
        yield make(text, *found.span(1), Decimal(found[1]), Decimal(found[1]), "age")
    for share in phrases_shares.korean(text):
        value = share.above / share.below
        made = make(text, share.start, share.end, value, value, "fraction", Decimal("0.01"))
        yield replace(made, parts=share.parts(text))
    for found in _SCORE.finditer(text):
        follows = units.read_ko(text, found.end()) or (
            text[found.end() : found.end() + 1] == " " and units.read_ko(text, found.end() + 1)
        )
        if (
            not follows
            and not text[found.start() - 1 : found.start()].isalpha()
            and "대" not in text[found.end() : found.end() + 1]
        ):
            sides = sorted((Decimal(found[1]), Decimal(found[2])))
            yield make(text, found.start(), found.end(), sides[0], sides[1], "score")
    for found in _HALF.finditer(text):
        yield make(text, *found.span(), Decimal("0.5"), Decimal("0.5"), "fraction", Decimal("0.1"))
    for found in _FIRST.finditer(text):
        rank = Decimal(_FIRSTS.get(found[1][0], 1))
        yield make(text, *found.span(), rank, rank, "ordinal")
    for found in _DAYS.finditer(text):
        many, unit = _OTHER_SPANS.get(found[1]) or (_DAY_WORDS[found[1]], "day")
        yield make(text, *found.span(), Decimal(many), Decimal(many), unit)
    for found in _TWICE.finditer(text):
        yield make(text, *found.span(), Decimal(2), Decimal(2), "times")


def _small(word: str) -> int:
    return int(word) if word.isdigit() else numerals_ko.SINO.get(word) or numerals_ko.SMALL.get(word) or 0


def make(
    text: str,
    start: int,
    end: int,
    low: Decimal,
    high: Decimal,
    unit: str,
    step: Decimal = Decimal(1),
    vague: bool = False,
) -> Quantity:
    inside = bool(re.search(r"[0-9십백천만억조]여|여남은", text[start:end]))
    kind = "more_than" if inside else rounding.around(text, start, end, "ko")
    return Quantity(low, high, unit, start, end, text[start:end], kind, vague, step, inside=inside)
