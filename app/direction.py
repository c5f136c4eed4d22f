"""Which way things go: does a claim have them rise where its source has them fall, pass where it has them fail?

Each axis of direction.json has two poles. A claim that names one pole only is held to the words of its source on the same axis: the opposite pole alone
contradicts it; with both there, the one in the clause that the claim speaks of decides. A source without words on that axis says nothing
here. A pole that is denied ("did not rise", 오르지 않았다) is the other one, roughly.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib import resources

from ingest.kiwi import tokens
from ingest.quantities import parse, same
from ingest.quantity import Quantity
from ingest.records import Language
from ingest.terms import terms

_STEM_TAGS = frozenset({"MAG", "VV", "VA", "NNG", "XR", "VX"})
_NOT = re.compile(r"(?:\b(?:not|never|no|neither|nor|without|hardly|barely)\b|n['’]t\b)(?:\s+[\w'’-]+){0,2}\s*$", re.I)
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


_APART = re.compile(r"떨어진 (?:곳|거리|지점|데|섬|바다|해상|마을|도시)|떨어져 ?(?:있|사는|살)")  # a place, no fall
_VOTED = re.compile(
    r"\b(?:voted|vot(?:e|es|ing) to)\b(?![^.;]{0,60}\b(?:against|down|not|no)\b)", re.I
)  # to do something: for it


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


@cache
def _words(language: Language) -> dict[str, tuple[tuple[str, bool], ...]]:
    """By word its poles: axis, and whether it is the first. English words stand as written, Korean stems as the analyser gives them."""
    found: dict[str, tuple[tuple[str, bool], ...]] = {}
    axes = json.loads(resources.files("app").joinpath("direction.json").read_text("utf-8"))
    for axis, (first, second) in axes.items():
        for up, pole in ((True, first), (False, second)):
            for word in pole[language].split():
                found[word] = (*found.get(word, ()), (axis, up))
    return found


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
    for match in re.finditer(r"[A-Za-z]+", plain):
        for axis, up in _words("en").get(match[0].lower(), ()):
            yield Pole(
                axis,
                up != bool(_NOT.search(plain[max(0, match.start() - 40) : match.start()])),
                match.start(),
                match[0],
            )


def _korean_poles(text: str) -> Iterator[Pole]:
    text = _blanked(_APART, text)
    for form, tag, start, length in tokens(text):
        if tag.split("-")[0] not in _STEM_TAGS or (form == "지" and tag.startswith("VX")):
            continue
        for axis, up in _words("ko").get(form, ()):
            denied = bool(_NOT_AFTER.match(text[start + length :])) or text[max(0, start - 2) : start] in ("안 ", "못 ")
            yield Pole(axis, up != denied, start, text[start : start + length])


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
        if len(ways) == 1 and len(claimed) == 1 and ways != claimed:
            return mine[0][1].word
        if len(ways) == 2:
            for part, pole in mine:
                if _contradicted(part, pole, there, spoken_of):
                    return pole.word
    return None


def _contradicted(
    part: str, pole: Pole, there: Sequence[tuple[str, Pole]], spoken_of: Callable[[str, Sequence[str]], int]
) -> bool:
    """Whether the clause that `part` speaks of goes the other way alone; there are clauses that go either way."""
    texts = list(dict.fromkeys(text for text, _ in there))
    if len(texts) < 2:
        return False
    text = texts[spoken_of(part, texts)]
    return pole.up not in {other.up for where, other in there if where == text}


_THAN: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:than|rather than) (?P<standard>[^,.;]{2,40})", re.I),
    "ko": re.compile(r"(?P<standard>[가-힣A-Za-z0-9]+)보다"),
}


def swapped(claim: str, source: str, language: Language) -> str | None:
    """ "The time matters more than the length" where the source has the length matter more than the time."""
    for ours in _THAN[language].finditer(claim):
        for theirs in _THAN[language].finditer(source):
            mine, other = _first(ours["standard"]), _first(theirs["standard"])
            if mine and other and mine != other:
                before = claim.replace(ours[0], " "), source.replace(theirs[0], " ")
                if other in terms(before[0]) and mine in terms(before[1]):
                    return ours[0]
    return None


def _first(words: str) -> str | None:
    return next(iter(terms(words)), None)


_IN = r"(?:[^,;]|(?<=\d),(?=\d))"  # a comma within a figure ends no part
_FROM_TO: dict[Language, re.Pattern[str]] = {
    "en": re.compile(rf"\bfrom\b(?P<a>{_IN}{{1,60}}?)\bto\b(?P<b>{_IN}{{1,40}})", re.I),
    "ko": re.compile(rf"(?P<a>\S{_IN}{{0,40}}?)에서 (?P<b>{_IN}{{1,30}}?)(?:으로|로)(?![가-힣])"),
}


def turned(claim: str, language: Language, source: str, written_in: Language) -> str | None:
    """ "From 7.5 to 8.6" where the source goes from 8.6 to 7.5."""
    for first, second in _changes(claim, language):
        for one, other in _changes(source, written_in):
            if same(first, other) and same(second, one) and not same(first, one):
                return f"{first.text} - {second.text}"
    return None


def _changes(text: str, language: Language) -> Iterator[tuple[Quantity, Quantity]]:
    figures = parse(text, language)
    for match in _FROM_TO[language].finditer(text):
        a = [figure for figure in figures if match.start("a") <= figure.start < match.end("a")]
        b = [figure for figure in figures if match.start("b") <= figure.start < match.end("b")]
        if a and b:
            yield a[-1], b[0]
        elif a and a[-1].end > match.start("b") and a[-1].low != a[-1].high:  # read as one range
            yield replace(a[-1], high=a[-1].low), replace(a[-1], low=a[-1].high)
