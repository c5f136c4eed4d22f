"""Whom a sentence means by a surname alone, as its article introduces them: 표 시장 is 표지훈, Han is Han Ji-su.

Only where whoever first has that surname in the article is introduced there, and nobody else of the article has it: a wrong person costs
more than none. So surnames that are words as well (한 의원 is any lawmaker, 전 대통령 a former president) mean nobody.
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
_THIS = "이"  # 이 의원 may be this lawmaker: the same one, where the article has no other
_WORDS = "한전주구현고모도양신제본각"  # a, former, state, old, present, late, some, both, new, my, this, each
_SURNAME = "".join(surname for surname in SURNAMES if len(surname) == 1 and surname not in _WORDS)
_ANY = ("씨", "군")  # titles of everybody
_TITLED = re.compile(rf"(?<![가-힣])([{_SURNAME}])(?: |(?={'|'.join(_ANY)}))({KOREAN_TITLES})(?![가-힣]{{3}})")
_OTHERS = re.compile(
    r"(?:측|아내|부인|남편|아들|딸|동생|형|누나|언니|오빠|아버지|어머니|전|현)$"
)  # behind a name: somebody else
_NO_FIRST_NAME = re.compile(
    rf"(?:{KOREAN_TITLES}|[은는을를의와과도로고며]|에서|에게|한테|까지|부터|이라는|라는|하는|[한된던인])$"
)
_OPENS = re.compile(r"(?:^|[.!?:\n\"“])\s*$")
_GIVEN = r"[A-Z][a-z]+(?:-[A-Za-z][a-z]*)?"  # Ji-su, Jisu


@dataclass(frozen=True, slots=True)
class Introduction:
    name: str  # in full
    start: int  # code points of the article, half-open
    end: int


@lru_cache(maxsize=512)
def introductions(sentence: str, language: Language, article: str) -> tuple[Introduction, ...]:
    """Of everybody whom `sentence`, one of `article` or several, names by surname alone, where first the article names them in full."""
    found = _korean(sentence, article) if language == "ko" else _english(sentence, article)
    return tuple(dict.fromkeys(found))


def _korean(sentence: str, article: str) -> Iterator[Introduction]:
    for mention in _TITLED.finditer(sentence):
        yield from _only(_titled(*mention.groups(), article))
    for name in find_names(sentence, "ko"):
        if re.fullmatch(r"[가-힣]{2,}", name.text) and not is_korean_name(name.text) and not _means(name.text):
            yield from _only(_longer(name.text, article))


def _means(word: str) -> bool:
    """Whether it is known for something that is no surname: a country, 유축기."""
    return bool(table().korean(word) or translations(word))


@lru_cache(maxsize=1024)
def _titled(surname: str, title: str, article: str) -> tuple[Introduction, ...]:
    """표지훈 시장, 표지훈(51) 도담시장, 시장 표지훈; with 씨 also 표지훈 alone. Behind 이, everybody of that title."""
    anybody = "[가-힣]" if surname == _THIS else surname
    name = rf"(?<![가-힣])(?P<name>{anybody}[가-힣]{{2}})"
    aside, whose = r"(?:\s?\([^()\n]{1,40}\))?", r"(?P<gap>(?:[\w·]{1,12} )?)(?:[가-힣]{2,8}(?<!부))?"
    shapes = [rf"{name}{aside} {whose}{title}(?![가-힣]{{3}})", rf"(?<!부){title} {name}"]
    if title in _ANY:
        shapes.append(rf"{name}(?=\s?\(|{title}|[은는이가도을를과와] |, )")
    found = []
    for match in (match for shape in shapes for match in re.finditer(shape, article)):
        gap = match.groupdict().get("gap", "").strip()
        person = is_given_name(match["name"][1:]) and not match["name"].endswith("의") and not _means(match["name"])
        if person and not _OTHERS.search(gap) and not is_korean_name(gap):
            found.append(Introduction(match["name"], *match.span("name")))
    return tuple(found)


@lru_cache(maxsize=1024)
def _longer(word: str, article: str) -> tuple[Introduction, ...]:
    """에릭 셰리던, of 셰리던: the names that end in it. What stands before it anywhere and is no title may be another's first name."""
    found = []
    for line in re.finditer(r"[^\n]+", article):
        if f" {word}" in line[0]:
            names = [name for name in _names(line[0]) if name.text.endswith(f" {word}")]
            found += [Introduction(name.text, line.start() + name.start, line.start() + name.end) for name in names]
    firsts = [first for first in re.findall(rf"([가-힣]+) {word}", article) if not _NO_FIRST_NAME.search(first)]
    known = {one.name.split()[-2] for one in found}
    if article.find(word) < min((one.start for one in found), default=0) or not known.issuperset(firsts):
        return ()
    return tuple(found)


@lru_cache(maxsize=2048)  # an analysis takes milliseconds, and every sentence of an article may ask for it
def _names(line: str) -> tuple[Name, ...]:
    return tuple(find_names(line, "ko"))


def _english(sentence: str, article: str) -> Iterator[Introduction]:
    for name in find_names(sentence, "en"):
        if (
            name.text.isalpha()
            and not re.search(r"\b[Tt]he $", sentence[: name.start])
            and not table().english(name.text)
        ):
            yield from _only(_called(name.text, article))


@lru_cache(maxsize=1024)
def _called(surname: str, article: str) -> tuple[Introduction, ...]:
    """Eric Lorne, Han Ji-su; of nobody, where the surname is also a place or a firm, or is shared."""
    first = re.search(rf"(?<![\w-]){surname}(?![\w-])", article)
    shared = re.search(rf"\b[A-Z]\w+ and [A-Z]\w+ {surname}\b", article)
    found = [*_first_names(surname, article), *_given_names(surname, article)]
    if not first or shared or not any(one.start <= first.start() < one.end for one in found):
        return ()
    return tuple(found)


def _first_names(surname: str, article: str) -> Iterator[Introduction]:
    """A title is no first name, nor is When at a sentence's beginning; another common word (Bill, Mark) may be."""
    if is_common(surname.lower()) or translations(surname.lower()) or re.search(rf"\b{surname} [A-Z]", article):
        return
    for match in re.finditer(rf"(?<![\w-])(?P<first>[A-Z][\w’'-]+)(?: [A-Z]\.)? {surname}(?![\w-])", article):
        opening = match["first"].lower() in COMMON and _OPENS.search(article[: match.start()])
        if match["first"].lower() not in PERSON_TITLES and not opening:
            yield Introduction(match[0], *match.span())


def _given_names(surname: str, article: str) -> Iterator[Introduction]:
    if surname.lower() not in _SPELLINGS:
        return
    for match in re.finditer(rf"(?<![\w-]){surname} (?P<given>{_GIVEN})(?![\w-])", article):
        hyphened = "-" in match["given"]
        if hyphened or not (is_common(match["given"].lower()) or re.search(r"[A-Z][\w-]+ $", article[: match.start()])):
            yield Introduction(match[0], *match.span())


def _only(found: tuple[Introduction, ...]) -> list[Introduction]:
    """The first, if all are of one person."""
    persons = {re.sub(r" [A-Z]\. | |-", "", one.name).lower() for one in found}
    return sorted(found, key=lambda one: one.start)[:1] if len(persons) == 1 else []
