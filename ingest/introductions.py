"""Whom a sentence means by a surname alone, as its article introduces them: 표 시장 is 표지훈, Han is Han Ji-su.

Only where the article has one person of that surname, and, in Korean, one to whom it gives the same title: 한 시장 may be any market.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ingest.common_words import COMMON, PERSON_TITLES
from ingest.dictionary import translations
from ingest.known import table
from ingest.korean_names import SPELLINGS, SURNAMES, is_given_name, is_korean_name
from ingest.mentions import find_names
from ingest.mentions_ko import KOREAN_TITLES
from ingest.name import Name
from ingest.records import Language
from ingest.truecase import is_common

_SPELLINGS = frozenset(form for forms in SPELLINGS.values() for form in forms)
_SURNAME = "".join(surname for surname in SURNAMES if len(surname) == 1)
_ANY = ("씨", "군", "양")  # titles of everybody
_TITLED = re.compile(rf"(?<![가-힣])([{_SURNAME}])(?: |(?={'|'.join(_ANY)}))({KOREAN_TITLES})(?![가-힣]{{3}})")
_GIVEN = r"[A-Z][a-z]+(?:-[A-Za-z][a-z]*| [A-Z][a-z]+)?"  # Ji-su, Jisu, Ji Su


@dataclass(frozen=True, slots=True)
class Introduction:
    name: str  # in full
    start: int  # code points of the article, half-open
    end: int


@lru_cache(maxsize=512)
def introductions(sentence: str, language: Language, article: str) -> tuple[Introduction, ...]:
    """Of everybody whom `sentence`, one of `article`, names by surname alone, where first the article names him in full."""
    found = _korean(sentence, article) if language == "ko" else _english(sentence, article)
    return tuple(dict.fromkeys(found))


def _korean(sentence: str, article: str) -> Iterator[Introduction]:
    for mention in _TITLED.finditer(sentence):
        yield from _only(_full_korean(*mention.groups(), article))
    for name in find_names(sentence, "ko"):
        if re.fullmatch(r"[가-힣]{2,}", name.text) and not is_korean_name(name.text) and not _means(name.text):
            yield from _only(_longer(name.text, article))


def _means(word: str) -> bool:
    """Whether it is known for something that is no surname: a country, 유축기."""
    return bool(table().korean(word) or translations(word))


def _full_korean(surname: str, title: str, article: str) -> list[Introduction]:
    name = rf"(?<![가-힣])(?P<name>{surname}[가-힣]{{2}})"
    behind = rf"{name}(?:\s?\([^()\n]{{1,40}}\))? (?:[\w·]{{1,12}} ){{0,2}}[가-힣]{{0,8}}{title}(?![가-힣]{{3}})"
    shapes = [behind, rf"{title} {name}"]
    if title in _ANY:
        shapes.append(rf"{name}(?=\s?\(|{title}|[은는이가의도을를과와] |, )")
    matches = [match for shape in shapes for match in re.finditer(shape, article)]
    return [Introduction(match["name"], *match.span("name")) for match in matches if is_given_name(match["name"][1:])]


def _longer(word: str, article: str) -> list[Introduction]:
    """에릭 셰리던, of 셰리던: the names of several words that end in it."""
    found = []
    for line in re.finditer(r"[^\n]+", article):
        if f" {word}" in line[0]:
            names = [name for name in _names(line[0]) if name.text.endswith(f" {word}")]
            found += [Introduction(name.text, line.start() + name.start, line.start() + name.end) for name in names]
    return found


@lru_cache(maxsize=2048)  # an analysis takes milliseconds, and every sentence of an article may ask for it
def _names(line: str) -> tuple[Name, ...]:
    return tuple(find_names(line, "ko"))


def _english(sentence: str, article: str) -> Iterator[Introduction]:
    for name in find_names(sentence, "en"):
        word = name.text
        if " " in word or not word.isalpha() or table().english(word):
            continue
        yield from _only([*_first_names(word, article), *_given_names(word, article)])


def _first_names(surname: str, article: str) -> Iterator[Introduction]:
    """Eric Lorne, without what stands before a name and is none: Engineer, President."""
    if is_common(surname.lower()):
        return
    for match in re.finditer(rf"(?<![\w-])(?:(?:[A-Z]\.|[A-Z][\w-]*) ){{1,3}}{surname}(?![\w-])(?! [A-Z])", article):
        words = match[0].split()
        while len(words) > 1 and (
            words[0].lower().rstrip(".") in PERSON_TITLES | COMMON or is_common(words[0].lower())
        ):
            words.pop(0)
        if len(words) > 1:
            full = " ".join(words)
            yield Introduction(full, match.end() - len(full), match.end())


def _given_names(surname: str, article: str) -> Iterator[Introduction]:
    if surname.lower() not in _SPELLINGS:
        return
    for match in re.finditer(rf"(?<![\w-]){surname} {_GIVEN}(?![\w-])", article):
        if not is_common(match[0].split()[1].lower()):  # Park Avenue
            yield Introduction(match[0], *match.span())


def _only(found: list[Introduction]) -> list[Introduction]:
    """The first, if all are of one person."""
    return sorted(found, key=lambda one: one.start)[:1] if len({one.name for one in found}) == 1 else []
