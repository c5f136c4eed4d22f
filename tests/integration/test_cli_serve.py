"""Serve as its own process: up, asked for a name where it shall, beside another one, and down at an interrupt."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.integration.conftest import Run

ROOT = Path(__file__).parents[2]
Command = Callable[..., Run]


@contextmanager
def serving(*words: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The address, once the page is up, and the process. Killed at the end if it still runs."""
    arguments = [sys.executable, "-m", "app.cli", "serve", "--port", "0", *words]
    with subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            told, _, address = process.stdout.readline().strip().partition(" at ")
            assert told == "geungeo is"
            yield address, process
        finally:
            process.kill()


def interrupted(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Status and what was written to standard error, after Ctrl-C."""
    os.kill(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    return process.returncode, err


def status_of(address: str, form: dict[str, str] | None = None) -> int:
    data = urllib.parse.urlencode(form).encode() if form else None
    try:
        with urllib.request.urlopen(urllib.request.Request(address, data), timeout=60) as reply:
            return reply.status
    except urllib.error.HTTPError as error:
        with error:
            return error.code


def test_two_serve_one_home_and_stop_at_an_interrupt(command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Harbour opens\n\nThe harbour opened on Monday. It cost $5.6 million.", "utf-8")
    assert command("ingest", tmp_path / "a.txt").status == 0
    with serving("--samples") as (open_to_all, first), serving("--auth", "kim:secret:word") as (guarded, second):
        assert status_of(open_to_all) == 200
        with urllib.request.urlopen(open_to_all + "config", timeout=60) as reply:
            assert json.load(reply)["components"]
        assert status_of(guarded + "config") == 401
        assert status_of(guarded + "login", {"username": "kim", "password": "secret"}) == 400
        assert status_of(guarded + "login", {"username": "kim", "password": "secret:word"}) == 200
        assert command("search", "harbour", "--json").json["hits"]  # and the library can be read beside them
        (tmp_path / "b.txt").write_text("Pier closes\n\nThe pier closed on Friday.", "utf-8")
        assert command("ingest", tmp_path / "b.txt").status == 0  # and written to
        assert len(command("articles", "list").out.splitlines()) == 2  # samples go into an empty library only
        assert interrupted(first) == (0, "")
        assert status_of(guarded) == 200
        assert interrupted(second) == (0, "")
    with pytest.raises(urllib.error.URLError):
        status_of(guarded)


def test_a_port_in_use_is_refused_before_anything_is_loaded(command: Command) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        line = command("serve", "--port", port).refusal
    assert f"Port {port} on 127.0.0.1 cannot be used: Address already in use." in line
    assert line.endswith("choose another with --port.")


@pytest.mark.parametrize("host", ["192.0.2.7", "2001:db8::1", "256.0.0.1", "[::1]", ""])
def test_an_address_of_another_machine_is_not_blamed_on_the_port(command: Command, host: str) -> None:
    line = command("serve", "--host", host, "--port", "0").refusal
    assert f"Port 0 on {host} cannot be used: " in line
    assert line.endswith("Give an address of this machine with --host, such as 127.0.0.1.")
    assert "--port" not in line


def test_samples_go_into_an_empty_library(command: Command) -> None:
    with serving("--samples") as (address, process):
        assert status_of(address) == 200
        assert interrupted(process) == (0, "")  # also while its models are being loaded
    assert len(command("articles", "list").out.splitlines()) > 5


def test_what_is_missing_is_told_once_and_the_page_is_up(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEUNGEO_ENCODER", "default")
    monkeypatch.setenv("GEUNGEO_MODELS", str(tmp_path / "none"))
    (tmp_path / "a.txt").write_text("Pier closes\n\nThe pier closed on Friday.", "utf-8")
    command("ingest", tmp_path / "a.txt")
    with serving() as (address, process):
        assert status_of(address) == 200
        time.sleep(6)  # more than one look at what waits to be indexed
        status, err = interrupted(process)
    assert status == 0
    (line,) = err.splitlines()
    assert "Run: geungeo models pull" in line
