"""What the chat model is told, and what it writes: drafts, retries, summaries, translations, and whether evidence answers.

What an article says stands between marks that it cannot hold (app/quoting.py), and nowhere else in a prompt.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.chat_model import ChatModel
from app.prompts import load
from app.quoting import mark, told
from ingest.records import Language

_DRAFT_TOKENS = 160  # three sentences of Korean news
_SENTENCE_TOKENS = 110


@dataclass(frozen=True, slots=True)
class Writer:
    """One model, writing for one answer in one language, until `cancel` is set."""

    model: ChatModel
    language: Language
    cancel: threading.Event

    def draft(self, question: str, sentences: Sequence[str]) -> Iterator[str]:
        return self._write("draft", sentences, _DRAFT_TOKENS, question=question)

    def summary(self, title: str, sentences: Sequence[str]) -> Iterator[str]:
        return self._stream(self._task("summary", sentences, title), _DRAFT_TOKENS)

    def retry(self, question: str, sentence: str) -> Iterator[str]:
        return self._write("retry", [sentence], _SENTENCE_TOKENS, question=question)

    def translation(self, sentence: str) -> Iterator[str]:
        """A Korean sentence in English; the only direction that the default model is good enough for."""
        sentence = told(sentence)
        return self._stream(load("translate_en").fill(mark=mark([sentence]), sentence=sentence), _SENTENCE_TOKENS)

    def relevance(self, question: str, sentences: Sequence[str]) -> float | None:
        """0..1: how likely the model holds that the sentences answer; None where it cannot give probabilities."""
        task = self._task("relevance", sentences, question=question)
        return self.model.yes_probability(self._system, [("user", task)], cancel=self.cancel)

    @property
    def _system(self) -> str:
        return load(f"system_{self.language}").fill()

    def _write(self, prompt: str, sentences: Sequence[str], max_tokens: int, **values: str) -> Iterator[str]:
        return self._stream(self._task(prompt, sentences, **values), max_tokens)

    def _task(self, prompt: str, sentences: Sequence[str], title: str = "", **values: str) -> str:
        """Evidence first, so that the model has read it once for the gate, the draft and the next question on it.

        All that stands between the marks is an article's; only behind them the model is told what to do.
        """
        texts = [told(sentence) for sentence in sentences]
        lines = [f"[{n}] {text}" for n, text in enumerate(texts, 1)]
        if title := told(title):
            lines.insert(0, title)
        evidence = load(f"evidence_{self.language}").fill(mark=mark([*texts, title]), evidence="\n".join(lines))
        values = {name: told(value) for name, value in values.items()}
        return f"{evidence}\n\n{load(f'{prompt}_{self.language}').fill(**values)}"

    def _stream(self, task: str, max_tokens: int) -> Iterator[str]:
        return self.model.stream(self._system, [("user", task)], max_tokens=max_tokens, cancel=self.cancel)
