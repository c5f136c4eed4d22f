"""The sentence of its article that says in full whom a cited one means by a surname alone."""

from __future__ import annotations

from dataclasses import replace

from app.records import Evidence
from ingest.introductions import introductions
from ingest.names import Aliases, missing_names
from ingest.records import Article, Language, Sentence
from ingest.sentences import split


def in_full(claim: str, language: Language, item: Evidence, aliases: Aliases) -> Evidence:
    """`item`, and with it, where it has a surname alone and `claim` the full name, the sentence that gives that name. Where the claim names
    anybody else whom the item does not, no sentence makes up for it."""
    written_in = item.article.language
    missing = [] if item.who else missing_names(claim, language, item.support, written_in, aliases)
    meant = introductions(item.text, written_in, item.article.text) if missing else ()
    meant = tuple(one for one in meant if any(aliases.same(one.name, name.text) for name in missing))
    if not meant or not all(any(aliases.same(one.name, name.text) for one in meant) for name in missing):
        return item
    return replace(item, who=_sentence_at(meant[0].start, item.article))


def _sentence_at(place: int, article: Article) -> Sentence | None:
    begin = article.text.rfind("\n", 0, place) + 1
    end = article.text.find("\n", place)
    line = article.text[begin : end if end >= 0 else None]
    spans = ((begin + start, begin + stop) for start, stop in split(line))
    return next((Sentence(article.id, article.version, *span) for span in spans if span[0] <= place < span[1]), None)
