"""Which sentences stand for an article, whatever its sentences are like and whether or not they are encoded."""

from __future__ import annotations

from pathlib import Path

from app.summary import SENTENCES, choose_article, sentences_of
from ingest.indexing import drain
from ingest.library import Library
from ingest.records import Filters
from ingest.vector_index import VectorIndex
from tests.fakes import BagEncoder
from tests.integration.small_articles import store

SHORT = ("새 다리가 열렸다.", "길이는 1.2km다.", "비가 왔다.", "시장이 왔다.", "차는 없었다.", "밤에 닫혔다.")
MIXED = (
    "다리 소식",
    *(f"{word} 다리를 건너려면 이제 통행료를 내야 한다." for word in ("새", "헌", "긴", "짧은", "높은")),
)


def texts(library: Library, id_: str, fingerprint: str) -> list[str]:
    article = choose_article(library, Filters(articles=(id_,)), None)
    assert article is not None
    return [item.text for item in sentences_of(library, article, fingerprint)]


def test_an_article_of_short_sentences_is_told_by_them(library: Library, home: Path) -> None:
    encoder = BagEncoder()
    store(library, "short", SHORT)
    store(library, "mixed", MIXED)
    index = VectorIndex(home, encoder.fingerprint, encoder.dimensions)
    drain(library, index, encoder)
    index.close()
    short = texts(library, "short", encoder.fingerprint)
    assert len(short) == SENTENCES
    assert short == [sentence for sentence in SHORT if sentence in short]
    mixed = texts(library, "mixed", encoder.fingerprint)
    assert len(mixed) == SENTENCES
    assert "다리 소식" not in mixed


def test_an_article_that_is_not_encoded_is_told_by_its_first_sentences(library: Library) -> None:
    store(library, "short", SHORT)
    store(library, "mixed", MIXED)
    assert texts(library, "short", "no such encoder") == list(SHORT[:SENTENCES])
    assert texts(library, "mixed", "no such encoder") == list(MIXED[1 : SENTENCES + 1])
