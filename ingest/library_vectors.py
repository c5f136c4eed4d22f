"""Vectors as SQLite keeps them, and the outbox that feeds the vector index. See `Library`.

Passages and titles are float16 (error of a component: 2**-11 of it at most). A sentence is int8 with a scale of its own:
vector = scale * int8, scale = max |component| / 127. One scale for all, 1/127, would err by 1/254 a
component, which at 384 dimensions moves a cosine by about .002; a scale of its own moves it by about .0004.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ingest.library_search import FILTERED, NEWEST, condition
from ingest.records import Filters, Sentence

Made = tuple[np.ndarray, np.ndarray, np.ndarray]  # of a passage, [d]; of its sentences, [n, d]; of its title, [d]


@dataclass(frozen=True, slots=True, eq=False)
class Vectors:
    """Of n passages with m sentences in all: float32 rows of unit length."""

    ids: tuple[str, ...]
    passages: np.ndarray  # [n, d]
    titles: np.ndarray  # [n, d], of their articles; zeros where that is empty
    sentences: np.ndarray  # [m, d], passage by passage in reading order
    counts: tuple[int, ...]  # how many are each passage's


@dataclass(frozen=True, slots=True)
class Pending:
    """What the outbox holds, by passage id."""

    encode: tuple[str, ...]  # passages of newest versions that have no vector yet
    place: tuple[str, ...]  # passages to put into the vector index: they have their vector
    drop: tuple[str, ...]  # passages to take out of it: removed, or of an older version

    def __bool__(self) -> bool:
        return bool(self.encode or self.place or self.drop)


def save(db: sqlite3.Connection, fingerprint: str, made: Mapping[str, Made]) -> None:
    find = f"SELECT p.key FROM {NEWEST} WHERE p.id = ?"
    for id_, (passage, sentences, title) in made.items():
        if row := db.execute(find, (id_,)).fetchone():
            scales, codes = quantised(sentences)
            halves = [np.asarray(vector, dtype="<f2").tobytes() for vector in (passage, title)]
            db.execute("INSERT OR REPLACE INTO passage_vectors VALUES (?, ?, ?, ?)", (row[0], fingerprint, *halves))
            kept = (row[0], fingerprint, scales.tobytes(), codes.tobytes())
            db.execute("INSERT OR REPLACE INTO sentence_vectors VALUES (?, ?, ?, ?)", kept)


def quantised(vectors: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """float32 [n, d] to scales float32 [n] and codes int8 [n, d]."""
    scales = (np.abs(vectors).max(axis=1, initial=0) / 127).astype("<f4")
    safe = np.where(scales > 0, scales, 1)[:, None]
    return scales, np.rint(vectors / safe).astype("i1")


def restored(scales: bytes, codes: bytes) -> np.ndarray:
    """What `quantised` kept, as float32 [n, d] of unit length."""
    scale = np.frombuffer(scales, "<f4")
    return _unit(np.frombuffer(codes, "i1").reshape(len(scale), -1) * scale[:, None])


def _halves(kept: Sequence[bytes]) -> np.ndarray:
    """Vectors kept as float16, as float32 [n, d] of unit length."""
    return _unit(np.frombuffer(b"".join(kept), "<f2").reshape(len(kept), -1).astype(np.float32))


def of_passages(db: sqlite3.Connection, fingerprint: str, ids: Iterable[str]) -> dict[str, np.ndarray]:
    rows = db.execute(
        "SELECT p.id, v.vector FROM passages p JOIN passage_vectors v ON v.passage = p.key AND v.encoder = ?"
        " WHERE p.id IN (SELECT value FROM json_each(?))",
        (fingerprint, json.dumps(list(ids))),
    ).fetchall()
    return dict(zip([row[0] for row in rows], _halves([row[1] for row in rows]), strict=True)) if rows else {}


def of_parts(db: sqlite3.Connection, fingerprint: str, ids: Iterable[str]) -> Vectors:
    rows = db.execute(
        "SELECT p.id, v.vector, v.title, s.scales, s.vectors FROM passages p"
        " JOIN passage_vectors v ON v.passage = p.key AND v.encoder = :encoder AND v.title IS NOT NULL"
        " JOIN sentence_vectors s ON s.passage = p.key AND s.encoder = :encoder"
        " WHERE p.id IN (SELECT value FROM json_each(:ids))",
        {"encoder": fingerprint, "ids": json.dumps(list(ids))},
    ).fetchall()
    if not rows:
        return Vectors((), *[np.zeros((0, 0), np.float32)] * 3, ())
    found, passages, titles, scales, codes = zip(*rows, strict=True)
    sentences = restored(b"".join(scales), b"".join(codes))
    return Vectors(found, _halves(passages), _halves(titles), sentences, tuple(len(one) // 4 for one in scales))


def filtered(db: sqlite3.Connection, fingerprint: str, filters: Filters) -> tuple[list[str], np.ndarray]:
    where, given = condition(filters)
    rows = db.execute(
        f"SELECT p.id, v.vector FROM {FILTERED}"
        f" CROSS JOIN passage_vectors v ON v.passage = p.key AND v.encoder = ? WHERE {where}",
        (fingerprint, *given),
    ).fetchall()
    if not rows:
        return [], np.zeros((0, 0), np.float32)
    return [row[0] for row in rows], _halves([row[1] for row in rows])


def of_sentences(db: sqlite3.Connection, fingerprint: str, passage_ids: Iterable[str]) -> dict[str, np.ndarray]:
    rows = db.execute(
        "SELECT a.id, a.version, v.scales, v.vectors,"
        " (SELECT json_group_array(json_array(s.start, s.end)) FROM"
        "   (SELECT * FROM sentences WHERE article = a.key AND n BETWEEN p.first AND p.last ORDER BY n) s)"
        " FROM passages p JOIN articles a ON a.key = p.article"
        " JOIN sentence_vectors v ON v.passage = p.key AND v.encoder = ?"
        " WHERE p.id IN (SELECT value FROM json_each(?)) ORDER BY p.key",
        (fingerprint, json.dumps(list(passage_ids))),
    )
    found: dict[str, np.ndarray] = {}
    for article_id, version, scales, codes, spans in rows:
        for (start, end), vector in zip(json.loads(spans), restored(scales, codes), strict=True):
            found.setdefault(Sentence(article_id, version, start, end).key, vector)
    return found


def pending(db: sqlite3.Connection, fingerprint: str, limit: int) -> Pending:
    rows = db.execute(
        "SELECT o.passage, a.newest IS 1, v.passage IS NOT NULL"
        " FROM outbox o LEFT JOIN passages p ON p.id = o.passage"
        " LEFT JOIN articles a ON a.key = p.article"
        " LEFT JOIN passage_vectors v ON v.passage = p.key AND v.encoder = ? ORDER BY o.seq LIMIT ?",
        (fingerprint, limit),
    )
    encode, place, drop = [], [], []
    for id_, searched, encoded in rows:
        (drop if not searched else place if encoded else encode).append(id_)
    return Pending(tuple(encode), tuple(place), tuple(drop))


def settle(db: sqlite3.Connection, fingerprint: str, ids: Iterable[str]) -> None:
    db.execute("INSERT OR REPLACE INTO meta VALUES ('index_encoder', ?)", (fingerprint,))
    db.execute("DELETE FROM outbox WHERE passage IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),))


def restart(db: sqlite3.Connection, fingerprint: str) -> None:
    db.execute("INSERT OR REPLACE INTO meta VALUES ('index_encoder', ?)", (fingerprint,))
    for table, twin in (("passage_vectors", "sentence_vectors"), ("sentence_vectors", "passage_vectors")):
        db.execute(
            f"DELETE FROM {table} WHERE encoder <> ? OR passage NOT IN (SELECT p.key FROM {NEWEST})"
            f" OR passage NOT IN (SELECT passage FROM {twin} WHERE encoder = ?)",
            (fingerprint, fingerprint),
        )
    db.execute("DELETE FROM outbox")
    db.execute(f"INSERT INTO outbox (passage) SELECT p.id FROM {NEWEST} ORDER BY p.key")


def _unit(vectors: np.ndarray) -> np.ndarray:
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return vectors / np.where(lengths > 0, lengths, 1)
