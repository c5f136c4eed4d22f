"""Killed at any moment, an ingest loses nothing that it reported as stored, and the next run completes it."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

from ingest.health import check
from ingest.library import Library
from ingest.settings import Settings
from ingest.vector_index import VectorIndex
from tests.fakes import BagEncoder
from tests.integration.ingester import ARTICLES, SENTENCES

ROOT = Path(__file__).parents[2]
KILLS = 4


def ingest(home: Path, kill_after: int | None = None, delay: float = 0.0) -> dict[str, set[str]]:
    """Article ids by reported status; killed `delay` seconds after that many lines of progress, unless None."""
    told: dict[str, set[str]] = {"new": set(), "updated": set(), "unchanged": set(), "failed": set()}
    command = [sys.executable, "-m", "tests.integration.ingester", str(home)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        progress = 0
        for line in process.stdout:
            status, _, id_ = line.strip().partition(" ")
            if id_:
                told[status].add(id_)
            progress += status != "unchanged"
            if progress == kill_after:
                time.sleep(delay)
                process.kill()
    assert process.returncode == (0 if kill_after is None else -9)
    return told


def test_killed_again_and_again_all_are_there_once(home: Path, tmp_path: Path) -> None:
    moments = random.Random(20250305)
    stored: set[str] = set()
    for _ in range(KILLS):
        told = ingest(home, kill_after=moments.randint(5, 40), delay=moments.random() / 4)
        assert told["new"].isdisjoint(stored)
        stored |= told["new"]
        with Library.open(home, create=False) as library:
            held = {head.id for head in library.heads()}
            assert stored <= held  # what was reported is committed; the last may not have been reported
            assert library.problems() == []
            for id_ in held - stored:
                assert len(library.sentences(id_, 1)) == SENTENCES
            stored = held
    assert 0 < len(stored) < ARTICLES

    told = ingest(home)
    assert told["unchanged"] == stored
    assert len(told["new"]) == ARTICLES - len(stored)
    encoder = BagEncoder()
    index = VectorIndex(home, encoder.fingerprint, encoder.dimensions)
    with Library.open(home, create=False) as library:
        heads = library.heads()
        assert sorted(head.id for head in heads) == sorted(f"g{n}" for n in range(ARTICLES))
        assert {(head.version, head.versions) for head in heads} == {(1, 1)}
        assert all(len(library.sentences(head.id, 1)) == SENTENCES for head in heads)
        settings = Settings(home=home, models=tmp_path, encoder="another", chat_model="none")
        assert check(library, index, settings) == []
        assert index.ids() == set(library.passage_ids())
