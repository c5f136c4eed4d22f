"""A question is answered: the evidence, the marks, what became of it in words: in a real Chromium, over a scripted service."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open, Served, ask, ask_and_wait, characters
from tests.browser.scripted import COST, FARE, FERRY

pytestmark = pytest.mark.browser


def test_evidence_comes_before_the_first_word_and_the_draft_turns_solid(open_page: Open) -> None:
    page = open_page()
    ask(page, "배를 짓는 데 얼마가 들었나? stream")
    expect(page.locator("#panel .card")).to_have_count(4)
    assert page.locator("#chat .claim").count() == 0
    assert page.locator("#chat .draft .doing").count() == 1  # nothing is written yet
    draft = page.locator("#chat .draft")
    expect(draft).to_contain_text("확인 중")
    expect(draft).to_contain_text("여객선을")
    hidden = """() => {
      const draft = document.querySelector('#chat .draft');
      return [draft.closest('[aria-hidden=true]') !== null, getComputedStyle(draft).userSelect, getComputedStyle(draft).color];
    }"""
    silent, selectable, dimmed = page.evaluate(hidden)
    assert silent
    assert selectable == "none"
    solid = page.locator("#chat .claim").first
    expect(solid).to_contain_text("560만 달러가 들었습니다.")
    assert solid.evaluate("element => element.closest('[aria-hidden=true]')") is None
    assert solid.evaluate("element => getComputedStyle(element).color") != dimmed
    expect(page.locator("a.copy")).to_have_count(1)
    assert draft.count() == 0
    assert page.locator("#panel .card .number").all_inner_texts() == ["1", "2"]


def test_a_mark_opens_the_article_at_its_sentence_while_the_answer_streams(open_page: Open) -> None:
    page = open_page()
    ask(page, "운임은? dictation")
    mark = page.locator("a.cite").first
    mark.wait_for()
    for _ in range(3):  # the list and the article in turns, all while words arrive
        mark.click()
        expect(page.locator("#panel mark.target")).to_have_text(COST.text, timeout=3000)
        page.locator("#panel .back").click()
        expect(page.locator("#panel .card").first).to_be_visible(timeout=3000)
    assert page.locator("#chat .draft").count() == 1
    mark.click()
    expect(page.locator("#panel mark.target")).to_be_in_viewport()
    assert characters(page, "#panel .title") == FERRY.title
    assert characters(page, "#panel .meta") == "바다일보 · 2026년 3월 4일"
    assert characters(page, "#panel .text") == FERRY.text
    link = page.locator("#panel a.outside")
    assert link.get_attribute("href") == FERRY.url
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert link.get_attribute("target") == "_blank"


def test_a_sentence_far_down_is_scrolled_to_and_again_on_a_second_click(open_page: Open) -> None:
    page = open_page()
    ask_and_wait(page, "운임은?")
    page.locator("a.cite").nth(1).click()
    target = page.locator("#panel mark.target")
    expect(target).to_have_text(FARE.text)
    expect(target).to_be_in_viewport()
    page.evaluate("document.querySelector('#panel').scrollTop = 0")
    expect(target).not_to_be_in_viewport()
    page.locator("a.cite").nth(1).click()
    expect(target).to_be_in_viewport()
    expect(page.locator("#panel .title")).to_be_in_viewport()
    assert page.locator("#panel mark.other").all_inner_texts() == [COST.text]
    assert len((page.inner_text("#panel .text")).strip().splitlines()) > 3  # paragraphs stay apart


def test_marks_work_by_keyboard(open_page: Open) -> None:
    page = open_page()
    ask(page, "운임은? stream")
    mark = page.locator("a.cite").first
    mark.wait_for()
    page.locator("a.grounds").focus()
    page.keyboard.press("Tab")
    assert mark.evaluate("element => element === document.activeElement")
    page.keyboard.press("Enter")
    expect(page.locator("#panel mark.target")).to_have_text(COST.text)
    page.locator("#panel .back").focus()
    page.keyboard.press("Enter")
    page.locator("#panel .card").nth(2).focus()
    page.keyboard.press("Enter")
    expect(page.locator("#panel mark.target")).to_have_text(FARE.text)


def test_a_follow_up_is_asked_with_the_answer_before_it(open_page: Open, served: Served) -> None:
    page = open_page()
    ask_and_wait(page, "운임은?")
    ask_and_wait(page, "그럼 주민은?")
    (first, _, none), (second, _, previous) = served.service.asked
    assert (first, none, second) == ("운임은?", None, "그럼 주민은?")
    assert previous is not None
    assert previous.question == "운임은?"


def test_statuses_are_shown_in_words(open_page: Open) -> None:
    page = open_page(locale="en-GB")
    ask_and_wait(page, "partial")
    expect(page.locator("#chat .status")).to_contain_text("answers part of the question")
    ask_and_wait(page, "quote")
    expect(page.locator("#chat .status").last).to_contain_text("No drafted sentence passed its check")
    assert page.locator("#chat .attribution").inner_text() == "박서윤 · 바다일보"
    assert page.locator("#chat .translation .badge").inner_text() == "Translation"
    withheld = page.locator("#chat .withheld")
    assert (
        "1 draft sentence was not shown, because of a number that the evidence does not hold" in withheld.inner_text()
    )
    expect(withheld.locator("li")).not_to_be_visible()
    withheld.locator("summary").click()
    expect(withheld.locator("li")).to_contain_text("The ferry cost $560 million.")
    ask_and_wait(page, "refuse", ".refusal")
    expect(page.locator("#panel h2")).to_have_text("Nearby")
    expect(page.locator("#panel")).to_contain_text("They do not answer the question.")
    assert page.locator("#panel .number").count() == 0


def test_failures_are_one_calm_line(open_page: Open) -> None:
    page = open_page(locale="en-GB")
    ask_and_wait(page, "broken", ".failure")
    assert page.locator(".failure").inner_text() == (
        "A model cannot be used. The encoder is not pulled. Run geungeo models pull."
    )
    ask_and_wait(page, "crash", ".failure")
    assert "unexpected" in page.locator(".failure").last.inner_text()
    assert "secret" not in page.content()
    assert page.locator(".toast-wrap .toast-body, .error").count() == 0
    ask_and_wait(page, "운임은?")  # and the page goes on
