"""Passages for a question: by meaning, by words and by names, made comparable and merged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from app.background import Background
from app.counts import Counts, rarity, weight
from app.heard import Heard
from app.question import Question
from app.records import Hit
from app.sought import Sought, sought
from app.stories import one_article_each, others, told_once
from app.why import matched
from ingest.dense import DenseSearch
from ingest.encoder import Encoder
from ingest.errors import NotFound
from ingest.library import Library
from ingest.names import Aliases
from ingest.records import Filters, Language, Passage, Sentence
from ingest.vector_index import VectorIndex

LANGUAGES: tuple[Language, ...] = ("ko", "en")
DEPTH = 40  # candidates a language from each way of finding; more where that many articles are asked for

# What a passage's score is made of. Standard deviations above strangers are added up: of the passage, of its sentence that is nearest,
# and of its article's title. To them comes what the words tell: their share of what a passage could get for the words that it writes as
# the question does, and the share of the others for which something stands in it. Tuned with tests/quality/retrieval.py for libraries of
# both languages; see docs/retrieval.md for what was tried.
_PASSAGE, _NEAREST, _TITLE = 0.4, 0.6, 0.3
_OWN, _FOREIGN = 9.0, 5.5
_SPOKEN = 1.0  # for a passage in which someone speaks whose words are asked for
_K1 = 1.2  # as in SQLite's bm25()
_UNREAD = 4.0  # standard deviations that a full match of words stands for in a passage that is not yet encoded


@dataclass(frozen=True, slots=True)
class Found:
    """A passage found; any list of them has the best first."""

    passage: Passage
    language: Language  # of its article
    score: float  # standard deviations above background, plus what the words tell; higher is better
    scores: dict[str, float]
    found_by: tuple[str, ...]
    nearest: Sentence | None  # None where the passage is not yet encoded


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question and what is looked for, however deep."""

    question: Question
    vector: np.ndarray  # float32 [d], unit length
    speakers: frozenset[str]  # whose words are asked for
    words: dict[Language, Sought]  # by language of the articles, those that the filters leave


class Retriever:
    """Finds passages and articles. Safe for several threads."""

    def __init__(self, library: Library, index: VectorIndex, encoder: Encoder, background: Background) -> None:
        self._library, self._encoder, self._background = library, encoder, background
        self._dense = DenseSearch(library, index, encoder.fingerprint)
        self.counts, self.heard = Counts(library), Heard(library)

    def encode(self, question: Question) -> np.ndarray:
        """float32 [d], unit length."""
        return self._encoder.encode_questions([question.text])[0]

    def passages(
        self, question: Question, vector: np.ndarray, aliases: Aliases, filters: Filters, limit: int = 12
    ) -> list[Found]:
        """The best passages of the newest versions, best first; of near copies what one of them tells."""
        return self._enough(self._asked(question, vector, aliases, filters), filters, limit, told_once)

    def articles(self, question: Question, aliases: Aliases, filters: Filters, limit: int = 10) -> list[Hit]:
        """The best articles, each by its best passage, best first: `limit` of them, or all that can be found. Of near copies one."""
        asked = self._asked(question, self.encode(question), aliases, filters)
        best = self._enough(asked, filters, limit, one_article_each)
        copies = others(self._library, [item.passage.article_id for item in best])
        held = self._library.terms_of([item.passage.id for item in best])
        hits = []
        for item in best:
            passage = item.passage
            try:
                article = self._library.article(passage.article_id, passage.version)
            except NotFound:  # removed a moment ago
                continue
            terms = held.get(passage.id, ("", ""))  # none: replaced a moment ago
            hits.append(
                Hit(
                    article,
                    passage,
                    item.score,
                    item.scores,
                    item.found_by,
                    copies[article.id],
                    item.nearest,
                    matched(question, asked.words[item.language], article, passage, terms),
                    tuple(sorted(asked.speakers & {said.speaker for said in passage.sentences})),
                )
            )
        return hits

    def _asked(self, question: Question, vector: np.ndarray, aliases: Aliases, filters: Filters) -> _Asked:
        languages = [language for language in LANGUAGES if filters.language in (None, language)]
        words = sought(question, languages, aliases, self.heard)
        return _Asked(question, vector, self.heard.asked(question, aliases), words)

    def _enough(
        self, asked: _Asked, filters: Filters, limit: int, keep: Callable[[Library, list[Found]], list[Found]]
    ) -> list[Found]:
        """What `keep` leaves of the passages found: `limit` of them, or all that can be found."""
        depth, before = DEPTH, -1
        while True:
            found = self._all(asked, filters, depth)
            kept = keep(self._library, found)
            # Each way finds up to `depth` passages a language: with fewer in all, no way has more to find.
            if len(kept) >= limit or len(found) < depth or len(found) == before:
                return kept[:limit]
            before, depth = len(found), 4 * depth

    def _all(self, asked: _Asked, filters: Filters, depth: int) -> list[Found]:
        found = [
            item
            for language, words in asked.words.items()
            for item in self._in_language(asked, words, replace(filters, language=language), language, depth)
        ]
        return sorted(found, key=lambda item: (-item.score, item.passage.id))

    def _in_language(
        self, asked: _Asked, words: Sought, filters: Filters, language: Language, depth: int
    ) -> list[Found]:
        found_by: dict[str, list[str]] = defaultdict(list)
        for passage_id, _ in self._dense.nearest(asked.vector, filters, depth):
            found_by[passage_id].append("dense")
        spoken = set(self._library.spoken_by(asked.speakers, filters, depth)) if asked.speakers else set()
        for passage_id in spoken:
            found_by[passage_id].append("statement")
        bm25 = dict(self._library.match(words.own, filters, depth))
        for passage_id in bm25:
            found_by[passage_id].append("lexical")
        for passage_id, _ in self._library.match(words.forms, filters, depth):
            found_by[passage_id].append("translation")
        passages = self._library.passages(found_by)
        told = self._told(words, bm25, passages)
        near = self._near(asked, passages, language)
        return [
            _found(passage, language, near.get(key), told[key], key in spoken, found_by[key])
            for key, passage in passages.items()
        ]

    def _told(self, words: Sought, bm25: dict[str, float], passages: Mapping[str, Passage]) -> dict[str, _Told]:
        """What the words tell of each passage, by its id.

        Shares mean the same in a library of ten articles and of a hundred thousand; BM25 itself does not.
        """
        total, frequency = self.counts.of([*words.own, *words.foreign])
        most = sum((_K1 + 1) * rarity(total, frequency[word]) for word in words.own)
        weights = {word: weight(total, frequency[word]) for word in (*words.own, *words.foreign)}
        whole = sum(weights.values()) or 1.0
        own = sum(weights[word] for word in words.own) / whole
        held: dict[str, float] = defaultdict(float)
        for forms in words.foreign:
            for passage_id in self._library.holding(forms, passages) if frequency[forms] else ():
                held[passage_id] += weights[forms] / whole
        found = {}
        for key in passages:
            score = bm25.get(key, 0.0)
            found[key] = _Told(score, own * min(1.0, score / most) if most else 0.0, held[key])
        return found

    def _near(self, asked: _Asked, passages: Mapping[str, Passage], language: Language) -> dict[str, _Near]:
        """How near each passage that is encoded is, by its id."""
        kept = self._library.vectors(self._encoder.fingerprint, passages)
        if not kept.ids:
            return {}
        stacked = np.concatenate([kept.passages, kept.titles, kept.sentences])
        standard = self._background.standardise(asked.vector, asked.question.language, stacked, language)
        n = len(kept.ids)
        cosines, own, title = kept.passages @ asked.vector, standard[:n], standard[n : 2 * n]
        titled = kept.titles.any(axis=1)
        each = np.split(standard[2 * n :], np.cumsum(kept.counts)[:-1])
        found = {}
        for i, key in enumerate(kept.ids):
            place = int(each[i].argmax())
            of_title = float(title[i]) if titled[i] else 0.0
            found[key] = _Near(float(cosines[i]), float(own[i]), float(each[i][place]), of_title, place)
        return found


@dataclass(frozen=True, slots=True)
class _Told:
    bm25: float
    share: float  # 0..1, of the words that stand as the question writes them, weighted by how many they are of all
    translated: float  # 0..1, of all words those that stand in another form


@dataclass(frozen=True, slots=True)
class _Near:
    cosine: float
    passage: float  # standard deviations, as the next two
    nearest: float  # of its sentences
    title: float  # of its article; 0 without one
    place: int | None = None  # of the nearest sentence in the passage

    @property
    def score(self) -> float:
        return _PASSAGE * self.passage + _NEAREST * self.nearest + _TITLE * max(0.0, self.title)


def _found(
    passage: Passage, language: Language, near: _Near | None, told: _Told, spoken: bool, found_by: Sequence[str]
) -> Found:
    lexical = _OWN * told.share + _FOREIGN * told.translated
    near = near or _Near(0.0, _UNREAD * (told.share + told.translated), 0.0, 0.0)
    scores = {
        "dense": near.cosine,
        "dense_standard": near.passage,
        "nearest": near.nearest,
        "title": near.title,
        "lexical": told.bm25,
        "lexical_share": told.share,
        "translated": told.translated,
        "statement": float(spoken),
    }
    # Equal texts score the same but for how numbers were rounded on the way.
    score = round(near.score + lexical + _SPOKEN * spoken, 3)
    nearest = None if near.place is None else passage.sentences[near.place]
    return Found(passage, language, score, scores, tuple(dict.fromkeys(found_by)), nearest)
