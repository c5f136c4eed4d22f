"""Fits the gate's weights on labelled questions and writes app/gate.json.

    python -m tests.quality.fit_gate FOLDER [--home DIR] [--model N] [--limit N] [--again] [--write]

FOLDER holds articles_*.jsonl and questions_*.jsonl (docs/measures.md gives their fields). Questions are answerable, near misses, or
out of corpus; `article taken out` is made by asking answerable ones with their story's articles filtered away. Cross-validated by story:
the printed figures are of held-out folds, the written weights of all data.
"""

from __future__ import annotations

import argparse
import json
import random
import threading
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np

from app import gate
from app.service import Service
from app.writer import Writer
from ingest.records import Filters
from ingest.sample_articles import is_sample
from ingest.settings import load
from ingest.sources import read

FOLDS = 5
REFUSED = {"plain": 0.12, "with_model": 0.06}  # share of the answerable, held out, that may be refused
STEPS, RATE, RIDGE = 3000, 0.3, 0.05


def main() -> None:
    arguments = _arguments()
    kept = Path(arguments.home, "gate_rows.jsonl")
    if not arguments.again:
        rows = [*_rows(arguments), *_sample_rows(arguments)]
        kept.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    rows = [json.loads(line) for line in kept.read_text("utf-8").splitlines()]
    print("Without a model")
    fitted = {"plain": _report(rows, gate.FEATURES, REFUSED["plain"])}
    if asked := [row for row in rows if "model" in row]:
        print("\nWith the model's opinion")
        fitted["with_model"] = _report(asked, (*gate.FEATURES, "model"), REFUSED["with_model"])
    print(json.dumps(fitted, indent=1))
    if arguments.write:
        text = json.dumps(gate.weights() | fitted, indent=1)
        Path(gate.__file__).with_name("gate.json").write_text(text + "\n", "utf-8")


def _rows(arguments: argparse.Namespace) -> Iterator[dict[str, Any]]:
    with closing(Service(load(arguments.home))) as service:
        for source in sorted(arguments.folder.glob("articles_*.jsonl")):
            for outcome in service.ingest(read(str(source))):
                if outcome.status == "failed":
                    print(outcome.source, outcome.error)
        service.update_index()
        everything = [head.id for head in service.heads()]
        asker = _Asker(service, arguments.model)
        for question in _questions(arguments.folder, arguments.limit):
            story = (question.get("article_id") or "").split("-", 2)[-1] or question["id"]
            name = question["dataset"]
            if name == "ntrexqa" and not question["answerable"]:
                name = "near_miss"
            yield asker.row(question, Filters(), name, story)
            if name == "ntrexqa":
                left = Filters(articles=tuple(id_ for id_ in everything if not id_.endswith(f"-{story}")))
                yield asker.row({**question, "answerable": False}, left, "taken_out", story)


def _sample_rows(arguments: argparse.Namespace) -> Iterator[dict[str, Any]]:
    """Our own questions over the sample articles: short ones, statements and near misses, in a small library."""
    with closing(Service(load(Path(arguments.home, "samples")))) as service:
        service.add_samples()
        service.update_index()
        asker = _Asker(service, arguments.model)
        lines = Path(__file__).with_name("sample_questions.jsonl").read_text("utf-8").splitlines()
        for question in map(json.loads, lines):
            if is_sample(question["article_id"]):  # others ask about articles that this library does not hold
                yield asker.row(question, Filters(), "samples", question["id"].rsplit("-", 1)[0])


class _Asker:
    """Questions to rows of features; the first `opinions` of each set with the chat model's opinion."""

    def __init__(self, service: Service, opinions: int) -> None:
        self._answerer = service.answerer()
        self._model = service.chat_model() if opinions else None
        self._left: dict[str, int] = defaultdict(lambda: opinions)

    def row(self, question: dict[str, Any], filters: Filters, name: str, story: str) -> dict[str, Any]:
        attempt = self._answerer.attempt(question["question"], filters)
        found = {
            "id": question["id"],
            "story": story,
            "set": name,
            "direction": question.get("direction") or question["lang"],
            "kind": attempt.question.kind,
            "answerable": bool(question["answerable"]),
            **(gate.features(attempt.evidence) if attempt.evidence else {}),
        }
        self._left[name] -= 1
        if self._model and attempt.evidence and self._left[name] >= 0:
            writer = Writer(self._model, attempt.question.language, threading.Event())
            found["model"] = self._answerer.opinion(attempt, writer) or 0.0
        return found


def _questions(folder: Path, limit: int) -> Iterator[dict[str, Any]]:
    for name, most in (("ntrexqa", None), ("mkqa", limit)):
        rows = [json.loads(line) for line in (folder / f"questions_{name}.jsonl").read_text("utf-8").splitlines()]
        random.Random(7).shuffle(rows)
        for row in rows[:most]:
            yield {"answerable": False, "dataset": name, **row}


def _report(rows: Sequence[dict[str, Any]], names: Sequence[str], refused: float) -> dict[str, float]:
    """Prints what held-out folds are let through, and fits on everything. The bias is set where `refused` of the answerable are lost."""
    stories = sorted({row["story"] for row in rows})
    random.Random(3).shuffle(stories)
    fold = {story: number % FOLDS for number, story in enumerate(stories)}
    for held_out in range(FOLDS):
        weights = _fit([row for row in rows if fold[row["story"]] != held_out], names)
        for row in rows:
            if fold[row["story"]] == held_out:
                row["logit"] = _logit(row, weights)
    shift = float(np.quantile([row["logit"] for row in rows if row["answerable"]], refused))
    groups: dict[str, list[bool]] = defaultdict(list)
    for row in rows:
        answerable = "answerable" if row["answerable"] else "unanswerable"
        for name in (f"{row['set']} {row['direction']} {answerable}", f"{row['set']} all {answerable}"):
            groups[name].append(row["logit"] >= shift)
    for name, let in sorted(groups.items()):
        print(f"{name:40s} n={len(let):4d} let through {np.mean(let):.2f}")
    weights = _fit(rows, names)
    return weights | {"bias": round(weights["bias"] - shift, 3)}


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


def _logit(row: dict[str, Any], weights: dict[str, float]) -> float:
    return weights["bias"] + sum(row.get(name, 0.0) * weight for name, weight in weights.items() if name != "bias")


def _arguments() -> argparse.Namespace:
    it = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    it.add_argument("folder", type=Path)
    it.add_argument("--home", default="/tmp/geungeo-quality")
    it.add_argument("--limit", type=int, default=120, help="out-of-corpus questions")
    it.add_argument("--model", type=int, default=0, metavar="N", help="ask the chat model about N of each set, too")
    it.add_argument("--again", action="store_true", help="fit again on the rows kept in the home folder")
    it.add_argument("--write", action="store_true", help="write app/gate.json")
    return it.parse_args()


if __name__ == "__main__":
    main()
