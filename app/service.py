"""The composition root: one library, its models, and everything the command line and the page ask of them."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from app.fingerprint import fingerprint
from app.loading import Models, ModelState
from app.records import Answer, Done, Event, Hit, Verification
from app.stories import those_with
from ingest import sample_articles
from ingest.errors import Busy, GeungeoError, ModelError
from ingest.ingestion import Outcome, ingest
from ingest.library import Head, Library
from ingest.records import Article, Document, Filters, Language
from ingest.settings import Settings
from ingest.sources import SourceFailure

if TYPE_CHECKING:
    from app.answer import Answerer
    from app.chat_model import ChatModel
    from ingest.indexing import Progress
    from ingest.vector_index import VectorIndex

log = logging.getLogger(__name__)
EVERYTHING = Filters()
_REST = 5.0  # seconds between looks at the outbox while serving
_PATIENCE = 30.0  # seconds that a batch of articles waits for questions to end, lest it wait for ever
_LAST = 3.0  # seconds that a batch under way has to end; a model being loaded may take longer, and is left behind


class Service:
    """Loads its models on first use, or in the background after `start`. Safe for several threads."""

    def __init__(self, settings: Settings, *, create: bool = True) -> None:
        self.settings = settings
        self.library = Library.open(settings.home, create=create)
        self._models = Models(settings)
        self._answerer: Answerer | None = None
        self._index: VectorIndex | None = None
        self._building, self._opening, self._draining = threading.Lock(), threading.Lock(), threading.Lock()
        self._asking = 0  # questions under way; ingest waits while there are any
        self._idle = threading.Condition()
        self._stop = threading.Event()
        self._upkeep: threading.Thread | None = None

    def start(self) -> None:
        """Load the models in the background, then keep the index up to date until `close`."""
        self._upkeep = threading.Thread(target=self._keep_up, daemon=True)
        self._upkeep.start()

    def states(self) -> dict[str, ModelState]:
        return self._models.states()

    def answerer(self) -> Answerer:
        """Search and answers, with the encoder loaded. Raises ModelError."""
        with self._building:
            if self._answerer is None:
                from app.answer import Answerer

                self._answerer = Answerer(self.library, self.index(), self._models.encoder())
            return self._answerer

    def chat_model(self) -> ChatModel | None:
        """The chat model, loaded; None where there is none, and then `states` says why."""
        return self._models.chat()

    def index(self) -> VectorIndex:
        """The vector index of the encoder that the settings name. Raises ModelError."""
        with self._opening:
            if self._index is None:
                from ingest.vector_index import VectorIndex

                encoder = self._models.encoder()
                self._index = VectorIndex(self.settings.home, encoder.fingerprint, encoder.dimensions)
            return self._index

    def _keep_up(self) -> None:
        told = _attempted(lambda: self.answerer().prepare(), "")
        if not self._stop.is_set():
            _attempted(self._models.chat, "")
        while not self._stop.is_set():
            told = _attempted(self.update_index, told)
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
            model = self._models.chat() if use_model else None
            absent = "model_failed" if use_model and self.states()["chat"].state == "failed" else "no_model"
            made_by = fingerprint(self._models.encoder().fingerprint, model.name if model else "none")
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

    def verify(self, claim: str, *, filters: Filters = EVERYTHING, id: str | None = None) -> Verification:
        """Is this sentence borne out by the library, and if not, why not? Asks no chat model. Raises ModelError."""
        answerer = self.answerer()
        with self._question_under_way():
            return replace(answerer.verify(claim, filters), id=id)

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
        encoder = self._models.encoder()
        with self._draining:
            return drain(
                self.library, self.index(), encoder, progress=progress, pause=self._wait_for_questions, stop=self._stop
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
            index = self.index()
        except ModelError as error:
            return [*self.library.problems(), *(model_problems(self.settings) or [str(error)])]
        return check(self.library, index, self.settings)

    def repair(self, progress: Callable[[Progress], None] | None = None) -> None:
        """Build again what is derived from the articles. Raises ModelError, Busy."""
        from ingest.health import repair

        repair(self.library, self.index(), self._models.encoder(), progress)

    def _wait_for_questions(self) -> None:
        with self._idle:
            self._idle.wait_for(lambda: not self._asking, timeout=_PATIENCE)

    def heads(self, filters: Filters = EVERYTHING) -> list[Head]:
        return self.library.heads(filters)

    def article(self, article_id: str, version: int | None = None) -> Article:
        return self.library.article(article_id, version)

    def copies(self, article_id: str, sentence: str) -> list[Article]:
        """The other articles, near copies of this one, that have the sentence too; the first published first."""
        return those_with(self.library, article_id, sentence)

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
        if self._upkeep:
            self._upkeep.join(_LAST)
        self._models.close()
        if self._index:
            self._index.close()
        self.library.close()


def _attempted(step: Callable[[], object], told: str) -> str:
    """Take a step of the upkeep; log what goes wrong unless it is what was `told` the last time. Returns it, or ""."""
    try:
        step()
        return ""
    except GeungeoError as error:
        if str(error) != told:
            log.warning("%s", error)
        return str(error)
    except Exception as error:  # a mistake of ours, or of the disk: the next look may go better
        if repr(error) != told:
            log.exception("The upkeep of the library failed; it goes on.")
        return repr(error)
