"""The vector index finds what is near, sees other processes' writes, and says so when it is broken."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from ingest.errors import Busy, IndexMismatch
from ingest.lock import write_lock
from ingest.vector_index import VectorIndex, collection_name
from tests.integration.index_writer import DIMENSIONS, put, vectors

ROOT = Path(__file__).parents[2]


@pytest.fixture
def index(home: Path) -> VectorIndex:
    home.mkdir()
    return VectorIndex(home, "f", DIMENSIONS)


def put_elsewhere(home: Path, start: int, end: int) -> None:
    command = [sys.executable, "-m", "tests.integration.index_writer", str(home), str(start), str(end)]
    subprocess.run(command, cwd=ROOT, check=True, timeout=120)


def lost(index: VectorIndex, numbers: range) -> list[int]:
    return [n for n in numbers if index.query(vectors(n, n + 1)[0], 1)[0][0] != f"p{n}"]


def test_cosine_comes_out_nearest_first(index: VectorIndex) -> None:
    put(index, 0, 50)
    query = vectors(3, 4)[0]
    hits = index.query(query, 5)
    expected = sorted(((f"p{n}", float(query @ vectors(n, n + 1)[0])) for n in range(50)), key=lambda hit: -hit[1])[:5]
    assert [id_ for id_, _ in hits] == [id_ for id_, _ in expected]
    assert [cosine for _, cosine in hits] == pytest.approx([cosine for _, cosine in expected], abs=1e-5)
    assert len(index.query(query, 500)) == 50
    assert {id_ for id_, _ in index.query(query, 50, {"n": {"$gte": 40}})} == {f"p{n}" for n in range(40, 50)}


def test_upsert_replaces_and_delete_takes_out(index: VectorIndex) -> None:
    put(index, 0, 3)
    index.upsert(["p0"], vectors(7, 8), [{"n": 7}])
    assert index.query(vectors(7, 8)[0], 1) == [("p0", pytest.approx(1.0, abs=1e-5))]
    index.delete(["p1", "unknown"])
    assert index.ids() == {"p0", "p2"}
    assert index.count() == 2
    assert float(index.vectors(["p2"])["p2"] @ vectors(2, 3)[0]) == pytest.approx(1.0, abs=1e-5)


def test_more_than_chroma_takes_at_once(index: VectorIndex) -> None:
    many = vectors(0, 6000)
    index.upsert([f"p{n}" for n in range(6000)], many, [{"n": n} for n in range(6000)])
    assert index.count() == 6000
    index.delete([f"p{n}" for n in range(5999)])
    assert index.ids() == {"p5999"}


def test_vectors_of_another_size_are_refused(index: VectorIndex) -> None:
    with pytest.raises(ValueError, match="dimensions"):
        index.upsert(["a"], np.ones((1, 5), np.float32), [{"n": 1}])
    assert not index.exists


def test_collection_names_are_ones_that_chroma_takes() -> None:
    assert collection_name("a/b c") != collection_name("a/b  c")
    assert len(collection_name("")) > 3


def test_a_reader_sees_what_another_process_writes(index: VectorIndex, home: Path) -> None:
    put(index, 0, 10)
    assert lost(index, range(10)) == []
    put_elsewhere(home, 10, 20)
    assert lost(index, range(20)) == []


def test_processes_in_turn_lose_nothing(index: VectorIndex, home: Path) -> None:
    """Past Chroma's thousand rows, after which it writes its files: there a stale writer would destroy the other's rows."""
    put(index, 0, 300)
    put_elsewhere(home, 300, 1700)
    put(index, 1700, 1800)
    put_elsewhere(home, 1800, 3000)
    put(index, 3000, 4200)
    assert lost(index, range(0, 4200, 13)) == []
    assert len(index.vectors([f"p{n}" for n in range(4200)])) == 4200


def test_a_second_index_of_the_same_home_is_the_same(index: VectorIndex, home: Path) -> None:
    other = VectorIndex(home, "f", DIMENSIONS)
    put(index, 0, 5)
    assert other.count() == 5
    other.close()
    assert index.count() == 5
    with pytest.raises(IndexMismatch, match="nothing of this encoder"):
        VectorIndex(home, "g").count()


def test_readers_go_on_with_what_they_have_while_a_writer_holds_the_lock(
    index: VectorIndex, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.shared_client.READER_WAIT", 0.1)
    put(index, 0, 5)
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with write_lock(home):
            (home / "index.stamp").write_text("another process is writing")
            held.set()
            done.wait(30)

    holder = threading.Thread(target=hold)
    holder.start()
    try:
        assert held.wait(10)
        assert lost(index, range(5)) == []
        index.close()
        with pytest.raises(Busy):  # nothing to go on with
            index.count()
    finally:
        done.set()
        holder.join()
    assert index.count() == 5


def test_threads_query_while_one_writes_and_one_closes(index: VectorIndex) -> None:
    put(index, 0, 50)
    errors: list[BaseException] = []

    def repeat(step: Callable[[int], object]) -> None:
        try:
            for n in range(20):
                step(n)
        except BaseException as error:
            errors.append(error)

    steps: list[Callable[[int], object]] = [
        lambda n: put(index, 50 + n, 51 + n),
        lambda n: index.close(),
        lambda n: index.query(vectors(n, n + 1)[0], 3),
        lambda n: index.query(vectors(n, n + 1)[0], 3),
    ]
    threads = [threading.Thread(target=repeat, args=(step,)) for step in steps]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert index.count() == 70


def test_a_missing_index_is_told_with_its_repair(index: VectorIndex) -> None:
    with pytest.raises(IndexMismatch, match=r"missing.*geungeo check --repair"):
        index.query(vectors(0, 1)[0], 3)
    assert not index.folder.exists()


def _database(index: VectorIndex) -> None:
    (index.folder / "chroma.sqlite3").write_bytes(b"no database" * 1000)


def _hnsw(index: VectorIndex) -> Path:
    return next(path for path in index.folder.iterdir() if path.is_dir())


def _map(index: VectorIndex) -> None:
    (_hnsw(index) / "index_metadata.pickle").write_bytes(b"no pickle")


def _no_files(index: VectorIndex) -> None:
    for file in _hnsw(index).iterdir():
        file.unlink()


@pytest.mark.parametrize("damage", [_database, _map, _no_files])
def test_a_damaged_index_is_told_and_can_be_cleared(index: VectorIndex, damage: Callable[[VectorIndex], None]) -> None:
    put(index, 0, 1200)
    index.close()
    damage(index)
    for _ in range(2):
        with pytest.raises(IndexMismatch, match="geungeo check --repair"):
            index.query(vectors(0, 1)[0], 3)
    index.clear()
    put(index, 0, 20)
    assert lost(index, range(20)) == []
