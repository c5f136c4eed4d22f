"""From a question to a checked answer: understand, retrieve, choose, gate, compose."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.background import Background
from app.candidate import holds_wanted, wanted
from app.chat_model import ChatModel
from app.check import Checker
from app.choose import READ, Chooser, sought
from app.compose import Absent, Composer
from app.covered import Covered
from app.disagreement import Comparer
from app.elsewhere import Elsewhere
from app.followup import inherit, points_back
from app.gate import LARGEST, Verdict, judge, reconsider
from app.gloss import Glosser
from app.known import Known
from app.meaning import Meaning
from app.question import Question, spellings_of, understand
from app.records import Answer, Done, Drafting, Event, Evidence, EvidenceFound, Hit, Settled, Verification
from app.retrieve import Retriever
from app.stories import with_copies
from app.summary import choose_article, sentences_of, subject_of
from app.verify import Verifier
from app.wording import refusal, say
from app.words import Words
from app.writer import Writer
from ingest.encoder import Encoder
from ingest.library import Library
from ingest.names import Aliases
from ingest.records import Article, Filters, Sentence
from ingest.vector_index import VectorIndex


@dataclass(frozen=True, slots=True)
class Attempt:
    """One way of understanding a question, with what was found for it."""

    question: Question
    filters: Filters
    evidence: tuple[Evidence, ...]
    verdict: Verdict

    @property
    def grounds(self) -> tuple[Evidence, ...]:
        """What an answer may rest on: of articles that hold a name asked about, where any does; else all the evidence."""
        named = [item for item in self.evidence if item.scores.get("names_together") or item.scores.get("speaker")]
        return tuple(named) if self.question.names and named else self.evidence


class Answerer:
    """Answers questions from one library with one encoder; the chat model may change between questions."""

    def __init__(self, library: Library, index: VectorIndex, encoder: Encoder) -> None:
        self._library, self._encoder = library, encoder
        background, self._words = Background(encoder), Words(encoder)
        self._retriever = Retriever(library, index, encoder, background)
        self._chooser = Chooser(
            library, encoder.fingerprint, background, self._words, self._retriever.heard, self._retriever.counts
        )
        self._meaning, self._covered = Meaning(encoder), Covered(self._words)
        self._verifier = Verifier(
            library, encoder.fingerprint, background, self._retriever, self._meaning, self._covered
        )
        self._aliases: tuple[int, Aliases] = (-1, Aliases(()))

    def prepare(self) -> None:
        """What the first question would wait for: seconds where the library is large."""
        self._retriever.heard.refresh()

    def search(self, question: str, filters: Filters, limit: int) -> list[Hit]:
        aliases = self._known_names()
        return self._retriever.articles(understand(question, spellings_of(aliases)), aliases, filters, limit)

    def verify(self, claim: str, filters: Filters) -> Verification:
        return self._verifier.verify(claim, self._known_names(), filters)

    def stream(
        self,
        text: str,
        *,
        model: ChatModel | None,
        absent: Absent = "no_model",
        fingerprint: Mapping[str, str],
        filters: Filters = Filters(),  # noqa: B008 - frozen
        previous: Answer | None = None,
        cancel: threading.Event | None = None,
    ) -> Iterator[Event]:
        """Events in the order of app.records; the last is Done. Setting `cancel` ends it early, without Done."""
        clock = _Clock()
        cancel = cancel or threading.Event()
        attempt = self.attempt(text, filters, previous)
        clock.mark("evidence_ms")
        yield EvidenceFound(attempt.evidence)
        writer = Writer(model, attempt.question.language, cancel) if model else None
        aliases = self._known_names()
        glosser = Glosser(attempt.question, aliases)
        verdict = self._judge(attempt, writer)
        if cancel.is_set():
            return
        checker = Checker(self._meaning, aliases, self._covered)
        known = Known(attempt.question, self._sentences, aliases)
        composer = Composer(attempt.question, attempt.grounds, checker, glosser, writer, absent, known)
        if verdict.open:
            for event in self._compose(composer, attempt):
                if cancel.is_set():
                    return
                if isinstance(event, Drafting | Settled):
                    clock.mark("first_token_ms")
                yield event
        if cancel.is_set():
            return
        answer = self._answer(text, attempt, verdict, composer, clock.marks, fingerprint)
        elsewhere = Elsewhere(self._library, self._retriever, Comparer(self._meaning, self._words, aliases))
        answer = elsewhere.told(answer, attempt.question, filters)
        clock.mark("total_ms")
        yield Done(answer)

    def attempt(self, text: str, filters: Filters, previous: Answer | None = None) -> Attempt:
        """The question with what it leans on, where that can be answered; else the question as it stands."""
        spellings = spellings_of(self._known_names())
        question = understand(text, spellings)
        if question.kind == "summary":
            return self._summary(question, filters, previous)
        standing = self._found(question, filters)
        if leaning := inherit(question, previous, filters, spellings):
            attempt = self._found(*leaning)
            surer = points_back(question) or attempt.verdict.probability >= standing.verdict.probability
            if attempt.verdict.open and surer:
                return attempt
        return standing

    def _found(self, question: Question, filters: Filters) -> Attempt:
        aliases = self._known_names()
        vector = self._retriever.encode(question)
        found = self._retriever.passages(question, vector, aliases, filters)
        evidence = with_copies(self._library, self._chooser.sentences(question, vector, found, aliases))
        searched = self._library.passage_count(filters, LARGEST)
        return Attempt(question, filters, evidence, judge(question, evidence, searched))

    def _summary(self, question: Question, filters: Filters, previous: Answer | None) -> Attempt:
        subject = subject_of(question, spellings_of(self._known_names()))
        article = choose_article(self._library, filters, previous, named=subject is not None)
        if article is None and subject is not None:
            found = self._found(subject, filters)
            if not found.verdict.open:
                return found
            article = found.evidence[0].article
        if article is None:  # which one is asked back, whatever sentences might be near to "summarise this"
            return Attempt(question, filters, (), Verdict(False, 0.0, {}))
        evidence = with_copies(self._library, sentences_of(self._library, article, self._encoder.fingerprint))
        return Attempt(question, filters, evidence, Verdict(bool(evidence), 1.0, {"article": 1.0}))

    def opinion(self, attempt: Attempt, writer: Writer) -> float | None:
        """0..1: how likely the model holds that the evidence answers; it reads what it would draft from."""
        glosser = Glosser(attempt.question, self._known_names())
        told = [glosser.told(item) for item in attempt.grounds[:READ]]
        return writer.relevance(attempt.question.text, told)

    def _judge(self, attempt: Attempt, writer: Writer | None) -> Verdict:
        if writer is None or attempt.verdict.features.get("article"):
            return attempt.verdict
        return reconsider(attempt.verdict, lambda: self.opinion(attempt, writer))

    def _compose(self, composer: Composer, attempt: Attempt) -> Iterator[Event]:
        if attempt.verdict.features.get("article"):
            return composer.summarise(attempt.evidence[0].article.title)
        return composer.compose()

    def _answer(
        self,
        text: str,
        attempt: Attempt,
        verdict: Verdict,
        composer: Composer,
        timings: Mapping[str, int],
        fingerprint: Mapping[str, str],
    ) -> Answer:
        common = {
            "question": text,
            "language": attempt.question.language,
            "evidence": attempt.evidence,
            "timings": timings,
            "fingerprint": fingerprint,
        }
        if not verdict.open:
            return Answer(
                **common, status="not_found", claims=(), citations=(), withheld=(), text=self._refusal(attempt)
            )
        return Answer(
            **common,
            status=composer.status,
            reason=composer.reason,
            claims=tuple(composer.claims),
            citations=tuple(composer.citations),
            withheld=tuple(composer.withheld),
            text=" ".join(claim.text for claim in composer.claims),
        )

    def _refusal(self, attempt: Attempt) -> str:
        question, count = attempt.question, self._library.article_count(attempt.filters)
        if not count:
            return say("filtered" if self._library.article_count() else "empty", question.language)
        if question.kind == "summary":
            return say("choose", question.language)
        missing = self._chooser.missing(question, attempt.evidence, self._known_names())
        # A date stands there, though of nothing that is ranked: then a date is not what is lacking.
        given = any(holds_wanted(question, item.text, item.article.language) for item in attempt.evidence)
        lacking = None if given or attempt.verdict.features.get("wanted", 1.0) else wanted(question)
        return refusal(question.language, sought(question), missing, count, lacking)

    def _sentences(self, article: Article) -> list[Sentence]:
        return self._library.sentences(article.id, article.version)

    def _known_names(self) -> Aliases:
        """The alias table, read again when the library has changed."""
        generation = self._library.content_generation()
        if self._aliases[0] != generation:
            counted = self._library.aliases()
            self._aliases = generation, Aliases((ko, latin) for ko, latin, count in counted for _ in range(count))
        return self._aliases[1]


class _Clock:
    """Milliseconds since the start, each mark at its first time."""

    def __init__(self) -> None:
        self._start = time.monotonic()
        self.marks: dict[str, int] = {}

    def mark(self, name: str) -> None:
        self.marks.setdefault(name, round(1000 * (time.monotonic() - self._start)))
