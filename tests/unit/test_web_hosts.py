"""Which Host and Origin are taken, by what is listened on. Over the served page: tests/integration/test_api.py."""

from __future__ import annotations

import asyncio
import socket
from typing import Any

import pytest

from app.web.hosts import Hosts

OWN = socket.gethostname()


def answered(served: str, *headers: tuple[str, str], any_name: bool = False, path: str = "/") -> tuple[int, str]:
    """Status and body of what comes back to a request with these headers; 200 where it gets through."""
    sent: list[dict[str, Any]] = []

    async def through(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    scope = {
        "type": "http",
        "method": "POST",
        "path": path,
        "server": ("127.0.0.1", 7860),
        "headers": [(name.encode(), value.encode("latin-1")) for name, value in headers],
    }
    asyncio.run(Hosts(through, served, any_name)(scope, receive, send))
    return sent[0]["status"], b"".join(message.get("body", b"") for message in sent[1:]).decode()


@pytest.mark.parametrize(
    ("served", "host"),
    [
        ("127.0.0.1", "127.0.0.1:7860"),
        ("127.0.0.1", "localhost:7860"),
        ("127.0.0.1", "LocalHost"),
        ("127.0.0.1", "localhost.:8080"),
        ("127.0.0.1", "[::1]:7860"),
        ("::1", "[::1]:7860"),
        ("news.example", "News.Example:7860"),
        ("news.example", "localhost:7860"),
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8::7", "[2001:DB8:0::7]:7860"),
        ("0.0.0.0", "192.0.2.7:7860"),
        ("::", "[2001:db8::7]:7860"),
        ("0.0.0.0", f"{OWN}:7860"),
        ("0.0.0.0", f"{OWN}.local"),
    ],
)
def test_its_own_addresses_are_taken(served: str, host: str) -> None:
    assert answered(served, ("host", host))[0] == 200
    assert answered(served, ("host", host), ("origin", f"http://{host}"))[0] == 200
    assert answered(served, ("host", host), ("origin", f"https://{host}"))[0] == 200  # behind what encrypts


@pytest.mark.parametrize(
    ("served", "host"),
    [
        ("127.0.0.1", "evil.example"),
        ("127.0.0.1", "evil.example:7860"),
        ("127.0.0.1", "localhost.evil.example"),
        ("127.0.0.1", "127.0.0.1.evil.example:7860"),
        ("127.0.0.1", "evil.example@127.0.0.1"),
        ("127.0.0.1", "192.0.2.7:7860"),
        ("192.0.2.7", "192.0.2.8:7860"),
        ("0.0.0.0", "evil.example:7860"),
        ("news.example", "evil.news.example"),
        ("127.0.0.1", ""),
        ("127.0.0.1", "[::1"),
        ("127.0.0.1", "localhost:7860, evil.example"),
    ],
)
def test_other_names_are_not(served: str, host: str) -> None:
    status, told = answered(served, ("host", host))
    assert status == 403
    assert told.startswith(f"This server is not known as {host!r}, ")
    assert told.count("\n") == 1
    assert "--host NAME" in told


def test_a_request_with_no_host_or_with_two_is_not_taken() -> None:
    assert answered("127.0.0.1")[0] == 403
    assert answered("127.0.0.1", ("host", "localhost"), ("host", "evil.example"))[0] == 403


@pytest.mark.parametrize(
    "origin",
    ["http://evil.example", "null", "", "http://localhost:3000", "http://127.0.0.1:7860.evil.example", "chrome-extension://abc"],
)  # fmt: skip
@pytest.mark.parametrize("any_name", [False, True])
def test_another_page_is_not_taken_whatever_protects_the_rest(origin: str, any_name: bool) -> None:
    status, told = answered("127.0.0.1", ("host", "127.0.0.1:7860"), ("origin", origin), any_name=any_name)
    assert status == 403
    assert told.startswith(f"The request comes from a page of {origin!r}, which is not of this server. ")


def test_with_names_and_passwords_any_name_will_do() -> None:
    proxied = ("host", "news.example"), ("origin", "https://news.example")
    assert answered("127.0.0.1", *proxied, any_name=True)[0] == 200
    assert answered("127.0.0.1", *proxied)[0] == 403


def test_what_was_sent_is_told_short_and_in_ascii() -> None:
    _, told = answered("127.0.0.1", ("host", "\xe9\x1b[31m" + "x" * 500))
    assert told.isascii()
    assert "\x1b" not in told
    assert len(told) < 300
