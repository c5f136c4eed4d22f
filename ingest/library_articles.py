"""Rows of articles, sentences, passages and aliases, to records and back. See `Library`."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

from ingest import library_copies as copies
from ingest.errors import NotFound
from ingest.library_search import condition, folded
from ingest.records import Article, Filters, Language, Passage, Sentence

ARTICLE = tuple(field.name for field in fields(Article))  # also the names of their columns
SENTENCE = "a.id, a.version, s.start, s.end, s.speaker"


@dataclass(frozen=True, slots=True)
class Head:
    """An article without its text: a row of `articles list`."""

    id: str
    version: int
    title: str
    language: Language
    publisher: str | None
    published: str | None
    ingested: str
    url: str | None
    source: str
    raw_hash: str
    versions: int  # how many are held
    characters: int  # code points of the text


HEAD = tuple(field.name for field in fields(Head) if field.name != "versions")


def heads(db: sqlite3.Connection, filters: Filters) -> list[Head]:
    where, given = condition(filters)
    columns = ", ".join(f"a.{name}" for name in HEAD)
    # Versions go only together, so those held are the ones since the last removal.
    rows = db.execute(
        f"SELECT a.version - coalesce(r.version, 0), {columns} FROM articles a LEFT JOIN removed r ON r.id = a.id"
        f" WHERE {where} ORDER BY a.key",
        given,
    )
    return [Head(versions=versions, **dict(zip(HEAD, row, strict=True))) for versions, *row in rows]


def newest(db: sqlite3.Connection, article_id: str) -> dict | None:
    """Key, version and raw hash of the newest version."""
    columns = ("key", "version", "raw_hash")
    row = db.execute(f"SELECT {', '.join(columns)} FROM articles WHERE newest AND id = ?", (article_id,)).fetchone()
    return dict(zip(columns, row, strict=True)) if row else None


def article(db: sqlite3.Connection, article_id: str, version: int | None) -> Article:
    found = newest(db, article_id)
    if not found:
        raise NotFound(f"The library holds no article {article_id!r}.", "Run: geungeo articles list")
    wanted = found["version"] if version is None else version
    row = db.execute(
        f"SELECT {', '.join(ARTICLE)} FROM articles WHERE id = ? AND version = ?", (article_id, _bound(wanted))
    ).fetchone()
    if not row:
        what = f"The library holds no version {wanted} of {article_id!r}; its newest is {found['version']}."
        raise NotFound(what, f"Run: geungeo articles show {article_id}")
    return _article(row)


def _article(row: Sequence[Any]) -> Article:
    values = dict(zip(ARTICLE, row, strict=True))
    return Article(**values | {"authors": tuple(json.loads(values["authors"]))})


def _bound(version: int) -> int:
    """A version as SQLite takes it; one beyond its integers, which nothing can have, as 0, which nothing has."""
    return version if 0 < version < 2**63 else 0


def record(db: sqlite3.Connection, article_id: str) -> dict[str, object] | None:
    """The newest version as a line of an export: every field, and the format of the raw content."""
    # One query: between two, another process might remove the article.
    query = f"SELECT format, {', '.join(ARTICLE)} FROM articles WHERE newest AND id = ?"
    row = db.execute(query, (article_id,)).fetchone()
    return asdict(_article(row[1:])) | {"format": row[0]} if row else None


def store(
    db: sqlite3.Connection,
    given: Article,
    passages: Sequence[Passage],
    terms: Sequence[Sequence[str]],
    title_terms: Sequence[str],
    aliases: Sequence[tuple[str, str]],
    format: str,
) -> Article:
    """Insert the next version with all that is searched of it, in the place of the newest; as stored. See `Library.store`."""
    found = newest(db, given.id)
    if found and found["raw_hash"] == given.raw_hash:  # another process stored it meanwhile
        return article(db, given.id, None)
    if found:
        retire(db, found["key"])
    stored = given.at_version(next_version(db, given.id))
    key = _add(db, stored, format)
    _add_passages(db, key, stored, passages, terms, title_terms)
    pairs = [(key, ko, latin) for ko, latin in dict.fromkeys(aliases)]
    db.executemany("INSERT INTO aliases (article, ko, latin) VALUES (?, ?, ?)", pairs)
    copies.add(db, key)
    return stored


def _add(db: sqlite3.Connection, stored: Article, format: str) -> int:
    row = {name: getattr(stored, name) for name in ARTICLE} | {
        "newest": 1,
        "authors": json.dumps(stored.authors, ensure_ascii=False),
        "publisher_folded": folded(stored.publisher) if stored.publisher else None,
        "characters": len(stored.text),
        "format": format,
    }
    return db.execute(
        f"INSERT INTO articles ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", tuple(row.values())
    ).lastrowid


def _add_passages(
    db: sqlite3.Connection,
    key: int,
    stored: Article,
    passages: Sequence[Passage],
    terms: Sequence[Sequence[str]],
    title_terms: Sequence[str],
) -> None:
    numbers = _add_sentences(db, key, passages)
    title = " ".join(title_terms)
    for passage, body in zip(passages, terms, strict=True):
        first, last = (numbers[s.start, s.end] for s in (passage.sentences[0], passage.sentences[-1]))
        if last - first + 1 != len(passage.sentences):
            raise ValueError(f"the sentences of passage {passage.id} are not consecutive")
        id_ = f"{stored.id}@{stored.version}:{passage.start}-{passage.end}"
        place = db.execute(
            "INSERT INTO passages (id, article, first, last) VALUES (?, ?, ?, ?)", (id_, key, first, last)
        ).lastrowid
        db.execute("INSERT INTO terms (rowid, title, body) VALUES (?, ?, ?)", (place, title, " ".join(body)))
        db.execute("INSERT OR IGNORE INTO outbox (passage) VALUES (?)", (id_,))


def _add_sentences(db: sqlite3.Connection, key: int, passages: Sequence[Passage]) -> dict[tuple[int, int], int]:
    """Every sentence of the passages once, in reading order; returns their numbers by (start, end)."""
    spans = {(s.start, s.end): s.speaker for passage in passages for s in passage.sentences}
    numbers = {span: n for n, span in enumerate(sorted(spans))}
    rows = [(key, n, *span, spans[span]) for span, n in numbers.items()]
    db.executemany("INSERT INTO sentences (article, n, start, end, speaker) VALUES (?, ?, ?, ?, ?)", rows)
    return numbers


def retire(db: sqlite3.Connection, key: int) -> None:
    """Take one version out of every search. Its text, sentences and passages stay readable."""
    of_it = "SELECT key FROM passages WHERE article = ?"
    db.execute("INSERT OR IGNORE INTO outbox (passage) SELECT id FROM passages WHERE article = ?", (key,))
    db.execute(f"DELETE FROM terms WHERE rowid IN ({of_it})", (key,))
    db.execute(f"DELETE FROM passage_vectors WHERE passage IN ({of_it})", (key,))
    db.execute(f"DELETE FROM sentence_vectors WHERE passage IN ({of_it})", (key,))
    db.execute("DELETE FROM aliases WHERE article = ?", (key,))
    copies.forget(db, key)
    db.execute("UPDATE articles SET newest = 0 WHERE key = ?", (key,))


def remove(db: sqlite3.Connection, ids: Collection[str]) -> None:
    """Delete all versions. Their numbers stay used: no old citation may ever meet another text."""
    held = {one: newest(db, one) for one in ids}
    if unknown := [repr(one) for one, found in held.items() if not found]:
        what = f"The library holds no article {', '.join(unknown)}; nothing was removed."
        raise NotFound(what, "Run: geungeo articles list")
    for one, found in held.items():
        retire(db, found["key"])
        db.execute("INSERT OR REPLACE INTO removed (id, version) VALUES (?, ?)", (one, found["version"]))
        db.execute("DELETE FROM articles WHERE id = ?", (one,))


def next_version(db: sqlite3.Connection, article_id: str) -> int:
    """One more than the highest version ever stored of this article, held or removed."""
    held = "SELECT version FROM articles WHERE id = :id UNION ALL SELECT version FROM removed WHERE id = :id"
    return db.execute(f"SELECT coalesce(max(version), 0) + 1 FROM ({held})", {"id": article_id}).fetchone()[0]


def sentences(db: sqlite3.Connection, article_id: str, version: int) -> tuple[Sentence, ...]:
    rows = db.execute(
        f"SELECT {SENTENCE} FROM articles a JOIN sentences s ON s.article = a.key"
        " WHERE a.id = ? AND a.version = ? ORDER BY s.n",
        (article_id, _bound(version)),
    )
    return tuple(Sentence(*row) for row in rows)


def speakers(db: sqlite3.Connection) -> list[str]:
    rows = db.execute(
        "SELECT DISTINCT s.speaker FROM articles a CROSS JOIN sentences s ON s.article = a.key"
        " WHERE a.newest AND s.speaker IS NOT NULL ORDER BY s.speaker"
    )
    return [row[0] for row in rows]


def spoken_by(db: sqlite3.Connection, speakers: Collection[str], filters: Filters, limit: int) -> list[str]:
    where, given = condition(filters)
    rows = db.execute(
        "SELECT DISTINCT p.id FROM sentences s JOIN articles a ON a.key = s.article"
        " JOIN passages p ON p.article = a.key AND s.n BETWEEN p.first AND p.last"
        f" WHERE s.speaker IN (SELECT value FROM json_each(?)) AND {where} ORDER BY a.published DESC, p.key LIMIT ?",
        (json.dumps(list(speakers)), *given, limit),
    )
    return [row[0] for row in rows]


def passages(db: sqlite3.Connection, where: str, *given: object) -> dict[str, Passage]:
    """By id, in the order in which they were stored. `where` is over `passages p` and `articles a`."""
    rows = db.execute(
        f"SELECT p.id, {SENTENCE} FROM passages p JOIN articles a ON a.key = p.article"
        " JOIN sentences s ON s.article = p.article AND s.n BETWEEN p.first AND p.last"
        f" WHERE {where} ORDER BY p.key, s.n",
        given,
    )
    found: dict[str, list[Sentence]] = {}
    for id_, *sentence in rows:
        found.setdefault(id_, []).append(Sentence(*sentence))
    return {id_: Passage(tuple(of_it)) for id_, of_it in found.items()}


def passages_of(db: sqlite3.Connection, article_id: str, version: int) -> tuple[Passage, ...]:
    return tuple(passages(db, "a.id = ? AND a.version = ?", article_id, _bound(version)).values())


def aliases(db: sqlite3.Connection) -> list[tuple[str, str, int]]:
    counted = "SELECT ko, latin, count(*) AS n FROM aliases GROUP BY ko, latin ORDER BY n DESC, ko, latin"
    return [tuple(row) for row in db.execute(counted)]
