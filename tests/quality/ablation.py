"""Retrieval without one of its ingredients, or with more or less of it, to measure what that is worth. Nothing in the product can be
switched off so.

An ingredient is what adds to a passage's score; what it finds stays a candidate. Without `sound`, names without brackets are not
looked for by their sound; without `spread`, cosines are raw, here and where sentences are chosen: put on the scale of deviations,
which what words tell is added to, by the same two figures for all directions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from functools import partial
from unittest.mock import patch

import numpy as np

from app import choose, retrieve
from app.background import Background
from app.heard import Heard
from ingest.records import Language


@contextmanager
def without(names: Iterable[str]) -> Iterator[None]:
    """Searches made inside do without these of INGREDIENTS; "own=7" gives one of WEIGHTS that weight instead."""
    with ExitStack() as changed:
        for name, _, weight in (name.partition("=") for name in names):
            changed.enter_context(patch.object(*WEIGHTS[name], float(weight)) if weight else INGREDIENTS[name]())
        yield


def is_known(name: str) -> bool:
    name, equals, weight = name.partition("=")
    return name in (WEIGHTS if equals else INGREDIENTS) and (not equals or weight.replace(".", "", 1).isdigit())


def _raw(self: Background, question: np.ndarray, _: Language, texts: np.ndarray, __: Language) -> np.ndarray:
    strangers = np.concatenate([(one.left @ one.right.T).ravel() for one in self._centring.values()])
    return (texts @ question - strangers.mean()) / strangers.std()


WEIGHTS = {
    "nearest": (retrieve, "_NEAREST"),  # the sentence that is nearest
    "title": (retrieve, "_TITLE"),
    "foreign": (retrieve, "_FOREIGN"),  # words and names in another form: word list, alias table, sound
    "own": (retrieve, "_OWN"),  # BM25 of words as the question writes them
    "statement": (retrieve, "_SPOKEN"),  # passages in which someone speaks whose words are asked for
    "speaker": (choose, "_SPEAKER"),  # the sentences that he says
}
INGREDIENTS: dict[str, Callable[[], AbstractContextManager[object]]] = {
    name: partial(patch.object, *constant, 0.0) for name, constant in WEIGHTS.items()
} | {
    "sound": partial(patch.object, Heard, "alike", lambda self, term: ()),
    "spread": partial(patch.object, Background, "standardise", _raw),
}
