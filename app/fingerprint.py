"""What made an answer: enough to tell whether two answers can be compared."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import metadata, resources

from app.prompts import load, names


def fingerprint(encoder: str, chat_model: str) -> dict[str, str]:
    """Names and short hashes.

    `cache_prompt` is always on: every draft is written over the cache of earlier prompts, so that its words may differ from run to
    run; the rest repeats exactly.
    """
    return {
        "version": metadata.version("geungeo"),
        "encoder": encoder[:12],
        "chat_model": chat_model,
        "prompts": _prompts(),
        "gate": _hash(resources.files("app").joinpath("gate.json").read_text("utf-8")),
        "kiwi": metadata.version("kiwipiepy"),
        "cache_prompt": "on",
    }


@cache
def _prompts() -> str:
    return _hash("".join(load(name).text for name in names()))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]
