"""What a reader types, copies and selects: in a real Chromium, over a scripted service."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import QUESTION, Open, Served, ask, ask_and_wait
from tests.browser.scripted import FERRY

pytestmark = pytest.mark.browser


def test_enter_while_composing_hangul_does_not_submit(open_page: Open, served: Served) -> None:
    page = open_page()
    page.focus(QUESTION)
    session = page.context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": "한", "selectionStart": 1, "selectionEnd": 1})
    enter = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229}  # as a browser reports a key the IME takes
    session.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **enter})
    session.send("Input.dispatchKeyEvent", {"type": "keyUp", **enter})
    page.wait_for_timeout(600)
    assert served.service.asked == []
    assert page.input_value(QUESTION) == "한"
    session.send("Input.insertText", {"text": "한"})
    page.press(QUESTION, "Enter")
    expect(page.locator("#chat .question")).to_have_text("한")


def test_copy_takes_the_settled_answer_and_its_sources(open_page: Open) -> None:
    page = open_page()
    ask_and_wait(page, "quote")
    page.click("a.copy")
    expect(page.locator("a.copy")).to_have_text("복사했습니다")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“주민이 비를 맞으며 기다리는 일은 없을 것” [1]")
    assert (
        f"[1] “박서윤 군수는 “주민이 비를 맞으며 기다리는 일은 없을 것”이라고 말했다.” — 바다일보, {FERRY.title}"
        in copied
    )
    assert FERRY.url in copied
    assert "560 million" not in copied


def test_copies_are_counted_beside_their_source(open_page: Open) -> None:
    page = open_page()
    ask_and_wait(page, "운임은 얼마인가?")
    counted = page.locator("#panel .card").filter(has=page.locator(".copies"))
    expect(counted).to_contain_text("운임은 어른 2천500원")
    told = counted.locator(".copies")
    expect(told).to_have_text("같은 기사 2건 더")
    card, line = counted.bounding_box(), told.bounding_box()
    assert card
    assert line
    assert line["x"] + line["width"] <= card["x"] + card["width"]  # in sight, however long the title is


def test_copies_are_named_on_demand_and_open_at_the_sentence(open_page: Open) -> None:
    page = open_page()
    ask_and_wait(page, "운임은 얼마인가?")
    page.locator("#panel .card").filter(has=page.locator(".copies")).click()
    listed = page.locator("#panel .reading details.copies")
    expect(listed.locator("summary")).to_have_text("같은 기사 2건 더")
    expect(listed.locator("li").first).to_be_hidden()
    listed.locator("summary").click()
    expect(listed.locator("li")).to_have_text(
        [re.compile("섬 잇는 전기 여객선 <b>첫</b> 운항.*갯벌신문"), re.compile("한빛군 새 여객선.*등대일보")]
    )
    listed.locator("li button").nth(1).click()
    expect(page.locator("#panel .reading .title")).to_have_text("한빛군 새 여객선")
    expect(page.locator("#panel .reading mark.target")).to_have_text("운임은 어른 2천500원이고 섬 주민은 반값이다.")
    expect(page.locator("#panel .reading details.copies summary")).to_have_text("같은 기사 2건 더")
    page.click("#panel .back")
    expect(page.locator("#panel .card").first).to_be_visible()


def test_a_selection_leaves_the_draft_out(open_page: Open) -> None:
    page = open_page()
    ask(page, "운임은? dictation")
    page.locator("a.cite").first.wait_for()
    expect(page.locator("#chat .draft")).to_contain_text("어른")
    selected = page.evaluate(
        "() => { getSelection().selectAllChildren(document.querySelector('#chat')); return getSelection().toString(); }"
    )
    assert "560만 달러가 들었습니다.[1]" in re.sub(r"\s+(?=\[)", "", selected)
    assert "어른" not in selected
    assert "확인 중" not in selected
