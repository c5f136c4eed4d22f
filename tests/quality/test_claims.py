"""Floors under the check of claims, pinned with the checksum of the claims: a floor may be raised, not lowered in silence."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.service import Service
from ingest.settings import load
from tests.quality.claims import FRESH, HARD, Judged, judge, ours, wilson

# By file its checksum, and by kind the share judged right. What was measured stands in docs/claims.md; a floor leaves room for two or three
# claims, and for four or five of the fresh ones.
PINNED = {
    HARD: "50a16818f3753de508497663a1dc2de1e9739e7ace5fe8c165b057ccc70d05c0",
    FRESH: "64fcc85ad07461c67439e14b1529beaf94b6c4bb1e7a157e81e3a8d15d54da94",
}
FLOORS = {
    HARD: {
        "date": 0.91,
        "direction": 0.94,
        "faithful": 0.86,
        "meaning": 0.80,
        "name": 0.80,
        "negation": 0.88,
        "number": 0.94,
        "paraphrase": 0.96,
        "quotation": 0.97,
        "relation": 0.60,
        "speaker": 0.91,
    },
    FRESH: {"direction": 0.75, "faithful": 0.80, "paraphrase": 0.70, "relation": 0.62},
}
BOTH = pytest.mark.parametrize("file", [HARD, FRESH], ids=lambda file: file.stem)


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[Path, list[Judged]]]:
    with closing(Service(load(tmp_path_factory.mktemp("claims")))) as service:
        yield {file: list(judge(service, ours(service, file))) for file in FLOORS}


@BOTH
def test_the_claims_are_those_of_the_floors(file: Path) -> None:
    found = hashlib.sha256(file.read_bytes()).hexdigest()
    assert found == PINNED[file], "measure again, and pin the floors with the new checksum"


@BOTH
@pytest.mark.encoder
@pytest.mark.timeout(1200)  # a thousand claims, a fifth of a second each on a quiet machine
def test_no_kind_of_claim_falls_below_its_floor(judged: dict[Path, list[Judged]], file: Path) -> None:
    by_kind: dict[str, list[bool]] = defaultdict(list)
    for one in judged[file]:
        by_kind[one.labelled.kind].append(one.right)
    shares = {kind: sum(right) / len(right) for kind, right in by_kind.items()}
    assert set(shares) == set(FLOORS[file])
    assert {kind: share for kind, share in shares.items() if share < FLOORS[file][kind]} == {}


@BOTH
@pytest.mark.encoder
@pytest.mark.timeout(1200)
def test_every_citation_stands_in_its_article(judged: dict[Path, list[Judged]], file: Path) -> None:
    for one in judged[file]:
        assert one.found.citations
        for citation in one.found.citations:
            assert citation.article.id in one.labelled.articles
            assert citation.article.text[citation.start : citation.end] == citation.quote


def test_the_interval_of_a_share() -> None:
    low, high = wilson(9, 10)
    assert (round(low, 3), round(high, 3)) == (0.596, 0.982)
