"""The library beside other writers, in other processes and in other threads."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from ingest import library_connection
from ingest.errors import Busy
from ingest.library import Library
from ingest.library_connection import FILE
from ingest.records import Filters
from tests.integration.small_articles import found, store, words


def test_a_check_beside_a_writer_waits_and_takes_nothing_for_damage(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_connection, "BUSY_MS", 50)
    with Library.open(home) as library:
        store(library, "a")
        other = sqlite3.connect(home / FILE, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")  # without our lock: SQLite's own says no
        with pytest.raises(Busy, match="locked by another process"):
            library.problems()
        other.execute("ROLLBACK")
        other.close()
        assert library.problems() == []


def test_lost_words_are_made_while_others_may_write(library: Library) -> None:
    for id_ in ("a", "gone", "changed"):
        store(library, id_)
    db = sqlite3.connect(library.home / FILE)
    with db:
        db.execute("DELETE FROM terms")
    db.close()
    meddled: list[threading.Thread] = []

    def meddle() -> None:
        library.remove(["gone"])
        store(library, "changed", ("새 글이다.",))

    def slow(text: str) -> list[str]:
        if not meddled:
            meddled.append(threading.Thread(target=meddle))
            meddled[0].start()
            meddled[0].join(5)
            assert not meddled[0].is_alive(), "the write lock is held while words are made"
        return words(text)

    library.rebuild_terms(slow)
    assert library.problems() == []
    assert {id_.split(":")[0] for id_ in found(library, "금리를", "새")} == {"a@1", "changed@2"}


def test_closing_a_library_leaves_those_who_use_it_to_their_end(library: Library) -> None:
    for n in range(3):
        store(library, f"a{n}")
    reading, closed = threading.Event(), threading.Event()
    told: list[object] = []

    def read() -> None:
        try:
            with library._connections.read() as db:
                told.append(db)
                reading.set()
                assert closed.wait(10)
                told.append(db.execute("SELECT count(*) FROM articles").fetchone()[0])
        except BaseException as error:
            told.append(error)

    other = threading.Thread(target=read)
    other.start()
    assert reading.wait(10)
    idle = library._connections._handle().db
    library.close()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        idle.execute("SELECT 1")
    closed.set()
    other.join(10)
    db, count = told
    assert count == 3
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        db.execute("SELECT 1")  # type: ignore[attr-defined]
    assert len(library.heads()) == 3  # the next use opens it again


def test_several_threads_use_one_library(library: Library) -> None:
    errors: list[BaseException] = []

    def work(n: int) -> None:
        try:
            for i in range(5):
                store(library, f"{n}-{i}", publisher=f"p{n}")
                assert len(library.heads(Filters(publisher=f"P{n}"))) == i + 1
                assert found(library, "금리를", filters=Filters(articles=(f"{n}-{i}",)))
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert len(library.heads()) == 30
    assert library.generation() == 30
    assert library.problems() == []


def test_two_versions_at_once_are_two_versions(home: Path) -> None:
    with Library.open(home) as one, Library.open(home) as two:
        threads = [
            threading.Thread(target=store, args=(library, "a", (f"판 {n}.",)))
            for n, library in enumerate((one, two, one, two))
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert one.head("a").versions == 4
        assert {one.article("a", version).text for version in (1, 2, 3, 4)} == {f"판 {n}." for n in range(4)}
        assert one.problems() == []
