"""The library of one home: articles in their versions, sentences, passages, terms, vectors, the outbox."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Concatenate, ParamSpec, Self, TypeVar

import numpy as np

from ingest import library_articles as articles
from ingest import library_check as checking
from ingest import library_copies as copying
from ingest import library_search as searching
from ingest import library_vectors as vectors
from ingest.library_articles import Head
from ingest.library_connection import Connections
from ingest.library_search import Wanted
from ingest.library_vectors import Made, Pending, Vectors
from ingest.lock import write_lock
from ingest.records import Article, Filters, Passage, Sentence

EVERYTHING = Filters()
P, T = ParamSpec("P"), TypeVar("T")


@dataclass(frozen=True, slots=True)
class Library:
    """Safe to use from several threads. Reads never wait, and see what every process has committed.

    Writes raise Busy when another process keeps the lock for long; all raise LibraryError for a broken file.
    """

    home: Path
    _connections: Connections

    @classmethod
    def open(cls, home: Path, *, create: bool = True) -> Self:
        """Open the library of `home`, and make an empty one where there is none unless told not to."""
        return cls(home, Connections(home, create))

    def close(self) -> None:
        """Close the connections of all threads, those in use when that use ends; the next use opens new ones."""
        self._connections.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def head(self, article_id: str) -> Head | None:
        """The newest version's row, or None."""
        return next(iter(self.heads(Filters(articles=(article_id,)))), None)

    def heads(self, filters: Filters = EVERYTHING) -> list[Head]:
        """The newest versions, in the order in which they were stored."""
        return self._read(articles.heads, filters)

    def article(self, article_id: str, version: int | None = None) -> Article:
        """The newest version, or the one asked for. Raises NotFound."""
        return self._read(articles.article, article_id, version)

    def store(
        self,
        article: Article,
        passages: Sequence[Passage],
        terms: Sequence[Sequence[str]],
        aliases: Sequence[tuple[str, str]] = (),
        *,
        title_terms: Sequence[str] = (),
        format: str = "text",
    ) -> Article:
        """Store one article with all that is searched of it, in one transaction; returns it as stored.

        The version is decided here, whatever `article` and `passages` say. `terms` has one row a passage; `title_terms` are
        found in each. `format` is that of the document. Nothing is written when the newest version has the same raw hash.
        """
        if (head := self.head(article.id)) and head.raw_hash == article.raw_hash:
            return self.article(article.id)
        with self._connections.write(content=True) as db:
            return articles.store(db, article, passages, terms, title_terms, aliases, format)

    def remove(self, ids: Iterable[str]) -> list[str]:
        """Remove articles with all versions; returns their ids. NotFound: none is removed."""
        wanted = list(dict.fromkeys(ids))
        with self._connections.write(content=True) as db:
            articles.remove(db, wanted)
        return wanted

    def copies(self, article_ids: Collection[str]) -> dict[str, tuple[str, ...]]:
        """By id, those held: ids of the near copies of its newest version, itself too, first published and stored first."""
        return self._read(copying.of, article_ids)

    def sentences(self, article_id: str, version: int) -> tuple[Sentence, ...]:
        """In reading order; empty for an article that is not held."""
        return self._read(articles.sentences, article_id, version)

    def speakers(self) -> list[str]:
        """All who say something in a newest version, as the articles write their names."""
        return self._read(articles.speakers)

    def spoken_by(self, speakers: Collection[str], filters: Filters, limit: int) -> list[str]:
        """Ids of passages in which one of them speaks, of the newest articles first."""
        return self._read(articles.spoken_by, speakers, filters, limit)

    def passages(self, ids: Iterable[str]) -> dict[str, Passage]:
        """Passages of any version by their ids; those not held are left out."""
        return self._read(articles.passages, "p.id IN (SELECT value FROM json_each(?))", json.dumps(list(ids)))

    def passages_of(self, article_id: str, version: int) -> tuple[Passage, ...]:
        """In reading order; empty for an article that is not held."""
        return self._read(articles.passages_of, article_id, version)

    def aliases(self) -> list[tuple[str, str, int]]:
        """Names in both scripts: Korean, Latin, and the number of articles that pair them; most first."""
        return self._read(articles.aliases)

    def export(self) -> Iterator[dict[str, object]]:
        """The newest version of each article, every field, JSON-able; ingesting it again changes nothing."""
        for head in self.heads():
            with self._connections.read() as db:
                if record := articles.record(db, head.id):  # None: removed meanwhile
                    yield record

    def match(
        self, terms: Sequence[str], filters: Filters, limit: int, *, title_weight: float = searching.TITLE_WEIGHT
    ) -> list[tuple[str, float]]:
        """Passages of newest versions with any of the terms: id and bm25 (above 0), best first."""
        return self._read(searching.match, terms, filters, limit, title_weight)

    def document_frequency(self, wanted: Iterable[Wanted]) -> dict[Wanted, int]:
        """For each term, or terms any of which will do: passages of newest versions that hold it in text or title."""
        return self._read(searching.document_frequency, wanted)

    def vocabulary(self) -> list[str]:
        """Every word that the articles are found by, as the index folds it."""
        return self._read(searching.vocabulary)

    def holding(self, terms: Sequence[str], among: Collection[str]) -> set[str]:
        """Ids of those passages, of newest versions, that hold any of `terms` in text or title."""
        return self._read(searching.holding, terms, among)

    def terms_of(self, ids: Collection[str]) -> dict[str, tuple[str, str]]:
        """By passage id, of newest versions: the terms of its article's title and those of its text, a space between two."""
        return self._read(searching.terms_of, ids)

    def article_count(self, filters: Filters = EVERYTHING) -> int:
        """Articles, all or those that the filters leave; far quicker than counting heads."""
        return self._read(searching.article_count, filters)

    def passage_count(self, filters: Filters = EVERYTHING, at_most: int = -1) -> int:
        """Passages of the newest versions, all or those that the filters leave; counts up to `at_most` only."""
        return self._read(searching.passage_count, filters, at_most)

    def passage_ids(self, filters: Filters = EVERYTHING) -> list[str]:
        """Ids of the passages of the newest versions, all or those that the filters leave."""
        return self._read(searching.passage_ids, filters)

    def searchable(self, ids: Collection[str], filters: Filters = EVERYTHING) -> set[str]:
        """Those of the passage ids that are of newest versions and that the filters leave."""
        return self._read(searching.searchable, ids, filters)

    # Vectors and the outbox

    def save_vectors(self, fingerprint: str, made: Mapping[str, Made]) -> None:
        """Keep by passage id its unit vector [d], its sentences' [n, d] and its title's [d], if still searched."""
        with self._connections.write() as db:
            vectors.save(db, fingerprint, made)

    def passage_vectors(self, fingerprint: str, ids: Iterable[str]) -> dict[str, np.ndarray]:
        """By passage id, float32 [d] of unit length, kept as float16. Passages without one are left out."""
        return self._read(vectors.of_passages, fingerprint, ids)

    def vectors(self, fingerprint: str, ids: Iterable[str]) -> Vectors:
        """Of those of the passages that are encoded, with their titles and sentences."""
        return self._read(vectors.of_parts, fingerprint, ids)

    def filtered_vectors(self, fingerprint: str, filters: Filters) -> tuple[list[str], np.ndarray]:
        """Ids and float32 [n, d] of all passages that the filters leave and that have a vector."""
        return self._read(vectors.filtered, fingerprint, filters)

    def sentence_vectors(self, fingerprint: str, passage_ids: Iterable[str]) -> dict[str, np.ndarray]:
        """By Sentence.key, float32 [d] of unit length (kept as int8) for the sentences of these passages."""
        return self._read(vectors.of_sentences, fingerprint, passage_ids)

    def pending(self, fingerprint: str, limit: int = -1) -> Pending:
        """The first `limit` rows of the outbox (-1: all), sorted by what is to be done for this encoder."""
        return self._read(vectors.pending, fingerprint, limit)

    def settle(self, fingerprint: str, passage_ids: Iterable[str]) -> None:
        """Clear outbox rows whose passages are now as they should be in this encoder's index."""
        with self._connections.write() as db:
            vectors.settle(db, fingerprint, passage_ids)

    def index_encoder(self) -> str | None:
        """Fingerprint of the encoder whose vectors the vector index holds; None before the first."""
        return self._meta("index_encoder")

    def restart_index(self, fingerprint: str) -> None:
        """From now on the index is this encoder's: drop others' vectors, and have every passage placed."""
        with self._connections.write() as db:
            vectors.restart(db, fingerprint)

    def outbox_size(self) -> int:
        """Passages that the vector index is behind by."""
        with self._connections.read() as db:
            return db.execute("SELECT count(*) FROM outbox").fetchone()[0]

    def generation(self) -> int:
        """A number that every committed write raises, whichever process made it."""
        return int(self._meta("generation") or 0)

    def content_generation(self) -> int:
        """A number that every change of what is found by its words raises: not the placing of vectors."""
        return int(self._meta("content") or 0)

    def writing(self) -> AbstractContextManager[None]:
        """The write lock, for a step that writes to the library and its index."""
        return write_lock(self.home)

    def problems(self) -> list[str]:
        """Where its own tables disagree, a line each with what to do. Changes nothing; waits for a writer."""
        return self._read(checking.problems, self.writing)

    def rebuild_terms(self, terms: Callable[[str], Sequence[str]]) -> None:
        """Build the index of words again from the words kept beside it; where those are lost, from the text."""
        checking.rebuild_terms(self._connections, terms)

    def rebuild_copies(self) -> None:
        """Look for near copies of the articles for which nobody has looked, as of those stored by an older geungeo."""
        copying.rebuild(self._connections)

    def _read(self, ask: Callable[Concatenate[sqlite3.Connection, P], T], *given: P.args, **named: P.kwargs) -> T:
        with self._connections.read() as db:
            return ask(db, *given, **named)

    def _meta(self, name: str) -> str | None:
        with self._connections.read() as db:
            row = db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
            return row[0] if row else None
