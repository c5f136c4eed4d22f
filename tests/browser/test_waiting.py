"""Questions are stopped, wait for each other, and outlive a reload: in a real Chromium, over a scripted service."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import QUESTION, Open, Served, ask, ask_and_wait, until
from tests.browser.scripted import COST

pytestmark = pytest.mark.browser


def test_stop_aborts_while_the_model_has_not_said_a_word(open_page: Open, served: Served) -> None:
    page = open_page()
    ask(page, "slow")
    page.locator("#panel .card").first.wait_for()
    began = time.monotonic()
    page.click("#stop")
    expect(page.locator("#chat .status")).to_have_text("멈췄습니다.")
    until(lambda: bool(served.service.aborted), 3)
    assert served.service.aborted[0][1] - began < 3
    expect(page.locator("#ask")).to_be_visible()
    assert page.locator("#panel .card").count() == 4  # the evidence stays


def test_a_closed_page_aborts_its_question(open_page: Open, served: Served) -> None:
    page = open_page()
    ask(page, "slow")
    page.locator("#panel .card").first.wait_for()
    began = time.monotonic()
    page.close()
    until(lambda: bool(served.service.aborted), 3)
    assert served.service.aborted[0][1] - began < 3


def test_a_second_question_waits_for_the_first(open_page: Open, served: Served) -> None:
    page = open_page()
    ask(page, "첫 질문 stream")
    page.locator("#stop").wait_for()
    ask(page, "둘째 질문")
    expect(page.locator(QUESTION)).to_have_value("")
    expect(page.locator("#chat .waiting")).to_have_text("앞 질문 다음에 답합니다")
    expect(page.locator("a.copy")).to_have_count(2, timeout=15_000)
    assert [question for question, _, _ in served.service.asked] == ["첫 질문 stream", "둘째 질문"]
    assert page.locator("#chat .question").all_inner_texts() == ["첫 질문 stream", "둘째 질문"]


def test_what_is_typed_while_a_question_is_sent_is_not_lost(open_page: Open, served: Served) -> None:
    page = open_page()
    ask(page, "첫 질문")
    page.type(QUESTION, "다음 질문의 앞부분")
    expect(page.locator("a.copy")).to_have_count(1)
    assert page.input_value(QUESTION) == "다음 질문의 앞부분"
    assert [question for question, _, _ in served.service.asked] == ["첫 질문"]


@pytest.mark.parametrize("how", ["Enter", "the button"])
def test_questions_sent_in_one_breath_stay_two(open_page: Open, served: Served, how: str) -> None:
    page = open_page()
    # Within one task of the page, faster than any hand: nothing of the component's has run between the two.
    page.evaluate(
        """(byEnter) => {
            const area = document.querySelector("#question textarea");
            for (const question of ["첫 질문", "둘째 질문"]) {
                area.value += question;
                area.dispatchEvent(new Event("input", { bubbles: true }));
                if (byEnter) area.dispatchEvent(new KeyboardEvent("keypress", { key: "Enter", bubbles: true, cancelable: true }));
                else document.querySelector("#ask").click();
            }
            area.value += "셋째";
            area.dispatchEvent(new Event("input", { bubbles: true }));
        }""",
        how == "Enter",
    )
    expect(page.locator("a.copy")).to_have_count(2)
    asked = [question for question, _, _ in served.service.asked]
    assert sorted(asked) == ["둘째 질문", "첫 질문"]  # two requests at once may overtake each other
    assert page.input_value(QUESTION) == "셋째"


@pytest.mark.parametrize("how", ["Enter", "the button"])
@pytest.mark.parametrize("blank", ["", "   "])
def test_nothing_asked_leaves_the_page_as_it_is(open_page: Open, served: Served, blank: str, how: str) -> None:
    page = open_page()
    ask_and_wait(page, "운임은?")
    page.fill(QUESTION, blank)
    page.press(QUESTION, "Enter") if how == "Enter" else page.click("#ask")
    ask_and_wait(page, "다음 질문")
    assert page.locator("#chat .question").all_inner_texts() == ["운임은?", "다음 질문"]
    assert [question for question, _, _ in served.service.asked] == ["운임은?", "다음 질문"]


def test_a_question_that_the_server_fails_to_take_is_not_lost(open_page: Open, served: Served) -> None:
    page = open_page()
    page.route("**/queue/join*", lambda route: route.fulfill(status=502, body="{}"), times=1)
    ask(page, "첫 질문")
    expect(page.locator(QUESTION)).to_have_value("첫 질문")
    ask_again(page, served)


def test_questions_that_fail_in_any_order_stand_as_they_were_asked(open_page: Open, served: Served) -> None:
    page = open_page()
    waiting: list[Route] = []
    page.route("**/queue/join*", lambda route: waiting.append(route), times=2)
    ask(page, "첫 질문")
    ask(page, "둘째 질문")
    page.type(QUESTION, "셋째")
    until(lambda: page.evaluate("1") and len(waiting) == 2, 5)  # asking the page lets it come by
    for route in reversed(waiting):
        route.fulfill(status=502, body="{}")
    expect(page.locator(QUESTION)).to_have_value("첫 질문\n둘째 질문\n셋째")
    assert served.service.asked == []


def test_a_question_asked_of_a_server_that_is_gone_is_not_lost(open_page: Open, served: Served) -> None:
    page = open_page()
    page.route("**/queue/join*", lambda route: route.abort(), times=1)
    with page.expect_navigation(timeout=20_000):  # the component loads the page anew when the server answers again
        ask(page, "첫 질문")
        expect(page.locator(QUESTION)).to_have_value("첫 질문")
    expect(page.locator(QUESTION)).to_have_value("첫 질문")
    page.locator("[data-act=ask]").first.wait_for()  # the parts are painted
    ask_again(page, served)


def ask_again(page: Page, served: Served) -> None:
    page.press(QUESTION, "Enter")
    expect(page.locator("a.copy")).to_have_count(1)
    expect(page.locator(QUESTION)).to_have_value("")
    assert [question for question, _, _ in served.service.asked] == ["첫 질문"]


def test_a_stopped_question_lets_the_next_one_run(open_page: Open, served: Served) -> None:
    page = open_page()
    ask(page, "slow")
    page.locator("#panel .card").first.wait_for()
    ask(page, "둘째 질문")
    page.locator("#chat .waiting").wait_for()
    page.click("#stop")
    expect(page.locator("a.copy")).to_have_count(1)
    assert [question for question, _, _ in served.service.asked] == ["slow", "둘째 질문"]


def test_a_reload_keeps_the_conversation(open_page: Open) -> None:
    page = open_page()
    ask_and_wait(page, "운임은?")
    page.reload()
    expect(page.locator("#chat .claim")).to_have_count(2)
    page.locator("a.cite").first.click()
    expect(page.locator("#panel mark.target")).to_have_text(COST.text)
