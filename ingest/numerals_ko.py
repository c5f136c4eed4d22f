"""Korean numerals: 560만, 1조 2,500억, 3만5천, 삼십, 스물두, 수십억.

A numeral is read at a given place; whether it is a quantity at all depends on what follows, which the caller decides
(천 is a thousand in 천 명 and part of a name in 천안).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

SMALL = {"십": 10, "백": 100, "천": 1000}
BIG = {"만": 10**4, "억": 10**8, "조": 10**12, "경": 10**16}
SINO = {c: i for i, c in enumerate("영일이삼사오육칠팔구")}
ONES = {
    "하나": 1, "한": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "석": 3, "넷": 4, "네": 4, "넉": 4, "다섯": 5,
    "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9,
}  # fmt: skip
TENS = {
    "열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70, "여든": 80, "아흔": 90,
    "여남은": 10,
}  # fmt: skip

_FIGURES = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15})(?:\.[0-9]{1,9})?(?![0-9])")
_SPELLED = re.compile(r"(?:[일이삼사오육칠팔구]?[천백십])+[일이삼사오육칠팔구]?|[일이삼사오육칠팔구](?=[만억조])")
_MIXED_TAIL = re.compile(r"(?: ?[천백십](?:[0-9]{1,3}(?![0-9]))?)+")  # 5천200, 3백50
_NATIVE = re.compile(f"(?:({'|'.join(TENS)}) ?)?({'|'.join(ONES)})?")
_VAGUE = re.compile(r"(?:수|몇) ?([십백천]?[만억조]|[십백천])")
_GROUP = re.compile(r"[0-9]|[일이삼사오육칠팔구]?[천백십]|[일이삼사오육칠팔구][만억]")


@dataclass(frozen=True, slots=True)
class Numeral:
    low: Decimal
    high: Decimal  # differs from low only where vague
    end: int
    step: Decimal  # value of the last digit written
    kind: str  # "figures", "sino", "native" or "vague"
    power: Decimal = Decimal(1)  # what a range shares: 만 in 3~5만
    plain: bool = True  # figures alone, without 만, 천 and the like


def read(text: str, at: int) -> Numeral | None:
    """The longest numeral that begins at `at`, or None. Words need a boundary before them; figures are the caller's care."""
    if at < len(text) and text[at].isascii() and text[at].isdigit():
        return _grouped(text, at, "figures")
    if at and ("가" <= text[at - 1] <= "힣" or text[at - 1].isalnum()):
        return None
    return _vague(text, at) or _native(text, at) or _grouped(text, at, "sino")


def decimal_step(figures: str) -> Decimal:
    """The value of the last digit of plain figures: 0.1 for 5.6, 1,000 for 25,000 (trailing zeros say nothing)."""
    if "." in figures:
        return Decimal(1).scaleb(-len(figures.split(".")[1]))
    bare = figures.replace(",", "")
    return Decimal(10) ** (len(bare) - len(bare.rstrip("0"))) if bare.strip("0") else Decimal(1)


def _vague(text: str, at: int) -> Numeral | None:
    found = _VAGUE.match(text, at)
    if not found:
        return None
    size = Decimal(1)
    for power in found[1]:
        size *= SMALL.get(power) or BIG[power]
    return Numeral(2 * size, 10 * size, found.end(), size, "vague", plain=False)


def _native(text: str, at: int) -> Numeral | None:
    found = _NATIVE.match(text, at)
    if not found or not found[0].strip():
        return None
    value = Decimal(TENS.get(found[1], 0) + ONES.get(found[2], 0))
    end = found.end() - (len(found[0]) - len(found[0].rstrip()))
    return Numeral(value, value, end, Decimal(1), "native")


def _section(text: str, at: int) -> tuple[Decimal, Decimal, int, bool] | None:
    """One part below 만: its value, the value of its last digit, its end, and whether it is plain figures."""
    found = _FIGURES.match(text, at)
    if not found:
        found = _SPELLED.match(text, at)
        if found:
            return _spelled(found[0]), Decimal(1), found.end(), False
        bare = re.match(r"[만억](?! [0-9])", text[at : at + 3])  # 만 19세 is nineteen full years
        return (Decimal(1), Decimal(1), at, False) if bare else None
    value, step = Decimal(found[0].replace(",", "")), decimal_step(found[0])
    tail = _MIXED_TAIL.match(text, found.end())
    if not tail:
        return value, step, found.end(), True
    total, pending = Decimal(0), value
    for power, figures in re.findall(r"([천백십])([0-9]*)", tail[0]):
        if not pending and not figures:
            pending = Decimal(1)
        total += pending * SMALL[power]
        step = SMALL[power] * (step if value == pending and step < 1 else Decimal(1))
        pending = Decimal(figures) if figures else Decimal(0)
    if pending:
        step = Decimal(1)
    return total + pending, step, tail.end(), False


def _spelled(word: str) -> Decimal:
    total, digit = 0, 0
    for char in word:
        if char in SMALL:
            total += (digit or 1) * SMALL[char]
            digit = 0
        else:
            digit = SINO[char]
    return Decimal(total + digit)


def _grouped(text: str, at: int, kind: str) -> Numeral | None:
    total, step, power, here, plain = Decimal(0), Decimal(1), Decimal(1), at, True
    ceiling = Decimal(10) ** 20
    while True:
        part = _section(text, here)
        if not part or part[0] >= ceiling:
            break
        value, part_step, after, part_plain = part
        big = _big(text, after)
        if big is None:
            if after == here or (kind == "sino" and total == 0 and part_plain):
                break
            total, step, here = total + value, part_step, after
            power, plain = (power if total == value else Decimal(1)), plain and part_plain
            break
        if big[0] >= ceiling:
            break
        total += value * big[0]
        step, power, ceiling, here, plain = part_step * big[0], big[0], Decimal(big[0]), big[1], False
        after = here + (text[here : here + 1] == " ")
        if not _GROUP.match(text, after):
            break
        following = _section(text, after)
        if not following or following[0] >= ceiling or _unrelated(text, following, ceiling):
            break
        here = after
    if here == at:
        return None
    here -= text[here - 1] == " "
    return Numeral(total, total, here, step, kind, power, plain)


def _unrelated(text: str, section: tuple[Decimal, Decimal, int, bool], ceiling: Decimal) -> bool:
    big = _big(text, section[2])
    return big is not None and big[0] >= ceiling


def _big(text: str, at: int) -> tuple[int, int] | None:
    """The 만, 억, 조 or 경 at `at` (or after one space), with its end; not where it begins another word."""
    char = text[at : at + 1]
    if char in BIG and not (char == "경" and not re.match("경(?: ?[0-9]|원|달러|[여 ]?원)", text[at : at + 8])):
        return BIG[char], at + 1
    if re.match(r" [만억](?=[ 명원달개여위엔유])", text[at : at + 3]):
        return BIG[text[at + 1]], at + 2
    return None
