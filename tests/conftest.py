"""What all tests share: where models are, what is skipped and why, and that nothing reaches the network.

A test marked `encoder`, `chat_model` or `browser` is skipped, with its reason, where that thing is missing.
With GEUNGEO_REQUIRE_ALL=1 (as in CI) every skip is a failure: a missing thing cannot pass for a good run.
"""

from __future__ import annotations

import ipaddress
import os
import shutil
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ingest import models, settings
from ingest.encoder import Encoder, load_encoder
from ingest.library import Library

REQUIRE_ALL = "GEUNGEO_REQUIRE_ALL"
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def pytest_configure(config: pytest.Config) -> None:
    """Before any test is imported: fix the models folder, drop the user's own settings, shut the network."""
    os.environ["GEUNGEO_MODELS"] = str(settings.load().models)
    keep = {"GEUNGEO_MODELS", REQUIRE_ALL}
    for name in [name for name in os.environ if name.startswith("GEUNGEO_") and name not in keep]:
        del os.environ[name]
    no_home = tempfile.mkdtemp(prefix="geungeo-tests-")  # where a test that sets no home of its own ends up
    config.add_cleanup(lambda: shutil.rmtree(no_home, ignore_errors=True))
    os.environ["GEUNGEO_HOME"] = no_home
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    os.environ["HF_HUB_OFFLINE"] = "1"
    _shut_network()


# ---- nothing but loopback


class NetworkUse(RuntimeError):
    """Not an OSError: the code under test must not be able to take it for a host that is down."""


def _is_local(host: object) -> bool:
    name = str(host).strip("[]").split("%")[0]
    if name in {"", "localhost", "None"}:
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def _shut_network() -> None:
    def guarded(method: Any) -> Any:
        def call(self: socket.socket, *args: Any) -> Any:
            address = args[-1]  # connect(address), sendto(data[, flags], address)
            if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_local(address[0]):
                self.close()  # callers close it on an OSError only
                raise NetworkUse(f"a test tried to reach {address[0]}")
            return method(self, *args)

        return call

    for name in ("connect", "connect_ex", "sendto"):
        setattr(socket.socket, name, guarded(getattr(socket.socket, name)))
    resolve = socket.getaddrinfo

    def getaddrinfo(host: Any, *args: Any, **options: Any) -> Any:
        text = host.decode() if isinstance(host, bytes) else host
        try:
            ipaddress.ip_address(str(text))  # a number needs no name server
        except ValueError:
            if not _is_local(text):
                raise NetworkUse(f"a test tried to look up {text}") from None
        return resolve(host, *args, **options)

    socket.getaddrinfo = getaddrinfo


# ---- skips, and no skips


def chromium_path() -> str | None:
    return next((found for name in CHROMIUM_NAMES if (found := shutil.which(name))), None)


def _missing(marker: str) -> str | None:
    """Why a test with this marker cannot run here, or None."""
    if marker == "browser":
        return None if chromium_path() else "chromium is not installed (Debian: apt-get install chromium)"
    name = models.DEFAULT_ENCODER if marker == "encoder" else models.DEFAULT_CHAT
    folder = settings.load().models
    return None if models.is_pulled(name, folder) else f"{name} is not in {folder} (geungeo models pull {name})"


def _require(marker: str) -> None:
    if reason := _missing(marker):
        pytest.skip(reason)


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker in ("encoder", "chat_model", "browser"):
        if item.get_closest_marker(marker):
            _require(marker)


def _forbid_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get(REQUIRE_ALL) == "1":
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{REQUIRE_ALL}=1 allows no skips, and this one was skipped: {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Iterator[None]:
    report = yield
    _forbid_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Iterator[None]:
    report = yield
    _forbid_skip(report)
    return report


# ---- fixtures


@pytest.fixture(scope="session")
def models_dir() -> Path:
    return settings.load().models


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    """The default encoder itself; loading it takes seconds."""
    _require("encoder")
    return load_encoder(settings.load())


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium."""
    _require("browser")
    return chromium_path() or ""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder of the test's own, which GEUNGEO_HOME names."""
    folder = tmp_path / "home"
    monkeypatch.setenv("GEUNGEO_HOME", str(folder))
    return folder


@pytest.fixture
def library(home: Path) -> Iterator[Library]:
    """An empty library in `home`."""
    with Library.open(home) as opened:
        yield opened
