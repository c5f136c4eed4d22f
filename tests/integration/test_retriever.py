"""The LangChain retriever over a real library, alone and in a chain."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from langchain_core.runnables import RunnableLambda
from pydantic import ValidationError

from app.retriever import ArticleRetriever
from app.service import Service
from ingest.records import Filters
from ingest.settings import load

pytestmark = pytest.mark.encoder


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    home: Path = tmp_path_factory.mktemp("retriever")
    with closing(Service(load(home))) as service:
        service.add_samples()
        service.update_index()
        yield service


def test_a_document_is_the_passage_it_says_it_is(service: Service) -> None:
    documents = ArticleRetriever(service=service, k=3).invoke("How much did it cost to train R1?")
    assert documents[0].metadata["article_id"] == "sample-deepseek-r1"
    assert len({document.metadata["article_id"] for document in documents}) == len(documents) == 3
    for document in documents:
        article = service.article(document.metadata["article_id"], document.metadata["version"])
        assert document.page_content == article.text[document.metadata["start"] : document.metadata["end"]]
        assert document.metadata["found_by"]
        assert document.metadata["title"] == article.title
    assert documents[0].metadata["matched"]["R1"] == ["R1"]
    assert documents[0].metadata["matched"]["train"] == ["훈련"]


def test_who_speaks_is_told_where_words_are_asked_for(service: Service) -> None:
    (said,) = ArticleRetriever(service=service, k=1).invoke("What did Sheridan say about the cost?")
    assert said.metadata["said_by"]
    assert all("셰리던" in name for name in said.metadata["said_by"])
    (asked,) = ArticleRetriever(service=service, k=1).invoke("How much did R1 cost?")
    assert asked.metadata["said_by"] == []


def test_it_finds_what_search_finds(service: Service) -> None:
    hits = service.search("딥시크의 훈련 비용", limit=4)
    documents = ArticleRetriever(service=service, k=4).invoke("딥시크의 훈련 비용")
    assert [document.id for document in documents] == [hit.passage.id for hit in hits]
    assert [document.metadata["score"] for document in documents] == [hit.score for hit in hits]


def test_it_keeps_to_its_filters_and_runs_in_a_chain(service: Service) -> None:
    retriever = ArticleRetriever(service=service, filters=Filters(language="en"))
    chain = retriever | RunnableLambda(lambda documents: [document.metadata["language"] for document in documents])
    assert set(chain.invoke("정유 공장 화재")) == {"en"}


def test_it_asks_for_one_document_at_least(service: Service) -> None:
    with pytest.raises(ValidationError):
        ArticleRetriever(service=service, k=0)
