"""The one Korean morphological analyser of the process; nothing else imports kiwipiepy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kiwipiepy import Kiwi, Token

_PIECE = re.compile(r".{1,1000}(?:\n|$)|.{1,999}\s|.{1,1000}|\n", re.DOTALL)
_loading = Lock()


def tokens(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Form, tag, start and length of each morpheme of `text`, in order."""
    return (morpheme for morpheme, _ in marked(text))


def marked(text: str) -> Iterator[tuple[tuple[str, str, int, int], bool]]:
    """The same, each with whether it is a noun that the analyser does not have, and takes for a common one.

    Long texts are read in pieces, at spaces where there are any: the analyser's time grows faster than the length.
    """
    for piece in _PIECE.finditer(text):
        for one in morphemes(piece[0]):
            yield (one.form, one.tag, piece.start() + one.start, one.length), one.unknown


class Morpheme(NamedTuple):
    form: str
    tag: str  # NNP, a proper noun, for each noun that the analyser does not have, whatever it takes it for: 캐버노, 반더빌트
    start: int  # code points into the text that was read
    length: int  # code points
    sentence: int  # of that text, from 0, as the analyser splits it
    unknown: bool  # a noun that the analyser does not have, and takes for a common one


@lru_cache(maxsize=128)  # within an article: a paragraph of one sentence is read for its end, its speaker and its terms
def morphemes(text: str) -> tuple[Morpheme, ...]:
    """The morphemes of a text of at most some thousand code points, in order."""
    return tuple(_morpheme(token) for token in shared().tokenize(text))


def _morpheme(token: Token) -> Morpheme:
    unknown = token.oov and token.tag == "NNG"
    return Morpheme(token.form, "NNP" if unknown else token.tag, token.start, token.len, token.sent_position, unknown)


def shared() -> Kiwi:
    """The analyser, loaded at the first call (seconds). Safe to use from several threads; never add words to it."""
    with _loading:
        return _load()


@cache
def _load() -> Kiwi:
    from kiwipiepy import Kiwi

    return Kiwi()
