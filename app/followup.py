"""A follow-up that names nothing speaks of what the last answer spoke of."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from app.question import Question, understand
from app.records import Answer
from ingest.records import Article, Filters
from ingest.terms import terms

# What only a question that leans on another begins with, or stands for a name in it.
_POINTS_BACK = re.compile(
    r"^(?:and|but|so|then|also)\b|\b(?:he|she|it|they|him|her|them|his|its|their)\b|^(?:그리고|그럼|그러면|그런데|그래서|또)(?=[ ,])"
    r"|(?<![가-힣])(?:그는|그가|그의|그를|그녀[는가의를]|그들[은이의을]|그것[은이의을]|거기|여기|그곳)",
    re.I,
)


def inherit(
    question: Question, previous: Answer | None, filters: Filters, spellings: Collection[str] = ()
) -> tuple[Question, Filters] | None:
    """The question with the last one's names, asked of the last answer's articles; None where it stands alone."""
    if previous is None or previous.status == "not_found" or question.names or question.known:
        return None
    articles = tuple(dict.fromkeys(citation.article.id for citation in previous.citations))
    if not articles or _strange(question, [citation.article for citation in previous.citations]):
        return None
    names = [name.text for name in understand(previous.question, spellings).names] or _speakers(previous)
    about = f"{question.text} ({', '.join(names)})" if names else question.text
    narrowed = filters if filters.articles else replace(filters, articles=articles)
    return replace(understand(about), kind=question.kind, language=question.language), narrowed


def points_back(question: Question) -> bool:
    """Whether the question says by itself that it goes on from another: "And when?", "What did he say?"."""
    return bool(_POINTS_BACK.search(question.text))


def _strange(question: Question, articles: Sequence[Article]) -> bool:
    """Whether it asks with two words or more of what is nowhere in these articles; not known across languages."""
    if len(question.content) < 2 or any(article.language != question.language for article in articles):
        return False
    texts = {article.id: f"{article.title}\n{article.text}" for article in articles}
    held = {term for text in texts.values() for term in terms(text)}
    return not held & set(question.content)


def _speakers(answer: Answer) -> list[str]:
    cited = {(citation.article.id, citation.start) for citation in answer.citations}
    spoken = [
        item.sentence.speaker
        for item in answer.evidence
        if item.sentence.speaker and (item.article.id, item.sentence.start) in cited
    ]
    return list(dict.fromkeys(spoken))
