"""How long a reader waits: for the evidence, for the first word, for the last sentence.

    python -m tests.bench.answer_times [--questions N]

Asks the example questions of the sample articles with the models that the settings name, after one question to warm up, and prints the
median and the 90th percentile in milliseconds. Compare by ratio within one run: machines differ and are shared.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from contextlib import closing

import numpy as np

from app.service import Service
from ingest.sample_articles import EXAMPLES
from ingest.settings import load

AIMS = {"evidence_ms": 300, "first_token_ms": 6_000, "total_ms": 14_000}


def main() -> None:
    it = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    it.add_argument("--questions", type=int, default=10)
    arguments = it.parse_args()
    questions = [question for pair in zip(EXAMPLES["ko"], EXAMPLES["en"], strict=True) for question in pair]
    with tempfile.TemporaryDirectory() as home, closing(Service(load(home))) as service:
        service.add_samples()
        service.update_index()
        service.ask("What do the articles say about the sea?")
        times: dict[str, list[int]] = {name: [] for name in AIMS}
        for question in questions[: arguments.questions]:
            answer = service.ask(question)
            print(f"{answer.status:11} {dict(answer.timings)} {question}")
            if answer.status == "answered":
                for name, value in answer.timings.items():
                    times[name].append(value)
    print(f"\nload {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores, {len(times['total_ms'])} answered questions")
    for name, aim in AIMS.items():
        print(f"{name:15} p50 {np.median(times[name]):6.0f}  p90 {np.percentile(times[name], 90):6.0f}  aim {aim}")


if __name__ == "__main__":
    main()
