"""Near copies through the command line: one source is shown, with the number of the others that say the same."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.retrieve import DEPTH
from app.stories import one_article_each, others, those_with, told_once
from ingest.library import Library
from ingest.records import Passage
from tests.integration.conftest import Run
from tests.unit.test_copies import ENGLISH, FRAMES

Command = Callable[..., Run]

WIRE = " ".join(ENGLISH)
CUT = " ".join(ENGLISH[:4])  # without what the province pays
ARTICLES = {
    "evening": (WIRE, "Evening Post", "2025-03-04"),
    "morning": (WIRE, "Morning Post", "2025-03-03"),
    "gazette": (f"{CUT} {FRAMES['en'][1]}", "Gazette", "2025-03-05"),
    "corrected": (WIRE.replace("342", "324"), "Corrector", "2025-03-06"),
    "bread": ("A bakery in Gunsan sells barley bread. Its owner found the seed in a barn.", "Gazette", "2025-03-05"),
}
COPIES = {"evening", "morning", "gazette"}


@pytest.fixture
def filled(command: Command, tmp_path: Path) -> Command:
    rows = [
        {"id": id_, "title": "Harbour reopens", "text": text, "publisher": publisher, "published": published}
        for id_, (text, publisher, published) in ARTICLES.items()
    ]
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    (tmp_path / "in.jsonl").write_text(lines, "utf-8")
    assert command("ingest", tmp_path / "in.jsonl").status == 0
    return command


def searched(filled: Command, *options: str) -> dict[str, int]:
    found = filled("search", "When does the harbour of Tongyeong open?", "--json", *options).json["hits"]
    return {hit["article_id"]: hit["copies"] for hit in found}


def test_of_copies_the_first_published_of_the_best_is_found(filled: Command) -> None:
    found = searched(filled)
    shown = COPIES & found.keys()
    assert len(shown) == 1
    assert shown <= {"morning", "gazette"}  # of two that are the same, not the later one
    assert found == {shown.pop(): 2, "corrected": 0, "bread": 0}


def test_where_filters_leave_the_first_out_another_is_shown(filled: Command) -> None:
    assert searched(filled, "--publisher", "Evening Post") == {"evening": 2}
    assert searched(filled, "--publisher", "gazette") == {"gazette": 2, "bread": 0}
    assert searched(filled, "--since", "2025-03-04", "--until", "2025-03-04") == {"evening": 2}
    assert searched(filled, "--article", "corrected") == {"corrected": 0}


def test_evidence_counts_those_that_have_the_very_sentence(filled: Command) -> None:
    answer = filled("ask", "Summarise the article", "--article", "morning", "--json").json
    told = {item["text"]: item["copies"] for item in answer["evidence"]}
    assert told
    assert told == {text: 2 if text in ENGLISH[:4] else 1 for text in told}
    assert all(citation["copies"] == told[citation["quote"]] for citation in answer["citations"])
    assert answer["citations"]


def test_no_two_copies_are_evidence_of_one_answer(filled: Command) -> None:
    answer = filled("ask", "What did Park Ji-ho say about the anchovy season?", "--json").json
    texts = [item["text"] for item in answer["evidence"] if item["article_id"] in COPIES]
    assert texts
    assert len(texts) == len(set(texts))
    assert len({item["article_id"] for item in answer["evidence"]} & {"evening", "morning"}) <= 1


def test_a_verdict_counts_copies_too(filled: Command) -> None:
    done = filled("verify", ENGLISH[4], "--article", "morning", "--json").json
    assert done["supported"]
    assert [citation["copies"] for citation in done["citations"]] == [1]


def test_a_reader_of_the_terminal_is_told(filled: Command) -> None:
    assert "+2 copies" in filled("search", "When does the harbour of Tongyeong open?").out.splitlines()[0]
    assert " · +2 copies\n" in filled("ask", "Summarise the article", "--article", "morning").out
    assert " · +1 copy\n" in filled("verify", ENGLISH[4], "--article", "morning").out
    assert "cop" not in filled("search", "barley bread", "--article", "bread").out


def test_a_story_that_everybody_has_does_not_hide_the_others(command: Command, tmp_path: Path) -> None:
    rows = [{"id": f"copy{n}", "title": "Harbour reopens", "text": WIRE} for n in range(DEPTH + 5)]
    rows.append({"id": "other", "title": "Bread", "text": "The harbour bakery sells barley bread to the crews."})
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    assert command("ingest", tmp_path / "in.jsonl").status == 0
    assert searched(command) == {"copy0": DEPTH + 4, "other": 0}


# ---- without an encoder, so that scores are what a test says


@dataclass(frozen=True, slots=True)
class Ranked:
    passage: Passage
    score: float


@pytest.fixture
def library(filled: Command, home: Path) -> Iterator[Library]:
    with Library.open(home) as opened:
        yield opened


def ranked(library: Library, **scores: float) -> list[Ranked]:
    """All passages of these articles, each with its article's score."""
    return [Ranked(passage, score) for id_, score in scores.items() for passage in library.passages_of(id_, 1)]


def test_ties_go_to_the_first_published(library: Library) -> None:
    found = ranked(library, evening=1.0, morning=1.0, bread=1.0)
    assert [item.passage.article_id for item in one_article_each(library, found)] == ["bread", "morning"]
    assert {item.passage.article_id for item in told_once(library, found)} == {"bread", "morning"}
    better = ranked(library, evening=1.1, morning=1.0)
    assert [item.passage.article_id for item in one_article_each(library, better)] == ["evening"]


def test_what_was_cut_from_the_best_is_kept_from_another(library: Library) -> None:
    """Each sentence of the whole story as a passage of its own, behind those of the one that was cut short."""
    passages = [Passage((sentence,)) for sentence in library.sentences("morning", 1)]
    found = [*ranked(library, gazette=2.0), *(Ranked(passage, 1.0) for passage in passages)]
    text = library.article("morning").text
    kept = [item.passage for item in told_once(library, found)]
    assert [text[p.start : p.end] for p in kept if p.article_id == "morning"] == list(ENGLISH[4:])
    assert [p for p in kept if p.article_id == "gazette"] == list(library.passages_of("gazette", 1))
    assert told_once(library, ranked(library, morning=2.0, gazette=1.0)) == ranked(library, morning=2.0)


def test_the_removed_have_no_copies(library: Library) -> None:
    found = ranked(library, evening=1.0, morning=0.5)
    library.remove(["morning"])
    assert others(library, ["evening", "morning"]) == {"evening": 1, "morning": 0}
    assert {item.passage.article_id for item in one_article_each(library, found)} == {"evening", "morning"}


def test_those_that_have_a_sentence_are_named_in_the_order_of_publication(library: Library) -> None:
    assert [article.id for article in those_with(library, "gazette", ENGLISH[0])] == ["morning", "evening"]
    assert [article.id for article in those_with(library, "evening", ENGLISH[4])] == ["morning"]  # cut from the other
    assert those_with(library, "bread", "A bakery in Gunsan sells barley bread.") == []
    assert those_with(library, "nowhere", ENGLISH[0]) == []
