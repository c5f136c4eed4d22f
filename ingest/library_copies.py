"""Which articles are near copies of each other, kept as they come. See `copies` for what counts as one."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Collection
from datetime import UTC, datetime

from ingest.copies import Story, copies
from ingest.library_connection import Connections

_ALIKE = 400  # articles looked at for one shingle, the last stored: more have only what every page of a publisher has
_STORIES = 12  # stories that an article is compared with, which share most with it; of those, the nearest in time
_MEMBERS = 8  # articles of a story that all must be copies of it, so that none is let in by a go-between
_SHARED = 0.08  # of an article's sketch: half of what the longest copy shares with its shortest, give or take
_BATCH = 100  # articles compared under one hold of the lock

# Newest versions that were never compared, or whose sketch is lost. Every article has a sentence, and so a shingle.
MISSING = (
    "SELECT a.key FROM articles a WHERE a.newest AND NOT (EXISTS (SELECT 1 FROM stories s WHERE s.article = a.key)"
    " AND EXISTS (SELECT 1 FROM sketches k WHERE k.article = a.key))"
)


def add(db: sqlite3.Connection, key: int) -> None:
    """Put a newest version, whose sentences are stored, with its copies; or alone, to be found by those to come."""
    story = _story(db, key)
    sketch = story.sketch
    (published,) = db.execute("SELECT published FROM articles WHERE key = ?", (key,)).fetchone()
    number = _found(db, story, sketch, published)
    if number is None:
        (number,) = db.execute("SELECT coalesce(max(story), 0) + 1 FROM stories").fetchone()
    db.execute("INSERT INTO stories (article, story) VALUES (?, ?)", (key, number))
    db.executemany("INSERT INTO sketches (hash, article) VALUES (?, ?)", [(one, key) for one in sketch])


def forget(db: sqlite3.Connection, key: int) -> None:
    db.execute("DELETE FROM stories WHERE article = ?", (key,))
    db.execute("DELETE FROM sketches WHERE article = ?", (key,))


def of(db: sqlite3.Connection, article_ids: Collection[str]) -> dict[str, tuple[str, ...]]:
    rows = db.execute(
        "SELECT a.id, b.id, b.published, (SELECT min(key) FROM articles c WHERE c.id = b.id) FROM articles a LEFT JOIN stories s ON s.article = a.key"
        " LEFT JOIN stories t ON t.story = s.story JOIN articles b ON b.key = coalesce(t.article, a.key)"
        " WHERE a.newest AND a.id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(article_ids)),),
    )
    found: dict[str, list[tuple[datetime, int, str]]] = {}
    for id_, other, published, first in rows:
        found.setdefault(id_, []).append((_moment(published), first, other))
    return {id_: tuple(other for *_, other in sorted(group)) for id_, group in found.items()}


def rebuild(connections: Connections) -> None:
    """Compare the articles that never were, in the order in which they came; a batch a transaction, as it may take long."""
    with connections.read() as db:
        keys = [key for (key,) in db.execute(f"{MISSING} ORDER BY a.key")]
    for at in range(0, len(keys), _BATCH):
        with connections.write() as db:
            for key in keys[at : at + _BATCH]:
                if db.execute(f"{MISSING} AND a.key = ?", (key,)).fetchone():  # it may be gone by now
                    forget(db, key)
                    add(db, key)


def _found(db: sqlite3.Connection, story: Story, sketch: Collection[int], published: str | None) -> int | None:
    """The number of the story that it is a copy of."""
    shared: Counter[int] = Counter()
    for one in sketch:
        query = "SELECT article FROM sketches WHERE hash = ? ORDER BY article DESC LIMIT ?"
        shared.update(key for (key,) in db.execute(query, (one, _ALIKE)))
    near = {key: count for key, count in shared.items() if count >= _SHARED * len(sketch)}
    rows = db.execute(
        "SELECT s.story, a.key, a.published FROM articles a JOIN stories s ON s.article = a.key"
        " WHERE a.key IN (SELECT value FROM json_each(?))",
        (json.dumps(list(near)),),
    )
    when = _moment(published)
    # Of a daily report in the same words each day, the copy is that of the day.
    ranked = sorted((-near[key], abs(_moment(other) - when), -key, number) for number, key, other in rows)
    numbers = list(dict.fromkeys(number for *_, number in ranked))[:_STORIES]
    return next((number for number in numbers if _belongs(db, story, number)), None)


def _belongs(db: sqlite3.Connection, story: Story, number: int) -> bool:
    members = db.execute("SELECT article FROM stories WHERE story = ? ORDER BY article LIMIT ?", (number, _MEMBERS))
    return all(copies(story, _story(db, key)) for (key,) in members.fetchall())


def _story(db: sqlite3.Connection, key: int) -> Story:
    text, language = db.execute("SELECT text, language FROM articles WHERE key = ?", (key,)).fetchone()
    spans = db.execute("SELECT start, end FROM sentences WHERE article = ? ORDER BY n", (key,))
    return Story(language, tuple(text[start:end] for start, end in spans))


def _moment(published: str | None) -> datetime:
    """To sort by: a day is its midnight and a time without a zone is UTC; without a date, last."""
    moment = datetime.fromisoformat(published) if published else datetime.max
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
