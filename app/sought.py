"""What stands for the words of a question in articles of either language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.heard import Heard
from app.question import Question
from ingest.dictionary import translations
from ingest.names import Aliases
from ingest.records import Language
from ingest.terms import terms

_HANGUL = re.compile(r"[가-힣]")


@dataclass(frozen=True, slots=True)
class Sought:
    own: tuple[str, ...]  # terms that these articles write as the question does
    foreign: tuple[tuple[str, ...], ...]  # other terms, each at the head of all that may stand for it there

    @property
    def forms(self) -> tuple[str, ...]:
        """Everything that may stand for a foreign term."""
        return tuple(dict.fromkeys(form for forms in self.foreign for form in forms))


def sought(question: Question, languages: Iterable[Language], aliases: Aliases, heard: Heard) -> dict[Language, Sought]:
    """By language, the question's terms as an article in it may write them.

    Across languages no term is its own: names in Latin letters and figures stand in Korean articles too, but a word counts no more
    for being written in the same letters than for being translated.
    """
    names = _spelled(question, aliases)
    return {language: _sought_in(language, question, names, heard) for language in languages}


def _sought_in(language: Language, question: Question, names: Mapping[str, Sequence[str]], heard: Heard) -> Sought:
    own, foreign = [], []
    for term in question.terms:
        if question.language == language and (term[0].isdigit() or _script(term) == language):
            own.append(term)
        else:
            forms = (*names.get(term, ()), *translations(term)) or heard.alike(term)
            foreign.append(tuple(dict.fromkeys((term, *forms))))
    return Sought(tuple(own), tuple(foreign))


def _spelled(question: Question, aliases: Aliases) -> dict[str, list[str]]:
    """By term, the terms of the names that it is or is part of, as the other script writes them."""
    found: dict[str, list[str]] = {}
    for text in (*(name.text for name in (*question.names, *question.known)), *question.terms):
        for form in sorted(aliases.forms(text) - {text}):
            if _script(form) != _script(text):
                for term in terms(text):
                    found.setdefault(term, []).extend(terms(form))
    return found


def _script(text: str) -> Language:
    return "ko" if _HANGUL.search(text) else "en"
