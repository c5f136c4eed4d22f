"""Who wrote an article, as a byline says it; a line that only looks like a byline is left to the text."""

from __future__ import annotations

import re

_ROLE = r"\s?(?:선임|수습|인턴|전문|객원)?\s?(?:기자|특파원)"
_MAIL = r"(?:\s+\S+@\S+)?"
_BY = re.compile(r"By (?P<names>[^\W\d_].*)")
_REPORTER = re.compile(rf"(?P<names>[가-힣]{{2,4}}(?:[·,]\s?[가-힣]{{2,4}})*){_ROLE}{_MAIL}")
_KOREAN_NAME = re.compile(rf"(?P<name>[가-힣]{{2,4}}?)(?:{_ROLE})?{_MAIL}")
_BETWEEN = re.compile(r"\s*[,·;]\s*(?:and\s+)?|\s+and\s+")
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_PARTICLES = frozenset("al bin da de del den der di du el la le ten van von y".split())
# Words that a headline may write with a capital, and no name has.
_IN_NO_NAME = frozenset(
    """a an and as at by for from in into is no not of on or our the their to up with without
    monday tuesday wednesday thursday friday saturday sunday""".split()
)
_MAX_WORDS = 6


def byline(line: str) -> tuple[str, ...]:
    """The names of a line that is a byline without a label ("By Ada Finch", 한나래 기자); empty for any other line."""
    if found := _BY.fullmatch(line):
        found_names = names(found["names"])
        return found_names if found_names and " " in found_names[0] else ()  # "By Land and Sea" is a headline
    found = _REPORTER.fullmatch(line)
    return names(found["names"]) if found else ()


def names(value: str) -> tuple[str, ...]:
    """The names in the value of a label, without roles and addresses; empty where any part of it is no name."""
    read = [_name(part) for part in _BETWEEN.split(value) if part]
    return tuple(name for name in read if name) if all(read) else ()


def _name(text: str) -> str | None:
    if korean := _KOREAN_NAME.fullmatch(text):
        return korean["name"]
    words = text.split()
    if len(words) > _MAX_WORDS or text.endswith(".") or not words[-1][0].isupper():
        return None
    return text if all(word in _PARTICLES or _is_name_word(word) for word in words) else None


def _is_name_word(word: str) -> bool:
    return bool(_WORD.fullmatch(word)) and word[0].isupper() and word.lower() not in _IN_NO_NAME
