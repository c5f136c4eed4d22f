"""How many passages the library has, and how many hold a word: counted once for as long as the library stays as it is."""

from __future__ import annotations

import math
import threading
from collections.abc import Sequence

from ingest.library import Library
from ingest.library_search import Wanted

_UNKNOWN = 0.5  # how much of a rare word's weight one has for which no article could have anything


class Counts:
    """Both take longer the larger the library is, and each question asks for them several times. Safe for several threads."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._lock = threading.Lock()
        self._generation = -1
        self._passages = 0
        self._holding: dict[Wanted, int] = {}

    def of(self, words: Sequence[Wanted]) -> tuple[int, dict[Wanted, int]]:
        """Passages of newest versions, and by word, or words any of which will do, those that hold it in text or title."""
        with self._lock:
            generation = self._library.content_generation()
            if generation != self._generation:
                self._generation, self._passages, self._holding = generation, self._library.passage_count(), {}
            unknown = [word for word in words if word not in self._holding]
            self._holding.update(self._library.document_frequency(unknown))
            return self._passages, {word: self._holding[word] for word in words}


def rarity(total: int, count: int) -> float:
    """Inverse document frequency as SQLite's bm25() has it, which never counts a word for nothing.

    `count` may be above `total` for a moment: articles came in after the passages were counted.
    """
    return max(1e-6, math.log((max(0, total - count) + 0.5) / (count + 0.5)))


def weight(total: int, count: int) -> float:
    """Inverse document frequency; a word that nothing stands for may be missing from our lists as well as from the articles."""
    return math.log(1 + (total + 1) / (1 + count)) * (1.0 if count else _UNKNOWN)
