"""The words of a sentence that say which way things go, and which way that is. The list of them is that of
app/pole.py."""

from __future__ import annotations

from dataclasses import replace
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
            for one in (pole, *_steady(pole)):
                found.setdefault((one.axis, one.start), []).append(one)
    return tuple(same[0] for same in found.values() if len({pole.up for pole in same}) == 1)


# Words of the axis that say how much it is, and not that it becomes more or less.
_SAYING_HOW_MUCH = frozenset(
    """=higher =highs =longer =lower =record_high =all_time_high =record_low =bumper =booming =up =down 높 낮 높이 덜
    덜하 약세 강세 성장 침체 회복 recover inflow outflow 연장 extend extension 경신 돌파 해소 억제 deepen""".split()
)
_ALTERING = frozenset(
    "change alter revise revision amend amendment overhaul 변경 바꾸 바뀌 개정 수정 개편 달라지 변하".split()
)


def _steady(pole: Pole) -> tuple[Pole, ...]:
    """What moves, or is altered, does not stay as it was: the axis `steady`, whose other end is listed."""
    moves = (pole.axis == "amount" and pole.entry not in _SAYING_HOW_MUCH) or (
        pole.axis == "change" and pole.entry in _ALTERING
    )
    if not moves or (pole.denied and pole.axis == "amount"):  # what did not rise may have fallen
        return ()
    return (replace(pole, axis="steady", up=not pole.denied),)
