"""A name where it stands in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.known import Kind, table


@dataclass(frozen=True, slots=True)
class Name:
    text: str
    start: int  # code points, half-open
    end: int
    kind: Kind  # a best guess


def known_kind(text: str) -> Kind:
    """The kind that the known table gives a name, "other" where it knows none."""
    rows = [row for row in (*table().english(text), *table().korean(text)) if not row.word]
    return rows[0].kind if rows else "other"


_FIGURE = re.compile(r"[0-9½¼¾] ?$")
_MEASURE = re.compile(r"(?:[0-9][0-9.,]* ?)?[kKMGTPmµ]?(?:Wh?|Wp|Ah|VA?|Hz|B|bps|bit|Pa|Bq|J|N|cal)")


def is_measure(text: str, start: int, end: int) -> bool:
    """Whether the word is a unit behind its figure, 12 GWh, or the two together: the figure is checked as such, and nobody is named."""
    word = text[start:end]
    return bool(_MEASURE.fullmatch(word)) and (word[0].isdigit() or bool(_FIGURE.search(text[:start])))
