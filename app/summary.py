"""Sentences that stand for a whole article: its lead, and those nearest to its middle, in the article's order."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

import numpy as np

from app.question import Question, understand
from app.records import Answer, Evidence
from ingest.language import is_own
from ingest.library import Library
from ingest.records import Article, Filters

SENTENCES = 4  # the model reads all of them: more would keep a reader waiting longer than they are worth
_LEAD = 0.15  # what the first sentences gain over the others: news says the main thing first
_SHORTEST = 20  # code points; less is a heading or a caption, in an article that has longer ones


# How a summary is asked for; what is left of the question says of which article.
_REQUEST = re.compile(
    r"\bsummar\w+|\boverview\b|\b(?:main|key) points?\b|\btl;?dr\b|\bin (?:korean|english)\b"
    r"|\b(?:in|with) \w+ (?:\w+ )?(?:sentences?|words|lines|points)\b|(?:한국어|한글|영어)로|(?:\d+|한|두|세|네|다섯) ?(?:문장|줄)(?:으로|로)?"
    r"|[을를]?\s*(?:요약|정리해|간추려)\S*|핵심만|(?:짧게|간단히|간략히)|\s(?:줘|주세요|주시\S+|주십\S+|줄래)\S*",
    re.I,
)
_GENERIC = frozenset(
    "article story news text piece report brief briefly short shortly quick quickly give make write can could you we us i "
    "기사 뉴스 글 내용 핵심 전체 줄거리 본문 좀 해 줄 한번".split()
)


def subject_of(question: Question, spellings: Collection[str] = ()) -> Question | None:
    """What the article to be summarised is about; None where the question does not say ("Summarise this")."""
    asked = understand(_REQUEST.sub(" ", question.text), spellings)
    subject = replace(
        asked,
        kind=question.kind,
        language=question.language,
        terms=tuple(term for term in asked.terms if term not in _GENERIC),
    )
    return subject if subject.names or subject.content else None


def choose_article(library: Library, filters: Filters, previous: Answer | None, named: bool = False) -> Article | None:
    """The one article meant, in its newest version: the only one that the filters leave; where the question does not name
    what it is about (`named`), also the first of the last answer's that is still held, or the only one there is."""
    if filters.empty and not named and previous:
        for cited in dict.fromkeys(citation.article.id for citation in previous.citations):
            if library.head(cited):
                return library.article(cited)
    if (named and filters.empty) or library.article_count(filters) != 1:
        return None
    return library.article(library.heads(filters)[0].id)


def sentences_of(library: Library, article: Article, fingerprint: str) -> tuple[Evidence, ...]:
    """At most SENTENCES of them; the first ones where none is encoded, short ones where there are no others.

    Centrality is the mean cosine with the article's other sentences (Erkan and Radev, 2004, in its degree form).
    """
    whole = library.sentences(article.id, article.version)
    sentences = [one for one in whole if is_own(article.text[one.start : one.end], article.language)] or whole
    sentences = [sentence for sentence in sentences if sentence.end - sentence.start >= _SHORTEST] or sentences
    passages = library.passages_of(article.id, article.version)
    vectors = library.sentence_vectors(fingerprint, [passage.id for passage in passages])
    encoded = [sentence for sentence in sentences if sentence.key in vectors]
    if not encoded:  # just stored, or an old version
        return tuple(Evidence(sentence, article, 0.0, {}, ("article",)) for sentence in sentences[:SENTENCES])
    stacked = np.stack([vectors[sentence.key] for sentence in encoded])
    central = (stacked @ stacked.T).mean(axis=1) + _LEAD / (1 + np.arange(len(encoded)))
    best = sorted(np.argsort(-central)[:SENTENCES])
    return tuple(
        Evidence(encoded[i], article, float(central[i]), {"central": float(central[i])}, ("article",)) for i in best
    )
