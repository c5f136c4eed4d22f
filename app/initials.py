"""Names that are initials: SUV stands by sport utility vehicle, in whichever language the claim is."""

from __future__ import annotations

import re

_INITIALS = re.compile(r"[A-Z]{2,6}")
_WORD = re.compile(r"[A-Za-z]+")
_SMALL = frozenset(["of", "the", "and", "for", "in", "on", "to", "a", "an"])


def spelled_out(name: str, text: str) -> bool:
    """Whether the words of a run in `text` begin with the letters of `name`, with or without the small ones among them."""
    if not _INITIALS.fullmatch(name):
        return False
    words = [word.lower() for word in _WORD.findall(text)]
    runs = ("".join(word[0] for word in words), "".join(word[0] for word in words if word not in _SMALL))
    return any(name.lower() in run for run in runs)
