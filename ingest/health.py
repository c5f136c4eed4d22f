"""Whether the library, its indexes and its models agree; and building again what is derived."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ingest import models
from ingest.dense import check_encoder
from ingest.encoder import Encoder
from ingest.errors import IndexMismatch
from ingest.indexing import Progress, drain
from ingest.library import Library
from ingest.library_check import REPAIR
from ingest.settings import Settings
from ingest.terms import terms
from ingest.vector_index import VectorIndex

BATCH = 5_000  # vectors compared at a time
SAME = 0.99  # cosine of a vector with its copy in the index; float16 costs less than .001


def check(library: Library, index: VectorIndex, settings: Settings) -> list[str]:
    """What does not agree, a line each with what to do; empty when all is well. Changes nothing.

    `index` is the one of the encoder that the settings name.
    """
    found = library.problems()
    if waiting := library.outbox_size():
        found.append(f"{waiting} passages wait to be indexed. {REPAIR}")
    try:
        found += _index_problems(library, index)
    except IndexMismatch as error:
        found.append(str(error))
    return found + model_problems(settings)


def repair(
    library: Library, index: VectorIndex, encoder: Encoder, progress: Callable[[Progress], None] | None = None
) -> None:
    """Build the index of words and the vector index again from what the library holds, and compare articles that never were.

    Vectors that are kept are only inserted; missing ones are encoded; other encoders' are dropped. Until it
    ends, searches find less. Raises Busy where another process keeps writing.
    """
    library.rebuild_terms(terms)
    library.rebuild_copies()
    index.clear()
    library.restart_index(encoder.fingerprint)
    drain(library, index, encoder, progress=progress)


def model_problems(settings: Settings) -> list[str]:
    """The models that the settings name and that are not there."""
    return [
        f"The model {name} is not in {settings.models}. Run: geungeo models pull {name}"
        for name in models.used(settings)
        if not models.is_pulled(name, settings.models)
    ]


def _index_problems(library: Library, index: VectorIndex) -> list[str]:
    held = library.index_encoder()
    if held is None:
        return []  # nothing was ever indexed; what waits for it has been counted
    check_encoder(held, index.fingerprint)
    expected, there = _sides(library, index, held)
    wrong = _wrong_vectors(library, index, held, sorted(expected & there))
    if expected != there or wrong:  # perhaps only written to between two reads: look again while nobody writes
        with library.writing():
            expected, there = _sides(library, index, held)
            wrong = _wrong_vectors(library, index, held, sorted(expected & there & wrong))
    found = []
    if missing := expected - there:
        found.append(f"{len(missing)} passages are missing from the vector index. {REPAIR}")
    if extra := there - expected:
        found.append(f"{len(extra)} passages of old or removed articles are still in the vector index. {REPAIR}")
    if wrong:
        found.append(f"{len(wrong)} passages have lost their vectors, in the library or its index. {REPAIR}")
    return found


def _sides(library: Library, index: VectorIndex, fingerprint: str) -> tuple[set[str], set[str]]:
    """Passages that the index should have and those that it has, both without those that wait."""
    waiting = library.pending(fingerprint)
    expected = set(library.passage_ids()) - {*waiting.encode, *waiting.place}
    if not expected and not index.exists:
        return set(), set()
    return expected, index.ids() - {*waiting.encode, *waiting.place, *waiting.drop}


def _wrong_vectors(library: Library, index: VectorIndex, fingerprint: str, ids: list[str]) -> set[str]:
    """The passages that are not in the index with the vector that the library keeps."""
    wrong: set[str] = set()
    for at in range(0, len(ids), BATCH):
        part = ids[at : at + BATCH]
        kept, indexed = library.passage_vectors(fingerprint, part), index.vectors(part)
        wrong.update(
            id_
            for id_ in part
            if id_ not in kept
            or id_ not in indexed
            or kept[id_].shape != indexed[id_].shape
            or float(np.dot(kept[id_], indexed[id_])) < SAME
        )
    return wrong
