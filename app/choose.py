"""Sentences for a question: the few of the best passages that say what was asked."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

import numpy as np

from app.background import Background
from app.candidate import holds_candidate
from app.counts import Counts
from app.gate_scores import GateScores
from app.heard import Heard
from app.leaning import leans
from app.named import names_nowhere, share_of_names
from app.question import Question
from app.readable import readable
from app.records import Evidence
from app.retrieve import Found
from app.words import Words
from ingest.errors import NotFound
from ingest.language import is_own
from ingest.library import Library
from ingest.names import Aliases
from ingest.records import Article, Sentence
from ingest.terms import terms

PASSAGES = 8  # whose sentences are ranked
STUDIED = 14  # of those, how many are looked at closely
SHOWN = 5  # sentences in the panel
READ = 3  # sentences that the model reads

# Weights of what makes a sentence the one: tuned with tests/quality on development data, standard deviations as the unit.
_PASSAGE, _WORDS, _SPEAKER, _CANDIDATE = 0.6, 3.5, 2.0, 1.2


@dataclass(frozen=True, slots=True)
class _Candidate:
    sentence: Sentence
    article: Article
    passage: Found

    @property
    def text(self) -> str:
        return self.article.text[self.sentence.start : self.sentence.end]

    @property
    def folded(self) -> str:
        """What is compared to know a copy: the text, which is NFC already, its white space folded."""
        return " ".join(self.text.split())


class Chooser:
    def __init__(
        self, library: Library, fingerprint: str, background: Background, words: Words, heard: Heard, counts: Counts
    ) -> None:
        self._library, self._fingerprint = library, fingerprint
        self._background, self._words, self._heard, self._counts = background, words, heard, counts
        self._gate_scores = GateScores(words, counts, heard)

    def sentences(
        self, question: Question, vector: np.ndarray, found: Sequence[Found], aliases: Aliases, limit: int = SHOWN
    ) -> tuple[Evidence, ...]:
        """At most `limit` sentences, best first, each with its named scores; no two say the same in the same words."""
        candidates = self._candidates(found)
        if not candidates:
            return ()
        dense = self._dense(question, vector, candidates)
        # Words and names cost a morphological analysis a sentence: only the nearest in meaning are looked at so closely.
        near = _nearest(candidates, dense)
        candidates, dense = [candidates[i] for i in near], dense[near]
        words = self._coverage(question, candidates)
        speakers = self._heard.asked(question, aliases)
        chosen = [
            self._evidence(question, candidate, standard, covered, speakers, aliases)
            for candidate, standard, covered in zip(candidates, dense, words, strict=True)
        ]
        ranked = sorted(chosen, key=lambda item: (-item.score, item.sentence.key))
        beyond = [item.score for item in ranked[READ:]]
        best = self._gate_scores.added(question, ranked[:limit], beyond, aliases)
        return tuple(self._with_before(item) for item in best)

    def missing(self, question: Question, evidence: Sequence[Evidence], aliases: Aliases | None = None) -> list[str]:
        """The names and words of the question that none of these sentences, nor their titles, hold in any form.

        Names are looked for where there are `aliases`: without them nobody can tell that a name is nowhere.
        """
        names = names_nowhere(question, evidence, aliases) if aliases else []
        return [*names, *readable(self._missing_words(question, evidence), question.text)]

    def _missing_words(self, question: Question, evidence: Sequence[Evidence]) -> list[str]:
        sought = question.content
        if not sought or not evidence:
            return list(sought)
        texts = [_terms(text) for item in evidence for text in (item.article.title, item.text)]
        held = self._words.coverage(sought, texts).max(axis=0)
        return [term for term, share in zip(sought, held, strict=True) if share == 0]

    def _candidates(self, found: Sequence[Found]) -> list[_Candidate]:
        """The sentences of the best passages, in the language of their article: what stands there in the other one, somebody planted or
        quoted. Of a story that several publishers took over word for word, the best once."""
        articles: dict[tuple[str, int], Article] = {}
        passages: list[list[_Candidate]] = []
        for item in found:
            key = (item.passage.article_id, item.passage.version)
            try:
                article = articles.get(key) or self._library.article(*key)
            except NotFound:  # removed a moment ago
                continue
            articles[key] = article
            candidates = [_Candidate(sentence, article, item) for sentence in item.passage.sentences]
            if own := [one for one in candidates if is_own(one.text, article.language)]:
                passages.append(own)
        texts = ["\n".join(sentence.folded for sentence in sentences) for sentences in passages]
        scores = [sentences[0].passage.score for sentences in passages]
        places = _distinct(texts, scores, [sentences[0].article for sentences in passages])
        return [sentence for place in places[:PASSAGES] for sentence in passages[place]]

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
        texts = [item.text for item in candidates] + [item.article.title for item in candidates]
        inside, around = np.split(self._words.coverage(content, [_terms(text) for text in texts]), 2)
        held = np.maximum(inside, 0.5 * around)
        return np.stack([held @ weights, held.min(axis=1)], axis=1)

    def _rarity(self, words: Sequence[str]) -> np.ndarray:
        """Inverse document frequency in this library, summing to 1."""
        total, frequency = self._counts.of(words)
        weights = np.array([np.log(1 + (total + 1) / (1 + frequency[word])) for word in words], np.float32)
        return weights / weights.sum()

    def _evidence(
        self,
        question: Question,
        item: _Candidate,
        standard: float,
        covered: np.ndarray,
        speakers: Collection[str],
        aliases: Aliases,
    ) -> Evidence:
        names = share_of_names(question, item.article, [item.sentence], aliases)
        speaker = float(item.sentence.speaker in speakers)
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
            + _SPEAKER * speaker
            + _CANDIDATE * candidate
        )
        return Evidence(item.sentence, item.article, score, scores, item.passage.found_by)

    def _with_before(self, item: Evidence) -> Evidence:
        """With the sentence before, where it begins with a word that leans on one."""
        if not leans(item.text):
            return item
        sentences = self._library.sentences(item.article.id, item.article.version)
        before = next((earlier for earlier, later in pairwise(sentences) if later == item.sentence), None)
        if before and not is_own(item.article.text[before.start : before.end], item.article.language):
            return item
        return replace(item, before=before)


def _nearest(candidates: Sequence[_Candidate], dense: np.ndarray) -> list[int]:
    """Places of the sentences to study, nearest first, each text once."""
    near = dense + [_PASSAGE * item.passage.score for item in candidates]
    return _distinct([item.folded for item in candidates], near, [item.article for item in candidates])[:STUDIED]


@lru_cache(maxsize=20_000)
def _terms(text: str) -> tuple[str, ...]:
    return tuple(terms(text))


def _distinct(texts: Sequence[str], scores: Sequence[float], articles: Sequence[Article]) -> list[int]:
    """Places, best first; of equal texts the best-scored alone, and of those that score the same the newest."""
    newest = sorted(range(len(texts)), key=lambda place: articles[place].published or "", reverse=True)
    kept: dict[str, int] = {}
    for place in sorted(newest, key=lambda place: -scores[place]):
        kept.setdefault(texts[place], place)
    return list(kept.values())


def sought(question: Question) -> list[str]:
    """What is looked for, to be read by a person: the question's names as they stand in it, then its other words."""
    return [*dict.fromkeys(name.text for name in question.names), *readable(question.content, question.text)]
