"""Floors under measured figures: pinned with all that they were measured with, and raised but never lowered by a flag."""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

MARGIN = 0.03  # below what was measured: about one question in forty
Figures = Mapping[str, Mapping[str, float]]  # by row and measure; higher is better


def floors_of(figures: Figures, margin: float = MARGIN, whole: Collection[str] = ()) -> dict[str, dict[str, float]]:
    """What to pin for these figures: each less the margin, to two places; for the measures in `whole` always 1."""
    return {
        row: {name: 1.0 if name in whole else _floor(value - margin) for name, value in measured.items()}
        for row, measured in figures.items()
    }


def made_by(fingerprints: Iterable[Mapping[str, str] | None]) -> dict[str, str]:
    """The encoder and the chat model of kept rows. Raises SystemExit where a row does not tell, or they are not the same for all."""
    found = {(it["encoder"], it["chat_model"]) if it else None for it in fingerprints}
    if len(found) != 1 or None in found:
        raise SystemExit("The rows do not come from one encoder and one chat model: ask all again, into another file.")
    ((encoder, chat_model),) = found
    return {"encoder": encoder, "chat_model": chat_model}


def read(file: Path) -> dict[str, Any]:
    """What is pinned. Raises SystemExit where nothing is."""
    if not file.is_file():
        raise SystemExit(f"There are no floors yet: {file.name} is missing. Pin them with --pin.")
    return json.loads(file.read_text("utf-8"))


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


def pin(
    file: Path,
    made_with: Mapping[str, str],
    figures: Figures,
    margin: float = MARGIN,
    whole: Collection[str] = (),
) -> list[str]:
    """Write the floors of these figures. A floor that would sink stays, and is told, a line each; so is a measure of `whole` that is not 1.

    Floors made with something else are replaced. To lower one, edit the file: that can be seen in its history.
    """
    fresh, sunk = floors_of(figures, margin, whole), []
    pinned = json.loads(file.read_text("utf-8")) if file.is_file() else None
    if pinned and pinned["made_with"] == made_with:
        for row, floors in pinned["floors"].items():
            for name, floor in floors.items():
                if fresh.setdefault(row, {}).get(name, 0.0) < floor:
                    fresh[row][name] = floor
                    sunk.append(f"{row} {name} keeps its floor of {floor:.2f}; what was measured would lower it.")
    text = json.dumps({"made_with": dict(made_with), "floors": fresh}, indent=1, ensure_ascii=False)
    file.write_text(text + "\n", "utf-8")
    return sunk + [
        f"{row} {name} is {value:.3f}; its floor is 1.00 whatever is measured."
        for row, measured in figures.items()
        for name, value in measured.items()
        if name in whole and value < 1
    ]


def _floor(value: float) -> float:
    return max(0.0, math.floor(round(100 * value, 6)) / 100)
