"""How long a search takes, and how long the evidence of an answer, stage by stage.

    python -m tests.bench.search_times [--home DIR] [--questions FILE] [-n N] [--processor]

Asks N questions of the library in DIR, which is only read: first searches for all of them, then gathers evidence for all. Without DIR, of the
sample articles. FILE holds JSON lines with a "question" each; without it, the example questions of the samples are asked. Prints medians
and 95th percentiles in milliseconds, and medians of the stages. On a machine that others use too, --processor counts the processor's time
instead of the clock's: give it one core (`taskset -c 1`), as several threads' times are added up.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

from app import answer, retrieve
from app.answer import Answerer
from app.choose import Chooser
from app.retrieve import Retriever
from app.service import Service
from ingest.records import Filters
from ingest.sample_articles import EXAMPLES
from ingest.settings import load

EVERYTHING = Filters()
HITS = 10
# What runs inside of each stage; none runs inside another.
STAGES: dict[str, list[tuple[Any, str]]] = {
    "understand": [(answer, "understand")],
    "encode": [(Retriever, "encode")],
    "retrieve": [(Retriever, "_asked"), (Retriever, "_enough")],
    "choose": [(Chooser, "sentences")],
    "why": [(retrieve, "matched")],
}


class Stopwatch:
    """Seconds that a question spent in each stage, and in all."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._spent: Counter[str] = Counter()

    @contextmanager
    def on(self) -> Iterator[None]:
        """Questions asked inside are timed."""
        with ExitStack() as timed:
            for stage, places in STAGES.items():
                for owner, name in places:
                    timed.enter_context(patch.object(owner, name, self._timed(stage, getattr(owner, name))))
            yield

    def _timed(self, stage: str, run: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*given: Any, **named: Any) -> Any:
            began = self._clock()
            try:
                return run(*given, **named)
            finally:
                self._spent[stage] += self._clock() - began

        return timed

    def of(self, ask: Callable[[str], object], questions: Sequence[str]) -> dict[str, list[float]]:
        """Milliseconds of each question: "all", and those of each stage that it went through."""
        times: dict[str, list[float]] = {}
        for question in questions:
            self._spent.clear()
            self._timed("all", ask)(question)
            for stage, seconds in self._spent.items():
                times.setdefault(stage, []).append(1000 * seconds)
        return times


def main() -> None:
    it = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    it.add_argument("--home", type=Path)
    it.add_argument("--questions", type=Path)
    it.add_argument("-n", type=int, default=60)
    it.add_argument("--processor", action="store_true")
    arguments = it.parse_args()
    questions = _questions(arguments.questions, arguments.n)
    watch = Stopwatch(time.process_time if arguments.processor else time.perf_counter)
    with _service(arguments.home) as service:
        answerer = service.answerer()
        answerer.prepare()
        asks = _asks(answerer)
        for ask in asks.values():
            ask("What do the articles say about the sea?")
        print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores, {service.library.article_count()} articles")
        for name, ask in asks.items():
            with watch.on():
                _tell(name, watch.of(ask, questions))


def _asks(answerer: Answerer) -> dict[str, Callable[[str], object]]:
    return {
        "search": lambda question: answerer.search(question, EVERYTHING, HITS),
        "evidence": lambda question: answerer.attempt(question, EVERYTHING),
    }


def _tell(name: str, times: dict[str, list[float]]) -> None:
    whole = times.pop("all")
    stages = ", ".join(f"{stage} {np.median(times[stage]):.0f}" for stage in STAGES if stage in times)
    p50, p95 = np.percentile(whole, [50, 95])
    print(f"{name:9} {len(whole)} questions  p50 {p50:4.0f}  p95 {p95:4.0f} ms   medians: {stages}")


@contextmanager
def _service(home: Path | None) -> Iterator[Service]:
    if home:
        with closing(Service(load(home), create=False)) as service:
            yield service
        return
    with tempfile.TemporaryDirectory() as empty, closing(Service(load(empty))) as service:
        service.add_samples()
        service.update_index()
        yield service


def _questions(file: Path | None, most: int) -> list[str]:
    """At most that many, each text once, evenly spaced over the file."""
    if file:
        given = [json.loads(line)["question"] for line in file.read_text("utf-8").split("\n") if line.strip()]
    else:
        given = [question for pair in zip(EXAMPLES["ko"], EXAMPLES["en"], strict=True) for question in pair]
    once = list(dict.fromkeys(given))
    return [once[i * len(once) // most] for i in range(most)] if len(once) > most else once


if __name__ == "__main__":
    main()
