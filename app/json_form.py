"""Records as the JSON of the command line. Keys are a contract; docs/cli.md lists them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.records import Answer, Citation, Claim, Evidence, Hit, Verification
    from ingest.ingestion import Outcome
    from ingest.library import Head
    from ingest.records import Article, Sentence


def answer(record: Answer) -> dict[str, Any]:
    form = {
        "id": record.id,
        "question": record.question,
        "language": record.language,
        "status": record.status,
        "text": record.text,
    }
    if record.reason:
        form["reason"] = record.reason
    if record.disagreements:
        form["disagreements"] = [
            {"text": one.text, "citations": list(one.citations), "figures": list(one.figures)}
            for one in record.disagreements
        ]
    return form | {
        "claims": [
            {"text": claim.text, "kind": claim.kind, "citations": list(claim.citations)} for claim in record.claims
        ],
        "citations": [_citation(citation) for citation in record.citations],
        "withheld": [_withheld(claim) for claim in record.withheld],
        "evidence": [_evidence(item) for item in record.evidence],
        "timings": dict(record.timings),
        "fingerprint": dict(record.fingerprint),
    }


def verification(record: Verification) -> dict[str, Any]:
    return {
        "id": record.id,
        "claim": record.claim,
        "supported": record.supported,
        "problems": [asdict(problem) for problem in record.problems],
        "citations": [_citation(citation) for citation in record.citations],
    }


def hits(id: str | None, found: list[Hit]) -> dict[str, Any]:
    return {"id": id, "hits": [{"rank": rank, **_hit(hit)} for rank, hit in enumerate(found, 1)]}


def head(record: Head) -> dict[str, Any]:
    return asdict(record)


def article(record: Article, versions: int) -> dict[str, Any]:
    return asdict(record) | {"versions": versions}


def outcome(record: Outcome) -> dict[str, Any]:
    return {
        "source": record.source,
        "status": record.status,
        "article_id": record.article_id,
        "version": record.version,
        "title": record.title,
        "error": str(record.error) if record.error else None,
    }


def _citation(citation: Citation) -> dict[str, Any]:
    article = citation.article
    return {
        "n": citation.n,
        "article_id": article.id,
        "version": article.version,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published,
        "url": article.url,
        "language": article.language,
        "start": citation.start,
        "end": citation.end,
        "quote": citation.quote,
        "copies": citation.copies,
        "who": _place(citation.who, citation.who_quote) if citation.who else None,
    }


def _place(sentence: Sentence, quote: str) -> dict[str, Any]:
    return {"start": sentence.start, "end": sentence.end, "quote": quote}


def _withheld(claim: Claim) -> dict[str, Any]:
    return {"text": claim.text, "problems": [asdict(problem) for problem in claim.problems]}


def _evidence(item: Evidence) -> dict[str, Any]:
    return {
        "article_id": item.article.id,
        "version": item.article.version,
        "start": item.sentence.start,
        "end": item.sentence.end,
        "text": item.text,
        "score": round(item.score, 4),
        "scores": _rounded(item.scores),
        "found_by": list(item.found_by),
        "copies": item.copies,
    }


def _hit(hit: Hit) -> dict[str, Any]:
    passage = hit.passage
    return {
        "article_id": hit.article.id,
        "version": hit.article.version,
        "title": hit.article.title,
        "start": passage.start,
        "end": passage.end,
        "text": hit.article.text[passage.start : passage.end],
        "score": round(hit.score, 4),
        "scores": _rounded(hit.scores),
        "found_by": list(hit.found_by),
        "copies": hit.copies,
        "matched": {word: list(there) for word, there in hit.matched.items()},
        "said_by": list(hit.said_by),
    }


def _rounded(scores: Mapping[str, float]) -> dict[str, float]:
    return {name: round(float(value), 4) for name, value in scores.items()}
