"""What the gate sees of labelled questions: a row of features each, kept in a file that fit_gate.py and refusal.py read.

    python -m tests.quality.gate_rows FOLDER [--home DIR] [--sets SET,SET...] [--limit N] [--model] [--small]

FOLDER holds articles_*.jsonl and questions_*.jsonl (retrieval_data.py gives the fields; a question with `answerable` false has its direction, and
`article_id` of the article that it nearly asks of, or null). The sets:

    samples        our own questions over the sample articles and those in articles/, answerable ones and near misses; needs no FOLDER
    news           answerable questions over news (questions_ntrexqa.jsonl, of each pair of parallel articles once), asked of everything
    across         the same questions asked of the articles in the other language alone
    near_miss      of the same file, those that no article answers
    taken_out      the questions of `news`, with their story's articles in both languages filtered away
    out_of_corpus  trivia that no article answers (questions_mkqa.jsonl)
    squad2         half of them not answered by their paragraph, each asked of that paragraph alone (questions_squad2.jsonl)

With --small the English ones alone, typed without a capital, in a file of their own. Rows go to HOME/gate_rows.jsonl one by one (without FOLDER: sample_rows.jsonl). A run that was cut off goes on where it stopped, and one
with --model asks the chat model (6 to 12 s a question) only where the row has no opinion yet. A file made with other features or articles
is refused; one made with another encoder, chat model or ranking is told apart by nobody: begin it anew.
"""

from __future__ import annotations

import argparse
import json
import random
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app import gate
from app.service import Service
from app.writer import Writer
from ingest.records import Filters
from ingest.settings import load
from ingest.sources import read
from tests.quality import evidence, retrieval_data

Row = dict[str, Any]
SETS = ("samples", "near_miss", "news", "taken_out", "out_of_corpus", "across", "squad2")
_FILES = {
    "near_miss": "ntrexqa",
    "news": "ntrexqa",
    "across": "ntrexqa",
    "taken_out": "ntrexqa",
    "out_of_corpus": "mkqa",
    "squad2": "squad2",
}
_ASKED_FROM = gate.SURELY_NOT / 3  # the model's opinion is kept from a little below where the gate asks for it
_SEED = 7


@dataclass(frozen=True, slots=True)
class Labelled:
    """A question with what is known of it."""

    id: str
    set: str
    story: str  # questions of one story are never on both sides of a fold
    direction: str  # language of the question, then of the article where there is one
    text: str
    answerable: bool
    filters: Filters

    @property
    def key(self) -> tuple[str, str]:
        return self.set, self.id


def collect(
    folder: Path | None,
    home: Path,
    sets: Sequence[str],
    limit: int | None = None,
    model: bool = False,
    small: bool = False,
) -> list[Row]:
    """The rows of these sets, asked for where they are missing; at most the first `limit` of each set and label."""
    home.mkdir(parents=True, exist_ok=True)
    name = "gate_rows.jsonl" if folder else "sample_rows.jsonl"
    rows, asked = Rows(home / (f"small_{name}" if small else name), _made_with(folder)), _in_small if small else list
    wanted: set[tuple[str, str]] = set()
    if "samples" in sets:
        with closing(Service(load(home / "samples"))) as service:
            evidence.fill(service)
            wanted |= _ask(service, asked(_samples(service)), rows, limit, model)
    if folder and set(sets) - {"samples"}:
        with closing(Service(load(home))) as service:
            _fill(service, folder)
            everything = [head.id for head in service.heads()]
            for name in sets:
                if name != "samples":
                    wanted |= _ask(service, asked(questions(folder, name, everything)), rows, limit, model)
    return [row for key, row in rows.kept.items() if key in wanted]


class Rows:
    """The file. Raises ValueError for one that was made with something else."""

    def __init__(self, file: Path, made_with: Row) -> None:
        self._file = file
        self.kept: dict[tuple[str, str], Row] = {}
        if not file.is_file():
            file.write_text(json.dumps({"made_with": made_with}) + "\n", "utf-8")
        text = file.read_text("utf-8")
        if not text.endswith("\n"):  # a run was killed while it wrote
            with file.open("a", encoding="utf-8") as out:
                out.write("\n")
        head, *lines = text.splitlines()
        if json.loads(head)["made_with"] != made_with:
            raise ValueError(f"{file} was made with other features or articles. Move it away.")
        for line in lines:
            row = _row(line)
            if row:
                self.kept[row["set"], row["id"]] = row  # of several the last: it has the opinion

    def add(self, row: Row) -> None:
        self.kept[row["set"], row["id"]] = row
        with self._file.open("a", encoding="utf-8") as out:
            out.write(json.dumps(row) + "\n")


def _row(line: str) -> Row | None:
    """None for the half line of a run that was killed while writing it."""
    try:
        return json.loads(line)
    except json.JSONDecodeError:
        return None


def read_rows(home: Path) -> list[Row]:
    """All that were ever collected there, without asking for more."""
    head = json.loads((home / "gate_rows.jsonl").read_text("utf-8").splitlines()[0])
    return list(Rows(home / "gate_rows.jsonl", head["made_with"]).kept.values())


def _ask(
    service: Service, questions: Iterable[Labelled], rows: Rows, limit: int | None, model: bool
) -> set[tuple[str, str]]:
    """Adds what is missing; the keys of what was wanted."""
    asked = _first(list(questions), limit)
    missing = [one for one in asked if _lacks(rows.kept.get(one.key), model)]
    chat = service.chat_model() if model and missing else None
    if model and missing and chat is None:
        raise RuntimeError("There is no chat model to ask. Run: geungeo models pull")
    for number, one in enumerate(missing, 1):
        rows.add(features_of(service, one, chat))
        if number % 20 == 0:
            print(f"{one.set}: {number} of {len(missing)}", flush=True)
    return {one.key for one in asked}


def _in_small(questions: Iterable[Labelled]) -> list[Labelled]:
    return [replace(one, text=one.text.lower()) for one in questions if one.direction.startswith("en")]


def _lacks(row: Row | None, model: bool) -> bool:
    return row is None or (model and not row["asked"])


def features_of(service: Service, one: Labelled, chat: Any) -> Row:
    answerer = service.answerer()
    attempt = answerer.attempt(one.text, one.filters)
    found = dict(attempt.verdict.features)
    row = {
        "id": one.id,
        "set": one.set,
        "story": one.story,
        "direction": one.direction,
        "kind": attempt.question.kind,
        "answerable": one.answerable,
        "asked": chat is not None,
        "features": found,
        "similarity": max((item.scores["dense"] for item in attempt.evidence), default=0.0),
    }
    if chat is not None and "article" not in found and found and gate.probability(found) >= _ASKED_FROM:
        writer = Writer(chat, attempt.question.language, threading.Event())
        opinion = answerer.opinion(attempt, writer)
        if opinion is not None:
            found["model"] = opinion
    return row


def _first(questions: Sequence[Labelled], limit: int | None) -> list[Labelled]:
    """At most `limit` answerable ones and as many others, in an order that has nothing to do with that of the file."""
    mixed = random.Random(_SEED).sample(questions, len(questions))
    kept = []
    for answerable in (True, False):
        kept += [one for one in mixed if one.answerable == answerable][:limit]
    return kept


def _samples(service: Service) -> Iterator[Labelled]:
    for row in evidence.questions():
        story, direction = row["id"].rsplit("-", 1)[0], f"{row['lang']}-{service.article(row['article_id']).language}"
        yield Labelled(row["id"], "samples", story, direction, row["question"], row["answerable"], Filters())


def questions(folder: Path, name: str, everything: Sequence[str]) -> Iterator[Labelled]:
    """Of one set. Articles of a story differ in their id's beginning alone: ntrex-ko-STORY, ntrex-en-STORY."""
    for line in (folder / f"questions_{_FILES[name]}.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        article, answerable, filters = row.get("article_id") or "", row["answerable"], Filters()
        asked, _, written = row["direction"].partition("-")
        story, direction = article.split("-", 2)[-1] or row["id"], asked
        if name in ("news", "across", "taken_out", "near_miss") and answerable == (name == "near_miss"):
            continue
        if (
            name in ("news", "taken_out") and asked != written
        ):  # the same question, which is asked of both languages anyhow
            continue
        if name == "across":
            if asked == written:
                continue
            direction, filters = row["direction"], Filters(language=written)
        elif name == "taken_out":
            answerable = False
            filters = Filters(articles=tuple(one for one in everything if not one.endswith(f"-{story}")))
        elif name == "squad2":
            story, filters = article.rsplit("-", 1)[0], Filters(articles=(article,))
        yield Labelled(row["id"], name, story, direction, row["question"], answerable, filters)


def _fill(service: Service, folder: Path) -> None:
    for source in sorted(folder.glob("articles_*.jsonl")):
        failed = [outcome for outcome in service.ingest(read(str(source))) if outcome.status == "failed"]
        assert not failed, failed
    service.update_index()


def _made_with(folder: Path | None) -> Row:
    """By name what the rows hold and are asked of."""
    files = sorted(folder.glob("articles_*.jsonl")) if folder else []
    return {"features": list(gate.FEATURES), "samples": evidence.checksum(), "articles": retrieval_data.checksum(files)}


def arguments(description: str) -> argparse.ArgumentParser:
    """What all that collect rows have in common."""
    it = argparse.ArgumentParser(description=description)
    it.add_argument(
        "folder", type=Path, nargs="?", help="articles and labelled questions; without it, our own samples alone"
    )
    it.add_argument("--home", type=Path, default=Path("/tmp/geungeo-quality"))
    it.add_argument("--sets", type=lambda text: text.split(","), default=list(SETS), help=", ".join(SETS))
    it.add_argument("--limit", type=int, help="answerable questions of each set at most, and as many others")
    it.add_argument("--small", action="store_true", help="English questions alone, in small letters")
    it.add_argument("--model", action="store_true", help="ask the chat model for its opinion: slow")
    return it


def main() -> None:
    given = arguments(__doc__.splitlines()[0]).parse_args()
    rows = collect(given.folder, given.home, given.sets, given.limit, given.model, given.small)
    opinions = sum("model" in row["features"] for row in rows)
    print(f"{len(rows)} rows, {opinions} with the model's opinion, in {given.home / 'gate_rows.jsonl'}")


if __name__ == "__main__":
    main()
