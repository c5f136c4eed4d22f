"""Nearest passages by their vectors. The only owner of chromadb, and the only place that knows its distances.

Chroma is a cache here: everything in it can be inserted again from the vectors that the library keeps. One process may write
at a time, and a client that was open while another process wrote is stale for good: its searches miss what is new, and its
next write destroys what the other wrote. So every write leaves a new stamp beside the index, and a client whose stamp is old
is closed and opened again, under the home's write lock, before it is used.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import threading
import uuid
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar

import numpy as np

from ingest.errors import Busy, IndexMismatch
from ingest.lock import write_lock

FOLDER = "index"
BATCH = 5_000  # rows a call; Chroma 1.5.9 takes 5,461
READER_WAIT = 2.0  # seconds a reader waits for a write to end before it searches what it has
REPAIR = "Run: geungeo check --repair"

Metadata = Mapping[str, str | int]


class VectorIndex:
    """The passages of newest versions, as one encoder sees them. Safe to use from several threads.

    Raises IndexMismatch where the folder is missing or cannot be read; Busy where another process keeps writing.
    """

    def __init__(self, home: Path, fingerprint: str, dimensions: int | None = None) -> None:
        """`dimensions` (of a vector) is checked on writing; None will do for reading."""
        self.home = home
        self.fingerprint = fingerprint
        self.dimensions = dimensions
        self._name = collection_name(fingerprint)
        self._client = _Client.of(home)

    @property
    def exists(self) -> bool:
        """Whether there is anything on the disk. Opens nothing."""
        return (self.home / FOLDER / "chroma.sqlite3").is_file()

    def upsert(self, ids: Sequence[str], vectors: np.ndarray, metadatas: Sequence[Metadata]) -> None:
        """Insert or replace. `vectors` is float32 [n, d] of unit length."""
        if not ids:
            return
        if vectors.shape != (len(ids), self.dimensions or vectors.shape[1]):
            raise ValueError(f"{len(ids)} ids of {self.dimensions} dimensions, but vectors of shape {vectors.shape}")
        with self._client.writing() as chroma:
            collection = chroma.get_or_create_collection(
                self._name, configuration={"hnsw": {"space": "cosine"}}, embedding_function=None
            )
            for at in range(0, len(ids), BATCH):
                part = slice(at, at + BATCH)
                collection.upsert(
                    ids=list(ids[part]), embeddings=vectors[part], metadatas=[dict(one) for one in metadatas[part]]
                )

    def delete(self, ids: Sequence[str]) -> None:
        """Take these out; those that are not in it are no error."""
        if not ids or not self.exists:
            return
        with self._client.writing() as chroma:
            collection = _collection(chroma, self._name)
            for at in range(0, len(ids), BATCH) if collection else ():
                collection.delete(ids=list(ids[at : at + BATCH]))

    def query(
        self, vector: np.ndarray, k: int, where: Mapping[str, Any] | None = None
    ) -> list[tuple[str, float]]:
        """The k nearest (nearly always: HNSW) as id and cosine (-1..1, higher is nearer), nearest first."""
        with self._reading() as collection:
            count = collection.count()
            if min(k, count) <= 0:
                return []
            found = collection.query(
                query_embeddings=[vector.tolist()], n_results=min(k, count), where=dict(where) if where else None,
                include=["distances"],
            )  # fmt: skip
            hits = [(id_, 1.0 - d) for id_, d in zip(found["ids"][0], found["distances"][0], strict=True)]
        if not where and len(hits) < min(k, count) / 2:
            # Without its HNSW files Chroma counts its rows and finds next to none of them, with no error.
            raise IndexMismatch(f"The index at {self.home / FOLDER} is damaged.", REPAIR)
        return hits

    def count(self) -> int:
        with self._reading() as collection:
            return collection.count()

    def ids(self) -> set[str]:
        with self._reading() as collection:
            return set(collection.get(include=[])["ids"])

    def vectors(self, ids: Sequence[str]) -> dict[str, np.ndarray]:
        """Float32 [d] as the index itself has them. Raises IndexMismatch if it has lost one of them."""
        with self._reading() as collection:
            found = collection.get(ids=list(ids), include=["embeddings"])
            return dict(zip(found["ids"], np.asarray(found["embeddings"], np.float32), strict=True))

    def clear(self) -> None:
        """Delete the folder, whatever is in it: a damaged one cannot be opened to be emptied."""
        self._client.clear()

    def close(self) -> None:
        """Let go of the files; the next use opens them again."""
        self._client.close()

    @contextlib.contextmanager
    def _reading(self) -> Iterator[Any]:
        if not self.exists:
            raise IndexMismatch(f"The index at {self.home / FOLDER} is missing.", REPAIR)
        with self._client.reading() as chroma:
            collection = _collection(chroma, self._name)
            if collection is None:
                raise IndexMismatch("The index holds nothing of this encoder.", REPAIR)
            yield collection


def collection_name(fingerprint: str) -> str:
    """One collection an encoder; Chroma wants 3 to 512 characters of a narrow alphabet."""
    return "passages-" + hashlib.sha256(fingerprint.encode()).hexdigest()[:32]


class _Client:
    """The process's one Chroma client of a home. Chroma shares its state within a process anyway, so this is shared too."""

    _of: ClassVar[dict[Path, _Client]] = {}
    _of_lock: ClassVar[threading.Lock] = threading.Lock()

    def __init__(self, home: Path) -> None:
        self._home = home
        self._stamp_file = home / f"{FOLDER}.stamp"
        self._lock = threading.RLock()  # closing the client under a running call would break it
        self._chroma: Any = None
        self._seen = ""

    @classmethod
    def of(cls, home: Path) -> _Client:
        with cls._of_lock:
            return cls._of.setdefault(home.resolve(), cls(home))

    @contextlib.contextmanager
    def writing(self) -> Iterator[Any]:
        with write_lock(self._home), self._lock, _told(self._home):
            self._open_if_stale()
            self._stamp()  # before, in case this process is killed amid the write
            try:
                yield self._chroma
            finally:
                self._stamp()  # after, for a reader that could not wait and opened amid it

    @contextlib.contextmanager
    def reading(self) -> Iterator[Any]:
        while True:
            if self._stale():
                self._open_for_reading()
            with self._lock, _told(self._home):
                if self._chroma is not None:  # another thread may have closed it in between
                    yield self._chroma
                    return

    def clear(self) -> None:
        with write_lock(self._home), self._lock:
            self.close()
            shutil.rmtree(self._home / FOLDER, ignore_errors=True)
            self._stamp()

    def close(self) -> None:
        with self._lock:
            if self._chroma is not None:
                self._chroma.close()
                self._chroma = None

    def _open_for_reading(self) -> None:
        """Open under the write lock: opening reads files that a writer replaces, and applies its own log to them.

        Where a writer keeps the lock, a client that is open already goes on with what it knows.
        """
        try:
            # In writing() too the write lock comes before the thread lock; the other way round two threads could deadlock.
            with write_lock(self._home, READER_WAIT), self._lock, _told(self._home):
                self._open_if_stale()
        except Busy:
            if self._chroma is None:
                raise

    def _open_if_stale(self) -> None:
        stamp = self._stamp_on_disk()
        if self._chroma is None or stamp != self._seen:
            self.close()
            self._chroma = _opened(self._home / FOLDER)
            self._seen = stamp

    def _stale(self) -> bool:
        with self._lock:
            return self._chroma is None or self._stamp_on_disk() != self._seen

    def _stamp_on_disk(self) -> str:
        try:
            return self._stamp_file.read_text("ascii")
        except FileNotFoundError:
            return ""

    def _stamp(self) -> None:
        self._seen = uuid.uuid4().hex
        fresh = self._stamp_file.with_suffix(".new")
        fresh.write_text(self._seen, "ascii")
        os.replace(fresh, self._stamp_file)


def _opened(folder: Path) -> Any:
    import chromadb
    from chromadb.api.shared_system_client import SharedSystemClient
    from chromadb.errors import ChromaError

    folder.mkdir(parents=True, exist_ok=True)
    try:
        chroma = chromadb.PersistentClient(str(folder), settings=chromadb.Settings(anonymized_telemetry=False))
        for collection in chroma.list_collections():
            collection.count()  # makes Chroma apply its log now, while the write lock is held
    except ChromaError:
        # Chroma would hand out the half-opened state again, even after a repair.
        SharedSystemClient._identifier_to_system.pop(str(folder), None)
        SharedSystemClient._identifier_to_refcount.pop(str(folder), None)
        raise
    return chroma


def _collection(chroma: Any, name: str) -> Any | None:
    from chromadb.errors import NotFoundError

    try:
        return chroma.get_collection(name, embedding_function=None)
    except NotFoundError:
        return None


@contextlib.contextmanager
def _told(home: Path) -> Iterator[None]:
    from chromadb.errors import ChromaError

    try:
        yield
    except ChromaError as error:
        raise IndexMismatch(f"The index at {home / FOLDER} cannot be used: {error}.", REPAIR) from error
