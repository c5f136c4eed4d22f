"""Which questions lean on the last answer, and on what of it."""

from __future__ import annotations

import pytest

from app.followup import inherit, points_back
from app.question import understand
from app.records import Answer, Citation
from ingest.records import Filters
from tests.unit.evidence import evidence

HARBOUR = evidence("Novacore will spend $5.6 million on the north harbour, Alice Marlow said.", article_id="harbour")


def last(question: str = "What did Alice Marlow say?") -> Answer:
    citation = Citation(1, HARBOUR.article, 0, len(HARBOUR.text))
    return Answer(question, "en", "answered", (), (citation,), (), (HARBOUR,))


def test_a_bare_question_takes_names_and_articles_from_the_last() -> None:
    question, filters = inherit(understand("And how much will it cost?"), last(), Filters()) or pytest.fail("It leans.")
    assert "Alice Marlow" in question.text
    assert filters.articles == ("harbour",)


@pytest.mark.parametrize("spelling", ["Novacore", "novacore"])
def test_a_name_that_the_library_knows_leans_on_nothing(spelling: str) -> None:
    asked = understand(f"how much did {spelling} spend?", {"Novacore"})
    assert inherit(asked, last(), Filters()) is None
    assert inherit(understand("how much did they spend?", {"Novacore"}), last(), Filters())


def test_words_that_are_nowhere_in_the_last_articles_ask_of_something_else() -> None:
    assert inherit(understand("How long is the mountain railway?"), last(), Filters()) is None
    assert inherit(understand("How long is the harbour wall?"), last(), Filters())
    assert inherit(understand("산악 철도는 얼마나 긴가요?"), last(), Filters()), "unknown across languages"


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("And when?", True),
        ("What did he say?", True),
        ("그럼 비용은 얼마인가요?", True),
        ("그는 뭐라고 했나요?", True),
        ("How long is the railway?", False),
        ("기준금리는 얼마인가?", False),
    ],
)
def test_what_points_back(text: str, points: bool) -> None:
    assert points_back(understand(text)) is points
