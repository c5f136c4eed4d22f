"""Another process removes or replaces an article while a question is under way: between any two reads the search goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from app.background import Background
from app.choose import Chooser
from app.question import understand
from app.retrieve import Retriever
from app.words import Words
from ingest.indexing import drain
from ingest.library import Library
from ingest.names import Aliases
from ingest.records import Filters
from ingest.terms import terms
from ingest.vector_index import VectorIndex
from tests.fakes import BagEncoder
from tests.integration.small_articles import article, passages

ENCODER = BagEncoder()
NONE, EVERYTHING = Aliases(()), Filters()
QUESTION = understand("What does the bridge cost?")
READS = ("passages", "vectors", "document_frequency", "copies", "article")  # of a search and of a choice of sentences


def store(library: Library, id_: str, cost: int) -> None:
    sentences = (f"The bridge of {id_} will cost {cost} million won.", "It opens in May.")
    made = article(id_, sentences, title=f"Bridge of {id_}", language="en")
    library.store(made, passages(made, sentences), [terms(made.text)], title_terms=terms(made.title))


def removed(library: Library) -> None:
    library.remove(["Mujin"])


def replaced(library: Library) -> None:
    store(library, "Mujin", 50)


CHANGES: list[Callable[[Library], None]] = [removed, replaced]


def between(*reads: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(
        "interrupted", [(read, change) for read in reads for change in CHANGES], indirect=True
    )


@pytest.fixture
def retriever(library: Library) -> Iterator[Retriever]:
    store(library, "Mujin", 40)
    store(library, "Sora", 30)
    index = VectorIndex(library.home, ENCODER.fingerprint, ENCODER.dimensions)
    drain(library, index, ENCODER)
    yield Retriever(library, index, ENCODER, Background(ENCODER))
    index.close()


@pytest.fixture
def interrupted(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A library that changes right after the first of these reads that tells something; empty until it has."""
    name, change = request.param
    read: Callable[..., Any] = getattr(Library, name)
    changed: list[str] = []

    def reading(library: Library, *args: Any, **kwargs: Any) -> Any:
        found = read(library, *args, **kwargs)
        if found and not changed:
            changed.append(name)
            change(library)
        return found

    monkeypatch.setattr(Library, name, reading)
    return changed


@between(*READS, "terms_of")
def test_a_search_goes_on(retriever: Retriever, interrupted: list[str]) -> None:
    found = [hit.article.id for hit in retriever.articles(QUESTION, NONE, EVERYTHING)]
    assert interrupted
    assert "Sora" in found


@between(*READS, "sentence_vectors")
def test_a_choice_of_sentences_goes_on(retriever: Retriever, library: Library, interrupted: list[str]) -> None:
    vector = retriever.encode(QUESTION)
    chooser = Chooser(library, ENCODER.fingerprint, Background(ENCODER), Words(ENCODER), retriever.heard, retriever.counts)
    evidence = chooser.sentences(QUESTION, vector, retriever.passages(QUESTION, vector, NONE, EVERYTHING), NONE)
    assert interrupted
    assert "Sora" in {item.article.id for item in evidence}
