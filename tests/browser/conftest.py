"""A page over the scripted service, and a Chromium that notes everything it asks of the network."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.scripted import Scripted

QUESTION = "#question textarea"
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass
class Served:
    """A page being served, and the service behind it."""

    address: str
    service: Scripted

    def reset(self) -> None:
        self.service.__init__()


@dataclass
class Witness:
    """What the browser did besides showing the page."""

    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    @property
    def elsewhere(self) -> list[str]:
        """Requests to anything but this machine."""
        local = ("127.0.0.1", None)
        return [
            url
            for url in self.requests
            if not url.startswith(("data:", "blob:")) and urlsplit(url).hostname not in local
        ]


@pytest.fixture(scope="package")
def served() -> Iterator[Served]:
    import uvicorn

    from app.web.server import application

    service = Scripted()
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(application(service), log_level="warning", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    until(lambda: server.started, 20)
    yield Served(f"http://127.0.0.1:{listener.getsockname()[1]}/", service)
    server.should_exit = True
    thread.join(10)
    listener.close()


@pytest.fixture(scope="package")
def browser(chromium: str) -> Iterator[Browser]:
    # For this package alone: as long as Playwright runs, so does its event loop, and nobody else can run one.
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=_ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="package")
def contexts(browser: Browser) -> Callable[[str, bool], BrowserContext]:
    """A profile for each language and colour scheme, kept for its cache: Gradio is a hundred files."""

    @cache
    def context(locale: str, dark: bool) -> BrowserContext:
        return browser.new_context(
            locale=locale,
            color_scheme="dark" if dark else "light",
            permissions=["clipboard-read", "clipboard-write"],
        )

    return context


Open = Callable[..., Page]


@pytest.fixture
def open_page(contexts: Callable[[str, bool], BrowserContext], served: Served) -> Iterator[Open]:
    """Opens the page in a tab of its own: open_page(locale=..., width=..., height=..., dark=...).

    Whatever the test did, nothing but this machine was asked for anything, and no script failed.
    """
    served.reset()
    witness = Witness()
    pages = []

    def opened(locale: str = "ko-KR", width: int = 1280, height: int = 800, dark: bool = False) -> Page:
        page = contexts(locale, dark).new_page()
        pages.append(page)
        page.set_viewport_size({"width": width, "height": height})
        page.set_default_timeout(15_000)
        witness.watch(page)
        page.goto(served.address)
        page.locator(".masthead").wait_for()
        return page

    yield opened
    for page in pages:
        page.close()
    assert witness.elsewhere == []
    assert witness.errors == []


def until(condition: Callable[[], bool], seconds: float) -> float:
    """Wait for the condition; how long it took. Fails after `seconds`."""
    began = time.monotonic()
    while not condition():
        assert time.monotonic() - began < seconds, f"not within {seconds} s"
        time.sleep(0.02)
    return time.monotonic() - began


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
