"""Another process: `python -m tests.integration.index_writer HOME FROM TO` puts vectors FROM..TO into the index of HOME."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from ingest.vector_index import VectorIndex

DIMENSIONS = 32


def vectors(start: int, end: int) -> np.ndarray:
    """One made from each number, of unit length; no two are near each other."""
    made = np.stack([np.random.default_rng(n).standard_normal(DIMENSIONS) for n in range(start, end)])
    return (made / np.linalg.norm(made, axis=1, keepdims=True)).astype(np.float32)


def put(index: VectorIndex, start: int, end: int) -> None:
    for at in range(start, end, 500):
        stop = min(at + 500, end)
        numbers = [{"n": n} for n in range(at, stop)]
        index.upsert([f"p{n}" for n in range(at, stop)], vectors(at, stop), numbers)


if __name__ == "__main__":
    put(VectorIndex(Path(sys.argv[1]), "f", DIMENSIONS), int(sys.argv[2]), int(sys.argv[3]))
