"""What can be asked of the terms, and the filters in SQL. See `Library` for what each returns."""

from __future__ import annotations

import json
import sqlite3
import unicodedata
from collections.abc import Collection, Iterable, Sequence

from ingest.records import Filters

Wanted = str | tuple[str, ...]  # a term, or terms any of which will do
TITLE_WEIGHT = 1.0  # of a term in the title as against one in the text; equal until measured otherwise
NEWEST = "passages p JOIN articles a ON a.key = p.article AND a.newest"
# For `condition`: the articles first, by an index that holds all that filters ask of them; CROSS keeps that order.
FILTERED = "articles a CROSS JOIN passages p ON p.article = a.key"


def condition(filters: Filters) -> tuple[str, list[object]]:
    """SQL over `articles a` and its parameters. An article without a date is in no range of dates."""
    parts: list[str] = ["a.newest"]
    given: list[object] = []
    if filters.articles:
        parts.append("a.id IN (SELECT value FROM json_each(?))")
        given.append(json.dumps(filters.articles))
    if filters.since:
        parts.append("substr(a.published, 1, 10) >= ?")
        given.append(filters.since[:10])
    if filters.until:
        parts.append("substr(a.published, 1, 10) <= ?")
        given.append(filters.until[:10])
    if filters.publisher is not None:
        parts.append("a.publisher_folded = ?")
        given.append(folded(filters.publisher))
    if filters.language:
        parts.append("a.language = ?")
        given.append(filters.language)
    return " AND ".join(parts), given


def folded(publisher: str) -> str:
    """The form in which publishers are compared."""
    return unicodedata.normalize("NFC", publisher).strip().casefold()


def match(
    db: sqlite3.Connection, terms: Sequence[str], filters: Filters, limit: int, title_weight: float
) -> list[tuple[str, float]]:
    query = _any_of(terms)
    if not query or limit <= 0:
        return []
    # `terms` holds newest versions only, so without filters the articles need not be joined.
    joined = "" if filters.empty else "JOIN articles a ON a.key = p.article"
    where, given = ("1", []) if filters.empty else condition(filters)
    # FTS5's bm25 is below 0 and lower is better; here and everywhere else, higher is better.
    rows = db.execute(
        "SELECT p.id, -bm25(terms, ?, 1.0) AS score"
        f" FROM terms JOIN passages p ON p.key = terms.rowid {joined}"
        f" WHERE terms MATCH ? AND {where} ORDER BY score DESC, p.key LIMIT ?",
        (title_weight, query, *given, limit),
    )
    return [(id_, score) for id_, score in rows]


def document_frequency(db: sqlite3.Connection, wanted: Iterable[Wanted]) -> dict[Wanted, int]:
    # Counting matches, not looking up fts5vocab: a term such as "U.S." is two tokens to FTS5, and folding is
    # its own affair.
    count = "SELECT count(*) FROM terms WHERE terms MATCH ?"
    found = {}
    for one in wanted:
        query = _any_of((one,) if isinstance(one, str) else one)
        found[one] = db.execute(count, (query,)).fetchone()[0] if query else 0
    return found


def holding(db: sqlite3.Connection, terms: Sequence[str], among: Collection[str]) -> set[str]:
    query = _any_of(terms)
    if not query:
        return set()
    rows = db.execute(
        "SELECT p.id FROM passages p JOIN terms t ON t.rowid = p.key"
        " WHERE p.id IN (SELECT value FROM json_each(?)) AND terms MATCH ?",
        (json.dumps(list(among)), query),
    )
    return {row[0] for row in rows}


def terms_of(db: sqlite3.Connection, ids: Collection[str]) -> dict[str, tuple[str, str]]:
    rows = db.execute(
        "SELECT p.id, t.title, t.body FROM passages p JOIN terms t ON t.rowid = p.key"
        " WHERE p.id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    return {id_: (title, body) for id_, title, body in rows}


def vocabulary(db: sqlite3.Connection) -> list[str]:
    db.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab('main', 'terms', 'row')")
    return [row[0] for row in db.execute("SELECT term FROM temp.vocabulary")]


def article_count(db: sqlite3.Connection, filters: Filters) -> int:
    where, given = condition(filters)
    return db.execute(f"SELECT count(*) FROM articles a WHERE {where}", given).fetchone()[0]


def passage_count(db: sqlite3.Connection, filters: Filters, at_most: int) -> int:
    where, given = condition(filters)
    counted = f"SELECT count(*) FROM (SELECT 1 FROM {FILTERED} WHERE {where} LIMIT ?)"
    return db.execute(counted, (*given, at_most)).fetchone()[0]


def passage_ids(db: sqlite3.Connection, filters: Filters) -> list[str]:
    where, given = condition(filters)
    return [row[0] for row in db.execute(f"SELECT p.id FROM {FILTERED} WHERE {where} ORDER BY p.key", given)]


def searchable(db: sqlite3.Connection, ids: Collection[str], filters: Filters) -> set[str]:
    where, given = condition(filters)
    rows = db.execute(
        f"SELECT p.id FROM {NEWEST} WHERE p.id IN (SELECT value FROM json_each(?)) AND {where}",
        (json.dumps(list(ids)), *given),
    )
    return {row[0] for row in rows}


def _any_of(terms: Sequence[str]) -> str:
    return " OR ".join(dict.fromkeys(quoted for term in terms if (quoted := _quoted(term))))


def _quoted(term: str) -> str:
    """A term as an FTS5 string, in which nothing is an operator; empty for one without letters or digits."""
    clean = "".join(c for c in unicodedata.normalize("NFC", term) if c != "\0" and not "\ud800" <= c <= "\udfff")
    return '"' + clean.replace('"', '""') + '"' if any(c.isalnum() for c in clean) else ""
