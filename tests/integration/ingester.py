"""Another process: `python -m tests.integration.ingester HOME` ingests generated articles and drains as it goes.

Prints the id of each article once it is told to be stored, "drained" after each drain, and "done".
"""

from __future__ import annotations

import sys
from pathlib import Path

from ingest.indexing import drain
from ingest.ingestion import ingest
from ingest.library import Library
from ingest.records import Document
from ingest.vector_index import VectorIndex
from tests.fakes import BagEncoder

ARTICLES = 200
SENTENCES = 30
DRAIN_EVERY = 20  # articles


def documents() -> list[Document]:
    """English, so that no morphological analyser has to be loaded in each process."""
    return [
        Document(
            raw=" ".join(f"Plant {n} reported {k} new orders in its quarter number {n + k}." for k in range(SENTENCES)),
            format="text",
            source=f"/generated/{n}.txt",
            id=f"g{n}",
        )
        for n in range(ARTICLES)
    ]


def main(home: Path) -> None:
    encoder = BagEncoder()
    index = VectorIndex(home, encoder.fingerprint, encoder.dimensions)
    with Library.open(home) as library:
        for n, outcome in enumerate(ingest(library, documents()), 1):
            print(outcome.status, outcome.article_id, flush=True)
            if n % DRAIN_EVERY == 0:
                drain(library, index, encoder)
                print("drained", flush=True)
    print("done", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
