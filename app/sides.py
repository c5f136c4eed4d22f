"""Of two sides that a sentence compares, which is held against which? "The old one is shorter than the new one" tells from the one side what
"the new one is longer" tells from the other; two texts that hold different sides and go the same way contradict each other."""

from __future__ import annotations

import re
from functools import lru_cache

from app.same_thing import renderings
from ingest.kiwi import tokens
from ingest.records import Language
from ingest.terms import terms

_STANDARD: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:than|(?:twice|half|times) as \w+ [^,.;]{1,40}? as) (?![$£€]|\w*\d)(?P<standard>[^,.;]{2,40})", re.I
    ),
    "ko": re.compile(r"(?P<standard>[^,]{1,40})보다(?= )"),
}
_LESS: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:less|fewer|lower|shorter|smaller|younger|lighter|narrower|cheaper|half as|slower)\b", re.I),
    "ko": re.compile(r"(?<![가-힣])(?:적[다은었게어지]|낮|짧|작[다은았]|덜|절반|가볍|싸[다고며]|느리)"),
}
_EMPTY = frozenset(
    "the a an of in on at to by for from with and or it its that those one is was were are be had has have did do than as more less twice 것 쪽 때"
    " 수 더 이 그".split()
)


def told_from_the_other_side(claim: str, language: Language, source: str, written_in: Language) -> bool:
    """Whether what a source holds something against is what its claim speaks of."""
    theirs = _sides(source, written_in)
    if theirs is None:
        return False
    standard, rest = theirs
    ours = _sides(claim, language)
    mine, beside = ours or (frozenset[str](), _content(claim))
    across = language != written_in
    if not _meet(_without(standard - rest, mine, across), beside, across):
        return False
    return ours is None or _meet(_without(mine - beside, standard, across), rest, across)


def same_way(claim: str, language: Language, source: str, written_in: Language) -> bool:
    """Whether both have more of the one side, or both have less, and both say than what."""
    if _sides(claim, language) is None or _sides(source, written_in) is None:
        return False
    return bool(_LESS[language].search(claim)) == bool(_LESS[written_in].search(source))


@lru_cache(maxsize=20_000)
def _sides(text: str, language: Language) -> tuple[frozenset[str], frozenset[str]] | None:
    """The words of what something is held against, and the others; None where a sentence compares nothing, or twice."""
    found = list(_STANDARD[language].finditer(text))
    if len(found) != 1:
        return None
    low, high = found[0].span("standard")
    if language == "ko":
        low = standard_start(text, low, high)
    return _content(text[low:high]), _content(f"{text[:low]} {text[high:]}")


def standard_start(text: str, low: int, high: int) -> int:
    """Of a Korean text, where what is ahead of 보다 begins: behind the other side, 새 것이 낡은 것보다."""
    ends = [
        start + length
        for form, tag, start, length in tokens(text)
        if low <= start < high and (tag == "JKS" or (tag == "JX" and form in ("은", "는")))
    ]
    return max(ends, default=low)


def _content(text: str) -> frozenset[str]:
    return frozenset(word for word in terms(text) if word not in _EMPTY and not word[0].isdigit())


def _without(words: frozenset[str], others: frozenset[str], across: bool) -> frozenset[str]:
    return frozenset(word for word in words if not _meet(frozenset({word}), others, across))


def _meet(words: frozenset[str], others: frozenset[str], across: bool) -> bool:
    there = {form for other in others for form in renderings(other, across)}
    return any(renderings(word, across) & there for word in words)
