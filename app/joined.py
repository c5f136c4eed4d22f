"""Neighbouring sentences taken as one: a translation may have made one sentence of two or three."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from app.quotations import unequal
from app.records import Evidence
from ingest.records import Language

_TOGETHER = 3  # sentences that another language may say in one
_MUCH = 0.2  # how much better the lengths must agree


def longer(claim: str, language: Language, nearest: Evidence, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The nearest sentence with those right beside it, where a translation needs them: one sentence may become two or three."""
    if nearest.article.language == language:
        return ()
    best, beside = _uneven(claim, language, (nearest,)), (nearest,)
    row = sorted(
        (item for item in evidence if item.article.id == nearest.article.id), key=lambda item: item.sentence.start
    )
    for first in range(len(row)):
        for last in range(first + 2, min(first + _TOGETHER, len(row)) + 1):
            run = tuple(row[first:last])
            if nearest in run and _adjoin(run) and (uneven := _uneven(claim, language, run)) < best - _MUCH:
                best, beside = uneven, run
    return beside if len(beside) > 1 else ()


def _uneven(claim: str, language: Language, run: Sequence[Evidence]) -> float:
    return unequal(claim, language, joined(run).text, run[0].article.language)


def _adjoin(run: Sequence[Evidence]) -> bool:
    between = (run[0].article.text[a.sentence.end : b.sentence.start] for a, b in pairwise(run))
    return not any(gap.strip() for gap in between)


def joined(run: Sequence[Evidence]) -> Evidence:
    return replace(run[0], sentence=replace(run[0].sentence, end=run[-1].sentence.end))
