"""What one would put together from tutorials, to be measured beside ours with the same weights.

Articles are cut by LangChain's recursive splitter, chunks and questions go through the encoder as they are, without the prompts it was
trained with, and Chroma finds the nearest by cosine. An article ranks by its best chunk. Its title is the first line of what is cut.
"""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ingest.records import Language
from tests.quality.retrieval_data import Text

SIZE, OVERLAP = 1000, 200  # characters; the values of LangChain's own tutorial on retrieval
CHUNKS = 100  # found for a question: enough that ten articles are among them
_AT_ONCE = 100  # questions in one query

Encode = Callable[[Sequence[str]], np.ndarray]  # float32 [n, d]


@dataclass(frozen=True, slots=True)
class Chunk:
    article: str
    language: Language
    text: str


def split(articles: Iterable[Text]) -> list[Chunk]:
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(chunk_size=SIZE, chunk_overlap=OVERLAP)
    return [
        Chunk(article.id, article.language, text)
        for article in articles
        for text in splitter.split_text(f"{article.title}\n\n{article.text}".strip())
    ]


class StockChain:
    def __init__(self, articles: Iterable[Text], encode: Encode) -> None:
        import chromadb

        self._encode, self._chunks = encode, split(articles)
        client = chromadb.EphemeralClient(chromadb.Settings(anonymized_telemetry=False))
        self._collection = client.create_collection(
            uuid.uuid4().hex, configuration={"hnsw": {"space": "cosine"}}, embedding_function=None
        )
        vectors, step = encode([chunk.text for chunk in self._chunks]), client.get_max_batch_size()
        for start in range(0, len(self._chunks), step):
            part = range(start, min(start + step, len(self._chunks)))
            self._collection.add(
                ids=[str(i) for i in part],
                embeddings=vectors[part.start : part.stop],
                metadatas=[{"language": self._chunks[i].language} for i in part],
            )

    def articles(self, questions: Sequence[str], language: Language | None = None) -> list[list[str]]:
        """For each question the ids of the articles found, best first: all of them, or those in `language`."""
        vectors = self._encode(questions)
        where = {"language": language} if language else None
        counted = sum(language in (None, chunk.language) for chunk in self._chunks)
        found: list[list[str]] = []
        for start in range(0, len(questions), _AT_ONCE):
            near = self._collection.query(
                query_embeddings=vectors[start : start + _AT_ONCE],
                n_results=min(CHUNKS, counted),
                where=where,
                include=[],
            )
            found += [list(dict.fromkeys(self._chunks[int(id_)].article for id_ in ids)) for ids in near["ids"]]
        return found


def plain_encoder(place: str, cache: Path, fingerprint: str) -> Encode:
    """The sentence-transformers model at `place` without prompts. What it once encoded is kept in the folder `cache`.

    Vectors are kept by the checksum of the texts and of the weights' `fingerprint`, and the model is loaded for others only.
    """

    def encode(texts: Sequence[str]) -> np.ndarray:
        key = hashlib.sha256(json.dumps([fingerprint, *texts]).encode()).hexdigest()[:32]
        kept = cache / f"stock-{key}.npz"
        if not kept.is_file():
            from sentence_transformers import SentenceTransformer

            vectors = SentenceTransformer(place).encode(list(texts), show_progress_bar=False)
            np.savez(unfinished := kept.with_suffix(".part.npz"), vectors=vectors)
            unfinished.replace(kept)
        with np.load(kept) as file:
            return file["vectors"]

    return encode
