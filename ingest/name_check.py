"""Which names of a claim do not stand in its source, in any script or form."""

from __future__ import annotations

import re

from ingest.aliases import Aliases
from ingest.common_words import COMMON, PERSON_TITLES
from ingest.mentions import find_names
from ingest.name import Name
from ingest.name_parts import SMALL, name_parts
from ingest.name_source import Source
from ingest.noun_windows import Place
from ingest.records import Language


def missing_names(
    claim: str, claim_language: Language, source: str, source_language: Language, aliases: Aliases
) -> list[Name]:
    """The names of `claim` that `source` does not hold, in order; spans count in `claim`."""
    names = find_names(claim, claim_language)
    if not names:
        return []
    look = Source(source, aliases)
    titles = [] if claim_language == source_language else _titles_of_works(claim)
    return [
        name
        for name in names
        if not (any(start <= name.start and name.end <= end for start, end in titles) and _translated(name))
        and not look.holds(name)
        and not look.holds_bracket(name, claim)
    ]


def namesakes(claim: str, article: str) -> list[str]:
    """Persons of an English claim whose surname the article gives to others alone: Bob Roe where it knows Alice Roe only."""
    found = []
    for name in find_names(claim, "en"):
        words = name.text.split()
        if name.kind != "person" or len(words) < 2:
            continue
        before = re.findall(rf"\b([A-Z][\w'’-]+\.?) {re.escape(words[-1])}\b", article)
        firsts = {word for word in before if word.rstrip(".").lower() not in PERSON_TITLES | COMMON}
        if firsts and not firsts & set(words[:-1]):
            found.append(name.text)
    return found


def _titles_of_works(claim: str) -> list[Place]:
    """Quoted stretches in which most words are capitalised: a book's or a film's title, translated and not transcribed."""
    spans = []
    for match in re.finditer(r"[\"“][^\"“”]{4,160}[\"”]", claim):
        words = [word for word in re.findall(r"[A-Za-z][\w'’]*", match.group()) if word.lower() not in SMALL]
        if len(words) > 1 and sum(word[0].isupper() for word in words) / len(words) >= 0.7:
            spans.append(match.span())
    return spans


def _translated(name: Name) -> bool:
    """Whether a title's words are plain ones (The Last Palace), which a translation does not keep by sound."""
    parts = name_parts(name.text)
    plain = any(part.word or part.text.lower() in COMMON for part in parts)
    return plain and not any(part.rows and not part.word for part in parts)
