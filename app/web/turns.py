"""One question and what has come back so far: events in, chat messages out.

A turn is at most three chat messages: the question, the finished part, and the draft. The finished part is a message of its own
because the chat component replaces a message whole whenever it changes, and a mark under the mouse must not be replaced at every
word of the draft.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from app.records import Answer, Citation, Claim, Disagreement, Done, Drafting, Event, Evidence, EvidenceFound, Settled
from app.web.markup import byline, day, escape, link
from app.web.texts import TEXTS, counted, text
from ingest.errors import GeungeoError
from ingest.records import Filters, Language

State = Literal["waiting", "searching", "drafting", "done", "stopped", "failed"]


@dataclass(slots=True)
class Turn:
    number: int
    question: str
    filters: Filters = field(default_factory=Filters)
    within: str = ""  # the title of the one article that was asked, if one was
    state: State = "waiting"
    evidence: tuple[Evidence, ...] | None = None
    draft: str = ""
    claims: list[Claim] = field(default_factory=list)
    citations: tuple[Citation, ...] = ()
    answer: Answer | None = None
    failure: Exception | None = None

    @property
    def over(self) -> bool:
        return self.state in ("done", "stopped", "failed")

    @property
    def refused(self) -> bool:
        return self.answer is not None and self.answer.status == "not_found"

    def take(self, event: Event) -> None:
        match event:
            case EvidenceFound(evidence):
                self.evidence, self.state = evidence, "drafting"
            case Drafting(draft):
                self.draft = draft
            case Settled(claim, citations):
                self.claims.append(claim)
                self.citations, self.draft = citations, ""
            case Done(answer):
                self.answer, self.state, self.draft = answer, "done", ""
                self.claims, self.citations, self.evidence = (
                    list(answer.claims),
                    answer.citations,
                    answer.evidence,
                )

    def stop(self) -> None:
        if not self.over:
            self.state, self.draft = "stopped", ""

    def fail(self, failure: Exception) -> None:
        self.failure, self.state, self.draft = failure, "failed", ""

    def citation(self, n: int) -> Citation | None:
        return next((citation for citation in self.citations if citation.n == n), None)


def messages(turn: Turn, language: Language) -> list[dict[str, str]]:
    """The turn as chat messages of one HTML block each."""
    shown = [{"role": "user", "content": _block("question", _within(turn) + escape(turn.question))}]
    finished = _finished(turn, language)
    if finished:
        shown.append({"role": "assistant", "content": _block("answer", finished)})
    if not turn.over:
        shown.append({"role": "assistant", "content": _block("draft", _draft(turn, language))})
    return shown


def plain(turn: Turn, language: Language) -> str:
    """The settled answer and its sources as plain text, for the clipboard."""
    lines = [" ".join(_plain(claim) for claim in turn.claims)]
    lines += [_plain(one) for one in turn.answer.disagreements] if turn.answer else []
    if turn.citations:
        lines += ["", text("sources", language)]
    for citation in turn.citations:
        article = citation.article
        copies = counted("copies", language, citation.copies) if citation.copies else ""
        where = [article.publisher, article.title, day(article.published, language), copies, link(article.url)]
        quoted = f"“{citation.quote}”" + (f" (“{citation.who_quote}”)" if citation.who else "")
        lines.append(f"[{citation.n}] {quoted} — {', '.join(part for part in where if part)}")
    return "\n".join(lines)


def _plain(claim: Claim | Disagreement) -> str:
    return claim.text + "".join(f" [{n}]" for n in claim.citations)


def _block(name: str, inner: str) -> str:
    return f'<div class="{name}">{inner}</div>'


def _within(turn: Turn) -> str:
    return f'<span class="within">{escape(turn.within)}</span>' if turn.within else ""


def _draft(turn: Turn, language: Language) -> str:
    if turn.draft:
        return f'<span class="badge">{escape(text("checking", language))}</span>{escape(turn.draft)}'
    doing = {"waiting": "waiting", "searching": "searching"}.get(turn.state, "writing")
    return f'<span class="doing {doing}">{escape(text(doing, language))}</span>'


def _finished(turn: Turn, language: Language) -> str:
    parts = [_grounds(turn, language), _status(turn, language)]
    claims = "".join(_claim(turn, claim, language) for claim in turn.claims)
    parts.append(f'<div class="claims">{claims}</div>' if claims else "")
    parts += [_disagreement(turn, one, language) for one in turn.answer.disagreements] if turn.answer else []
    if turn.state == "stopped":
        parts.append(_line("stopped", language))
    if turn.failure is not None:
        parts.append(failure_line(turn.failure, language, "error"))
    parts.append(_withheld(turn.answer.withheld, language) if turn.answer else "")
    parts.append(_copy(turn, language) if turn.over and turn.claims else "")
    return "".join(parts)


def _grounds(turn: Turn, language: Language) -> str:
    if not turn.evidence:
        return ""
    label = counted("nearby_count" if turn.refused else "grounds", language, len(turn.evidence))
    return f'<a class="grounds" href="#p-{turn.number}">{escape(label)}</a>'


def _status(turn: Turn, language: Language) -> str:
    answer = turn.answer
    if answer is None or answer.status == "answered":
        return ""
    if answer.status == "not_found":
        more = text("not_found_more", language) if answer.evidence else ""
        looked_for = answer.text.strip() or text("not_found", language)
        return f'<div class="refusal">{escape(looked_for)}</div><div class="status">{escape(more)}</div>'
    key = "partial" if answer.status == "partial" else (answer.reason or "")
    return _line(key, language) if key in TEXTS else ""


def _line(key: str, language: Language) -> str:
    return f'<div class="status">{escape(text(key, language))}</div>'


def _claim(turn: Turn, claim: Claim, language: Language) -> str:
    marks = "".join(_mark(turn, n, language) for n in claim.citations)
    if claim.kind == "quote":
        return f'<div class="quote">{escape(claim.text)}{marks}{_attribution(turn, claim, language)}</div>'
    if claim.kind == "translation":
        tag = f'<span class="badge">{escape(text("translation", language))}</span>'
        return f'<div class="translation">{tag}{escape(claim.text)}{marks}</div>'
    return f'<span class="claim">{escape(claim.text)}{marks}</span> '


def _disagreement(turn: Turn, told: Disagreement, language: Language) -> str:
    marks = "".join(_mark(turn, n, language) for n in told.citations)
    return f'<div class="disagreement" role="note">{escape(told.text)}{marks}</div>'


def _mark(turn: Turn, n: int, language: Language) -> str:
    """A link that the page's listener turns into the article. The brackets keep a copied mark from looking like a figure."""
    citation = turn.citation(n)
    what = ", ".join(filter(None, (citation.article.publisher, citation.article.title))) if citation else ""
    title = escape(text("mark", language, n=n, what=what))
    bracket = '<span class="bracket">{}</span>'.format
    return f'<a class="cite" href="#c-{turn.number}-{n}" title="{title}">{bracket("[")}{n}{bracket("]")}</a>'


def _attribution(turn: Turn, claim: Claim, language: Language) -> str:
    """Whose words a quotation is: its speaker, where the evidence knows one and the sentence does not say so; its publisher; and how many
    other articles have it."""
    citation = turn.citation(claim.citations[0]) if claim.citations else None
    if citation is None:
        return ""
    place = (citation.article.id, citation.start, citation.end)
    speaker = next(
        (e.sentence.speaker for e in turn.evidence or () if (e.article.id, e.sentence.start, e.sentence.end) == place),
        None,
    )
    copies = counted("copies", language, citation.copies) if citation.copies else None
    who = byline(speaker if speaker and speaker not in claim.text else None, citation.article.publisher, copies)
    return f'<span class="attribution">{who}</span>' if who else ""


def _withheld(claims: tuple[Claim, ...], language: Language) -> str:
    if not claims:
        return ""
    kinds = dict.fromkeys(problem.kind for claim in claims for problem in claim.problems)
    why = ", ".join(text(f"problem_{kind}", language) for kind in kinds) or text("problem_no_evidence", language)
    rows = "".join(
        f'<li><span class="unsaid">{escape(claim.text)}</span>{_problems(claim, language)}</li>' for claim in claims
    )
    summary = escape(counted("withheld", language, len(claims), why=why))
    return f'<details class="withheld"><summary>{summary}</summary><ul>{rows}</ul></details>'


def _problems(claim: Claim, language: Language) -> str:
    said = (f"{text(f'problem_{problem.kind}', language)}: {problem.detail}".rstrip(": ") for problem in claim.problems)
    details = byline(*said)
    return f'<span class="why">{details}</span>' if details else ""


def _copy(turn: Turn, language: Language) -> str:
    return (
        f'<div class="foot"><a class="copy" href="#copy-{turn.number}" title="{escape(text("copied", language))}">'
        f'{escape(text("copy", language))}</a><span class="plain">{escape(plain(turn, language))}</span></div>'
    )


def failure_line(failure: Exception, language: Language, otherwise: str) -> str:
    """One calm line for a failure: our own sentence for its kind, then what the program says of it."""
    if not isinstance(failure, GeungeoError):
        return f'<div class="failure">{escape(text("error_unknown", language))}</div>'
    kinds = (f"error_{kind.__name__}" for kind in type(failure).__mro__)
    key = next((kind for kind in kinds if kind in TEXTS), otherwise)
    said = f'<span class="detail">{escape(failure.what)}</span>'
    do = f'<span class="detail">{escape(failure.do)}</span>' if failure.do else ""
    return f'<div class="failure">{escape(text(key, language))} {said} {do}</div>'
