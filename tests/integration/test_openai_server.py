"""The path of every OpenAI-compatible server, for real: llama.cpp's own HTTP server, on loopback."""

from __future__ import annotations

import re
import socket
import threading
import time
from pathlib import Path

import pytest
import xllamacpp

from app.chat_model import ChatModel, open_chat_model
from ingest import models
from ingest.errors import ModelError
from ingest.settings import Settings

pytestmark = pytest.mark.chat_model

KEY = "loopback-test-key"
ASK = ("Be brief.", [("user", "Name three colours.")])


@pytest.fixture(scope="module")
def server(models_dir: Path) -> xllamacpp.Server:
    """A server that asks for KEY and counts tokens."""
    params = xllamacpp.CommonParams()
    params.model.path = str(models.path_of(models.DEFAULT_CHAT, models_dir))
    params.n_ctx, params.n_batch, params.n_ubatch = 2048, 64, 64
    params.cache_ram_mib = params.verbosity = 0
    params.fit_params = False
    params.api_keys = [KEY]
    params.endpoint_metrics = True
    return xllamacpp.Server(params)


@pytest.fixture
def hosted(server: xllamacpp.Server, monkeypatch: pytest.MonkeyPatch) -> ChatModel:
    return connect(address(server), KEY, monkeypatch)


def address(server: xllamacpp.Server) -> str:
    return f"{server.listening_address}/v1"


def tokens_written(server: xllamacpp.Server) -> int:
    return int(re.search(r"^llamacpp:tokens_predicted_total (\d+)", server.handle_metrics(), re.M)[1])


def connect(url: str, key: str, monkeypatch: pytest.MonkeyPatch) -> ChatModel:
    monkeypatch.setenv("OPENAI_API_KEY", key)
    model = open_chat_model(Settings(home=Path("home"), models=Path("models"), chat_model="openai:any", chat_url=url))
    assert model is not None
    return model


def test_it_streams_the_reply_and_keeps_to_its_length(hosted: ChatModel) -> None:
    pieces = list(hosted.stream(*ASK, max_tokens=12))
    assert 3 < len(pieces) <= 12
    assert any(colour in "".join(pieces).casefold() for colour in ("red", "blue", "green"))


def test_a_stop_ends_the_reply(hosted: ChatModel) -> None:
    text = hosted.complete("Repeat.", [("user", "Say: one two three four")], max_tokens=8, stop=["three"])
    assert "three" not in text.casefold()


def test_cancelling_ends_it_quietly_and_frees_the_server(hosted: ChatModel, server: xllamacpp.Server) -> None:
    before = tokens_written(server)
    cancel = threading.Event()
    pieces: list[str] = []
    for piece in hosted.stream("Write.", [("user", "A long story.")], max_tokens=800, cancel=cancel):
        pieces.append(piece)
        if len(pieces) == 5:
            cancel.set()
            since = time.monotonic()
    assert len(pieces) == 5
    assert time.monotonic() - since < 3
    assert hosted.complete(*ASK, max_tokens=4)
    assert tokens_written(server) - before < 300, "the story was written to its end"


def test_a_wrong_key_is_refused_in_one_line_without_it(
    server: xllamacpp.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(ModelError, match=r"refused the key. Check OPENAI_API_KEY\.$") as caught:
        connect(address(server), "wrong-secret-key", monkeypatch).complete(*ASK, max_tokens=4)
    assert "secret" not in str(caught.value)


def test_too_long_a_prompt_is_one_line(hosted: ChatModel) -> None:
    with pytest.raises(ModelError, match="context") as caught:
        hosted.complete("Read.", [("user", "The pier is shut. " * 600)], max_tokens=4)
    assert "\n" not in str(caught.value)


def test_nobody_there_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    with pytest.raises(ModelError, match=f"openai:any cannot be reached at {url}"):
        connect(url, KEY, monkeypatch).complete(*ASK, max_tokens=4)
