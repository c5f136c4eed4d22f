"""A library is made, refused and upgraded."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from ingest.errors import LibraryError
from ingest.library import Library
from ingest.library_connection import FILE
from ingest.schema import VERSION
from tests.integration.small_articles import as_version_1, found, store, unit


def tables(home: Path) -> dict[str, list[str]]:
    """The columns of every table, by its name."""
    db = sqlite3.connect(home / FILE)
    names = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    found = {name: [row[1] for row in db.execute(f"PRAGMA table_info({name})")] for name in names}
    db.close()
    return found


def test_a_missing_library_is_made_or_refused(home: Path) -> None:
    with pytest.raises(LibraryError, match="no library at"):
        Library.open(home, create=False)
    assert not home.exists()
    Library.open(home).close()
    assert Library.open(home, create=False).heads() == []


def test_a_home_that_cannot_be_a_folder_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for home in (tmp_path / "file", tmp_path / "file" / "home"):
        with pytest.raises(LibraryError) as caught:
            Library.open(home)
        assert "\n" not in str(caught.value)
        assert caught.value.do


def test_a_file_that_is_no_library_is_refused_and_left_alone(home: Path) -> None:
    home.mkdir()
    file = home / "library.sqlite3"
    file.write_bytes(b"not a database, but long enough to be read as one" * 100)
    before = file.read_bytes()
    with pytest.raises(LibraryError, match="not a library"):
        Library.open(home)
    assert file.read_bytes() == before


def test_another_programs_database_is_refused(home: Path) -> None:
    home.mkdir()
    other = sqlite3.connect(home / "library.sqlite3")
    other.execute("CREATE TABLE songs (name)")
    other.close()
    with pytest.raises(LibraryError, match="another program"):
        Library.open(home)


def test_a_newer_schema_is_refused(home: Path) -> None:
    Library.open(home).close()
    db = sqlite3.connect(home / "library.sqlite3")
    db.execute(f"PRAGMA user_version = {VERSION + 1}")
    db.close()
    with pytest.raises(LibraryError, match="newer geungeo"):
        Library.open(home)


def test_an_older_library_is_upgraded_and_keeps_everything(home: Path) -> None:
    with Library.open(home) as older:
        stored = store(older, "a")
        columns = tables(home)
        first, second = (p.id for p in older.passages_of("a", 1))
        older.save_vectors("old", {first: (unit(8), unit(2, 8), unit(8))})
        exported = list(older.export())
    as_version_1(home)
    assert tables(home) != columns
    with Library.open(home) as library:
        assert library.article("a") == stored
        assert list(library.export()) == exported
        assert found(library, "금리를") == [first]
        assert library.passage_vectors("old", [first]).keys() == {first}
        assert library.vectors("old", [first]).ids == ()  # its title has none
        library.save_vectors("new", {second: (unit(8), unit(2, 8), unit(8))})
        assert library.vectors("new", [second]).ids == (second,)
        (problem,) = library.problems()
        assert "1 articles were not compared" in problem
        library.rebuild_copies()
        assert library.problems() == []
    assert tables(home) == columns


def test_an_older_library_is_upgraded_once_whoever_is_first(home: Path) -> None:
    with Library.open(home) as older:
        store(older, "a")
    as_version_1(home)
    read: list[str] = []

    def use() -> None:
        with Library.open(home) as library:
            read.append(library.article("a").text)

    threads = [threading.Thread(target=use) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(read) == 6
