"""The seasons that a text names. They are no quantities, and a claim may no more change them than a month."""

from __future__ import annotations

import re

from ingest.records import Language

_SEASONS: dict[Language, dict[str, re.Pattern[str]]] = {
    "en": {
        "spring": re.compile(r"\b(?:in|by|this|last|next|early|late|the|of|until|from|since) spring\b", re.I),
        "summer": re.compile(r"\bsummer\b", re.I),
        "autumn": re.compile(r"\bautumn\b|\b(?:in the|this|last|next|early|late) fall\b", re.I),
        "winter": re.compile(r"\bwinter\b", re.I),
    },
    "ko": {
        "spring": re.compile(r"(?:올|내년|지난|이번|작년|년) ?봄|봄(?:에|부터|까지|철)"),
        "summer": re.compile(r"여름"),
        "autumn": re.compile(r"(?:올|내년|지난|이번|작년|년) ?가을|가을(?:에|부터|까지|철)"),
        "winter": re.compile(r"겨울"),
    },
}


def seasons(text: str, language: Language) -> list[str]:
    """Their English names, in the order of the year."""
    return [season for season, pattern in _SEASONS[language].items() if pattern.search(text)]
