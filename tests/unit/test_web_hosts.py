"""Which Host and Origin are taken, by what is listened on. Over the served page: tests/integration/test_api.py."""

from __future__ import annotations

import asyncio
import json
import socket
from typing import Any

import pytest

from app.web.hosts import Hosts, canonical

OWN = socket.gethostname()


def answered(
    served: str,
    *headers: tuple[str, str],
    bound: str = "",
    names: tuple[str, ...] = (),
    path: str = "/",
    **scope: str,
) -> tuple[int, str]:
    """Status and body of what comes back to a request with these headers; 200 where it gets through."""
    sent: list[dict[str, Any]] = []

    async def through(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    asked = {
        "type": "http",
        "method": "POST",
        "http_version": "1.1",
        "path": path,
        "server": ("127.0.0.1", 7860),
        "headers": [(name.encode(), value.encode("latin-1")) for name, value in headers],
    }
    asyncio.run(Hosts(through, served, bound, names)(asked | scope, receive, send))
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
    korean, english = told.splitlines()
    assert english.startswith(f"This server is not known as {host!r}, ")
    assert repr(host) in korean
    assert "--name NAME" in english
    assert "--name NAME" in korean


def test_a_request_with_no_host_or_with_two_is_not_taken() -> None:
    assert answered("127.0.0.1")[0] == 403
    assert answered("127.0.0.1", ("host", "localhost"), ("host", "evil.example"))[0] == 403


@pytest.mark.parametrize(
    "origin",
    [
        *("http://evil.example", "null", "", "http://localhost:3000", "http://127.0.0.1:7860.evil.example"),
        *("chrome-extension://abc", "ftp://127.0.0.1:7860", "127.0.0.1:7860", "app://127.0.0.1:7860"),
    ],
)
def test_another_page_is_not_taken(origin: str) -> None:
    status, told = answered("127.0.0.1", ("host", "127.0.0.1:7860"), ("origin", origin), names=("news.example",))
    assert status == 403
    korean, english = told.splitlines()
    assert english.startswith(f"The request comes from a page of {origin!r}, which is not of this server. ")
    assert repr(origin) in korean


@pytest.mark.parametrize(
    ("served", "bound", "host", "status"),
    [
        ("0", "0.0.0.0", "192.168.0.5:7860", 200),
        ("0", "0.0.0.0", "evil.example:7860", 403),
        ("harbour", "192.168.0.5", "192.168.0.5:7860", 200),
        ("harbour", "192.168.0.5", "Harbour:7860", 200),
        ("harbour", "192.168.0.5", "192.168.0.6:7860", 403),
        ("127.1", "127.0.0.1", "127.0.0.1:7860", 200),
        ("127.1", "127.0.0.1", "192.168.0.5:7860", 403),
        ("127.1", "127.0.0.1", f"{OWN}:7860", 403),
        ("뉴스.example", "192.168.0.5", "xn--vg1b002a.example", 200),
        ("뉴스.example", "192.168.0.5", "xn--evil.example", 403),
    ],
)
def test_what_counts_is_the_address_that_was_bound(served: str, bound: str, host: str, status: int) -> None:
    assert answered(served, ("host", host), bound=bound)[0] == status


def test_what_the_machine_calls_itself_in_full_and_in_short_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "gethostname", lambda: "Nas")
    monkeypatch.setattr(socket, "getfqdn", lambda: "nas.lan")
    for host in ("nas", "nas.lan:7860", "nas.local"):
        assert answered("0.0.0.0", ("host", host))[0] == 200
        assert answered("127.0.0.1", ("host", host))[0] == 403
    assert answered("0.0.0.0", ("host", "lan"))[0] == 403


PROXIED = ("news.example", "뉴스.example", "203.0.113.5", "[2001:DB8:0::5]")


@pytest.mark.parametrize("host", ["News.Example", "xn--vg1b002a.example", "203.0.113.5", "[2001:db8::5]"])
def test_further_names_are_taken(host: str) -> None:
    for port in ("", ":81"):
        assert answered("127.0.0.1", ("host", f"{host}{port}"), names=PROXIED)[0] == 200
        assert answered("127.0.0.1", ("host", f"{host}{port}"))[0] == 403
    for asked in (host, "127.0.0.1:7860"):  # a proxy passes on what it was asked for, or asks by the address it knows
        for origin in (f"https://{host}", f"https://{host}:8443", f"http://{host}"):
            sent = ("host", asked), ("origin", origin)
            assert answered("127.0.0.1", *sent, names=PROXIED)[0] == 200
            assert answered("127.0.0.1", *sent)[0] == 403


def test_a_further_name_lets_no_other_page_in() -> None:
    for origin in ("https://evil.example", "https://evil.news.example", "https://news.example.evil.example", "null"):
        sent = ("host", "news.example"), ("origin", origin)
        assert answered("127.0.0.1", *sent, names=("news.example",))[0] == 403


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("News.Example.", "news.example"),
        ("[2001:DB8:0::5]", "2001:db8::5"),
        ("203.0.113.5", "203.0.113.5"),
        ("뉴스.example", "xn--vg1b002a.example"),
        ("nas_1", "nas_1"),
    ],
)
def test_names_have_one_form(name: str, known: str) -> None:
    assert canonical(name) == canonical(known) == known


@pytest.mark.parametrize("name", ["", ".", "https://news.example", "news.example:8443", "*.example", "a b", "a..b"])
def test_what_is_no_name_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r"name|label"):
        canonical(name)


@pytest.mark.parametrize(
    ("site", "mode", "status"),
    [
        ("cross-site", "no-cors", 403),
        ("cross-site", "cors", 403),
        ("cross-site", "navigate", 200),
        ("same-origin", "cors", 200),
        ("none", "navigate", 200),
    ],
)
def test_what_another_site_asks_for_without_an_origin_is_not_taken(site: str, mode: str, status: int) -> None:
    sent = ("host", "localhost"), ("sec-fetch-site", site), ("sec-fetch-mode", mode)
    assert answered("127.0.0.1", *sent, method="GET")[0] == status
    assert answered("127.0.0.1", ("host", "localhost"), ("sec-fetch-site", "cross-site"))[0] == 403


def test_a_health_check_without_a_host_may_read() -> None:
    assert answered("127.0.0.1", method="GET", http_version="1.0")[0] == 200
    assert answered("127.0.0.1", method="POST", http_version="1.0")[0] == 403
    assert answered("127.0.0.1", method="GET", http_version="1.1")[0] == 403
    assert answered("127.0.0.1", ("origin", "http://localhost"), method="GET", http_version="1.0")[0] == 403
    assert answered("127.0.0.1", ("host", "evil.example"), method="GET", http_version="1.0")[0] == 403


def test_a_websocket_is_held_to_the_same() -> None:
    for headers, status in (
        ([("host", "localhost"), ("origin", "http://localhost")], 200),
        ([("host", "localhost")], 200),
        ([("host", "localhost"), ("origin", "http://evil.example")], 403),
        ([("host", "evil.example"), ("origin", "http://evil.example")], 403),
        ([], 403),
    ):
        assert answered("127.0.0.1", *headers, type="websocket", http_version="1.0")[0] == status


def test_a_program_is_told_in_english_json() -> None:
    status, told = answered("127.0.0.1", ("host", "evil.example"), path="/api/ask")
    assert status == 403
    assert set(json.loads(told)) == {"error", "do"}
    assert told.isascii()


def test_what_was_sent_is_told_short_and_in_ascii() -> None:
    _, told = answered("127.0.0.1", ("host", "\xe9\x1b[31m" + "x" * 500))
    assert told.splitlines()[1].isascii()
    assert "\x1b" not in told
    assert len(told) < 500
