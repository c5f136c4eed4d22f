"""Asking by HTTP, against the served program: the JSON of the command line, and one line of JSON for what is refused."""

from __future__ import annotations

import base64
import http.client
import json
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from app.cli import main
from app.web.api import MAX_BODY, MAX_TEXT
from tests.integration.test_cli_serve import interrupted, serving

HARBOUR = (
    "Harbour opens\n\nThe harbour of Tarn Bay opened on Monday. It cost $5.6 million. Mayor Ines Varga cut the ribbon."
)
BASIC = "Basic " + base64.b64encode(b"kim:secret:word").decode()


@dataclass(frozen=True, slots=True)
class Reply:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        assert self.headers["content-type"] == "application/json"
        assert self.body.count(b"\n") == 1
        return json.loads(self.body)

    @property
    def refusal(self) -> tuple[int, str]:
        """The status and what is said; every refusal says what to do, too."""
        assert set(self.json) == {"error", "do"}
        assert self.json["do"]
        return self.status, self.json["error"]


@dataclass(frozen=True, slots=True)
class Caller:
    address: str

    def send(self, method: str, path: str, body: bytes = b"", **headers: str) -> Reply:
        connection = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=120)
        try:
            connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
            reply = connection.getresponse()
            return Reply(reply.status, {name.lower(): value for name, value in reply.getheaders()}, reply.read())
        finally:
            connection.close()

    def call(self, name: str, form: Any, **headers: str) -> Reply:
        body = form if isinstance(form, bytes) else json.dumps(form).encode()
        return self.send("POST", f"/api/{name}", body, **{"content_type": "application/json", **headers})


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, encoder_folders: tuple[Path, Path]) -> Iterator[Path]:
    """A library of one article, and the settings that go with it."""
    folder = tmp_path_factory.mktemp("api")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GEUNGEO_HOME", str(folder / "home"))
        patch.setenv("GEUNGEO_ENCODER", str(encoder_folders[0]))
        patch.setenv("GEUNGEO_CHAT_MODEL", "none")
        row = {"id": "harbour", "title": "Harbour opens", "text": HARBOUR, "published": "2025-03-04"}
        (folder / "harbour.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
        assert main(["ingest", str(folder / "harbour.jsonl")]) == 0
        yield folder / "home"


@pytest.fixture(scope="module")
def caller(home: Path) -> Iterator[Caller]:
    with serving() as (address, _):
        yield Caller(address)


def told(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    """What the command line writes."""
    capsys.readouterr()
    assert main([*words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_calls_give_the_json_of_the_command_line(caller: Caller, capsys: pytest.CaptureFixture[str]) -> None:
    claim, question = "The harbour cost $5.6 million.", "How much did the harbour of Tarn Bay cost?"
    assert caller.call("verify", {"claim": claim, "id": 7}).json == told(capsys, "verify", claim) | {"id": 7}
    assert caller.call("verify", {"claim": "It cost $560 million.", "articles": ["harbour"]}).json["supported"] is False

    found = caller.call("search", {"question": question, "k": 3, "since": "2025-03-04"}).json
    assert [hit["article_id"] for hit in found["hits"]] == ["harbour"]
    assert found == told(capsys, "search", question, "-k", "3")
    assert caller.call("search", {"question": question, "until": "2025-03-03"}).json["hits"] == []

    answer = caller.call("ask", {"question": question, "no_llm": True, "id": "q"}).json
    expected = told(capsys, "ask", question, "--no-llm") | {"id": "q"}
    assert answer.keys() == expected.keys()
    assert [answer[key] for key in answer if key != "timings"] == [expected[key] for key in answer if key != "timings"]
    assert answer["evidence"]
    assert all(item["text"] in HARBOUR for item in answer["evidence"])


REFUSED = [
    ("verify", {}, 400, "There is no claim."),
    ("verify", {"claim": "  "}, 400, "There is no claim."),
    ("verify", {"claim": 5}, 400, "There is no claim."),
    ("verify", {"claim": "x" * (MAX_TEXT + 1)}, 400, "The claim has 4,001 characters."),
    ("verify", {"claim": "x", "since": "2025-01-01"}, 400, '"since" means nothing here.'),
    ("verify", {"claim": "x", "articles": "harbour"}, 400, '"articles" is no list of ids.'),
    ("verify", {"claim": "x", "articles": []}, 400, '"articles" is an empty list.'),
    ("ask", {"question": "x?", "articles": []}, 400, '"articles" is an empty list.'),
    ("verify", {"claim": "x", "articles": ["nowhere"]}, 404, "nowhere"),
    ("ask", {"question": "x?", "no_llm": "yes"}, 400, '"no_llm" is neither true nor false.'),
    ("ask", {"question": "x?", "until": "yesterday"}, 400, '"until" is no day.'),
    ("ask", {"question": "x?", "publisher": 1}, 400, '"publisher" is no text.'),
    ("search", {"question": "x?", "k": 0}, 400, '"k" is no whole number from 1 to 1,000.'),
    ("search", {"question": "x?", "k": True}, 400, '"k" is no whole number'),
    ("search", b"{", 400, "The request is not JSON in UTF-8."),
    ("search", b"\xff\xfe", 400, "The request is not JSON in UTF-8."),
    ("search", b"[" * 5_000, 400, "The request is not JSON in UTF-8."),
    ("search", ["x"], 400, "The request is no JSON object."),
    ("search", b" " * (MAX_BODY + 1), 413, "The request is too large."),
    ("forget", {}, 404, "There is no such call."),
]


def test_what_cannot_be_met_is_told_in_one_line(caller: Caller) -> None:
    for name, form, status, said in REFUSED:
        got, error = caller.call(name, form).refusal
        assert got == status, (name, form)
        assert said in error


def test_only_json_by_post_is_taken(caller: Caller) -> None:
    for method in ("GET", "PUT", "DELETE", "OPTIONS"):
        assert caller.send(method, "/api/verify").refusal[0] == 405
    body = b'{"claim": "x"}'
    for kind in ("text/plain", "application/x-www-form-urlencoded", ""):
        assert caller.send("POST", "/api/verify", body, content_type=kind).refusal == (
            415,
            "The content type is not JSON.",
        )
    replied = caller.send("OPTIONS", "/api/verify", origin="https://elsewhere.example")
    assert not [name for name in replied.headers if name.startswith("access-control")]
    assert replied.headers["cache-control"] == "no-store"


def test_half_a_character_is_no_failure(caller: Caller) -> None:
    assert caller.call("search", b'{"question": "harbour \\ud83d"}').status == 200


def test_names_and_passwords_hold_for_the_calls(home: Path) -> None:
    with serving("--auth", "kim:secret:word", "--auth", "lee:\ube44\ubc00") as (address, _):
        caller = Caller(address)
        form = {"claim": "The harbour cost $5.6 million."}
        wrong = ("kim:secret", "kim:", "lee:secret:word", "")
        headers = [{}, *({"authorization": "Basic " + base64.b64encode(one.encode()).decode()} for one in wrong)]
        headers += [
            {"authorization": "Bearer x"},
            {"authorization": "Basic \u00e9"},
            {"authorization": BASIC.replace("Basic", "Digest")},
        ]
        for given in headers:
            reply = caller.call("verify", form, **given)
            assert reply.refusal[0] == 401, given
            assert reply.headers["www-authenticate"].startswith("Basic ")
        assert caller.call("nothing", form).refusal[0] == 401  # nor is it told which calls there are
        assert caller.call("verify", form, authorization=BASIC).json["citations"]
        korean = "Basic " + base64.b64encode("lee:\ube44\ubc00".encode()).decode()
        assert caller.call("verify", form, authorization=korean).status == 200


def test_only_its_own_names_and_pages_are_answered(caller: Caller) -> None:
    claim, port = {"claim": "The harbour cost $5.6 million."}, urlsplit(caller.address).port
    for host in (f"127.0.0.1:{port}", f"localhost:{port}"):
        assert caller.call("verify", claim, host=host).json["citations"]
        assert caller.call("verify", claim, host=host, origin=f"http://{host}").status == 200
        assert caller.send("GET", "/config", host=host).status == 200
    for headers in ({"host": f"evil.example:{port}"}, {"origin": "http://evil.example"}, {"origin": "null"}):
        status, error = caller.call("verify", claim, **headers).refusal
        assert status == 403
        assert next(iter(headers.values())) in error
        for method, path in (("GET", "/"), ("GET", "/config"), ("POST", "/gradio_api/upload"), ("POST", "/login")):
            reply = caller.send(method, path, **headers)
            korean, english = reply.body.decode().splitlines()  # a reader's browser shows it
            assert (reply.status, reply.headers["content-type"]) == (403, "text/plain; charset=utf-8")
            assert next(iter(headers.values())) in korean
            assert next(iter(headers.values())) in english
            assert "default-src 'self'" in reply.headers["content-security-policy"]


def test_further_names_are_those_of_a_proxy(home: Path) -> None:
    with serving("--name", "News.Example", "--auth", "kim:secret:word") as (address, _):
        caller, form = Caller(address), {"claim": "The harbour cost $5.6 million."}
        place, origin = urlsplit(address).netloc, "https://news.example:8443"
        for host in ("news.example", place):
            assert caller.call("verify", form, host=host, origin=origin).refusal[0] == 401
            assert caller.call("verify", form, authorization=BASIC, host=host, origin=origin).json["citations"]
            assert caller.send("POST", "/login", host=host, origin="http://evil.example").status == 403
        assert caller.send("POST", "/login", host="evil.example", origin="http://evil.example").status == 403
        page = caller.send("GET", "/", host="news.example:8443", x_forwarded_proto="https").body.decode()
        assert "https://news.example:8443" in page  # where its scripts then send what is asked
        assert "http://" + place not in page


def test_a_socket_of_another_page_is_not_opened(caller: Caller) -> None:
    place = urlsplit(caller.address)
    for origin in ("http://evil.example", f"http://{place.netloc}"):
        headers = {"upgrade": "websocket", "connection": "Upgrade", "origin": origin}
        headers |= {"sec_websocket_version": "13", "sec_websocket_key": "dGhlIHNhbXBsZSBub25jZQ=="}
        told = caller.send("GET", "/nothing", **headers).body.decode()
        assert ("not of this server" in told) is (origin == "http://evil.example")  # the other finds nothing there


def test_a_health_check_of_http_1_0_needs_no_host(caller: Caller) -> None:
    place = urlsplit(caller.address)
    for request, told in (("GET /config", b" 200 "), ("POST /api/verify", b" 403 ")):
        with socket.create_connection((place.hostname, place.port)) as connection:
            connection.sendall(f"{request} HTTP/1.0\r\n\r\n".encode())
            assert told in connection.makefile("rb").readline()


def test_a_caller_who_leaves_in_the_middle_is_no_failure(home: Path) -> None:
    with serving() as (address, process):
        place = urlsplit(address)
        file = '--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\nThe harbour'
        for path, kind, begun in (
            ("/api/verify", "application/json", '{"claim": "The har'),
            ("/gradio_api/upload", "multipart/form-data; boundary=x", file),
        ):
            head = (
                f"POST {path} HTTP/1.1\r\nHost: {place.netloc}\r\nContent-Type: {kind}\r\nContent-Length: 9999\r\n\r\n"
            )
            with socket.create_connection((place.hostname, place.port)) as connection:
                connection.sendall((head + begun).encode())
                time.sleep(0.5)  # until it is being read
        time.sleep(0.5)
        assert Caller(address).call("verify", {"claim": "The harbour cost $5.6 million."}).status == 200
        assert interrupted(process) == (0, "")
