"""Articles and labelled questions of others, to measure retrieval on. A folder of JSON lines:

`articles_*.jsonl`, an article a line, and everything in them is one library:
    id, title, text     the text's own line breaks count, see evidence_sentences
    lang                "ko" or "en"
    parallel_id         the article that is its translation, or null

`questions_SET.jsonl`, a question a line; those with `answerable` false are left out:
    question, lang      the language asked in
    article_id          the one article that counts as right
    evidence_sentences  numbers of its lines that answer: 0 is the title, 1 the first line of the text
    answer_texts, answer_start      the answer as it stands in the text, and at which code point

What counts as the gold sentence: with evidence_sentences any of those lines, but never the title, which is not shown as a sentence; else
the sentence that holds the answer, if the answer stands in the text once only. The second is the weaker: a short answer may stand
where nothing answers. Questions with neither have no gold sentence, and only the articles found for them are measured.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.records import Language


@dataclass(frozen=True, slots=True)
class Text:
    """An article as the folder has it."""

    id: str
    title: str
    text: str
    language: Language
    translation: str | None  # an id


@dataclass(frozen=True, slots=True)
class Question:
    data_set: str
    text: str
    language: Language
    article: Text
    gold: tuple[str, ...]  # stretches of the article's text; a sentence that shares a character with one is right

    @property
    def direction(self) -> str:
        return f"{self.language}-{self.article.language}"


@dataclass(frozen=True, slots=True)
class Data:
    files: tuple[Path, ...]  # of articles
    articles: dict[str, Text]
    questions: tuple[Question, ...]
    checksum: str  # sha256 over all files read, hex


def load(folder: Path, sets: Sequence[str], limit: int | None = None) -> Data:
    """Articles, and the questions of these sets; at most the first `limit` of each set and direction.

    Raises FileNotFoundError and, for a record without what it needs, KeyError.
    """
    files = tuple(sorted(folder.glob("articles_*.jsonl")))
    if not files:
        raise FileNotFoundError(f"{folder} holds no articles_*.jsonl")
    asked = [folder / f"questions_{name}.jsonl" for name in sets]
    articles = {row["id"]: _article(row) for file in files for row in _rows(file)}
    questions = [_question(name, row, articles) for name, file in zip(sets, asked, strict=True) for row in _asked(file)]
    return Data(files, articles, tuple(_first(questions, limit)), checksum([*files, *asked]))


def checksum(files: Sequence[Path]) -> str:
    """Of the files' names and bytes, in the order of their names."""
    digest = hashlib.sha256()
    for file in sorted(files, key=lambda file: file.name):
        digest.update(f"{file.name} {hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def places(text: str, stretch: str) -> list[tuple[int, int]]:
    """Where `stretch` stands in an article's cleaned text, whatever became of its white space: half-open ranges of code points."""
    words = unicodedata.normalize("NFC", stretch).split()
    return [found.span() for found in re.finditer(r"\s+".join(map(re.escape, words)), text)] if words else []


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    return map(json.loads, file.read_text("utf-8").splitlines())


def _asked(file: Path) -> Iterator[dict[str, Any]]:
    return (row for row in _rows(file) if row["answerable"])


def _article(row: dict[str, Any]) -> Text:
    return Text(row["id"], row.get("title") or "", row["text"], row["lang"], row.get("parallel_id"))


def _question(data_set: str, row: dict[str, Any], articles: dict[str, Text]) -> Question:
    article = articles[row["article_id"]]
    return Question(data_set, row["question"], row["lang"], article, tuple(_gold(row, article.text)))


def _gold(row: dict[str, Any], text: str) -> Iterator[str]:
    if row.get("evidence_sentences"):
        lines = text.split("\n")
        yield from (lines[number - 1] for number in row["evidence_sentences"] if number)
    elif row.get("answer_start") is not None:
        standing = (answer for answer in row["answer_texts"] if text.startswith(answer, row["answer_start"]))
        yield from (answer for answer in standing if text.count(answer) == 1)


def _first(questions: Sequence[Question], limit: int | None) -> Iterator[Question]:
    seen: Counter[tuple[str, str]] = Counter()
    for question in questions:
        kind = question.data_set, question.direction
        seen[kind] += 1
        if limit is None or seen[kind] <= limit:
            yield question
