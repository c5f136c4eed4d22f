"""Whether a word stands in a text in another form: in the other language, or as a near synonym.

A word list says it of common words. Of others the encoder does: it puts a word beside its translation. The cosine of two single words means little by itself, but how far
it rises above what each of the two gets from unrelated words of the other's language tells a translation (8 standard deviations
and more) from a word of the same field (up to 6).
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable, Sequence

import numpy as np

from app.background import Centring, read
from ingest.dictionary import translations
from ingest.encoder import Encoder
from ingest.language import detect
from ingest.records import Language

_CACHED = 200_000  # words whose vectors are kept; 384 float32 each come to about 300 MB when full
_FROM, _TO = 5.0, 9.0  # standard deviations at which a likeness begins to count, and counts in full


class Words:
    """Likeness of single words. Safe for several threads."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._lock = threading.Lock()
        self._cache: OrderedDict[str, np.ndarray] = OrderedDict()
        strangers = {language: encoder.encode_questions(words) for language, words in read("words").items()}
        self._centring = {
            (a, b): Centring.between(strangers[a], strangers[b], parallel=True) for a in strangers for b in strangers
        }

    def likeness(self, words: Sequence[str], others: Sequence[str]) -> np.ndarray:
        """float32 [len(words), len(others)], 0..1: 1 where two words mean the same, 0 where they have nothing in common."""
        found = np.zeros((len(words), len(others)), np.float32)
        if not words or not others:
            return found
        for ours in _by_language(words):
            for theirs in _by_language(others):
                pair = detect(words[ours[0]]), detect(others[theirs[0]])
                # What the list says of a word is surer than what the encoder hears in it: 열리 is near to rely, and means open.
                unlisted = [i for i in ours if pair[0] == pair[1] or not translations(words[i])]
                if unlisted:
                    block = self._deviations([words[i] for i in unlisted], [others[j] for j in theirs], pair)
                    found[np.ix_(unlisted, theirs)] = np.clip((block - _FROM) / (_TO - _FROM), 0, 1)
        means = [frozenset((word, *translations(word))) for word in words]
        same = np.array([[other in mean for other in others] for mean in means])
        return np.where(same, np.float32(1), found)

    def _deviations(self, ours: Sequence[str], theirs: Sequence[str], pair: tuple[Language, Language]) -> np.ndarray:
        """float32 [len(ours), len(theirs)]: standard deviations above unrelated words of these languages."""
        vectors = self._vectors([*ours, *theirs])
        return self._centring[pair].deviations(*(np.stack([vectors[word] for word in side]) for side in (ours, theirs)))

    def coverage(self, words: Sequence[str], texts: Iterable[Sequence[str]]) -> np.ndarray:
        """float32 [len(texts), len(words)]: how well each word stands in each text, given as its words."""
        texts = [list(text) for text in texts]
        vocabulary = list(dict.fromkeys(word for text in texts for word in text))
        likeness = dict(zip(vocabulary, self.likeness(words, vocabulary).T, strict=True))
        nothing = np.zeros(len(words), np.float32)
        rows = [np.max([likeness[word] for word in text] or [nothing], axis=0) for text in texts]
        return np.stack(rows) if rows else np.zeros((0, len(words)), np.float32)

    def _vectors(self, words: Sequence[str]) -> dict[str, np.ndarray]:
        with self._lock:
            found = {word: self._cache[word] for word in words if word in self._cache}
            for word in found:
                self._cache.move_to_end(word)  # the words longest unused make way
        missing = [word for word in dict.fromkeys(words) if word not in found]
        if missing:
            # Copies: a row is a view, and one kept word would keep the vectors of all that it was encoded with.
            rows = [row.copy() for row in self._encoder.encode_questions(missing)]
            found.update(zip(missing, rows, strict=True))
            with self._lock:
                self._cache.update((word, found[word]) for word in missing)
                while len(self._cache) > _CACHED:
                    self._cache.popitem(last=False)
        return found


def _by_language(words: Sequence[str]) -> list[list[int]]:
    """The places of Korean words, and of the others; without what is empty."""
    places: dict[Language, list[int]] = {"ko": [], "en": []}
    for place, word in enumerate(words):
        places[detect(word)].append(place)
    return [group for group in places.values() if group]
