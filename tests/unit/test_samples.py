"""The sample articles are whole, say what they are, and hold what the sample questions ask for."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from ingest.cleaning import Cleaned, clean
from ingest.language import detect
from ingest.sample_articles import EXAMPLES, is_sample, sample_documents, sample_ids
from ingest.sentences import split

QUESTIONS = Path(__file__).parents[1] / "quality/sample_questions.jsonl"


@cache
def articles() -> dict[str, Cleaned]:
    return {document.id or "": clean(document) for document in sample_documents()}


def questions() -> list[dict]:
    rows = [json.loads(line) for line in QUESTIONS.read_text("utf-8").splitlines()]
    return [row for row in rows if is_sample(row["article_id"])]  # others ask about articles of the tests


def golds() -> list[tuple[str, str]]:
    rows = [row for row in questions() if row["answerable"]]
    pairs = [(row["article_id"], row["gold"]) for row in rows]
    return pairs + [(also["article_id"], also["gold"]) for row in rows for also in row.get("also", ())]


def test_five_articles_in_each_language_and_they_are_in_it() -> None:
    assert Counter(article.language for article in articles().values()) == {"ko": 5, "en": 5}
    assert all(detect(article.text) == article.language for article in articles().values())


def test_ids_are_told_from_those_of_other_articles() -> None:
    assert set(articles()) == sample_ids()
    assert all(name.startswith("sample-") and is_sample(name) for name in articles())
    assert not is_sample("sample-of-somebody-else")


@pytest.mark.parametrize("name", sorted(sample_ids()))
def test_an_article_is_dated_of_news_length_and_says_that_it_is_a_sample(name: str) -> None:
    article = articles()[name]
    length = len(article.text) if article.language == "ko" else len(article.text.split())
    assert article.published
    assert (700 <= length <= 1400) if article.language == "ko" else (250 <= length <= 500)
    last = article.text.split("\n")[-1]
    assert ("예시 기사" if article.language == "ko" else "sample article") in last
    assert "geungeo" in last
    assert "geungeo" in (article.publisher or "")


def test_examples_are_in_their_language() -> None:
    for language, examples in EXAMPLES.items():
        assert len(set(examples)) == 6
        assert [detect(example) for example in examples] == [language] * 6


@pytest.mark.parametrize(("article_id", "gold"), golds())
def test_gold_stands_within_one_sentence_of_its_article(article_id: str, gold: str) -> None:
    text = articles()[article_id].text
    assert text.count(gold) == 1
    at = text.index(gold)
    assert any(start <= at and at + len(gold) <= end for start, end in split(text))


def test_questions_cover_directions_and_near_misses() -> None:
    rows = questions()
    assert len({row["id"] for row in rows}) == len(rows) >= 60
    assert sum(not row["answerable"] for row in rows) >= 20
    answerable = [row for row in rows if row["answerable"]]
    directions = Counter((row["lang"], articles()[row["article_id"]].language) for row in answerable)
    assert len(directions) == 4
    assert min(directions.values()) >= 8
    for row in rows:
        assert bool(row.get("answers")) == row["answerable"], row["id"]
        assert bool(row.get("gold")) == row["answerable"], row["id"]
