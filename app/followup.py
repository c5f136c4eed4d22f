"""A follow-up that names nothing speaks of what the last answer spoke of."""

from __future__ import annotations

from dataclasses import replace

from app.question import Question, understand
from app.records import Answer
from ingest.records import Filters


def inherit(question: Question, previous: Answer | None, filters: Filters) -> tuple[Question, Filters] | None:
    """The question with the last one's names, asked of the last answer's articles; None where it stands alone."""
    if previous is None or previous.status == "not_found" or question.names:
        return None
    articles = tuple(dict.fromkeys(citation.article.id for citation in previous.citations))
    if not articles:
        return None
    names = [name.text for name in understand(previous.question).names] or _speakers(previous)
    about = f"{question.text} ({', '.join(names)})" if names else question.text
    narrowed = filters if filters.articles else replace(filters, articles=articles)
    return replace(understand(about), kind=question.kind, language=question.language), narrowed


def _speakers(answer: Answer) -> list[str]:
    cited = {(citation.article.id, citation.start) for citation in answer.citations}
    spoken = [
        item.sentence.speaker
        for item in answer.evidence
        if item.sentence.speaker and (item.article.id, item.sentence.start) in cited
    ]
    return list(dict.fromkeys(spoken))
