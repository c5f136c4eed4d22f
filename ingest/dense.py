"""Dense search: which passages are near a vector, under any filters, and never one that is out of date."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import Any

import numpy as np

from ingest.errors import IndexMismatch
from ingest.library import Library
from ingest.library_search import folded
from ingest.records import Filters
from ingest.vector_index import REPAIR, Metadata, VectorIndex

EXACT_PASSAGES = 5_000  # filtered sets up to this are compared one by one: faster than Chroma's filter, and exact
KEPT_SETS = 64  # filters whose vectors are kept
KEPT_BYTES = 64 * 2**20  # of their vectors: a handful of such sets, as the two languages under the filters in use
NO_DATE = 0

Rows = tuple[list[str], np.ndarray]  # passage ids and their vectors, float32 [n, d]


class DenseSearch:
    """One library as one encoder sees it. Safe for several threads."""

    def __init__(self, library: Library, index: VectorIndex, fingerprint: str) -> None:
        self._library, self._index, self._fingerprint = library, index, fingerprint
        self._lock = threading.Lock()
        self._kept: OrderedDict[Filters, tuple[int, Rows]] = OrderedDict()  # with their generation, last used last

    def nearest(self, vector: np.ndarray, filters: Filters, k: int) -> list[tuple[str, float]]:
        """The k passages nearest to `vector` (float32 [d], unit length): id and cosine (-1..1), nearest first.

        Only passages of newest versions that the filters leave and that are encoded; others are found by their
        terms alone. Raises IndexMismatch where the index holds another encoder's vectors, or is missing or
        unreadable.
        """
        held = self._library.index_encoder()
        if held is None:
            return []  # nothing has been encoded yet
        check_encoder(held, self._fingerprint)
        rows = None if filters.empty else self._few(filters)
        return self._in_index(vector, filters, k) if rows is None else _nearest_rows(rows, vector, k)

    def _in_index(self, vector: np.ndarray, filters: Filters, k: int) -> list[tuple[str, float]]:
        where = _where(filters)
        asked = k
        while True:
            found = self._index.query(vector, asked, where)
            # The index runs behind by what the outbox holds; the library says what counts.
            live = self._library.searchable([id_ for id_, _ in found], filters)
            hits = [(id_, cosine) for id_, cosine in found if id_ in live][:k]
            if len(hits) == k or len(found) < asked:
                return hits
            asked *= 4

    def _few(self, filters: Filters) -> Rows | None:
        """All that the filters leave, read again only when the library has changed; None where they are many."""
        generation = self._library.generation()  # before the rows: they may be newer than it says, never older
        with self._lock:
            made, rows = self._kept.get(filters, (-1, None))
            if made == generation:
                self._kept.move_to_end(filters)
                return rows
        if self._library.passage_count(filters, EXACT_PASSAGES + 1) > EXACT_PASSAGES:
            return None
        rows = self._library.filtered_vectors(self._fingerprint, filters)
        with self._lock:
            self._kept[filters] = generation, rows
            self._kept.move_to_end(filters)
            while len(self._kept) > 1 and (len(self._kept) > KEPT_SETS or self._bytes() > KEPT_BYTES):
                self._kept.popitem(last=False)
        return rows

    def _bytes(self) -> int:
        return sum(matrix.nbytes for _, (_, matrix) in self._kept.values())


def _nearest_rows(rows: Rows, vector: np.ndarray, k: int) -> list[tuple[str, float]]:
    ids, matrix = rows
    if not ids:
        return []
    cosines = matrix @ vector
    best = np.argsort(-cosines, kind="stable")[:k]
    return [(ids[i], float(cosines[i])) for i in best]


def check_encoder(held: str, fingerprint: str) -> None:
    """Raises IndexMismatch unless the index holds this encoder's vectors."""
    if held != fingerprint:
        raise IndexMismatch(
            f"The index was built by another encoder ({held[:12]}; the settings name {fingerprint[:12]}).",
            REPAIR,
        )


def metadata(article_id: str, language: str, publisher: str | None, published: str | None) -> Metadata:
    """What the index keeps of a passage so that it can be filtered there."""
    return {
        "article": article_id,
        "language": language,
        "publisher": folded(publisher) if publisher else "",
        "published": _day(published) if published else NO_DATE,
    }


def _where(filters: Filters) -> dict[str, Any] | None:
    """The filters in Chroma's words, never narrower than what they mean."""
    parts: list[dict[str, Any]] = []
    if filters.articles:
        parts.append({"article": {"$in": list(filters.articles)}})
    if filters.language:
        parts.append({"language": filters.language})
    if filters.publisher is not None:
        parts.append({"publisher": folded(filters.publisher)})
    if filters.since:
        parts.append({"published": {"$gte": _day(filters.since)}})
    if filters.until:
        parts.append({"published": {"$lte": _day(filters.until)}})
    return {"$and": parts} if len(parts) > 1 else (parts[0] if parts else None)


def _day(date: str) -> int:
    """2025-01-31 as 20250131: Chroma compares numbers, not text."""
    return int("".join(c for c in date[:10] if c in "0123456789").ljust(8, "0"))
