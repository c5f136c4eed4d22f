"""Fits the gate's weights on labelled questions and writes app/gate.json.

    python -m tests.quality.fit_gate FOLDER [--home DIR] [--with-model N] [--write]

FOLDER holds articles_*.jsonl and questions_*.jsonl (docs/measures.md gives their fields). Questions are answerable, near misses, or
out of corpus; `article taken out` is made by asking answerable ones with their story's articles filtered away. Cross-validated by story:
the printed figures are of held-out folds, the written weights of all data.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from app import gate
from app.service import Service
from ingest.records import Filters
from ingest.settings import load
from ingest.sources import read

FOLDS = 5
STEPS, RATE, RIDGE = 3000, 0.3, 0.02


def main() -> None:
    arguments = _arguments()
    service = Service(load(arguments.home))
    for source in sorted(arguments.folder.glob("articles_*.jsonl")):
        for outcome in service.ingest(read(str(source))):
            if outcome.status == "failed":
                print(outcome.source, outcome.error)
    service.update_index(lambda progress: print(f"\rindexing {progress.done}", end="", flush=True))
    rows = list(_rows(service, arguments))
    Path(arguments.home, "gate_rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    fitted = {"plain": _report(rows, gate.FEATURES)}
    print(json.dumps(fitted, indent=1))


def _rows(service: Service, arguments: argparse.Namespace) -> Iterator[dict[str, Any]]:
    answerer = service.answerer()
    everything = [head.id for head in service.heads()]
    for question in _questions(arguments.folder, arguments.limit):
        scopes = [("asked", Filters(), question["answerable"])]
        if question["answerable"] and question["dataset"] == "ntrexqa":
            story = question["article_id"].split("-", 2)[2]
            left = tuple(id_ for id_ in everything if not id_.endswith(f"-{story}"))
            scopes.append(("taken_out", Filters(articles=left), False))
        for scope, filters, answerable in scopes:
            attempt = answerer._attempt(question["question"], filters, None)
            yield {
                "id": question["id"],
                "story": question.get("pair_id", question["id"]).rsplit("-", 1)[0],
                "set": question["dataset"] if scope == "asked" else "taken_out",
                "direction": question.get("direction") or question["lang"],
                "kind": attempt.question.kind,
                "answerable": bool(answerable),
                **(gate.features(attempt.evidence) if attempt.evidence else {}),
            }


def _questions(folder: Path, limit: int) -> Iterator[dict[str, Any]]:
    for name, most in (("ntrexqa", None), ("mkqa", limit)):
        rows = [json.loads(line) for line in (folder / f"questions_{name}.jsonl").read_text("utf-8").splitlines()]
        random.Random(7).shuffle(rows)
        for row in rows[:most]:
            yield {"answerable": False, "dataset": name, **row}


def _report(rows: Sequence[dict[str, Any]], names: Sequence[str]) -> dict[str, float]:
    stories = sorted({row["story"] for row in rows})
    random.Random(3).shuffle(stories)
    fold = {story: number % FOLDS for number, story in enumerate(stories)}
    for held_out in range(FOLDS):
        weights = _fit([row for row in rows if fold[row["story"]] != held_out], names)
        for row in rows:
            if fold[row["story"]] == held_out:
                row["probability"] = _probability(row, weights)
    groups: dict[str, list[float]] = defaultdict(list)
    for row in rows:
        groups[f"{row['set']} {row['direction']} {'answerable' if row['answerable'] else 'unanswerable'}"].append(
            row["probability"]
        )
    for name, values in sorted(groups.items()):
        print(f"{name:40s} n={len(values):4d} let through {np.mean(np.array(values) >= gate.OPEN):.2f}")
    return _fit(rows, names)


def _fit(rows: Sequence[dict[str, Any]], names: Sequence[str]) -> dict[str, float]:
    """Logistic regression by gradient descent, both labels weighted the same, with a ridge on all but the bias."""
    x = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    y = np.array([row["answerable"] for row in rows], float)
    mean, spread = x.mean(axis=0), x.std(axis=0) + 1e-9
    z = np.column_stack([np.ones(len(x)), (x - mean) / spread])
    share = np.where(y == 1, 0.5 / y.mean(), 0.5 / (1 - y.mean()))
    w = np.zeros(z.shape[1])
    for _ in range(STEPS):
        slope = z.T @ (share * (1 / (1 + np.exp(-z @ w)) - y)) / len(y)
        w -= RATE * (slope + RIDGE * np.r_[0, w[1:]])
    scaled = w[1:] / spread
    return {"bias": round(float(w[0] - scaled @ mean), 3)} | {
        name: round(float(value), 3) for name, value in zip(names, scaled, strict=True)
    }


def _probability(row: dict[str, Any], weights: dict[str, float]) -> float:
    total = weights["bias"] + sum(row.get(name, 0.0) * weight for name, weight in weights.items() if name != "bias")
    return 1 / (1 + math.exp(-total))


def _arguments() -> argparse.Namespace:
    it = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    it.add_argument("folder", type=Path)
    it.add_argument("--home", default="/tmp/geungeo-quality")
    it.add_argument("--limit", type=int, default=120)
    return it.parse_args()


if __name__ == "__main__":
    main()
