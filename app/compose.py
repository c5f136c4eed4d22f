"""Composes an answer from chosen sentences: draft, check, and the ladder down to what code can build.

The first rung that passes the check is shown: the model's sentence; one retry on its best evidence; a checked translation of that
sentence; the quotation with its speaker.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from threading import Thread
from typing import Literal

from app.candidate import holds_candidate
from app.check import Checker
from app.choose import READ
from app.cite import cite
from app.contrary import contrary
from app.gloss import Glosser
from app.known import Known
from app.mask import mask, settled
from app.owners import holds_any, of_another
from app.question import Question
from app.records import Citation, Claim, ClaimKind, Drafting, Event, Evidence, Problem, Settled
from app.statement import no_statement
from app.translated import leaves_out
from app.wording import say
from app.writer import Writer
from ingest.errors import ModelError
from ingest.sentences import SentenceStream

_MOST = 3  # sentences that are drafted; a question wants few, and each costs seconds
_MARKS = re.compile(
    r"\s*\[\d+(?:, ?\d+)*\]|^\s*(?:[-*•]|\d+[.)])\s+|^\s*(?:Answer|Summary|답|답변|요약)\s*:\s*|\*\*"
    r"|^\s*(?:네|예|Yes|Sure|Certainly)[,.!]\s+"  # nothing bears out a yes; the sentence behind it stands by itself
)
_ENDED = re.compile(r"[.!?。…][\"'”’)\]]*$|[다요음임함죠까][\"'”’)\]]*$")
_FACTS = ("who", "when", "where", "how_much")  # one sentence answers; what a model adds strays from what was asked
_MEASURED = ("when", "how_much")  # a sentence without any date or figure is beside the point, however true
_SHORT = 60  # code points; a reply shorter than this was not cut off by the limit on its tokens

Absent = Literal["no_model", "model_failed"]


@dataclass(slots=True)
class Composer:
    """Builds up one answer. `claims`, `citations` and `withheld` are what has come of it so far."""

    question: Question
    evidence: tuple[Evidence, ...]
    checker: Checker
    glosser: Glosser
    writer: Writer | None
    absent: Absent = "no_model"  # why there is no writer, where there is none
    known: Known | None = None
    claims: list[Claim] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    withheld: list[Claim] = field(default_factory=list)
    reason: str | None = None  # why there are only quotes
    _aside: list[tuple[Claim, Sequence[Evidence]]] = field(default_factory=list)  # borne out, and beside the point
    _seen: set[str] = field(default_factory=set)

    @property
    def read(self) -> tuple[Evidence, ...]:
        """What the model reads."""
        return self.evidence[:READ]

    def compose(self) -> Iterator[Event]:
        yield from self._written(self._answer) if self.writer else self._without()
        yield from self._close()

    def summarise(self, title: str) -> Iterator[Event]:
        yield from self._written(lambda writer: self._summary(writer, title)) if self.writer else self._without()
        yield from self._close()

    @property
    def cancelled(self) -> bool:
        return bool(self.writer and self.writer.cancel.is_set())

    @property
    def status(self) -> str:
        if self.reason:
            return "quotes_only"
        return "answered" if self._answers() else "partial"

    def _without(self) -> Iterator[Event]:
        self.reason = self.absent
        yield from ()

    def _written(self, write: Callable[[Writer], Iterator[Event]]) -> Iterator[Event]:
        """What a model writes; where it breaks, what stands until then, or the quotation, which needs none."""
        # The model reads for seconds before its first word; the check gets ready meanwhile.
        preparing = Thread(target=self.checker.prepare, args=(self.evidence,), daemon=True)
        preparing.start()
        try:
            yield from write(self.writer)
        except ModelError:
            if not self.claims and not self._aside:
                self.reason = "model_failed"
        finally:  # also where the answer is stopped: what encodes must not outlive it, into a service that is closed
            preparing.join()
        yield from self._turn_to()
        if self.claims and not self._answers():
            yield from self._quote(self._best())

    def _answer(self, writer: Writer) -> Iterator[Event]:
        told = [self.glosser.told(item) for item in self.read]
        yield from self._draft(writer.draft(self.question.text, told))
        if not self._answers() and not self.cancelled:
            yield from self._draft(writer.retry(self.question.text, self.glosser.told(self._best())))
        if not self._answers() and not self.cancelled:
            yield from self._translate(writer, self._best())
        if not self._answers() and not self.cancelled:
            yield from self._quote(self._best())

    def _summary(self, writer: Writer, title: str) -> Iterator[Event]:
        yield from self._draft(writer.summary(title, [self.glosser.told(item) for item in self.evidence]))
        for item in self.evidence if not self.claims else ():
            if not self.cancelled:
                yield from self._translate(writer, item)

    def _draft(
        self, deltas: Iterable[str], kind: ClaimKind = "draft", among: Sequence[Evidence] = ()
    ) -> Iterator[Event]:
        """Each sentence is checked as it ends; what is still being written is shown masked."""
        stream, written, shown, length = SentenceStream(), "", "", 0
        most = self._drafted() + _MOST
        for delta in deltas:
            written, length = written + delta, length + len(delta)
            for sentence in stream.feed(delta):
                written = written[written.index(sentence) + len(sentence) :]
                yield from self._settle(sentence, kind, among)
                if self.question.kind in _FACTS and not self.question.manifold and self._answers():
                    return
            draft = settled(_tidy(written))
            if draft and draft != shown:
                shown = draft
                yield Drafting(mask(draft, self.question.language, self.evidence, self.checker.aliases))
            if self._drafted() >= most:
                return
        if self.cancelled:
            return
        for sentence in stream.close():
            if length < _SHORT or _ENDED.search(sentence):  # else it was cut off in the middle
                yield from self._settle(sentence, kind, among)

    def _drafted(self) -> int:
        return len(self.claims) + len(self.withheld) + len(self._aside)

    def _translate(self, writer: Writer, item: Evidence) -> Iterator[Event]:
        """Only from Korean to English: the other way the default model is not good enough."""
        if self.question.language == "en" and item.article.language == "ko":
            deltas = writer.translation(self.glosser.sentence(item))
            yield from self._draft(deltas, "translation", (item,))

    def _quote(self, item: Evidence) -> Iterator[Event]:
        if not holds_candidate(self.question, item.text, item.article.language):
            return
        yield from self._show(Claim(_quotation(item, self.question), "quote"), (item,))

    def _close(self) -> Iterator[Event]:
        """Where no sentence of ours stands, the sentences themselves."""
        if not self.claims:
            self.reason = self.reason or "nothing_survived"
            for item in self._quotable():
                yield from self._show(Claim(_quotation(item, self.question), "quote"), (item,))

    def _turn_to(self) -> Iterator[Event]:
        """What is beside the point is shown where nothing answers, and else withheld."""
        answered = self._answers()
        for claim, cited in self._aside:
            if answered:
                self.withheld.append(replace(claim, problems=(Problem("meaning", "beside what is asked"),)))
            else:
                yield from self._show(claim, cited)
        self._aside.clear()

    def _quotable(self) -> list[Evidence]:
        """The best sentence, and others that hold something of the kind asked for: what lies near by alone is no answer."""
        return [*self.read[:1], *(item for item in self.read[1:] if item.scores.get("candidate", 0) > 0)]

    def _settle(self, sentence: str, kind: ClaimKind, among: Sequence[Evidence]) -> Iterator[Event]:
        """Check a sentence of the model; show it, or withhold it with its problems. Said twice, it counts once."""
        sentence = _tidy(sentence)
        if not sentence or sentence in self._seen:
            return
        self._seen.add(sentence)
        cited, problems = cite(sentence, self.question.language, among or self.evidence, self.checker, self.known)
        if not problems and (why := no_statement(sentence, self.question.language, first=not self.claims)):
            problems = (Problem("meaning", why),)
        if not problems and (word := contrary(self.question, sentence)):
            problems = (Problem("meaning", f"the opposite of what is asked: {word}"),)
        if kind == "translation" and not problems and leaves_out(sentence, among[0].text, self.checker.covered):
            problems = (Problem("meaning", "leaves out most of what it translates"),)
        if problems:
            self.withheld.append(Claim(sentence, kind, problems=problems))
        elif self.question.kind in _MEASURED and not self.question.manifold and not self._meets(Claim(sentence, kind)):
            self._aside.append((Claim(sentence, kind), cited))
        else:
            yield from self._show(Claim(sentence, kind), cited)

    def _show(self, claim: Claim, cited: Sequence[Evidence]) -> Iterator[Event]:
        text = claim.text if claim.kind == "quote" else self.glosser.marked(claim.text)
        claim = Claim(text, claim.kind, tuple(self._number(item) for item in cited))
        self.claims.append(claim)
        yield Settled(claim, tuple(self.citations))

    def _number(self, item: Evidence) -> int:
        """The number of this sentence among the citations, given out in the order of first use."""
        for n, citation in enumerate(self.citations, 1):
            if (citation.article.id, citation.start) == (item.article.id, item.sentence.start):
                self.citations[n - 1] = replace(citation, who=citation.who or item.who)
                return n
        self.citations.append(Citation.of(len(self.citations) + 1, item))
        return len(self.citations)

    def _answers(self) -> bool:
        """Is what was asked answered? Something of the kind asked for stands in what is shown or quoted; words that are asked for are those
        of the best sentence, whatever else the same speaker says."""
        return any(claim.kind == "quote" or self._meets(claim) for claim in self.claims)

    def _meets(self, claim: Claim) -> bool:
        if self.question.kind == "said":
            best = self._best()
            cited = [citation for citation in self.citations if citation.n in claim.citations]
            return any((c.article.id, c.start) == (best.article.id, best.sentence.start) for c in cited)
        return holds_candidate(self.question, claim.text, self.question.language)

    def _best(self) -> Evidence:
        """The first sentence with something of the kind asked for, else the first; rather one of an article that holds the names of the
        question, and one whose figure is not known to be of something else, as a draft that answered with it was refused for: so it may be
        another one at each rung."""
        fitting = [item for item in self.read if item.scores.get("candidate", 0) > 0]
        figures = of_another(self.withheld, self.question.language)
        left = [item for item in fitting if not holds_any(figures, item)] or fitting
        return max(left, key=lambda item: item.scores.get("names_together", 0), default=self.evidence[0])


def _quotation(item: Evidence, question: Question) -> str:
    """The sentence in quotation marks, with its speaker where the sentence does not name him itself."""
    speaker = item.sentence.speaker
    if speaker and speaker not in item.text:
        return say("said", question.language, speaker=speaker, quote=item.text)
    return say("quoted", question.language, quote=item.text)


def _tidy(sentence: str) -> str:
    """Without the marks, bullets and labels that models put around a sentence."""
    return " ".join(_MARKS.sub("", sentence).split())
