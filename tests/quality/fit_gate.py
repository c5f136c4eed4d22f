"""Fits the gate's weights on labelled questions and writes app/gate.json.

    python -m tests.quality.fit_gate FOLDER [--home DIR] [--model N] [--limit N] [--write]

FOLDER holds articles_*.jsonl and questions_*.jsonl (docs/measures.md gives their fields). Questions are answerable, near misses, or
out of corpus; `article taken out` is made by asking answerable ones with their story's articles filtered away. Cross-validated by story:
the printed figures are of held-out folds, the written weights of all data.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import threading
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np

from app import gate
from app.choose import READ
from app.gloss import Glosser
from app.service import Service
from app.writer import Writer
from ingest.records import Filters
from ingest.settings import load
from ingest.sources import read

FOLDS = 5
SETS = ("ntrexqa", "near_miss", "taken_out", "mkqa")
STEPS, RATE, RIDGE = 3000, 0.3, 0.02


def main() -> None:
    arguments = _arguments()
    service = Service(load(arguments.home))
    for source in sorted(arguments.folder.glob("articles_*.jsonl")):
        for outcome in service.ingest(read(str(source))):
            if outcome.status == "failed":
                print(outcome.source, outcome.error)
    service.update_index(lambda progress: print(f"\rindexing {progress.done}", end="", flush=True))
    rows = [*_rows(service, arguments), *_sample_rows(Path(arguments.home, "samples"))]
    Path(arguments.home, "gate_rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    print("\nWithout a model")
    fitted = {"plain": _report(rows, gate.FEATURES)}
    if arguments.model:
        print("\nWith the model's opinion")
        fitted["with_model"] = _report([row for row in rows if "model" in row], (*gate.FEATURES, "model"))
    print(json.dumps(fitted, indent=1))
    if arguments.write:
        kept = gate.weights() | fitted
        Path(gate.__file__).with_name("gate.json").write_text(json.dumps(kept, indent=1) + "\n", "utf-8")


def _rows(service: Service, arguments: argparse.Namespace) -> Iterator[dict[str, Any]]:
    answerer, model = service.answerer(), service._models.chat() if arguments.model else None
    left_to_ask = dict.fromkeys(SETS, arguments.model // len(SETS))
    everything = [head.id for head in service.heads()]
    for question in _questions(arguments.folder, arguments.limit):
        scopes = [("asked", Filters(), question["answerable"])]
        if question["answerable"] and question["dataset"] == "ntrexqa":
            story = question["article_id"].split("-", 2)[2]
            left = tuple(id_ for id_ in everything if not id_.endswith(f"-{story}"))
            scopes.append(("taken_out", Filters(articles=left), False))
        for scope, filters, answerable in scopes:
            attempt = answerer._attempt(question["question"], filters, None)
            asked = question["dataset"] if scope == "asked" else scope
            name = asked if answerable or asked != "ntrexqa" else "near_miss"
            opinion = {}
            if model and attempt.evidence and left_to_ask[name] > 0:
                left_to_ask[name] -= 1
                opinion = {"model": _opinion(attempt, model, answerer)}
            yield {
                "id": question["id"],
                "story": question.get("pair_id", question["id"]).rsplit("-", 1)[0],
                "set": question["dataset"] if scope == "asked" else "taken_out",
                "direction": question.get("direction") or question["lang"],
                "kind": attempt.question.kind,
                "answerable": bool(answerable),
                **(gate.features(attempt.evidence) if attempt.evidence else {}),
                **opinion,
            }


def _sample_rows(home: Path) -> Iterator[dict[str, Any]]:
    """Our own questions over the sample articles: short ones, statements and near misses, in a small library."""
    with closing(Service(load(home))) as service:
        service.add_samples()
        service.update_index()
        lines = Path(__file__).with_name("sample_questions.jsonl").read_text("utf-8").splitlines()
        for row in map(json.loads, lines):
            attempt = service.answerer()._attempt(row["question"], Filters(), None)
            yield {
                "id": row["id"],
                "story": row["id"].rsplit("-", 1)[0],
                "set": "samples",
                "direction": row["lang"],
                "kind": attempt.question.kind,
                "answerable": row["answerable"],
                **gate.features(attempt.evidence),
            }


def _opinion(attempt: Any, model: Any, answerer: Any) -> float:
    writer = Writer(model, attempt.question.language, threading.Event())
    glosser = Glosser(attempt.question, answerer._known_names())
    told = [glosser.sentence(item) for item in attempt.evidence[:READ]]
    return writer.relevance(attempt.question.text, told) or 0.0


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
        w[1:] = np.maximum(w[1:], 0)  # no feature may count against its own meaning
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
    it.add_argument("--limit", type=int, default=120, help="out-of-corpus questions")
    it.add_argument("--model", type=int, default=0, metavar="N", help="ask the chat model about N of them, too")
    it.add_argument("--write", action="store_true", help="write app/gate.json")
    return it.parse_args()


if __name__ == "__main__":
    main()
