"""Verify on the command line: its keys, its reasons, batches, and quotes that stand in their articles."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.integration.conftest import Run

Command = Callable[..., Run]

ARTICLES = {
    "pier": ("Pier closes", "The old pier closed on Friday after a storm. It was ninety years old, the council said."),
    "harbour": ("Harbour opens", "The new harbour opened on Monday. Mayor Dana Holt said it cost $5.6 million."),
    "bridge": ("다리 개통", "한빛시의 새 다리가 월요일 오전에 마침내 열렸다. 시장은 공사비가 560만 달러라고 밝혔다."),
}
OPENED = "The new harbour opened on Monday."


@pytest.fixture
def filled(command: Command, tmp_path: Path) -> Command:
    rows = [{"id": id_, "title": title, "text": text} for id_, (title, text) in ARTICLES.items()]
    assert command("ingest", write(tmp_path / "in.jsonl", rows)).status == 0
    return command


def write(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def test_a_verdict_has_exactly_these_keys(filled: Command) -> None:
    done = filled("verify", OPENED, "--json")
    found = done.json
    assert (done.status, done.err) == (0, "")
    assert set(found) == {"id", "claim", "supported", "problems", "citations"}
    assert (found["id"], found["claim"], found["supported"], found["problems"]) == (None, OPENED, True, [])
    (citation,) = found["citations"]
    text = filled("articles", "show", "harbour", "--json").json["text"]
    assert citation["article_id"] == "harbour"
    assert text[citation["start"] : citation["end"]] == citation["quote"] == OPENED


@pytest.mark.parametrize(
    ("claim", "kind"),
    [
        ("Mayor Dana Holt said it cost $6.5 million.", "number"),
        ("The new harbour opened on Tuesday.", "date"),
        ("The new harbour did not open on Monday.", "negation"),
        ("Mayor Eve Marsh said it cost $5.6 million.", "name"),
    ],
)
def test_what_is_not_so_comes_with_its_reason(filled: Command, claim: str, kind: str) -> None:
    found = filled("verify", claim, "--article", "harbour", "--json").json
    assert not found["supported"]
    assert kind in {problem["kind"] for problem in found["problems"]}
    assert found["citations"]  # what comes nearest


def test_several_sentences_are_all_to_be_so(filled: Command) -> None:
    both = f"{OPENED} The old pier closed on Friday after a storm."
    found = filled("verify", both, "--json").json
    assert found["supported"]
    assert [citation["article_id"] for citation in found["citations"]] == ["harbour", "pier"]
    assert not filled("verify", f"{OPENED} The old pier closed on Sunday after a storm.", "--json").json["supported"]


def test_a_batch_keeps_its_order_and_narrows(filled: Command, tmp_path: Path) -> None:
    rows = [
        {"id": "a", "claim": OPENED},
        {"id": 2, "claim": OPENED, "articles": ["pier"]},
        {"claim": "한빛시의 새 다리가 월요일 오전에 마침내 열렸다."},
    ]
    done = filled("verify", "--batch", write(tmp_path / "claims.jsonl", rows))
    assert [(line["id"], line["supported"]) for line in done.lines] == [("a", True), (2, False), (None, True)]
    assert {citation["article_id"] for citation in done.lines[1]["citations"]} == {"pier"}


def test_for_a_person_the_verdict_comes_first(filled: Command) -> None:
    assert filled("verify", OPENED).out.startswith("Borne out by the library.\n[1] Harbour opens\n")
    wrong = filled("verify", "The new harbour opened on Tuesday.").out
    assert wrong.startswith("Not borne out by the library.\n  date: this date is not in the sentence: Tuesday\n")
    assert OPENED in wrong


def test_what_is_no_claim_is_refused(filled: Command, tmp_path: Path) -> None:
    assert "The claim is empty." in filled("verify", " ").refusal
    bad = write(tmp_path / "bad.jsonl", [{"id": 1, "question": "When?"}])
    assert "line 1 has no claim" in filled("verify", "--batch", bad).refusal
    assert "'nowhere'" in filled("verify", OPENED, "--article", "nowhere").refusal


@pytest.mark.parametrize(("call", "key"), [("verify", "claim"), ("search", "question"), ("ask", "question")])
def test_an_empty_list_of_articles_is_not_all_of_them(filled: Command, tmp_path: Path, call: str, key: str) -> None:
    rows = [{"id": 1, key: OPENED}, {"id": 2, key: OPENED, "articles": []}]
    line = filled(call, "--batch", write(tmp_path / "rows.jsonl", rows)).refusal
    assert "line 2 has an empty list of articles." in line
    assert line.endswith('Name one, or leave "articles" out to ask all.')


def test_a_library_without_articles_bears_nothing_out(filled: Command) -> None:
    filled("articles", "remove", *ARTICLES)
    found = filled("verify", OPENED, "--json").json
    assert (found["supported"], found["citations"]) == (False, [])
    assert [problem["kind"] for problem in found["problems"]] == ["no_evidence"]
