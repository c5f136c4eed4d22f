"""The model that writes, whoever it is: the local one, none, or a provider's; for the pipeline, a ChatModel."""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from app.providers import PROVIDERS, TIMEOUT, Provider, explain, status_of
from app.stopping import Stalled, relay
from ingest import models
from ingest.errors import GeungeoError, ModelError
from ingest.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage

    from app.llama import LlamaChat

Turns = Sequence[tuple[Literal["user", "assistant"], str]]

ALLOWED = "Set chat_model to local, none, a .gguf file, or provider:model with one of: " + ", ".join(PROVIDERS) + "."


@dataclass(frozen=True, slots=True)
class Call:
    """How a reply is wanted."""

    max_tokens: int
    cancel: threading.Event | None = None
    stop: Sequence[str] = ()
    prefix_cache: bool = True


class ChatModel(ABC):
    """Safe to use from several threads. Opening one costs nothing; load() or the first call does."""

    name: str  # for the fingerprint: local:FILE or provider:model
    local: bool  # runs in this process

    @abstractmethod
    def load(self) -> None:
        """Get ready to write. Raises ModelError for a missing or broken model, package or key."""

    def stream(
        self,
        system: str,
        turns: Turns,
        *,
        max_tokens: int,
        cancel: threading.Event | None = None,
        stop: Sequence[str] = (),
        prefix_cache: bool = True,
    ) -> Iterator[str]:
        """The reply in pieces, as it is written. Ends early and quietly within POLL seconds of `cancel`.

        The last turn is the user's. Without `prefix_cache` the local model repeats exactly, and reads the
        whole prompt each time; providers decide for themselves. Raises ModelError, also in the middle.
        """
        return self._write(_messages(system, turns), Call(max_tokens, cancel, tuple(stop), prefix_cache))

    @abstractmethod
    def _write(self, messages: list[BaseMessage], call: Call) -> Iterator[str]:
        """What stream() says."""

    def complete(self, system: str, turns: Turns, **options: Any) -> str:
        """The whole reply; takes what stream() takes. When cancelled, what there was until then."""
        return "".join(self.stream(system, turns, **options))

    def yes_probability(
        self,
        system: str,
        turns: Turns,
        *,
        cancel: threading.Event | None = None,
        prefix_cache: bool = True,
    ) -> float | None:
        """How likely the reply starts with yes and not no, 0..1. None when cancelled, or if nobody can tell."""
        return _yes_share(self._first_words(_messages(system, turns), Call(1, cancel, (), prefix_cache)))

    def _first_words(self, messages: list[BaseMessage], call: Call) -> dict[str, float]:
        """Likely first tokens of the reply and their probabilities; empty where the model tells none."""
        return {}

    @abstractmethod
    def close(self) -> None:
        """Stop what runs and free what is held."""


class LocalChat(ChatModel):
    """A GGUF file, run in this process. `find` says where it is once it is needed, or raises ModelError."""

    local = True

    def __init__(self, name: str, find: Callable[[], Path], *, context: int = 4096, threads: int = 0) -> None:
        self.name = name
        self._find, self._context, self._threads = find, context, threads
        self._opening = threading.Lock()
        self._model: LlamaChat | None = None

    def _opened(self) -> LlamaChat:
        with self._opening:
            if self._model is None:
                from app.llama import LlamaChat

                self._model = LlamaChat(path=self._find(), context=self._context, threads=self._threads)
            return self._model

    def load(self) -> None:
        self._opened().load()

    def _write(self, messages: list[BaseMessage], call: Call) -> Iterator[str]:
        options = {"max_tokens": call.max_tokens, "cancel": call.cancel, "cache_prompt": call.prefix_cache}
        model = self._opened()
        with closing(model.stream(messages, stop=list(call.stop) or None, **options)) as chunks:
            for chunk in chunks:
                if chunk.text:
                    yield str(chunk.text)

    def _first_words(self, messages: list[BaseMessage], call: Call) -> dict[str, float]:
        model = self._opened()
        return model.first_token_probabilities(messages, cancel=call.cancel, cache_prompt=call.prefix_cache)

    def close(self) -> None:
        with self._opening:
            model, self._model = self._model, None
        if model is not None:
            model.close()


class HostedChat(ChatModel):
    """Any LangChain chat model behind a connection.

    `build(max_tokens, temperature)` makes it: providers agree on those as parameters of the model, not of a
    call. A temperature of None leaves it to the provider; some models accept no other.
    """

    local = False

    def __init__(
        self,
        name: str,
        build: Callable[[int, float | None], BaseChatModel],
        *,
        key: str | None = None,
        where: str = "",
        patience: float = TIMEOUT,  # seconds without a word
    ) -> None:
        self.name = name
        self._build, self._key, self._where, self._patience = build, key, where, patience
        self._temperature: float | None = 0.0
        self._built: dict[tuple[int, float | None], BaseChatModel] = {}

    def _model(self, max_tokens: int, temperature: float | None) -> BaseChatModel:
        wanted = (max_tokens, temperature)
        if wanted not in self._built:
            self._built[wanted] = self._build(*wanted)
        return self._built[wanted]

    def load(self) -> None:
        """Import the provider's package; nothing is asked of the provider."""
        self._model(1, self._temperature)

    def _write(self, messages: list[BaseMessage], call: Call) -> Iterator[str]:
        temperature = self._temperature

        def work(emit: Callable[[str], bool]) -> None:
            model = self._model(call.max_tokens, temperature)
            with closing(model.stream(messages, stop=list(call.stop) or None)) as chunks:
                for chunk in chunks:
                    if emit(str(chunk.text)):
                        return

        try:
            with closing(relay(work, cancel=call.cancel, patience=self._patience)) as texts:
                yield from filter(None, texts)
            return
        except Stalled:
            what = f"{self.name} fell silent for {self._patience:g} s."
            raise ModelError(what, "Ask again later.") from None
        except GeungeoError:
            raise
        except Exception as error:
            if temperature is None or status_of(error) != 400 or "temperature" not in str(error):
                raise explain(error, self.name, self._key, self._where) from error
        self._temperature = None  # refused before the first word: ask once more, at its own temperature
        yield from self._write(messages, call)

    def close(self) -> None:
        self._built.clear()


def open_chat_model(settings: Settings) -> ChatModel | None:
    """The chat model that `settings.chat_model` names; None for none. Looks at no model file yet.

    Raises ModelError for a setting that names nothing, and for a provider without its package or key.
    """
    setting = settings.chat_model.strip()
    options = {"context": settings.chat_context, "threads": settings.threads}
    if setting == "none":
        return None
    if setting == "local":
        name = models.DEFAULT_CHAT
        return LocalChat(f"local:{name}", lambda: models.path_of(name, settings.models), **options)
    if setting.lower().endswith(".gguf"):
        path = Path(setting).expanduser()
        return LocalChat(f"local:{path.stem}", lambda: path, **options)
    provider, colon, model = setting.partition(":")
    if not colon or not model or provider not in PROVIDERS:
        raise ModelError(f"The setting chat_model is {setting!r}, which names no model.", ALLOWED)
    return _hosted(PROVIDERS[provider], model, settings.chat_url.strip())


def _hosted(provider: Provider, model: str, url: str) -> HostedChat:
    name = f"{provider.name}:{model}"
    if url and provider.name != "openai":
        raise ModelError(f"chat_url is for openai:MODEL, not for {name}.", "Clear the setting chat_url.")
    if url and not url.startswith(("http://", "https://")):
        raise ModelError(f"chat_url is {url!r}, which is no http(s) address.", "Correct the setting chat_url.")
    provider.require(key=not url)  # one's own server wants no key, as a rule

    def build(max_tokens: int, temperature: float | None) -> BaseChatModel:
        from langchain.chat_models import init_chat_model

        options = provider.options(max_tokens, url)
        if temperature is not None:
            options["temperature"] = temperature
        return init_chat_model(model, model_provider=provider.name, **options)

    return HostedChat(name, build, key=provider.key, where=url)


def _messages(system: str, turns: Turns) -> list[BaseMessage]:
    from langchain_core.messages import AIMessage, HumanMessage, SystemMessage

    kinds = {"user": HumanMessage, "assistant": AIMessage}
    return [SystemMessage(system), *(kinds[role](text) for role, text in turns)]


def _yes_share(found: dict[str, float]) -> float | None:
    shares = {"yes": 0.0, "no": 0.0}
    for token, share in found.items():  # " Yes", "yes" and "YES" are tokens of their own
        if (word := token.strip().casefold()) in shares:
            shares[word] += share
    return shares["yes"] / sum(shares.values()) if sum(shares.values()) else None
