"""Models on demand: loaded once, by whoever needs them first, and what state they are in meanwhile."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ingest.errors import ModelError
from ingest.models import DEFAULT_CHAT, DEFAULT_ENCODER, is_pulled
from ingest.settings import Settings

if TYPE_CHECKING:
    from app.chat_model import ChatModel
    from ingest.encoder import Encoder

RETRY = 60.0  # seconds until a chat model that failed is tried again: a broken file is a gigabyte to read for nothing
_SOON = 1.0  # seconds in which whoever looks a model up has done so; whoever loads one takes longer


@dataclass(frozen=True, slots=True)
class ModelState:
    state: Literal["loading", "ready", "off", "missing", "failed"]
    name: str
    detail: str = ""  # one line for a person, where it is missing or failed


class Models:
    """The encoder and the chat model that the settings name. Safe for several threads."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._encoder: Encoder | None = None
        self._chat: ChatModel | None = None
        self._encoder_state = ModelState("loading", settings.encoder)
        self._chat_state = ModelState("loading", settings.chat_model)
        self._encoder_lock, self._chat_lock = threading.Lock(), threading.Lock()
        self._tried = 0.0  # when loading the chat model last ended, by time.monotonic()
        self._closed = False

    def states(self) -> dict[str, ModelState]:
        return {"encoder": self._encoder_state, "chat": self._chat_state}

    def encoder(self) -> Encoder:
        """The encoder, loaded; a failed load is tried again at the next call. Raises ModelError."""
        with self._encoder_lock:
            if self._encoder is None:
                self._encoder = self._load_encoder()
            return self._encoder

    def chat(self) -> ChatModel | None:
        """The chat model, loaded; None where there is none, and then its state says why.

        A missing one is looked for at each call, a failed one tried again after RETRY seconds.
        """
        with self._chat_lock:
            if self._chat is None and self._worth_loading():
                self._chat, self._chat_state = self._load_chat()
                self._tried = time.monotonic()
            if self._closed:
                self._let_go()
            return self._chat

    def close(self) -> None:
        """Close the chat model. One being loaded is not waited for: it is closed as soon as it is there."""
        self._closed = True
        if self._chat_lock.acquire(timeout=_SOON):
            self._let_go()
            self._chat_lock.release()

    def _let_go(self) -> None:
        if self._chat:
            self._chat.close()
            self._chat = None

    def _worth_loading(self) -> bool:
        if self._closed or self._chat_state.state == "off":
            return False
        return self._chat_state.state != "failed" or time.monotonic() - self._tried >= RETRY

    def _load_encoder(self) -> Encoder:
        from ingest.encoder import load_encoder

        name = self._settings.encoder
        try:
            encoder = load_encoder(self._settings)
        except ModelError as error:
            missing = name == "default" and not is_pulled(DEFAULT_ENCODER, self._settings.models)
            self._encoder_state = ModelState("missing" if missing else "failed", name, str(error))
            raise
        self._encoder_state = ModelState("ready", name)
        return encoder

    def _load_chat(self) -> tuple[ChatModel | None, ModelState]:
        from app.chat_model import open_chat_model

        name = self._settings.chat_model
        try:
            model = open_chat_model(self._settings)
            if model is None:
                return None, ModelState("off", name)
            model.load()
            return model, ModelState("ready", model.name)
        except ModelError as error:
            missing = name == "local" and not is_pulled(DEFAULT_CHAT, self._settings.models)
            return None, ModelState("missing" if missing else "failed", name, str(error))
