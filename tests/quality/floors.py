"""Floors under measured figures: pinned with all that they were measured with, and raised but never lowered by a flag."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

MARGIN = 0.03  # below what was measured: about one question in forty
Figures = Mapping[str, Mapping[str, float]]  # by row and measure; higher is better


def floors_of(figures: Figures) -> dict[str, dict[str, float]]:
    """What to pin for these figures: each less the margin, to two places."""
    return {row: {name: _floor(value) for name, value in measured.items()} for row, measured in figures.items()}


def undercut(pinned: Mapping[str, Any], made_with: Mapping[str, str], figures: Figures) -> list[str]:
    """What is wrong, a line each; empty where all floors hold. `made_with` is what was measured, on what, by name."""
    other = [
        f"The floors are of {name} {pinned['made_with'].get(name)}, not of {value}."
        for name, value in made_with.items()
        if pinned["made_with"].get(name) != value
    ]
    if other:
        return other
    wrong = []
    for row, floors in pinned["floors"].items():
        for name, floor in floors.items():
            value = figures.get(row, {}).get(name)
            if value is None:
                wrong.append(f"{row} {name} was not measured; its floor is {floor:.2f}.")
            elif value < floor:
                wrong.append(f"{row} {name} is {value:.3f}, below its floor of {floor:.2f}.")
    return wrong


def pin(file: Path, made_with: Mapping[str, str], figures: Figures) -> list[str]:
    """Write the floors of these figures. A floor that would sink stays, and is told, a line each.

    Floors made with something else are replaced. To lower one, edit the file: that can be seen in its history.
    """
    fresh, sunk = floors_of(figures), []
    pinned = json.loads(file.read_text("utf-8")) if file.is_file() else None
    if pinned and pinned["made_with"] == made_with:
        for row, floors in pinned["floors"].items():
            for name, floor in floors.items():
                if fresh.setdefault(row, {}).get(name, 0.0) < floor:
                    fresh[row][name] = floor
                    sunk.append(f"{row} {name} keeps its floor of {floor:.2f}; what was measured would lower it.")
    text = json.dumps({"made_with": dict(made_with), "floors": fresh}, indent=1, ensure_ascii=False)
    file.write_text(text + "\n", "utf-8")
    return sunk


def _floor(value: float) -> float:
    return max(0.0, math.floor(round(100 * (value - MARGIN), 6)) / 100)
