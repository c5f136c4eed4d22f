"""How well a score tells what may be answered from what may not, and how sure a share is."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

_Z = 1.959964  # standard normal, two-sided 95%


def wilson(hits: int, n: int) -> tuple[float, float]:
    """The 95% score interval of a share (Wilson, 1927): unlike the plain one it stays within 0..1 and holds for few. n is at least 1."""
    share, square = hits / n, _Z**2 / n
    middle = (share + square / 2) / (1 + square)
    half = _Z / (1 + square) * math.sqrt(share * (1 - share) / n + square / (4 * n))
    return max(0.0, middle - half), min(1.0, middle + half)


def auc(answerable: Sequence[float], others: Sequence[float]) -> float:
    """How often an answerable one scores above another; a tie counts half. .5 tells nothing, 1 everything."""
    up, down = np.asarray(answerable)[:, None], np.asarray(others)[None, :]
    return float((up > down).mean() + 0.5 * (up == down).mean())


def recall_at(lost: float, answerable: Sequence[float], others: Sequence[float]) -> float:
    """Share of the others that is refused where the bar is as high as can be with at most the share `lost` of the answerable refused."""
    bar = sorted(answerable)[math.floor(lost * len(answerable) + 1e-9)]
    return float(np.mean(np.asarray(others) < bar))
