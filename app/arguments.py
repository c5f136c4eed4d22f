"""Who does it to whom in Korean, by the nouns ahead of the particles, whatever they are: 담솔이 한별을 꺾었다 against 한별이 담솔을 꺾었다.

app/agency.py reads the names of a sentence; this reads its nouns as well, and needs the same verb on both sides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.negation import negates
from app.poles import poles
from ingest.kiwi import tokens
from ingest.terms import terms

_NOUN = frozenset("NNG NNP NR XSN XPN SL SN SH XR NNB MM".split())
_ENDS = frozenset({"EC", "EF", "ETM"})
_PASSIVE = frozenset("되 당하 받 맞 시키".split())  # who does it is said otherwise, or is somebody else
# What the one does to the other, the other does to the one.
_MUTUAL = frozenset(
    "만나 마주하 마주치 닮 사귀 상대하 대하 포함하 비롯하 통하 위하 관하 의하 하 있 없 이 아니 되 보".split()
)


@dataclass(frozen=True, slots=True)
class _Deed:
    doer: frozenset[str]
    other: frozenset[str]
    given: bool  # by 에게, and not by 을
    verb: str
    way: frozenset[tuple[str, bool]]


def exchanged(claim: str, source: str) -> str | None:
    """The verb of a Korean claim of which doer and object have changed places in its Korean source."""
    if negates(claim, "ko") or negates(source, "ko"):
        return None  # not to beat one is to be beaten by him
    theirs = _deeds(source)
    for ours in _deeds(claim):
        alike = [
            deed for deed in theirs if deed.given == ours.given and (deed.verb == ours.verb or deed.way & ours.way)
        ]
        crossed = any(ours.doer & deed.other and ours.other & deed.doer for deed in alike)
        straight = any(ours.doer & deed.doer or ours.other & deed.other for deed in alike)
        if crossed and not straight:
            return ours.verb
    return None


@lru_cache(maxsize=20_000)
def _deeds(text: str) -> tuple[_Deed, ...]:
    return tuple(_read(text))


def _read(text: str) -> Iterator[_Deed]:
    """A clause without a subject of its own goes on with that of the clause ahead of it."""
    doer: frozenset[str] = frozenset()
    others: dict[bool, frozenset[str]] = {}
    run: list[int] = []
    verb, root, at = "", "", 0
    for form, tag, start, length in tokens(text):
        kind = tag.split("-")[0]
        if form == "이" and run and run[1] == start and text[start + 1 : start + 2] == " ":
            kind = "JKS"  # which the analyser takes for part of a name, or for "is"
        if kind in _NOUN:
            run = [run[0] if run else start, start + length]
            root, at = form, start
            continue
        nouns = frozenset(terms(text[run[0] : run[1]])) if run else frozenset[str]()
        if kind == "JKS" or (kind == "JX" and form in ("은", "는") and nouns):
            doer = nouns or doer
        elif kind == "JKO" or (kind == "JKB" and form in ("에게", "한테")):
            others[kind == "JKB"] = nouns
        elif kind in ("XSV", "VV"):
            verb, at = (root + form, at) if kind == "XSV" else (form, start)
        elif kind in _ENDS:
            for given, other in others.items() if doer and _does(verb) else ():
                yield _Deed(doer, other, given, verb, _way(text[at : start + length]))
            # 한별을 꺾은 담솔이: who does it comes behind, and what comes behind is said of another deed.
            doer, others, verb = (frozenset() if kind == "ETM" and verb else doer), {}, ""
        run = []


def _does(verb: str) -> bool:
    return bool(verb) and verb not in _MUTUAL and not any(verb.endswith(end) for end in _PASSIVE)


def _way(verb: str) -> frozenset[tuple[str, bool]]:
    return frozenset((pole.axis, pole.up) for pole in poles(verb, "ko") if pole.axis == "contest")
