"""Sentences for a question: the few of the best passages that say what was asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

import numpy as np

from app.background import Background
from app.candidate import holds_candidate
from app.question import Question
from app.records import Evidence
from app.retrieve import Found
from app.words import Words
from ingest.library import Library
from ingest.names import Aliases, missing_names
from ingest.records import Article, Sentence
from ingest.terms import terms

PASSAGES = 8  # whose sentences are ranked
STUDIED = 14  # of those, how many are looked at closely
SHOWN = 5  # sentences in the panel
READ = 3  # sentences that the model reads

# Weights of what makes a sentence the one: tuned with tests/quality on development data, standard deviations as the unit.
_PASSAGE, _WORDS, _NAMES, _SPEAKER, _CANDIDATE = 0.35, 3.0, 1.0, 1.5, 0.8
_LEANS = re.compile(
    r"^(?:그는|그녀는|그들은|그가|그녀가|그러면서|그러나 그는|이에|이는|이어|이를|이 같은|이러한|또한?|특히|다만|He|She|They|It|This|That|These|Those|The "
    r"(?:company|firm|move|decision|report|plan|group|official))\b|^[\"'“‘]"
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    sentence: Sentence
    before: Sentence | None
    article: Article
    passage: Found

    @property
    def text(self) -> str:
        return self.article.text[self.sentence.start : self.sentence.end]


class Chooser:
    def __init__(self, library: Library, fingerprint: str, background: Background, words: Words) -> None:
        self._library, self._fingerprint = library, fingerprint
        self._background, self._words = background, words

    def sentences(
        self, question: Question, vector: np.ndarray, found: Sequence[Found], aliases: Aliases, limit: int = SHOWN
    ) -> tuple[Evidence, ...]:
        """At most `limit` sentences, best first, each with its named scores."""
        candidates = self._candidates(found[:PASSAGES])
        if not candidates:
            return ()
        dense = self._dense(question, vector, candidates)
        # Words and names cost a morphological analysis a sentence: only the nearest in meaning are looked at so closely.
        near = np.argsort(-(dense + [_PASSAGE * item.passage.score for item in candidates]), kind="stable")[:STUDIED]
        candidates, dense = [candidates[i] for i in near], dense[near]
        words = self._coverage(question, candidates)
        chosen = [
            self._evidence(question, candidate, standard, covered, aliases)
            for candidate, standard, covered in zip(candidates, dense, words, strict=True)
        ]
        best = sorted(chosen, key=lambda item: (-item.score, item.sentence.key))[:limit]
        return tuple(_with_names_together(question, item, best, aliases) for item in best)

    def missing(self, question: Question, evidence: Sequence[Evidence]) -> list[str]:
        """The words of the question that none of these sentences, nor their titles, hold in any form."""
        sought = question.content
        if not sought or not evidence:
            return list(sought)
        texts = [terms(f"{item.article.title} {item.text}") for item in evidence]
        held = self._words.coverage(sought, texts).max(axis=0)
        return [term for term, share in zip(sought, held, strict=True) if share == 0]

    def _candidates(self, found: Sequence[Found]) -> list[_Candidate]:
        articles: dict[tuple[str, int], Article] = {}
        candidates: list[_Candidate] = []
        for item in found:
            key = (item.passage.article_id, item.passage.version)
            article = articles.setdefault(key, self._library.article(*key)) if key not in articles else articles[key]
            befores = {later: earlier for earlier, later in _pairs(self._library.sentences(*key))}
            candidates += [
                _Candidate(sentence, befores.get(sentence), article, item) for sentence in item.passage.sentences
            ]
        return candidates

    def _dense(self, question: Question, vector: np.ndarray, candidates: Sequence[_Candidate]) -> np.ndarray:
        kept = self._library.sentence_vectors(self._fingerprint, {item.passage.passage.id for item in candidates})
        standard = np.zeros(len(candidates), np.float32)  # of what is not yet encoded, too
        for language in ("ko", "en"):
            places = [i for i, item in enumerate(candidates) if item.article.language == language]
            places = [i for i in places if candidates[i].sentence.key in kept]
            if places:
                vectors = np.stack([kept[candidates[i].sentence.key] for i in places])
                standard[places] = self._background.standardise(vector, question.language, vectors, language)
        return standard

    def _coverage(self, question: Question, candidates: Sequence[_Candidate]) -> np.ndarray:
        """float32 [n, 2]: the share of the question's words, weighted by rarity, that each sentence or its title holds,
        and how well the least of them stands there."""
        content = question.content
        if not content:
            return np.ones((len(candidates), 2), np.float32)
        weights = self._rarity(content)
        inside = self._words.coverage(content, [_terms(item.text) for item in candidates])
        titles = {item.article.id: _terms(item.article.title) for item in candidates}
        around = dict(zip(titles, self._words.coverage(content, titles.values()), strict=True))
        held = np.maximum(inside, 0.5 * np.stack([around[item.article.id] for item in candidates]))
        return np.stack([held @ weights, held.min(axis=1)], axis=1)

    def _rarity(self, words: Sequence[str]) -> np.ndarray:
        """Inverse document frequency in this library, summing to 1."""
        total = self._library.passage_count() + 1
        frequency = self._library.document_frequency(words)
        weights = np.array([np.log(1 + total / (1 + frequency.get(word, 0))) for word in words], np.float32)
        return weights / weights.sum()

    def _evidence(
        self, question: Question, item: _Candidate, standard: float, covered: np.ndarray, aliases: Aliases
    ) -> Evidence:
        names = share_of_names(question, f"{item.article.title}\n{item.text}", item.article, aliases)
        speaker = float(speaks(question, item.sentence.speaker, aliases))
        candidate = float(holds_candidate(question, item.text, item.article.language))
        scores = {
            **item.passage.scores,
            "sentence": float(standard),
            "words": float(covered[0]),
            "weakest": float(covered[1]),
            "names": names,
            "speaker": speaker,
            "candidate": candidate,
        }
        score = (
            float(standard)
            + _PASSAGE * item.passage.score
            + _WORDS * float(covered[0])
            + _NAMES * names * bool(question.names)
            + _SPEAKER * speaker
            + _CANDIDATE * candidate
        )
        before = item.before if _LEANS.match(item.text) else None
        return Evidence(item.sentence, item.article, score, scores, item.passage.found_by, before)


def share_of_names(question: Question, text: str, article: Article, aliases: Aliases) -> float:
    """0..1: the names of the question that `text` holds in any script; 1 where it has none."""
    if not question.names:
        return 1.0
    wanted = {name.text for name in question.names}
    missing = {name.text for name in missing_names(question.text, question.language, text, article.language, aliases)}
    return 1 - len(wanted & missing) / len(wanted)


def _with_names_together(question: Question, item: Evidence, best: Sequence[Evidence], aliases: Aliases) -> Evidence:
    """With the share of names that its article holds in all that was chosen of it: they rarely stand in one sentence."""
    beside = "\n".join(other.text for other in best if other.article.id == item.article.id)
    together = share_of_names(question, f"{item.article.title}\n{beside}", item.article, aliases)
    return replace(item, scores={**item.scores, "names_together": together})


def speaks(question: Question, speaker: str | None, aliases: Aliases) -> bool:
    """Is `speaker` one whose words were asked for?"""
    return (
        bool(speaker) and question.kind == "said" and any(aliases.same(name.text, speaker) for name in question.names)
    )


@lru_cache(maxsize=20_000)
def _terms(text: str) -> tuple[str, ...]:
    return tuple(terms(text))


def _pairs(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, Sentence]]:
    return pairwise(sentences)
