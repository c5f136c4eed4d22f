"""Finds, by code, the fewest sentences that bear a claim out. What a model says of its sources is never asked for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from app.check import Checker, Standing
from app.records import Evidence
from ingest.records import Language


def cite(claim: str, language: Language, evidence: Sequence[Evidence], checker: Checker) -> Standing:
    """The sentences cited for `claim`, and its problems with them: no problems where it stands.

    One sentence is preferred to two, and the better evidence to the worse. Where nothing bears the claim out, what comes nearest.
    """
    nearest: Standing = ((), checker.problems(claim, language, ()))
    for size in (1, 2):
        tried = [(cited, checker.problems(claim, language, cited)) for cited in combinations(evidence, size)]
        if standing := [pair for pair in tried if not pair[1]]:
            return checker.nearest(claim, standing)
        fewest = min(tried, key=lambda pair: len(pair[1]), default=nearest)
        if size == 1 or len(fewest[1]) < len(nearest[1]):
            nearest = fewest
    return nearest
