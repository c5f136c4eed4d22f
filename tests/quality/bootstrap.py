"""How sure a mean over a few dozen questions is: percentile intervals of the bootstrap (Efron, 1979).

Of two systems asked the same questions, the differences question by question are resampled: that is the paired bootstrap, and it is
far narrower than two intervals side by side. Where every question got the same value the interval has no width, however few they are.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

RESAMPLES = 10_000
COVERAGE = 0.95
SEED = 20_261_122  # any number: the same questions give the same interval


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean over questions, and between which means `COVERAGE` of the resamples lie; in the unit of the values."""

    mean: float
    low: float
    high: float


def interval(values: np.ndarray) -> Interval:
    """Of `values` [n], one a question and none missing; n is at least 1."""
    n = len(values)
    if not n:
        raise ValueError("there is no mean of no questions")
    picked = np.random.default_rng(SEED).integers(n, size=(RESAMPLES, n))
    low, high = np.quantile(values[picked].mean(axis=1), [(1 - COVERAGE) / 2, (1 + COVERAGE) / 2])
    return Interval(float(values.mean()), float(low), float(high))


def difference(ours: np.ndarray, theirs: np.ndarray) -> Interval:
    """Of `ours` over `theirs`, both [n] and of the same questions in the same order. Above 0: ours is higher."""
    if ours.shape != theirs.shape:
        raise ValueError(f"{len(ours)} questions cannot be paired with {len(theirs)}")
    return interval(ours - theirs)
