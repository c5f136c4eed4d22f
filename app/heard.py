"""The names of a library by their sound, and who speaks in it: looked up once for as long as the library stays as it is."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from app.question import Question
from ingest.common_words import COMMON
from ingest.dictionary import translations
from ingest.library import Library
from ingest.names import Aliases
from ingest.sound_index import SoundIndex
from ingest.terms import terms

_REST = 30.0  # seconds; while articles come in, those of the last half minute are not yet known by sound ...
_SHARE = 10  # ... or of so many times as long as the last look took
_CACHED = 10_000


class Heard:
    """Safe for several threads."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._lock = threading.Lock()
        self._generation, self._made, self._rest = -1, 0.0, _REST
        self._words: frozenset[str] = frozenset()
        self._terms: dict[str, frozenset[str]] = {}  # of each speaker's name
        self._speakers: dict[str, list[str]] = {}  # by term, who has it in the name
        self._alike = _cached(SoundIndex(()))

    def alike(self, term: str) -> tuple[str, ...]:
        """Terms of the library that sound like `term` and are written in the other script; never of a listed word."""
        if translations(term) or term.lower() in COMMON:
            return ()
        self.refresh()
        return self._alike(term)

    def asked(self, question: Question, aliases: Aliases) -> frozenset[str]:
        """Those whose words are asked for, as the library's articles write their names; nobody, where no words are asked for."""
        if not question.reported:
            return frozenset()
        # A surname alone is often no name to the eye: 셰리던은 뭐라고 했나요?
        rare = [term for term in question.terms if _may_be_a_name(term)]
        return frozenset(self.speakers([*(name.text for name in question.names), *rare], aliases))

    def speakers(self, names: Sequence[str], aliases: Aliases) -> list[str]:
        """Those who speak in the library and whom one of `names` may mean."""
        if names:
            self.refresh()
        found: dict[str, None] = {}
        for name in names:
            words = [*terms(name), *(word for form in aliases.forms(name) for word in terms(form))]
            words += [other for word in words for other in (*self.alike(word), *translations(word))]
            for speaker in dict.fromkeys(one for word in words for one in self._speakers.get(word, ())):
                if aliases.same(name, speaker):
                    found[speaker] = None
        return list(found)

    def refresh(self) -> None:
        """Look again if there is something new. It may take seconds, in which other threads go on with what was known before."""
        if not self._lock.acquire(blocking=not self._made):
            return
        try:
            start = time.monotonic()
            generation = self._library.content_generation()
            if generation != self._generation and (not self._made or start - self._made >= self._rest):
                self._look()
                self._generation, self._made = generation, time.monotonic()
                self._rest = max(_REST, _SHARE * (self._made - start))
        finally:
            self._lock.release()

    def _look(self) -> None:
        words = frozenset(filter(_may_be_a_name, self._library.vocabulary()))
        if words != self._words:
            self._words, self._alike = words, _cached(SoundIndex(words))
        who = self._library.speakers()
        self._terms = {speaker: self._terms.get(speaker) or frozenset(terms(speaker)) for speaker in who}
        speakers: dict[str, list[str]] = defaultdict(list)
        for speaker in who:
            for word in self._terms[speaker]:
                speakers[word].append(speaker)
        self._speakers = speakers


def _cached(index: SoundIndex):
    return lru_cache(maxsize=_CACHED)(index.alike)


def _may_be_a_name(word: str) -> bool:
    """Not what stands in a dictionary: there is no telling an article's names from its rare words otherwise."""
    return len(word) > 1 and not word[0].isdigit() and word not in COMMON and not translations(word)
