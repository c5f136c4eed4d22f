"""Where the sentences of a text begin and end.

Paragraphs are lines. A paragraph in Korean script is split by Kiwi, any other by sentencex; the seams that they are known to
miss (quoted speech, abbreviations) are mended here. Only cut points are taken from either, so the spans always slice back
exactly, never overlap, and leave out nothing but white space.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from ingest.kiwi import shared
from ingest.language import detect

_PARAGRAPH = re.compile(r"[^\n]+")


def split(text: str) -> list[tuple[int, int]]:
    """Half-open spans of code points, in order."""
    return [
        (found.start() + start, found.start() + end)
        for found in _PARAGRAPH.finditer(text)
        for start, end in _paragraph(found.group())
    ]


def _paragraph(line: str) -> Iterator[tuple[int, int]]:
    if not line.strip():
        return
    cuts = _korean_cuts(line) if detect(line) == "ko" else _english_cuts(line)
    edges = [0, *cuts, len(line)]
    for start, end in itertools.pairwise(edges):
        piece = line[start:end]
        if trimmed := piece.strip():
            start += len(piece) - len(piece.lstrip())
            yield start, start + len(trimmed)


def _korean_cuts(line: str) -> list[int]:
    return [sentence.start for sentence in shared().split_into_sents(line)[1:]]


def _english_cuts(line: str) -> list[int]:
    import sentencex

    return [found["start_index"] for found in sentencex.get_sentence_boundaries("en", line)[1:]]


class SentenceStream:
    """Sentences of a text that is still being written.

    A sentence is given out once a whole word of what follows has come, so that "$5." waits for its "6 million".
    """

    def __init__(self) -> None:
        self._rest = ""

    def feed(self, delta: str) -> list[str]:
        """Take the next piece; returns the sentences that are surely complete, which may be none."""
        self._rest += delta
        spans = split(self._rest)
        done = []
        for (start, end), (after, _) in itertools.pairwise(spans):
            following = self._rest[after:]
            if "\n" not in self._rest[end:after] and not re.match(r"\S+\s", following):
                break
            done.append((start, end))
        sentences = [self._rest[start:end] for start, end in done]
        if done:
            self._rest = self._rest[done[-1][1] :]
        return sentences

    def close(self) -> list[str]:
        """The sentences that are left."""
        rest, self._rest = self._rest, ""
        return [rest[start:end] for start, end in split(rest)]
