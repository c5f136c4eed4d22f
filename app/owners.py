"""Whose figure is it? A right figure that a claim gives to what owns another figure of the same source sentence.

"Sales rose 2.7% in pubs but takings in restaurants fell 4.8%" has two figures of a kind, each with what it is said of. A claim that says
what the one is of beside the other figure, and nothing of what that one is of, has given it to the wrong thing. Things and names are
held against those at the same place of the other clause: its subject, its place, what follows. Where the place does not tell, nothing
is concluded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from app.dated import misdated
from app.gloss import day
from app.put_at import put_to_another
from app.records import Claim, Evidence, Problem
from app.rivals import Held
from app.same_thing import renderings
from app.shares import Part, shares
from ingest.names import Aliases, find_names, missing_names
from ingest.quantities import parse, same
from ingest.quantity import Quantity
from ingest.records import Language
from ingest.terms import terms

_LACKS, _HAS = 0.6, 0.9  # how well a word stands in a text that lacks it, and in one that has it
_STANDS_FOR = re.compile(
    r"\b(?:it|he|she|they|him|them|who|which|former|latter)\b|\b(?:the|this|that) (?:\w+ )?(?:company|firm|group|team|club|country|city|man|woman)\b"
    r"|(?<![가-힣])(?:이들|그들|자신|양측|전자|후자|그녀|그(?=[는가의도]))(?=[ 은는이가의도]|$)|(?<![가-힣])(?:(?:이|그|해당) )?(?:회사|업체|기업|팀|구단|그룹|나라|도시)$",
    re.I,
)
_HEARD = 0.25  # how well a word stands at least that may be another word for what stands there
# Words that own nothing.
_EMPTY = frozenset(
    "the a an and or of to in on at by for from with as it its his her their he she they is are was were be been has have had will would do did"
    " not no nor that this these those there all total each other others another more less about up down only just so also year month week day"
    " time number people person 것 수 등 때 뒤 후 전 중 말 되 하 있 없 않 이 그 저 년 월 일 명 개 모두 총 전체 또 더 각각 다른 나머지 밝히 전하 알리 said say told announced".split()
)
_PLACES = ("subject", "place", "bare", "counted", "behind", "verb")


def misgiven(claim: str, language: Language, cited: Evidence, aliases: Aliases, held: Held | None) -> Iterator[Problem]:
    """Figures of the claim that the cited sentence gives to something else, with what it gives them to."""
    written_in = cited.article.language
    for figure, owner, claimed in misdated(claim, language, cited.text, written_in, day(cited.article)):
        yield Problem("number", f"{figure.text}: {owner.text}, not {claimed.text}")
    if held is not None:
        asked = Asked(claim, language, cited.text, written_in, cited.before_text, aliases, held)
        for figure, owner in (*misowned(asked), *put_to_another(claim, language, cited.text, written_in, held)):
            yield Problem("number", f"{figure.text}: {owner}")


def of_another(claims: Iterable[Claim], language: Language) -> list[Quantity]:
    """The figures of withheld claims that `misgiven` found to be of something else."""
    refused = [
        (claim.text, problem.detail.split(": ")[0])
        for claim in claims
        for problem in claim.problems
        if problem.kind == "number" and ": " in problem.detail
    ]
    return [figure for text, told in refused for figure in parse(text, language) if figure.text == told]


def holds_any(figures: Sequence[Quantity], item: Evidence) -> bool:
    there = parse(item.text, item.article.language) if figures else []
    return any(same(figure, other) for figure in figures for other in there)


@dataclass(frozen=True, slots=True)
class Asked:
    """A claim, the sentence that it is held against, and what stands for what across languages."""

    claim: str
    language: Language
    source: str
    written_in: Language
    before: str  # what the source leans on
    aliases: Aliases
    held: Held


def misowned(asked: Asked) -> Iterator[tuple[Quantity, str]]:
    """Figures of the claim with what the source gives them to."""
    groups = shares(asked.source, asked.written_in)
    ours = parse(asked.claim, asked.language) if groups else []
    for figure in ours:
        for group in groups:
            mine = [part for part in group if same(figure, part.figure)]
            others = [part for part in group if not same(figure, part.figure)]
            if len(mine) == 1:
                said = _said(figure, asked)
                owner = next((owner for other in others if (owner := _owner(said, mine[0], other, asked))), None)
                if owner:
                    yield figure, owner


def _said(figure: Quantity, asked: Asked) -> str:
    """What the claim says of its figure: all, where that is the only one of its kind."""
    for group in shares(asked.claim, asked.language):
        for part in group:
            if part.figure.start == figure.start:
                low, high = part.span
                return f"{asked.claim[low : figure.start]} {asked.claim[figure.end : high]}"
    return f"{asked.claim[: figure.start]} {asked.claim[figure.end :]}"


def _owner(said: str, mine: Part, other: Part, asked: Asked) -> str | None:
    """What the source gives the figure `mine` to, where the claim says `said` of it, which is the other's."""
    for place in _PLACES:
        here, there = mine.at(place), other.at(place)
        if place == "verb" and mine.at("subject") and other.at("subject"):
            continue  # what either does says less than who does it
        if here and there and _crossed(said, mine, other, here, there, asked):
            return here.strip()
    return None


def _crossed(said: str, mine: Part, other: Part, here: str, there: str, asked: Asked) -> bool:
    """Whether the claim says something that only `there` has, and nothing that is said of its figure alone."""
    start, end = other.span
    rest = f"{asked.before} {asked.source[:start]} {asked.source[end:]}"
    if not _may_say(said, there, asked) or not _owns(here, there):
        return False
    own = _alone(mine, other)
    named_own, named_there, named_rest = (_named(said, text, asked) for text in (own, there, rest))
    words, (in_own, in_there, in_rest) = asked.held(said, [own, there, rest])
    straight = (in_own >= _HEARD) & (in_own > in_there)
    if straight.any() or named_own - named_there:
        return False
    telling = np.array([word not in _EMPTY for word in words], bool)
    turned = (in_there >= _HAS) & (in_rest < _LACKS) & telling
    return bool(turned.any() or named_there - named_rest)


def _alone(mine: Part, other: Part) -> str:
    """What is said of the one figure, and not of the other one, too: a clause without a subject or a verb goes on with that ahead of it."""
    shared = {"verb"} if other.at("subject") else {"verb", "subject"}
    own = " ".join(text for place, text in mine.said if place not in shared)
    return own if other.at("verb") else own.replace(mine.at("verb") or " ", " ")


def _may_say(said: str, there: str, asked: Asked) -> bool:
    """By the word list and the names alone, which cost little: most claims say nothing of what other figures are of."""
    across = asked.language != asked.written_in
    words = frozenset(terms(there))
    return any(renderings(word, across) & words for word in terms(said) if word not in _EMPTY) or bool(
        _named(said, there, asked)
    )


def _named(said: str, text: str, asked: Asked) -> frozenset[str]:
    """The names of `said` that `text` of the source has."""
    missing = {name.text for name in missing_names(said, asked.language, text, asked.written_in, asked.aliases)}
    return frozenset(name.text for name in find_names(said, asked.language)) - missing


def _owns(here: str, there: str) -> bool:
    """Whether the one says a thing or a name that the other does not. Who stands for somebody named elsewhere may be the other's."""
    if _STANDS_FOR.search(here) or _STANDS_FOR.search(there):
        return False
    telling = (term for term in terms(here) if term not in _EMPTY and not term[0].isdigit())
    return bool(frozenset(telling) - frozenset(terms(there)))
