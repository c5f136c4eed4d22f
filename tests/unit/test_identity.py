import re
from dataclasses import replace

import pytest

from ingest.identity import article_id, canonical_url, is_id, raw_hash
from ingest.records import Document

TEXT = Document(raw="첫 문장이다.", format="text", source="/news/a.txt")


def test_a_given_id_is_kept() -> None:
    assert article_id(replace(TEXT, id="desk-17", url="https://a.example/1")) == "desk-17"


def test_the_same_page_has_one_id() -> None:
    addresses = ["https://A.example/news/1?utm_source=x&p=2#top", "https://a.example:443/news/1/?p=2&fbclid=9"]
    ids = {article_id(replace(TEXT, url=address)) for address in addresses}
    assert len(ids) == 1
    assert re.fullmatch(r"u-[0-9a-f]{16}", ids.pop())
    assert article_id(replace(TEXT, url="https://a.example/news/1?p=3")) not in ids


def test_a_file_is_known_by_its_path_and_not_its_content() -> None:
    assert article_id(TEXT) == article_id(replace(TEXT, raw="바뀐 문장이다."))
    assert article_id(TEXT) != article_id(replace(TEXT, source="/news/b.txt"))
    assert re.fullmatch(r"[0-9a-f]{16}", article_id(TEXT))


@pytest.mark.parametrize("source", ["-", "paste"])
def test_without_a_path_the_content_says_who(source: str) -> None:
    one = replace(TEXT, source=source)
    assert article_id(one) != article_id(replace(one, raw="다른 글이다."))


def test_lines_of_one_file_are_several_articles() -> None:
    line = replace(TEXT, format="record", source="/news/all.jsonl")
    assert article_id(line) != article_id(replace(line, raw="다른 글이다."))


def test_raw_hash_follows_content_and_given_fields_but_not_the_id() -> None:
    assert raw_hash(TEXT) == raw_hash(replace(TEXT, id="x", source="/elsewhere.txt"))
    changed = [
        replace(TEXT, raw="첫 문장이다!"),
        replace(TEXT, title="제목"),
        replace(TEXT, publisher="가람일보"),
        replace(TEXT, authors=("한나래",)),
        replace(TEXT, published="2026-01-01"),
        replace(TEXT, language="ko"),
    ]
    assert len({raw_hash(document) for document in [TEXT, *changed]}) == len(changed) + 1


@pytest.mark.parametrize("url", [" ", "/", "#", "?p=1", "news/1", "//a.example/1", "http://", "http://[broken"])
def test_what_is_no_address_makes_no_id(url: str) -> None:
    assert canonical_url(url) is None
    line = replace(TEXT, format="record", url=url)
    assert article_id(line) != article_id(replace(line, raw="다른 글이다."))


def test_escapes_of_a_query_are_left_as_they_are() -> None:
    kim, park = "https://a.example/s?k=%B1%E8", "https://a.example/s?k=%B9%DA"
    assert canonical_url(kim) == kim
    assert canonical_url(park) == park
    assert canonical_url(kim + "&UTM_medium=x&&gclid=1") == kim


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("http://a.example/#/x/1", "http://a.example#/x/1"),
        ("http://a.example/#!/x/1/", "http://a.example#!/x/1"),
        ("http://a.example/#/", "http://a.example"),
        ("http://a.example/x#comments", "http://a.example/x"),
    ],
)
def test_a_fragment_is_kept_where_it_says_which_page(url: str, same: str) -> None:
    assert canonical_url(url) == same


@pytest.mark.parametrize("given", ["", "  ", "a\nb", "x" * 201, "a\x00"])
def test_ids_that_cannot_be_used(given: str) -> None:
    assert not is_id(given)


def test_ids_that_can_be_used() -> None:
    assert is_id("기사/2026:1 a")
    assert is_id("x" * 200)
