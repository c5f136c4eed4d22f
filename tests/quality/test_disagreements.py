"""Floors under telling that articles disagree: what is told must be so; what is missed is counted.

The pairs were written for this, and the rules were made with them in view: they pin what works, and are no measure of the world.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from app.disagreement import Comparer
from app.meaning import Meaning
from app.words import Words
from ingest.brackets import bracket_pairs
from ingest.encoder import Encoder
from ingest.names import Aliases
from tests.unit.evidence import evidence

PAIRS = Path(__file__).with_name("disagreements.jsonl")
CHECKSUM = "5d34e13897ed3f6535c7eac72fc0d9110fe111018c9ef31235222274f380f985"
FOUND, OF, ALIKE = 16, 23, 40

pytestmark = pytest.mark.encoder


@pytest.fixture(scope="module")
def told(encoder: Encoder) -> list[tuple[dict[str, Any], list[str]]]:
    """Each pair with the figures that are told to disagree."""
    meaning, words = Meaning(encoder), Words(encoder)
    return [(row, _told(row, meaning, words)) for row in map(json.loads, PAIRS.read_text("utf-8").splitlines())]


def _told(row: dict[str, Any], meaning: Meaning, words: Words) -> list[str]:
    ours = evidence(row["a"], article_id="a", published="2026-03-10", speaker=row.get("speaker_a"))
    theirs = evidence(row["b"], article_id="b", published="2026-03-12", speaker=row.get("speaker_b"))
    aliases = Aliases(pair for text in (row["a"], row["b"]) for pair in bracket_pairs(text))
    found = Comparer(meaning, words, aliases).conflicts(ours, theirs, dates="question" in row)
    return [figure.text.strip() for pair in found for figure in pair]


def test_the_pairs_are_those_of_the_floors() -> None:
    assert hashlib.sha256(PAIRS.read_bytes()).hexdigest() == CHECKSUM


def test_what_agrees_or_speaks_of_something_else_is_never_told(told: list[tuple[dict[str, Any], list[str]]]) -> None:
    alike = [(row, figures) for row, figures in told if "figures" not in row]
    assert len(alike) == ALIKE
    assert [row for row, figures in alike if figures] == []


def test_most_disagreements_are_told_with_their_figures(told: list[tuple[dict[str, Any], list[str]]]) -> None:
    unlike = [(row, figures) for row, figures in told if "figures" in row]
    assert len(unlike) == OF
    right = [
        row
        for row, figures in unlike
        if figures and all(a.startswith(b) for a, b in zip(row["figures"], figures, strict=True))
    ]
    assert len(right) >= FOUND
    assert len(right) == sum(bool(figures) for _, figures in unlike)  # never with other figures
