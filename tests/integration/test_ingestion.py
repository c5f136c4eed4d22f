"""Documents become articles; the same again changes nothing; one bad one never stops the rest."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from ingest import jsonl
from ingest.errors import SourceError
from ingest.ingestion import Outcome, ingest
from ingest.library import Library
from ingest.records import Document, Filters
from ingest.sources import SourceFailure
from ingest.terms import terms

NOW = datetime(2025, 3, 5, 9, tzinfo=timezone(timedelta(hours=9)))
TEXT = (
    "한빛은행(Hanbit Bank)은 5일 기준금리를 0.5%p 내렸다. 시장은 놀랐다.\n"
    "이서준 행장은 “가계의 부담을 덜겠다”고 말했다. 다음 회의는 4월에 열린다."
)


@pytest.fixture
def library(home: Path) -> Iterator[Library]:
    with Library.open(home) as opened:
        yield opened


def document(id: str = "a", text: str = TEXT, **given: str) -> Document:
    return Document(raw=text, format="text", source=f"/articles/{id}.txt", id=id, **given)  # type: ignore[arg-type]


def run(library: Library, *documents: Document | SourceFailure) -> list[Outcome]:
    return list(ingest(library, documents, now=NOW))


def test_a_document_becomes_a_searchable_article(library: Library) -> None:
    (outcome,) = run(library, document(title="금리 인하"))
    assert (outcome.status, outcome.article_id, outcome.version, outcome.title) == ("new", "a", 1, "금리 인하")
    stored = library.article("a")
    assert stored.ingested == "2025-03-05T00:00:00+00:00"
    assert stored.raw == TEXT
    sentences = library.sentences("a", 1)
    assert [stored.text[s.start : s.end][:6] for s in sentences] == [
        "한빛은행(H",
        "시장은 놀랐",
        "이서준 행장",
        "다음 회의는",
    ]
    assert {s.speaker for s in sentences if s.speaker} == set(library.speakers())
    assert any("이서준" in speaker for speaker in library.speakers())
    assert library.aliases() == [("한빛은행", "Hanbit Bank", 1)]
    for question in ("기준금리는 어떻게 됐나", "금리 인하"):
        assert library.match(terms(question), Filters(), 3)[0][0].startswith("a@1:")


def test_the_same_again_is_unchanged_and_another_text_is_the_next_version(library: Library) -> None:
    run(library, document())
    generation = library.generation()
    assert [outcome.status for outcome in run(library, document())] == ["unchanged"]
    assert library.generation() == generation
    (outcome,) = run(library, document(text=TEXT + " 덧붙인 문장이다."))
    assert (outcome.status, outcome.version) == ("updated", 2)
    assert "덧붙인" not in library.article("a", 1).text


def test_one_bad_document_stops_nothing(library: Library) -> None:
    failure = SourceFailure("missing.txt", SourceError("missing.txt cannot be read.", "Check the path."))
    outcomes = run(library, document("a"), failure, document("b", "   \n "), document("c", "\ud83d"), document("d"))
    assert [outcome.status for outcome in outcomes] == ["new", "failed", "failed", "failed", "new"]
    assert [head.id for head in library.heads()] == ["a", "d"]
    assert all(outcome.error and "\n" not in str(outcome.error) for outcome in outcomes[1:4])


def test_half_a_character_anywhere_stops_nothing(library: Library) -> None:
    half = "\ud83d"
    bad = [
        Document(raw=TEXT + half, format="text", source="paste"),
        Document(raw=TEXT, format="text", source=f"/articles/{half}.txt"),
        document(half),
        document("u", url=f"https://a.example/{half}"),
    ]
    outcomes = run(library, *bad, document("last"))
    assert [outcome.status for outcome in outcomes] == ["failed"] * 4 + ["new"]
    assert all(str(outcome.error).encode() and "half a character" in str(outcome.error) for outcome in outcomes[:4])
    assert [head.id for head in library.heads()] == ["last"]


def test_each_is_committed_before_it_is_told(library: Library, home: Path) -> None:
    documents = iter([document("a"), document("b")])
    told = ingest(library, documents)
    assert next(told).status == "new"
    with Library.open(home, create=False) as another:
        assert [head.id for head in another.heads()] == ["a"]
    assert next(told).version == 1
    assert library.article("b").ingested <= datetime.now(UTC).isoformat(timespec="seconds")


def test_ingest_of_an_export_is_a_no_op(library: Library, tmp_path: Path) -> None:
    record = {"id": "r1", "title": "Rates", "text": "The bank cut rates. Markets rose.", "publisher": "Hanbit Times"}
    lines = json.dumps(record).encode()
    run(library, document(), *jsonl.documents(io.BytesIO(lines), "/articles/all.jsonl"))
    run(library, document(text=TEXT + " 고친 글이다."))
    exported = list(library.export())
    generation = library.generation()
    again = b"\n".join(json.dumps(one, ensure_ascii=False).encode() for one in exported)
    outcomes = run(library, *jsonl.documents(io.BytesIO(again), "/tmp/export.jsonl"))
    assert [outcome.status for outcome in outcomes] == ["unchanged", "unchanged"]
    assert library.generation() == generation
    with Library.open(tmp_path / "other") as other:
        outcomes = run(other, *jsonl.documents(io.BytesIO(again), "/tmp/export.jsonl"))
        assert [outcome.status for outcome in outcomes] == ["new", "new"]
        for one in exported:
            copy = other.article(str(one["id"]))
            assert (copy.text, copy.title, copy.publisher) == (one["text"], one["title"], one["publisher"])
            for sentence in other.sentences(copy.id, 1):
                assert copy.text[sentence.start : sentence.end] == str(one["text"])[sentence.start : sentence.end]
