"""Are two poles said of the same thing? Prices fell, and the number of ships rose: one word each way is no
contradiction."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from app.denials import stems
from app.pole import Pole
from app.poles import poles
from app.question import ASKING
from ingest.dictionary import translations
from ingest.names import Aliases, find_names, missing_names
from ingest.quantities import parse, same
from ingest.records import Language
from ingest.terms import terms

# Words that sentences about anything share.
_ANYTHING = ASKING | frozenset(
    """the a an and or but of to in on at by for from with as it its his her he she they their we our i you
    this that these those there is are was were be been being has have had do did will would can could may
    might must shall should who which what when where how why not no nobody nothing none never neither say
    said tell told report announce official also more most than then after before last next new first year
    month week day time today yesterday tomorrow people one two up down out over about into 것 수 등 때 뒤
    후 전 이번 올해 지난 지난해 작년 내년 이 그 저 해 년 월 일 주 달 오늘 어제 내일 말 밝히 전하 대하 위하
    통하 따르 나타나 이날 당시 최근 앞 중 명 개 건 사람 더 가장 않 못하 없 있 하 되""".split()
)
# To go into one place is to leave another: on these axes both must be said of the same place.
_MOVING = frozenset({"stay", "arrival"})
# What is so until then is otherwise from then on.
_STATES = frozenset({"course", "continuation", "allow", "measure", "liberty"})
_UNTIL: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:until|till)\b", re.I),
    "ko": re.compile(r"까지(?![가-힣])"),
}
# It only gives the end: a contract extended until 2029.
_PUT_OFF: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:exten|prolong|renew|delay|postpon|adjourn|put off)\w*", re.I),
    "ko": re.compile(r"연장|갱신|연기|미루|미뤄|미뤘|늦추|늦춰|늦췄"),
}
_WORD_END = re.compile(r"[가-힣]*")  # particles and endings; alone they are read as words
_SHORT = 4  # things that a short claim tells of
_LEFT_OUT = 1  # of which so many may be said by another word in the source


@dataclass(frozen=True, slots=True)
class Said:
    """A pole with the clause in which it is said, and all that is said with it."""

    clause: str
    pole: Pole
    whole: str
    language: Language


def of_the_same_thing(ours: Said, theirs: Said, alone: bool = False) -> bool:
    """Whether the two clauses share a word, a figure or a name beside the poles; or a short claim is nearly
    all in the clause of its source. A clause that has nothing else (..., which he denied) stands for all
    that is said. Where they are `alone`, one clause of each language with one pole each, the sentences were
    found to mean the same, and the word list need not have their words; but what is more than what, it must."""
    if _until(ours) != _until(theirs) or not _same_place(ours, theirs):
        return False
    if alone and ours.pole.axis != "comparison":
        return True
    if _meet(ours, theirs) or _share_figure(ours, theirs) or _share_name(ours, theirs):
        return True
    told = _told(ours, ours.whole)
    met = sum(bool(renderings(thing) & _said(theirs)) for thing in told)
    return len(told) <= _SHORT and met >= len(told) - _LEFT_OUT and (met > 0 or not told)


def _until(said: Said) -> bool:
    until = _UNTIL[said.language].search(said.clause)
    return said.pole.axis in _STATES and bool(until) and not _PUT_OFF[said.language].search(said.clause)


def _meet(ours: Said, theirs: Said) -> bool:
    there = _said(theirs)
    return any(renderings(thing) & there for thing in _things(ours)) or bool(_other_poles(ours) & _other_poles(theirs))


@lru_cache(maxsize=20_000)
def _things(said: Said) -> frozenset[str]:
    """What a clause tells of beside the poles of the axis."""
    return _told(said, said.clause) or _told(said, said.whole)


def _told(said: Said, text: str) -> frozenset[str]:
    for pole in poles(text, said.language):
        if pole.axis == said.pole.axis:
            end = _WORD_END.match(text, pole.end).end()  # type: ignore[union-attr]  # it matches nothing, too
            text = text[: pole.start] + " " * (end - pole.start) + text[end:]
    return _content(text)


@lru_cache(maxsize=20_000)
def _content(text: str) -> frozenset[str]:
    return frozenset(word for word in terms(text) if word not in _ANYTHING and not word[0].isdigit())


@lru_cache(maxsize=20_000)
def renderings(word: str, across: bool = True) -> frozenset[str]:
    """A word as `ingest.terms` has it, its stem, and, `across` languages, what stands for it in the other
    one."""
    stem = stems(word, "en") if word.isascii() else ()
    return frozenset((word, *stem, *(translations(word) if across else ())))


def _said(said: Said) -> frozenset[str]:
    return frozenset(form for thing in _things(said) for form in renderings(thing))


def _other_poles(said: Said) -> frozenset[tuple[str, bool]]:
    """The ways on other axes: the opening was brought forward, 개장을 미뤘다."""
    own = {pole.start for pole in poles(said.clause, said.language) if pole.axis == said.pole.axis}
    return frozenset((pole.axis, pole.up) for pole in poles(said.clause, said.language) if pole.start not in own)


def _share_figure(ours: Said, theirs: Said) -> bool:
    there = parse(theirs.clause, theirs.language)
    if _numerals(ours.clause) & _numerals(theirs.clause):  # 50 of more than 50 and of fewer than 50
        return True
    return any(same(figure, other) for figure in parse(ours.clause, ours.language) for other in there)


def _numerals(text: str) -> set[str]:
    return {term for term in terms(text) if term[0].isdigit()}


def _share_name(ours: Said, theirs: Said) -> bool:
    """A source's clause without a name of its own speaks of those of its sentence: Lind, who left."""
    names = find_names(ours.clause, ours.language)
    if not names:
        return False
    there = theirs.clause if find_names(theirs.clause, theirs.language) else theirs.whole
    return len(missing_names(ours.clause, ours.language, there, theirs.language, Aliases())) < len(names)


_LEADING = re.compile(r"\s*(?:(?:out|off|away|back|up|down|over|in|on|at|from|to|with|of|into)\b\s*)*")
_OVER = re.compile(r"\s*(?:down )?(?:over|because|amid|in protest)\b")
_OBJECT = re.compile(r"(?:[A-Za-z0-9,'’-]+\s*){0,4}")
_BREAK = re.compile(
    r"\b(?:in|on|at|by|for|from|to|with|as|after|before|because|since|during|this|last|next|when|while|and"
    r"|or|who|which|that)\b.*"
)
_KOREAN_OBJECT = re.compile(r"((?:[가-힣A-Za-z0-9]+ )?[가-힣A-Za-z0-9]+(?:을|를|에|에서|로|에게))(?: [가-힣]+)? ?$")


def _same_place(ours: Said, theirs: Said) -> bool:
    """Whether a claim's verb of moving has the object of the source's, as far as both have one: a rival
    firm is not the firm. In Korean the object is found with a word more ahead of it, in which it need not
    agree."""
    if ours.pole.axis not in _MOVING:
        return True
    mine, there = _object(ours), _object(theirs)
    known = [thing for thing in mine if ours.language == theirs.language or _listed(thing) or thing[0].isdigit()]
    others = {form for thing in there for part in _parts(thing) for form in renderings(part)}
    met = [any(renderings(part) & others for part in _parts(thing)) for thing in known]
    return not there or not met or (all(met) if ours.language == "en" else any(met))


def _parts(thing: str) -> tuple[str, ...]:
    """A thing, and what it is a place of: 회의장, 회의."""
    return (thing, thing[:-1]) if not thing.isascii() and len(thing) > 2 else (thing,)


def _listed(thing: str) -> bool:
    return any(translations(part) for part in _parts(thing))


def _object(said: Said) -> frozenset[str]:
    if said.language == "en":
        behind = said.clause[said.pole.end :]
        if _OVER.match(behind):  # resigned over the decision
            return frozenset()
        found = _OBJECT.match(_LEADING.sub("", behind, count=1))
        text = _BREAK.sub("", found[0]) if found else ""
    else:
        match = _KOREAN_OBJECT.search(said.clause[: said.pole.start])
        text = match[1] if match else ""
    return frozenset(word for word in terms(text) if word not in _ANYTHING)
