from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.quality.floors import floors_of, made_by, pin, undercut

MADE_WITH = {"data": "d1", "encoder": "e1"}
FIGURES = {"news ko-en mixed": {"hit@1": 0.7, "nDCG@10": 0.81}}
PINNED = {"made_with": MADE_WITH, "floors": {"news ko-en mixed": {"hit@1": 0.67, "nDCG@10": 0.78}}}


def test_a_floor_is_the_figure_less_a_margin() -> None:
    assert floors_of(FIGURES) == PINNED["floors"]
    assert floors_of({"row": {"low": 0.01}}) == {"row": {"low": 0.0}}


def test_figures_on_their_floors_are_well() -> None:
    assert undercut(PINNED, MADE_WITH, PINNED["floors"]) == []


def test_one_figure_below_its_floor_is_told() -> None:
    sunk = {"news ko-en mixed": {"hit@1": 0.669, "nDCG@10": 0.9}}
    assert undercut(PINNED, MADE_WITH, sunk) == ["news ko-en mixed hit@1 is 0.669, below its floor of 0.67."]


def test_a_floor_that_was_not_measured_does_not_hold() -> None:
    assert undercut(PINNED, MADE_WITH, {"news ko-en mixed": {"hit@1": 0.9}}) == [
        "news ko-en mixed nDCG@10 was not measured; its floor is 0.78."
    ]
    assert len(undercut(PINNED, MADE_WITH, {})) == 2


@pytest.mark.parametrize("changed", ["data", "encoder"])
def test_floors_of_something_else_are_no_floors(changed: str) -> None:
    (told,) = undercut(PINNED, {**MADE_WITH, changed: "other"}, FIGURES)
    assert told == f"The floors are of {changed} {MADE_WITH[changed]}, not of other."


def test_what_is_pinned_then_holds(tmp_path: Path) -> None:
    assert pin(tmp_path / "floors.json", MADE_WITH, FIGURES) == []
    assert json.loads((tmp_path / "floors.json").read_text("utf-8")) == PINNED
    assert undercut(PINNED, MADE_WITH, FIGURES) == []


def test_pinning_raises_floors_and_lowers_none(tmp_path: Path) -> None:
    file = tmp_path / "floors.json"
    pin(file, MADE_WITH, FIGURES)
    told = pin(file, MADE_WITH, {"news ko-en mixed": {"hit@1": 0.8, "nDCG@10": 0.5}})
    assert told == ["news ko-en mixed nDCG@10 keeps its floor of 0.78; what was measured would lower it."]
    assert json.loads(file.read_text("utf-8"))["floors"] == {"news ko-en mixed": {"hit@1": 0.77, "nDCG@10": 0.78}}


def test_pinning_on_other_data_begins_anew(tmp_path: Path) -> None:
    file = tmp_path / "floors.json"
    pin(file, MADE_WITH, FIGURES)
    assert pin(file, {**MADE_WITH, "data": "d2"}, {"row": {"hit@1": 0.5}}) == []
    assert json.loads(file.read_text("utf-8")) == {
        "made_with": {"data": "d2", "encoder": "e1"},
        "floors": {"row": {"hit@1": 0.47}},
    }


def test_a_floor_may_have_a_margin_of_its_own_or_be_1_whatever_is_measured(tmp_path: Path) -> None:
    file, figures = tmp_path / "floors.json", {"all": {"sound": 0.96, "right": 0.7}}
    told = pin(file, MADE_WITH, figures, margin=0.1, whole=("sound",))
    assert told == ["all sound is 0.960; its floor is 1.00 whatever is measured."]
    pinned = json.loads(file.read_text("utf-8"))
    assert pinned["floors"] == {"all": {"sound": 1.0, "right": 0.6}}
    assert undercut(pinned, MADE_WITH, figures) == ["all sound is 0.960, below its floor of 1.00."]
    assert pin(file, MADE_WITH, {"all": {"sound": 1.0, "right": 0.7}}, margin=0.1, whole=("sound",)) == []


def test_rows_tell_what_made_them_and_are_of_one_make() -> None:
    one = {"encoder": "e1", "chat_model": "m1", "version": "1"}
    assert made_by([one, {**one, "version": "2"}]) == {"encoder": "e1", "chat_model": "m1"}
    for mixed in ([one, {**one, "chat_model": "m2"}], [one, None], [None], []):
        with pytest.raises(SystemExit, match="do not come from one encoder and one chat model"):
            made_by(mixed)
