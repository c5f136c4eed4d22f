"""What the command line prints for a person. Results go to standard output; progress and failures to standard error."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.wording import say

if TYPE_CHECKING:
    from app.records import Answer, Citation, Evidence, Hit, Verification
    from ingest.ingestion import Outcome
    from ingest.library import Head
    from ingest.records import Article

_SHOWN = 300  # characters of a hit's sentence


def line(text: str) -> None:
    print(text)


def trouble(text: str) -> None:
    """One line about what went wrong beside a result; nothing for an empty one."""
    if text:
        print(f"geungeo: {text}", file=sys.stderr)


def outcome(record: Outcome, *, quiet: bool) -> None:
    if record.status == "failed":
        trouble(str(record.error))
    elif not quiet:
        version = f" (version {record.version})" if record.status == "updated" else ""
        print(f"{record.status}{version}: {record.article_id}  {record.title}", flush=True)


def tally(outcomes: Sequence[Outcome]) -> None:
    counts = Counter(record.status for record in outcomes)
    print(
        ", ".join(
            f"{counts[status]} {status}" for status in ("new", "updated", "unchanged", "failed") if counts[status]
        )
    )


def answer(record: Answer) -> None:
    if note := record.reason or ("partial" if record.status == "partial" else None):
        print(say(note, record.language) + "\n")
    if record.claims:
        for claim in record.claims:
            print(f"{claim.text} {''.join(f'[{n}]' for n in claim.citations)}")
        for one in record.disagreements:
            print(f"{one.text} {''.join(f'[{n}]' for n in one.citations)}")
    else:
        print(record.text)
    if record.status == "not_found" and record.evidence:
        print("\n" + say("nearest", record.language))
        _nearest(record.evidence)
    if record.citations:
        print()
    _citations(record.citations)


def _nearest(evidence: Sequence[Evidence]) -> None:
    """Without numbers: nothing is cited."""
    for item in evidence:
        print(f"- {_from(item.article, item.copies)}\n    {' '.join(item.text.split())}")


# What a problem of a claim means; its detail follows.
_WHY = {
    "number": "this figure is not in the sentence",
    "date": "this date is not in the sentence",
    "name": "this name is not in the sentence",
    "speaker": "somebody else says it, or nobody is known to (claimed: said by)",
    "negation": "the sentence says the opposite",
    "quotation": "these words are not quoted there",
    "meaning": "the sentence says something else",
    "no_evidence": "nothing was found to hold it against",
    "language": "it is in another language",
}


def verification(record: Verification) -> None:
    """One line with the verdict; what is wrong, in words; the sentences."""
    print("Borne out by the library." if record.supported else "Not borne out by the library.")
    for problem in record.problems:
        print(f"  {problem.kind}: {_WHY[problem.kind]}: {problem.detail}")
    if record.citations and not record.supported:
        print("What comes nearest:")
    _citations(record.citations)


def _citations(citations: Sequence[Citation]) -> None:
    for citation in citations:
        print(f"[{citation.n}] {_source(citation)}\n    {citation.quote}")
        if citation.who:
            print(f"    ({citation.who_quote})")


def _source(citation: Citation) -> str:
    return _from(citation.article, citation.copies)


def _from(article: Article, copies: int) -> str:
    parts = (article.title, article.publisher, (article.published or "")[:10], _copies(copies), article.url)
    return " · ".join(filter(None, parts))


def _copies(count: int) -> str:
    """How many other articles say the same; nothing for none."""
    return f"+{count} {'copy' if count == 1 else 'copies'}" if count else ""


def hits(found: Sequence[Hit]) -> None:
    """Each with the sentence of its best passage that is nearest, and why it was found."""
    from app.why import why

    if not found:
        print("Nothing was found.")
    for rank, hit in enumerate(found, 1):
        article, place = hit.article, hit.nearest or hit.passage
        published = (article.published or "")[:10]
        head = " · ".join(filter(None, (article.title, article.publisher, published, _copies(hit.copies))))
        print(f"{rank}. {head}  [{article.id}]")
        print(f"   {' '.join(article.text[place.start : place.end].split())[:_SHOWN]}")
        print(f"   found by {why(hit)}")


def heads(found: Sequence[Head]) -> None:
    for head in found:
        parts = (head.id, head.language, (head.published or "")[:10] or "-", head.publisher or "-", head.title)
        print("  ".join(parts))


def article(record: Article) -> None:
    print(f"{record.title}\n{record.id}, version {record.version}")
    print(" · ".join(filter(None, (record.publisher, record.published, record.url))) or record.source)
    print(f"\n{record.text}")


def models(listed: Sequence[Any], folder: Path) -> None:
    print(f"In {folder}:")
    for status in listed:
        model = status.model
        pulled = "pulled" if status.pulled else "not pulled"
        print(f"  {model.name}  {model.role}, {model.size / 1e6:.0f} MB, {model.licence}: {pulled}")


def model_form(status: Any) -> dict[str, Any]:
    model = asdict(status.model)
    return {key: model[key] for key in ("name", "role", "licence", "size")} | {"pulled": status.pulled}


@contextmanager
def download() -> Iterator[Callable[[int, int, str], None]]:
    """A progress bar for bytes, a row for each label."""
    from rich.progress import BarColumn, DownloadColumn, TextColumn, TransferSpeedColumn

    with _bar(BarColumn(), DownloadColumn(), TransferSpeedColumn(), TextColumn("{task.description}")) as bar:
        tasks: dict[str, Any] = {}

        def show(done: int, total: int, label: str) -> None:
            if label not in tasks:
                tasks[label] = bar.add_task(label, total=total)
            bar.update(tasks[label], completed=done, total=total)
            bar.start()

        yield show


@contextmanager
def indexing() -> Iterator[Callable[[Any], None]]:
    """A progress bar for passages placed in the index."""
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn

    with _bar(TextColumn("indexing"), BarColumn(), MofNCompleteColumn()) as bar:
        task = bar.add_task("indexing", total=None, visible=False)

        def show(progress: Any) -> None:
            bar.update(task, completed=progress.done, total=progress.done + progress.left, visible=True)
            bar.start()

        yield show


@contextmanager
def _bar(*columns: Any) -> Iterator[Any]:
    """A bar that is drawn from its first `start` on: where there is nothing to show, not even an empty line is."""
    from rich.console import Console
    from rich.progress import Progress

    bar = Progress(*columns, console=Console(stderr=True))
    try:
        yield bar
    finally:
        if bar.live.is_started:
            bar.stop()
