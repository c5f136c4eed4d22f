"""Passages for a question: by meaning, by words and by names, made comparable and merged."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from app.background import Background
from app.counts import Counts
from app.question import Question
from app.records import Hit
from ingest.dense import search_dense
from ingest.encoder import Encoder
from ingest.library import Library
from ingest.names import Aliases
from ingest.records import Filters, Language, Passage
from ingest.terms import terms
from ingest.vector_index import VectorIndex

DEPTH = 40  # candidates a language from each way of finding; more where that many articles are asked for
# Weight of the lexical score beside the dense one, per question language and article language. Words decide most
# within a language; across languages only names and figures can match.
LEXICAL_WEIGHT: dict[tuple[Language, Language], float] = {
    ("ko", "ko"): 6.0,
    ("en", "en"): 6.0,
    ("ko", "en"): 2.0,
    ("en", "ko"): 2.0,
}
_K1 = 1.2  # as in SQLite's bm25()
_UNREAD = 4.0  # standard deviations that a full match of words stands for in a passage that is not yet encoded


@dataclass(frozen=True, slots=True)
class Found:
    """A passage found; any list of them has the best first."""

    passage: Passage
    language: Language  # of its article
    score: float  # standard deviations above background, plus the weighted lexical part; higher is better
    scores: dict[str, float]
    found_by: tuple[str, ...]


class Retriever:
    """Finds passages and articles. Safe for several threads."""

    def __init__(self, library: Library, index: VectorIndex, encoder: Encoder, background: Background) -> None:
        self._library, self._index, self._encoder, self._background = library, index, encoder, background
        self._counts = Counts(library)

    def encode(self, question: Question) -> np.ndarray:
        """float32 [d], unit length."""
        return self._encoder.encode_questions([question.text])[0]

    def passages(
        self, question: Question, vector: np.ndarray, aliases: Aliases, filters: Filters, limit: int = 12
    ) -> list[Found]:
        """The best passages of the newest versions, best first."""
        return self._all(question, vector, aliases, filters, DEPTH)[:limit]

    def _all(
        self, question: Question, vector: np.ndarray, aliases: Aliases, filters: Filters, depth: int
    ) -> list[Found]:
        found: list[Found] = []
        for language in ("ko", "en"):
            if filters.language in (None, language):
                narrowed = replace(filters, language=language)
                found += self._in_language(question, vector, aliases, narrowed, language, depth)
        return sorted(found, key=lambda item: (-item.score, item.passage.id))

    def articles(self, question: Question, aliases: Aliases, filters: Filters, limit: int = 10) -> list[Hit]:
        """The best articles, each by its best passage, best first: `limit` of them, or all that can be found."""
        vector, depth, before = self.encode(question), DEPTH, -1
        while True:
            found = self._all(question, vector, aliases, filters, depth)
            best: dict[str, Found] = {}
            for item in found:
                best.setdefault(item.passage.article_id, item)
            if len(best) >= limit or len(found) == before:
                break
            # At least `depth` passages a language are found while there are more, and at most twice as many.
            before, depth = len(found), 4 * depth
        return [
            Hit(self._library.article(key, item.passage.version), item.passage, item.score, item.scores, item.found_by)
            for key, item in list(best.items())[:limit]
        ]

    def _in_language(
        self,
        question: Question,
        vector: np.ndarray,
        aliases: Aliases,
        filters: Filters,
        language: Language,
        depth: int,
    ) -> list[Found]:
        found_by: dict[str, list[str]] = defaultdict(list)
        for passage_id, _ in search_dense(
            self._library, self._index, self._encoder.fingerprint, vector, filters, depth
        ):
            found_by[passage_id].append("dense")
        lexical = self._lexical(query_terms(question, language, aliases), filters, depth)
        for passage_id in lexical:
            found_by[passage_id].append("lexical")
        passages = self._library.passages(found_by)
        vectors = self._library.passage_vectors(self._encoder.fingerprint, passages)
        dense = self._dense(question, vector, vectors, language)
        weight = LEXICAL_WEIGHT[question.language, language]
        return [
            _found(passage, language, dense.get(key), lexical.get(key, (0.0, 0.0)), weight, found_by[key])
            for key, passage in passages.items()
        ]

    def _lexical(self, wanted: Sequence[str], filters: Filters, depth: int) -> dict[str, tuple[float, float]]:
        """By passage id: BM25, and its share (0..1) of what a passage with all the words, over and over, would get.

        The share means the same in a library of ten articles and of a hundred thousand; BM25 itself does not.
        """
        matched = self._library.match(wanted, filters, depth)
        if not matched:
            return {}
        total, frequency = self._counts.of(wanted)
        most = sum((_K1 + 1) * _rarity(total, count) for count in frequency.values())
        return {passage_id: (score, min(1.0, score / most)) for passage_id, score in matched}

    def _dense(
        self, question: Question, vector: np.ndarray, vectors: dict[str, np.ndarray], language: Language
    ) -> dict[str, tuple[float, float]]:
        """Cosine, and standard deviations above background, by passage id."""
        if not vectors:
            return {}
        stacked = np.stack(list(vectors.values()))
        standard = self._background.standardise(vector, question.language, stacked, language)
        return dict(zip(vectors, zip((stacked @ vector).tolist(), standard.tolist(), strict=True), strict=True))


def query_terms(question: Question, language: Language, aliases: Aliases) -> list[str]:
    """The question's terms, and its names as an article in `language` writes them."""
    found = list(question.terms)
    for name in question.names:
        other = aliases.korean(name.text) if language == "ko" else aliases.latin(name.text)
        found += terms(other) if other else []
    return list(dict.fromkeys(found))


def _rarity(total: int, count: int) -> float:
    """Inverse document frequency as SQLite's bm25() has it, which never counts a word for nothing."""
    return max(1e-6, math.log((total - count + 0.5) / (count + 0.5)))


def _found(
    passage: Passage,
    language: Language,
    dense: tuple[float, float] | None,
    lexical: tuple[float, float],
    weight: float,
    found_by: Sequence[str],
) -> Found:
    bm25, share = lexical
    cosine, standard = dense or (0.0, _UNREAD * share)
    scores = {"dense": cosine, "dense_standard": standard, "lexical": bm25, "lexical_share": share}
    return Found(passage, language, standard + weight * share, scores, tuple(dict.fromkeys(found_by)))
