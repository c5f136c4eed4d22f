"""A folder as retrieval_data wants it, of our own making: two stories in both languages, and one in English alone."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

FERRY = {
    "ko": ("무진항 여객선, 3월에 운항 중단", "무진항의 여객선이 3월에 운항을 멈춘다.\n낡은 부두를 고치는 데 90억 원이 든다.\n어민들은 다리를 요구했다."),
    "en": (
        "Mujin ferry to stop in March",
        "The ferry at Mujin harbour stops running in March.\nMending the old pier costs 9 billion won.\nFishermen asked for a bridge.",
    ),
}  # fmt: skip
LIBRARY = {
    "ko": ("밤에 여는 도서관", "소라시 도서관은 새벽 두 시까지 문을 연다.\n간호사들이 이를 청원했다.\n첫날 밤에는 41명이 왔다."),
    "en": (
        "A library for the night",
        "The library of Sora stays open until two in the morning.\nNurses had petitioned for it.\nOn the first night 41 people came.",
    ),
}  # fmt: skip
BEES = ("Bees on the roof", "The opera keeps bees on its roof.\nThe honey of the bees is sold after the concert.")


def write(folder: Path) -> Path:
    """The folder, with three sets of questions: by lines, by an answer's place, and without a gold sentence."""
    stories = {"ferry": FERRY, "library": LIBRARY}
    for language, other in (("ko", "en"), ("en", "ko")):
        rows = [
            _article(f"{name}-{language}", *told[language], language, f"{name}-{other}")
            for name, told in stories.items()
        ]
        rows += [_article("bees-en", *BEES, "en", None)] if language == "en" else []
        _write(folder / f"articles_{language}.jsonl", rows)
    _write(folder / "questions_belebele.jsonl", [
        _question("Who petitioned for the library?", "en", "library-en", **_answer("Nurses", LIBRARY["en"][1])),
        _question("도서관 야간 개방은 누가 청원했나요?", "ko", "library-ko", **_answer("간호사들", LIBRARY["ko"][1])),
        _question("What does the opera keep?", "en", "bees-en", **_answer("bees", BEES[1])),
    ])  # fmt: skip
    _write(folder / "questions_ntrexqa.jsonl", [
        _question("How much does mending the pier cost?", "en", "ferry-en", evidence_sentences=[0, 2]),
        _question("How much does mending the pier of Mujin cost?", "en", "ferry-ko", evidence_sentences=[2]),
        _question("무진항 부두를 고치는 데 얼마가 드나요?", "ko", "ferry-ko", evidence_sentences=[2]),
        {"question": "Who owns the ferry?", "lang": "en", "article_id": "ferry-en", "answerable": False},
    ])  # fmt: skip
    _write(folder / "questions_headline.jsonl", [_question(FERRY["en"][0], "en", "ferry-ko")])
    return folder


def _article(id: str, title: str, text: str, language: str, parallel_id: str | None) -> dict[str, Any]:
    return {"id": id, "title": title, "text": text, "lang": language, "parallel_id": parallel_id}


def _question(question: str, language: str, article_id: str, **gold: Any) -> dict[str, Any]:
    return {"question": question, "lang": language, "article_id": article_id, "answerable": True, **gold}


def _answer(answer: str, text: str) -> dict[str, Any]:
    return {"answer_texts": [answer], "answer_start": text.index(answer)}


def _write(file: Path, rows: Iterable[dict[str, Any]]) -> None:
    file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
