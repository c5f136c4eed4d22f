"""The records of an answer, in the order in which they come to be: evidence, claim, citation, answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from ingest.records import Article, Language, Passage, Sentence

Status = Literal["answered", "partial", "quotes_only", "not_found"]
ClaimKind = Literal["draft", "translation", "quote"]
ProblemKind = Literal[
    "number", "date", "name", "speaker", "negation", "quotation", "meaning", "no_evidence", "language"
]


@dataclass(frozen=True, slots=True)
class Hit:
    """An article found, by its best passage."""

    article: Article
    passage: Passage
    score: float  # orders hits of one search; higher is better, the scale means nothing else
    scores: Mapping[str, float]  # the named raw ones: dense (cosine), lexical (bm25, higher is better), ...
    found_by: tuple[str, ...]
    copies: int = 0  # other articles that are near copies of it
    nearest: Sentence | None = None  # of the passage, to the question; None for one that is not yet encoded
    # By word of the question, what stands for it in the passage or the title: itself, a translation, a name in the other script.
    matched: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    said_by: tuple[str, ...] = ()  # those whose words are asked for and who speak in the passage


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence chosen for a question."""

    sentence: Sentence
    article: Article
    score: float  # orders evidence of one question; higher is better
    scores: Mapping[str, float]
    found_by: tuple[str, ...]
    before: Sentence | None = (
        None  # another one, mostly the one before, that says whom a pronoun or a bare subject means
    )
    copies: int = 0  # other articles, near copies of its own, that have the sentence too
    who: Sentence | None = (
        None  # of a cited one: the sentence of its article that says whom it means, if a claim needs that
    )

    @property
    def text(self) -> str:
        return self.article.text[self.sentence.start : self.sentence.end]

    @property
    def before_text(self) -> str:
        """What it leans on."""
        places = filter(None, (self.before, self.who))
        return " ".join(self.article.text[place.start : place.end] for place in places)

    @property
    def support(self) -> str:
        """All that a name in a claim may rest on: the sentence, what it leans on, its speaker, the title."""
        parts = (self.article.title, self.before_text, self.text, self.sentence.speaker or "")
        return "\n".join(filter(None, parts))


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in an article. The quote is always sliced from the article, never taken from a model."""

    n: int
    article: Article
    start: int
    end: int
    copies: int = 0  # as of Evidence
    who: Sentence | None = None  # as of Evidence: shown with it, and no citation of its own

    @classmethod
    def of(cls, n: int, item: Evidence) -> Citation:
        return cls(n, item.article, item.sentence.start, item.sentence.end, item.copies, item.who)

    @property
    def quote(self) -> str:
        return self.article.text[self.start : self.end]

    @property
    def who_quote(self) -> str:
        return self.article.text[self.who.start : self.who.end] if self.who else ""


@dataclass(frozen=True, slots=True)
class Problem:
    kind: ProblemKind
    detail: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence of the answer (or of the draft, with its problems), and the citations that bear it out."""

    text: str
    kind: ClaimKind
    citations: tuple[int, ...] = ()  # the `n` of each
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Articles give different figures for one thing that the answer says. Built by code; the newest article comes first."""

    text: str  # one sentence, in the language of the answer
    citations: tuple[int, ...]  # the `n` of each sentence that gives a figure
    figures: tuple[str, ...]  # the figure of each, in the same order, in the language of the answer


@dataclass(frozen=True, slots=True)
class Answer:
    question: str
    language: Language
    status: Status
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
    withheld: tuple[Claim, ...]
    evidence: tuple[Evidence, ...]
    reason: str | None = None  # for quotes_only: no_model, model_failed, nothing_survived; for not_found: see text
    text: str = ""
    timings: Mapping[str, int] = field(default_factory=dict)  # milliseconds
    fingerprint: Mapping[str, str] = field(default_factory=dict)
    id: str | None = None
    disagreements: tuple[Disagreement, ...] = ()


@dataclass(frozen=True, slots=True)
class Verification:
    """Whether a claim that somebody makes is borne out by the library."""

    claim: str
    language: Language
    supported: bool
    problems: tuple[Problem, ...]  # none where it is supported; else those with the sentences that come nearest
    citations: tuple[Citation, ...]  # what bears it out, or else comes nearest; none without evidence
    id: str | None = None


# What the answering pipeline tells its caller while it works, in this order: EvidenceFound, then Drafting and Settled in
# turns, then Done. A refusal is EvidenceFound and Done.


@dataclass(frozen=True, slots=True)
class EvidenceFound:
    evidence: tuple[Evidence, ...]  # best first, at most five


@dataclass(frozen=True, slots=True)
class Drafting:
    """The sentence being written, whole so far, with what the evidence does not hold masked as ···."""

    text: str


@dataclass(frozen=True, slots=True)
class Settled:
    """A sentence that passed its check; it will stand in the answer as it is."""

    claim: Claim
    citations: tuple[Citation, ...]  # all so far, in order of n


@dataclass(frozen=True, slots=True)
class Done:
    answer: Answer


Event = EvidenceFound | Drafting | Settled | Done
