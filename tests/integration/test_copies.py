"""The library knows which of its articles are near copies, whatever comes, changes or goes."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest import library_copies
from ingest.health import repair
from ingest.ingestion import ingest
from ingest.library import Library
from ingest.library_connection import FILE
from ingest.records import Document
from ingest.vector_index import VectorIndex
from tests.fakes import BagEncoder
from tests.integration.small_articles import as_version_1
from tests.unit.test_copies import ENGLISH, FRAMES, KOREAN

WIRE = " ".join(ENGLISH)
CUT = " ".join(ENGLISH[:5])
FRAMED = f"{FRAMES['en'][0]}{WIRE}\n{FRAMES['en'][1]}"
CORRECTED = WIRE.replace("342", "324")
OTHER = "A bakery in Gunsan sells bread made from barley that was thought lost. Its owner found the seed in a barn."


@pytest.fixture
def library(home: Path) -> Iterator[Library]:
    with Library.open(home) as opened:
        yield opened


def put(library: Library, id_: str, text: str, published: str | None = None) -> None:
    document = Document(raw=text, format="text", source=f"/{id_}.txt", id=id_, title=id_, published=published)
    (outcome,) = ingest(library, [document])
    assert outcome.status in {"new", "updated"}, outcome


def rows(library: Library, table: str) -> int:
    db = sqlite3.connect(library.home / FILE)
    (count,) = db.execute(f"SELECT count(*) FROM {table}").fetchone()
    db.close()
    return count


def sql(library: Library, statement: str) -> None:
    db = sqlite3.connect(library.home / FILE)
    with db:
        db.execute(statement)
    db.close()


def test_copies_are_named_for_each_first_published_first(library: Library) -> None:
    put(library, "late", WIRE, "2025-03-04T08:00:00+09:00")
    put(library, "undated", FRAMED)
    put(library, "early", CUT, "2025-03-03T22:00:00Z")
    put(library, "ko", " ".join(KOREAN))
    put(library, "other", OTHER)
    group = ("early", "late", "undated")
    assert library.copies(["late", "early", "undated", "other", "ko", "nobody"]) == {
        **dict.fromkeys(group, group),
        "other": ("other",),
        "ko": ("ko",),
    }
    assert library.copies([]) == {}


def test_of_one_time_the_first_stored_is_first(library: Library) -> None:
    for id_ in ("b", "a", "c"):
        put(library, id_, WIRE, "2025-03-04")
    assert library.copies(["a"]) == {"a": ("b", "a", "c")}


def test_a_correction_is_no_copy_not_even_by_way_of_a_third(library: Library) -> None:
    put(library, "short", " ".join(ENGLISH[:2] + ENGLISH[3:]))  # without the figure: a copy of either
    put(library, "right", WIRE)
    put(library, "wrong", CORRECTED)
    assert library.copies(["right", "wrong"]) == {"right": ("short", "right"), "wrong": ("wrong",)}


def test_a_new_version_is_compared_anew_and_versions_are_no_copies(library: Library) -> None:
    put(library, "a", WIRE)
    put(library, "b", WIRE)
    put(library, "a", CUT)
    assert library.copies(["a", "b"]) == dict.fromkeys("ab", ("a", "b"))
    put(library, "a", OTHER)
    assert library.copies(["a", "b"]) == {"a": ("a",), "b": ("b",)}
    assert rows(library, "stories") == 2
    put(library, "a", WIRE)
    assert library.copies(["b"]) == {"b": ("a", "b")}  # by when it first came


def test_removing_leaves_nothing_behind(library: Library) -> None:
    for id_, text in {"a": WIRE, "b": FRAMED, "c": CUT}.items():
        put(library, id_, text)
    library.remove(["a"])
    assert library.copies(["a", "b", "c"]) == dict.fromkeys("bc", ("b", "c"))
    library.remove(["b", "c"])
    assert rows(library, "stories") == rows(library, "sketches") == 0
    put(library, "d", OTHER)
    put(library, "e", WIRE)
    assert library.copies("de") == {"d": ("d",), "e": ("e",)}


def test_the_copy_of_one_of_many_frames_is_found(library: Library) -> None:
    """A report that comes every day shares most shingles with all the earlier ones."""
    daily = {n: WIRE.replace("342", str(1000 + n)).replace("six", str(n + 20)) for n in range(80)}
    for n, text in daily.items():
        put(library, f"day{n}", text, f"2025-{1 + n // 28:02}-{1 + n % 28:02}")
    put(library, "copy", FRAMED.replace("342", "1003").replace("six", "23"), "2025-01-04T20:00:00+09:00")
    found = library.copies([f"day{n}" for n in daily])
    assert found.pop("day3") == ("day3", "copy")
    assert set(found.values()) == {(f"day{n}",) for n in daily if n != 3}


def test_a_text_that_everybody_has_is_one_story(library: Library) -> None:
    count = library_copies._ALIKE + 10
    for n in range(count):
        put(library, f"a{n}", "This page needs a browser that is newer than yours. Please come again.")
    (group,) = set(library.copies([f"a{n}" for n in range(count)]).values())
    assert len(group) == count


def test_an_older_library_is_told_and_repaired(home: Path) -> None:
    encoder = BagEncoder()
    with Library.open(home) as older:
        for n in range(library_copies._BATCH + 5):
            put(older, f"a{n}", WIRE if n % 50 == 3 else f"{OTHER} It was sold out by {n + 100} minutes past eight.")
    as_version_1(home)
    with Library.open(home) as library:
        assert library.copies(["a3", "a4"]) == {"a3": ("a3",), "a4": ("a4",)}
        put(library, "new", CUT)
        told = [problem for problem in library.problems() if "compared" in problem]
        assert told == ["105 articles were not compared with those that may be copies. Run: geungeo check --repair"]
        repair(library, VectorIndex(home, encoder.fingerprint, encoder.dimensions), encoder)
        assert library.problems() == []
        assert library.copies(["a3", "a4"]) == {"a3": ("a3", "a53", "a103", "new"), "a4": ("a4",)}


def test_a_lost_sketch_is_told_and_made_again(library: Library) -> None:
    put(library, "a", WIRE)
    put(library, "b", WIRE)
    sql(library, "DELETE FROM sketches WHERE article = 1")
    (problem,) = library.problems()
    assert problem.startswith("1 articles were not compared")
    library.rebuild_copies()
    assert library.problems() == []
    assert library.copies(["a"]) == {"a": ("a", "b")}


def test_a_failed_write_leaves_no_sketch(library: Library) -> None:
    put(library, "a", WIRE)
    sql(library, "CREATE TRIGGER refuse BEFORE INSERT ON sketches BEGIN SELECT raise(ABORT, 'no'); END")
    with pytest.raises(sqlite3.IntegrityError):
        put(library, "b", WIRE)
    sql(library, "DROP TRIGGER refuse")
    assert library.head("b") is None
    assert library.copies(["a"]) == {"a": ("a",)}
    assert library.problems() == []


def test_an_export_knows_nothing_of_copies(library: Library) -> None:
    put(library, "a", WIRE)
    (line,) = library.export()
    assert not {"story", "stories", "sketch"} & json.loads(json.dumps(line)).keys()
