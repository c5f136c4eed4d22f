"""The hard claims are whole: each rests on a sentence of its article, and there are enough of every kind."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from ingest.cleaning import Cleaned, clean
from ingest.language import detect
from ingest.sample_articles import sample_documents
from ingest.sentences import split
from ingest.sources import read

QUALITY = Path(__file__).parents[1] / "quality"
FIELDS = ["id", "claim", "lang", "article_id", "supported", "kind", "source"]
# What a careless writer gets wrong, and how many claims at least try it.
SLIPS = {
    "direction": 40,
    "speaker": 40,
    "negation": 30,
    "quotation": 25,
    "number": 30,
    "date": 15,
    "name": 20,
    "relation": 25,
    "meaning": 15,
}
TRUE = {"paraphrase": 120, "faithful": 60}  # in the article's language, and in the other one
QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]")


@cache
def articles() -> dict[str, Cleaned]:
    """The samples, and the articles written for the quality checks, by their ids."""
    written = [document for path in sorted(QUALITY.glob("articles/*.md")) for document in read(str(path))]
    return {document.id or "": clean(document) for document in [*sample_documents(), *written]}


@cache
def sentences(article_id: str) -> frozenset[str]:
    text = articles()[article_id].text
    return frozenset(text[start:end] for start, end in split(text))


@cache
def claims() -> list[dict]:
    return [json.loads(line) for line in (QUALITY / "hard_claims.jsonl").read_text("utf-8").splitlines()]


def by_name(row: dict) -> str:
    return row["id"]


def test_ids_and_claims_are_told_apart() -> None:
    assert len({row["id"] for row in claims()}) == len(claims())
    assert len({(row["article_id"], row["claim"]) for row in claims()}) == len(claims())


def test_there_are_enough_of_each_kind() -> None:
    counts = Counter(row["kind"] for row in claims())
    assert set(counts) == set(SLIPS) | set(TRUE)
    assert {kind: counts[kind] for kind, least in (SLIPS | TRUE).items() if counts[kind] < least} == {}
    assert sum(not row["supported"] for row in claims()) >= 220


@pytest.mark.parametrize("supported", [True, False])
def test_languages_and_directions_are_balanced(supported: bool) -> None:
    rows = [row for row in claims() if row["supported"] == supported]
    korean = sum(row["lang"] == "ko" for row in rows)
    across = sum(row["lang"] != articles()[row["article_id"]].language for row in rows)
    assert 0.45 <= korean / len(rows) <= 0.55
    assert (1 / 3 if supported else 0.45) <= across / len(rows) <= 0.55


@pytest.mark.parametrize("row", claims(), ids=by_name)
def test_claim_is_labelled_as_its_kind_says(row: dict) -> None:
    assert list(row) == FIELDS
    assert re.fullmatch(rf"{row['kind']}-{row['lang']}-[0-9]{{2,}}", row["id"])
    assert row["supported"] is (row["kind"] in TRUE)
    assert detect(row["claim"]) == row["lang"]
    if row["supported"]:
        same = row["lang"] == articles()[row["article_id"]].language
        assert row["kind"] == ("paraphrase" if same else "faithful")


@pytest.mark.parametrize("row", claims(), ids=by_name)
def test_source_is_one_sentence_of_the_article_and_not_the_claim(row: dict) -> None:
    assert row["source"] in sentences(row["article_id"])
    assert row["claim"] not in articles()[row["article_id"]].text


@pytest.mark.parametrize("row", [row for row in claims() if row["kind"] == "quotation"], ids=by_name)
def test_quoted_words_do_not_stand_in_the_article(row: dict) -> None:
    quoted = QUOTED.findall(row["claim"])
    text = articles()[row["article_id"]].text
    assert quoted
    assert any(words.strip(" ,.") not in text for words in quoted)
