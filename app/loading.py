"""Models on demand: loaded once, by whoever needs them first, and what state they are in meanwhile."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ingest.errors import ModelError
from ingest.models import DEFAULT_CHAT, DEFAULT_ENCODER, is_pulled
from ingest.settings import Settings

if TYPE_CHECKING:
    from app.chat_model import ChatModel
    from ingest.encoder import Encoder


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

    def states(self) -> dict[str, ModelState]:
        return {"encoder": self._encoder_state, "chat": self._chat_state}

    def encoder(self) -> Encoder:
        """The encoder, loaded; a failed load is tried again at the next call. Raises ModelError."""
        with self._encoder_lock:
            if self._encoder is None:
                self._encoder = self._load_encoder()
            return self._encoder

    def chat(self) -> ChatModel | None:
        """The chat model, loaded; None where there is none, and then its state says why."""
        with self._chat_lock:
            if self._chat is None and self._chat_state.state != "off":
                self._chat, self._chat_state = self._load_chat()
            return self._chat

    def close(self) -> None:
        with self._chat_lock:
            if self._chat:
                self._chat.close()

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
