"""Before and after, from and to: do two things follow each other in a claim as they do in its source?

"A before B" is "B after A". The clause of time is told from the other one by its place, and that two
clauses tell of one thing by the words that they share, in either language; a thing that only one of them
adds (the report on the crash) is another thing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from app.same_thing import renderings
from ingest.dictionary import translations
from ingest.records import Language
from ingest.terms import terms

_FIRST: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:before|prior to|ahead of|in the run-up to|on the eve of|leading up to)\b", re.I),
    "ko": re.compile(r"기 ?(?:이)?전(?![가-힣]{2})|(?<![가-힣])(?:앞서|앞두고)|보다 먼저|[가-힣] 전(?:에|까지)"),
}
_THEN: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:after|following|since|in the wake of|as soon as|once (?:the|he|she|it|they|his|her|their"
        r"|a))\b",
        re.I,
    ),
    "ko": re.compile(
        r"[은한된난친인긴온간진른운] ?(?:뒤|후|다음)|이후|(?<![가-힣])지 [^,]{1,12} ?만에"
        r"|[가-힣] (?:뒤|후|다음)(?:에|부터|,| )|마치고|끝나고"
    ),
}
_END = re.compile(r",(?!\d)|[.;“”]|(?<=[가-힣])(?:며|지만) ")
# What follows another by rank and not in time: France came in after Germany, 독일은 프랑스에 앞서 1위다.
_RANK: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:first|second|third|last|place|places|rank\w*|came in|finish\w*|point|points|standings"
        r"|polls?)\b",
        re.I,
    ),
    "ko": re.compile(r"\d ?[위등](?![가-힣]{2})|선두|순위|꼴찌|앞서 ?있|앞서 ?나"),
}
# Whose doing it is, ahead of a Korean clause of time: 경찰은 사고 뒤 ...
_TOPIC = re.compile(r"^\s*(?:\S+ ){0,2}?\S+[은는] (?=\S)")
_EMPTY = frozenset(
    """the a an and or but of to in on at by for from with as it its his her he she they their was were is
    are be been had has have did do that this only just two three four five six seven eight nine ten hour
    day week month year later even 것 시간 지 만 한 그 이""".split()
)
# Korean has a verb for what is ended, and another for what ends.
_ENDING = frozenset(
    "ended ending ends finish finished complete completed conclude concluded 끝나 끝내 마치 완료 종료".split()
)
_DATED: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"(?!)"),
    "ko": re.compile(r"\d ?[년월일시](?: ?\d+ ?[일분])? ?(?:이후|이전|전|후)$"),
}
# Of two clauses of time about the same, the share of the words of each that stands in the other: the better
# one and the worse. Tried on pairs of our own, in and across both languages; a clause with a second subject
# falls below.
_SURELY, _AT_LEAST = 0.75, 0.5
_SHARED = 0.3  # share of the words of the claim's other clause


@dataclass(frozen=True, slots=True)
class _Sequence:
    main: frozenset[str]
    beside: frozenset[str]  # words of the clause that "before" or "after" opens
    before: bool  # it is said by "before"
    word: str
    at: str  # the clause that it is the time of; empty where that is not told by its place


@lru_cache(maxsize=20_000)
def _sequences(text: str, language: Language) -> tuple[_Sequence, ...]:
    """That one thing comes before another, for each time that a sentence says so; a date alone is no such thing."""
    if _RANK[language].search(text):
        return ()
    found = [(True, match) for match in _FIRST[language].finditer(text)]
    found += [(False, match) for match in _THEN[language].finditer(text)]
    if len(found) > 1:
        found = [(before, match) for before, match in found if not _DATED[language].search(text, 0, match.end())]
    read = (_sequence(text, language, before, match) for before, match in found)
    return tuple(one for one in read if one.beside)


def _sequence(text: str, language: Language, before: bool, match: re.Match[str]) -> _Sequence:
    if language == "en":  # the clause behind it, up to a comma
        end = _END.search(text, match.end())
        low, high = match.end(), end.start() if end else len(text)
    else:  # the clause ahead of it
        low, high = (
            max((stop.end() for stop in _END.finditer(text, 0, match.start())), default=0),
            match.start() + 1,
        )
        topic = _TOPIC.match(text[low:high])
        low += topic.end() if topic else 0
    at = re.split(r",(?!\d)|[;:“”]", text[: match.start()])[-1] if language == "en" else ""
    return _Sequence(_content(f"{text[:low]} {text[high:]}"), _content(text[low:high]), before, match[0], at)


def _content(text: str) -> frozenset[str]:
    words = (word for word in terms(text) if word not in _EMPTY and not word[0].isdigit())
    return frozenset("end" if word in _ENDING else word for word in words)


def _share(words: frozenset[str], others: frozenset[str]) -> float:
    """0..1: of the words, those that stand among the others; across languages of those alone that the word
    list has."""
    across = bool(others) and all(word.isascii() for word in words) != all(word.isascii() for word in others)
    there = {form for other in others for form in renderings(other, across)}
    stand = {word for word in words if renderings(word, across) & there}
    known = {word for word in words if not across or translations(word)} | stand
    return len(stand) / len(known) if known else 0.0


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    shares = _share(one, other), _share(other, one)
    return max(shares) >= _SURELY and min(shares) >= _AT_LEAST


def at_the_same_time(claim: str, language: Language, source: str, written_in: Language) -> tuple[str, str] | None:
    """What a claim has happen after (or before) something, and what its source has happen then: "fell", "all of
    which rose" of "...after they stopped". None where they do not tell of the same time."""
    for ours in _sequences(claim, language):
        for theirs in _sequences(source, written_in):
            if ours.before == theirs.before and ours.at and theirs.at and _about(ours.beside, theirs.beside):
                return ours.at, theirs.at
    return None


def _about(one: frozenset[str], other: frozenset[str]) -> bool:
    return max(_share(one, other), _share(other, one)) >= _SURELY


_FROM_TO: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\bfrom (?P<first>[^,.;]{2,40}?) (?:in)?to (?P<last>[^,.;]{2,40}?)(?= (?:such|which|that|in|on|by|as|after|and"
        r"|for|over|last|this|next)\b|[,.;]|$)"
    ),
    "ko": re.compile(r"(?<!\S)(?P<first>\S{1,20}?)에서 (?P<last>(?:\S{1,20} )?\S{1,20}?)(?:으로|로)(?= )"),
}


def disordered(claim: str, language: Language, source: str, written_in: Language) -> str | None:
    """The word by which the claim has first what comes last in the source: A before B for A after B, or for
    B before A; to A for from A."""
    if returned := _returned(claim, language, source, written_in):
        return returned
    return next(
        (
            ours.word
            for ours in _sequences(claim, language)
            for theirs in _sequences(source, written_in)
            if _swapped(ours, theirs)
        ),
        None,
    )


def _swapped(ours: _Sequence, theirs: _Sequence) -> bool:
    if ours.before != theirs.before:
        return _alike(ours.beside, theirs.beside) and _share(ours.main, theirs.main) >= _SHARED
    straight = _share(ours.beside, theirs.beside) + _share(ours.main, theirs.main)
    crossed = _share(ours.beside, theirs.main) + _share(ours.main, theirs.beside)
    return crossed > straight and _alike(ours.beside, theirs.main) and _alike(ours.main, theirs.beside)


def _returned(claim: str, language: Language, source: str, written_in: Language) -> str | None:
    """Where the claim has it go, if from there it comes in the source, and goes where the claim has it come from."""
    for ours in _FROM_TO[language].finditer(claim):
        first, last = _content(ours["first"]), _content(ours["last"])
        ways = [(_content(way["first"]), _content(way["last"])) for way in _FROM_TO[written_in].finditer(source)]
        straight = max((max(_share(first, start), _share(last, end)) for start, end in ways), default=0.0)
        crossed = max((min(_share(first, end), _share(last, start)) for start, end in ways), default=0.0)
        if crossed > straight and crossed >= _AT_LEAST:
            return ours["last"]
    return None
