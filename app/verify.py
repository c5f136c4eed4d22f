"""Is a sentence that somebody else wrote borne out by the library, by which of its sentences, and if not, why not?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from app.background import Background
from app.check import Checker, Share, Standing
from app.cite import cite
from app.leaning import goes_on
from app.meaning import Nearness
from app.question import Question, spellings_of, understand
from app.quotations import unequal
from app.records import Citation, Evidence, Problem, Verification
from app.retrieve import Retriever
from app.stories import with_copies
from ingest.language import detect
from ingest.library import Library
from ingest.names import Aliases
from ingest.quantities import parse, same
from ingest.records import Article, Filters, Language, Passage, Sentence
from ingest.sentences import split
from ingest.terms import terms

PASSAGES = 10  # whose sentences are ranked, where no article is named
_FEW = 3  # sentences that one may lean on
READ = 12  # sentences that the claim is held against
# What makes a sentence of the article likely to be the one, beside its nearness in meaning (standard deviations as the unit): the share
# of the claim's words and figures that it has, and how little their lengths differ.
_WORDS, _FIGURES, _LENGTH = 8.0, 2.0, 0.5


@dataclass(frozen=True, slots=True)
class _Candidate:
    sentence: Sentence
    before: Sentence | None  # what it leans on: the sentence before, or several taken together
    article: Article
    vector: np.ndarray | None  # as the library keeps it; None where it is not yet encoded
    found_by: tuple[str, ...]

    @property
    def text(self) -> str:
        return self.article.text[self.sentence.start : self.sentence.end]


class Verifier:
    """Verifies claims against one library. Safe for several threads."""

    def __init__(
        self,
        library: Library,
        fingerprint: str,
        background: Background,
        retriever: Retriever,
        meaning: Nearness,
        covered: Share,
    ) -> None:
        self._library, self._fingerprint = library, fingerprint
        self._background, self._retriever = background, retriever
        self._meaning, self._covered = meaning, covered

    def verify(self, text: str, aliases: Aliases, filters: Filters) -> Verification:
        """`text` is one sentence; where it is several, all of them must be borne out."""
        claim = " ".join(text.split())
        language = detect(claim)
        cited, problems = self._standing(claim, language, aliases, filters)
        parts = [claim[start:end] for start, end in split(claim)]
        if problems and len(parts) > 1:
            standings = [self._part(part, language, aliases, filters, cited) for part in parts]
            cited = tuple({item.sentence.key: item for part, _ in standings for item in part}.values())
            problems = tuple(dict.fromkeys(problem for _, part in standings for problem in part))
        citations = tuple(Citation.of(n, item) for n, item in enumerate(with_copies(self._library, cited), 1))
        return Verification(text, language, not problems, problems, citations)

    def _part(
        self, part: str, language: Language, aliases: Aliases, filters: Filters, whole: tuple[Evidence, ...]
    ) -> Standing:
        """One sentence of a claim of several, which may say a part of the sentence that all of it comes nearest to."""
        cited, problems = self._standing(part, language, aliases, filters)
        if problems and whole:
            checker = Checker(self._meaning, aliases, self._covered, verbatim=False)
            together = cite(part, language, whole, checker)
            return together if not together[1] else (cited, problems)
        return cited, problems

    def _standing(self, claim: str, language: Language, aliases: Aliases, filters: Filters) -> Standing:
        question = understand(claim, spellings_of(aliases))
        evidence = self.evidence(question, language, aliases, filters)
        if not evidence:
            return (), (Problem("no_evidence", "the library has nothing about it"),)
        return cite(claim, language, evidence, Checker(self._meaning, aliases, self._covered, verbatim=False))

    def evidence(
        self, question: Question, language: Language, aliases: Aliases, filters: Filters
    ) -> tuple[Evidence, ...]:
        """The sentences that the claim is held against: of the articles named, or of the passages found for it."""
        vector = self._retriever.encode(question)
        if filters.articles:
            candidates = list(self._of_articles(filters))
        else:
            candidates = list(self._of_passages(question, vector, aliases, filters))
        scores = self._scores(question.text, language, vector, candidates)
        best = sorted(zip(scores, candidates, strict=True), key=lambda pair: -pair[0])
        chosen: dict[str, Evidence] = {}
        for score, item in best:
            if len(chosen) < READ:
                scored = {"likely": float(score)}
                found = Evidence(item.sentence, item.article, float(score), scored, item.found_by, item.before)
                chosen.setdefault(f"{item.article.id}\n{item.text}", found)
        return tuple(chosen.values())

    def _of_articles(self, filters: Filters) -> Iterable[_Candidate]:
        for head in self._library.heads(filters):
            passages = self._library.passages_of(head.id, head.version)
            yield from self._candidates(passages, {passage.id: ("article",) for passage in passages})

    def _of_passages(
        self, question: Question, vector: np.ndarray, aliases: Aliases, filters: Filters
    ) -> Iterable[_Candidate]:
        found = self._retriever.passages(question, vector, aliases, filters, PASSAGES)
        return self._candidates([item.passage for item in found], {item.passage.id: item.found_by for item in found})

    def _candidates(self, passages: Sequence[Passage], found_by: dict[str, tuple[str, ...]]) -> Iterable[_Candidate]:
        kept = self._library.sentence_vectors(self._fingerprint, found_by)
        articles: dict[tuple[str, int], Article] = {}
        before: dict[str, Sentence] = {}
        seen: set[str] = set()  # passages may overlap
        for passage in passages:
            key = (passage.article_id, passage.version)
            if key not in articles:
                articles[key] = self._library.article(*key)
                before |= _leant_on(articles[key].text, self._library.sentences(*key))
            for sentence in passage.sentences:
                if sentence.key not in seen:
                    seen.add(sentence.key)
                    found = kept.get(sentence.key), found_by[passage.id]
                    yield _Candidate(sentence, before.get(sentence.key), articles[key], *found)

    def _scores(
        self, claim: str, language: Language, vector: np.ndarray, candidates: Sequence[_Candidate]
    ) -> np.ndarray:
        """float32 [n]: how likely each sentence says what the claim says; cheap, and only to choose which are read."""
        scores = np.array([_likeness(claim, language, item) for item in candidates], np.float32)
        for written_in in ("ko", "en"):
            places = [
                i
                for i, item in enumerate(candidates)
                if item.article.language == written_in and item.vector is not None
            ]
            if places:
                vectors = np.stack([candidates[i].vector for i in places])
                scores[places] += self._background.standardise(vector, language, vectors, written_in)
        return scores


def _leant_on(text: str, sentences: Sequence[Sentence]) -> dict[str, Sentence]:
    """By key of a sentence that leans on earlier ones, those as one: back to the last that leans on none, and no further than a few."""
    found = {}
    for place, sentence in enumerate(sentences):
        first = place
        while first > max(0, place - _FEW) and goes_on(text[sentences[first].start : sentences[first].end]):
            first -= 1
        if first < place:
            found[sentence.key] = replace(sentences[first], end=sentences[place - 1].end, speaker=None)
    return found


def _likeness(claim: str, language: Language, item: _Candidate) -> float:
    written_in = item.article.language
    words, figures = _terms(claim), _figures(claim, language)
    shared = len(words & _terms(item.text)) / (len(words) + 1)
    there = _figures(item.text, written_in) if figures else ()
    held = sum(any(same(figure, other) for other in there) for figure in figures) / (len(figures) + 1)
    return _WORDS * shared + _FIGURES * held - _LENGTH * unequal(claim, language, item.text, written_in)


@lru_cache(maxsize=20_000)
def _terms(text: str) -> frozenset[str]:
    return frozenset(terms(text))


@lru_cache(maxsize=20_000)
def _figures(text: str, language: Language) -> tuple:
    return tuple(parse(text, language))
