"""The one Korean morphological analyser of the process; nothing else imports kiwipiepy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.metadata import version
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kiwipiepy import Kiwi

# Sentence spans and terms follow the analyser and its model, so both are part of every fingerprint.
VERSION = f"kiwipiepy-{version('kiwipiepy')}+model-{version('kiwipiepy_model')}"

_PIECE = re.compile(r".{1,1000}(?:\n|$)|.{1,999}\s|.{1,1000}|\n", re.DOTALL)
_loading = Lock()


def tokens(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Form, tag, start and length of each morpheme of `text`, in order.

    Long texts are read in pieces, at spaces where there are any: the analyser's time grows faster than the length.
    """
    for piece in _PIECE.finditer(text):
        for one in morphemes(piece[0]):
            yield one.form, one.tag, piece.start() + one.start, one.length


class Morpheme(NamedTuple):
    form: str
    tag: str
    start: int  # code points into the text that was read
    length: int  # code points
    sentence: int  # of that text, from 0, as the analyser splits it


@lru_cache(maxsize=128)  # within an article: a paragraph of one sentence is read for its end, its speaker and its terms
def morphemes(text: str) -> tuple[Morpheme, ...]:
    """The morphemes of a text of at most some thousand code points, in order."""
    return tuple(
        Morpheme(token.form, token.tag, token.start, token.len, token.sent_position)
        for token in shared().tokenize(text)
    )


def shared() -> Kiwi:
    """The analyser, loaded at the first call (seconds). Safe to use from several threads; never add words to it."""
    with _loading:
        return _load()


@cache
def _load() -> Kiwi:
    from kiwipiepy import Kiwi

    return Kiwi()
