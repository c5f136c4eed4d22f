"""Whether the library's own tables agree with each other. SQL over one connection; see `Library.problems`."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

from ingest.library_search import NEWEST

REPAIR = "Run: geungeo check --repair"
LOST = "Restore the folder from a copy, or ingest an export into a new one."

_NEWEST_KEYS = f"SELECT p.key FROM {NEWEST}"
_COUNTS = (
    # what to count, what a count above 0 means, what to do
    (
        f"SELECT count(*) FROM ({_NEWEST_KEYS} EXCEPT SELECT id FROM terms_docsize)",
        "{n} passages cannot be found by their words.",
        REPAIR,
    ),
    (
        f"SELECT count(*) FROM (SELECT id FROM terms_docsize EXCEPT {_NEWEST_KEYS})",
        "{n} passages of old or removed articles are still found by their words.",
        REPAIR,
    ),
    (
        "SELECT count(*) FROM passages p JOIN articles a ON a.key = p.article AND NOT a.newest"
        " WHERE EXISTS (SELECT 1 FROM passage_vectors v WHERE v.passage = p.key)",
        "{n} passages of old versions still have vectors.",
        REPAIR,
    ),
    (
        "SELECT count(*) FROM passage_vectors v WHERE NOT EXISTS"
        " (SELECT 1 FROM sentence_vectors s WHERE s.passage = v.passage AND s.encoder = v.encoder)",
        "{n} passages have lost the vectors of their sentences.",
        REPAIR,
    ),
    (
        "SELECT count(*) FROM sentences s JOIN articles a ON a.key = s.article"
        " WHERE s.start < 0 OR s.end <= s.start OR s.end > a.characters",
        "{n} sentences point outside their article.",
        LOST,
    ),
    (
        "SELECT count(*) FROM passages p WHERE p.first > p.last OR p.last - p.first + 1 <>"
        " (SELECT count(*) FROM sentences s WHERE s.article = p.article AND s.n BETWEEN p.first AND p.last)",
        "{n} passages have lost sentences.",
        LOST,
    ),
    (
        "SELECT count(*) FROM (SELECT id FROM articles GROUP BY id HAVING sum(newest) <> 1)",
        "{n} articles have no single newest version.",
        LOST,
    ),
)


def problems(db: sqlite3.Connection) -> list[str]:
    """One line each, with what to do; nothing is changed."""
    damage = [row[0] for row in db.execute("PRAGMA integrity_check(3)") if row[0] != "ok"]
    if damage:
        return [f"The library's file is damaged: {'; '.join(damage)}. {LOST}"]
    found = [f"{meaning.format(n=n)} {do}" for sql, meaning, do in _COUNTS if (n := db.execute(sql).fetchone()[0])]
    if dangling := len(db.execute("PRAGMA foreign_key_check").fetchall()):
        found.append(f"{dangling} rows belong to an article that is not there. {LOST}")
    wrong = sum(len(text) != n for text, n in db.execute("SELECT text, characters FROM articles"))
    if wrong:
        found.append(f"The text of {wrong} articles has another length than when it was stored. {LOST}")
    return found + _terms(db)


def _terms(db: sqlite3.Connection) -> list[str]:
    try:
        db.execute("INSERT INTO terms (terms) VALUES ('integrity-check')")  # a command to FTS5; inserts nothing
    except sqlite3.DatabaseError as error:
        return [f"The index of words is damaged: {error}. {REPAIR}"]
    return []


def rebuild_terms(db: sqlite3.Connection, terms: Callable[[str], Sequence[str]]) -> None:
    """Keep the words of the passages that are to be found, make those that are lost, and index them all."""
    db.execute(f"DELETE FROM terms_content WHERE id NOT IN ({_NEWEST_KEYS})")
    lost = db.execute(
        "SELECT p.key, a.title, a.text, min(s.start), max(s.end)"
        f" FROM {NEWEST} JOIN sentences s ON s.article = a.key AND s.n BETWEEN p.first AND p.last"
        " WHERE p.key NOT IN (SELECT id FROM terms_content) GROUP BY p.key"
    ).fetchall()
    for key, title, text, start, end in lost:
        words = (" ".join(terms(title)), " ".join(terms(text[start:end])))
        db.execute("INSERT INTO terms_content (id, c0, c1) VALUES (?, ?, ?)", (key, *words))
    db.execute("INSERT INTO terms (terms) VALUES ('rebuild')")
