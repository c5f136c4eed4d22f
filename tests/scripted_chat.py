"""A chat model that says what it is told to say, word by word: a real ChatModel at the seam."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.chat_model import Call, ChatModel
from ingest.errors import ModelError


class ScriptedChat(ChatModel):
    """Gives one reply after the other, whatever is asked; an exception among them is raised in its turn."""

    name, local = "scripted", True

    def __init__(self, replies: Sequence[str | ModelError], yes: float | None = None) -> None:
        self.replies, self.yes, self.prompts = list(replies), yes, []

    def load(self) -> None:
        pass

    def _write(self, messages: list, call: Call) -> Iterator[str]:
        self.prompts.append(messages[-1].content)
        reply = self.replies.pop(0) if self.replies else ""
        if isinstance(reply, ModelError):
            raise reply
        for word in reply.split(" "):
            if call.cancel and call.cancel.is_set():
                return
            yield f"{word} "

    def _first_words(self, messages: list, call: Call) -> dict[str, float]:
        return {} if self.yes is None else {"yes": self.yes, "no": 1 - self.yes}

    def close(self) -> None:
        pass
