"""What of a sentence each of its figures has to itself: what leads up to it within its clause, and what follows it there.

Two figures of a kind share a sentence by its borders: a comma, a conjunction, a Korean ending that goes on (-고, -며, -지만, -는데). A
figure behind a border without a thing of its own ("and 3% in August") goes on with the subject ahead of it, and then owns none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from ingest.kiwi import tokens
from ingest.quantities import parse
from ingest.quantity import Quantity
from ingest.records import Language
from ingest.units import is_count

# By strength: of several borders between two figures the last of the strongest kind parts them.
_BORDERS: dict[Language, tuple[re.Pattern[str], ...]] = {
    "en": (
        re.compile(r";| [-–—] |—|\b(?:but|while|whereas|although|though)\b", re.I),
        re.compile(r"[,:()“”\"]|\band\b", re.I),
    ),
    "ko": (
        re.compile(r"[;]|(?<=지만)[, ]|(?<=는데)[, ]|(?<=으나)[, ]|(?<=반면)[, ]"),
        re.compile(r"[,:()“”\"]|(?<=[^다라냐자]고) |(?<=며) |(?<=면서) "),
    ),
}
# An "and" ahead of the first figure joins nouns as often as clauses.
_OPENS: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"[;:()“”\"]|,(?= )| [-–—] |—|\b(?:but|while|whereas|although|though|that|because|after|before)\b", re.I
    ),
    "ko": re.compile(r"[,;:()“”\"]|(?<=[^다라냐자]고) |(?<=며) |(?<=지만) |(?<=는데) |(?<=으나) |(?<=면서) "),
}
_LEFT = re.compile(
    r"^[\s,;:()“”\"—–-]*(?:(?:and|but|while|whereas|although|though|then|also|another|that)\b[\s,]*)*", re.I
)
_VERB = re.compile(
    r"\b(?:[a-z]{2,}ed|is|are|was|were|has|have|had|will|would|can|could|may|might|did|rose|fell|grew|sold|won|lost|made|paid|hit"
    r"|shot|cut|left|took|gave|got|put|sent|bought|built|found|held|kept|led|met|saw|spent|struck|hurt)\b"
)
_PREPOSITION = re.compile(
    r"^(?:in|on|at|by|for|from|to|with|of|among|during|over|under|about|than|as|per|not|nor|rather|instead|including|compared|against|versus|followed|up|down)\b",
    re.I,
)
_ADVERB = re.compile(
    r"^(?:[a-z]+ly|only|just|some|about|around|nearly|almost|more|less|fewer|another|the other)\b\s*", re.I
)
_SHARED_OUT = re.compile(r"\brespectively\b|(?<![가-힣])각각")
_NUMERAL = re.compile(r"(?<=[A-Za-z] )[0-9]{1,3}(?=[,;.]? |[,;.]?$)")
# Some of them, without a numeral: it counts something, too.
_SOME: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:some|several|a few|a handful)\b(?= (?:of )?[a-z])", re.I),
    "ko": re.compile(r"(?<![가-힣])(?:몇|여러) ?(?:명|곳|개|건|대)(?![가-힣]{2})"),
}
_NO_NUMBER = Decimal(-1)
_LETTERS = re.compile(r"[A-Za-z]{3,}")
# Between a Korean figure and what it counts behind it: 500명이 넘는 죄수, 세 명의 의사.
_OF = re.compile(
    r"^(?:[이가을를]? ?(?:넘|웃도)는|[이가]? ?이상의|에 (?:달하|이르)는|[이가]? ?가까운|남짓의|가량의|의) ?"
)
_PARTICLE = re.compile(r"^(?:은|는|이|가|을|를|도|의|에|로|으로|라고|이라고)(?= )")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Part:
    """A figure with what its clause says of it, by place: "subject", "place" and "bare" ahead of it, "verb" (the last ahead of it),
    "counted", "behind" it."""

    figure: Quantity
    span: Span  # all that it has to itself
    said: tuple[tuple[str, str], ...]

    def at(self, place: str) -> str:
        return next((text for name, text in self.said if name == place), "")


@lru_cache(maxsize=4096)
def shares(text: str, language: Language) -> tuple[tuple[Part, ...], ...]:
    """The figures of a sentence that has two or more of a kind, a group for each kind; dates and times are none."""
    figures = parse(text, language)
    if _SHARED_OUT.search(text):
        return ()
    groups = (_alike(kind, figures, text, language) for kind in dict.fromkeys(_kind(figure) for figure in figures))
    return tuple(_parts(group, figures, text, language) for group in groups if len(group) > 1)


def _kind(figure: Quantity) -> str:
    """Whatever is counted is of one kind: nine members for it, 12 against."""
    return "calendar" if figure.moment else "" if is_count(figure.unit) else figure.unit


def _alike(kind: str, figures: Sequence[Quantity], text: str, language: Language) -> list[Quantity]:
    """Those of the kind, and what counts without its unit or numeral behind the first of them: 12 points and Lee 9, some of them."""
    if kind == "calendar":
        return []
    found = [figure for figure in figures if _kind(figure) == kind]
    first = found[0]
    if kind:
        found += [replace(other, unit=first.unit) for other in figures if not other.unit and other.start > first.end]
    counts = [(match, Decimal(match[0])) for match in _NUMERAL.finditer(text, first.end)]
    if not kind:
        counts += [(match, _NO_NUMBER) for match in _SOME[language].finditer(text)]
    for match, value in counts:
        start, end = match.span()
        if not any(one.start < end and start < one.end for one in figures):
            found.append(replace(first, low=value, high=value, start=start, end=end, text=match[0]))
    return sorted(found, key=lambda figure: figure.start)


def _parts(group: Sequence[Quantity], figures: Sequence[Quantity], text: str, language: Language) -> tuple[Part, ...]:
    def borders(pattern: re.Pattern[str], low: int, high: int) -> list[Span]:
        spans = (match.span() for match in pattern.finditer(text, low, high))
        return [(a, b) for a, b in spans if not any(one.start <= a < one.end for one in figures)]

    starts = [max((end for _, end in borders(_OPENS[language], 0, group[0].start)), default=0)]
    ends = []
    for one, other in pairwise(group):
        kinds = [borders(pattern, one.end, other.start) for pattern in _BORDERS[language]]
        chosen = next((kind[-1] for kind in kinds if kind), None)
        starts.append(chosen[1] if chosen else -1)
        ends.append(min((start for kind in kinds for start, _ in kind), default=one.end))  # else it may be of either
    last = [start for pattern in _BORDERS[language] for start, _ in borders(pattern, group[-1].end, len(text))]
    ends.append(min(last, default=len(text)))
    return tuple(_part(*one, text, language) for one in zip(group, starts, ends, strict=True))


def _part(figure: Quantity, start: int, end: int, text: str, language: Language) -> Part:
    """`start` is -1 where no border stands ahead of the figure."""
    said: list[tuple[str, str]] = []
    if start >= 0:
        lead = text[start : figure.start]
        said += _korean(lead) if language == "ko" else _english(lead)
    behind = _PARTICLE.sub("", text[figure.end : end]).strip()
    if counted := _counted(figure, dict(said), behind, language):
        said.append(("counted", counted))
    return Part(figure, (start if start >= 0 else figure.start, end), (*said, ("behind", behind)))


def _counted(figure: Quantity, said: dict[str, str], behind: str, language: Language) -> str:
    """What is counted, where the figure says it: 500 prisoners, some of the criminals, 범죄자 몇 명, 500명이 넘는 죄수."""
    if not is_count(figure.unit):
        return ""
    if language == "en":
        if figure.low == _NO_NUMBER:
            return behind.removeprefix("of ")
        noun = "" if _PREPOSITION.match(behind) or _VERB.match(behind) else " ".join(behind.split()[:2])
        return " ".join(_LETTERS.findall(figure.text)) or noun
    if linked := _OF.match(behind):
        return next(iter(dict(_korean(behind[linked.end() :])).values()), "")
    return said.get("bare", "")


def _english(lead: str) -> tuple[tuple[str, str], ...]:
    lead = _LEFT.sub("", lead)
    while found := _ADVERB.match(lead):
        lead = lead[found.end() :]
    verbs = [match[0] for match in _VERB.finditer(lead)]
    said = [("verb", verbs[-1])] if verbs else []
    if lead.strip() and not _PREPOSITION.match(lead) and not _VERB.match(lead):
        said.append(("subject", lead))
    return tuple(said)


_NOUNS = frozenset("NNG NNP NNB NR XSN XPN XR SL SH SN SSO SSC".split())
_ON = frozenset(["JKG", "JC"])


def _korean(lead: str) -> tuple[tuple[str, str], ...]:
    """Nouns by the particle that ends them."""
    said: dict[str, str] = {}
    low, high = -1, -1
    for form, kind, start, length in [*tokens(lead), ("", "END", len(lead), 0)]:
        tag = kind.split("-")[0]
        if tag in _NOUNS:
            low, high = (start if low < 0 else low), start + length
            continue
        if tag in _ON and low >= 0:
            continue
        place = _place(tag, form)
        if place and low >= 0:
            said[place] = f"{said.get(place, '')} {lead[low:high]}".strip()
        low = -1
    return tuple(said.items())


def _place(tag: str, form: str) -> str:
    if tag == "JKS" or (tag == "JX" and form in ("은", "는", "도")):
        return "subject"
    if tag == "JKB" and form in ("에서", "에", "에게", "서"):
        return "place"
    return "bare" if tag in ("END", "MAG") else ""
