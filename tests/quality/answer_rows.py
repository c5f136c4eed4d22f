"""Asks the labelled questions of a folder and keeps each answer, with what was shown on the way, as a line of JSON.

Answers take many seconds each: rows are written as they come, and a run that was cut off goes on where it stopped.
"""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app import json_form
from app.records import Done, Drafting
from app.service import Service
from ingest.records import Filters
from ingest.sources import read
from tests.quality.retrieval_data import places

Row = dict[str, Any]


def fill(service: Service, folder: Path) -> None:
    """All articles of the folder, in one library of both languages. What is there already stays as it is."""
    for source in sorted(folder.glob("articles_*.jsonl")):
        failed = [outcome for outcome in service.ingest(read(str(source))) if outcome.status == "failed"]
        assert not failed, failed
    service.update_index()


def questions(folder: Path, limit: int | None, skip: int = 0) -> list[Row]:
    """In an order that mixes directions, so that a part of a run tells of all; at most `limit` of each direction, after `skip`."""
    rows = [json.loads(line) for line in (folder / "questions_ntrexqa.jsonl").read_text("utf-8").splitlines()]
    random.Random(7).shuffle(rows)
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row["direction"]].append(row)
    longest = max(map(len, groups.values()))
    last = min(skip + (limit or longest), longest)
    return [group[n] for n in range(skip, last) for group in groups.values() if n < len(group)]


def translations(folder: Path) -> dict[str, str]:
    """By article, the one that says the same in the other language."""
    lines = [line for file in sorted(folder.glob("articles_*.jsonl")) for line in file.read_text("utf-8").splitlines()]
    return {row["id"]: row["parallel_id"] for row in map(json.loads, lines) if row.get("parallel_id")}


def kept(file: Path, asked: list[Row]) -> dict[str, Row]:
    """What was answered before, by id. Raises SystemExit where one of them was asked something else then."""
    held = {row["id"]: row for row in map(json.loads, file.read_text("utf-8").splitlines())} if file.exists() else {}
    if any(held.get(question["id"], question)["question"] != question["question"] for question in asked):
        raise SystemExit(f"{file} holds answers to other questions: name another with --rows.")
    return held


def collect(service: Service, folder: Path, asked: list[Row], file: Path, *, use_model: bool) -> Iterator[Row]:
    """Each question's row, as it is written to `file`; those that are there already are not asked again.

    The library holds both languages; of the article asked about, only the one in the language of the direction.
    """
    held = kept(file, asked)
    everything, other = [head.id for head in service.heads()], translations(folder)
    with file.open("a", encoding="utf-8") as out:
        for question in asked:
            if question["id"] not in held:
                left_out = other.get(question.get("article_id") or "")
                filters = (
                    Filters(articles=tuple(id_ for id_ in everything if id_ != left_out)) if left_out else Filters()
                )
                held[question["id"]] = _row(service, question, filters, use_model)
                out.write(json.dumps(held[question["id"]], ensure_ascii=False) + "\n")
                out.flush()
            yield held[question["id"]]


def _row(service: Service, question: Row, filters: Filters, use_model: bool) -> Row:
    shown: list[str] = []
    for event in service.stream(question["question"], filters=filters, use_model=use_model):
        if isinstance(event, Drafting):
            shown.append(event.text)
        if isinstance(event, Done):
            answer = event.answer
    article = question.get("article_id")
    return {
        "id": question["id"],
        "direction": question["direction"],
        "answerable": question["answerable"],
        "question": question["question"],
        "lang": question["lang"],
        "article_id": article,
        "gold": _gold_strings(question),
        "gold_in_article": question["answer_texts"],
        "gold_spans": _spans(service, question) if question["answerable"] else [],
        "shown": shown,
        "answer": json_form.answer(answer),
    }


def _gold_strings(question: Row) -> list[str]:
    """Answers in the language of the question."""
    across = question["direction"] in ("ko-en", "en-ko")
    return question["answer_texts_other_lang" if across else "answer_texts"] or []


def _spans(service: Service, question: Row) -> list[tuple[int, int]]:
    """Where the sentences that answer stand in the article as stored; the title counts as none."""
    text = service.article(question["article_id"]).text
    return [span for sentence in question["evidence"] for span in places(text, sentence)]
