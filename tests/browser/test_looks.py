"""Languages, shapes and colours: in a real Chromium, over a scripted service."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import QUESTION, Open, Served, ask, ask_and_wait

pytestmark = pytest.mark.browser


_HANGUL = re.compile(r"[가-힣]")


def test_the_page_speaks_the_browsers_language_and_switches(open_page: Open) -> None:
    page = open_page(locale="en-GB")
    page.get_by_role("tab", name="Articles").click()
    page.click("[data-act=filters]")
    page.locator("[data-field=since]").wait_for()
    words = page.locator(
        "#masthead p, #masthead .state, #scope .line, #composer button, #tabs [role=tab], #adding, #paste"
    ).all_inner_texts()
    assert not [word for word in words if _HANGUL.search(word)]
    assert page.get_attribute(QUESTION, "placeholder") == "Ask about the articles"
    page.click("[data-id=ko]")
    expect(page.get_by_role("tab", name="기사")).to_be_visible()
    assert page.get_attribute(QUESTION, "placeholder") == "기사에 대해 물어보세요"
    expect(page.locator("#ask")).to_have_text("묻기")
    expect(page.locator(".shelf")).to_contain_text("빼기")
    assert page.evaluate("document.documentElement.lang") == "ko"


def test_an_example_is_asked_by_clicking_it(open_page: Open, served: Served) -> None:
    page = open_page()
    page.get_by_role("button", name="What did Ines Holm say about the books?").click()
    expect(page.locator("a.copy")).to_have_count(1)
    assert [question for question, _, _ in served.service.asked] == ["What did Ines Holm say about the books?"]
    expect(page.locator(".welcome")).to_have_count(0)


def test_a_phone_has_the_evidence_in_a_drawer(open_page: Open) -> None:
    page = open_page(width=390, height=844)
    ask_and_wait(page, "quote")
    wide = "document.documentElement.scrollWidth <= 390 && document.querySelector('#chat').scrollWidth <= 390"
    assert page.evaluate(wide)
    expect(page.locator("#panel")).not_to_be_visible()
    page.locator("a.cite").first.click()
    expect(page.locator("#panel mark.target")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).not_to_be_visible()
    page.click("#masthead .opener")
    expect(page.locator("#panel .title")).to_be_visible()
    page.click("#side .shut")
    expect(page.locator("#panel")).not_to_be_visible()
    expect(page.locator("#ask")).to_be_in_viewport()


_CONTRAST = """element => {
  if (!element.isConnected) return null;  // a draft is drawn anew while it grows
  const channels = text => text.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(c => c / 255)
    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  let behind = element;
  const fill = e => channels(getComputedStyle(e).backgroundColor);
  while (fill(behind).length === 4 && fill(behind)[3] === 0) behind = behind.parentElement;
  const [a, b] = [light(channels(getComputedStyle(element).color)), light(fill(behind))].sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
}"""


def contrast(page: Page, selector: str) -> float:
    for _ in range(50):
        if (found := page.locator(selector).first.evaluate(_CONTRAST)) is not None:
            return found
    raise AssertionError(f"{selector} never stands still")


@pytest.mark.parametrize("dark", [False, True])
def test_text_is_legible_in_light_and_dark(open_page: Open, dark: bool) -> None:
    page = open_page(dark=dark)
    ask_and_wait(page, "quote")
    ask_and_wait(page, "refuse", ".refusal")
    page.locator("a.cite").first.click()
    page.locator("#panel mark.target").wait_for()
    ask(page, "dictation")
    page.locator("#chat .draft .badge").wait_for()
    body = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (max(map(int, re.findall(r"\d+", body)[:3])) < 60) == dark
    for selector in (
        "#chat .question", "#chat .claim", "#chat .quote", "#chat .status", "#chat .attribution", "#chat a.cite", "#chat a.grounds",
        "#chat .badge", "#chat a.copy", "#chat .withheld summary", "#panel .sentence", "#panel .where", "#panel .note",
        ".masthead p", ".masthead .state", "#scope .all", "#scope .quiet", "#stop", "#tabs [role=tab]",
    ):  # fmt: skip
        assert contrast(page, selector) >= 4.5, selector
    assert contrast(page, "#chat .draft") >= 3  # dimmed on purpose


def test_gradios_own_chrome_is_gone(open_page: Open) -> None:
    page = open_page()
    ask_and_wait(page, "운임은?")
    expect(page.locator("footer")).not_to_be_visible()
    assert page.title() == "근거 geungeo"
    assert page.locator("#chat .icon-button-wrapper:visible, #chat .message-buttons:visible").count() == 0
    labels = page.locator("#chat [data-testid]").evaluate_all(
        "parts => parts.map(part => part.getAttribute('aria-label'))"
    )
    assert labels
    assert not [label for label in labels if label and "<" in label]
