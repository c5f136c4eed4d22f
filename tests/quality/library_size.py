"""Does what nothing answers look the more like an answer, the larger the library is?

    python -m tests.quality.library_size FOLDER [--sizes N,N...] [--json]

Asks the same questions of FOLDER (gate_rows.py has its files) of libraries that grow, without a chat model: first of the articles of news that
questions are asked about, then with more and more of the others, in an order of chance. For each size, and for each set of questions:

    refused   share refused by the weights as they stand
    mean      the mean logit, by the weights without the one of `smallness`, of questions for which anything was found
    at .95    the logit that one in twenty of these reaches

and, as `a nat`, how much the latter two rise (least squares) where the library grows by a nat, e times as many passages. The largest libraries
are encoded for many minutes.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np

from app import gate
from app.service import Service
from ingest.library import Library
from ingest.settings import load
from ingest.sources import read
from tests.quality.fit_gate import logit, offset
from tests.quality.gate_rows import features_of, questions
from tests.quality.refusal import judged

SETS = ("news", "across", "near_miss", "taken_out", "out_of_corpus")
_SEED = 5


def measure(folder: Path, sizes: Sequence[int]) -> Iterator[dict[str, Any]]:
    """A record for each size and set, as soon as it is known."""
    articles = _articles(folder)
    with tempfile.TemporaryDirectory() as made:
        home, batch = Path(made) / "home", Path(made) / "batch.jsonl"
        added = 0
        for size in sorted({min(size, len(articles)) for size in sizes}):
            batch.write_text("".join(f"{line}\n" for line in articles[added:size]), "utf-8")
            added = size
            with closing(Service(load(home))) as service:
                failed = [outcome for outcome in service.ingest(read(str(batch))) if outcome.status == "failed"]
                assert not failed, failed
                service.update_index()
                with Library.open(home) as library:
                    passages = library.passage_count()
                for name in SETS:
                    yield {"articles": size, "passages": passages, "set": name, **_asked(service, folder, name)}


def _articles(folder: Path) -> list[str]:
    """Lines of JSON, those of the stories of news first."""
    lines = [line for file in sorted(folder.glob("articles_*.jsonl")) for line in file.read_text("utf-8").splitlines()]
    asked = (folder / "questions_ntrexqa.jsonl").read_text("utf-8").splitlines()
    stories = {(json.loads(line).get("article_id") or "").split("-", 2)[-1] for line in asked} - {""}
    first = [line for line in lines if json.loads(line)["id"].split("-", 2)[-1] in stories]
    others = sorted(set(lines) - set(first))
    random.Random(_SEED).shuffle(others)
    return first + others


def _asked(service: Service, folder: Path, name: str) -> dict[str, Any]:
    everything = [head.id for head in service.heads()]
    rows = [judged(features_of(service, one, None), False) for one in questions(folder, name, everything)]
    plain = gate.weights()["plain"]
    logits = [logit(row, plain, "plain") - offset(row) for row in rows if "smallness" in row["features"]]
    return {
        "n": len(rows),
        "refused": float(np.mean([row["probability"] < gate.OPEN for row in rows])),
        "mean": float(np.mean(logits)),
        "at_95": float(np.quantile(logits, 0.95)),
    }


def a_nat(records: Sequence[dict[str, Any]], name: str, measured: str) -> float:
    """By how much it rises, of one set, where the passages are e times as many."""
    mine = [record for record in records if record["set"] == name]
    return float(
        np.polyfit(np.log([record["passages"] for record in mine]), [record[measured] for record in mine], 1)[0]
    )


def main() -> None:
    it = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    it.add_argument("folder", type=Path)
    it.add_argument(
        "--sizes", type=lambda text: [int(one) for one in text.split(",")], default=[26, 150, 300, 600, 1162]
    )
    it.add_argument("--json", action="store_true")
    given = it.parse_args()
    records = []
    for record in measure(given.folder, given.sizes):
        records.append(record)
        if not given.json:
            print(
                "{articles:5} articles {passages:5} passages {set:14} n={n:<4} refused {refused:.2f} mean {mean:5.2f} at .95 {at_95:5.2f}".format(
                    **record
                ),
                flush=True,
            )
    if given.json:
        print(json.dumps(records))
    elif len({record["articles"] for record in records}) > 1:
        for name in SETS:
            print(
                f"{name:14} a nat: mean {a_nat(records, name, 'mean'):.2f}, at .95 {a_nat(records, name, 'at_95'):.2f}"
            )


if __name__ == "__main__":
    main()
