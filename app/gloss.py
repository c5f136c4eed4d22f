"""Puts figures and names of the evidence into the language of the answer, in place, before a model reads them.

A small model copies well and converts badly: told 560만 달러 it writes "$560 million"; told "$5.6 million" it writes that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from app.question import Question
from app.records import Evidence
from ingest.aliases import heard_as
from ingest.given_names import GIVEN
from ingest.names import Aliases, Name, find_names
from ingest.particles import replace_with_particle
from ingest.quantities import parse, write
from ingest.records import Article
from ingest.romanise import romanise
from ingest.sound import sound_score

_QUOTED_HANGUL = re.compile(r"([\"“‘'])([^\"“”‘’']*[가-힣][^\"“”‘’']*)([\"”’'])")
Change = tuple[int, int, str]  # half-open range of code points, and what stands there instead


@dataclass(frozen=True, slots=True)
class Glosser:
    """Glosses for one answer. `guessed` holds each spelling that nobody gave, and the Korean name it was made from."""

    question: Question
    aliases: Aliases
    guessed: dict[str, str] = field(default_factory=dict)

    def told(self, item: Evidence) -> str:
        """The evidence as the model reads it, after the sentence that its pronoun leans on."""
        told = self.sentence(item)
        return told if item.before is None else f"{self.text(item.before_text, item.article)} {told}"

    def sentence(self, item: Evidence) -> str:
        """The sentence glossed where the article is in the other language, else as it stands."""
        return self.text(item.text, item.article)

    def text(self, text: str, article: Article) -> str:
        language = self.question.language
        if article.language == language:
            return text
        figures = [(q.start, q.end, write(q, language)) for q in parse(text, article.language, today=day(article))]
        for start, end, new in sorted([*figures, *self._names(text, article, figures)], reverse=True):
            if article.language == "ko":
                text = replace_with_particle(text, start, end, new)
            else:
                text = text[:start] + new + text[end:]
        return text

    def marked(self, sentence: str) -> str:
        """The sentence with the Korean name behind each guessed spelling, so that no guess passes for a known name; what an English
        sentence still has in Korean letters, a title in quotation marks, stands behind its sound."""
        if self.question.language == "en":
            sentence = _QUOTED_HANGUL.sub(_sounded, sentence)
        if not self.guessed:
            return sentence
        left = dict(self.guessed)  # each is marked once
        longest_first = "|".join(map(re.escape, sorted(left, key=len, reverse=True)))

        def mark(match: re.Match[str]) -> str:
            korean = left.pop(match[1], None)
            return f"{match[1]} ({korean})" if korean and not match[2] else match[0]

        return re.sub(rf"(?<!\w)({longest_first})(?!\w)( \([^)]*\))?", mark, sentence)

    def _names(self, text: str, article: Article, taken: list[Change]) -> Iterator[Change]:
        for name in find_names(text, article.language):
            if any(name.start < end and start < name.end for start, end, _ in taken):
                continue
            if article.language == "en" and (form := self.aliases.korean(name.text)):
                yield name.start, name.end, form
            elif article.language == "ko" and (form := self._latin(name)):
                yield name.start, _past_bracket(text, name.end, form), form

    def _latin(self, name: Name) -> str | None:
        """How English writes a Korean name: as the library does, as the question spells it, or for a person by its sound."""
        if name.text.isascii():
            return None
        if known := self._known(name.text):
            return known
        if name.kind != "person":
            return None
        words = name.text.split()
        forms = [self._known(word) for word in words] if len(words) > 1 else [None]
        if len(words) > 1:  # a Korean given name stands behind, and without a space
            forms[0] = GIVEN.get(words[0]) or forms[0]
        if not any(forms):
            spelled = romanise(name.text, person=True)
        else:
            spelled = " ".join(form or romanise(word) for form, word in zip(forms, words, strict=True))
        self.guessed[spelled] = name.text
        return spelled

    def _known(self, name: str) -> str | None:
        if form := self.aliases.latin(name):
            return form
        asked = [asked.text for asked in self.question.names if asked.text.isascii()]
        spellings = [form for text in asked for form in dict.fromkeys((text, *text.split()))]
        heard = [form for form in spellings if heard_as(name, form)]
        return max(heard, key=lambda form: sound_score(name, form), default=None)


def _sounded(match: re.Match[str]) -> str:
    return f"{match[1]}{romanise(match[2])} ({match[2]}){match[3]}"


def day(article: Article) -> date | None:
    """The day an article speaks from, for "yesterday" and the like."""
    try:
        return date.fromisoformat((article.published or "")[:10])
    except ValueError:
        return None


def _past_bracket(text: str, end: int, form: str) -> int:
    """딥시크(DeepSeek) becomes DeepSeek, not DeepSeek(DeepSeek)."""
    bracket = f"({form})"
    return end + len(bracket) if text.startswith(bracket, end) else end
