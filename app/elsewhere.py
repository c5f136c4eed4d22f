"""Looks whether another article gives another figure for what an answer says, and puts that into words.

The answer stands as it is; what differs is told beside it, newest first, each figure with its own citation. No model is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.disagreement import Comparer, may_be_one
from app.question import Question, spellings_of, understand
from app.records import Answer, Citation, Claim, Disagreement, Evidence
from app.retrieve import Retriever
from app.stated import Stated
from app.stories import with_copies
from app.wording import disagreement, say
from ingest.errors import NotFound
from ingest.library import Library
from ingest.quantities import Quantity, parse, same, write
from ingest.records import Article, Filters, Language, Sentence

_LOOKED_UP = 2  # cited sentences for which the library is searched again; each costs about as much as a question
_PASSAGES = 12  # whose sentences are compared
_SHOWN = 3  # figures that are told of one thing
_MOST = 2  # disagreements that are told of one answer

Given = tuple[Evidence, Quantity]  # a sentence, and the figure in it


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What other articles of one library say. Safe for several threads."""

    library: Library
    retriever: Retriever
    comparer: Comparer

    def told(self, answer: Answer, question: Question, filters: Filters) -> Answer:
        """The answer with its `disagreements`, and with the citations that these need.

        Where an answer is quotations alone, the newer of two that disagree comes first.
        """
        if not answer.claims or filters.articles:  # of chosen articles nothing is asked but what they say
            return answer
        numbers = _Numbers(list(answer.citations))
        found: list[list[Given]] = []
        for given, rivals in self._disputed(answer, question, filters):
            group = _newest_first([given, *rivals])
            if len(group) > 1 and not any(_overlap(group, other) for other in found):
                found.append(group)
        told = tuple(_disagreement(group, answer.language, numbers) for group in found[:_MOST])
        claims = answer.claims
        if answer.status == "quotes_only":
            for one in told:
                claims = _reordered(claims, one.citations)
        return replace(answer, claims=claims, citations=tuple(numbers.citations), disagreements=told)

    def _disputed(self, answer: Answer, question: Question, filters: Filters) -> Iterator[tuple[Given, list[Given]]]:
        dates, looked_up = question.kind == "when", 0
        for cited, claims in _cited(answer):
            ours = Stated(cited)
            figures = [
                one
                for one in (ours.dates if dates else ours.figures)
                if may_be_one(one) and _claimed(one, claims, answer.language)
            ]
            if question.kind == "how_much" and question.content:  # what else the sentence says was not asked
                figures = [one for one in figures if self.comparer.speaks_of(question.content, cited, one)]
            if not figures:
                continue
            others = [item for item in answer.evidence if item.article.id != cited.article.id]
            if looked_up < _LOOKED_UP:
                looked_up += 1
                others += self._beside(cited, filters)
            copies = self.library.copies([cited.article.id]).get(cited.article.id, ())
            rivals: dict[Quantity, list[Given]] = {}
            for other in {item.sentence.key: item for item in others if item.article.id not in copies}.values():
                for q, r in self.comparer.conflicts(cited, other, dates):
                    if q in figures:
                        rivals.setdefault(q, []).append((with_copies(self.library, [other])[0], r))
            for figure, given in rivals.items():
                yield (cited, figure), given

    def _beside(self, cited: Evidence, filters: Filters) -> list[Evidence]:
        """The sentences of other articles' passages that are found for this one."""
        text = cited.text if Stated(cited).names else f"{cited.article.title} {cited.text}"
        aliases = self.comparer.aliases
        question = understand(text, spellings_of(aliases))
        vector = self.retriever.encode(question)
        found = []
        articles: dict[tuple[str, int], Article] = {}
        for item in self.retriever.passages(question, vector, aliases, filters, _PASSAGES):
            passage = item.passage
            key = passage.article_id, passage.version
            if passage.article_id == cited.article.id:
                continue
            try:
                articles[key] = articles.get(key) or self.library.article(*key)
            except NotFound:  # removed a moment ago
                continue
            found += [Evidence(one, articles[key], 0.0, {}, item.found_by) for one in passage.sentences]
        return found


@dataclass(slots=True)
class _Numbers:
    """The citations of an answer, and those that come to them."""

    citations: list[Citation]

    def of(self, item: Evidence) -> int:
        sentence = item.sentence
        for citation in self.citations:
            if (
                citation.article.id == sentence.article_id
                and citation.start <= sentence.start
                and sentence.end <= citation.end
            ):
                return citation.n
        n = len(self.citations) + 1
        self.citations.append(Citation.of(n, item))
        return n


def _cited(answer: Answer) -> Iterator[tuple[Evidence, list[Claim]]]:
    """Each cited sentence with the claims that rest on it."""
    for citation in answer.citations:
        claims = [claim for claim in answer.claims if citation.n in claim.citations]
        article = citation.article
        sentence = Sentence(article.id, article.version, citation.start, citation.end)
        known = next((item for item in answer.evidence if item.sentence.key == sentence.key), None)
        yield known or Evidence(sentence, article, 0.0, {}, ()), claims


def _claimed(figure: Quantity, claims: Sequence[Claim], language: Language) -> bool:
    """Does a claim say it? A quotation says all that stands in the sentence."""
    if any(claim.kind == "quote" for claim in claims):
        return True
    return any(same(one, figure) for claim in claims for one in parse(claim.text, language))


def _newest_first(given: Sequence[Given]) -> list[Given]:
    """Each figure once, by the newest article that gives it; those without a date last."""
    ranked = sorted(given, key=lambda one: one[0].article.published or "", reverse=True)
    kept: dict[tuple, Given] = {}
    for item, figure in ranked:
        kept.setdefault((figure.low, figure.high, figure.moment), (item, figure))
    return list(kept.values())[:_SHOWN]


def _overlap(group: Sequence[Given], other: Sequence[Given]) -> bool:
    places = {(item.sentence.key, figure.start) for item, figure in group}
    return bool(places & {(item.sentence.key, figure.start) for item, figure in other})


def _disagreement(group: Sequence[Given], language: Language, numbers: _Numbers) -> Disagreement:
    figures = tuple(_written(item, figure, language) for item, figure in group)
    sources = _sources([item.article for item, _ in group], language)
    days = [(item.article.published or "")[:10] for item, _ in group]
    text = disagreement(language, list(zip(figures, sources, days, strict=True)))
    return Disagreement(text, tuple(numbers.of(item) for item, _ in group), figures)


def _written(item: Evidence, figure: Quantity, language: Language) -> str:
    """As the article has it, where that is in this language; but spaces and separators in one way, as figures of several stand side by side."""
    ours, theirs = write(figure, language), figure.text.strip()
    if item.article.language != language or _bare(ours) == _bare(theirs):
        return ours
    return theirs


def _bare(text: str) -> str:
    return text.replace(" ", "").replace(",", "")


def _sources(articles: Sequence[Article], language: Language) -> list[str]:
    """The publishers, where that tells the articles apart; else the titles."""
    publishers = [article.publisher for article in articles]
    if all(publishers) and len(set(publishers)) == len(publishers):
        return [publisher or "" for publisher in publishers]
    return [say("quoted", language, quote=article.title) for article in articles]


def _reordered(claims: Sequence[Claim], newest_first: Sequence[int]) -> tuple[Claim, ...]:
    """The claims that cite these, put into this order in the places that they have."""

    def age(claim: Claim) -> int:
        return min(newest_first.index(n) for n in claim.citations if n in newest_first)

    places = [place for place, claim in enumerate(claims) if set(claim.citations) & set(newest_first)]
    ranked = sorted((claims[place] for place in places), key=age)
    ordered = list(claims)
    for place, claim in zip(places, ranked, strict=True):
        ordered[place] = claim
    return tuple(ordered)
