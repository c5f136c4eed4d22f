"""The two sides of a comparison that have changed places, by the words that stand for them in one language."""

from __future__ import annotations

import re

from app.comparisons import LESS
from ingest.records import Language
from ingest.terms import terms

_ARTICLES = frozenset("the a an that those its his her their".split())
_THAN: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:than|rather than) (?P<standard>[^,.;]{2,40})", re.I),
    "ko": re.compile(r"(?P<standard>[가-힣A-Za-z0-9]+)보다"),
}


def swapped(claim: str, source: str, language: Language) -> str | None:
    """ "The time matters more than the length" where the source has the length matter more than the time."""
    for ours in _THAN[language].finditer(claim):
        for theirs in _THAN[language].finditer(source):
            if _compared_by(claim, ours, language) != _compared_by(source, theirs, language):
                continue  # more than it is the other way round of less than the other; longer and sooner may agree
            mine, other = _first(ours["standard"]), _first(theirs["standard"])
            if mine and other and mine != other:
                before = claim.replace(ours[0], " "), source.replace(theirs[0], " ")
                if other in terms(before[0]) and mine in terms(before[1]):
                    return ours[0]
    return None


def _compared_by(text: str, than: re.Match[str], language: Language) -> tuple[bool, str]:
    """Whether this comparison of the text is of less; and in English by which word, if it is not of more or less alone."""
    less = any(found.start() < than.end() and than.start() < found.end() for found in LESS[language].finditer(text))
    word = re.search(r"\b(\w+er) $", text[: than.start()]) if language == "en" else None
    return less, word[1].lower() if word else ""


def _first(words: str) -> str | None:
    return next((word for word in terms(words) if word not in _ARTICLES), None)
