"""The records that ingest makes and the library keeps.

Every `start` and `end` is a half-open range of code points into `Article.text`, which is NFC, cleaned once, and never edited
after.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal, Self

Language = Literal["ko", "en"]


@dataclass(frozen=True, slots=True)
class Document:
    """One article as it came in, before cleaning and before it has an identity."""

    raw: str  # as read, before NFC; kept in the library so that a better cleaner can run again
    format: Literal["text", "markdown", "html", "record"]
    source: str  # the path or address it came from; "-" for standard input, "paste" for the page
    id: str | None = None
    title: str | None = None
    language: Language | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None  # ISO 8601 date or date and time
    updated: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One version of one article. Ids are stable; versions count 1, 2, ... as its raw text changes."""

    id: str
    version: int
    raw: str = field(repr=False)
    title: str
    text: str = field(repr=False)
    language: Language
    publisher: str | None
    authors: tuple[str, ...]
    published: str | None  # ISO 8601
    updated: str | None  # ISO 8601
    ingested: str  # ISO 8601, UTC
    url: str | None
    source: str
    raw_hash: str  # sha256 of raw and of the given fields, hex

    def at_version(self, version: int) -> Self:
        return replace(self, version=version)


@dataclass(frozen=True, slots=True)
class Sentence:
    article_id: str
    version: int
    start: int
    end: int
    speaker: str | None = None  # who says it, as the article writes the name; None for the reporter's own words

    @property
    def key(self) -> str:
        return f"{self.article_id}@{self.version}:{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Passage:
    """Consecutive sentences of one article, searched as one."""

    sentences: tuple[Sentence, ...]

    @property
    def article_id(self) -> str:
        return self.sentences[0].article_id

    @property
    def version(self) -> int:
        return self.sentences[0].version

    @property
    def start(self) -> int:
        return self.sentences[0].start

    @property
    def end(self) -> int:
        return self.sentences[-1].end

    @property
    def id(self) -> str:
        return f"{self.article_id}@{self.version}:{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Filters:
    """What a search is narrowed to. Empty means everything."""

    articles: tuple[str, ...] = ()
    since: str | None = None  # ISO 8601 date, inclusive
    until: str | None = None  # ISO 8601 date, inclusive
    publisher: str | None = None  # compared case-insensitively, exactly
    language: Language | None = None

    @property
    def empty(self) -> bool:
        return self == Filters()
