"""The words that a name is made of, with what the known table says about each."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ingest.known import Row, table
from ingest.truecase import is_common


@dataclass(frozen=True, slots=True)
class Part:
    """A word of a name, or several that the table knows together."""

    text: str
    rows: tuple[Row, ...]

    @property
    def word(self) -> bool:
        return bool(self.rows) and all(row.word for row in self.rows)


def name_parts(name: str) -> list[Part]:
    """The words of a name, the longest runs that the table knows kept together."""
    written = [word for word in re.split(r"[\s·]+|(?<=\w)-(?=[A-Z])", name) if word]
    words = [word for word in written if word.lower() not in SMALL] or written  # "Al", "The The"
    words = [piece for word in words for piece in _unglued(word)]
    lookup: Callable[[str], tuple[Row, ...]] = table().korean if re.search(r"[가-힣]", name) else table().english
    parts: list[Part] = []
    index = 0
    while index < len(words):
        for count in range(min(4, len(words) - index), 0, -1):
            phrase = " ".join(words[index : index + count])
            rows = lookup(phrase)
            if rows or count == 1:
                parts.append(Part(re.sub(r"['’]s?$", "", phrase), rows))
                index += count
                break
    return parts


def is_sentence(parts: list[Part]) -> bool:
    """A title of common words of which one makes a sentence: each of them stands in many a text."""
    words = [part.text.lower() for part in parts if not part.text.isupper()]
    return 2 < len(words) == len(parts) and not _SAYING.isdisjoint(words) and all(is_common(word) for word in words)


def _unglued(word: str) -> list[str]:
    """일본어, 미국인, 시러큐스대학: what Korean glues to a name, taken off where it means something by itself."""
    if not re.fullmatch(r"[가-힣]{3,}", word) or table().korean(word):
        return [word]
    if (suffix := _SUFFIX.search(word)) and table().korean(word[: suffix.start()]):
        return [word[: suffix.start()]]
    for length in range(len(word) - 2, 1, -1):
        if any(row.word for row in table().korean(word[-length:])):
            return [*_unglued(word[:-length]), word[-length:]]
    return [word]


_SUFFIX = re.compile(r"(?:어|인|인들|산|계|측|식|판|제|학|발|행|령|군|파|주의|주의자|주|시|국)$")
SMALL = frozenset("of the and for in on at & de la le el al bin von van der den da di du dos a an to".split())
_SAYING = frozenset(
    "i you he she it we they me us him them my your is are was be can could will would do does did what when how why who".split()
)
