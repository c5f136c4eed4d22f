"""Quotation marks promise the very words: what a sentence quotes must stand in its source."""

from __future__ import annotations

import unicodedata

from ingest.quotation import quotations as spans

_LEAST = 2  # words or more: a single quoted word is a title or a term, checked as a name


def quotations(text: str) -> list[str]:
    found = (text[start + 1 : end - 1].strip() for start, end in spans(text))
    return [quoted for quoted in found if len(quoted.split()) >= _LEAST]


def stands_in(quoted: str, source: str) -> bool:
    """Letter for letter after NFC; only white space and a closing comma or full stop may differ."""
    return _plain(quoted).rstrip(".,") in _plain(source)


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFC", text).translate(str.maketrans("“”‘’", "\"\"''"))
    return " ".join(text.split())
