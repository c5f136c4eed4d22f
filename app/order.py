"""Before and after: do two things follow each other in a claim as they do in its source?

"A before B" is "B after A". Which thing is which is told by the words that both texts share, in either language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ingest.dictionary import translations
from ingest.records import Language
from ingest.terms import terms

_FIRST: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:before|prior to|ahead of|in the run-up to|on the eve of|leading up to)\b", re.I),
    "ko": re.compile(r"기 ?(?:이)?전(?![가-힣]{2})|(?<![가-힣])(?:앞서|앞두고)|보다 먼저|[가-힣] 전(?:에|까지)"),
}
_THEN: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:after|following|since|in the wake of|as soon as|once (?:the|he|she|it|they|his|her|their|a))\b", re.I
    ),
    "ko": re.compile(
        r"[은한된난친인긴온간진른운] ?(?:뒤|후|다음)|이후|(?<![가-힣])지 [^,]{1,12} ?만에|[가-힣] (?:뒤|후|다음)(?:에|부터|,| )|마치고|끝나고"
    ),
}
_END = re.compile(r",(?!\d)|[.;]")
_MARGIN = 1.0  # words by which the things must be told apart


@dataclass(frozen=True, slots=True)
class _Sequence:
    first: frozenset[str]  # words of what comes first
    then: frozenset[str]
    before: bool  # it is said by "before"
    word: str


@lru_cache(maxsize=20_000)
def _sequence(text: str, language: Language) -> _Sequence | None:
    """Of a sentence that says once that one thing comes before another."""
    found = [(True, match) for match in _FIRST[language].finditer(text)]
    found += [(False, match) for match in _THEN[language].finditer(text)]
    if len(found) != 1:
        return None
    before, match = found[0]
    if language == "en":  # the clause behind it, up to a comma
        end = _END.search(text, match.end())
        low, high = match.end(), end.start() if end else len(text)
    else:  # the clause ahead of it
        low, high = max((stop.end() for stop in _END.finditer(text, 0, match.start())), default=0), match.start() + 1
    beside, main = _content(text[low:high]), _content(f"{text[:low]} {text[high:]}")
    return _Sequence(*((main, beside) if before else (beside, main)), before, match[0])


def _content(text: str) -> frozenset[str]:
    words = [word for word in terms(text) if len(word) > 1 and not word[0].isdigit()]
    return frozenset(form for word in words for form in (word, *translations(word)))


def disordered(claim: str, language: Language, source: str, written_in: Language) -> str | None:
    """The word by which the claim has first what comes last in the source."""
    ours, theirs = _sequence(claim, language), _sequence(source, written_in)
    if not ours or not theirs or ours.before == theirs.before:
        return None
    straight = len(ours.first & theirs.first) + len(ours.then & theirs.then)
    crossed = len(ours.first & theirs.then) + len(ours.then & theirs.first)
    return ours.word if crossed > straight + _MARGIN else None
