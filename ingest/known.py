"""The small table of names and name-words that mean the same in Korean and English: `known_names.json`.

Places with their nationalities, world bodies and large firms, and the words that institutions are named with (대학, University).
A row is "한국어; 다른 표기 | English; other forms", the customary form first. Facts of common knowledge, kept by hand.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Kind = Literal["person", "organisation", "place", "other"]
_KINDS: dict[str, Kind] = {
    "homes": "place",
    "places": "place",
    "organisations": "organisation",
    "terms": "other",
    "words": "other",
}


@dataclass(frozen=True, slots=True)
class Row:
    korean: tuple[str, ...]
    english: tuple[str, ...]
    kind: Kind
    word: bool  # a word of names (University), no name by itself
    home: bool  # a country whose press writes in Korean or English


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[Row, ...]
    by_korean: dict[str, tuple[Row, ...]]  # keyed by korean_key
    by_english: dict[str, tuple[Row, ...]]  # keyed by english_key

    def english(self, words: str) -> tuple[Row, ...]:
        return self.by_english.get(english_key(words), ())

    def korean(self, words: str) -> tuple[Row, ...]:
        return self.by_korean.get(korean_key(words), ())


def english_key(words: str) -> str:
    """Case, full stops, possessive, a leading "the" and kinds of apostrophe do not tell English names apart."""
    plain = words.replace("’", "'").lower().strip()
    plain = re.sub(r"'s?$", "", plain) if not plain.endswith("moody's") else plain
    return re.sub(r"\s+", " ", re.sub(r"^the ", "", plain).replace(".", ""))


def korean_key(words: str) -> str:
    """Spaces do not tell Korean names apart (유럽 연합, 유럽연합)."""
    return re.sub(r"\s+", "", words).upper()


@cache
def table() -> Table:
    """The table, read once. Its file is part of the package."""
    raw = json.loads((files("ingest") / "known_names.json").read_text("utf-8"))
    rows = [_row(line, group) for group, lines in raw.items() for line in lines]
    by_korean: dict[str, tuple[Row, ...]] = {}
    by_english: dict[str, tuple[Row, ...]] = {}
    for row in rows:
        for form in row.korean:
            by_korean[korean_key(form)] = (*by_korean.get(korean_key(form), ()), row)
        for form in row.english:
            by_english[english_key(form)] = (*by_english.get(english_key(form), ()), row)
    return Table(tuple(rows), by_korean, by_english)


def is_home(name: str) -> bool:
    """Whether it is a country, or its people, whose press writes in Korean or English and so leaves it out: British restaurants."""
    return any(row.home for row in (*table().english(name), *table().korean(name)))


def _row(line: str, group: str) -> Row:
    korean, english = line.split("|")
    return Row(_forms(korean), _forms(english), _KINDS[group], group == "words", group == "homes")


def _forms(half: str) -> tuple[str, ...]:
    return tuple(form.strip() for form in half.split(";"))
