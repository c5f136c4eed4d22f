"""Which sentences stand for an article, whatever its sentences are like and whether or not they are encoded."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.question import understand
from app.records import Answer, Citation
from app.summary import SENTENCES, choose_article, sentences_of, subject_of
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


def test_the_last_answers_article_is_meant_in_its_newest_version_and_only_where_nothing_is_named(
    library: Library,
) -> None:
    old = store(library, "short", SHORT)
    last = Answer("?", "ko", "answered", (), (Citation(1, old, 0, 5),), (), ())
    store(library, "mixed", MIXED)
    store(library, "short", SHORT[1:])
    chosen = choose_article(library, Filters(), last)
    assert chosen is not None
    assert (chosen.id, chosen.version) == ("short", 2)
    assert choose_article(library, Filters(), last, named=True) is None
    assert choose_article(library, Filters(articles=("mixed",)), last, named=True) == library.article("mixed")
    library.remove(["short"])
    chosen = choose_article(library, Filters(), last)
    assert chosen is not None, "the only one that is left"
    assert chosen.id == "mixed"


@pytest.mark.parametrize(
    "text",
    [
        "Summarise this article.",
        "Give me the main points in three sentences",
        "요약해 줘",
        "이 기사의 핵심 내용을 한국어로 요약해 주세요",
        "이 기사 정리해 줘",
    ],
)
def test_a_summary_of_this_names_nothing(text: str) -> None:
    assert subject_of(understand(text)) is None


@pytest.mark.parametrize(
    "text", ["Summarise the article about Novacore", "summarise the harbour story", "여객선 기사를 요약해 줘"]
)
def test_a_summary_of_something_says_of_what(text: str) -> None:
    assert subject_of(understand(text)) is not None
