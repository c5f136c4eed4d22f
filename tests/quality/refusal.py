"""Does the gate refuse what the articles do not answer, and let through what they do?

    python -m tests.quality.refusal [FOLDER] [--home DIR] [--sets SET,SET...] [--limit N] [--model] [--small] [--json]

Asks what is missing in HOME/gate_rows.jsonl (gate_rows.py has the sets and the FOLDER), then prints by set and direction:

    refused    share that the gate refuses with the weights as they stand, with its 95% interval (Wilson): of answerable questions a loss
    held out   the same by weights fitted on other stories, five folds. The weights as they stand were fitted on all of these questions but
               squad2, so that this is the fairer figure
    AUC        how often an answerable question scores above one of these
    at .05     share refused where the bar lies so that .05 of the answerable are lost, and so on: held out, where weights were fitted
    bare       the same of a gate that looks at nothing but the best cosine of a passage

Without --model as where no chat model is in use; with it, rows without the model's opinion are asked for one: 6 to 12 s each.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from app import gate
from tests.quality import fit_gate
from tests.quality.curves import auc, recall_at, wilson
from tests.quality.gate_rows import Row, arguments, collect

LOST = (0.05, 0.08, 0.10, 0.15)
# Where the answerable questions are that a set is held against; its own, where it has some.
_AGAINST = {"near_miss": "news", "taken_out": "news", "out_of_corpus": "news"}


def measure(rows: Sequence[Row], model: bool) -> list[dict[str, Any]]:
    """A record for each set, label and direction, "all" directions first. Shares are 0..1."""
    rows = [judged(row, model) for row in rows if row["asked"] or not model]
    _hold_out(rows, "with_model" if model else "plain")
    records = []
    for name in dict.fromkeys(row["set"] for row in rows):
        for answerable in (True, False):
            mine = [row for row in rows if row["set"] == name and row["answerable"] == answerable]
            directions = sorted({row["direction"] for row in mine})
            for direction in ["all", *directions] if len(directions) > 1 else directions:
                records.append(_record(_narrowed(mine, direction), rows, name, answerable, direction))
    return [record for record in records if record["n"]]


def judged(row: Row, model: bool) -> Row:
    """With what the gate as it stands makes of it."""
    found = row["features"] if model else {name: value for name, value in row["features"].items() if name != "model"}
    if "article" in found:  # a summary was asked for, and an article found for it
        return row | {"probability": 1.0}
    return row | {"probability": gate.probability(found) if found else 0.0}


def _hold_out(rows: list[Row], kind: str) -> None:
    """Sets `held_out`, a logit, and `let`, whether it reaches the bar, of rows that weights are fitted on."""
    fitted = fit_gate.rows_of(rows, kind)
    stories = [{row["story"] for row in fitted if row["answerable"] is answerable} for answerable in (True, False)]
    if min(map(len, stories)) >= fit_gate.FOLDS:
        logits = fit_gate.held_out(fitted, kind)
        bar = fit_gate.bar(fitted, logits, fit_gate.REFUSED[kind])
        for row, value in zip(fitted, logits, strict=True):
            row["held_out"], row["let"] = float(value), bool(value >= bar)


def _record(mine: Sequence[Row], rows: Sequence[Row], name: str, answerable: bool, direction: str) -> dict[str, Any]:
    if not mine:
        return {"n": 0}
    refused = sum(row["probability"] < gate.OPEN for row in mine)
    record: dict[str, Any] = {
        "set": name,
        "answerable": answerable,
        "direction": direction,
        "n": len(mine),
        "refused": refused / len(mine),
        "interval": wilson(refused, len(mine)),
        "held_out": float(np.mean([not row["let"] for row in mine])) if all("let" in row for row in mine) else None,
    }
    against = [row for row in rows if row["answerable"] and row["set"] == _AGAINST.get(name, name)]
    against = [row for row in against if direction == "all" or row["direction"].startswith(direction)]
    if not answerable and against:
        score = "held_out" if all("held_out" in row for row in (*mine, *against)) else "probability"
        record["gate"] = _curve(score, against, mine)
        record["bare"] = _curve("similarity", against, mine)
    return record


def _curve(score: str, answerable: Sequence[Row], others: Sequence[Row]) -> dict[str, float]:
    up, down = [row[score] for row in answerable], [row[score] for row in others]
    return {"auc": auc(up, down)} | {f"at {lost:.2f}": recall_at(lost, up, down) for lost in LOST}


def _narrowed(rows: Sequence[Row], direction: str) -> list[Row]:
    return [row for row in rows if direction in ("all", row["direction"])]


def table(records: Sequence[dict[str, Any]]) -> Iterator[str]:
    """Markdown: first what should be let through, then what should be refused."""
    yield "| answerable | direction | n | refused | 95% | held out |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for record in records:
        if record["answerable"]:
            yield f"| {_head(record)} |"
    at = " | ".join(f"at {_share(lost)}" for lost in LOST)
    yield f"\n| not answerable | direction | n | refused | 95% | held out | AUC | {at} | bare AUC | bare at .10 |"
    yield "| --- " * (len(LOST) + 9) + "|"
    for record in records:
        if not record["answerable"]:
            yield f"| {_head(record)} | {_tail(record)} |"


def _head(record: dict[str, Any]) -> str:
    low, high = record["interval"]
    held = "-" if record["held_out"] is None else _share(record["held_out"])
    cells = (record["set"], record["direction"], str(record["n"]), _share(record["refused"]))
    return " | ".join((*cells, f"{_share(low)}-{_share(high)}", held))


def _tail(record: dict[str, Any]) -> str:
    if "gate" not in record:
        return " | ".join("-" * (len(LOST) + 3))
    return " | ".join(
        _share(value) for value in (*record["gate"].values(), record["bare"]["auc"], record["bare"]["at 0.10"])
    )


def _share(value: float) -> str:
    return f"{value:.2f}".removeprefix("0")


def main() -> None:
    it = arguments(__doc__.splitlines()[0])
    it.add_argument("--json", action="store_true", help="records instead of the tables")
    given = it.parse_args()
    records = measure(collect(given.folder, given.home, given.sets, given.limit, given.model, given.small), given.model)
    if given.json:
        print(json.dumps(records, indent=1))
        return
    for line in table(records):
        print(line)
    print(
        f"\n{'With' if given.model else 'Without'} the chat model's opinion. The weights as they stand were fitted on these questions, but for squad2."
    )


if __name__ == "__main__":
    main()
