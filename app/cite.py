"""Finds, by code, the fewest sentences that bear a claim out. What a model says of its sources is never asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.check import Checker, Standing
from app.records import Evidence, Problem
from ingest.records import Language

# Where a claim of two facts may be cut in two. Each half is checked by itself, so a cut in the wrong place costs a citation, not truth.
_JOINT: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r",? (?:and|but|while|whereas)(?: that)? |; "),
    "ko": re.compile(r"(?:(?<=[^다라냐자]고)|(?<=며)|(?<=지만)|(?<=는데))(?:, ?| )"),
}
_HALF = 8  # code points; a shorter half states no fact


def cite(claim: str, language: Language, evidence: Sequence[Evidence], checker: Checker) -> Standing:
    """The sentences cited for `claim`, and its problems with them: no problems where it stands.

    One sentence where one bears all of it out, the nearest in meaning of those that do. Two only for a claim of two facts, each of which
    stands on a sentence of the same article alone. Where nothing bears it out, the sentence that comes nearest.
    """
    if not evidence:
        return (), (Problem("no_evidence", "nothing is cited"),)
    alone = _alone(claim, language, evidence, checker)
    if not alone[1]:
        return alone
    for first, second in _halves(claim, language):
        one = _alone(first, language, evidence, checker)
        if one[1]:
            continue
        beside = [item for item in evidence if item.article.id == one[0][0].article.id]
        other = _alone(second, language, beside, checker)
        if not other[1]:
            return (one[0] if one[0][0] is other[0][0] else one[0] + other[0]), ()
    return alone


def _alone(claim: str, language: Language, evidence: Sequence[Evidence], checker: Checker) -> Standing:
    near = checker.near(claim, language, evidence)
    order = sorted(range(len(evidence)), key=lambda i: -near[i])
    tried = [((evidence[i],), checker.problems(claim, language, evidence[i], near[i])) for i in order]
    alone_nearest = len(near) == 1 or near[order[0]] > near[order[1]]
    if alone_nearest and any(problem.kind == "negation" for problem in tried[0][1]):
        return tried[0]  # what the nearest sentence denies, no other one bears out
    return min(tried, key=lambda standing: len(standing[1]))  # the first, so the nearest, of those with fewest problems


def _halves(claim: str, language: Language) -> Iterator[tuple[str, str]]:
    for joint in _JOINT[language].finditer(claim):
        first, second = claim[: joint.start()].strip(), claim[joint.end() :].strip()
        if min(len(first), len(second)) >= _HALF:
            yield first, second
