"""Articles come, are found, narrow a question, and go: in a real Chromium, over a scripted service."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open, Served, ask_and_wait
from tests.browser.scripted import LIBRARY_NEWS

pytestmark = pytest.mark.browser


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
