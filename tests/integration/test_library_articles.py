"""The library keeps what it is given, in versions."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from ingest import library_articles
from ingest.errors import NotFound
from ingest.library import Library
from ingest.library_connection import FILE
from tests.integration.small_articles import ALL, SENTENCES, article, found, passages, store, unit, words


def test_what_is_stored_comes_back(library: Library) -> None:
    stored = store(library, "a", publisher="한빛일보", url="https://example.org/a", updated="2025-03-06")
    assert library.article("a") == stored
    assert library.article("a").raw == stored.raw
    head = library.head("a")
    assert head
    assert (head.version, head.versions, head.characters) == (1, 1, len(stored.text))
    assert library.heads() == [head]
    parts = library.passages_of("a", 1)
    assert parts == passages(stored)
    assert library.passages([p.id for p in parts]) == {p.id: p for p in parts}
    assert library.sentences("a", 1) == tuple(s for p in parts for s in p.sentences)
    assert [stored.text[s.start : s.end] for s in library.sentences("a", 1)] == list(SENTENCES)
    assert library.speakers() == ["이 행장"]
    assert library.spoken_by(["이 행장"], ALL, 10) == [parts[1].id]


def test_the_same_hash_writes_nothing(library: Library) -> None:
    first = store(library, "a")
    generation = library.generation()
    assert store(library, "a", ingested="2030-01-01T00:00:00+00:00", raw_hash=first.raw_hash) == first
    assert library.generation() == generation


def test_what_is_found_by_words_has_a_generation_that_vectors_leave_alone(home: Path) -> None:
    with Library.open(home) as library, Library.open(home) as other:
        assert other.content_generation() == 0
        store(library, "a")
        one = library.passages_of("a", 1)[0]
        before, written = other.content_generation(), other.generation()
        library.save_vectors("f", {one.id: (unit(8), unit(2, 8), unit(8))})
        library.settle("f", [one.id])
        library.restart_index("f")
        library.rebuild_copies()
        assert (other.content_generation(), other.generation() > written) == (before, True)
        for change in (
            lambda: store(library, "a", ("둘째 판.",)),
            lambda: library.rebuild_terms(words),
            lambda: library.remove(["a"]),
        ):
            change()
            assert other.content_generation() == before + 1
            before = other.content_generation()


def test_terms_are_those_of_the_title_and_of_the_passage(library: Library) -> None:
    store(library, "a", ("금리를 0.5%p 내렸다.", "Hanbit Bank cut."), title="새 금리")
    (one,) = library.passages_of("a", 1)
    assert library.terms_of([one.id, "gone@1:0-5"]) == {one.id: ("새 금리", "금리를 0.5%p 내렸다 hanbit bank cut")}
    store(library, "a", ("둘째 판.",))
    assert library.terms_of([one.id]) == {}


def test_another_hash_is_the_next_version_and_the_only_one_searched(library: Library) -> None:
    old = store(library, "a", aliases=[("한빛은행", "Hanbit Bank")])
    assert found(library, "한빛은행은")
    new = store(library, "a", ("새 소식이 있다.", "There is news."))
    assert (new.version, library.head("a").versions) == (2, 2)
    assert library.article("a") == new
    assert library.article("a", 1) == old
    assert library.sentences("a", 1)
    assert found(library, "한빛은행은") == []
    assert found(library, "소식이") == [library.passages_of("a", 2)[0].id]
    assert library.aliases() == []
    assert library.speakers() == library.spoken_by(["이 행장"], ALL, 10) == []
    assert set(library.pending("f").drop) == {p.id for p in library.passages_of("a", 1)}


def test_removing_takes_all_versions_and_names_what_is_unknown(library: Library) -> None:
    store(library, "a")
    store(library, "a", ("둘째 판이다.",))
    store(library, "b")
    with pytest.raises(NotFound, match=r"'c'.*nothing was removed"):
        library.remove(["a", "c"])
    assert library.head("a")
    assert library.remove(["a", "a"]) == ["a"]
    for version in (None, 1, 2):
        with pytest.raises(NotFound, match="no article 'a'"):
            library.article("a", version)
    assert library.sentences("a", 1) == ()
    assert [head.id for head in library.heads()] == ["b"]
    assert library.problems() == []


def test_a_version_number_is_never_used_for_another_text(library: Library) -> None:
    store(library, "a")
    library.remove(["a"])
    assert store(library, "a", ("다른 글이다.",)).version == 2
    assert library.head("a").versions == 1
    with pytest.raises(NotFound, match="no version 1"):
        library.article("a", 1)


def test_ids_may_be_any_text(library: Library) -> None:
    for id_ in ("a@1:0-3", "'; DROP TABLE articles; --", "기사 %s", '"', "x" * 200):
        store(library, id_)
        assert library.article(id_).id == id_
    assert len(library.heads()) == 5


def test_a_passage_that_skips_a_sentence_is_refused_whole(library: Library) -> None:
    made = article("a")
    one, two = passages(made)
    broken = replace(one, sentences=(one.sentences[0], two.sentences[0]))
    with pytest.raises(ValueError, match="not consecutive"):
        library.store(made, (one, broken), [[], []])
    assert library.heads() == []
    assert library.pending("f").encode == ()


def test_an_export_line_has_every_field(library: Library) -> None:
    stored = store(library, "a")
    (record,) = library.export()
    assert {name: record[name] for name in stored.__slots__} == {
        name: getattr(stored, name) for name in stored.__slots__
    }


def test_no_version_is_too_high_to_be_asked_for(library: Library) -> None:
    store(library, "a")
    for version in (2, 2**63 - 1, 2**63, 10**30, 0, -(10**30)):
        with pytest.raises(NotFound, match=f"no version {version} of 'a'; its newest is 1"):
            library.article("a", version)
        assert library.sentences("a", version) == ()
        assert library.passages_of("a", version) == ()


def test_an_article_that_goes_while_it_is_exported_is_whole_or_left_out(library: Library) -> None:
    store(library, "a")
    asked: list[str] = []

    def remove_before_the_second(statement: str) -> None:
        asked.append(statement)
        if len(asked) == 2:
            library.remove(["a"])

    db = sqlite3.connect(library.home / FILE)
    db.set_trace_callback(remove_before_the_second)
    line = library_articles.record(db, "a")
    db.close()
    assert line
    assert line["text"] == " ".join(SENTENCES)
