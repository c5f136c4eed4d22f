"""Text of others is data: what leaves markup.py shows its characters and does nothing."""

from __future__ import annotations

import html
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.web import texts
from app.web.markup import byline, day, escape, link, outside


@given(st.text())
def test_escaped_text_is_one_line_without_markup_and_reads_back(text: str) -> None:
    escaped = escape(text)
    assert not set(escaped) & set("<>\"'`${}\n\r\t")
    assert html.unescape(escaped) == html.unescape(html.escape(text.replace("\r\n", "\n").replace("\r", "")))


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//example.org/x",
        "/etc/passwd",
        "ftp://example.org",
        "http://",
        "http://[",
        "",
        None,
    ],
)
def test_only_web_addresses_become_links(url: str | None) -> None:
    assert link(url) is None
    assert outside(url, "원문") == ""


def test_an_outside_link_tells_nothing_of_where_it_was_followed() -> None:
    made = outside('https://example.org/?a=1&b="2"', "Original")
    assert 'href="https://example.org/?a=1&amp;b=&quot;2&quot;"' in made
    assert 'target="_blank" rel="noopener noreferrer"' in made


def test_days_are_written_as_the_reader_writes_them() -> None:
    assert day("2026-03-04T08:00:00+09:00", "ko") == "2026년 3월 4일"
    assert day("2026-03-04", "en") == "4 March 2026"
    assert day("last <b>week</b>", "en") == "last <b>week</b>"
    assert day(None, "en") == ""


def test_a_byline_escapes_and_leaves_out_what_is_missing() -> None:
    assert byline("<i>", None, "") == "&lt;i&gt;"
    assert byline("a", "b").count("·") == 1


def test_every_text_is_in_both_languages_with_the_same_blanks() -> None:
    for key, versions in texts.TEXTS.items():
        assert set(versions) == {"ko", "en"}, key
        blanks = [{name for _, name, _, _ in string.Formatter().parse(said) if name} for said in versions.values()]
        assert blanks[0] == blanks[1], key
        assert all(said.strip() for said in versions.values()), key


def test_one_thing_is_not_counted_in_the_plural() -> None:
    assert texts.counted("grounds", "en", 1) == "1 evidence sentence"
    assert texts.counted("grounds", "en", 3) == "3 evidence sentences"


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("ko-KR,ko;q=0.9,en-US;q=0.8", "ko"),
        ("en-US,en;q=0.9,ko;q=0.8", "en"),
        ("fr-FR,fr;q=0.9,ko;q=0.3", "ko"),
        ("fr-FR", "en"),
        ("ko;q=x, en;q=0.1", "en"),
        ("", "en"),
        (None, "en"),
    ],
)
def test_the_browsers_preference_is_followed(header: str | None, language: str) -> None:
    assert texts.preferred(header) == language
