"""Which way things go: does a claim have them rise where its source has them fall, pass where it has them fail?

Each axis of direction.json has two poles. A claim that names one pole only is held to the words of its source on the same axis: the opposite pole alone
contradicts it; with both there, the one in the clause that the claim speaks of decides. A source without words on that axis says nothing
here. A pole that is denied ("did not rise", 오르지 않았다) is the other one, roughly.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from app.negation import negates
from ingest.dictionary import inflected
from ingest.kiwi import tokens
from ingest.records import Language

_UN = frozenset("부불비미")  # 부정확, 불안전: what is written before a word and denies it
_REGULAR = 4  # letters; shorter words are irregular or no verbs, and listed in every form
_STEM_TAGS = frozenset({"MAG", "VV", "VA", "NNG", "XR", "VX"})
_NOT = re.compile(
    r"(?:\b(?:not|never|no|nobody|nothing|none|neither|nor|without|hardly|barely)\b|n['’]t\b)(?:\s+[\w'’-]+){0,2}\s*$"
    r"|\b(?:barred|banned|prevented|prohibited|stopped|kept) from\s*$",
    re.I,
)
_NOT_AFTER = re.compile(r"^[가-힣]{0,4}지(?:는|도|를)? ?(?:않|못|아니|말)")
# What only looks like a pole: over the weekend, declined to say, cut off, no more, 이상 기후, 수 있는 이상.
_IDLE = re.compile(
    r"\bdeclin\w+ to\b|\bover (?:the|a|an|his|her|its|their|time|whether|how)\b|\bno (?:more|longer)\b|\bonce more\b|\bmore and more\b"
    r"|\bup to\b|\bset up\b|\bend(?:ed|s)? up\b|\bgrow(?:n|ing)? up\b|\bgrew up\b|\bmake up\b|\bmade up\b|\bup and down\b|\bbroke down\b"
    r"|\bat (?:most|least|best|worst)\b|\bmost of\b|\bmost (?=[a-z]+ )|\bcut off\b|\bnot only\b|\bfall of\b|\bopening day\b|\bright down\b"
    r"|\bas early as\b|\bunder (?:the|a|an|way|water|review|pressure|control|scrutiny|investigation)\b|\bin short\b|\bleft (?:unchanged|open|at|the \w+ at)\b"
    r"|\bolder than\b(?= expected)|\bsooner or later\b|\bmore or less\b|\bwind(?:s|ing)? up\b|\bgive up\b|\bgave up\b|\bcame up\b|\btook over\b",
    re.I,
)


# Words without a capital, but for the first of a sentence: North Korea and the Free Church point nowhere.
_WORD = re.compile(r"(?:^|(?<=[.!?:;] )|(?<=[\"“‘'(]))[A-Z][a-z]+|(?<![A-Za-z])[a-z]+")
_APART = re.compile(r"떨어진 (?:곳|거리|지점|데|섬|바다|해상|마을|도시)|떨어져 ?(?:있|사는|살)")  # a place, no fall
_VOTED = re.compile(
    r"\b(?:voted|vot(?:e|es|ing) to)\b(?![^.;]{0,60}\b(?:against|down|not|no)\b)", re.I
)  # to do something: for it


# Before and after, where they tell the order of two things and not a time long past.
_ORDER: dict[Language, tuple[tuple[bool, re.Pattern[str]], ...]] = {
    "en": (
        (True, re.compile(r"\b(?:before|prior to|ahead of)\b", re.I)),
        (False, re.compile(r"\b(?:after|following|since)\b", re.I)),
    ),
    "ko": (
        (True, re.compile(r"기 ?(?:이)?전(?![가-힣]{2})|(?<![가-힣])(?:앞서|앞두고)|보다 먼저|[가-힣] 전(?:에|까지)")),
        (
            False,
            re.compile(r"[은한된난친인] ?(?:뒤|후|다음)|이후|[가-힣] (?:뒤|후|다음)(?:에|부터|,| )|마치고|끝나고|부터"),
        ),
    ),
}
_EARLIER = re.compile(
    r"\bearlier than (?:planned|expected|scheduled)\b|\bahead of schedule\b|\b(?:bring|brought|move[ds]?) forward\b",
    re.I,
)
_LATER = re.compile(
    r"\blater than (?:planned|expected|scheduled)\b|\bbehind schedule\b|\bput off\b|\bpush(?:ed|es)? back\b|\bpostpon\w+",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Pole:
    axis: str
    up: bool  # the first pole of its axis
    start: int  # code points
    word: str
    denied: bool = False  # "did not rise" goes down


@cache
def _words(language: Language) -> dict[str, tuple[tuple[str, bool], ...]]:
    """By word its poles: axis, and whether it is the first. English words stand as written, Korean stems as the analyser gives them."""
    found: dict[str, tuple[tuple[str, bool], ...]] = {}
    axes = json.loads(resources.files("app").joinpath("direction.json").read_text("utf-8"))
    for axis, (first, second) in axes.items():
        for up, pole in ((True, first), (False, second)):
            forms = dict.fromkeys(form for word in pole[language].split() for form in _forms(word, language))
            for form in forms:
                found[form] = (*found.get(form, ()), (axis, up))
    return found


def _forms(word: str, language: Language) -> list[str]:
    """A word as listed, and of English ones the regular forms; what no text holds does no harm."""
    if language == "ko" or len(word) < _REGULAR or word.endswith(("s", "ed", "ing")):
        return [word]
    plural = re.sub(r"(?<![aeiou])y$", "ie", word) + ("es" if re.search(r"(?:s|sh|ch|x)$", word) else "s")
    return [*inflected(word), word, plural]


@lru_cache(maxsize=20_000)
def poles(text: str, language: Language) -> tuple[Pole, ...]:
    """The words that say which way, in order."""
    read = _korean_poles if language == "ko" else _english_poles
    return tuple(read(text))


def _english_poles(text: str) -> Iterator[Pole]:
    plain = _blanked(_IDLE, text)
    for axis, up, pattern in (("decision", True, _VOTED), ("pace", True, _EARLIER), ("pace", False, _LATER)):
        for match in pattern.finditer(plain):
            yield Pole(axis, up, match.start(), match[0])
    yield from _ordered(plain, "en")
    for match in _WORD.finditer(plain):
        for axis, up in _words("en").get(match[0].lower(), ()):
            denied = bool(_NOT.search(plain[max(0, match.start() - 40) : match.start()]))
            yield Pole(axis, up != denied, match.start(), match[0], denied)


def _korean_poles(text: str) -> Iterator[Pole]:
    text = _blanked(_APART, text)
    yield from _ordered(text, "ko")
    for form, tag, start, length in tokens(text):
        tag = tag.split("-")[0]
        if tag not in _STEM_TAGS or (form == "지" and tag == "VX") or (length == 1 and tag == "NNG"):
            continue  # 줄 is a line as a noun
        for axis, up in _words("ko").get(form, ()):
            before = text[max(0, start - 2) : start]
            denied = bool(_NOT_AFTER.match(text[start + length :])) or before in ("안 ", "못 ") or before[-1:] in _UN
            yield Pole(axis, up != denied, start, text[start : start + length], denied)


def _ordered(text: str, language: Language) -> Iterator[Pole]:
    for up, pattern in _ORDER[language]:
        yield from (Pole("order", up, match.start(), match[0]) for match in pattern.finditer(text))


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: " " * len(match[0]), text)


def reversed_in(
    claim: Sequence[str],
    language: Language,
    source: Sequence[str],
    written_in: Language,
    spoken_of: Callable[[str, Sequence[str]], int],
) -> str | None:
    """The word of the claim that goes the other way in its source, if any. Both are given as their clauses.

    `spoken_of` tells which of some clauses of the source a clause of the claim speaks of.
    """
    ours = [(part, pole) for part in claim for pole in poles(part, language)]
    theirs = [(part, pole) for part in source for pole in poles(part, written_in)]
    for axis in dict.fromkeys(pole.axis for _, pole in ours):
        mine = [(part, pole) for part, pole in ours if pole.axis == axis]
        there = [(part, pole) for part, pole in theirs if pole.axis == axis]
        ways, claimed = {pole.up for _, pole in there}, {pole.up for _, pole in mine}
        if (
            len(ways) == 1
            and len(claimed) == 1
            and ways != claimed
            and not _denied_elsewhere(mine, there, language, written_in)
        ):
            return mine[0][1].word
        if len(ways) == 2:
            for part, pole in mine:
                if _contradicted(part, pole, there, spoken_of):
                    return pole.word
    return None


def _denied_elsewhere(
    mine: Sequence[tuple[str, Pole]], there: Sequence[tuple[str, Pole]], language: Language, written_in: Language
) -> bool:
    """Whether only one side has its word denied beside it, and the other denies something further on: "not an advert praising ..."."""
    if any(pole.denied for _, pole in mine) == any(pole.denied for _, pole in there):
        return False
    return negates(" ".join(part for part, _ in mine), language) and negates(
        " ".join(part for part, _ in there), written_in
    )


_CONVERSE = frozenset({"trade", "contest", "loan"})  # axes on which the two sides of one event speak of opposite poles


def conversely(claim: str, language: Language, source: str, written_in: Language) -> bool:
    """Whether one tells of winning, buying or lending what the other tells of as losing, selling or borrowing."""
    for axis in _CONVERSE:
        ours, theirs = (
            {pole.up for pole in poles(*side) if pole.axis == axis}
            for side in ((claim, language), (source, written_in))
        )
        if len(ours) == len(theirs) == 1 and ours != theirs:
            return True
    return False


def _contradicted(
    part: str, pole: Pole, there: Sequence[tuple[str, Pole]], spoken_of: Callable[[str, Sequence[str]], int]
) -> bool:
    """Whether the clause that `part` speaks of goes the other way alone; there are clauses that go either way."""
    texts = list(dict.fromkeys(text for text, _ in there))
    if len(texts) < 2:
        return False
    text = texts[spoken_of(part, texts)]
    return pole.up not in {other.up for where, other in there if where == text}
