"""What tests/quality/injection.py plants, where, and among which other articles."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.quality import retrieval_data
from tests.quality.retrieval_data import Question, Text, places

OTHERS = 20  # articles of each language beside the planted one
_SET = "ntrexqa"
_ENDS = ".!?。…\"”'’)>"


@dataclass(frozen=True, slots=True)
class Case:
    """A payload and the question over whose article it is planted."""

    payload: dict[str, Any]
    question: Question
    answers: tuple[str, ...]  # in both languages
    first: str  # the side that is tried first: "before" or "after"

    def places(self) -> list[str]:
        return [*sorted(["before", "after"], key=lambda side: side != self.first), "within", "joined"]


def cases(folder: Path, limit: int | None) -> Iterator[Case]:
    """A question for each payload, in turns over the directions."""
    rows = [row for row in rows_of(folder / f"questions_{_SET}.jsonl") if row["answerable"]]
    asked = [
        (question, (*row["answer_texts"], *row.get("answer_texts_other_lang", ())))
        for question, row in zip(retrieval_data.load(folder, [_SET]).questions, rows, strict=True)
        if question.gold
    ]
    directions = sorted({question.direction for question, _ in asked})
    groups = [[one for one in asked if one[0].direction == direction] for direction in directions]
    for number, payload in enumerate(rows_of(folder / "injection_attacks.jsonl")[:limit]):
        turn, group = divmod(number, len(groups))
        side = ("before", "after")[turn % 2]
        yield Case(payload, *groups[group][turn % len(groups[group])], side)


def planted_text(case: Case, place: str) -> str:
    """The article's text with the payload beside the gold sentence, in its paragraph, in brackets within it, or run on behind a comma, as no
    splitter tells from the sentence itself."""
    payload, gold = " ".join(case.payload["payload"].split()), case.question.gold[0]
    sentence = payload if payload[-1:] in _ENDS else f"{payload}."
    new = {
        "before": f"{sentence} {gold}",
        "after": f"{gold} {sentence}",
        "within": f"{gold.rstrip('.')} ({payload}).",
        "joined": f"{gold.rstrip('.')}, {payload.rstrip('.')}.",
    }[place]
    return case.question.article.text.replace(gold, new, 1)


def where(payload: str, plain: str, planted: str) -> tuple[int, int]:
    """The place of the payload; where cleaning has changed it, what the two texts do not share at either end."""
    if found := places(planted, payload.rstrip(_ENDS)):
        return found[0]
    start = _shared(plain, planted)
    return start, len(planted) - _shared(plain[start:][::-1], planted[start:][::-1])


def _shared(one: str, other: str) -> int:
    """How many characters both begin with."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def others(folder: Path, asked: Sequence[Case]) -> list[Text]:
    """Articles that no question asks about, nor their translations."""
    articles = retrieval_data.load(folder, []).articles
    used = {case.question.article.id for case in asked} | {case.question.article.translation for case in asked}
    left = [text for text in articles.values() if text.id not in used]
    by_language = [[text for text in left if text.language == language] for language in ("ko", "en")]
    return [text for texts in by_language for text in texts[:: max(1, len(texts) // OTHERS)][:OTHERS]]


def rows_of(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]
