"""Uploaded files and pasted text on their way into the library, and how it went, as HTML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from app.web.markup import escape
from app.web.service import Outcome, Service
from app.web.texts import text
from app.web.turns import failure_line
from ingest.errors import GeungeoError, SourceError
from ingest.records import Document, Language
from ingest.sources import SourceFailure, paste, read

NAMED = 5  # failures that are named one by one


def uploaded(paths: Sequence[str]) -> Iterator[Document | SourceFailure]:
    """The documents of uploaded files.

    Where the server's copy happens to lie says nothing of the article: it is known by its content, as pasted text is, and
    messages name the file as the reader knows it.
    """
    for path in paths:
        name = Path(path).name
        for found in read(path):
            if isinstance(found, SourceFailure):
                error = SourceError(found.error.what.replace(str(path), name), found.error.do)
                yield SourceFailure(name, error)
            else:
                yield replace(found, source="paste" if found.format != "record" else name)


def pasted(body: str, title: str) -> Iterator[Document | SourceFailure]:
    if body.strip():
        yield paste(body, title.strip() or None)


def add(service: Service, documents: Iterator[Document | SourceFailure], language: Language) -> Iterator[str]:
    """Ingest the documents, yielding after each how it stands; the last line is the outcome."""
    counts: Counter[str] = Counter()
    failures: list[Outcome] = []
    yield f'<p class="doing">{escape(text("reading", language))}</p>'
    try:
        for outcome in service.ingest(documents):
            counts[outcome.status] += 1
            if outcome.status == "failed":
                failures.append(outcome)
            name = outcome.title or outcome.source
            line = text("adding", language, done=counts.total(), name=name)
            yield f'<p class="doing">{escape(line)}</p>'
    except GeungeoError as failure:
        yield failure_line(failure, language, "error_SourceError")
        return
    yield _outcome(counts, failures, language)


def _outcome(counts: Counter[str], failures: list[Outcome], language: Language) -> str:
    if not counts:
        return f'<p class="done">{escape(text("nothing_added", language))}</p>'
    known = [kind for kind in ("new", "updated", "unchanged", "failed") if counts[kind]]
    line = " · ".join(text(kind, language, count=f"{counts[kind]:,}") for kind in known)
    rows = "".join(f"<li>{escape(str(failure.error))}</li>" for failure in failures[:NAMED])
    return f'<p class="done">{escape(line)}</p>' + (f'<ul class="failures">{rows}</ul>' if rows else "")
