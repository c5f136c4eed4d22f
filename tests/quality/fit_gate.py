"""Fits the gate's weights on the rows that gate_rows.py has kept, and writes app/gate.json.

    python -m tests.quality.fit_gate [--home DIR] [--write]

Cross-validated by story: the printed figures are of held-out folds, the written weights of all rows. Only news and our own samples are
fitted on: of questions asked of one chosen article (squad2) there is a curve, in refusal.py.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from app import gate
from tests.quality.gate_rows import Row, read_rows

FITTED = ("samples", "news", "across", "near_miss", "taken_out", "out_of_corpus")
FOLDS = 5
REFUSED = {"plain": 0.11, "with_model": 0.105}  # share of the answerable, held out; the sets count the same
# Not fitted: the sets differ in more than in the size of their library. What one set of questions loses in a larger one: library_size.py.
HELD = {"smallness": 0.17}
STEPS, RATE, RIDGE = 2000, 0.5, 0.05
_NEVER = -99.0  # the logit of a question about which the model is not asked

Weights = dict[str, float]


def main() -> None:
    it = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    it.add_argument("--home", type=Path, default=Path("/tmp/geungeo-quality"))
    it.add_argument("--write", action="store_true", help="write app/gate.json")
    given = it.parse_args()
    rows = read_rows(given.home)
    written = dict(gate.weights())
    for kind in REFUSED:
        mine = rows_of(rows, kind)
        if mine:
            print({"plain": "Without a model", "with_model": "\nWith the model's opinion"}[kind])
            logits = held_out(mine, kind)
            _print(mine, logits >= bar(mine, logits, REFUSED[kind]))
            written[kind] = final(mine, kind)
    text = json.dumps(written, indent=1)
    print(text)
    if given.write:
        Path(gate.__file__).with_name("gate.json").write_text(text + "\n", "utf-8")


def rows_of(rows: Sequence[Row], kind: str) -> list[Row]:
    """Those that the weights of this kind are fitted on: with the model only where it was asked."""
    return [row for row in rows if row["set"] in FITTED and (kind == "plain" or row["asked"])]


def held_out(rows: Sequence[Row], kind: str) -> np.ndarray:
    """float64 [n]: the logit of each row by weights that were fitted on other stories."""
    stories = sorted({row["story"] for row in rows})
    random.Random(3).shuffle(stories)
    fold = {story: number % FOLDS for number, story in enumerate(stories)}
    logits = np.empty(len(rows))
    for held in range(FOLDS):
        weights = fit([row for row in rows if fold[row["story"]] != held], kind)
        for place, row in enumerate(rows):
            if fold[row["story"]] == held:
                logits[place] = logit(row, weights, kind)
    return logits


def final(rows: Sequence[Row], kind: str) -> Weights:
    """Weights of all rows, the bias set where the held-out folds lose as much as may be lost."""
    weights = fit(rows, kind)
    shift = bar(rows, held_out(rows, kind), REFUSED[kind])
    return weights | {"bias": round(weights["bias"] - shift, 3)}


def bar(rows: Sequence[Row], logits: np.ndarray, lost: float) -> float:
    """The logit below which `lost` of the answerable are; however many its questions are, each set counts the same."""
    count = Counter(row["set"] for row in rows if row["answerable"])
    ranked = sorted(
        (value, 1 / count[row["set"]]) for value, row in zip(logits, rows, strict=True) if row["answerable"]
    )
    below = np.cumsum([weight for _, weight in ranked]) / len(count)
    return float(ranked[int(np.searchsorted(below, lost))][0])


def names_of(kind: str) -> tuple[str, ...]:
    """The features whose weights are fitted."""
    fitted = tuple(name for name in gate.FEATURES if name not in HELD)
    return fitted if kind == "plain" else (*fitted, "model")


def fit(rows: Sequence[Row], kind: str) -> Weights:
    """Logistic regression with a ridge on all but the bias. Both labels weigh the same; a set by the root of its size, so that
    the hundreds of easy questions do not drown the dozens of hard ones. No feature may count against its own meaning."""
    names = names_of(kind)
    rows = [row for row in rows if _scored(row, kind)]
    x = np.array([[row["features"][name] for name in names] for row in rows])
    y = np.array([row["answerable"] for row in rows], float)
    mean, spread = x.mean(axis=0), x.std(axis=0) + 1e-9
    z = np.column_stack([np.ones(len(x)), (x - mean) / spread])
    offsets = np.array([offset(row) for row in rows])
    share = _shares(rows, y)
    w = np.zeros(z.shape[1])
    ridge = RIDGE * np.r_[0, np.ones(len(names))]
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-z @ w - offsets))
        slope = z.T @ (share * (p - y)) + ridge * w
        w -= RATE * slope / ((z**2).T @ (share * p * (1 - p)) + ridge)
        w[1:] = np.maximum(w[1:], 0)
    scaled = w[1:] / spread
    fitted = {name: round(float(value), 3) for name, value in zip(names, scaled, strict=True)}
    return {"bias": round(float(w[0] - scaled @ mean), 3)} | fitted | HELD


def logit(row: Row, weights: Weights, kind: str) -> float:
    if "article" in row["features"]:  # a summary was asked for, and an article found for it
        return -_NEVER
    if not _scored(row, kind):
        return _NEVER
    return weights["bias"] + sum(row["features"][name] * weights[name] for name in names_of(kind)) + offset(row)


def offset(row: Row) -> float:
    """What the features add to its logit whose weights are held."""
    return sum(row["features"][name] * weight for name, weight in HELD.items())


def _scored(row: Row, kind: str) -> bool:
    """Nothing was found for some; about others the model was not asked, as they are refused without it."""
    return set(row["features"]) >= set(names_of(kind))


def _shares(rows: Sequence[Row], y: np.ndarray) -> np.ndarray:
    """float64 [n], the weight of each row; those of a label sum to .5."""
    count = Counter((row["set"], row["answerable"]) for row in rows)
    share = np.array([count[row["set"], row["answerable"]] ** -0.5 for row in rows])
    for label in (0, 1):
        share[y == label] /= 2 * share[y == label].sum()
    return share


def _print(rows: Sequence[Row], let: np.ndarray) -> None:
    groups: dict[str, list[bool]] = defaultdict(list)
    for row, through in zip(rows, let, strict=True):
        label = "answerable" if row["answerable"] else "unanswerable"
        for name in (f"{row['set']} {row['direction']} {label}", f"{row['set']} all {label}"):
            groups[name].append(bool(through))
    for name, through in sorted(groups.items()):
        print(f"{name:36} n={len(through):4d} let through {np.mean(through):.2f}")


if __name__ == "__main__":
    main()
