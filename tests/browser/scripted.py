"""A service at the page's seam: real records, a small in-memory library, and answers written out beforehand at a set pace.

The question names the script: a question that holds one of the keys of SCRIPTS gets that script, any other the plain one.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from app.records import (
    Answer,
    Citation,
    Claim,
    Done,
    Drafting,
    Event,
    Evidence,
    EvidenceFound,
    Problem,
    Settled,
)  # fmt: skip
from ingest.errors import ModelError, NotFound, SourceError
from ingest.records import Article, Document, Filters, Sentence
from ingest.sources import SourceFailure

HOSTILE = (
    "${window.__pwned=1} {{constructor}} <img src=x onerror=window.__pwned=2> <script>window.__pwned=3</script> "
    "3~5명, 12~18개월 2*3*4 `code` **굵게** _밑줄_ $x^2$ $$y$$ [말](javascript:alert(1)) <b>b</b> &amp; 😀👩‍👩‍👧 &#36;"
)
REMOTE = '<img src="http://192.0.2.1/pixel.png"> ![그림](http://192.0.2.1/other.png)'


@dataclass(frozen=True, slots=True)
class State:
    state: str
    name: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    source: str
    status: str
    article_id: str | None = None
    version: int | None = None
    title: str | None = None
    error: Exception | None = None


def _article(
    name: str, title: str, text: str, language: str, publisher: str, published: str, url: str | None
) -> Article:
    return Article(
        id=name, version=1, raw=text, title=title, text=text, language=language, publisher=publisher, authors=(),
        published=published, updated=None, ingested="2026-03-09T00:00:00Z", url=url, source="paste", raw_hash=name,
    )  # fmt: skip


_FERRY = " ".join(f"여섯째 문단의 {n}번째 문장은 뱃길의 역사를 적는다." for n in range(1, 40))
FERRY = _article(
    "ferry",
    "한빛군, 섬 잇는 전기 여객선 첫 운항",
    "한빛군이 4일 섬 세 곳을 잇는 전기 여객선을 처음 띄웠다. 배는 한 번에 승객 120명을 태우고 하루 여섯 차례 오간다.\n\n"
    "군은 배를 짓는 데 560만 달러를 들였다. 박서윤 군수는 “주민이 비를 맞으며 기다리는 일은 없을 것”이라고 말했다.\n\n"
    f"{_FERRY}\n\n운임은 어른 2천500원이고 섬 주민은 반값이다. 군은 내년에 한 척을 더 짓기로 했다.\n",
    "ko", "바다일보", "2026-03-04", "https://example.org/ferry?a=1&b=2",
)  # fmt: skip
LIBRARY_NEWS = _article(
    "shelves",
    "Harbour town reopens its library after two dry winters",
    "The library of Easterly reopened on Monday after two winters of repairs. Its roof had leaked since 2019.\n\n"
    "“We lost nine hundred books and not one reader,” said the librarian, Ines Holm. The town paid 1.2 million for the work.\n\n"
    "Opening hours are longer than before: the doors stay open until nine in the evening, three to five days a week.\n",
    "en", "The Easterly Post", "2026-02-16", "https://example.com/library",
)  # fmt: skip
NASTY = _article(
    "nasty", f"제목 {HOSTILE}", f"첫 문장이다. {HOSTILE}\n\n{REMOTE}\n\n끝 문장이다.", "ko", f"신문 {HOSTILE}", "2026-01-02",
    "javascript:window.__pwned=4",
)  # fmt: skip
SAMPLES = (FERRY, LIBRARY_NEWS)
COPIES = tuple(
    _article(f"ferry-{n}", title, f"[{publisher}] {FERRY.text}", "ko", publisher, f"2026-03-0{4 + n}", None)
    for n, (title, publisher) in enumerate([("섬 잇는 전기 여객선 <b>첫</b> 운항", "갯벌신문"), ("한빛군 새 여객선", "등대일보")], 1)
)  # fmt: skip


def sentence(article: Article, part: str, speaker: str | None = None) -> Sentence:
    """The place of `part`, which stands once in the article."""
    start = article.text.index(part)
    return Sentence(article.id, article.version, start, start + len(part), speaker)


def evidence(article: Article, part: str, speaker: str | None = None) -> Evidence:
    return Evidence(sentence(article, part, speaker), article, 1.0, {"dense": 0.8}, ("dense",))


def citation(n: int, item: Evidence) -> Citation:
    return Citation(n, item.article, item.sentence.start, item.sentence.end, item.copies)


COST = evidence(FERRY, "군은 배를 짓는 데 560만 달러를 들였다.")
WORDS = evidence(FERRY, "박서윤 군수는 “주민이 비를 맞으며 기다리는 일은 없을 것”이라고 말했다.", "박서윤")
FARE = replace(evidence(FERRY, "운임은 어른 2천500원이고 섬 주민은 반값이다."), copies=2)
HOURS = evidence(
    LIBRARY_NEWS,
    "Opening hours are longer than before: the doors stay open until nine in the evening, three to five days a week.",
)
BOOKS = evidence(
    LIBRARY_NEWS,
    "“We lost nine hundred books and not one reader,” said the librarian, Ines Holm.",
    "Ines Holm",
)
EVIL = evidence(NASTY, HOSTILE)


@dataclass(frozen=True, slots=True)
class Script:
    evidence: tuple[Evidence, ...]
    claims: tuple[tuple[Claim, Evidence | None], ...]
    status: str = "answered"
    reason: str | None = None
    withheld: tuple[Claim, ...] = ()
    text: str = ""
    prefill: float = 0.3  # seconds before the model's first word
    word: float = 0.05  # seconds a word
    error: Exception | None = None


def _claim(text: str, n: int, kind: str = "draft") -> Claim:
    return Claim(text, kind, (n,))


PLAIN = Script(
    (COST, WORDS, FARE, HOURS),
    (
        (_claim("전기 여객선을 짓는 데 560만 달러가 들었습니다.", 1), COST),
        (_claim("운임은 어른 2천500원이며 섬 주민은 그 절반을 냅니다.", 2), FARE),
    ),
)
SCRIPTS = {
    "slow": replace(PLAIN, prefill=30.0),
    "stream": replace(PLAIN, prefill=1.0, word=0.2),
    "dictation": replace(PLAIN, prefill=0.5, word=0.7),
    "partial": replace(PLAIN, status="partial"),
    "quote": Script(
        (WORDS, BOOKS),
        (
            (_claim("“주민이 비를 맞으며 기다리는 일은 없을 것”", 1, "quote"), WORDS),
            (_claim("We lost nine hundred books and not one reader.", 2, "translation"), BOOKS),
        ),
        status="quotes_only",
        reason="nothing_survived",
        withheld=(Claim("The ferry cost $560 million.", "draft", (), (Problem("number", "$560 million"),)),),
    ),
    "refuse": Script((HOURS, FARE), (), status="not_found", text="기사에 ‘등대’에 관한 내용이 없습니다."),
    "broken": Script((), (), error=ModelError("The encoder is not pulled.", "Run geungeo models pull.")),
    "crash": Script((), (), error=RuntimeError("secret detail of a crash")),
    "evil": Script((EVIL, COST), ((_claim(HOSTILE, 1), EVIL), (_claim(HOSTILE, 2, "quote"), COST)), word=0.01),
    "library": Script(
        (HOURS, BOOKS),
        (
            (
                _claim("The doors now stay open until nine in the evening, three to five days a week.", 1),
                HOURS,
            ),
            (_claim("The librarian, Ines Holm, said that nine hundred books were lost.", 2), BOOKS),
        ),
    ),
}


class Scripted:
    """The page's Service, with everything it was asked to do kept for a test to look at."""

    def __init__(self, articles: Sequence[Article] = (*SAMPLES, NASTY), pace: float = 1.0) -> None:
        self._pace = pace  # a factor on all waiting
        self._articles = {article.id: article for article in articles}
        self._lock = threading.Lock()
        self.asked: list[tuple[str, Filters, Answer | None]] = []
        self.aborted: list[tuple[str, float]] = []  # the question, and when its pipeline noticed (time.monotonic)
        self.chat = State("ready", "scripted")

    def states(self) -> dict[str, State]:
        return {"encoder": State("ready", "scripted"), "chat": self.chat}

    def stream(
        self,
        question: str,
        *,
        filters: Filters = Filters(),  # noqa: B008  frozen
        previous: Answer | None = None,
        cancel: threading.Event | None = None,
    ) -> Iterator[Event]:
        self.asked.append((question, filters, previous))
        script = next((script for key, script in SCRIPTS.items() if key in question), PLAIN)
        cancel = cancel or threading.Event()
        if cancel.wait(0.2 * self._pace):
            return self._abort(question)
        if script.error is not None:
            raise script.error
        yield EvidenceFound(script.evidence)
        if script.status != "not_found" and cancel.wait(script.prefill):
            return self._abort(question)
        citations: tuple[Citation, ...] = ()
        for claim, item in script.claims:
            words = claim.text.split(" ")
            for end in range(1, len(words) + 1):
                yield Drafting(" ".join(words[:end]))
                if cancel.wait(script.word * self._pace):
                    return self._abort(question)
            if item is not None:
                citations = (*citations, citation(claim.citations[0], item))
            yield Settled(claim, citations)
        yield Done(
            Answer(
                question, "ko", script.status, tuple(claim for claim, _ in script.claims), citations, script.withheld,
                script.evidence, script.reason, script.text or " ".join(claim.text for claim, _ in script.claims),
            )
        )  # fmt: skip
        return None

    def _abort(self, question: str) -> None:
        self.aborted.append((question, time.monotonic()))

    def ingest(self, documents: Iterable[Document | SourceFailure]) -> Iterator[Outcome]:
        for number, document in enumerate(documents):
            time.sleep(0.1 * self._pace)
            if isinstance(document, SourceFailure):
                yield Outcome(document.source, "failed", error=document.error)
                continue
            if "broken" in document.raw:
                yield Outcome(document.source, "failed", error=SourceError("That is no article.", "Give another."))
                continue
            first, _, rest = document.raw.removeprefix("Title: ").partition("\n")
            name = document.id or f"new{len(self._articles)}{number}"
            added = _article(name, first, rest.strip() or first, "ko", "붙임", "2026-03-05", None)
            with self._lock:
                self._articles[name] = added
            yield Outcome(document.source, "new", name, 1, first)

    def heads(self) -> list[Article]:
        with self._lock:
            return list(self._articles.values())

    def article(self, article_id: str, version: int | None = None) -> Article:
        with self._lock:
            found = self._articles.get(article_id) or next((one for one in COPIES if one.id == article_id), None)
        if found is None or (version is not None and version != found.version):
            raise NotFound(f"No article {article_id}.", "See geungeo articles list.")
        return found

    def copies(self, article_id: str, sentence: str) -> list[Article]:
        return [copy for copy in COPIES if article_id == FERRY.id and sentence in copy.text]

    def remove(self, ids: Sequence[str]) -> None:
        with self._lock:
            for name in ids:
                self._articles.pop(name, None)

    def samples(self) -> list[str]:
        return [article.id for article in SAMPLES if article.id in self._articles]

    def examples(self) -> dict[str, list[str]]:
        return {
            "ko": ["전기 여객선을 짓는 데 얼마가 들었나?", "박서윤 군수는 무엇이라고 말했나?"],
            "en": ["When does the library close in the evening?", "What did Ines Holm say about the books?"],
        }
