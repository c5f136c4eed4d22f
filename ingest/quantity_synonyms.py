"""Quantities of two kinds that say the same: 100% more and doubled, two thirds and 67%, the fourth day and four days in a row."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from ingest import units
from ingest.quantity import Quantity

# A month has no fixed number of days: only a claim that rounds may count days in months.
_MONTH = Decimal("30.44")
_QUARTER = 3  # months
_DAYS = {"day": Decimal(1), "week": Decimal(7), "month": _MONTH, "year": 12 * _MONTH}


def count_alike(claim: Quantity, source: Quantity) -> bool:
    """The fourth day is not the fourth year, nor are four days without a break."""
    return not (claim.of and source.of) or claim.of == source.of


def in_one_unit(claim: Quantity, source: Quantity) -> tuple[Quantity, Quantity]:
    """The two in one unit, where other words say the same.

    Up 100% is doubled, 67% is two thirds, a fourth straight day is four days in a row. What is in one unit already, or cannot
    be, comes back as it is.
    """
    if {claim.unit, source.unit} == {"percent", "times"} and "rise" in (claim.sense, source.sense):
        return _times(claim), _times(source)
    if {claim.unit, source.unit} == {"percent", "fraction"} and _rounds(claim, source):
        return claim, replace(source, unit=claim.unit, low=claim.low, high=claim.high)
    if {claim.unit, source.unit} <= _DAYS.keys() and claim.rounding != "exact" == source.rounding:
        scale = _DAYS[source.unit] / _DAYS[claim.unit]
        return claim, replace(source, unit=claim.unit, low=source.low * scale, high=source.high * scale)
    if "count:quarter" in (claim.unit, source.unit) and {claim.unit, source.unit} & {"month", "year"}:
        return _months(claim), _months(source)
    ranks, counts = sorted((claim, source), key=lambda quantity: quantity.unit != "ordinal")
    run = ranks.unit == "ordinal" and ranks.of and "run" in (ranks.sense, counts.sense)
    if run and (ranks.of == counts.unit or (ranks.of == "count" and units.is_count(counts.unit))):
        return replace(claim, unit=ranks.of), replace(source, unit=ranks.of)
    return claim, source


def _months(quantity: Quantity) -> Quantity:
    """Eight quarters, two years: in months."""
    many = {"count:quarter": _QUARTER, "year": 12}.get(quantity.unit, 1)
    return replace(quantity, unit="month", low=many * quantity.low, high=many * quantity.high)


def _times(quantity: Quantity) -> Quantity:
    if quantity.unit == "times":
        return quantity
    low, high = (1 + end / 100 for end in (quantity.low, quantity.high))
    return replace(quantity, unit="times", low=low, high=high)


def _rounds(claim: Quantity, source: Quantity) -> bool:
    """67% for two thirds: a share that no decimals write out, rounded to as many as the percentage has."""
    share, percent = (claim, source) if claim.unit == "fraction" else (source, claim)
    if share.low != share.high or percent.low != percent.high:
        return False
    value, decimals = share.low * 100, min(0, percent.low.normalize().as_tuple().exponent)
    return value != round(value, 6) and value.quantize(Decimal(1).scaleb(decimals), ROUND_HALF_UP) == percent.low
