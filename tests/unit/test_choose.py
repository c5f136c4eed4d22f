"""Retrieving and choosing over a real library and index; the encoder counts pairs of letters."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.background import Background
from app.choose import Chooser, sought
from app.heard import Heard
from app.question import understand
from app.records import Evidence
from app.retrieve import DEPTH, Retriever
from app.words import Words
from ingest.indexing import drain
from ingest.ingestion import ingest
from ingest.library import Library
from ingest.names import Aliases
from ingest.records import Document, Filters
from ingest.vector_index import VectorIndex
from tests.fakes import BagEncoder

WIRE = """Storm shuts the Brookhaven bridge

The storm shut the Brookhaven bridge on Tuesday.
The Brookhaven bridge will reopen after an inspection.
Engineers inspect the Brookhaven bridge twice a year.
"""
LOCAL = """Brookhaven bridge traffic

Traffic over the Brookhaven bridge doubled after the storm.
It fell again in spring when the bridge shut.
"""
NO_NAMES = Aliases()


class Search:
    def __init__(self, library: Library) -> None:
        self.library, encoder = library, BagEncoder()
        self.encoder, self.background = encoder, Background(encoder)
        self.index = VectorIndex(library.home, encoder.fingerprint, encoder.dimensions)
        self.retriever = Retriever(library, self.index, encoder, self.background)
        self.chooser = Chooser(
            library, encoder.fingerprint, self.background, Words(encoder), Heard(library), self.retriever.counts
        )

    def add(self, *documents: Document) -> None:
        assert {outcome.status for outcome in ingest(self.library, documents)} == {"new"}
        drain(self.library, self.index, self.encoder)

    def evidence(self, text: str) -> tuple[Evidence, ...]:
        question = understand(text)
        vector = self.retriever.encode(question)
        found = self.retriever.passages(question, vector, NO_NAMES, Filters())
        return self.chooser.sentences(question, vector, found, NO_NAMES)


@pytest.fixture
def search(home: Path) -> Iterator[Search]:
    with Library.open(home) as library:
        search = Search(library)
        yield search
        search.index.close()


def story(raw: str, id: str, published: str | None = None) -> Document:
    return Document(raw=raw, format="text", source="-", id=id, published=published)


def test_copies_of_one_story_give_each_sentence_once(search: Search) -> None:
    spaced = WIRE.replace("bridge on", "bridge  on")
    search.add(
        story(WIRE, "one"), story(spaced, "two"), story(WIRE + "\nMore to come.\n", "three"), story(LOCAL, "local")
    )
    found = search.evidence("What did the storm do to the Brookhaven bridge?")
    texts = [" ".join(item.text.split()) for item in found]
    assert len(texts) == 5
    assert len(set(texts)) == 5
    assert "local" in {item.article.id for item in found}


def test_of_equal_copies_the_first_published_is_shown(search: Search) -> None:
    search.add(story(WIRE, "a", "2025-01-01"), story(WIRE, "b", "2025-01-03"), story(WIRE, "c", "2025-01-02"))
    found = search.evidence("When does the Brookhaven bridge reopen?")
    assert {item.article.id for item in found} == {"a"}


@pytest.mark.parametrize(("ranks", "wanted"), [("", 0.0), (" No other town has more.", 1.0)])
def test_who_has_the_most_stands_only_where_a_sentence_ranks(search: Search, ranks: str, wanted: float) -> None:
    search.add(story(f"The longest bridges of Brookhaven\n\nBrookhaven has 40 bridges in all.{ranks}\n", "bridges"))
    found = search.evidence("How many bridges does the town with the most bridges have?")
    assert max(item.scores["wanted"] for item in found) == wanted
    found = search.evidence("How many bridges does Brookhaven have?")
    assert max(item.scores["wanted"] for item in found) == 1.0


def test_a_sentence_that_leans_comes_with_the_one_before(search: Search) -> None:
    search.add(story(LOCAL, "local"))
    found = {item.text: item for item in search.evidence("When did the traffic over the Brookhaven bridge fall?")}
    assert found["It fell again in spring when the bridge shut."].before_text.startswith("Traffic over")
    assert found["Traffic over the Brookhaven bridge doubled after the storm."].before is None


def test_as_many_articles_as_asked_for_are_found_while_there_are_any(search: Search) -> None:
    count = 3 * DEPTH
    search.add(*(story(f"Bridge report {n}\n\nBridge number {n} is shut.", f"b{n}") for n in range(count)))
    question = understand("Which bridge is shut?")
    for limit, found in ((5, 5), (count - 7, count - 7), (10 * count, count)):
        hits = search.retriever.articles(question, NO_NAMES, Filters(), limit)
        assert len({hit.article.id for hit in hits}) == len(hits) == found
        assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_missing_names_are_named_where_the_names_of_the_library_are_known(search: Search) -> None:
    search.add(story(WIRE, "one"))
    text = "Did Fiona Ardlow inspect the Brookhaven bridge?"
    found = search.evidence(text)
    assert search.chooser.missing(understand(text), found, NO_NAMES) == ["Fiona Ardlow"]
    assert search.chooser.missing(understand(text), found) == []
    paired = Aliases([("피오나", "Fiona Ardlow")])
    search.add(story("다리 점검\n\n피오나가 다리를 점검했다.\n", "ko"))
    korean = search.evidence("피오나가 다리를 점검했나요?")
    assert search.chooser.missing(understand(text), [*found, *korean], paired) == []


def test_what_is_sought_is_put_as_a_person_would() -> None:
    assert sought(understand("Did Fiona Ardlow close the harbour?")) == ["Fiona Ardlow", "close", "harbour"]
    words = sought(understand("등록금이 올랐나요?"))
    assert "오르다" in words
    assert "오르" not in words
