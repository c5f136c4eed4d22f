"""Floors under the check of claims, pinned with the checksum of the claims: a floor may be raised, not lowered in silence."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing

import pytest

from app.service import Service
from ingest.settings import load
from tests.quality.claims import HARD, Judged, hard, judge, wilson

CLAIMS = "50a16818f3753de508497663a1dc2de1e9739e7ace5fe8c165b057ccc70d05c0"
# Share judged right, by kind. What was measured stands in docs/claims.md; a floor leaves room for two or three claims.
FLOORS = {
    "date": 0.91,
    "direction": 0.79,
    "faithful": 0.79,
    "meaning": 0.74,
    "name": 0.77,
    "negation": 0.86,
    "number": 0.94,
    "paraphrase": 0.86,
    "quotation": 0.97,
    "relation": 0.58,
    "speaker": 0.91,
}


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Judged]]:
    with closing(Service(load(tmp_path_factory.mktemp("claims")))) as service:
        yield list(judge(service, hard(service)))


def test_the_claims_are_those_of_the_floors() -> None:
    found = hashlib.sha256(HARD.read_bytes()).hexdigest()
    assert found == CLAIMS, "measure again, and pin the floors with the new checksum"


@pytest.mark.encoder
@pytest.mark.timeout(1200)  # a thousand claims, a fifth of a second each on a quiet machine
def test_no_kind_of_claim_falls_below_its_floor(judged: list[Judged]) -> None:
    by_kind: dict[str, list[bool]] = defaultdict(list)
    for one in judged:
        by_kind[one.labelled.kind].append(one.right)
    shares = {kind: sum(right) / len(right) for kind, right in by_kind.items()}
    assert set(shares) == set(FLOORS)
    assert {kind: share for kind, share in shares.items() if share < FLOORS[kind]} == {}


@pytest.mark.encoder
@pytest.mark.timeout(1200)
def test_every_citation_stands_in_its_article(judged: list[Judged]) -> None:
    for one in judged:
        assert one.found.citations
        for citation in one.found.citations:
            assert citation.article.id in one.labelled.articles
            assert citation.article.text[citation.start : citation.end] == citation.quote


def test_the_interval_of_a_share() -> None:
    low, high = wilson(9, 10)
    assert (round(low, 3), round(high, 3)) == (0.596, 0.982)
