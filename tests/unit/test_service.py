"""The upkeep of a library that is served."""

from __future__ import annotations

import logging
import threading
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from app import service as module
from app.service import Service
from ingest.errors import Busy
from ingest.settings import load


class Unlucky(Service):
    """Fails at each look in another way, and in the end not at all."""

    def __init__(self, settings, failures: list[Exception]) -> None:
        super().__init__(settings)
        self.failures, self.recovered = failures, threading.Event()

    def update_index(self, progress=None) -> int:
        if self.failures:
            raise self.failures.pop(0)
        self.recovered.set()
        return 0


def test_upkeep_goes_on_after_any_failure_and_tells_each_once(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(module, "_REST", 0.01)
    settings = replace(load(home), encoder="default", chat_model="none", models=tmp_path)
    failures = [
        OSError("disk"),
        OSError("disk"),
        Busy("Somebody writes."),
        Busy("Somebody writes."),
        KeyError("mistake"),
    ]
    with caplog.at_level(logging.WARNING), closing(Unlucky(settings, failures)) as service:
        service.start()
        assert service.recovered.wait(20)
    told = [str(record.exc_info[1]) if record.exc_info else record.getMessage() for record in caplog.records]
    assert told[0].startswith("The model multilingual-e5-small is not in")
    assert told[1:] == ["disk", str(Busy("Somebody writes.")), "'mistake'"]
