"""Where the names in a text are, and the spellings that the caller knows besides."""

from __future__ import annotations

import re
from collections.abc import Collection

from ingest.mentions_en import english_names
from ingest.mentions_ko import korean_names
from ingest.name import Name, known_kind
from ingest.records import Language


def find_names(text: str, language: Language, known: Collection[str] = ()) -> list[Name]:
    """Names in order of place, none overlapping. `known` are spellings to be found wherever they stand as whole words."""
    found = korean_names(text) if language == "ko" else english_names(text)
    return _merge(found, _given(text, known))


def _merge(found: list[Name], given: list[Name]) -> list[Name]:
    """Given names win over found ones that they cover; found ones win where they reach further."""
    kept = list(found)
    for name in given:
        clash = [other for other in kept if other.start < name.end and name.start < other.end]
        if all(name.start <= other.start and other.end <= name.end for other in clash):
            kept = [other for other in kept if other not in clash] + [name]
    return sorted(kept, key=lambda name: name.start)


def _given(text: str, known: Collection[str]) -> list[Name]:
    if not known:
        return []
    spelled = sorted((re.escape(form) for form in known if len(form) > 1), key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w])(?:{'|'.join(spelled)})(?![A-Za-z0-9])") if spelled else None
    hits = pattern.finditer(text) if pattern else ()
    return [Name(m.group(), m.start(), m.end(), known_kind(m.group())) for m in hits]
