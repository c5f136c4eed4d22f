"""The words of a sentence that say which way things go, and which way that is.

direction.json has a list of axes, each with two poles. English words stand there in their base form and count in every form; `=` is before
what counts only as written, `^` before a verb whose passive is the other pole (to beat, to be beaten). Korean stems stand as the analyser
gives them, a compound noun in one piece; `=` is before a noun of one syllable. `_` joins the words of a phrase. The longest entry that fits
is taken, and what it consists of counts no more: to lay off is not to lie.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise
from typing import NamedTuple

from app.inflection import forms
from ingest.kiwi import tokens
from ingest.records import Language


@dataclass(frozen=True, slots=True)
class Pole:
    axis: str
    up: bool  # the first pole of its axis
    start: int  # code points
    word: str
    entry: str = ""  # of the list
    denied: bool = False  # "did not rise" goes down


class _Entry(NamedTuple):
    words: tuple[str, ...]  # the first in any of its forms, the rest as they are
    axis: str
    up: bool
    name: str
    turned: bool = False  # by the passive


_Index = dict[str, tuple[_Entry, ...]]  # by the first word in each of its forms, longest entries first


@cache
def _index(language: Language) -> _Index:
    found: dict[str, list[_Entry]] = {}
    axes = json.loads(resources.files("app").joinpath("direction.json").read_text("utf-8"))
    for axis, poles_ in axes.items():
        for up, pole in zip((True, False), poles_, strict=True):
            for name in pole[language].split():
                words = tuple(name.lstrip("=^").split("_"))
                entry = _Entry(words, axis, up, name, name.startswith("^"))
                exact = language == "ko" or name.startswith("=")
                for form in (words[0],) if exact else forms(words[0]):
                    found.setdefault(form, []).append(entry)
    return {form: tuple(sorted(entries, key=lambda one: -len(one.words))) for form, entries in found.items()}


@lru_cache(maxsize=20_000)
def poles(text: str, language: Language) -> tuple[Pole, ...]:
    """The words that say which way, in order of their axes' kinds and then of the text."""
    read = _korean if language == "ko" else _english
    return tuple(read(text))


# The beginning and the end of a time.
_PERIOD: dict[Language, tuple[tuple[bool, re.Pattern[str]], ...]] = {
    "en": (
        (True, re.compile(r"\b(?:start|beginning|outset) of\b|\bearly (?:in|this|next|last)\b", re.I)),
        (False, re.compile(r"\b(?:end|close) of\b|\blate (?:in|this|next|last)\b", re.I)),
    ),
    "ko": (
        (True, re.compile(r"(?:학기|달|월|년|올해|세기|분기|연|시즌) ?초(?=에|부터|까지|의|로|,|\s|$)")),
        (False, re.compile(r"(?:학기|달|월|년|올해|세기|분기|연|시즌) ?말(?=에|부터|까지|의|로|,|\s|$)")),
    ),
}
_VOTED = re.compile(
    r"\b(?:voted|vot(?:e|es|ing) to)\b(?![^.;]{0,60}\b(?:against|down|out|not|no)\b)", re.I
)  # to do something: for it
_EARLIER = re.compile(r"\bearlier than (?:planned|expected|scheduled)\b|\bmove[ds]? forward\b", re.I)
_LATER = re.compile(r"\blater than (?:planned|expected|scheduled)\b", re.I)
# What only looks like a pole: over the weekend, declined to say, cut off, no more, a place that lies apart.
_IDLE: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\bdeclin\w+ to\b|\bover (?:the|a|an|his|her|its|their|time|whether|how)\b|\bno (?:more|longer)\b|\bonce more\b|\bmore and more\b"
        r"|\bup to\b|\bset up\b|\bend(?:ed|s)? up\b|\bgrow(?:n|ing)? up\b|\bgrew up\b|\bmake up\b|\bmade up\b|\bup and down\b|\bbroke down\b"
        r"|\bat (?:most|least|best|worst)\b|\bmost of\b|\bmost (?=[a-z]+ )|\bcut off\b|\bnot only\b|\bfall of\b|\bopening day\b|\bright down\b"
        r"|\bas early as\b|\bunder (?:the|a|an|way|water|review|pressure|control|scrutiny|investigation)\b|\bin short\b|\bleft (?:unchanged|open|at|the \w+ at)\b"
        r"|\bolder than\b(?= expected)|\bsooner or later\b|\bmore or less\b|\bwind(?:s|ing)? up\b|\bg[ia]ve up\b|\bcame up\b|\btook over\b|\bknock\w* out (?:the |all )?(?:power|electricity|phone)",
        re.I,
    ),
    "ko": re.compile(
        r"떨어진 (?:곳|거리|지점|데|섬|바다|해상|마을|도시)|떨어져 ?(?:있|사는|살)|(?<=로 )인(?:해|한|하여)|(?<![가-힣])낮에"
    ),
}
_PATTERNS: dict[Language, tuple[tuple[str, bool, re.Pattern[str]], ...]] = {
    language: (
        *(("period", up, pattern) for up, pattern in _PERIOD[language]),
        *(
            (("decision", True, _VOTED), ("timing", True, _EARLIER), ("timing", False, _LATER))
            if language == "en"
            else ()
        ),
    )
    for language in _PERIOD
}


def _shaped(text: str, language: Language) -> Iterator[Pole]:
    for axis, up, pattern in _PATTERNS[language]:
        yield from (Pole(axis, up, match.start(), match[0], axis) for match in pattern.finditer(text))


def _blanked(text: str, language: Language) -> str:
    return _IDLE[language].sub(lambda match: " " * len(match[0]), text)


# Words without a capital, but for the first of a sentence: North Korea and the Free Church point nowhere.
_WORD = re.compile(r"(?:^|(?<=[.!?:;] )|(?<=[\"“‘'(]))[A-Z][a-z]+|(?<![A-Za-z])[a-z]+")
_NOT = re.compile(
    r"(?:\b(?:not|never|no|nobody|nothing|none|neither|nor|without|hardly|barely)\b|n['’]t\b)(?:\s+[\w'’-]+){0,2}\s*$"
    r"|\b(?:barred|banned|prevented|prohibited|stopped|kept) from\s*$",
    re.I,
)
_LESS = re.compile(r"\b(?:less|least)\s*$", re.I)  # less often
_BE = re.compile(r"\b(?:is|are|was|were|be|been|being|got|get)(?: [a-z]+ly)?\s*$")
_PARTICLES = frozenset("down off up out back forward away over in on through".split())
_OBJECT = 3  # words that may stand between a verb and its particle: turned the offer down


def _english(text: str) -> Iterator[Pole]:
    text = _blanked(text, "en")
    yield from _shaped(text, "en")
    words = [(match[0].lower(), match.start(), match.end()) for match in _WORD.finditer(text)]
    taken: set[int] = set()
    for place, (word, start, _) in enumerate(words):
        entries = _index("en").get(word, ()) if place not in taken else ()
        fitting = [(entry, where) for entry in entries if (where := _fit(entry.words, words, place, text))]
        longest = max((len(entry.words) for entry, _ in fitting), default=0)
        for entry, where in fitting:
            if len(entry.words) < longest:
                continue
            taken.update(where)
            ahead = text[max(0, start - 40) : start]
            denied = bool(_NOT.search(ahead) or (not word.endswith(("s", "ed")) and _LESS.search(ahead)))
            passive = entry.turned and bool(_BE.search(ahead))
            yield Pole(entry.axis, entry.up ^ denied ^ passive, start, word, entry.name, denied)


def _fit(entry: Sequence[str], words: Sequence[tuple[str, int, int]], place: int, text: str) -> tuple[int, ...] | None:
    """The places of the words of an entry that begins at `place`, if it stands there."""
    rest = entry[1:]
    if [word for word, _, _ in words[place + 1 : place + 1 + len(rest)]] == list(rest):
        last = words[place + len(rest)]
        if not re.search(r"[^\s\w'’-]", text[words[place][1] : last[2]]):
            return tuple(range(place, place + 1 + len(rest)))
    if len(rest) == 1 and rest[0] in _PARTICLES:
        for other in range(place + 2, min(place + 2 + _OBJECT, len(words))):
            between = text[words[place][2] : words[other][1]]
            if words[other][0] == rest[0] and not re.search(r"[.,;:?!]|\d", between):
                return place, other
    return None


_STEMS = frozenset({"MAG", "VV", "VA", "NNG", "NNP", "XR", "VX", "MM", "NNB", "XPN", "XSN", "NR", "SN"})
_NOMINAL = frozenset({"NNG", "NNP", "XR", "XPN", "XSN", "MM", "NNB", "NR"})
_COMPOUND = 3  # morphemes of a noun
# What stands behind a noun and leaves it what it is: 수입국, 찬성표, 흑자액.
_TAILS = frozenset("국 자 액 량 세 론 파 표 안 권 점 팀 형 층 적 화 성 분".split())
_UN = frozenset("부불비미")  # 부정확, 불안전: what is written before a word and denies it
_NOT_AFTER = re.compile(r"^(?:[가-힣]{0,4}지(?:는|도|를)? ?(?:않|못|아니|말)|[이가은는도을를]? ?없)")

_BARRED = re.compile(r"^[이가은는을를]? ?(?:금지|불허)")
_ONLY = re.compile(r"밖에 $")


def _korean(text: str) -> Iterator[Pole]:
    text = _blanked(text, "ko")
    yield from _shaped(text, "ko")
    read = [
        (form, tag.split("-")[0], start, start + length)
        for form, tag, start, length in tokens(text)
        if tag[0] not in "JE" or tag == "ETN"
    ]
    place = 0
    while place < len(read):
        entries, used = _longest(read, place)
        start, end = read[place][2], read[place + used - 1][3]
        for entry in entries:
            before = text[max(0, start - 2) : start]
            only = bool(_ONLY.search(text[:start]))  # 닷새밖에 남지 않았다: five days are left
            denied = (
                (bool(_NOT_AFTER.match(text[end:])) and not only)
                or before in ("안 ", "못 ", "덜 ")
                or before[-1:] in _UN
                or (entry.axis == "arrival" and bool(_BARRED.match(text[end:])))  # 출국 금지
            )
            yield Pole(entry.axis, entry.up != denied, start, text[start:end], entry.name, denied)
        place += used


_Read = Sequence[tuple[str, str, int, int]]


def _longest(read: _Read, place: int) -> tuple[list[_Entry], int]:
    """The entries that stand at a place, those of the most morphemes alone, and how many these are; at least one."""
    form, tag, _, _ = read[place]
    if tag not in _STEMS or (form == "지" and tag == "VX"):
        return [], 1
    index = _index("ko")
    phrases = [(entry, _reach(entry.words, read, place)) for entry in index.get(form, ()) if len(entry.words) > 1]
    if longest := max((reach for _, reach in phrases), default=0):
        return [entry for entry, reach in phrases if reach == longest], longest
    for count in range(_COMPOUND, 0, -1):
        parts = read[place : place + count]
        whole = "".join(part[0] for part in parts)
        if count > 1 and not (
            all(part[1] in _NOMINAL for part in parts) and all(one[3] == other[2] for one, other in pairwise(parts))
        ):
            continue
        if found := _single(index, whole, tag if count == 1 else "NNG"):
            return found, len(parts)
    return [], 1


def _reach(words: Sequence[str], read: _Read, place: int) -> int:
    """How many morphemes a phrase takes that begins at a place, adverbs between its words with them; 0 where it does not stand there."""
    at = place
    for word in words:
        while at > place and at < len(read) and read[at][1] == "MAG" and read[at][0] != word:
            at += 1
        if at >= len(read) or read[at][0] != word:
            return 0
        at += 1
    return at - place


def _single(index: _Index, form: str, tag: str) -> list[_Entry]:
    found = [entry for entry in index.get(form, ()) if len(entry.words) == 1]
    if not found and tag == "XR":  # the analyser gives 뜸하 in one piece or in two
        found = [entry for entry in index.get(form + "하", ()) if len(entry.words) == 1]
    if not found and tag in ("VV", "VA") and len(form) > 2 and form.endswith("하"):
        return _single(index, form[:-1], "XR")
    if len(form) == 1 and tag in _NOMINAL and tag != "XR":
        return [entry for entry in found if entry.name.startswith("=") or tag == "MM"]  # 줄 is a line as a noun
    if not found and tag == "NNG" and len(form) > 2 and form[-1] in _TAILS:
        return _single(index, form[:-1], tag)
    return found
