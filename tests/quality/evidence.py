"""Is a sentence that holds the answer among the first? Our own questions over the sample articles and those in articles/.

    python -m tests.quality.evidence [--show] [--without A,B]

Prints the share of questions with such a sentence first, among the first three and among the first five: for each pair of
question and article language, for questions about what somebody said, and for questions that are mixed, unspaced or colloquial.
--show prints the questions whose first sentence is another one, with the sentence that came first; --without leaves out an ingredient of
the ranking, or gives it another weight: see ablation.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.records import Evidence
from app.service import Service
from ingest.records import Filters
from ingest.sample_articles import sample_documents
from ingest.settings import load
from ingest.sources import read
from tests.quality.ablation import INGREDIENTS, is_known, without

QUESTIONS = Path(__file__).with_name("sample_questions.jsonl")
ARTICLES = Path(__file__).with_name("articles")
FIRST = (1, 3, 5)  # how far down is looked; the model reads three, the panel shows five


@dataclass(frozen=True, slots=True)
class Outcome:
    """One answerable question, and how its evidence went."""

    id: str
    question: str
    direction: str  # language of the question, language of the article: "en-ko"
    kind: str
    style: str  # "" where it is written as it should be
    place: int | None  # of the first sentence that holds the answer, from 1
    first: str  # the sentence that came first
    speaker_first: bool | None  # it is marked as said by the one asked about; None: nobody is asked about


def questions() -> list[dict[str, Any]]:
    return [json.loads(line) for line in QUESTIONS.read_text("utf-8").splitlines()]


def checksum() -> str:
    """Of the questions and of all the articles that they are asked over."""
    found = hashlib.sha256(QUESTIONS.read_bytes())
    for text in (document.raw for document in sample_documents()):
        found.update(text.encode())
    for path in sorted(ARTICLES.glob("*.md")):
        found.update(path.read_bytes())
    return found.hexdigest()


def fill(service: Service) -> None:
    """All sample articles and all in articles/, in one library of both languages."""
    service.add_samples()
    failed = [outcome for outcome in service.ingest(read(str(ARTICLES))) if outcome.status == "failed"]
    assert not failed, failed
    service.update_index()


def outcomes(service: Service) -> Iterator[Outcome]:
    for row in questions():
        if row["answerable"]:
            evidence = service.answerer().attempt(row["question"], Filters()).evidence
            golds = [row, *row.get("also", ())]
            places = (place for place, item in enumerate(evidence, 1) if any(_holds(item, gold) for gold in golds))
            yield Outcome(
                row["id"],
                row["question"],
                f"{row['lang']}-{service.article(row['article_id']).language}",
                row["kind"],
                row.get("style", ""),
                next(places, None),
                evidence[0].text if evidence else "",
                _said_by(evidence[:1], [gold["speaker"] for gold in golds if "speaker" in gold]),
            )


def share(found: Iterable[Outcome], first: int) -> float:
    """Of the questions, those with a sentence that holds the answer among the `first`."""
    met = [outcome.place is not None and outcome.place <= first for outcome in found]
    return sum(met) / len(met)


def _holds(item: Evidence, gold: dict[str, str]) -> bool:
    return item.article.id == gold["article_id"] and (gold["gold"] in item.text or item.text in gold["gold"])


def _said_by(first: Iterable[Evidence], speakers: list[str]) -> bool | None:
    """Whether a sentence is marked with one of `speakers`: a name is often given in full once, and in part from then on."""
    if not speakers:
        return None
    names = {name for speaker in speakers for name in _words(speaker)}
    return any(names & _words(item.sentence.speaker or "") for item in first)


def _words(name: str) -> set[str]:
    return set(re.findall(r"[\w-]+", name))


def _line(name: str, found: list[Outcome]) -> str:
    return f"| {name:22} | {len(found):3} | {' | '.join(f'{share(found, first):.2f}' for first in FIRST)} |"


def _report(found: list[Outcome], show: bool) -> Iterator[str]:
    said = [outcome for outcome in found if outcome.kind == "statement"]
    for title, group in (("all", found), ("statements", said)):
        for direction in sorted({outcome.direction for outcome in group}):
            yield _line(f"{title} {direction}", [outcome for outcome in group if outcome.direction == direction])
        yield _line(title, group)
    for style in sorted({outcome.style for outcome in found} - {""}):
        yield _line(style, [outcome for outcome in found if outcome.style == style])
    marked = [outcome.speaker_first for outcome in said if outcome.speaker_first is not None]
    yield f"The first sentence is marked with the speaker asked about: {sum(marked)} of {len(marked)} statements"
    for outcome in found if show else ():
        if outcome.place != 1:
            yield f"{outcome.direction} {outcome.place or '-'} {outcome.id} {outcome.question}\n      {outcome.first}"


def main() -> None:
    it = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    it.add_argument("--show", action="store_true")
    it.add_argument("--without", type=lambda names: names.split(","), default=[], help=f"of {', '.join(INGREDIENTS)}")
    arguments = it.parse_args()
    if unknown := [name for name in arguments.without if not is_known(name)]:
        it.error(f"--without: {', '.join(unknown)} is none of {', '.join(INGREDIENTS)}")
    with (
        tempfile.TemporaryDirectory() as home,
        closing(Service(load(home))) as service,
        without(arguments.without),
    ):
        fill(service)
        for line in _report(list(outcomes(service)), arguments.show):
            print(line)
        print("checksum", checksum())


if __name__ == "__main__":
    main()
