"""The library's search as a LangChain retriever, for use in other people's chains.

from app.retriever import ArticleRetriever
from app.service import Service
from ingest.settings import load

documents = ArticleRetriever(service=Service(load()), k=5).invoke("What did Sheridan say about the cost?")
"""

from __future__ import annotations

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict, Field, SkipValidation

from app.records import Hit
from app.service import Service
from ingest.records import Filters


class ArticleRetriever(BaseRetriever):
    """The best passage of each of the `k` best articles, best first; what `geungeo search` finds.

    A document's text is `Article.text[start:end]` of its metadata. Raises GeungeoError where search cannot work.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    service: SkipValidation[Service]
    k: int = Field(default=10, ge=1)
    filters: Filters = Filters()

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        return [_document(hit) for hit in self.service.search(query, filters=self.filters, limit=self.k)]


def _document(hit: Hit) -> Document:
    article, passage = hit.article, hit.passage
    return Document(
        id=passage.id,
        page_content=article.text[passage.start : passage.end],
        metadata={
            "article_id": article.id,
            "version": article.version,
            "title": article.title,
            "start": passage.start,
            "end": passage.end,
            "language": article.language,
            "publisher": article.publisher,
            "published": article.published,
            "url": article.url,
            "score": hit.score,
            "scores": dict(hit.scores),
            "found_by": list(hit.found_by),
            "copies": hit.copies,
            "matched": {word: list(there) for word, there in hit.matched.items()},
            "said_by": list(hit.said_by),
        },
    )
