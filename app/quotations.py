"""Text in quotation marks: what a sentence gives as somebody's own words."""

from __future__ import annotations

import re
import unicodedata

# An apostrophe inside a word opens nothing; a lone opening mark runs to nowhere and is no quotation.
_QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"|(?<!\w)‘([^‘’]+)’|(?<![\w])'([^']+)'(?![A-Za-z])|「([^」]+)」|『([^』]+)』")
_LEAST = 2  # words or more: a single quoted word is a title or a term, checked as a name


def quotations(text: str) -> list[str]:
    found = (next(part for part in match.groups() if part) for match in _QUOTED.finditer(text))
    return [quoted.strip() for quoted in found if len(quoted.split()) >= _LEAST]


def stands_in(quoted: str, source: str) -> bool:
    """Letter for letter after NFC; only white space and a closing comma or full stop may differ."""
    return _plain(quoted).rstrip(".,") in _plain(source)


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFC", text).translate(str.maketrans("“”‘’", "\"\"''"))
    return " ".join(text.split())
