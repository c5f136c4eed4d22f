"""The library finds passages by terms and filters."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.library import Library
from ingest.records import Filters
from tests.integration.small_articles import ALL, found, store


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
