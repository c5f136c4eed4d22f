"""The outbox is drained into the index, whatever happens meanwhile, and dense search is exact about what counts."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from ingest import dense
from ingest.dense import DenseSearch
from ingest.encoder import PassageText, PassageVectors
from ingest.errors import IndexMismatch, LibraryError
from ingest.indexing import Progress, drain
from ingest.library import Library
from ingest.lock import write_lock
from ingest.records import Filters
from ingest.vector_index import VectorIndex
from tests.fakes import BagEncoder
from tests.integration.small_articles import store

ALL, ONE = Filters(), Filters(articles=("a",))
ENCODER = BagEncoder()


@pytest.fixture
def library(home: Path) -> Iterator[Library]:
    with Library.open(home) as opened:
        yield opened


@pytest.fixture
def index(library: Library) -> VectorIndex:
    return VectorIndex(library.home, ENCODER.fingerprint, ENCODER.dimensions)


def nearest(library: Library, index: VectorIndex, text: str, filters: Filters = ALL, k: int = 3) -> list[str]:
    vector = ENCODER.encode_questions([text])[0]
    return [id_ for id_, _ in DenseSearch(library, index, ENCODER.fingerprint).nearest(vector, filters, k)]


def test_what_is_drained_is_found(library: Library, index: VectorIndex) -> None:
    store(library, "bank")
    store(library, "snow", ("강원도에 눈이 내렸다.", "Roads were closed."))
    assert nearest(library, index, "강원도 눈") == []  # nothing is encoded yet; that is no error
    told: list[Progress] = []
    assert drain(library, index, ENCODER, batch=2, progress=told.append) == 3
    assert told[-1] == Progress(done=3, left=0)
    assert nearest(library, index, "강원도 눈")[0].startswith("snow@1")
    passage = library.passages_of("snow", 1)[0]
    assert library.sentence_vectors(ENCODER.fingerprint, [passage.id]).keys() == {
        sentence.key for sentence in passage.sentences
    }
    assert drain(library, index, ENCODER) == 0


def test_a_new_version_takes_the_place_of_the_old(library: Library, index: VectorIndex) -> None:
    store(library, "a")
    drain(library, index, ENCODER)
    store(library, "a", ("새로 쓴 글이다.",))
    assert nearest(library, index, "금리") == []  # the index still holds the old one; it does not count
    drain(library, index, ENCODER)
    assert index.ids() == {p.id for p in library.passages_of("a", 2)}


def test_removed_articles_leave_the_index(library: Library, index: VectorIndex) -> None:
    store(library, "a")
    store(library, "b", ("다른 글이다.",))
    drain(library, index, ENCODER)
    library.remove(["a"])
    assert nearest(library, index, "금리를 내렸다") == [p.id for p in library.passages_of("b", 1)]
    drain(library, index, ENCODER)
    assert index.count() == 1


def test_a_row_that_came_and_went_before_the_drain_is_no_trouble(library: Library, index: VectorIndex) -> None:
    store(library, "a")
    store(library, "a", ("둘째 판.",))
    store(library, "b")
    library.remove(["b"])
    drain(library, index, ENCODER)
    assert index.ids() == {p.id for p in library.passages_of("a", 2)}
    assert library.outbox_size() == 0


class Meddler(BagEncoder):
    """While it encodes, another writer changes the library, which the lock must not forbid."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library

    def encode_passages(self, passages: Sequence[PassageText]) -> list[PassageVectors]:
        if self.library.head("gone"):
            other = threading.Thread(target=self._meddle)
            other.start()
            other.join(30)
        return super().encode_passages(passages)

    def _meddle(self) -> None:
        self.library.remove(["gone"])
        store(self.library, "a", ("둘째 판.",))


def test_the_library_may_change_while_it_encodes(library: Library, index: VectorIndex) -> None:
    store(library, "a")
    store(library, "gone")
    drain(library, index, Meddler(library))
    assert index.ids() == {p.id for p in library.passages_of("a", 2)}
    assert library.problems() == []


def test_it_pauses_and_stops_between_batches(library: Library, index: VectorIndex) -> None:
    for n in range(4):
        store(library, f"a{n}", (f"글 {n}.",))
    stop = threading.Event()
    pauses: list[int] = []

    def pause() -> None:
        with write_lock(library.home, 0):  # nobody holds it here
            pauses.append(library.outbox_size())

    def progress(_: Progress) -> None:
        stop.set()

    assert drain(library, index, ENCODER, batch=1, pause=pause, progress=progress, stop=stop) == 1
    assert pauses == [4, 4]  # before encoding and before placing
    assert drain(library, index, ENCODER, batch=1, pause=pause) == 3
    assert library.outbox_size() == 0


def test_passages_without_sentences_end_the_drain(library: Library, index: VectorIndex) -> None:
    store(library, "a")
    store(library, "b")
    db = sqlite3.connect(library.home / "library.sqlite3")
    with db:
        db.execute("DELETE FROM sentences WHERE article = (SELECT key FROM articles WHERE id = 'a')")
    db.close()
    stop = threading.Event()
    late = threading.Timer(20, stop.set)  # an endless loop shall fail, not hang
    late.start()
    with pytest.raises(LibraryError, match="2 passages cannot be indexed: they have lost their sentences") as caught:
        drain(library, index, ENCODER, stop=stop)
    late.cancel()
    assert "copy" in caught.value.do


def test_another_encoders_index_is_refused(library: Library, index: VectorIndex) -> None:
    store(library, "a")
    drain(library, index, ENCODER)
    other = BagEncoder("another")
    theirs = VectorIndex(library.home, other.fingerprint, other.dimensions)
    store(library, "b")
    for attempt in (
        lambda: drain(library, theirs, other),
        lambda: DenseSearch(library, theirs, other.fingerprint).nearest(np.ones(256, np.float32), ALL, 3),
        lambda: DenseSearch(library, theirs, other.fingerprint).nearest(np.ones(256, np.float32), ONE, 3),
    ):
        with pytest.raises(IndexMismatch, match=r"another encoder.*Run: geungeo check --repair"):
            attempt()


def test_a_lost_index_is_told_by_search_and_filled_again_by_the_drain(library: Library, index: VectorIndex) -> None:
    store(library, "a")
    drain(library, index, ENCODER)
    index.clear()
    with pytest.raises(IndexMismatch, match="missing"):
        nearest(library, index, "금리")
    drain(library, index, ENCODER)
    assert len(nearest(library, index, "금리")) == 2


@pytest.mark.parametrize("limit", [0, dense.EXACT_PASSAGES], ids=["in the index", "one by one"])
@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(publisher="한빛 TIMES"), {"a"}),
        (Filters(language="en"), {"b"}),
        (Filters(since="2025-02-01"), {"b", "d"}),
        (Filters(until="2025-01-31"), {"a"}),
        (Filters(since="2025-01-31", until="2025-02-01", language="ko"), {"a"}),
        (Filters(articles=("a", "c", "unknown")), {"a", "c"}),
        (Filters(articles=("unknown",)), set()),
    ],
)
def test_filters_mean_the_same_on_both_ways(
    library: Library,
    index: VectorIndex,
    monkeypatch: pytest.MonkeyPatch,
    limit: int,
    filters: Filters,
    expected: set[str],
) -> None:
    monkeypatch.setattr(dense, "EXACT_PASSAGES", limit)
    store(library, "a", publisher="한빛 Times", published="2025-01-31T23:00:00+09:00")
    store(library, "b", publisher="Other", published="2025-02-01", language="en")
    store(library, "c", published=None)
    store(library, "d", published="2025-02-03T08:00:00")
    drain(library, index, ENCODER)
    assert {id_.split("@")[0] for id_ in nearest(library, index, "금리", filters, 8)} == expected


def test_enough_is_found_beneath_rows_that_no_longer_count(library: Library, index: VectorIndex) -> None:
    for n in range(12):
        store(library, f"old{n}", ("금리를 내렸다.",))
    store(library, "now", ("금리를 올릴 수 있다는 전망이다.",))
    drain(library, index, ENCODER)
    library.remove([f"old{n}" for n in range(12)])
    assert nearest(library, index, "금리를 내렸다", k=1) == [p.id for p in library.passages_of("now", 1)]
