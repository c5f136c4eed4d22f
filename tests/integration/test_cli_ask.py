"""Ask and search on the command line: keys, order, filters, and quotes that stand in their articles."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ingest import encoder as encoders
from tests.integration.conftest import Run

Command = Callable[..., Run]

ARTICLES = {
    "pier": ("Pier closes", "The old pier closed on Friday after a storm. It was ninety years old, the council said."),
    "harbour": ("Harbour opens", "The new harbour opened on Monday. Mayor Dana Holt said it cost $5.6 million."),
    "bridge": ("다리 개통", "한빛시의 새 다리가 월요일 오전에 마침내 열렸다. 시장은 공사비가 560만 달러라고 밝혔다."),
}
SUMMARISE = "Summarise the article"

ANSWER = {
    "id", "question", "language", "status", "text", "claims", "citations", "withheld", "evidence", "timings", "fingerprint",
}  # fmt: skip
CITATION = {
    "n", "article_id", "version", "title", "publisher", "published", "url", "language", "start", "end", "quote",
    "copies", "who",
}  # fmt: skip
EVIDENCE = {"article_id", "version", "start", "end", "text", "score", "scores", "found_by", "copies"}
HIT = {*EVIDENCE, "rank", "title", "matched", "said_by"}


@pytest.fixture
def filled(command: Command, tmp_path: Path) -> Command:
    write(tmp_path / "in.jsonl", [{"id": id_, "title": title, "text": text} for id_, (title, text) in ARTICLES.items()])
    assert command("ingest", tmp_path / "in.jsonl").status == 0
    return command


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """One entry for each encoder that is loaded; the loading is the real one."""
    counted: list[object] = []
    load = encoders.load_encoder

    def counting(settings: Any) -> Any:
        counted.append(settings)
        return load(settings)

    monkeypatch.setattr(encoders, "load_encoder", counting)
    return counted


def write(path: Path, records: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), "utf-8")
    return path


def assert_stands(command: Command, place: dict[str, Any], quote: str) -> None:
    version = ("--version", place["version"], "--json")
    text = command("articles", "show", place["article_id"], *version).json["text"]
    assert quote
    assert text[place["start"] : place["end"]] == quote


def test_an_answer_has_exactly_these_keys(filled: Command) -> None:
    done = filled("ask", SUMMARISE, "--article", "harbour", "--json")
    answer = done.json
    assert (done.status, done.err) == (0, "")
    assert set(answer) == {*ANSWER, "reason"}
    assert (answer["id"], answer["status"], answer["reason"]) == (None, "quotes_only", "no_model")
    assert answer["citations"]
    assert all(set(citation) == CITATION for citation in answer["citations"])
    assert all(set(claim) == {"text", "kind", "citations"} for claim in answer["claims"])
    assert all(set(item) == EVIDENCE for item in answer["evidence"])
    assert {"evidence_ms", "total_ms"} <= set(answer["timings"]) <= {"evidence_ms", "first_token_ms", "total_ms"}
    numbers = [citation["n"] for citation in answer["citations"]]
    assert numbers == list(range(1, len(numbers) + 1))
    assert {n for claim in answer["claims"] for n in claim["citations"]} == set(numbers)


def test_a_search_has_exactly_these_keys(filled: Command) -> None:
    found = filled("search", "When did the harbour open?", "-k", 2, "--json").json
    assert set(found) == {"id", "hits"}
    assert [hit["rank"] for hit in found["hits"]] == [1, 2]
    assert all(set(hit) == HIT for hit in found["hits"])
    assert {hit["article_id"]: hit["matched"] for hit in found["hits"]}["harbour"] == {
        "harbour": ["harbour"],
        "open": ["open"],
    }
    assert len({hit["article_id"] for hit in found["hits"]}) == 2
    for hit in found["hits"]:
        assert_stands(filled, hit, hit["text"])


def test_for_a_person_the_sources_are_below_the_answer(filled: Command) -> None:
    shown = filled("ask", SUMMARISE, "--article", "harbour").out
    assert shown.startswith("No chat model is in use")
    assert "“The new harbour opened on Monday.” [1]\n" in shown
    assert "\n[1] Harbour opens\n    The new harbour opened on Monday.\n" in shown
    found = filled("search", "harbour", "--article", "harbour").out
    assert found.startswith(
        "1. Harbour opens  [harbour]\n   The new harbour opened on Monday.\n   found by meaning; words: harbour"
    )


def test_a_quote_stands_in_its_version_for_good(filled: Command, tmp_path: Path) -> None:
    before = filled("ask", SUMMARISE, "--article", "bridge", "--json").json
    record = {"id": "bridge", "title": "다리", "text": "[정정] 다리의 개통일은 화요일이다. " + ARTICLES["bridge"][1]}
    filled("ingest", write(tmp_path / "new.jsonl", [record]))
    after = filled("ask", SUMMARISE, "--article", "bridge", "--json").json
    for answer, version in ((before, 1), (after, 2)):
        assert answer["citations"]
        for place, text in [(item, item["quote"]) for item in answer["citations"]] + [
            (item, item["text"]) for item in answer["evidence"]
        ]:
            assert place["version"] == version
            assert_stands(filled, place, text)


def test_a_batch_keeps_its_order_narrows_and_loads_once(filled: Command, tmp_path: Path, loads: list[object]) -> None:
    records = [
        {"id": id_, "question": f"{SUMMARISE}\u2028please", "articles": [id_]}
        for id_ in ("bridge", "pier", "harbour", "pier")
    ] + [{"id": 5, "question": "Who opened it?"}, {"question": "누가 열었나?", "articles": ["bridge", "pier"]}]
    path = write(tmp_path / "batch.jsonl", records)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n\r\n"))
    done = filled("ask", "--batch", path)
    assert [answer["id"] for answer in done.lines] == ["bridge", "pier", "harbour", "pier", 5, None]
    assert [answer["question"] for answer in done.lines] == [record["question"] for record in records]
    for answer in done.lines[:4]:
        assert {place["article_id"] for place in answer["citations"]} == {answer["id"]}
    assert {item["article_id"] for item in done.lines[5]["evidence"]} <= {"bridge", "pier"}
    assert len(loads) == 1
    found = filled("search", "--batch", path, "--json")
    assert [hits["id"] for hits in found.lines] == ["bridge", "pier", "harbour", "pier", 5, None]
    assert [[hit["article_id"] for hit in hits["hits"]] for hits in found.lines[:2]] == [["bridge"], ["pier"]]
    assert {hit["article_id"] for hit in found.lines[5]["hits"]} == {"bridge", "pier"}
    assert len(loads) == 2


def test_a_batch_comes_from_standard_input(filled: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO('{"id": "a", "question": "다리 \\ud83d?"}'.encode())))
    (found,) = filled("search", "--batch", "-").lines
    assert found["id"] == "a"
    assert found["hits"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{broken", "line 2 is not JSON: Expecting property name"),
        ("[" * 100_000, "line 2 is not JSON: nested too deep."),
        ('"Who?"', "line 2 has no question."),
        ('{"id": "b"}', "line 2 has no question."),
        ('{"question": " "}', "line 2 has no question."),
        ('{"question": "Who?", "articles": "pier"}', "line 2 has articles that are no list of ids."),
        ('{"question": "Who?", "articles": ["pier", "nothing"]}', "line 2: the library holds no article 'nothing'."),
        ("\xff", "is not UTF-8."),
    ],
)
def test_a_bad_line_is_named_before_anything_is_asked(
    filled: Command, tmp_path: Path, loads: list[object], line: str, told: str
) -> None:
    path = tmp_path / "batch.jsonl"
    path.write_bytes(b'{"question": "Who?"}\n' + line.encode("latin-1") + b"\n")
    for asked in ("ask", "search"):
        refusal = filled(asked, "--batch", path).refusal
        assert str(path) in refusal
        assert told in refusal
    assert loads == []


def test_what_cannot_be_asked_is_refused(filled: Command, tmp_path: Path, loads: list[object]) -> None:
    assert filled("ask", " \n").refusal == "geungeo: The question is empty. Write one."
    assert filled("search", "").refusal == "geungeo: The question is empty. Write one."
    assert "cannot be read: No such file" in filled("ask", "--batch", tmp_path / "no").refusal
    assert "cannot be read: Is a directory" in filled("ask", "--batch", tmp_path).refusal
    for asked in ("ask", "search"):
        line = filled(asked, "Who?", "--article", "pier", "--article", "nothing", "--json").refusal
        assert line == "geungeo: The library holds no article 'nothing'. Run: geungeo articles list"
    assert loads == []


def test_a_removed_article_is_not_found(filled: Command) -> None:
    assert "harbour" in {hit["article_id"] for hit in filled("search", "harbour", "--json").json["hits"]}
    filled("articles", "remove", "harbour")
    assert "harbour" not in {hit["article_id"] for hit in filled("search", "harbour", "--json").json["hits"]}
    answer = filled("ask", "How much did the harbour cost?", "--json").json
    assert "harbour" not in {item["article_id"] for item in answer["evidence"]}
    assert "holds no article 'harbour'" in filled("ask", SUMMARISE, "--article", "harbour").refusal


def test_an_index_of_another_encoder_is_refused_and_mended(
    filled: Command, encoder_folders: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert filled("check").out == "The library, its index and its models agree.\n"
    monkeypatch.setenv("GEUNGEO_ENCODER", str(encoder_folders[1]))
    for asked in ("ask", "search"):
        refusal = filled(asked, "When did the harbour open?").refusal
        assert "The index was built by another encoder" in refusal
        assert refusal.endswith("Run: geungeo check --repair")
    new = filled("ingest", write(tmp_path / "new.jsonl", [{"id": "new", "title": "New", "text": "A tunnel opened."}]))
    assert (new.status, new.out) == (1, "new: new  New\n1 new\n")  # stored all the same
    assert new.err.endswith("Run: geungeo check --repair\n")
    checked = filled("check")
    assert checked.status == 1
    assert "another encoder" in checked.out
    assert filled("check", "--repair").status == 0
    found = {hit["article_id"] for hit in filled("search", "tunnel", "--json").json["hits"]}
    assert found == {*ARTICLES, "new"}


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("ENCODER", "/nowhere/at/all", "There is no encoder at /nowhere/at/all."),
        ("ENCODER", "nobody/nothing", "The encoder nobody/nothing cannot be loaded"),
    ],
)
def test_an_unknown_encoder_is_refused(
    filled: Command, monkeypatch: pytest.MonkeyPatch, name: str, value: str, told: str
) -> None:
    monkeypatch.setenv(f"GEUNGEO_{name}", value)
    refusal = filled("ask", "Who?").refusal
    assert told in refusal
    assert refusal.endswith("Correct the setting encoder.")


def test_an_unknown_chat_model_is_told_beside_the_quotations(filled: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GEUNGEO_CHAT_MODEL", "nobody:nothing")
    done = filled("ask", SUMMARISE, "--article", "harbour", "--json")
    assert (done.status, done.json["status"], done.json["reason"]) == (0, "quotes_only", "model_failed")
    (line,) = done.err.splitlines()
    assert line.startswith("geungeo: ")
    assert "Set chat_model to" in line
    without = filled("ask", SUMMARISE, "--article", "harbour", "--json", "--no-llm")
    assert (without.json["reason"], without.err) == ("no_model", "")


@pytest.mark.encoder
def test_a_question_is_answered_until_its_article_is_removed(filled: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GEUNGEO_ENCODER", "default")
    question = "How much did the new harbour cost, according to Dana Holt?"
    assert "another encoder" in filled("ask", question).refusal
    filled("check", "--repair")
    answer = filled("ask", question, "--json").json
    assert answer["status"] == "quotes_only"
    assert any("$5.6 million" in citation["quote"] for citation in answer["citations"])
    for citation in answer["citations"]:
        assert_stands(filled, citation, citation["quote"])
    filled("articles", "remove", "harbour")
    answer = filled("ask", question, "--json").json
    assert (answer["status"], answer["citations"], answer["claims"]) == ("not_found", [], [])
    assert set(answer) == ANSWER
