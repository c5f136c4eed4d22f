"""Puts figures and names of the evidence into the language of the answer, in place, before a model reads them.

A small model copies well and converts badly: told 560만 달러 it writes "$560 million"; told "$5.6 million" it writes that.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from app.question import Question
from app.records import Evidence
from ingest.aliases import heard_as
from ingest.names import Aliases, find_names
from ingest.particles import replace_with_particle
from ingest.quantities import parse, write
from ingest.records import Article, Language
from ingest.romanise import romanise
from ingest.sound import sound_score


def gloss(evidence: Evidence, language: Language, question: Question, aliases: Aliases) -> str:
    """The sentence as the model reads it: glossed where the article is in the other language, else as it stands."""
    return gloss_text(evidence.text, evidence.article, language, question, aliases)


def gloss_text(text: str, article: Article, language: Language, question: Question, aliases: Aliases) -> str:
    if article.language == language:
        return text
    changes = {(q.start, q.end): write(q, language) for q in parse(text, article.language, today=day(article))}
    for start, end, name in _names(text, article.language, language, question, aliases):
        if all(end <= taken_start or start >= taken_end for taken_start, taken_end in changes):
            changes[start, end] = name
    for start, end in sorted(changes, reverse=True):
        text = _replace(text, start, end, changes[start, end], article.language)
    return text


def day(article: Article) -> date | None:
    """The day an article speaks from, for "yesterday" and the like."""
    try:
        return date.fromisoformat((article.published or "")[:10])
    except ValueError:
        return None


def _replace(text: str, start: int, end: int, new: str, written_in: Language) -> str:
    if written_in == "ko":
        return replace_with_particle(text, start, end, new)
    return text[:start] + new + text[end:]


def _names(
    text: str, written_in: Language, language: Language, question: Question, aliases: Aliases
) -> Iterable[tuple[int, int, str]]:
    for name in find_names(text, written_in):
        if written_in == "ko" and (form := _latin(name.text, name.kind, question, aliases)):
            yield name.start, _past_bracket(text, name.end, form), form
        elif written_in == "en" and (form := aliases.korean(name.text)):
            yield name.start, name.end, form


def _latin(name: str, kind: str, question: Question, aliases: Aliases) -> str | None:
    """How English writes a Korean name: as the library does, as the question spells it, or romanised for a person."""
    if name.isascii():
        return None
    if known := aliases.latin(name):
        return known
    spelled = [asked.text for asked in question.names if asked.text.isascii()]
    best = max(spelled, key=lambda latin: sound_score(name, latin), default=None)
    if best and heard_as(name, best):
        return best
    return romanise(name, person=True) if kind == "person" else None


def _past_bracket(text: str, end: int, form: str) -> int:
    """딥시크(DeepSeek) becomes DeepSeek, not DeepSeek(DeepSeek)."""
    bracket = f"({form})"
    return end + len(bracket) if text.startswith(bracket, end) else end
