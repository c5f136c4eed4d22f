"""Sentences that stand for a whole article: its lead, and those nearest to its middle, in the article's order."""

from __future__ import annotations

import numpy as np

from app.records import Answer, Evidence
from ingest.library import Library
from ingest.records import Article, Filters

SENTENCES = 4  # the model reads all of them: more would keep a reader waiting longer than they are worth
_LEAD = 0.15  # what the first sentences gain over the others: news says the main thing first
_SHORTEST = 20  # code points; less is a heading or a caption, in an article that has longer ones


def choose_article(library: Library, filters: Filters, previous: Answer | None) -> Article | None:
    """The one article meant: the one chosen, the one of the last answer, or the only one there is."""
    if previous and previous.citations and filters.empty:
        return previous.citations[0].article
    heads = library.heads(filters)
    return library.article(heads[0].id) if len(heads) == 1 else None


def sentences_of(library: Library, article: Article, fingerprint: str) -> tuple[Evidence, ...]:
    """At most SENTENCES of them; the first ones where none is encoded, short ones where there are no others. Centrality is the mean cosine with the article's other sentences (Erkan and Radev, 2004, in its
    degree form)."""
    sentences = library.sentences(article.id, article.version)
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
