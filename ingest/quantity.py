"""What a quantity is: the record that the parsers make, the comparer compares and the writer writes."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Rounding = Literal["exact", "about", "at_least", "more_than", "at_most", "less_than", "almost"]
Sense = Literal["", "run", "rise"]  # "run": without a break (나흘째, in a row); "rise": by how much more (up 100%)

TIME_UNITS = frozenset({"year", "month", "week", "day", "hour", "minute", "second"})  # durations


@dataclass(frozen=True, slots=True)
class Moment:
    """The parts of a calendar date or a time of day that the text names; None where it does not."""

    year: int | None = None
    month: int | None = None  # 1..12
    day: int | None = None  # 1..31
    weekday: int | None = None  # 0 is Monday
    quarter: int | None = None  # 1..4
    hour: int | None = None  # 0..23 where half_day is known, else as written
    minute: int | None = None
    half_day: bool = False  # True: the text says which half of the day, or uses the 24-hour clock

    @property
    def number(self) -> Decimal:
        """Year, month and day as yyyymmdd, with zeros for what is not named."""
        return Decimal((self.year or 0) * 10000 + (self.month or 0) * 100 + (self.day or 0))


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that a text states, with its unit.

    `low` and `high` are equal unless the text gives a range, a vague magnitude (수십억, billions: `vague`) or a score,
    whose two sides are ordered by size. `start` and `end` are code points of the parsed text; they cover the number and
    its unit, and the rounding word where it stands between them (20여 명), but not one that stands outside (약, about).

    Units: ISO currency codes; "percent", "percentage_point", "basis_point", "fraction" (a half is 0.5), "times" (a
    factor); "person", "thing" (a counted noun that is not known), "count:NOUN"; durations ("year" ... "second");
    "age" (also 20대, 20 to 29), "ordinal", "score", "point"; calendar: "date", "weekday" (0 is Monday), "quarter",
    "decade", "century", "time" (minutes after midnight), all with `moment`; measures ("km", "mile", "celsius", ...);
    "" for a bare number.
    """

    low: Decimal
    high: Decimal
    unit: str
    start: int
    end: int
    text: str
    rounding: Rounding = "exact"
    vague: bool = False
    step: Decimal = Decimal(1)  # the value of the last digit written: 10,000 for 560만, 100,000 for 5.6 million
    moment: Moment | None = None
    inside: bool = False  # the rounding word stands within the span, as 여 in 20여 명
    parts: tuple[Quantity, ...] = ()  # what it is put together from: 1년 6개월, 세 명 중 한 명
    sense: Sense = ""
    of: str = ""  # what an ordinal counts: "day" in the fourth day, "count" in the third straight win

    @property
    def value(self) -> Decimal:
        return self.low
