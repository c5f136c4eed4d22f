"""Capitals that news lets speak and act for their states: Moscow has stressed, 러시아는 강조했다."""

from __future__ import annotations

import re

from ingest.known import english_key, korean_key, table
from ingest.name import Name

_CAPITALS = """
Moscow Russia, Washington United States, Beijing China, Tokyo Japan, Seoul South Korea, Pyongyang North Korea, London United Kingdom,
Paris France, Berlin Germany, Madrid Spain, Rome Italy, Kyiv Ukraine, Tehran Iran, Ankara Turkey, Athens Greece, Taipei Taiwan,
Jerusalem Israel, Baghdad Iraq, Riyadh Saudi Arabia, Ottawa Canada, Canberra Australia, Warsaw Poland, Budapest Hungary
"""
_STATES = dict(pair.split(None, 1) for pair in _CAPITALS.replace("\n", " ").split(", "))
# Where something is, a capital is a city.
_IN = re.compile(r"\b(?:in|at|near|from|to|of|outside|through|around|across)\s+(?:the\s+)?$", re.I)
_ACTS = re.compile(r"(?!에서|에|로|시|\s?시내|\s?출신|,)")


def means_state(name: Name, claim: str, source: str) -> bool:
    """Whether `name` is a capital that acts, whose state the source names, or a state whose capital acts there."""
    keys = {english_key(name.text), *(english_key(form) for row in table().korean(name.text) for form in row.english)}
    for capital, state in _STATES.items():
        if english_key(capital) in keys and _acts(claim, name.start, name.end) and _places(state, source):
            return True
        if english_key(state) in keys and any(_acts(source, *place) for place in _places(capital, source)):
            return True
    return False


def _acts(text: str, start: int, end: int) -> bool:
    return not _IN.search(text[:start]) and bool(_ACTS.match(text[end:]))


def _places(name: str, text: str) -> list[tuple[int, int]]:
    rows = table().english(name)
    forms = [
        *(form for row in rows for form in row.english),
        *(korean_key(form) for row in rows for form in row.korean),
    ]
    pattern = "|".join(sorted(map(re.escape, forms), key=len, reverse=True)) or re.escape(name)
    return [match.span() for match in re.finditer(rf"(?<![A-Za-z])(?:{pattern})(?![A-Za-z])", text)]
