"""Texts to vectors. The only owner of sentence_transformers and torch.

Vectors are float32 and of unit length, so that a dot product is a cosine (-1..1, higher is nearer).
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Protocol

import numpy as np

from ingest import models
from ingest.batches import by_length
from ingest.errors import ModelError
from ingest.lane import Lane
from ingest.language import detect
from ingest.records import Language
from ingest.settings import Settings

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_METHOD = "behind-title-2"  # in the fingerprint: raise it when the same weights would give other vectors
_PROBE = "query: 딥시크 DeepSeek-V3, 560만 달러 ($5.6 million)"  # any text: its ids tell tokenizers apart
# Code points of a title that are read before each sentence: enough to say what it is about. With whole titles twice as much was
# encoded as the text itself, and no sentence was found better (tests/bench/encoder_work.py, docs/retrieval.md).
_TITLE: dict[Language, int] = {"ko": 14, "en": 28}
_SAMPLES = 257  # values of each tensor that enter the fingerprint


@dataclass(frozen=True, slots=True)
class PassageText:
    """A passage as the encoder reads it."""

    title: str  # of its article
    text: str
    spans: tuple[tuple[int, int], ...]  # its sentences: half-open ranges of code points into `text`


@dataclass(frozen=True, slots=True, eq=False)
class PassageVectors:
    """All of unit length, but for the title's where there is none: zeros."""

    passage: np.ndarray  # float32 [d], the mean of its sentences, each counted by its length
    sentences: np.ndarray  # float32 [n, d], in the order of `spans`
    title: np.ndarray  # float32 [d]


class Encoder(Protocol):
    """What search and ingest need of an encoder. Safe to call from several threads."""

    fingerprint: str  # hex; two encoders with the same one give interchangeable vectors
    dimensions: int

    def encode_questions(self, questions: Sequence[str]) -> np.ndarray:
        """float32 [n, d], unit length."""

    def encode_texts(self, texts: Sequence[str]) -> np.ndarray:
        """Texts on their own, on the passage side: float32 [n, d], unit length."""

    def encode_passages(self, passages: Sequence[PassageText]) -> list[PassageVectors]:
        """Each passage, its sentences and its title, in the order given."""


def load_encoder(settings: Settings) -> Encoder:
    """The encoder that `settings` names: the pulled default, a sentence-transformers folder or a hub id.

    Takes seconds. Raises ModelError where it is not there or cannot be loaded.
    """
    place, local = _place(settings)
    try:
        torch = _import_torch()
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging

        torch.set_num_threads(settings.threads or _cores())
        logging.disable_progress_bar()
        options = {"local_files_only": local, "trust_remote_code": False, "model_kwargs": {"dtype": torch.float32}}
        model = SentenceTransformer(place, **options)
        return SentenceEncoder(model, settings.encoder_question_prompt, settings.encoder_passage_prompt)
    except Exception as error:  # each layer below has its own: OSError, KeyError, SafetensorError, ...
        reason = (str(error).strip().splitlines() or [type(error).__name__])[0]
        do = "Run: geungeo models pull" if settings.encoder == "default" else "Correct the setting encoder."
        raise ModelError(f"The encoder {place} cannot be loaded: {reason.rstrip('.')}.", do) from error


def _place(settings: Settings) -> tuple[str, bool]:
    """What to load, and whether it is on this machine, so that the network is never asked."""
    if settings.encoder == "default":
        return str(models.path_of(models.DEFAULT_ENCODER, settings.models)), True
    folder = Path(settings.encoder).expanduser()
    if folder.is_dir():
        return str(folder), True
    if not folder.is_absolute() and not settings.encoder.startswith("."):
        return settings.encoder, False
    raise ModelError(f"There is no encoder at {folder}.", "Correct the setting encoder.")


def _import_torch() -> ModuleType:
    """torch, its threads told to sleep while they wait: spinning beside busy programs, a question took ten times longer."""
    before = os.environ.get("OMP_WAIT_POLICY")
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    try:
        import torch
    finally:
        if before is None:
            del os.environ["OMP_WAIT_POLICY"]
    return torch


def _cores() -> int:
    """The cores that this process may use; fewer than the machine has under a container or taskset."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class SentenceEncoder:
    """Any sentence-transformers model.

    A sentence is read behind the title of its article. Where the model's vector is a mean of token vectors, the sentence's is the mean
    over its own tokens alone: it knows what the article is about and still says only what it says (late chunking; Günther et al., 2024,
    with a title for context). Whole passages read at once gave sentences that are found less well, for two thirds of the
    tokens: see docs/retrieval.md.
    """

    def __init__(self, model: SentenceTransformer, question_prompt: str, passage_prompt: str) -> None:
        self._model = model
        prompts = model.prompts or {}
        self._question_prompt = question_prompt or prompts.get("query", "")
        self._passage_prompt = passage_prompt or prompts.get("passage", "") or prompts.get("document", "")
        self._late = _pools_by_mean(model)
        self._lane = Lane()
        self.dimensions = int(model.encode([_PROBE], show_progress_bar=False).shape[1])
        self.fingerprint = _fingerprint(model, self._question_prompt, self._passage_prompt, self._late)

    def encode_questions(self, questions: Sequence[str]) -> np.ndarray:
        return self._alone(questions, self._question_prompt)

    def encode_texts(self, texts: Sequence[str]) -> np.ndarray:
        return self._alone(texts, self._passage_prompt)

    def encode_passages(self, passages: Sequence[PassageText]) -> list[PassageVectors]:
        spans = [(passage, span) for passage in passages for span in passage.spans]
        sentences = self._behind_titles(
            [(_begun(passage.title), passage.text[slice(*span)]) for passage, span in spans]
        )
        titles = [title for title in dict.fromkeys(passage.title for passage in passages) if title.strip()]
        named = dict(zip(titles, self._alone(titles, self._passage_prompt, urgent=False), strict=True))
        nameless = np.zeros(self.dimensions, np.float32)
        parts = np.split(sentences, np.cumsum([len(passage.spans) for passage in passages])[:-1]) if passages else []
        return [
            PassageVectors(_mean(part, passage.spans), part, named.get(passage.title, nameless))
            for passage, part in zip(passages, parts, strict=True)
        ]

    def _behind_titles(self, sentences: Sequence[tuple[str, str]]) -> np.ndarray:
        """float32 [n, d] of sentences, each given with its title."""
        whole = [f"{title}\n{text}" if title else text for title, text in sentences]
        if not self._late:
            return self._alone(whole, self._passage_prompt, urgent=False)
        vectors = np.zeros((len(sentences), self.dimensions), np.float32)
        unread: list[int] = []
        for batch in by_length(whole):
            with self._lane.turn(urgent=False):
                vectors[batch], cut = self._read([whole[i] for i in batch], [len(sentences[i][1]) for i in batch])
            unread += [batch[j] for j in cut]
        vectors[unread] = self._alone([sentences[i][1] for i in unread], self._passage_prompt, urgent=False)
        return vectors

    def _alone(self, texts: Sequence[str], prompt: str, urgent: bool = True) -> np.ndarray:
        vectors = np.zeros((len(texts), self.dimensions), np.float32)
        for batch in by_length(texts):
            chosen = [texts[i] for i in batch]
            with self._lane.turn(urgent):
                vectors[batch] = self._model.encode(
                    chosen, prompt=prompt, batch_size=len(batch), normalize_embeddings=True, show_progress_bar=False
                )
        return vectors

    def _read(self, texts: Sequence[str], lengths: Sequence[int]) -> tuple[np.ndarray, list[int]]:
        """float32 [n, d] of the last `lengths` code points of each text, and the places of those that were cut off."""
        import torch

        transformer, pooling, *head = self._model
        starts = [len(self._passage_prompt) + len(text) - length for text, length in zip(texts, lengths, strict=True)]
        with torch.inference_mode():
            features = self._model.tokenizer(
                [self._passage_prompt + text for text in texts],
                padding=True,
                truncation=True,
                max_length=self._model.max_seq_length,
                return_offsets_mapping=True,
                return_tensors="pt",
            )
            ends = features.pop("offset_mapping")[:, :, 1].numpy()  # special tokens end at 0: they are never inside
            inside = ends > np.array(starts)[:, None]
            features = pooling(transformer(features.to(self._model.device)))
            tokens = features["token_embeddings"]
            shares = torch.from_numpy(inside / np.maximum(inside.sum(axis=1, keepdims=True), 1)).to(tokens)
            pooled = {"sentence_embedding": torch.einsum("nt,ntd->nd", shares, tokens)}
            for module in head:
                pooled = module(pooled)
            vectors = torch.nn.functional.normalize(pooled["sentence_embedding"]).float().cpu().numpy()
        return vectors, [int(i) for i in np.flatnonzero(~inside.any(axis=1))]


def _begun(title: str) -> str:
    return title[: _TITLE[detect(title)]].strip()


def _mean(sentences: np.ndarray, spans: Sequence[tuple[int, int]]) -> np.ndarray:
    """The vector of a passage, float32 [d] of unit length, from those of its sentences [n, d]."""
    total = np.array([end - start for start, end in spans], np.float32) @ sentences
    return total / max(float(np.linalg.norm(total)), 1e-9)


def _pools_by_mean(model: SentenceTransformer) -> bool:
    """Whether a mean over some tokens, put through what follows the pooling, is a vector of this model."""
    from sentence_transformers.sentence_transformer.modules import Dense, Normalize, Pooling, Transformer

    modules = list(model)
    return (
        len(modules) > 1
        and isinstance(modules[0], Transformer)
        and not modules[0].do_lower_case
        and getattr(model.tokenizer, "is_fast", False)  # only these tell where a token came from
        and isinstance(modules[1], Pooling)
        and modules[1].pooling_mode == "mean"
        and modules[1].include_prompt
        and all(isinstance(module, Dense | Normalize) for module in modules[2:])
    )


def _fingerprint(model: SentenceTransformer, question_prompt: str, passage_prompt: str, late: bool) -> str:
    """Of the weights (evenly spaced values of each tensor), the tokenizer, the prompts and the method."""
    modules = [f"{type(module).__name__} {getattr(module, 'pooling_mode', '')}" for module in model]
    tokenizer = getattr(model, "tokenizer", None)
    ids = list(tokenizer(_PROBE)["input_ids"]) if callable(tokenizer) else []
    made_by = (_METHOD, late, modules, model.max_seq_length, question_prompt, passage_prompt, ids)
    digest = hashlib.sha256(repr(made_by).encode())
    for name, tensor in sorted(model.state_dict().items()):
        flat = tensor.detach().flatten()
        digest.update(f"{name} {tuple(tensor.shape)}".encode())
        digest.update(flat[:: max(1, len(flat) // _SAMPLES)].float().cpu().numpy().tobytes())
    return digest.hexdigest()[:16]
