"""Runs of sentences that are encoded and searched as one."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.language import hangul_share
from ingest.records import Passage, Sentence

# The encoder reads 512 tokens, title included. On news, multilingual-e5 spends a token on 1.6 Korean or 3.75 English
# characters (measured), so a full Korean passage is about 440 tokens and an English one 270. Six sentences are about as many as
# one thing is said in.
MAX_CHARACTERS_KO = 700
MAX_CHARACTERS_EN = 1000
MAX_SENTENCES = 6


def make_passages(text: str, sentences: Sequence[Sentence]) -> tuple[Passage, ...]:
    """Every sentence in exactly one passage, in order, no passage over the limit unless it is a single sentence."""
    limit = MAX_CHARACTERS_KO if hangul_share(text) >= 0.5 else MAX_CHARACTERS_EN
    passages: list[list[Sentence]] = []
    for sentence in sentences:
        last = passages[-1] if passages else None
        if last and len(last) < MAX_SENTENCES and sentence.end - last[0].start <= limit:
            last.append(sentence)
        else:
            passages.append([sentence])
    return tuple(Passage(tuple(run)) for run in passages)
