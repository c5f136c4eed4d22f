"""The whole of it as a newcomer meets it: `geungeo serve --samples`, the default models, a question typed into the page."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from ingest.library import Library
from tests.browser.conftest import until

pytestmark = [
    pytest.mark.browser,
    pytest.mark.encoder,
    pytest.mark.chat_model,
    pytest.mark.timeout(900),
]
QUESTION = "#question textarea"
ANSWER = 300_000  # milliseconds; a shared machine may be ten times slower than a laptop at rest


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("real")


@pytest.fixture(scope="module")
def address(home: Path) -> Iterator[str]:
    """The page of a server process of its own, which ends as a user would end it."""
    log = home.with_suffix(".log")
    with log.open("wb") as out:
        server = subprocess.Popen(
            [sys.executable, "-m", "app.cli", "--home", str(home), "serve", "--samples", "--port", "0"],
            stdout=out,
            stderr=subprocess.STDOUT,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
    until(lambda: b"http://" in log.read_bytes() or server.poll() is not None, 120)
    found = re.search(r"http://\S+", log.read_text("utf-8"))
    assert found, log.read_text("utf-8")
    yield found[0]
    server.send_signal(signal.SIGINT)
    assert server.wait(30) == 0, log.read_text("utf-8")


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(locale="en-US", viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(address)
    page.locator(".masthead").wait_for()
    yield page
    context.close()


def ask(page: Page, question: str) -> None:
    page.fill(QUESTION, question)
    page.press(QUESTION, "Enter")


@pytest.mark.parametrize(
    ("question", "says", "cites"),
    [
        ("How much did it cost to train DeepSeek's R1?", "$5.6 million", "R1의 훈련 비용은 560만 달러"),
        ("딥시크가 밝힌 R1의 훈련 비용은 얼마인가요?", "560만 달러", "R1의 훈련 비용은 560만 달러"),
    ],
)
def test_a_question_typed_into_the_page_is_answered_and_its_mark_shows_the_words(
    page: Page, home: Path, question: str, says: str, cites: str
) -> None:
    ask(page, question)
    expect(page.locator("#panel .card").first).to_be_visible(timeout=ANSWER)  # the evidence, before a word is written
    expect(page.locator("a.copy")).to_be_visible(timeout=ANSWER)
    expect(page.locator("#chat .claim").first).to_contain_text(says)
    page.locator("a.cite").first.click()
    marked = page.locator("#panel mark").first
    expect(marked).to_contain_text(cites)
    expect(marked).to_be_in_viewport()
    with closing(Library.open(home, create=False)) as library:
        assert marked.text_content() in library.article("sample-deepseek-r1").text


def test_what_no_article_says_is_refused(page: Page) -> None:
    ask(page, "What is the capital of France?")
    expect(page.locator("#chat")).to_contain_text("The articles do not say", timeout=ANSWER)
    assert page.locator("a.cite").count() == 0


def test_stop_frees_the_page_at_once(page: Page) -> None:
    ask(page, "What did Eric Sheridan say about DeepSeek's training cost?")
    expect(page.locator("#panel .card").first).to_be_visible(timeout=ANSWER)
    page.get_by_role("button", name="Stop").click()
    began = time.monotonic()
    expect(page.locator("#chat")).to_contain_text("Stopped", timeout=3_000)
    assert time.monotonic() - began < 3
