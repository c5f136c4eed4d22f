"""Documents into the library: identify, clean, split, find speakers and names, store. Encoding is later."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from ingest import cleaning, identity, names, passages, sentences, statements
from ingest.decoding import whole_characters
from ingest.errors import SourceError
from ingest.library import Library
from ingest.records import Article, Document, Passage, Sentence
from ingest.sources import SourceFailure
from ingest.terms import terms

log = logging.getLogger(__name__)

Status = Literal["new", "updated", "unchanged", "failed"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document."""

    source: str
    status: Status
    article_id: str | None = None  # None and the following too for a failed one
    version: int | None = None
    title: str | None = None
    error: SourceError | None = None


def ingest(
    library: Library, documents: Iterable[Document | SourceFailure], *, now: datetime | None = None
) -> Iterator[Outcome]:
    """Store each document as it comes, and say what became of it; an unreadable one never stops the rest.

    An outcome other than "failed" is committed before it is yielded. `now` (the time of ingestion) is the
    clock's unless given. Raises LibraryError or Busy where the library itself cannot be written to.
    """
    for document in documents:
        if isinstance(document, SourceFailure):
            yield Outcome(document.source, "failed", error=document.error)
        else:
            yield _ingest(library, document, now or datetime.now(UTC))


def _ingest(library: Library, document: Document, now: datetime) -> Outcome:
    try:
        id_, hash_ = _identified(document)
    except Exception as error:
        return _failed(document, error)
    head = library.head(id_)
    if head and head.raw_hash == hash_:
        return Outcome(document.source, "unchanged", id_, head.version, head.title)
    try:
        prepared = _prepared(document, id_, hash_, now)
    except Exception as error:
        return _failed(document, error)
    stored = library.store(
        prepared.article,
        prepared.passages,
        prepared.terms,
        prepared.aliases,
        title_terms=prepared.title_terms,
        format=document.format,
    )
    status: Status = "new" if head is None else "updated"
    return Outcome(document.source, status, stored.id, stored.version, stored.title)


def _failed(document: Document, error: Exception) -> Outcome:
    """Whatever a strange document breaks in the cleaner or a splitter, the others are not to be lost for it."""
    source = whole_characters(document.source)
    if not isinstance(error, SourceError):
        log.error("%s could not be prepared", source, exc_info=error)
        what = f"{source} could not be read: {type(error).__name__}: {error}."
        error = SourceError(what, "The log says where; please report it.")
    return Outcome(source, "failed", error=error)


def _identified(document: Document) -> tuple[str, str]:
    """The article's id and the raw hash. Half a surrogate pair cannot be stored: it fails here, not amid a transaction."""
    for kept in (document.raw, document.id, document.source, document.url):
        if kept and whole_characters(kept) != kept:
            source = whole_characters(document.source)
            raise SourceError(f"{source} holds half a character, which is no text.", "Save it again as UTF-8.")
    return identity.article_id(document), identity.raw_hash(document)


@dataclass(frozen=True, slots=True)
class _Prepared:
    article: Article
    passages: tuple[Passage, ...]
    terms: list[list[str]]  # one row a passage
    title_terms: list[str]
    aliases: list[tuple[str, str]]


def _prepared(document: Document, id_: str, hash_: str, now: datetime) -> _Prepared:
    cleaned = cleaning.clean(document)
    article = Article(
        id=id_,
        version=1,  # the library decides
        raw=document.raw,
        title=cleaned.title,
        text=cleaned.text,
        language=cleaned.language,
        publisher=cleaned.publisher,
        authors=cleaned.authors,
        published=cleaned.published,
        updated=cleaned.updated,
        ingested=now.astimezone(UTC).isoformat(timespec="seconds"),
        url=cleaned.url,
        source=document.source,
        raw_hash=hash_,
    )
    spans = sentences.split(article.text)
    who = statements.speakers(article.text, spans, article.language)
    found = [Sentence(id_, 1, *span, speaker) for span, speaker in zip(spans, who, strict=True)]
    if not found:
        raise SourceError(f"{document.source} holds no sentence.", "Give the article's text itself.")
    made = passages.make_passages(article.text, found)
    return _Prepared(
        article=article,
        passages=made,
        terms=[terms(article.text[passage.start : passage.end]) for passage in made],
        title_terms=terms(article.title),
        aliases=names.bracket_pairs(f"{article.title}\n{article.text}"),
    )
