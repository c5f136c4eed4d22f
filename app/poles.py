"""The words of a sentence that say which way things go, and which way that is. The list of them is that of
app/pole.py."""

from __future__ import annotations

from functools import lru_cache

from app import poles_en, poles_ko
from app.pole import IDLE, Pole
from ingest.records import Language

__all__ = ["Pole", "poles"]


@lru_cache(maxsize=20_000)
def poles(text: str, language: Language) -> tuple[Pole, ...]:
    """The words that say which way, one for a word on an axis: those read by their shape first, then as in
    the text. A word that may go either way (a defeat, to defeat) says nothing."""
    found: dict[tuple[str, int], list[Pole]] = {}
    for pole in poles_ko.read(text) if language == "ko" else poles_en.read(text):
        if pole.axis != IDLE:
            found.setdefault((pole.axis, pole.start), []).append(pole)
    return tuple(same[0] for same in found.values() if len({pole.up for pole in same}) == 1)
