"""Is a sentence that holds the answer among the first? Our own questions over the sample articles.

    python -m tests.quality.evidence [--show]

Prints, for each pair of question and article language, the share of questions with such a sentence first, among the first three and
among the first five. --show prints the questions whose first sentence is another one.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import defaultdict
from contextlib import closing
from pathlib import Path

from app.records import Evidence
from app.service import Service
from ingest.records import Filters
from ingest.settings import load


def ranks(service: Service) -> dict[str, list[tuple[str, int | None]]]:
    """By direction, each question and the place (from 1) of the first sentence that holds its answer."""
    found: dict[str, list[tuple[str, int | None]]] = defaultdict(list)
    lines = Path(__file__).with_name("sample_questions.jsonl").read_text("utf-8").splitlines()
    for row in map(json.loads, lines):
        if row["answerable"]:
            evidence = service.answerer().attempt(row["question"], Filters()).evidence
            golds = [row, *row.get("also", ())]
            places = (place for place, item in enumerate(evidence, 1) if any(_holds(item, gold) for gold in golds))
            direction = f"{row['lang']}-{service.article(row['article_id']).language}"
            found[direction].append((row["question"], next(places, None)))
    return found


def _holds(item: Evidence, gold: dict[str, str]) -> bool:
    return item.article.id == gold["article_id"] and (gold["gold"] in item.text or item.text in gold["gold"])


def main() -> None:
    it = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    it.add_argument("--show", action="store_true")
    arguments = it.parse_args()
    with tempfile.TemporaryDirectory() as home, closing(Service(load(home))) as service:
        service.add_samples()
        service.update_index()
        for direction, found in sorted(ranks(service).items()):
            shares = (sum((place or 99) <= first for _, place in found) / len(found) for first in (1, 3, 5))
            print(f"| {direction} | {len(found)} | {' | '.join(f'{share:.2f}' for share in shares)} |")
            for question, place in found if arguments.show else ():
                if place != 1:
                    print(f"    {place or '-'} {question}")


if __name__ == "__main__":
    main()
