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
# Of what there is more or less, and which is less; what compares otherwise (weaker, sooner) concludes nothing.
_WAYS: dict[Language, dict[str, tuple[re.Pattern[str], re.Pattern[str]]]] = {
    "en": {
        axis: (re.compile(rf"\b(?:{more})\b", re.I), re.compile(rf"\b(?:{less})\b", re.I))
        for axis, more, less in (
            ("length", "longer", "shorter"),
            ("height", "higher|taller", "lower"),
            ("size", "larger|bigger|greater", "smaller"),
            ("age", "older", "younger"),
            ("weight", "heavier", "lighter"),
            ("width", "wider", "narrower"),
            ("price", "dearer|costlier", "cheaper"),
            ("speed", "faster", "slower"),
            ("amount", "more|twice as many|twice as much", "less|fewer|half as many|half as much"),
        )
    },
    "ko": {
        axis: (re.compile(rf"(?<![가-힣])(?:{more})"), re.compile(rf"(?<![가-힣])(?:{less})"))
        for axis, more, less in (
            ("length", "길[다고었]|긴 |긴$", "짧"),
            ("height", "높", "낮"),
            ("size", "크[다고며]|컸|큰 ", "작[다은았]"),
            ("age", "나이가 많", "나이가 적|어리|어린"),
            ("weight", "무겁|무거", "가볍|가벼"),
            ("width", "넓", "좁"),
            ("price", "비싸|비싼|비쌌", "싸[다고며]|싼 |쌌"),
            ("speed", "빠르|빨랐|빨라|빠른", "느리|느린|느렸"),
            ("amount", "많", "적[다은었게어]|덜 "),
        )
    },
}
_EMPTY = frozenset(
    "the a an of in on at to by for from with and or it its that those one is was were are be had has have did do than as more less twice 것 쪽 때"
    " 수 더 이 그".split()
)


def told_from_the_other_side(
    claim: str, language: Language, source: str, written_in: Language, than_what: bool = True
) -> bool:
    """Whether what a source holds something against is what its claim speaks of. `than_what`: the claim, too, must say than what."""
    theirs = _sides(source, written_in)
    if theirs is None:
        return False
    standard, rest = theirs
    ours = _sides(claim, language)
    if ours is None and than_what:
        return False
    mine, beside = ours or (frozenset[str](), _content(claim))
    across = language != written_in
    if not _meet(_without(standard - rest, mine, across), beside, across):
        return False
    return ours is None or _meet(_without(mine - beside, standard, across), rest, across)


def same_way(claim: str, language: Language, source: str, written_in: Language) -> bool:
    """Whether both have more of the same, or both have less, of the one side, and both say than what."""
    if _sides(claim, language) is None or _sides(source, written_in) is None:
        return False
    ours, theirs = _way(claim, language), _way(source, written_in)
    return ours is not None and ours == theirs


def _way(text: str, language: Language) -> tuple[str, bool] | None:
    """What there is more of, or less; None where that is none of these, or several."""
    found = {
        (axis, more)
        for axis, patterns in _WAYS[language].items()
        for more, pattern in zip((True, False), patterns, strict=True)
        if pattern.search(text)
    }
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=20_000)
def _sides(text: str, language: Language) -> tuple[frozenset[str], frozenset[str]] | None:
    """The words of what something is held against, and the others; None where a sentence compares nothing, or twice."""
    if (span := standard(_STANDARD[language], text, language)) is None:
        return None
    low, high = span
    return _content(text[low:high]), _content(f"{text[:low]} {text[high:]}")


def standard(pattern: re.Pattern[str], text: str, language: Language) -> tuple[int, int] | None:
    """Where what something is held against stands, by a pattern with a group `standard`; None but for one comparison.

    In Korean it begins behind the other side: 새 것이 낡은 것보다.
    """
    found = list(pattern.finditer(text))
    if len(found) != 1:
        return None
    low, high = found[0].span("standard")
    if language == "ko":
        subjects = (
            start + length
            for form, tag, start, length in tokens(text)
            if low <= start < high and (tag == "JKS" or (tag == "JX" and form in ("은", "는")))
        )
        low = max(subjects, default=low)
    return low, high


def _content(text: str) -> frozenset[str]:
    return frozenset(word for word in terms(text) if word not in _EMPTY and not word[0].isdigit())


def _without(words: frozenset[str], others: frozenset[str], across: bool) -> frozenset[str]:
    return frozenset(word for word in words if not _meet(frozenset({word}), others, across))


def _meet(words: frozenset[str], others: frozenset[str], across: bool) -> bool:
    there = {form for other in others for form in renderings(other, across)}
    return any(renderings(word, across) & there for word in words)
