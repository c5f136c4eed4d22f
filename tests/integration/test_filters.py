"""What a filter leaves is searched as if nothing else were there: on both ways of dense search, and to the end of retrieval."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np
import pytest

from app import retrieve
from app.background import Background
from app.question import understand
from app.records import Hit
from app.retrieve import Retriever
from ingest import dense
from ingest.dense import DenseSearch
from ingest.indexing import drain
from ingest.library import Library
from ingest.names import Aliases
from ingest.records import Filters
from ingest.terms import terms
from ingest.vector_index import VectorIndex
from tests.fakes import BagEncoder
from tests.integration.small_articles import article, passages

ENCODER = BagEncoder()
ARTICLES, PASSAGES = 1_000, 3  # of them each
K = 20
WORDS = {
    "ko": "금리 공장 선거 다리 가격 학교 병원 항구 법원 은행 도로 날씨 영화 농민 어부 축제 예산 세금 전기 석유 가스 철도 비행기 버스 "
    "지하철 시장 의회 군대 경찰 소방관 화재 홍수 지진 태풍 가뭄 사과 감자 우유 고기 생선 도서관 박물관 공원 호수 강 산 바다 섬 마을 도시",
    "en": "rate factory election bridge price school hospital harbour court bank road weather film farmer fisherman festival "
    "budget tax electricity oil gas railway aeroplane bus subway mayor council army police firefighter fire flood earthquake "
    "typhoon drought apple potato milk meat fish library museum park lake river mountain sea island village city",
}
QUESTIONS = (
    "Which factory closed after the flood?",
    "What does the election mean for the price of milk?",
    "홍수가 난 뒤에 어느 공장이 문을 닫았나요?",
    "선거가 우유 가격에 어떤 영향을 주나요?",
)
# Each leaves one article in a hundred.
NARROW = {
    "publisher": Filters(publisher="PAPER 7"),
    "dates": Filters(since="2024-01-31", until="2024-02-01"),
    "articles": Filters(articles=tuple(f"a{n}" for n in range(5, ARTICLES, 100))),
    "language and publisher": Filters(language="en", publisher="post 3"),
    "language and dates": Filters(language="ko", since="2024-05-01", until="2024-05-04"),
}
# What leaves most of the library, or half of it.
BROAD = {"language": Filters(language="ko"), "dates": Filters(since="2024-02-15")}
ALL = {**NARROW, **BROAD}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Articles of words in no order, with dates, publishers and languages that have nothing to do with each other."""
    chance = random.Random(4)
    with Library.open(tmp_path_factory.mktemp("filters")) as library:
        for n in range(ARTICLES):
            language = "ko" if n % 2 else "en"
            words = WORDS[language].split()
            sentences = [f"{' '.join(chance.sample(words, 7))}." for _ in range(2 * PASSAGES)]
            made = article(
                f"a{n}",
                sentences,
                title=" ".join(chance.sample(words, 3)),
                language=language,
                # A Post is in both languages.
                publisher=f"Post {n // 2 % 25}" if n < ARTICLES / 2 else f"Paper {n % 50}",
                published=str(date(2024, 1, 1) + timedelta(days=n // 5)),
            )
            parts = passages(made, sentences)
            listed = [terms(made.text[part.start : part.end]) for part in parts]
            library.store(made, parts, listed, title_terms=terms(made.title))
        yield library


@pytest.fixture(scope="module")
def index(library: Library) -> VectorIndex:
    index = VectorIndex(library.home, ENCODER.fingerprint, ENCODER.dimensions)
    drain(library, index, ENCODER, batch=256)
    return index


def exactly(library: Library, vector: np.ndarray, filters: Filters) -> list[tuple[str, float]]:
    """All passages that the filters leave, as they are kept and compared one by one."""
    kept = library.passage_vectors(ENCODER.fingerprint, library.passage_ids(filters))
    return sorted(((id_, float(one @ vector)) for id_, one in kept.items()), key=lambda hit: (-hit[1], hit[0]))


def is_left(library: Library, passage_id: str, filters: Filters) -> bool:
    """Whether a filter leaves this passage, read from the article itself."""
    found = library.article(passage_id.split("@")[0])
    day = found.published or ""
    return (
        (not filters.articles or found.id in filters.articles)
        and (filters.publisher is None or (found.publisher or "").lower() == filters.publisher.lower())
        and (filters.language is None or found.language == filters.language)
        and (filters.since or "") <= day <= (filters.until or "9999")
    )


@pytest.mark.parametrize("name", NARROW)
def test_the_filters_leave_what_they_are_to_leave(library: Library, name: str) -> None:
    kept = library.passage_ids(NARROW[name])
    assert len(kept) == PASSAGES * ARTICLES / 100
    assert all(is_left(library, id_, NARROW[name]) for id_ in kept)


@pytest.mark.parametrize("limit", [0, dense.EXACT_PASSAGES], ids=["in the index", "one by one"])
@pytest.mark.parametrize("name", ALL)
def test_dense_search_ranks_as_an_exact_search_does(
    library: Library, index: VectorIndex, monkeypatch: pytest.MonkeyPatch, name: str, limit: int
) -> None:
    monkeypatch.setattr(dense, "EXACT_PASSAGES", limit)
    search = DenseSearch(library, index, ENCODER.fingerprint)
    for vector in ENCODER.encode_questions(QUESTIONS):
        found = search.nearest(vector, ALL[name], K)
        expected = exactly(library, vector, ALL[name])[:K]
        assert all(is_left(library, id_, ALL[name]) for id_, _ in found)
        assert [cosine for _, cosine in found] == pytest.approx([cosine for _, cosine in expected], abs=1e-5)
        apart = dict(expected)  # equals may stand in any order, and at the end leave each other out
        assert all(id_ in apart or cosine < expected[-1][1] + 1e-5 for id_, cosine in found)


def asked_of_the_library(monkeypatch: pytest.MonkeyPatch) -> list[Filters]:
    """Fills with the filters whose vectors are read."""
    read: list[Filters] = []
    vectors = Library.filtered_vectors

    def reading(library: Library, fingerprint: str, filters: Filters) -> tuple[list[str], np.ndarray]:
        read.append(filters)
        return vectors(library, fingerprint, filters)

    monkeypatch.setattr(Library, "filtered_vectors", reading)
    return read


def test_vectors_are_read_once_while_the_library_stays_as_it_is(
    library: Library, index: VectorIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = asked_of_the_library(monkeypatch)
    search, other = DenseSearch(library, index, ENCODER.fingerprint), Filters(language="en")
    first, second = ENCODER.encode_questions(QUESTIONS[:2])
    for vector in (first, second, first):
        for filters in (BROAD["language"], other):
            assert search.nearest(vector, filters, K) == DenseSearch(library, index, ENCODER.fingerprint).nearest(
                vector, filters, K
            )
    assert read.count(other) == 1 + 3
    library.settle(ENCODER.fingerprint, [])
    search.nearest(first, other, K)
    assert read.count(other) == 2 + 3


def test_of_the_vectors_kept_those_unused_longest_make_way(
    library: Library, index: VectorIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = asked_of_the_library(monkeypatch)
    a, b, c = NARROW["publisher"], NARROW["dates"], NARROW["articles"]
    monkeypatch.setattr(dense, "KEPT_BYTES", 2 * 30 * 4 * ENCODER.dimensions)  # two of them: 30 passages each
    search = DenseSearch(library, index, ENCODER.fingerprint)
    vector = ENCODER.encode_questions(QUESTIONS)[0]
    for filters in (a, b, a, c, a, b):
        search.nearest(vector, filters, K)
    assert read == [a, b, c, b]
    assert len(search._kept) == 2


# ---- to the end of retrieval


def searched(library: Library, index: VectorIndex, question: str, filters: Filters, limit: int) -> list[Hit]:
    retriever = Retriever(library, index, ENCODER, Background(ENCODER))
    return retriever.articles(understand(question), Aliases(()), filters, limit)


def asked_of(library: Library, filters: Filters) -> Iterator[tuple[str, str]]:
    """Questions of words of a passage that the filters leave, and its id; translated too where only one language is left,
    as the encoder here knows no second one."""
    chance = random.Random(5)
    for passage_id in chance.sample(library.passage_ids(filters), 3):
        part = library.passages([passage_id])[passage_id]
        found = library.article(part.article_id)
        own, other = WORDS[found.language].split(), WORDS["en" if found.language == "ko" else "ko"].split()
        words = chance.sample(found.text[part.start : part.end].replace(".", "").split(), 10)
        yield " ".join(words), passage_id
        if filters.language:
            yield " ".join(other[own.index(word)] for word in words), passage_id


@pytest.mark.parametrize("limit", [0, dense.EXACT_PASSAGES], ids=["in the index", "one by one"])
@pytest.mark.parametrize("name", NARROW)
def test_articles_rank_as_if_all_that_is_left_were_candidates(
    library: Library, index: VectorIndex, monkeypatch: pytest.MonkeyPatch, name: str, limit: int
) -> None:
    monkeypatch.setattr(dense, "EXACT_PASSAGES", limit)
    for question in QUESTIONS:
        hits = searched(library, index, question, NARROW[name], 10)
        with monkeypatch.context() as patched:
            patched.setattr(retrieve, "DEPTH", ARTICLES * PASSAGES)
            expected = searched(library, index, question, NARROW[name], 10)
        assert len(hits) == 10
        assert [hit.passage.id for hit in hits] == [hit.passage.id for hit in expected]
        assert [hit.score for hit in hits] == pytest.approx([hit.score for hit in expected], abs=1e-4)
        assert all(is_left(library, hit.passage.id, NARROW[name]) for hit in hits)
        assert any(hit.scores["lexical"] or hit.scores["translated"] for hit in hits)


@pytest.mark.parametrize("limit", [0, dense.EXACT_PASSAGES], ids=["in the index", "one by one"])
@pytest.mark.parametrize("name", BROAD)
def test_what_is_asked_for_comes_first_from_among_many(
    library: Library, index: VectorIndex, monkeypatch: pytest.MonkeyPatch, name: str, limit: int
) -> None:
    """Here most of what is left is no candidate."""
    monkeypatch.setattr(dense, "EXACT_PASSAGES", limit)
    for question, passage_id in asked_of(library, BROAD[name]):
        hits = searched(library, index, question, BROAD[name], 5)
        with monkeypatch.context() as patched:
            patched.setattr(retrieve, "DEPTH", ARTICLES * PASSAGES)
            (expected,) = searched(library, index, question, BROAD[name], 1)
        assert hits[0].passage.id == expected.passage.id == passage_id
        assert all(is_left(library, hit.passage.id, BROAD[name]) for hit in hits)
