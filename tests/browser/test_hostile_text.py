"""Text is data: it shows its characters and does nothing: in a real Chromium, over a scripted service."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import QUESTION, Open, ask, ask_and_wait, characters
from tests.browser.scripted import HOSTILE, NASTY, REMOTE

pytestmark = pytest.mark.browser


def test_hostile_text_shows_exactly_its_characters_and_does_nothing(open_page: Open) -> None:
    page = open_page()
    ask_and_wait(page, f"evil {HOSTILE}")
    assert characters(page, "#chat .question") == f"evil {HOSTILE}"
    assert characters(page, "#chat .claim").startswith(HOSTILE)
    assert characters(page, "#chat .quote").startswith(HOSTILE)
    assert characters(page, "#panel .asked") == f"evil {HOSTILE}"
    assert characters(page, "#panel .sentence") == f"1{HOSTILE}"
    assert characters(page, "#panel .of") == NASTY.title
    page.locator("a.cite").first.click()
    expect(page.locator("#panel mark.target")).to_have_count(1)
    assert characters(page, "#panel .title") == NASTY.title
    assert characters(page, "#panel .text") == NASTY.text
    assert characters(page, "#panel mark.target") == HOSTILE
    assert page.locator("#panel a").count() == 0  # its address is no web address
    assert REMOTE in characters(page, "#panel .text")
    page.locator("#panel [data-act=scope]").click()
    expect(page.locator(".chip")).to_be_visible()
    assert characters(page, ".chip .of") == NASTY.title
    page.get_by_role("tab", name="기사").click()
    row = page.locator(".shelf li", has_text="onerror")
    assert row.locator(".of").text_content() == NASTY.title
    assert NASTY.publisher in (row.locator(".where").text_content() or "")
    shown = page.locator(
        "#chat :is(img, script, del, em, strong, code, .katex, b), #side :is(img, script, b), #work iframe"
    )
    assert shown.count() == 0
    assert page.evaluate("window.__pwned") is None


def test_a_drafted_text_is_data_too(open_page: Open) -> None:
    page = open_page()
    ask(page, f"stream {HOSTILE}")
    expect(page.locator("#chat .draft")).to_contain_text("여객선을")
    assert characters(page, "#chat .question") == f"stream {HOSTILE}"
    assert page.evaluate("window.__pwned") is None


def test_lines_and_spaces_of_a_question_are_kept(open_page: Open) -> None:
    page = open_page()
    page.fill(QUESTION, "첫 줄\n\n    둘째 줄\t끝")
    page.press(QUESTION, "Enter")
    expect(page.locator("a.copy")).to_have_count(1)
    assert characters(page, "#chat .question") == "첫 줄\n\n    둘째 줄\t끝"
