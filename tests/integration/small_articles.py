"""Small articles for the library's tests: sentences in, an article with its passages and terms out; and what is found of them."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from ingest.library import Library
from ingest.library_connection import FILE
from ingest.records import Article, Filters, Passage, Sentence

ALL = Filters()
SENTENCES = (
    "한빛은행은 금리를 0.5%p 내렸다.",
    "Hanbit Bank cut its rate.",
    '이 행장은 "더 내리겠다"고 말했다.',
    "Analysts were surprised.",
)


def article(id: str = "a", sentences: Sequence[str] = SENTENCES, **given: Any) -> Article:
    text = " ".join(sentences)
    fields = {
        "id": id, "version": 1, "raw": text, "title": f"기사 {id}", "text": text, "language": "ko", "publisher": None,
        "authors": ("김하나",), "published": "2025-03-05", "updated": None, "ingested": "2025-03-06T00:00:00+00:00",
        "url": None, "source": f"/articles/{id}.txt", "raw_hash": hashlib.sha256(f"{text}{given}".encode()).hexdigest(),
    }  # fmt: skip
    return Article(**fields | given)


def passages(article: Article, sentences: Sequence[str] = SENTENCES, size: int = 2) -> tuple[Passage, ...]:
    """Passages of `size` sentences; a sentence with a quotation has a speaker."""
    made, at = [], 0
    for sentence in sentences:
        speaker = "이 행장" if '"' in sentence else None
        made.append(Sentence(article.id, article.version, at, at + len(sentence), speaker))
        at += len(sentence) + 1
    return tuple(Passage(tuple(made[i : i + size])) for i in range(0, len(made), size))


def words(text: str) -> list[str]:
    return [word.strip('.,"').casefold() for word in text.split()]


def store(library: Library, id: str = "a", sentences: Sequence[str] = SENTENCES, **given: Any) -> Article:
    aliases = given.pop("aliases", ())
    made = article(id, sentences, **given)
    parts = passages(made, sentences)
    terms = [words(made.text[part.start : part.end]) for part in parts]
    return library.store(made, parts, terms, aliases, title_terms=words(made.title))


def as_version_1(home: Path) -> None:
    """Make the library of `home`, which nobody has open, one of the first schema: no vectors of titles, no copies."""
    db = sqlite3.connect(home / FILE)
    db.executescript("""
        BEGIN;
        ALTER TABLE passage_vectors RENAME TO later;
        CREATE TABLE passage_vectors (
            passage INTEGER NOT NULL REFERENCES passages ON DELETE CASCADE,
            encoder TEXT NOT NULL,          -- fingerprint
            vector BLOB NOT NULL,           -- float16 [d]
            PRIMARY KEY (passage, encoder)
        );
        INSERT INTO passage_vectors SELECT passage, encoder, vector FROM later;
        DROP TABLE later;
        DROP INDEX spoken;
        CREATE INDEX spoken ON sentences (article) WHERE speaker IS NOT NULL;
        DROP TABLE stories;
        DROP TABLE sketches;
        PRAGMA user_version = 1;
        COMMIT;
    """)
    db.close()


def found(library: Library, *terms: str, filters: Filters = ALL) -> list[str]:
    """Ids of passages, best first."""
    return [id_ for id_, _ in library.match(terms, filters, 10)]


def unit(*shape: int, seed: int = 0) -> np.ndarray:
    """float32 of this shape, rows of unit length; the same for the same seed."""
    made = np.random.default_rng(seed).standard_normal(shape).astype(np.float32)
    return made / np.linalg.norm(made, axis=-1, keepdims=True)
