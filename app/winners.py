"""Who wins, where a sentence says it by who loses: in a 31-27 defeat to Murendi, 무렌디에 31-27로 패했다.

A claim that has Murendi win says the same, though one wins where the other loses.
"""

from __future__ import annotations

import re
from functools import lru_cache

from app.agency import actors
from app.poles import poles
from ingest.names import Aliases, find_names
from ingest.records import Language

_SCORE = r"(?:\d+[-–]\d+|\d+ to \d+|\d+대 ?\d+)"
_LOST_TO = re.compile(  # not "lost by": whoever stands there loses
    rf"\b(?:(?:defeats?|loss(?:es)?|los(?:t|es?|ing)|f[ae]ll(?:s|ing)?)(?: {_SCORE})? (?:to|against|at the hands of)"
    rf"|(?:defeat|beaten|defeated|eliminated|thrashed|routed|knocked out)(?: {_SCORE})? (?:by|at the hands of)) (?:the )?$",
    re.I,
)
_REACH = 60  # characters before a name that what it says of it may take
_BEATEN_BY = re.compile(
    rf"^(?:에게|에|한테)(?: {_SCORE}(?:으?로)?)? (?:패(?=[하한했해배])|졌|지고(?! 있)|진 (?!빚)|져 |완패|석패|역전패|참패|대패|무릎을 꿇|덜미를 잡)"
)


def wins_in_both(claim: str, language: Language, source: str, written_in: Language, aliases: Aliases) -> bool:
    """Whether somebody wins in the claim to whom another loses in the source."""
    winners = beaten_by(source, written_in)
    if not winners or {pole.up for pole in poles(claim, language) if pole.axis == "contest"} != {True}:
        return False
    doers = [actor.name for actor in actors(claim, language) if actor.part == "does"]
    return any(aliases.same(doer, winner) for doer in doers for winner in winners)


@lru_cache(maxsize=4096)
def beaten_by(text: str, language: Language) -> tuple[str, ...]:
    """The names to whom somebody loses."""
    names = find_names(text, language)
    if language == "en":
        return tuple(name.text for name in names if _LOST_TO.search(text[max(0, name.start - _REACH) : name.start]))
    return tuple(name.text for name in names if _BEATEN_BY.match(text[name.end :]))
