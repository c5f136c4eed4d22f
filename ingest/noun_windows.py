"""The stretches of a Korean text that may be a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ingest import kiwi
from ingest.korean_names import is_given_name

Place = tuple[int, int]  # code points, half-open


@dataclass(frozen=True, slots=True)
class Window:
    """Hangul that may be a name: one noun, or neighbouring ones written together."""

    text: str
    start: int
    end: int
    proper: bool  # the analyser took it for a proper noun

    @property
    def place(self) -> Place:
        return self.start, self.end


@lru_cache(maxsize=128)
def noun_windows(text: str) -> tuple[tuple[Window, ...], tuple[str, ...]]:
    """Every stretch of up to four noun pieces written together; and of up to five across single spaces, the spaces out."""
    if not re.search(r"[가-힣]", text):
        return (), ()
    pieces: list[tuple[int, int, bool]] = []
    for _, tag, start, length in kiwi.tokens(text):
        if tag in _NOUNS:
            for word in re.finditer(r"[가-힣]+", text[start : start + length]):
                pieces.append((start + word.start(), start + word.end(), tag == "NNP"))
    windows: dict[Place, Window] = {}
    runs: set[str] = set()
    for first, (start, _, proper) in enumerate(pieces):
        together = True
        for last in range(first, min(first + 5, len(pieces))):
            begin, end, also = pieces[last]
            gap = text[pieces[last - 1][1] : begin] if last > first else ""
            if gap not in ("", " "):
                break
            together, proper = together and not gap and last < first + 4, proper or also
            runs.add(text[start:end].replace(" ", ""))
            if together and (end - start > 1 or proper):
                windows[start, end] = Window(text[start:end], start, end, proper)
    runs |= _torn(text)
    return tuple(windows.values()), tuple(run for run in runs if len(run) > 1)


def _torn(text: str) -> set[str]:
    """Words like a Korean name that the analyser read as a verb and something behind it: 간다+영, not 이상하+ㄴ or 주민+은."""
    last = {start + length: tag for _, tag, start, length in kiwi.tokens(text)}
    words = (word for word in _WORD.finditer(text) if is_given_name(word[0][1:]))
    return {word[0] for word in words if last.get(word.end()) in _NOUNS}


_WORD = re.compile(r"(?<![가-힣])[가-힣]{3}(?= )")
_NOUNS = frozenset("NNP NNG NNB NR XPN XSN XR SL IC MAG".split())
