"""Nearest passages by their vectors. The only owner of chromadb, and the only place that knows its distances.

Chroma is a cache here: everything in it can be inserted again from the vectors that the library keeps.
"""

from __future__ import annotations

import contextlib
import hashlib
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from ingest.errors import IndexMismatch
from ingest.shared_client import SharedClient

FOLDER = "index"
BATCH = 5_000  # rows a call; Chroma 1.5.9 takes 5,461
# ef_search 200 finds .99 of the true 50 nearest where the default of 100 finds .95 (10,000 vectors of 40 latent
# dimensions), for half a millisecond.
HNSW = {"space": "cosine", "ef_search": 200}
REPAIR = "Run: geungeo check --repair"

Metadata = Mapping[str, str | int]

# Within a process Chroma shares its state of a folder between clients, so the client is shared here too.
_clients: dict[Path, SharedClient] = {}
_clients_lock = threading.Lock()


class VectorIndex:
    """The passages of newest versions, as one encoder sees them. Safe to use from several threads.

    Sees what other processes wrote. Raises IndexMismatch where the folder is missing or cannot be read, and
    Busy where another process keeps writing.
    """

    def __init__(self, home: Path, fingerprint: str, dimensions: int | None = None) -> None:
        """`dimensions` (of a vector) is checked on writing; None will do for reading. Opens nothing yet."""
        self.folder = home / FOLDER
        self.fingerprint = fingerprint
        self.dimensions = dimensions
        self._name = collection_name(fingerprint)
        with _clients_lock:
            self._client = _clients.setdefault(home.resolve(), SharedClient(home, FOLDER, _open))

    @property
    def exists(self) -> bool:
        """Whether there is anything on the disk. Opens nothing."""
        return (self.folder / "chroma.sqlite3").is_file()

    def upsert(self, ids: Sequence[str], vectors: np.ndarray, metadatas: Sequence[Metadata]) -> None:
        """Insert or replace. `vectors` is float32 [n, d] of unit length."""
        if not ids:
            return
        if vectors.shape != (len(ids), self.dimensions or vectors.shape[1]):
            raise ValueError(f"{len(ids)} ids and {self.dimensions} dimensions, but vectors {vectors.shape}")
        with _told(self.folder), self._client.writing() as chroma:
            collection = chroma.get_or_create_collection(
                self._name, configuration={"hnsw": HNSW}, embedding_function=None
            )
            for at in range(0, len(ids), BATCH):
                part = slice(at, at + BATCH)
                kept = [dict(one) for one in metadatas[part]]
                collection.upsert(ids=list(ids[part]), embeddings=vectors[part], metadatas=kept)

    def delete(self, ids: Sequence[str]) -> None:
        """Take these out; those that are not in it are no error."""
        if not ids or not self.exists:
            return
        with _told(self.folder), self._client.writing() as chroma:
            collection = _collection(chroma, self._name)
            for at in range(0, len(ids), BATCH) if collection else ():
                collection.delete(ids=list(ids[at : at + BATCH]))

    def query(self, vector: np.ndarray, k: int, where: Mapping[str, Any] | None = None) -> list[tuple[str, float]]:
        """The k nearest (nearly always: HNSW) as id and cosine (-1..1, higher is nearer), nearest first.

        `where` is in Chroma's words, over the metadata.
        """
        with self._reading() as collection:
            wanted = min(k, collection.count())
            if wanted <= 0:
                return []
            found = collection.query(
                query_embeddings=[vector.tolist()],
                n_results=wanted,
                where=dict(where) if where else None,
                include=["distances"],
            )
        return [(id_, 1.0 - d) for id_, d in zip(found["ids"][0], found["distances"][0], strict=True)]

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
            raise IndexMismatch(f"The index at {self.folder} is missing.", REPAIR)
        with _told(self.folder), self._client.reading() as chroma:
            collection = _collection(chroma, self._name)
            if collection is None:
                raise IndexMismatch(f"The index at {self.folder} holds nothing of this encoder.", REPAIR)
            yield collection


def collection_name(fingerprint: str) -> str:
    """One collection an encoder; Chroma wants 3 to 512 characters of a narrow alphabet."""
    return "passages-" + hashlib.sha256(fingerprint.encode()).hexdigest()[:32]


def _open(folder: Path) -> Any:
    import chromadb
    from chromadb.api.shared_system_client import SharedSystemClient
    from chromadb.errors import ChromaError

    folder.mkdir(parents=True, exist_ok=True)
    try:
        quiet = chromadb.Settings(anonymized_telemetry=False)
        chroma = chromadb.PersistentClient(str(folder), settings=quiet)
        for collection in chroma.list_collections():
            # Chroma applies its log at the first question: let that be now, while the write lock is held. And
            # without its HNSW files it goes on with the log alone, silently: the oldest vector shows that.
            collection.get(limit=1, include=["embeddings"])
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
def _told(folder: Path) -> Iterator[None]:
    from chromadb.errors import ChromaError

    try:
        yield
    except ChromaError as error:
        raise IndexMismatch(f"The index at {folder} cannot be used: {error}.", REPAIR) from error
