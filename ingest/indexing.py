"""From the outbox to the vector index: encode what is new, place it, take out what is gone.

Every step can be repeated: vectors are saved before they are placed, and an outbox row is cleared only when
the index agrees with the library about its passage. Killed anywhere, the next run goes on from there.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection
from dataclasses import dataclass

import numpy as np

from ingest.dense import check_encoder, metadata
from ingest.encoder import Encoder, PassageText
from ingest.errors import LibraryError, NotFound
from ingest.library import Library
from ingest.library_check import LOST
from ingest.records import Filters
from ingest.vector_index import VectorIndex

WINDOW = 256  # outbox rows looked at, and at most written to the index, under one hold of the lock


@dataclass(frozen=True, slots=True)
class Progress:
    done: int  # passages placed or taken out so far
    left: int  # outbox rows still to do


def drain(
    library: Library,
    index: VectorIndex,
    encoder: Encoder,
    *,
    batch: int = 16,
    progress: Callable[[Progress], None] | None = None,
    pause: Callable[[], None] | None = None,
    stop: threading.Event | None = None,
) -> int:
    """Empty the outbox, or as much of it as there is until `stop` is set; returns the rows done.

    `pause` is called between batches of `batch` passages and may block, so that a question gets the machine.
    The write lock is held for each write, not while encoding. Raises IndexMismatch where the index holds
    another encoder's vectors, LibraryError where passages cannot be encoded, and Busy.
    """
    fingerprint = encoder.fingerprint
    _prepare(library, index, fingerprint)
    done = 0
    while not (stop and stop.is_set()):
        if pause:
            pause()
        pending = library.pending(fingerprint, WINDOW)
        if not pending:
            break
        if pending.place or pending.drop:
            done += _place(library, index, fingerprint)
            if progress:
                progress(Progress(done, library.outbox_size()))
        else:
            _encode(library, encoder, pending.encode[:batch])
            _check_encoded(library, fingerprint, pending.encode[:batch])
    return done


def _prepare(library: Library, index: VectorIndex, fingerprint: str) -> None:
    """Refuse another encoder's index; where this one's is gone, note every passage to be placed again."""
    held = library.index_encoder()
    if held is None:
        return  # the first placing makes it this encoder's
    check_encoder(held, fingerprint)
    if not index.exists:
        library.restart_index(fingerprint)


def _encode(library: Library, encoder: Encoder, ids: Collection[str]) -> None:
    passages = library.passages(ids)
    texts: dict[str, PassageText] = {}
    for id_, passage in passages.items():
        try:
            article = library.article(passage.article_id, passage.version)
        except NotFound:  # removed a moment ago; the outbox says so by now
            continue
        spans = tuple((s.start - passage.start, s.end - passage.start) for s in passage.sentences)
        texts[id_] = PassageText(article.title, article.text[passage.start : passage.end], spans)
    if not texts:
        return
    made = encoder.encode_passages(list(texts.values()))
    kept = {id_: (one.passage, one.sentences, one.title) for id_, one in zip(texts, made, strict=True)}
    library.save_vectors(encoder.fingerprint, kept)


def _check_encoded(library: Library, fingerprint: str, ids: Collection[str]) -> None:
    """Without their sentences passages would be asked for again and again."""
    if lost := set(ids).intersection(library.pending(fingerprint, WINDOW).encode):
        raise LibraryError(f"{len(lost)} passages cannot be indexed: they have lost their sentences.", LOST)


def _place(library: Library, index: VectorIndex, fingerprint: str) -> int:
    """Make the index agree about the next rows, with nobody able to change the library in between."""
    with library.writing():
        if held := library.index_encoder():
            check_encoder(held, fingerprint)  # another process may have been first
        pending = library.pending(fingerprint, WINDOW)
        vectors = library.passage_vectors(fingerprint, pending.place)
        articles = {id_: passage.article_id for id_, passage in library.passages(pending.place).items()}
        heads = {h.id: h for h in library.heads(Filters(articles=tuple(set(articles.values()))))} if articles else {}
        index.delete(pending.drop)
        if pending.place:
            kept = [
                metadata(head.id, head.language, head.publisher, head.published)
                for head in (heads[articles[id_]] for id_ in pending.place)
            ]
            index.upsert(pending.place, np.stack([vectors[id_] for id_ in pending.place]), kept)
        library.settle(fingerprint, pending.place + pending.drop)
    return len(pending.place) + len(pending.drop)
