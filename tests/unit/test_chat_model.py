"""The setting chat_model, its errors, and the wrapper round LangChain models: streaming, stopping, failing."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from langchain_core.language_models import GenericFakeChatModel
from langchain_core.messages import AIMessage, AIMessageChunk
from langchain_core.outputs import ChatGenerationChunk

from app.chat_model import HostedChat, LocalChat, open_chat_model
from app.llama import LlamaChat
from app.providers import PROVIDERS, explain
from ingest.errors import ModelError
from ingest.settings import Settings

ASK = ("You answer briefly.", [("user", "What did the harbour master say?")])


def settings(chat_model: str, **others: Any) -> Settings:
    return Settings(home=Path("home"), models=Path("no-models"), chat_model=chat_model, **others)


def speaking(text: str, **options: Any) -> HostedChat:
    def build(max_tokens: int, temperature: float | None) -> GenericFakeChatModel:
        return GenericFakeChatModel(messages=iter([AIMessage(text)]))

    return HostedChat("fake:speaker", build, **options)


class Scripted(GenericFakeChatModel):
    """Emits words with pauses between them, then raises what it is given; says when its stream is closed."""

    words: list[str]
    pause: float = 0.0
    failure: Any = None
    closed: Any = None
    asked: Any = None

    def _stream(self, messages: Any, *args: Any, **options: Any) -> Iterator[ChatGenerationChunk]:
        if self.asked is not None:
            self.asked.append((messages, options))
        try:
            for word in self.words:
                yield ChatGenerationChunk(message=AIMessageChunk(content=word))
                time.sleep(self.pause)
            if self.failure:
                raise self.failure
        finally:
            if self.closed:
                self.closed.set()


def scripted(*words: str, patience: float = 60, key: str | None = None, where: str = "", **more: Any) -> HostedChat:
    model = Scripted(messages=iter([]), words=list(words), **more)
    return HostedChat("fake:scripted", lambda _tokens, _temperature: model, patience=patience, key=key, where=where)


def drain(stream: Iterator[str], into: list[str]) -> None:
    for piece in stream:
        into.append(piece)


class Refused(Exception):
    def __init__(self, status_code: int, text: str = "no") -> None:
        super().__init__(text)
        self.status_code = status_code


# ---- the setting


def test_none_means_no_model() -> None:
    assert open_chat_model(settings("none")) is None


def test_local_is_named_after_its_model_and_found_only_when_needed() -> None:
    model = open_chat_model(settings("local"))
    assert isinstance(model, LocalChat)
    assert model.local
    assert model.name.startswith("local:qwen2.5-coder-1.5b-instruct")
    with pytest.raises(ModelError, match="geungeo models pull"):
        model.load()


def test_a_gguf_path_is_named_after_its_file(tmp_path: Path) -> None:
    model = open_chat_model(settings(str(tmp_path / "Small-Q8.GGUF")))
    assert isinstance(model, LocalChat)
    assert model.name == "local:Small-Q8"
    with pytest.raises(ModelError, match="No such file"):
        model.load()


def test_a_file_that_is_no_gguf_is_refused_before_llama_cpp_sees_it(tmp_path: Path) -> None:
    path = tmp_path / "notes.gguf"
    path.write_bytes(b"just some notes")
    model = open_chat_model(settings(str(path)))
    assert model is not None
    with pytest.raises(ModelError, match="is not a GGUF model"):
        model.load()


def test_a_llama_cpp_that_cannot_be_loaded_says_what_it_lacks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xllamacpp", None)  # importing it then fails, as where libgomp is missing
    (tmp_path / "a.gguf").write_bytes(b"GGUF" + bytes(60))
    with pytest.raises(ModelError, match="apt-get install libgomp1"):
        LlamaChat(path=tmp_path / "a.gguf").load()


@pytest.mark.parametrize("setting", ["foo", "", "openai", "openai:", ":gpt", "nobody:model", "OPENAI:x"])
def test_a_setting_that_names_nothing_says_what_is_allowed(setting: str) -> None:
    with pytest.raises(ModelError, match=r"local, none, a \.gguf file, or provider:model") as caught:
        open_chat_model(settings(setting))
    assert all(provider in str(caught.value) for provider in PROVIDERS)
    assert "\n" not in str(caught.value)


def test_a_provider_whose_package_is_missing_says_which(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(ModelError) as caught:
        open_chat_model(settings("anthropic:claude"))
    assert caught.value.what == "The provider anthropic needs the package langchain-anthropic."
    assert caught.value.do == "Run: pip install langchain-anthropic"


def test_a_provider_without_its_key_says_which(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(ModelError, match="OPENAI_API_KEY"):
        open_chat_model(settings("openai:gpt-4.1-mini"))


def test_ones_own_server_needs_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    model = open_chat_model(settings("openai:mine", chat_url="http://127.0.0.1:9/v1"))
    assert model is not None
    model.load()
    assert (model.name, model.local) == ("openai:mine", False)


@pytest.mark.parametrize(
    ("setting", "url"), [("anthropic:claude", "http://127.0.0.1:9"), ("openai:mine", "127.0.0.1:9")]
)
def test_a_chat_url_that_would_be_ignored_is_refused(setting: str, url: str) -> None:
    with pytest.raises(ModelError, match="chat_url"):
        open_chat_model(settings(setting, chat_url=url))


# ---- streaming


def test_it_streams_the_reply_in_pieces() -> None:
    pieces = list(speaking("The pier is shut.").stream(*ASK, max_tokens=20))
    assert len(pieces) > 1
    assert "".join(pieces) == "The pier is shut."


def test_it_completes_the_reply() -> None:
    assert speaking("The pier is shut.").complete(*ASK, max_tokens=20) == "The pier is shut."


def test_it_passes_the_turns_and_the_stops_on() -> None:
    asked: list[Any] = []
    turns = [("user", "Where?"), ("assistant", "Busan."), ("user", "When?")]
    scripted("Then.", asked=asked).complete("Be brief.", turns, max_tokens=20, stop=["\n"])
    messages, options = asked[0]
    assert [(m.type, m.text) for m in messages] == [
        ("system", "Be brief."),
        ("human", "Where?"),
        ("ai", "Busan."),
        ("human", "When?"),
    ]
    assert options["stop"] == ["\n"]


def test_a_hosted_model_tells_no_probability() -> None:
    assert speaking("yes").yes_probability(*ASK) is None


# ---- stopping


def test_cancelling_ends_it_quietly_and_closes_the_stream() -> None:
    closed, cancel = threading.Event(), threading.Event()
    model = scripted(*["word "] * 100, pause=0.05, closed=closed)
    pieces = []
    for piece in model.stream(*ASK, max_tokens=200, cancel=cancel):
        pieces.append(piece)
        if len(pieces) == 3:
            cancel.set()
    assert len(pieces) < 10
    assert closed.wait(2)


def test_a_stalled_provider_does_not_hold_up_cancelling() -> None:
    cancel = threading.Event()
    model = scripted("One ", "two", pause=6)
    threading.Timer(0.3, cancel.set).start()
    start = time.monotonic()
    assert model.complete(*ASK, max_tokens=20, cancel=cancel) == "One "
    assert time.monotonic() - start < 2


def test_dropping_the_generator_closes_the_stream() -> None:
    closed = threading.Event()
    stream = scripted(*["word "] * 100, pause=0.05, closed=closed).stream(*ASK, max_tokens=200)
    next(stream)
    stream.close()
    assert closed.wait(2)


def test_silence_is_an_error_after_a_while() -> None:
    with pytest.raises(ModelError, match=r"fake:scripted fell silent for 0\.3 s"):
        scripted("One ", "two", pause=3, patience=0.3).complete(*ASK, max_tokens=20)


# ---- failing


def test_a_failure_in_the_middle_comes_after_what_was_written() -> None:
    pieces: list[str] = []
    with pytest.raises(ModelError, match="status 503"):
        drain(scripted("One ", failure=Refused(503)).stream(*ASK, max_tokens=20), pieces)
    assert pieces == ["One "]


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (Refused(401, "Incorrect API key: sk-secret"), "refused the key. Check FAKE_KEY"),
        (Refused(404), "is not known at http://127.0.0.1:9"),
        (Refused(429), "rate limit or quota"),
        (Refused(400, "bad sk-secret\nand a second line"), r"failed: Refused: bad \*\*\*$"),
        (ConnectionRefusedError("refused"), "cannot be reached at http://127.0.0.1:9"),
        (TimeoutError("late"), "did not answer in 60 s"),
    ],
)
def test_errors_are_one_line_without_the_key(error: Exception, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAKE_KEY", "sk-secret")
    model = scripted("One ", failure=error, key="FAKE_KEY", where="http://127.0.0.1:9")
    with pytest.raises(ModelError, match=says) as caught:
        model.complete(*ASK, max_tokens=20)
    assert "sk-secret" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_error_without_a_status_keeps_its_kind() -> None:
    assert "fake:x failed: KeyError: 'delta'" in str(explain(KeyError("delta"), "fake:x"))


def test_a_model_that_refuses_a_temperature_is_asked_without() -> None:
    temperatures = []

    def build(max_tokens: int, temperature: float | None) -> Scripted:
        temperatures.append(temperature)
        failure = Refused(400, "'temperature' does not support 0") if temperature is not None else None
        return Scripted(messages=iter([]), words=[] if failure else ["Fine."], failure=failure)

    model = HostedChat("fake:picky", build)
    assert model.complete(*ASK, max_tokens=20) == "Fine."
    assert model.complete(*ASK, max_tokens=20) == "Fine."
    assert temperatures == [0.0, None]
