"""The gate on our own questions: floors pinned with the checksum of their data, and raised but never lowered in silence.

The weights were fitted on these questions among others, so that a floor says that nothing got worse, not how good the gate is elsewhere.
To pin anew, run `python -m tests.quality.refusal` and write the checksum of tests/quality/evidence.py and the shares, less about .04.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.quality.curves import auc, recall_at, wilson
from tests.quality.evidence import checksum
from tests.quality.gate_rows import Rows, collect
from tests.quality.refusal import measure

DATA = "2798ddaf40727f4efc585b57a94dc8e4a029e0b481281e02bdf84499a6156415"
LET_THROUGH = 0.77  # of 202 answerable questions, without a model: .80
REFUSED = 0.54  # of 41 near misses: .59


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    rows = collect(None, tmp_path_factory.mktemp("refusal"), ["samples"])
    return measure(rows, model=False)


def test_the_questions_and_articles_are_those_of_the_floors() -> None:
    assert checksum() == DATA, "measure again, and pin the floors with the new checksum"


@pytest.mark.encoder
@pytest.mark.timeout(900)
def test_near_misses_are_refused_and_answerable_questions_are_not(records: list[dict[str, Any]]) -> None:
    every = {record["answerable"]: record for record in records if record["direction"] == "all"}
    assert (every[True]["n"], every[False]["n"]) == (202, 41)
    assert 1 - every[True]["refused"] >= LET_THROUGH, every
    assert every[False]["refused"] >= REFUSED, every
    assert every[False]["gate"]["auc"] > every[False]["bare"]["auc"] + 0.1, every


def test_an_interval_of_few_is_wide_and_stays_within_all() -> None:
    assert wilson(0, 10) == pytest.approx((0.0, 0.2775), abs=1e-3)
    assert wilson(50, 100) == pytest.approx((0.4038, 0.5962), abs=1e-3)


def test_a_curve_counts_what_lies_below_the_bar_alone() -> None:
    answerable, others = [0.1, 0.5, 0.6, 0.7], [0.05, 0.5, 0.2, 0.9]
    assert auc(answerable, others) == pytest.approx((4 + 2 + 0.5 + 3) / 16)
    assert recall_at(0.0, answerable, others) == 0.25
    assert recall_at(0.25, answerable, others) == 0.5
    assert recall_at(0.26, answerable, others) == 0.5


def test_rows_go_on_where_a_run_was_cut_off(tmp_path: Path) -> None:
    file, made_with = tmp_path / "rows.jsonl", {"features": ["names"]}
    rows = Rows(file, made_with)
    rows.add({"set": "samples", "id": "a", "asked": False})
    rows.add({"set": "samples", "id": "a", "asked": True})
    with file.open("a", encoding="utf-8") as out:
        out.write(json.dumps({"set": "samples", "id": "b"})[:-4])
    assert Rows(file, made_with).kept == {("samples", "a"): {"set": "samples", "id": "a", "asked": True}}
    Rows(file, made_with).add({"set": "samples", "id": "c", "asked": True})
    assert [key[1] for key in Rows(file, made_with).kept] == ["a", "c"]
    with pytest.raises(ValueError, match="other features"):
        Rows(file, {"features": ["words"]})
