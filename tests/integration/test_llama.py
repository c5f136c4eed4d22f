"""The local chat model, for real: it streams, stops, waits its turn, and fails in one line."""

from __future__ import annotations

import functools
import operator
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from langchain_core.messages import AIMessageChunk, HumanMessage, SystemMessage

from app.chat_model import open_chat_model
from app.llama import LlamaChat
from ingest import models
from ingest.errors import ModelError
from ingest.settings import Settings

pytestmark = pytest.mark.chat_model

PARAGRAPH = "The harbour master said that the north pier stays shut until the spring, for want of steel. "
LONG = PARAGRAPH * 120  # about 2,300 tokens: most of a minute to read on two cores


@pytest.fixture(scope="module")
def path(models_dir: Path) -> Path:
    return models.path_of(models.DEFAULT_CHAT, models_dir)


@pytest.fixture(scope="module")
def llama(path: Path) -> Iterator[LlamaChat]:
    model = LlamaChat(path=path)
    model.load()
    yield model
    model.close()


class Overheard:
    """The server, with an ear at what it calls back: how far it got, whether or not anybody listened."""

    def __init__(self, server: Any, told: list[dict]) -> None:
        self.server, self.told = server, told

    def handle_chat_completions(self, request: dict, callback: Callable[[dict], bool]) -> None:
        def overhear(chunk: dict) -> bool:
            self.told.append(chunk)
            return callback(chunk)

        self.server.handle_chat_completions(request, overhear)


@pytest.fixture
def told(llama: LlamaChat) -> Iterator[list[dict]]:
    """Every chunk that llama.cpp hands over during the test."""
    server, told = llama._engine._server, []
    llama._engine._server = Overheard(server, told)
    yield told
    llama._engine._server = server


def merged(chunks: list[AIMessageChunk]) -> AIMessageChunk:
    return functools.reduce(operator.add, chunks)


def answers(llama: LlamaChat) -> bool:
    reply = llama.invoke([HumanMessage("What is 2 + 2? Reply with the number.")], max_tokens=4)
    return "4" in reply.text


def test_it_streams_tokens_and_tells_what_they_cost(llama: LlamaChat) -> None:
    chunks = list(llama.stream([SystemMessage("Be brief."), HumanMessage("Name three colours.")], max_tokens=24))
    texts = [chunk.text for chunk in chunks if chunk.text]
    assert len(texts) > 3
    whole = merged(chunks)
    assert whole.response_metadata["finish_reason"] in {"stop", "length"}
    assert whole.response_metadata["timings"]["predicted_per_second"] > 0
    assert whole.usage_metadata["output_tokens"] >= len(texts)
    assert whole.usage_metadata["input_tokens"] > 10


def test_invoke_takes_the_same_path_and_repeats_without_the_cache(llama: LlamaChat) -> None:
    ask = [HumanMessage("한국의 수도는 어디입니까? 한 단어로 답하세요.")]
    first, second = (llama.invoke(ask, max_tokens=8, cache_prompt=False) for _ in range(2))
    assert "서울" in first.text
    assert first.text == second.text
    assert second.usage_metadata["input_token_details"]["cache_read"] == 0


def test_a_prompt_seen_before_comes_from_the_cache_also_after_another(llama: LlamaChat) -> None:
    mine, other = (SystemMessage(f"You are a {role}. " + PARAGRAPH * 4) for role in ("clerk", "cook"))
    llama.invoke([mine, HumanMessage("What is shut?")], max_tokens=2)
    llama.invoke([other, HumanMessage("What is shut?")], max_tokens=2)
    usage = llama.invoke([mine, HumanMessage("Until when?")], max_tokens=2).usage_metadata
    assert usage["input_token_details"]["cache_read"] > 0.8 * usage["input_tokens"]


def test_a_grammar_and_a_stop_hold(llama: LlamaChat) -> None:
    ask = [HumanMessage("Is the sea dry? Explain.")]
    assert llama.invoke(ask, grammar='root ::= "wet" | "dry"').text in {"wet", "dry"}
    assert "3" not in llama.invoke([HumanMessage("Count: 1 2 3 4 5 6")], stop=["3"], max_tokens=20).text


def test_cancelling_while_it_reads_frees_caller_and_model(llama: LlamaChat, told: list[dict]) -> None:
    cancel = threading.Event()
    threading.Timer(0.5, cancel.set).start()
    start = time.monotonic()
    chunks = list(llama.stream([HumanMessage(LONG)], cancel=cancel))
    assert time.monotonic() - start < 3
    assert [chunk.text for chunk in chunks if chunk.text] == []
    assert merged(chunks).response_metadata["finish_reason"] == "cancelled"
    assert answers(llama)
    read = max(chunk["prompt_progress"]["processed"] for chunk in told if "prompt_progress" in chunk)
    assert read < 1024, "the long prompt was read on"


def test_closing_the_stream_while_it_writes_frees_the_model(llama: LlamaChat, told: list[dict]) -> None:
    stream = llama.stream([HumanMessage("Write a long story about a lighthouse.")], max_tokens=1500)
    assert next(stream).text
    stream.close()
    assert answers(llama)
    assert len(told) < 100, "the story was written on"


def test_callers_are_served_in_the_order_they_came(llama: LlamaChat) -> None:
    done: list[int] = []

    def call(number: int) -> None:
        llama.invoke([HumanMessage(f"Say {number}.")], max_tokens=6)
        done.append(number)

    first = llama.stream([HumanMessage(PARAGRAPH * 12)], max_tokens=2)
    threads = [threading.Thread(target=list, args=(first,))]
    threads += [threading.Thread(target=call, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
        time.sleep(0.2)  # so that they come one after the other, all while the first one reads
    for thread in threads:
        thread.join(60)
    assert done == [0, 1, 2]


def test_a_prompt_beyond_the_context_is_an_error_that_says_so(llama: LlamaChat) -> None:
    with pytest.raises(ModelError, match="the context holds 4096"):
        llama.invoke([HumanMessage(PARAGRAPH * 400)])
    assert answers(llama)


def test_a_broken_grammar_is_an_error(llama: LlamaChat) -> None:
    with pytest.raises(ModelError, match="grammar"):
        llama.invoke([HumanMessage("Hello.")], grammar="root ::= (((")


def test_it_says_how_likely_each_first_token_is(llama: LlamaChat) -> None:
    found = llama.first_token_probabilities([HumanMessage("Is ice cold? Answer yes or no.")], top=5)
    assert len(found) <= 5
    assert 0.5 < sum(found.values()) <= 1.001


def test_the_pipeline_s_view_of_it_streams_cancels_and_weighs_yes(models_dir: Path) -> None:
    chat = open_chat_model(Settings(home=Path("home"), models=models_dir))
    assert chat is not None
    try:
        sure, unsure = (
            chat.yes_probability("Answer yes or no.", [("user", question)])
            for question in ("Is ice cold?", "Is ice made of fire?")
        )
        assert sure > 0.5 > unsure
        turns = [("user", "My name is Dana."), ("assistant", "Hello Dana."), ("user", "What is my name?")]
        assert "Dana" in chat.complete("Be brief.", turns, max_tokens=12)
        cancel = threading.Event()
        cancel.set()
        assert chat.complete("Be brief.", turns, max_tokens=12, cancel=cancel) == ""
    finally:
        chat.close()


def test_it_leaves_interrupts_to_python(llama: LlamaChat) -> None:
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)


@pytest.mark.parametrize("size", [100, 6_000_000])
def test_a_file_cut_short_is_an_error_and_no_crash(size: int, path: Path, tmp_path: Path) -> None:
    with path.open("rb") as file:
        (tmp_path / "cut.gguf").write_bytes(file.read(size))
    with pytest.raises(ModelError, match="cannot be loaded"):
        LlamaChat(path=tmp_path / "cut.gguf").load()


def test_a_process_that_ends_while_the_model_writes_ends_well(path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from app.llama import LlamaChat\n"
        "stream = LlamaChat(path=Path(sys.argv[1])).stream('Write a long story.', max_tokens=1000)\n"
        "print(bool(next(stream).text))"
    )
    done = subprocess.run([sys.executable, "-c", script, path], capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stdout, done.stderr) == (0, "True\n", "")
