"""Whether the library's own tables agree with each other. SQL over one connection; see `Library.problems`."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

from ingest.library_connection import Connections
from ingest.library_copies import MISSING
from ingest.library_search import NEWEST

REPAIR = "Run: geungeo check --repair"
LOST = "Restore the folder from a copy, or ingest an export into a new one."

_NOT_NOW = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_READONLY)  # says nothing about damage

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
    (f"SELECT count(*) FROM ({MISSING})", "{n} articles were not compared with those that may be copies.", REPAIR),
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


def problems(db: sqlite3.Connection, writing: Callable[[], AbstractContextManager[None]]) -> list[str]:
    """One line each, with what to do; nothing is changed. `writing` takes the write lock, as SQLite does for one step.

    Raises what `writing` raises, and sqlite3.OperationalError where SQLite's own lock cannot be had.
    """
    damage = [row[0] for row in db.execute("PRAGMA integrity_check(3)") if row[0] != "ok"]
    if damage:
        return [f"The library's file is damaged: {'; '.join(damage)}. {LOST}"]
    found = [f"{meaning.format(n=n)} {do}" for sql, meaning, do in _COUNTS if (n := db.execute(sql).fetchone()[0])]
    if dangling := len(db.execute("PRAGMA foreign_key_check").fetchall()):
        found.append(f"{dangling} rows belong to an article that is not there. {LOST}")
    wrong = sum(len(text) != n for text, n in db.execute("SELECT text, characters FROM articles"))
    if wrong:
        found.append(f"The text of {wrong} articles has another length than when it was stored. {LOST}")
    with writing():
        return found + _terms(db)


def _terms(db: sqlite3.Connection) -> list[str]:
    try:
        db.execute("INSERT INTO terms (terms) VALUES ('integrity-check')")  # a command to FTS5; inserts nothing
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF in _NOT_NOW:  # the low byte; the rest says why
            raise
        return [f"The index of words is damaged: {error}. {REPAIR}"]
    return []


def rebuild_terms(connections: Connections, terms: Callable[[str], Sequence[str]]) -> None:
    """Keep the words of the passages that are to be found, make those that are lost, and index them all."""
    with connections.read() as db:
        made = _lost_words(db, terms)  # before the lock is taken: a thousand passages take seconds
    with connections.write(content=True) as db:
        db.execute(f"DELETE FROM terms_content WHERE id NOT IN ({_NEWEST_KEYS})")
        for id_, title, body in made:
            # Not if it was removed or replaced meanwhile.
            db.execute(
                f"INSERT INTO terms_content (id, c0, c1) SELECT p.key, ?, ? FROM {NEWEST} WHERE p.id = ?"
                " AND p.key NOT IN (SELECT id FROM terms_content)",
                (title, body, id_),
            )
        db.execute("INSERT INTO terms (terms) VALUES ('rebuild')")


def _lost_words(db: sqlite3.Connection, terms: Callable[[str], Sequence[str]]) -> list[tuple[str, str, str]]:
    """Id, words of the title and words of the text of each passage that is to be found and whose words are lost."""
    lost = db.execute(
        "SELECT p.id, a.title, a.text, min(s.start), max(s.end)"
        f" FROM {NEWEST} JOIN sentences s ON s.article = a.key AND s.n BETWEEN p.first AND p.last"
        " WHERE p.key NOT IN (SELECT id FROM terms_content) GROUP BY p.key"
    )
    return [
        (id_, " ".join(terms(title)), " ".join(terms(text[start:end])))
        for id_, title, text, start, end in lost.fetchall()
    ]
