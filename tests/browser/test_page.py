"""The page in a real Chromium over a scripted service: what a reader sees, clicks, types and copies."""

from __future__ import annotations

import json
import re
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, Served, until
from tests.browser.scripted import COST, FARE, FERRY, HOSTILE, LIBRARY_NEWS, NASTY, REMOTE

pytestmark = pytest.mark.browser

QUESTION = "#question textarea"


def ask(page: Page, question: str) -> None:
    page.fill(QUESTION, question)
    page.press(QUESTION, "Enter")


def ask_and_wait(page: Page, question: str, done: str = "a.copy") -> None:
    before = page.locator(done).count()
    ask(page, question)
    expect(page.locator(done)).to_have_count(before + 1)


def characters(page: Page, selector: str) -> str:
    """All text of an element as the document holds it, wherever it is cut off to fit."""
    return page.locator(selector).first.text_content() or ""


# ---- answering


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


# ---- stopping and waiting


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
    ask(page, "첫 질문")
    page.locator("#stop").wait_for()
    ask(page, "둘째 질문")
    expect(page.locator(QUESTION)).to_have_value("")
    expect(page.locator("#chat .waiting")).to_have_text("앞 질문 다음에 답합니다")
    expect(page.locator("a.copy")).to_have_count(2)
    assert [question for question, _, _ in served.service.asked] == ["첫 질문", "둘째 질문"]
    assert page.locator("#chat .question").all_inner_texts() == ["첫 질문", "둘째 질문"]


def test_what_is_typed_while_a_question_is_sent_is_not_lost(open_page: Open, served: Served) -> None:
    page = open_page()
    ask(page, "첫 질문")
    page.type(QUESTION, "다음 질문의 앞부분")
    expect(page.locator("a.copy")).to_have_count(1)
    assert page.input_value(QUESTION) == "다음 질문의 앞부분"
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


# ---- text is data


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


# ---- typing and copying


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


# ---- what became of a question, in words


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


# ---- articles


def test_articles_come_by_file_and_by_pasting_and_go_in_two_steps(
    open_page: Open, served: Served, tmp_path: Path
) -> None:
    page = open_page()
    page.get_by_role("tab", name="기사").click()
    good, bad = tmp_path / "good.txt", tmp_path / "broken.txt"
    good.write_text("새 다리가 열렸다\n\n다리는 넉 달 만에 다 지어졌다.", "utf-8")
    bad.write_text("broken", "utf-8")
    with page.expect_file_chooser() as chooser:
        page.click("#upload")
    chooser.value.set_files([good, bad])
    expect(page.locator("#added .done")).to_have_text("새 기사 1편 · 실패 1편")
    expect(page.locator("#added .failures")).to_contain_text("That is no article.")
    expect(page.get_by_role("tab", name="기사 4")).to_be_visible()
    page.click("#paste button.label-wrap")
    page.fill("#paste-title input, #paste-title textarea", "붙여 넣은 제목")
    page.fill("#paste-body textarea", "붙여 넣은 첫 문장이다.")
    page.click("#add")
    row = page.locator(".shelf li", has_text="붙여 넣은 제목")
    row.wait_for()
    expect(page.locator("#paste-body textarea")).to_have_value("")
    row.locator("[data-act=sure]").click()
    row.locator("[data-act=keep]").click()
    row.locator("[data-act=sure]").click()
    expect(row.get_by_text("정말 뺄까요?")).to_be_visible()
    assert len(served.service.heads()) == 5
    row.locator("[data-act=remove]").click()
    expect(row).to_have_count(0)
    assert len(served.service.heads()) == 4


def test_articles_are_found_by_title(open_page: Open) -> None:
    page = open_page(locale="en-GB")
    page.get_by_role("tab", name="Articles").click()
    expect(page.locator(".shelf li")).to_have_count(3)
    page.locator("#find input, #find textarea").press_sequentially("easterly library")
    expect(page.locator(".shelf li")).to_have_count(1)
    page.locator(".shelf .of").click()
    expect(page.locator("#panel .title")).to_have_text(LIBRARY_NEWS.title)


def test_all_samples_go_with_one_action(open_page: Open, served: Served) -> None:
    page = open_page()
    expect(page.locator(".samples")).to_contain_text("샘플 기사 2편")
    page.click(".samples button")
    page.click("[data-act=samples-yes]")
    expect(page.locator(".samples")).to_have_count(0)
    assert [head.id for head in served.service.heads()] == ["nasty"]


def test_one_article_can_be_asked_and_filters_narrow(open_page: Open, served: Served) -> None:
    page = open_page()
    page.get_by_role("tab", name="기사").click()
    page.locator(".shelf li", has_text="Harbour").get_by_role("button", name="이 기사에만 묻기").click()
    expect(page.locator(".chip .of")).to_have_text(LIBRARY_NEWS.title)
    page.click("[data-act=filters]")
    page.fill("[data-field=since]", "2026-01-01")
    page.select_option("[data-field=publisher]", "The Easterly Post")
    expect(page.locator("[data-act=filters]")).to_contain_text("· 2")
    ask_and_wait(page, "언제 닫나?")
    filters = served.service.asked[-1][1]
    assert (filters.articles, filters.since, filters.publisher) == (("shelves",), "2026-01-01", "The Easterly Post")
    assert page.locator("#chat .within").inner_text() == LIBRARY_NEWS.title
    page.click(".chip button")
    page.get_by_role("button", name="지우기").click()
    expect(page.locator("[data-act=filters]")).not_to_contain_text("·")
    ask_and_wait(page, "언제 닫나?")
    assert served.service.asked[-1][1].empty


def test_an_article_removed_after_it_was_cited_is_said_to_be(open_page: Open, served: Served) -> None:
    page = open_page()
    ask_and_wait(page, "운임은?")
    served.service.remove(["ferry"])
    page.locator("a.cite").first.click()
    expect(page.locator("#panel .note")).to_have_text("이 기사는 보관함에서 빠졌습니다.")
    assert page.locator("#panel .text").count() == 0


# ---- languages, shapes and colours

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


# ---- the server


def fetch(url: str) -> tuple[int, str, Mapping[str, str]]:
    """Status, body and headers of a GET, whatever the status."""
    try:
        with urllib.request.urlopen(url, timeout=10) as reply:
            return reply.status, reply.read().decode(), dict(reply.headers)
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode(), dict(error.headers)


def test_files_of_the_machine_and_a_description_of_the_server_are_not_served(served: Served) -> None:
    readme = Path(__file__).parents[2] / "pyproject.toml"
    for path in (f"gradio_api/file={readme}", "gradio_api/file=pyproject.toml", "gradio_api/file=/etc/passwd"):
        assert fetch(served.address + path)[0] == 403
    for path in ("docs", "redoc", "monitoring"):
        assert fetch(served.address + path)[0] in (403, 404)
    assert json.loads(fetch(served.address + "gradio_api/info")[1])["named_endpoints"] == {}


def test_every_reply_forbids_what_comes_from_elsewhere(served: Served) -> None:
    for path in ("", "config", "no-such-page"):
        policy = fetch(served.address + path)[2]["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "http" not in policy
