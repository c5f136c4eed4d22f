"""The questions over the sample articles and those in tests/quality/articles: fair, balanced, and held by what they cite."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Any

import pytest

from ingest.cleaning import Cleaned, clean
from ingest.language import detect
from ingest.markdown import front_matter
from ingest.sample_articles import sample_documents
from ingest.sentences import split
from ingest.sources import SourceFailure, read
from tests.quality.evidence import ARTICLES, questions

ROWS = {row["id"]: row for row in questions()}
ANSWERABLE = [id_ for id_, row in ROWS.items() if row["answerable"]]
PATHS = sorted(ARTICLES.glob("*.md"))
REQUIRED = {"id", "question", "lang", "kind", "answerable", "article_id"}
OPTIONAL = {"gold", "answers", "also", "speaker", "style"}
KINDS = {"number", "factoid", "statement", "colloquial"}
STYLES = {"mixed", "unspaced", "colloquial"}


@cache
def articles() -> dict[str, Cleaned]:
    """The cleaned text of every article that is asked about, by id."""
    documents = [*sample_documents()]
    for found in read(str(ARTICLES)):
        assert not isinstance(found, SourceFailure), found
        documents.append(found)
    return {document.id or "": clean(document) for document in documents}


@cache
def sentences(article_id: str) -> tuple[str, ...]:
    text = articles()[article_id].text
    return tuple(text[start:end] for start, end in split(text))


def golds(row: dict[str, Any]) -> list[dict[str, str]]:
    return [row, *row.get("also", ())]


def direction(row: dict[str, Any]) -> str:
    return f"{row['lang']}-{articles()[row['article_id']].language}"


# ---- the articles


def test_half_of_the_articles_are_in_each_language() -> None:
    own = [articles()[f"news-{path.stem}"] for path in PATHS]
    assert Counter(article.language for article in own) == {"ko": 8, "en": 8}
    assert all(detect(article.text) == article.language for article in own)
    assert len({article.title for article in articles().values()}) == len(articles())


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_an_article_says_that_it_is_made_up_and_reads_like_news(path) -> None:
    given, _ = front_matter(path.read_text("utf-8"))
    assert set(given) == {"id", "title", "publisher", "published", "language", "sample"}
    assert given["id"] == f"news-{path.stem}"
    article = articles()[given["id"]]
    assert "geungeo" in (article.publisher or "")
    last = article.text.split("\n")[-1]
    assert "geungeo" in last
    assert ("지어낸" if article.language == "ko" else "made up") in last
    assert 12 <= len(sentences(given["id"])) - len(split(last)) <= 25


# ---- each question


def test_ids_are_unique_and_name_the_article() -> None:
    rows = questions()
    assert len(ROWS) == len(rows)
    assert len({row["question"] for row in rows}) == len(rows)
    for row in rows:
        assert row["article_id"].split("-", 1)[1] == row["id"].rsplit("-", 1)[0]


@pytest.mark.parametrize("id_", ROWS)
def test_a_question_has_the_fields_of_its_kind(id_: str) -> None:
    row = ROWS[id_]
    assert REQUIRED <= set(row) <= REQUIRED | OPTIONAL
    assert row["article_id"] in articles()
    if not row["answerable"]:
        assert (row["kind"], set(row)) == ("near_miss", REQUIRED)
        return
    assert row["kind"] in KINDS
    assert row.get("style", "mixed") in STYLES
    assert ("speaker" in row) == (row["kind"] == "statement")
    assert row["answers"]
    assert all(row["answers"])
    if row.get("style") == "mixed":
        assert re.search("[가-힣]", row["question"])
        assert re.search("[A-Za-z]", row["question"])
    else:
        assert detect(row["question"]) == row["lang"]
    if row.get("style") == "unspaced":
        assert " " not in row["question"]


@pytest.mark.parametrize("id_", ANSWERABLE)
def test_the_gold_stands_once_within_one_sentence(id_: str) -> None:
    for gold in golds(ROWS[id_]):
        assert articles()[gold["article_id"]].text.count(gold["gold"]) == 1
        assert sum(gold["gold"] in sentence for sentence in sentences(gold["article_id"])) == 1


@pytest.mark.parametrize("id_", [id_ for id_ in ANSWERABLE if "speaker" in ROWS[id_]])
def test_the_speaker_stands_in_the_article(id_: str) -> None:
    for gold in golds(ROWS[id_]):
        assert gold.get("speaker", "") in articles()[gold["article_id"]].text


@pytest.mark.parametrize("id_", ANSWERABLE)
def test_an_answer_in_the_language_of_the_article_stands_in_the_gold_sentence(id_: str) -> None:
    row = ROWS[id_]
    if direction(row) in ("ko-ko", "en-en"):
        sentence = next(sentence for sentence in sentences(row["article_id"]) if row["gold"] in sentence)
        assert any(answer.lower() in sentence.lower() for answer in row["answers"])


@pytest.mark.parametrize("id_", ANSWERABLE)
def test_a_question_does_not_copy_its_gold(id_: str) -> None:
    assert all(gold["gold"].lower() not in ROWS[id_]["question"].lower() for gold in golds(ROWS[id_]))


# ---- all of them


def test_there_are_enough_of_each_sort() -> None:
    assert len(ROWS) >= 150
    assert sum(not row["answerable"] for row in ROWS.values()) >= 25
    assert sum(row["kind"] == "statement" for row in ROWS.values()) >= 44
    styled = Counter(row["style"] for row in ROWS.values() if "style" in row)
    assert set(styled) == STYLES
    assert styled.total() >= 24


def test_directions_are_balanced() -> None:
    counted = Counter(direction(ROWS[id_]) for id_ in ANSWERABLE)
    assert set(counted) == {"ko-ko", "en-en", "en-ko", "ko-en"}
    assert min(counted.values()) >= 28
    assert max(counted.values()) <= 1.5 * min(counted.values())


def test_every_article_of_our_own_is_asked_about_in_both_languages() -> None:
    asked = {(row["article_id"], row["lang"]) for row in ROWS.values() if row["answerable"]}
    assert {(f"news-{path.stem}", lang) for path in PATHS for lang in ("ko", "en")} <= asked
