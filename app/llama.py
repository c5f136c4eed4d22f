"""A GGUF model run by llama.cpp in this process, as a LangChain chat model. It alone knows xllamacpp."""

from __future__ import annotations

import atexit
import math
import os
import secrets
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage, convert_to_openai_messages
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from pydantic import PrivateAttr

from app.gguf import read_ahead
from app.stopping import FairLane, relay
from ingest.errors import ModelError

# Tokens of prompt that llama.cpp reads between two looks at whether it shall stop: about a second on two
# cores, where its default, 2048, is half a minute.
BATCH = 64
# MiB of memory for the states of earlier prompts, 28 KiB a token with a 1.5B model. Without it the system
# prompts of rewriting, drafting and translating throw each other out of the one slot. llama.cpp's default
# is 8 GiB.
PROMPT_CACHE_MIB = 256

Chunk = dict[str, Any]  # as in OpenAI's streamed replies


class Engine:
    """One llama.cpp server in this process, one call at a time in the order they came."""

    def __init__(self, path: Path, context: int, threads: int) -> None:
        self.path, self.context, self.threads = path, context, threads or _cores()
        self._server: Any = None
        self._loading = threading.Lock()
        self._lane = FairLane()
        self._closing = threading.Event()

    def load(self) -> None:
        """Load once; later and simultaneous calls wait for the first. Raises ModelError."""
        with self._loading:
            if self._server is None:
                read_ahead(self.path)
                self._server = self._start()
                self._closing.clear()
                # At exit too: llama.cpp calling back into an interpreter that is gone would abort.
                atexit.register(self.close)

    def _start(self) -> Any:
        xllamacpp = _xllamacpp()
        params = xllamacpp.CommonParams()
        params.model.path = str(self.path)
        params.model_alias = {self.path.stem}  # else its listener tells everybody the path
        params.n_ctx = self.context
        params.n_batch = params.n_ubatch = BATCH
        params.n_parallel = 1
        params.cpuparams.n_threads = params.cpuparams_batch.n_threads = self.threads
        params.cache_ram_mib = PROMPT_CACHE_MIB
        params.fit_params = False  # else it may take a smaller context than it was told
        params.verbosity = 0  # its own log on standard error; failures come back as replies
        # It cannot be told not to listen on loopback: so with a key that nobody has, and nothing without one.
        params.api_keys = [secrets.token_urlsafe(32)]
        params.ui = params.endpoint_slots = params.endpoint_props = False
        params.cors_origins = "http://127.0.0.1"
        try:
            return xllamacpp.Server(params)
        except RuntimeError as error:
            raise ModelError(
                f"{self.path} cannot be loaded: cut short, unknown to this llama.cpp, or too big for memory.",
                "Lower the setting chat_context, pull or download it again, or choose another model.",
            ) from error

    def run(self, request: dict[str, Any], cancel: threading.Event | None = None) -> Iterator[Chunk]:
        """The chunks of one streamed reply, the last with a finish_reason. Ends early when `cancel` is set.

        Raises ModelError for a refused request (too long, a bad grammar) and for a reply that breaks off.
        """
        self.load()
        if not self._lane.enter(cancel):
            return
        finished = False
        with closing(relay(self._work(request), cancel=cancel)) as chunks:
            for chunk in chunks:
                if error := chunk.get("error"):
                    raise _refusal(error)
                finished = finished or chunk["choices"][0].get("finish_reason") is not None
                yield chunk
        if not finished and not (cancel is not None and cancel.is_set()):
            raise ModelError("The chat model broke off without finishing its reply.", "Ask again.")

    def _work(self, request: dict[str, Any]) -> Callable[[Callable[[Chunk], bool]], None]:
        def work(emit: Callable[[Chunk], bool]) -> None:
            try:
                server = self._server
                if server is None or self._closing.is_set():
                    raise ModelError("The chat model was closed while this call waited for it.")
                # return_progress calls back after each batch of the prompt: the one chance to stop it there.
                body = {**request, "stream": True, "return_progress": True}
                server.handle_chat_completions(body, lambda chunk: emit(chunk) or self._closing.is_set())
            finally:
                self._lane.leave()  # only now is llama.cpp free, however long ago the caller went away

        return work

    def close(self) -> None:
        """Stop what runs, let the model go. A later load() brings it back."""
        atexit.unregister(self.close)
        self._closing.set()
        self._lane.enter()
        self._server = None
        self._lane.leave()


class LlamaChat(BaseChatModel):
    """A GGUF file as a LangChain chat model. Loads at load() or the first call; several threads may use it.

    Keywords of a call to invoke() and stream(): temperature (0), max_tokens (512), stop, seed, grammar
    (GBNF), cache_prompt (True; with False equal prompts give equal replies), and cancel, a threading.Event
    that ends the call within POLL seconds. The last chunk's response_metadata has finish_reason ("stop",
    "length" or "cancelled") and llama.cpp's timings (milliseconds), its usage_metadata the tokens:
    input_token_details.cache_read of them came from the cache. close() it, or its memory is held until the
    process exits.
    """

    path: Path
    context: int = 4096  # tokens
    threads: int = 0  # 0 takes every core this process may use
    _engine: Engine = PrivateAttr()

    def model_post_init(self, context: Any, /) -> None:
        self._engine = Engine(self.path, self.context, self.threads)

    @property
    def _llm_type(self) -> str:
        return "llama.cpp"

    def load(self) -> None:
        """Read the file and start llama.cpp (about 2 s from a warm disk). Raises ModelError."""
        self._engine.load()

    def close(self) -> None:
        """Stop running calls within a batch and free the memory."""
        self._engine.close()

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        *,
        cancel: threading.Event | None = None,
        **options: Any,
    ) -> Iterator[ChatGenerationChunk]:
        last: Chunk = {"choices": [{}]}
        for chunk in self._engine.run(_request(messages, stop, **options), cancel):
            last = chunk
            if text := chunk["choices"][0]["delta"].get("content"):
                yield ChatGenerationChunk(message=AIMessageChunk(content=text))
        yield self._end(last)

    def _end(self, last: Chunk) -> ChatGenerationChunk:
        reason = last["choices"][0].get("finish_reason") or "cancelled"
        timings = last.get("timings", {})
        metadata = {"finish_reason": reason, "model_name": self.path.stem, "timings": timings}
        message = AIMessageChunk(content="", chunk_position="last", usage_metadata=_usage(timings))
        return ChatGenerationChunk(message=message, generation_info=metadata)

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **options: Any,
    ) -> ChatResult:
        *texts, end = self._stream(messages, stop, run_manager, **options)
        text = "".join(chunk.text for chunk in texts)
        message = AIMessage(text, usage_metadata=end.message.usage_metadata)
        return ChatResult(generations=[ChatGeneration(message=message, generation_info=end.generation_info)])

    def first_token_probabilities(
        self,
        messages: Sequence[BaseMessage],
        top: int = 10,
        *,
        cancel: threading.Event | None = None,
        cache_prompt: bool = True,
    ) -> dict[str, float]:
        """The `top` likeliest first tokens of a reply and their probabilities (0..1, unsampled), best first.

        Empty when cancelled. With `cache_prompt` they move by some hundredths with what is cached.
        """
        request = _request(messages, None, max_tokens=1, cache_prompt=cache_prompt)
        found: dict[str, float] = {}
        for chunk in self._engine.run({**request, "logprobs": True, "top_logprobs": top}, cancel):
            for token in (chunk["choices"][0].get("logprobs") or {}).get("content") or []:
                for entry in token["top_logprobs"]:
                    found[entry["token"]] = found.get(entry["token"], 0.0) + math.exp(entry["logprob"])
        return found


def _xllamacpp() -> Any:
    try:
        import xllamacpp
    except ImportError as error:  # its shared object needs the system's libgomp
        raise ModelError(f"llama.cpp cannot be loaded: {error}.", "On Debian: apt-get install libgomp1.") from error
    return xllamacpp


def _request(
    messages: Sequence[BaseMessage],
    stop: Sequence[str] | None,
    *,
    temperature: float = 0.0,
    max_tokens: int = 512,
    cache_prompt: bool = True,
    grammar: str | None = None,
    seed: int | None = None,
) -> dict[str, Any]:
    request = {"temperature": temperature, "max_tokens": max_tokens, "cache_prompt": cache_prompt, "seed": seed}
    request |= {"messages": convert_to_openai_messages(messages), "stop": list(stop or []) or None, "grammar": grammar}
    return {name: value for name, value in request.items() if value is not None}


def _usage(timings: dict[str, Any]) -> dict[str, Any] | None:
    if not timings:
        return None
    cached, written = timings["cache_n"], timings["predicted_n"]
    read = cached + timings["prompt_n"]
    tokens = {"input_tokens": read, "output_tokens": written, "total_tokens": read + written}
    return {**tokens, "input_token_details": {"cache_read": cached}}


def _refusal(error: dict[str, Any]) -> ModelError:
    if error.get("type") == "exceed_context_size_error":
        return ModelError(
            f"The request has {error.get('n_prompt_tokens')} tokens, the context holds {error.get('n_ctx')}.",
            "Raise the setting chat_context, or ask with less.",
        )
    return ModelError(f"The chat model refused the request: {str(error.get('message')).splitlines()[0]}.")


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
