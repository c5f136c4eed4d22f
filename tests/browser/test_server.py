"""What the server gives besides the page, and what it does not."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.browser.conftest import Served

pytestmark = pytest.mark.browser


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
