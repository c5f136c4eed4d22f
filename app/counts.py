"""How many passages the library has, and how many hold a word: counted once for as long as the library stays as it is."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from ingest.library import Library
from ingest.library_search import Wanted


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
            generation = self._library.generation()
            if generation != self._generation:
                self._generation, self._passages, self._holding = generation, self._library.passage_count(), {}
            unknown = [word for word in words if word not in self._holding]
            self._holding.update(self._library.document_frequency(unknown))
            return self._passages, {word: self._holding[word] for word in words}
