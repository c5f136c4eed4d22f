"""The questions or claims of one command: the one given, or a line each of a batch of JSON lines."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from ingest.errors import NotFound, SourceError
from ingest.library import Library
from ingest.records import Filters


@dataclass(frozen=True, slots=True)
class Query:
    text: str  # the question, or the claim
    filters: Filters
    id: Any = None  # as the batch gives it, whatever JSON it is
    where: str = ""  # file and line, for messages; empty for a question of its own


def read(arguments: argparse.Namespace, key: Literal["question", "claim"] = "question") -> list[Query]:
    """All of them, in order; `key` says what they are. Raises SourceError for an empty one and, naming it, for a bad line of a batch."""
    if arguments.batch is not None:
        return list(_batch(arguments, key))
    text = getattr(arguments, key)
    if not text.strip():
        raise SourceError(f"The {key} is empty.", "Write one.")
    return [Query(text, _filters(arguments, arguments.article))]


def require_articles(library: Library, queries: list[Query]) -> None:
    """Raises NotFound for a query narrowed to an article that is not held: no answer would tell that from a refusal."""
    for query in queries:
        for id_ in query.filters.articles:
            if library.head(id_) is None:
                at = f"{query.where}: the" if query.where else "The"
                raise NotFound(f"{at} library holds no article {id_!r}.", "Run: geungeo articles list")


def _batch(arguments: argparse.Namespace, key: str) -> Iterator[Query]:
    name = "Standard input" if arguments.batch == "-" else arguments.batch
    # Only at line feeds: JSON strings may hold the other characters that Python takes for the end of a line.
    for number, line in enumerate(_text(arguments.batch, name).split("\n"), 1):
        if line.strip():
            yield _query(line, key, f"{name} line {number}", arguments)


def _text(batch: str, name: str) -> str:
    do = "Give a file of JSON lines in UTF-8."
    try:
        data = sys.stdin.buffer.read() if batch == "-" else Path(batch).read_bytes()
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(f"{name} is not UTF-8.", do) from error
    except OSError as error:
        raise SourceError(f"{name} cannot be read: {error.strerror or error}.", do) from error


def _query(line: str, key: str, where: str, arguments: argparse.Namespace) -> Query:
    try:
        given = json.loads(line)
    except (ValueError, RecursionError) as error:
        why = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deep"
        raise SourceError(f"{where} is not JSON: {why}.", "Correct the line.") from error
    text = given.get(key) if isinstance(given, dict) else None
    if not isinstance(text, str) or not text.strip():
        raise SourceError(f"{where} has no {key}.", f'Write {{"id": ..., "{key}": "..."}}.')
    wanted = given.get("articles")
    if wanted is not None and not (isinstance(wanted, list) and all(isinstance(item, str) for item in wanted)):
        raise SourceError(f"{where} has articles that are no list of ids.", 'Write "articles": ["ID", ...].')
    if wanted == []:  # none may be asked; to take it for all would be the opposite
        raise SourceError(f"{where} has an empty list of articles.", 'Name one, or leave "articles" out to ask all.')
    filters = _filters(arguments, arguments.article if wanted is None else wanted)
    return Query(_whole_characters(text), filters, given.get("id"), where)


def _filters(arguments: argparse.Namespace, articles: list[str]) -> Filters:
    return Filters(
        articles=tuple(_whole_characters(id_) for id_ in articles),
        since=getattr(arguments, "since", None),  # a claim is narrowed by articles alone
        until=getattr(arguments, "until", None),
        publisher=getattr(arguments, "publisher", None),
    )


def _whole_characters(text: str) -> str:
    r"""Half surrogate pairs, which JSON can write as "\ud83d", are no text."""
    return text.encode("utf-8", "replace").decode()
