"""The library keeps what it is given, in versions, and finds it by terms, filters and vectors."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest import library_articles, library_connection
from ingest.errors import Busy, LibraryError, NotFound
from ingest.library import Library
from ingest.library_connection import FILE
from ingest.records import Filters
from ingest.schema import VERSION
from tests.integration.small_articles import SENTENCES, article, as_version_1, passages, store, words

ALL = Filters()


@pytest.fixture
def library(home: Path) -> Iterator[Library]:
    with Library.open(home) as opened:
        yield opened


def found(library: Library, *terms: str, filters: Filters = ALL) -> list[str]:
    return [id_ for id_, _ in library.match(terms, filters, 10)]


def tables(home: Path) -> dict[str, list[str]]:
    """The columns of every table, by its name."""
    db = sqlite3.connect(home / FILE)
    names = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    found = {name: [row[1] for row in db.execute(f"PRAGMA table_info({name})")] for name in names}
    db.close()
    return found


def unit(*shape: int, seed: int = 0) -> np.ndarray:
    made = np.random.default_rng(seed).standard_normal(shape).astype(np.float32)
    return made / np.linalg.norm(made, axis=-1, keepdims=True)


# ---- opening


def test_a_missing_library_is_made_or_refused(home: Path) -> None:
    with pytest.raises(LibraryError, match="no library at"):
        Library.open(home, create=False)
    assert not home.exists()
    Library.open(home).close()
    assert Library.open(home, create=False).heads() == []


def test_a_home_that_cannot_be_a_folder_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for home in (tmp_path / "file", tmp_path / "file" / "home"):
        with pytest.raises(LibraryError) as caught:
            Library.open(home)
        assert "\n" not in str(caught.value)
        assert caught.value.do


def test_a_file_that_is_no_library_is_refused_and_left_alone(home: Path) -> None:
    home.mkdir()
    file = home / "library.sqlite3"
    file.write_bytes(b"not a database, but long enough to be read as one" * 100)
    before = file.read_bytes()
    with pytest.raises(LibraryError, match="not a library"):
        Library.open(home)
    assert file.read_bytes() == before


def test_another_programs_database_is_refused(home: Path) -> None:
    home.mkdir()
    other = sqlite3.connect(home / "library.sqlite3")
    other.execute("CREATE TABLE songs (name)")
    other.close()
    with pytest.raises(LibraryError, match="another program"):
        Library.open(home)


def test_a_newer_schema_is_refused(home: Path) -> None:
    Library.open(home).close()
    db = sqlite3.connect(home / "library.sqlite3")
    db.execute(f"PRAGMA user_version = {VERSION + 1}")
    db.close()
    with pytest.raises(LibraryError, match="newer geungeo"):
        Library.open(home)


def test_an_older_library_is_upgraded_and_keeps_everything(home: Path) -> None:
    with Library.open(home) as older:
        stored = store(older, "a")
        columns = tables(home)
        first, second = (p.id for p in older.passages_of("a", 1))
        older.save_vectors("old", {first: (unit(8), unit(2, 8), unit(8))})
        exported = list(older.export())
    as_version_1(home)
    assert tables(home) != columns
    with Library.open(home) as library:
        assert library.article("a") == stored
        assert list(library.export()) == exported
        assert found(library, "금리를") == [first]
        assert library.passage_vectors("old", [first]).keys() == {first}
        assert library.vectors("old", [first]).ids == ()  # its title has none
        library.save_vectors("new", {second: (unit(8), unit(2, 8), unit(8))})
        assert library.vectors("new", [second]).ids == (second,)
        (problem,) = library.problems()
        assert "1 articles were not compared" in problem
        library.rebuild_copies()
        assert library.problems() == []
    assert tables(home) == columns


def test_an_older_library_is_upgraded_once_whoever_is_first(home: Path) -> None:
    with Library.open(home) as older:
        store(older, "a")
    as_version_1(home)
    read: list[str] = []

    def use() -> None:
        with Library.open(home) as library:
            read.append(library.article("a").text)

    threads = [threading.Thread(target=use) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(read) == 6


# ---- articles and versions


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


# ---- beside other writers


def test_a_check_beside_a_writer_waits_and_takes_nothing_for_damage(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_connection, "BUSY_MS", 50)
    with Library.open(home) as library:
        store(library, "a")
        other = sqlite3.connect(home / FILE, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")  # without our lock: SQLite's own says no
        with pytest.raises(Busy, match="locked by another process"):
            library.problems()
        other.execute("ROLLBACK")
        other.close()
        assert library.problems() == []


def test_lost_words_are_made_while_others_may_write(library: Library) -> None:
    for id_ in ("a", "gone", "changed"):
        store(library, id_)
    db = sqlite3.connect(library.home / FILE)
    with db:
        db.execute("DELETE FROM terms")
    db.close()
    meddled: list[threading.Thread] = []

    def meddle() -> None:
        library.remove(["gone"])
        store(library, "changed", ("새 글이다.",))

    def slow(text: str) -> list[str]:
        if not meddled:
            meddled.append(threading.Thread(target=meddle))
            meddled[0].start()
            meddled[0].join(5)
            assert not meddled[0].is_alive(), "the write lock is held while words are made"
        return words(text)

    library.rebuild_terms(slow)
    assert library.problems() == []
    assert {id_.split(":")[0] for id_ in found(library, "금리를", "새")} == {"a@1", "changed@2"}


def test_closing_a_library_leaves_those_who_use_it_to_their_end(library: Library) -> None:
    for n in range(3):
        store(library, f"a{n}")
    reading, closed = threading.Event(), threading.Event()
    told: list[object] = []

    def read() -> None:
        try:
            with library._connections.read() as db:
                told.append(db)
                reading.set()
                assert closed.wait(10)
                told.append(db.execute("SELECT count(*) FROM articles").fetchone()[0])
        except BaseException as error:
            told.append(error)

    other = threading.Thread(target=read)
    other.start()
    assert reading.wait(10)
    idle = library._connections._handle().db
    library.close()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        idle.execute("SELECT 1")
    closed.set()
    other.join(10)
    db, count = told
    assert count == 3
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        db.execute("SELECT 1")  # type: ignore[attr-defined]
    assert len(library.heads()) == 3  # the next use opens it again


# ---- terms and filters


def test_match_ranks_the_passage_with_more_and_rarer_terms_first(library: Library) -> None:
    for n in range(8):
        store(library, f"n{n}", (f"같은 말 {n}.", "Common words."))
    store(library, "a", ("같은 말과 드문 낱말.",))
    ranked = library.match(["같은", "드문"], ALL, 10)
    assert ranked[0][0].startswith("a@1")
    assert [score for _, score in ranked] == sorted((score for _, score in ranked), reverse=True)
    assert all(score > 0 for _, score in ranked)
    assert len(library.match(["같은"], ALL, 3)) == 3


def test_terms_in_the_title_are_found(library: Library) -> None:
    store(library, "a", title="서울 날씨")
    assert len(found(library, "날씨")) == 2


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(publisher="한빛 TIMES"), {"a"}),
        (Filters(publisher="한빛"), set()),
        (Filters(language="en"), {"b"}),
        (Filters(since="2025-02-01"), {"b"}),
        (Filters(since="2025-01-31", until="2025-01-31"), {"a"}),
        (Filters(articles=("b", "c", "zz")), {"b", "c"}),
        (Filters(articles=("b",), language="ko"), set()),
        (Filters(), {"a", "b", "c"}),
    ],
)
def test_filters_are_exact_everywhere(library: Library, filters: Filters, expected: set[str]) -> None:
    store(library, "a", publisher="한빛 Times", published="2025-01-31T23:00:00+09:00")
    store(library, "b", publisher="Other", published="2025-02-01", language="en")
    store(library, "c", published=None)
    assert {head.id for head in library.heads(filters)} == expected
    assert {id_.split("@")[0] for id_ in found(library, "rate", filters=filters)} == expected
    assert library.article_count(filters) == len(expected)
    assert library.passage_count(filters) == 2 * len(expected) == len(library.passage_ids(filters))
    assert {id_.split("@")[0] for id_ in library.searchable(library.passage_ids(), filters)} == expected


def test_the_passages_in_which_one_speaks_are_found_newest_first(library: Library) -> None:
    for id_, published in (("a", "2025-03-05"), ("b", "2025-03-07"), ("c", None)):
        store(library, id_, published=published)
    assert [id_[0] for id_ in library.spoken_by(["이 행장", "박 행장"], ALL, 10)] == ["b", "a", "c"]
    assert [id_[0] for id_ in library.spoken_by(["이 행장"], ALL, 1)] == ["b"]
    assert [id_[0] for id_ in library.spoken_by(["이 행장"], Filters(articles=("a", "c")), 10)] == ["a", "c"]
    assert library.spoken_by(["박 행장"], ALL, 10) == library.spoken_by([], ALL, 10) == []


def test_document_frequency_counts_passages(library: Library) -> None:
    store(library, "a", ("U.S. news.", "News again.", "Café opens."))
    frequency = library.document_frequency(["news", "NEWS", "U.S.", "cafe", "none", '"', ""])
    assert frequency == {"news": 1, "NEWS": 1, "U.S.": 1, "cafe": 1, "none": 0, '"': 0, "": 0}
    assert library.passage_count() == 2


def test_document_frequency_of_several_terms_counts_each_passage_once(library: Library) -> None:
    store(library, "a", ("Rates rise.", "News.", "They rose.", "News again.", "Nothing."), title="소식")
    frequency = library.document_frequency([("rise", "rose"), ("rise", "news"), ("rose",), ("none", '"'), (), "rise"])
    assert frequency == {
        ("rise", "rose"): 2,
        ("rise", "news"): 2,
        ("rose",): 1,
        ("none", '"'): 0,
        (): 0,
        "rise": 1,
    }
    assert library.document_frequency([("none", "소식")]) == {("none", "소식"): 3}


def test_holding_tells_which_passages_have_any_of_the_terms(library: Library) -> None:
    store(library, "a", ("The bank.", "A rate rise.", "Fog came."), title="소식")
    store(library, "b", ("The bank of fog.",))
    one, two = library.passage_ids(Filters(articles=("a",)))
    (other,) = library.passage_ids(Filters(articles=("b",)))
    every = [one, two, other]
    assert library.holding(["bank"], every) == {one, other}
    assert library.holding(["bank", "fog"], every) == {one, two, other}
    assert library.holding(["bank"], [two, other, "gone@1:0-5"]) == {other}
    assert library.holding(["소식"], every) == {one, two}  # of the title
    for nothing in ([], ["none"], ['"'], ["rise OR fog"], ["ban*"]):
        assert library.holding(nothing, every) == set()
    assert library.holding(["bank"], []) == set()
    store(library, "b", ("둘째 판.",))
    assert library.holding(["bank"], every) == {one}  # the older version is searched no more


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=()), max_size=20), max_size=5))
def test_no_term_breaks_a_search(library: Library, terms: list[str]) -> None:
    if not library.head("a"):
        store(library, "a")
    library.match([*terms, "금리를"], ALL, 5)
    assert "a@1:0-46" in found(library, *terms, "금리를")
    library.document_frequency([*terms, tuple(terms)])
    assert "a@1:0-46" in library.holding([*terms, "금리를"], library.passage_ids())


@pytest.mark.parametrize("term", ["NEAR(a b)", "a OR", '"', "title:x", "*", "^z", "-", "a AND NOT b", "\0", "{"])
def test_operators_are_only_words(library: Library, term: str) -> None:
    store(library, "a")
    assert found(library, term) == []


def test_many_terms_are_no_trouble(library: Library) -> None:
    store(library, "a")
    assert found(library, *(f"w{n}" for n in range(5000)), "금리를") == ["a@1:0-46"]


# ---- vectors


def test_vectors_come_back_nearly_as_they_were(library: Library) -> None:
    store(library, "a")
    one, two = library.passages_of("a", 1)
    passage, sentences = unit(384), unit(2, 384, seed=1)
    library.save_vectors("f", {one.id: (passage, sentences, passage), "gone@1:0-5": (passage, sentences, passage)})
    kept = library.passage_vectors("f", [one.id, two.id])
    assert kept.keys() == {one.id}
    assert float(kept[one.id] @ passage) > 0.999999
    by_sentence = library.sentence_vectors("f", [one.id])
    assert list(by_sentence) == [s.key for s in one.sentences]
    for vector, given_ in zip(by_sentence.values(), sentences, strict=True):
        assert vector.dtype == np.float32
        assert float(vector @ given_) > 0.9998
        assert abs(float(vector @ passage) - float(given_ @ passage)) < 0.002
    assert library.passage_vectors("another", [one.id]) == {}
    ids, matrix = library.filtered_vectors("f", Filters(articles=("a",)))
    assert (ids, matrix.shape) == ([one.id], (1, 384))
    assert library.filtered_vectors("f", Filters(articles=("b",)))[0] == []


def test_a_title_has_a_vector_beside_its_passages(library: Library) -> None:
    store(library, "a")
    one, two = library.passages_of("a", 1)
    passage, sentences, title = unit(384), unit(2, 384, seed=1), unit(384, seed=2)
    nameless = np.zeros(384, np.float32)
    library.save_vectors("f", {one.id: (passage, sentences, title), two.id: (passage, sentences, nameless)})
    kept = library.vectors("f", [one.id, two.id, "gone@1:0-5"])
    titles = dict(zip(kept.ids, kept.titles, strict=True))
    assert kept.titles.dtype == np.float32
    assert float(titles[one.id] @ title) > 0.999999
    assert not titles[two.id].any()
    assert kept.passages == pytest.approx(np.stack([passage, passage]), abs=1e-3)
    assert kept.sentences == pytest.approx(np.concatenate([sentences, sentences]), abs=2e-3)
    assert kept.counts == (2, 2)
    assert float(library.passage_vectors("f", [one.id])[one.id] @ passage) > 0.999999
    nothing = library.vectors("another", [one.id])
    assert (nothing.ids, nothing.counts, len(nothing.passages)) == ((), (), 0)


def test_pending_tells_what_is_to_be_done(library: Library) -> None:
    store(library, "a")
    store(library, "b")
    one, two = library.passages_of("a", 1)
    library.save_vectors("f", {one.id: (unit(8), unit(2, 8), unit(8))})
    b = tuple(p.id for p in library.passages_of("b", 1))
    library.remove(["b"])
    pending = library.pending("f")
    assert (pending.place, pending.encode, set(pending.drop)) == ((one.id,), (two.id,), set(b))
    library.settle("f", [one.id, *b])
    assert library.pending("f").encode == (two.id,)
    assert library.index_encoder() == "f"
    assert library.outbox_size() == 1


def test_old_versions_keep_no_vectors(library: Library) -> None:
    store(library, "a")
    old = [p.id for p in library.passages_of("a", 1)]
    library.save_vectors("f", {id_: (unit(8), unit(2, 8), unit(8)) for id_ in old})
    store(library, "a", ("둘째 판.",))
    assert library.passage_vectors("f", old) == {}
    assert library.sentence_vectors("f", old) == {}
    library.save_vectors("f", {id_: (unit(8), unit(2, 8), unit(8)) for id_ in old})  # encoded before, saved after
    assert library.problems() == []


# ---- threads


def test_several_threads_use_one_library(library: Library) -> None:
    errors: list[BaseException] = []

    def work(n: int) -> None:
        try:
            for i in range(5):
                store(library, f"{n}-{i}", publisher=f"p{n}")
                assert len(library.heads(Filters(publisher=f"P{n}"))) == i + 1
                assert found(library, "금리를", filters=Filters(articles=(f"{n}-{i}",)))
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert len(library.heads()) == 30
    assert library.generation() == 30
    assert library.problems() == []


def test_two_versions_at_once_are_two_versions(home: Path) -> None:
    with Library.open(home) as one, Library.open(home) as two:
        threads = [
            threading.Thread(target=store, args=(library, "a", (f"판 {n}.",)))
            for n, library in enumerate((one, two, one, two))
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert one.head("a").versions == 4
        assert {one.article("a", version).text for version in (1, 2, 3, 4)} == {f"판 {n}." for n in range(4)}
        assert one.problems() == []
