"""Of articles that say the same as each other, one is shown, with the number of the others."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from app.records import Evidence
from ingest.copies import Story
from ingest.errors import NotFound
from ingest.library import Library
from ingest.records import Article, Passage


class Ranked(Protocol):
    @property
    def passage(self) -> Passage: ...
    @property
    def score(self) -> float: ...  # higher is better


Found = TypeVar("Found", bound=Ranked)


def one_article_each(library: Library, found: Sequence[Found]) -> list[Found]:
    """The best passage of each article, best first; of near copies that of the best, or of those the first published."""
    groups = _groups(library, found)
    kept: dict[tuple[str, ...], Found] = {}
    for item in _ranked(found, groups):
        kept.setdefault(groups[item.passage.article_id], item)
    return list(kept.values())


def told_once(library: Library, found: Sequence[Found]) -> list[Found]:
    """Best first: of near copies the passages of that article, and those of the others that are mostly not in it, as it may
    have been cut short."""
    groups, stories = _groups(library, found), _Stories(library)
    chosen: dict[tuple[str, ...], str] = {}
    kept = []
    for item in _ranked(found, groups):
        id_ = item.passage.article_id
        best = chosen.setdefault(groups[id_], id_)
        if id_ == best or stories.mostly_new(item.passage, best):
            kept.append(item)
    return kept


def with_copies(library: Library, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Each with the number of other articles that have the sentence too; only near copies are looked at."""
    groups, stories = library.copies({item.article.id for item in evidence}), _Stories(library)
    counted = []
    for item in evidence:
        others = [id_ for id_ in groups.get(item.article.id, ()) if id_ != item.article.id]
        counted.append(replace(item, copies=sum(stories.has(id_, item.text) for id_ in others)))
    return tuple(counted)


def those_with(library: Library, article_id: str, sentence: str) -> list[Article]:
    """The near copies of an article that have this sentence of it, in the order in which they were published."""
    stories, found = _Stories(library), []
    for id_ in library.copies([article_id]).get(article_id, ()):
        if id_ != article_id and stories.has(id_, sentence):
            try:
                found.append(library.article(id_))
            except NotFound:  # removed a moment ago
                continue
    return found


def others(library: Library, article_ids: Collection[str]) -> dict[str, int]:
    """By id, the number of its near copies."""
    groups = library.copies(article_ids)
    return {id_: max(0, len(groups.get(id_, ())) - 1) for id_ in article_ids}


def _groups(library: Library, found: Sequence[Found]) -> dict[str, tuple[str, ...]]:
    ids = {item.passage.article_id for item in found}
    return {id_: (id_,) for id_ in ids} | library.copies(ids)


def _ranked(found: Sequence[Found], groups: dict[str, tuple[str, ...]]) -> list[Found]:
    places = {id_: place for group in set(groups.values()) for place, id_ in enumerate(group)}

    def rank(item: Found) -> tuple[float, str, int, str]:
        id_ = item.passage.article_id
        return -item.score, groups[id_][0], places[id_], item.passage.id

    return sorted(found, key=rank)


class _Stories:
    """The texts of near copies, each read once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._read: dict[str, Story] = {}

    def has(self, article_id: str, sentence: str) -> bool:
        return self._of(article_id).has(sentence)

    def mostly_new(self, passage: Passage, article_id: str) -> bool:
        """Are more than half of the passage's sentences not in that article?"""
        try:
            text = self._library.article(passage.article_id, passage.version).text
        except NotFound:  # removed a moment ago
            return False
        new = [one for one in passage.sentences if not self.has(article_id, text[one.start : one.end])]
        return 2 * len(new) > len(passage.sentences)

    def _of(self, article_id: str) -> Story:
        if article_id not in self._read:
            try:
                article = self._library.article(article_id)
                spans = self._library.sentences(article.id, article.version)
                told = Story(article.language, tuple(article.text[one.start : one.end] for one in spans))
            except NotFound:  # removed a moment ago
                told = Story("en", ())
            self._read[article_id] = told
        return self._read[article_id]
