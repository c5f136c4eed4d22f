"""How models come and go; the chat model is scripted, or a file that is none."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from app import chat_model, loading
from app.loading import Models
from ingest.settings import load
from tests.scripted_chat import ScriptedChat


class SlowChat(ScriptedChat):
    """Takes as long to load as the test wants."""

    def __init__(self) -> None:
        super().__init__([])
        self.loading, self.go_on, self.closed = threading.Event(), threading.Event(), threading.Event()

    def load(self) -> None:
        self.loading.set()
        assert self.go_on.wait(20)

    def close(self) -> None:
        self.closed.set()


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> SlowChat:
    model = SlowChat()
    monkeypatch.setattr(chat_model, "open_chat_model", lambda settings: model)
    return model


def test_closing_does_not_wait_for_a_model_being_loaded_and_still_closes_it(home: Path, slow: SlowChat) -> None:
    models = Models(load(home))
    given = []
    loader = threading.Thread(target=lambda: given.append(models.chat()))
    loader.start()
    assert slow.loading.wait(20)
    start = time.monotonic()
    models.close()
    assert time.monotonic() - start < 5
    assert not slow.closed.is_set()
    slow.go_on.set()
    loader.join(20)
    assert slow.closed.is_set()
    assert given == [None]
    assert models.chat() is None


def test_closing_closes_a_loaded_model(home: Path, slow: SlowChat) -> None:
    models = Models(load(home))
    slow.go_on.set()
    assert models.chat() is slow
    models.close()
    assert slow.closed.is_set()


def test_a_failed_model_is_not_read_again_for_each_question(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = home.parent / "broken.gguf"
    models = Models(replace(load(home), chat_model=str(file)))
    assert models.chat() is None
    first = models.states()["chat"]
    assert first.state == "failed"
    file.write_bytes(b"no model at all")
    assert models.chat() is None
    assert models.states()["chat"] == first
    monkeypatch.setattr(loading, "RETRY", 0.0)
    assert models.chat() is None
    assert "is not a GGUF model" in models.states()["chat"].detail


def test_a_missing_model_is_looked_for_at_each_question(home: Path, tmp_path: Path) -> None:
    models = Models(replace(load(home), chat_model="local", models=tmp_path))
    for _ in range(2):
        assert models.chat() is None
        assert models.states()["chat"].state == "missing"
