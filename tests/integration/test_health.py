"""Check finds what is broken and changes nothing; repair builds again what is derived."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from ingest.health import check, model_problems, repair
from ingest.indexing import Progress, drain
from ingest.ingestion import ingest
from ingest.library import Library
from ingest.records import Document, Filters
from ingest.settings import Settings
from ingest.terms import terms
from ingest.vector_index import VectorIndex
from tests.fakes import BagEncoder
from tests.integration.small_articles import as_version_1

ENCODER = BagEncoder()


@pytest.fixture
def settings(home: Path, tmp_path: Path) -> Settings:
    return Settings(home=home, models=tmp_path / "models", encoder=str(tmp_path / "own"), chat_model="none")


@pytest.fixture
def library(home: Path) -> Iterator[Library]:
    """Three articles, one of them in its second version, all indexed."""
    with Library.open(home) as opened:
        texts = [f"{n}번째 공장이 문을 열었다. 직원은 {n}00명이다. 시장이 축사를 했다." for n in range(1, 4)]
        documents = [Document(raw=text, format="text", source=f"/{n}.txt", id=f"a{n}") for n, text in enumerate(texts)]
        documents.append(Document(raw="공장이 문을 닫았다.", format="text", source="/0.txt", id="a0"))
        assert [outcome.status for outcome in ingest(opened, documents)] == ["new", "new", "new", "updated"]
        drain(opened, index_of(opened), ENCODER)
        yield opened


def index_of(library: Library, encoder: BagEncoder = ENCODER) -> VectorIndex:
    return VectorIndex(library.home, encoder.fingerprint, encoder.dimensions)


def sql(library: Library, statement: str) -> None:
    db = sqlite3.connect(library.home / "library.sqlite3")
    with db:
        db.execute(statement)
    db.close()


def searchable(library: Library) -> set[str]:
    return {id_ for id_, _ in library.match(terms("공장이 문을 열었다"), Filters(), 10)}


def test_all_is_well_and_check_changes_nothing(library: Library, settings: Settings) -> None:
    generation = library.generation()
    assert check(library, index_of(library), settings) == []
    assert library.generation() == generation


def test_an_empty_library_is_well(tmp_path: Path, settings: Settings) -> None:
    with Library.open(tmp_path / "empty") as empty:
        assert check(empty, index_of(empty), settings) == []
        repair(empty, index_of(empty), ENCODER)
        assert check(empty, index_of(empty), settings) == []


BREAKS = {
    "words lost": ("DELETE FROM terms WHERE rowid = (SELECT max(rowid) FROM terms)", "1 passages cannot be found"),
    "words emptied": ("DELETE FROM terms_data WHERE id > 10", "index of words is damaged"),
    "old words": ("INSERT INTO terms (rowid, title, body) SELECT key, 'x', 'x' FROM passages WHERE key = 1", "old or"),
    "vectors lost": ("DELETE FROM passage_vectors WHERE passage = 3", "1 passages have lost their vectors"),
    "sentence vectors lost": ("DELETE FROM sentence_vectors", "passages have lost the vectors of their sentences"),
    "waiting": ("INSERT INTO outbox (passage) SELECT max(id) FROM passages", "1 passages wait to be indexed"),
    "old vectors": (
        "INSERT INTO passage_vectors SELECT 1, encoder, vector, title FROM passage_vectors LIMIT 1",
        "1 passages of old versions still have vectors",
    ),
}


@pytest.mark.parametrize(("statement", "told"), BREAKS.values(), ids=BREAKS)
def test_broken_tables_are_told_and_repaired(library: Library, settings: Settings, statement: str, told: str) -> None:
    before = searchable(library)
    sql(library, statement)
    problems = check(library, index_of(library), settings)
    assert any(told in problem for problem in problems), problems
    assert all("Run: geungeo check --repair" in problem for problem in problems)
    assert check(library, index_of(library), settings) == problems  # nothing was changed
    repair(library, index_of(library), ENCODER)
    assert check(library, index_of(library), settings) == []
    assert searchable(library) == before


def test_what_cannot_be_built_again_is_told_so(library: Library, settings: Settings) -> None:
    sql(library, "UPDATE sentences SET end = 9999 WHERE n = 0")
    (problem,) = check(library, index_of(library), settings)
    assert "4 sentences point outside their article" in problem
    assert "copy" in problem


def test_text_that_was_edited_is_told(library: Library, settings: Settings) -> None:
    sql(library, "UPDATE articles SET text = text || '!' WHERE id = 'a1'")
    (problem,) = check(library, index_of(library), settings)
    assert "another length" in problem


def test_an_index_that_disagrees_is_told_and_repaired(library: Library, settings: Settings) -> None:
    index = index_of(library)
    lost, other = sorted(index.ids())[:2]
    index.delete([lost])
    old = library.passages_of("a0", 1)[0].id
    index.upsert([old, other], -np.ones((2, 256), np.float32) / 16, [{"n": 1}, {"n": 2}])
    problems = " ".join(check(library, index, settings))
    assert "1 passages are missing from the vector index" in problems
    assert "1 passages of old or removed articles are still in the vector index" in problems
    assert "1 passages have lost their vectors" in problems
    repair(library, index, ENCODER)
    assert check(library, index, settings) == []


def test_a_check_beside_an_ingest_finds_nothing_wrong(library: Library, settings: Settings) -> None:
    def add() -> None:
        document = Document(raw="항구가 문을 열었다.", format="text", source="/9.txt", id="a9")
        assert [outcome.status for outcome in ingest(library, [document])] == ["new"]
        drain(library, index_of(library), ENCODER)

    class Beside(VectorIndex):
        asked = 0

        def ids(self) -> set[str]:
            """After the library was asked and before the index is, another thread adds an article to both."""
            self.asked += 1
            if self.asked == 1:
                adding = threading.Thread(target=add)
                adding.start()
                adding.join(30)
            return super().ids()

    index = Beside(library.home, ENCODER.fingerprint, ENCODER.dimensions)
    assert check(library, index, settings) == []
    assert index.asked == 2
    assert library.head("a9")
    assert library.outbox_size() == 0


def _remove(folder: Path) -> None:
    shutil.rmtree(folder)


def _overwrite(folder: Path) -> None:
    (folder / "chroma.sqlite3").write_bytes(b"no database" * 999)


@pytest.mark.parametrize("damage", [_remove, _overwrite])
def test_a_broken_index_folder_is_told_and_repaired(library: Library, settings: Settings, damage) -> None:
    index = index_of(library)
    index.close()
    damage(index.folder)
    (problem,) = check(library, index, settings)
    assert "Run: geungeo check --repair" in problem
    assert searchable(library)  # by its words it is found all the same
    counted: list[Progress] = []
    repair(library, index, ENCODER, counted.append)
    assert counted[-1].left == 0
    assert check(library, index, settings) == []


def test_a_repair_inserts_and_does_not_encode(library: Library, settings: Settings) -> None:
    class Refuses(BagEncoder):
        def encode_passages(self, passages):
            raise AssertionError("the vectors are kept")

    repair(library, index_of(library), Refuses())
    assert check(library, index_of(library), settings) == []


def test_another_encoder_is_told_and_its_repair_encodes_all(library: Library, settings: Settings) -> None:
    other = BagEncoder("another")
    index = index_of(library, other)
    (problem,) = check(library, index, settings)
    assert "built by another encoder" in problem
    repair(library, index, other)
    assert check(library, index, settings) == []
    assert library.passage_vectors(ENCODER.fingerprint, library.passage_ids()) == {}
    assert "another encoder" in check(library, index_of(library), settings)[0]


def test_an_upgraded_library_tells_that_its_vectors_are_of_another_encoder(home: Path, settings: Settings) -> None:
    with Library.open(home) as older:
        document = Document(raw="공장이 문을 열었다.", format="text", source="/1.txt", id="a1", title="새 공장")
        assert [outcome.status for outcome in ingest(older, [document])] == ["new"]
        drain(older, index_of(older, BagEncoder("older")), BagEncoder("older"))
    as_version_1(home)
    with Library.open(home) as upgraded:
        ids = upgraded.passage_ids()
        assert searchable(upgraded) == set(ids)
        uncompared, other = check(upgraded, index_of(upgraded), settings)
        assert "1 articles were not compared" in uncompared
        assert "built by another encoder" in other
        assert "Run: geungeo check --repair" in other
        repair(upgraded, index_of(upgraded), ENCODER)
        assert check(upgraded, index_of(upgraded), settings) == []
        (title,) = upgraded.vectors(ENCODER.fingerprint, ids).titles
        assert float(title @ ENCODER.encode_texts(["새 공장"])[0]) > 0.999


def test_missing_models_are_named(settings: Settings, home: Path) -> None:
    assert model_problems(settings) == []
    lines = model_problems(Settings(home=home, models=settings.models))
    assert len(lines) == 2
    assert all("Run: geungeo models pull" in line for line in lines)
