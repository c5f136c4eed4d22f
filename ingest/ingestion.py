"""Documents into the library: identify, clean, split, find speakers and names, store. Encoding is later."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from ingest import cleaning, identity, names, passages, sentences, statements
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
    id_, hash_ = identity.article_id(document), identity.raw_hash(document)
    head = library.head(id_)
    if head and head.raw_hash == hash_:
        return Outcome(document.source, "unchanged", id_, head.version, head.title)
    try:
        prepared = _prepared(document, id_, hash_, now)
    except SourceError as error:
        return Outcome(document.source, "failed", error=error)
    except Exception as error:
        # Whatever a strange document breaks in the cleaner or a splitter, the others are not to be lost for
        # it.
        log.exception("%s could not be prepared", document.source)
        what = f"{document.source} could not be read: {type(error).__name__}: {error}."
        return Outcome(document.source, "failed", error=SourceError(what, "The log says where; please report it."))
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
    article.text.encode()  # half a surrogate pair cannot be stored: fail here, not amid a transaction
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
