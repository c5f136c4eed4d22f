"""The composition root: one library, its models, and everything the command line and the page ask of them."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from app.fingerprint import fingerprint
from app.records import Answer, Done, Event, Hit
from ingest import sample_articles
from ingest.errors import Busy, GeungeoError, ModelError
from ingest.ingestion import Outcome, ingest
from ingest.library import Head, Library
from ingest.models import DEFAULT_CHAT, is_pulled
from ingest.records import Article, Document, Filters, Language
from ingest.settings import Settings
from ingest.sources import SourceFailure

if TYPE_CHECKING:
    from app.answer import Answerer
    from app.chat_model import ChatModel
    from ingest.encoder import Encoder
    from ingest.indexing import Progress
    from ingest.vector_index import VectorIndex

log = logging.getLogger(__name__)
EVERYTHING = Filters()
_REST = 5.0  # seconds between looks at the outbox while serving


@dataclass(frozen=True, slots=True)
class ModelState:
    state: Literal["loading", "ready", "off", "missing", "failed"]
    name: str
    detail: str = ""  # one line for a person, where it is missing or failed


class Service:
    """Loads its models on first use, or in the background after `start`. Safe for several threads."""

    def __init__(self, settings: Settings, *, create: bool = True) -> None:
        self.settings = settings
        self.library = Library.open(settings.home, create=create)
        self._chat_state = ModelState("loading", settings.chat_model)
        self._chat: ChatModel | None = None
        self._answerer: Answerer | None = None
        self._encoder: Encoder | None = None
        self._index: VectorIndex | None = None
        self._encoder_error: GeungeoError | None = None
        self._loading, self._chat_loading = threading.Lock(), threading.Lock()
        self._draining = threading.Lock()
        self._asking = 0  # questions under way; ingest waits while there are any
        self._idle = threading.Condition()
        self._stop = threading.Event()

    # models

    def start(self) -> None:
        """Load the models in the background, then keep the index up to date until `close`."""
        for work in (self._warm_up, self._open_chat):
            threading.Thread(target=work, daemon=True).start()

    def states(self) -> dict[str, ModelState]:
        if self._encoder_error:
            state = "missing" if self._encoder_missing() else "failed"
            encoder = ModelState(state, self.settings.encoder, str(self._encoder_error))
        else:
            encoder = ModelState("ready" if self._answerer else "loading", self.settings.encoder)
        return {"encoder": encoder, "chat": self._chat_state}

    def encoder(self) -> Encoder:
        """The encoder, loaded. Raises ModelError."""
        self.answerer()
        assert self._encoder is not None
        return self._encoder

    def answerer(self) -> Answerer:
        """Search and answers, with the encoder loaded. Raises ModelError."""
        with self._loading:
            if self._answerer is None:
                self._answerer = self._load()
            return self._answerer

    def _load(self) -> Answerer:
        from app.answer import Answerer
        from ingest.encoder import load_encoder
        from ingest.vector_index import VectorIndex

        try:
            self._encoder = load_encoder(self.settings)
            self._encoder_error = None
        except ModelError as error:
            self._encoder_error = error
            raise
        self._index = VectorIndex(self.settings.home, self._encoder.fingerprint, self._encoder.dimensions)
        return Answerer(self.library, self._index, self._encoder)

    def _encoder_missing(self) -> bool:
        from ingest.models import DEFAULT_ENCODER

        return self.settings.encoder == "default" and not is_pulled(DEFAULT_ENCODER, self.settings.models)

    def _open_chat(self) -> ChatModel | None:
        """The chat model, loaded once; None where there is none, with the reason in its state."""
        with self._chat_loading:
            if self._chat_state.state == "loading":
                self._chat, self._chat_state = self._load_chat()
            return self._chat

    def _load_chat(self) -> tuple[ChatModel | None, ModelState]:
        from app.chat_model import open_chat_model

        setting = self.settings.chat_model
        try:
            model = open_chat_model(self.settings)
            if model is None:
                return None, ModelState("off", setting)
            model.load()
            return model, ModelState("ready", model.name)
        except ModelError as error:
            missing = setting == "local" and not is_pulled(DEFAULT_CHAT, self.settings.models)
            return None, ModelState("missing" if missing else "failed", setting, str(error))

    def _warm_up(self) -> None:
        try:
            self.answerer()
        except ModelError as error:
            log.warning("%s", error)
            return
        while not self._stop.wait(0 if self.library.outbox_size() else _REST):
            try:
                self.update_index()
            except GeungeoError as error:
                log.warning("%s", error)
                self._stop.wait(_REST)

    # questions

    def stream(
        self,
        question: str,
        *,
        filters: Filters = EVERYTHING,
        previous: Answer | None = None,
        cancel: threading.Event | None = None,
        use_model: bool = True,
    ) -> Iterator[Event]:
        """The events of one answer; see app.records. Raises GeungeoError where search itself cannot work."""
        answerer = self.answerer()
        with self._question_under_way():
            model = self._open_chat() if use_model else None
            absent = "model_failed" if use_model and self._chat_state.state == "failed" else "no_model"
            made_by = fingerprint(self.encoder().fingerprint, model.name if model else "none")
            yield from answerer.stream(
                question,
                model=model,
                absent=absent,
                fingerprint=made_by,
                filters=filters,
                previous=previous,
                cancel=cancel,
            )

    def ask(
        self, question: str, *, filters: Filters = EVERYTHING, use_model: bool = True, id: str | None = None
    ) -> Answer:
        done = [
            event for event in self.stream(question, filters=filters, use_model=use_model) if isinstance(event, Done)
        ]
        return replace(done[0].answer, id=id)

    def search(self, question: str, *, filters: Filters = EVERYTHING, limit: int = 10) -> list[Hit]:
        answerer = self.answerer()
        with self._question_under_way():
            return answerer.search(question, filters, limit)

    @contextmanager
    def _question_under_way(self) -> Iterator[None]:
        with self._idle:
            self._asking += 1
        try:
            yield
        finally:
            with self._idle:
                self._asking -= 1
                self._idle.notify_all()

    # the library

    def ingest(self, documents: Iterable[Document | SourceFailure]) -> Iterator[Outcome]:
        """Store documents; they are found by their words at once, and by meaning when the index has caught up."""
        return ingest(self.library, documents)

    def update_index(self, progress: Callable[[Progress], None] | None = None) -> int:
        """Encode and place what waits in the outbox; returns the rows done. Raises ModelError, IndexMismatch, Busy."""
        from ingest.indexing import drain

        if not self.library.outbox_size():
            return 0
        encoder = self.encoder()
        with self._draining:
            return drain(
                self.library, self._index, encoder, progress=progress, pause=self._wait_for_questions, stop=self._stop
            )

    def update_index_if_free(self) -> None:
        """Before a question on the command line: what waits is placed, unless another process is at it."""
        try:
            self.update_index()
        except Busy as error:
            log.warning("%s Some articles may be found by their words only.", error)

    def check(self) -> list[str]:
        """What does not agree, a line each; empty when all is well."""
        from ingest.health import check, model_problems

        try:
            self.encoder()
        except ModelError as error:
            return [*self.library.problems(), *(model_problems(self.settings) or [str(error)])]
        return check(self.library, self._index, self.settings)

    def repair(self, progress: Callable[[Progress], None] | None = None) -> None:
        """Build again what is derived from the articles. Raises ModelError, Busy."""
        from ingest.health import repair

        encoder = self.encoder()
        repair(self.library, self._index, encoder, progress)

    def _wait_for_questions(self) -> None:
        with self._idle:
            self._idle.wait_for(lambda: not self._asking)

    def heads(self, filters: Filters = EVERYTHING) -> list[Head]:
        return self.library.heads(filters)

    def article(self, article_id: str, version: int | None = None) -> Article:
        return self.library.article(article_id, version)

    def remove(self, ids: Sequence[str]) -> None:
        self.library.remove(ids)

    def add_samples(self) -> None:
        """The sample articles, into an empty library only."""
        if not self.library.heads():
            list(self.ingest(sample_articles.sample_documents()))

    def samples(self) -> list[str]:
        return [head.id for head in self.library.heads() if sample_articles.is_sample(head.id)]

    def examples(self) -> dict[Language, list[str]]:
        return {language: list(questions) for language, questions in sample_articles.EXAMPLES.items()}

    def close(self) -> None:
        self._stop.set()
        if self._chat:
            self._chat.close()
        if self._index:
            self._index.close()
        self.library.close()
