"""What the page needs of the program behind it."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from app.records import Answer, Event, Hit, Verification
from ingest.records import Article, Document, Filters, Language
from ingest.sources import SourceFailure


class ModelState(Protocol):
    """How a model is doing; the service has the record itself, and for Head and Outcome too."""

    @property
    def state(self) -> str: ...  # "loading", "ready", "off", "missing", "failed"
    @property
    def name(self) -> str: ...
    @property
    def detail(self) -> str: ...


class Head(Protocol):
    """An article without its text."""

    @property
    def id(self) -> str: ...
    @property
    def version(self) -> int: ...
    @property
    def title(self) -> str: ...
    @property
    def language(self) -> Language: ...
    @property
    def publisher(self) -> str | None: ...
    @property
    def published(self) -> str | None: ...


class Outcome(Protocol):
    """What became of one document."""

    @property
    def source(self) -> str: ...
    @property
    def status(self) -> str: ...
    @property
    def title(self) -> str | None: ...
    @property
    def error(self) -> Any: ...


class Service(Protocol):
    """The library and the answering pipeline. Everything may block for seconds and raises GeungeoError."""

    def states(self) -> Mapping[str, ModelState]:
        """By "encoder" and "chat". Never blocks."""

    def stream(
        self,
        question: str,
        *,
        filters: Filters = ...,
        previous: Answer | None = None,
        cancel: threading.Event | None = None,
        use_model: bool = True,
    ) -> Iterator[Event]: ...

    def search(self, question: str, *, filters: Filters = ..., limit: int = 10) -> list[Hit]: ...

    def verify(self, claim: str, *, filters: Filters = ..., id: str | None = None) -> Verification: ...

    def ingest(self, documents: Iterable[Document | SourceFailure]) -> Iterator[Outcome]: ...

    def heads(self) -> Sequence[Head]: ...

    def article(self, article_id: str, version: int | None = None) -> Article: ...

    def copies(self, article_id: str, sentence: str) -> Sequence[Article]:
        """The near copies of an article that have this sentence of it."""

    def remove(self, ids: Sequence[str]) -> None: ...

    def samples(self) -> Sequence[str]:
        """The ids of the sample articles that are in the library."""

    def examples(self) -> Mapping[Language, Sequence[str]]:
        """Questions to try, by language."""
