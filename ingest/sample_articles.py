"""The articles that come along for trying things out, and questions that fit them.

They were written for this project and say so in their last lines. Each is a Markdown file in samples/
with its id in the front matter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Literal, cast

from ingest.markdown import front_matter
from ingest.records import Document, Language

# Some ask in one language for what stands in the other. The last of each has no answer: a refusal is right.
EXAMPLES: Mapping[Language, tuple[str, ...]] = {
    "ko": (
        "셰리던은 딥시크의 훈련 비용에 대해 뭐라고 말했나요?",
        "가람시 배터리 공장은 언제부터 양산하나요?",
        "다온해운의 2분기 매출은 얼마인가요?",
        "랜턴컵 결승전의 관중은 몇 명이었나요?",
        "버스 요금 인상에 반대한 의원은 적자의 원인을 무엇이라고 했나요?",
        "딥시크의 최고경영자는 누구인가요?",
    ),
    "en": (
        "What did Eric Sheridan say about DeepSeek's training cost?",
        "How much did it cost to train DeepSeek's R1?",
        "How deep is the field of hot vents?",
        "Why does Choi Do-hyun doubt the study on evening walks?",
        "How many council members voted against the bus fare rise in Solbit?",
        "Which company will build the sea wall in Tarn Bay?",
    ),
}


@cache
def _files() -> Mapping[str, str]:
    """The name of each file, without folder, and its text."""
    folder = resources.files("ingest") / "samples"
    names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".md"))
    return {name: (folder / name).read_text("utf-8") for name in names}


@cache
def sample_ids() -> frozenset[str]:
    return frozenset(front_matter(text)[0]["id"] for text in _files().values())


def is_sample(article_id: str) -> bool:
    return article_id in sample_ids()


def sample_documents() -> Iterator[Document]:
    """All sample articles, always the same and in the same order."""
    for name, text in _files().items():
        given, _ = front_matter(text)
        yield Document(
            raw=text,
            format="markdown",
            source=f"samples/{name}",
            id=given["id"],
            title=given["title"],
            language=cast(Literal["ko", "en"], given["language"]),
            publisher=given["publisher"],
            published=given["published"],
        )
