"""An answer of one name, date or figure alone: "Friday", which only its question gives a meaning."""

from __future__ import annotations

from ingest.names import find_names
from ingest.quantities import parse
from ingest.records import Language


def is_bare(claim: str, language: Language) -> bool:
    spans = [(one.start, one.end) for one in (*find_names(claim, language), *parse(claim, language))]
    left = (letter for place, letter in enumerate(claim) if not any(low <= place < high for low, high in spans))
    return bool(spans) and not any(letter.isalnum() for letter in left)
