"""Who does it and to whom it is done: the part that each name of a sentence has in its clause, by the shape of the clause alone.

Korean says it by particles (이, 가, 은, 는 against 을, 를, 에게), English by order and by "by" after a passive. Where the shape does not tell, a
name has no part, and nothing is concluded from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from ingest.kiwi import tokens
from ingest.names import Aliases, find_names, missing_names
from ingest.records import Language

Part = Literal["does", "undergoes"]


@dataclass(frozen=True, slots=True)
class Actor:
    name: str
    part: Part
    clause: int  # of its sentence, from 0
    person: bool = False


_NOUN = frozenset("NNG NNP NNB NR XSN SL SN SH XR SSO SSC".split())
_PASSIVE = re.compile(
    r"(?:당하|당했|되(?:었|고|며|어|면|ㄴ)|됐|된|됩|돼|받았|받는|받고|받은|받아|맞았|붙잡혔|잡혔|쫓겨|밀려났|불렸|팔렸|뽑혔)"
)
_PEOPLE_OF = re.compile(r"인(?:들|은|는|이|을|의|도|과|에게)")  # the Syrians are not Syria
_CLAUSE_END = re.compile(r"(?:며|고|지만|는데|으나|면서|자)$")

_SEGMENT = re.compile(
    r"[,;:()“”\"]|\b(?:and|but|while|which|who|because|after|before|that|when|as|although|though|where|if)\b"
)
_BE = r"(?:is|are|was|were|be|been|being|got)"
_PARTICIPLE = r"(?:[a-z]+ed|born|beaten|bought|sold|sent|seen|shot|sued|told|taken|given|hit|held|led|made|won|paid|built|found|caught|struck|driven|chosen|written|thrown|brought|taught|kept|left|lent|met|put|cut)"
_VERB = re.compile(
    rf"\b(?:(?P<passive>{_BE}(?: [a-z]+ly| not| also| later| then)* {_PARTICIPLE})"
    r"|(?:has|have|had|will|would|can|could|may|might|must|should|do|does|did|is|are|was|were|beat|bought|sold|sent|saw|shot|told|took|gave|hit|held|led"
    r"|spent|spoke|broke|became|began|came|went|grew|knew|rose|fell|drew|flew|fought|ran|rode|said|sang|sank|sat|sought|stood|stole|swore|swung|thought|tore|withdrew|wore|made|won|lost|paid|built|found|caught|struck|drove|chose|wrote|threw|brought|taught|kept|left|lent|met|put|cut|set|wants|got)\b|[a-z]{2,}(?:ed|es|s)\b)"
)
_NOT_DOING = re.compile(
    r"\b(?:in|on|at|near|since|from|of|for|with|under|over|within|like|than|between|against|about)\s+(?:the |a |an |its |his |her )?$"
)
_TO = re.compile(
    r"\bto\s+(?:the |a |an |its |his |her )?$"
)  # before the verb: the bag that belongs to her had been found
_POSSESSIVE = re.compile(r"['’](?:s\b|(?= ))")
_BY = re.compile(r"\bby (?:the |a |an |its |his |her )?(?:[a-z]+ ){0,3}$")


def turned_round(claim: str, language: Language, source: str, written_in: Language, aliases: Aliases) -> str | None:
    """Two names of the claim of which each has the other's part in the source; None where there are no such two."""
    ours, theirs = actors(claim, language), actors(source, written_in)
    for doer in (actor for actor in ours if actor.part == "does"):
        for other in (actor for actor in ours if actor.part == "undergoes" and actor.clause == doer.clause):
            if _parts(doer, theirs, aliases) == {"undergoes"} and _parts(other, theirs, aliases) == {"does"}:
                return f"{doer.name} - {other.name}"
    return None


def stands_in_for(
    claim: str, language: Language, source: str, written_in: Language, speaker: str | None, aliases: Aliases
) -> str | None:
    """Whoever does in the claim what another does in the source, where the source has not the one and the claim not the other.

    A person of the claim must not take the place of who speaks in the source, either: `speaker`.
    """
    doers = [actor for actor in actors(claim, language) if actor.part == "does"]
    theirs = dict.fromkeys(actor.name for actor in actors(source, written_in) if actor.part == "does")
    if not doers or not (theirs or speaker):
        return None
    named = [name.text for name in find_names(claim, language)]
    absent = {name.text for name in missing_names(claim, language, source, written_in, aliases)}
    for doer in doers:
        others = [*theirs, speaker] if speaker and doer.person else list(theirs)
        if doer.name in absent and others and not any(aliases.same(a, b) for a in others for b in named):
            return f"{doer.name} for {others[0]}"
    return None


def _parts(actor: Actor, theirs: tuple[Actor, ...], aliases: Aliases) -> set[Part]:
    return {other.part for other in theirs if aliases.same(actor.name, other.name)}


@lru_cache(maxsize=20_000)
def actors(text: str, language: Language) -> tuple[Actor, ...]:
    """The names that do something in a clause or have it done to them, in order."""
    return tuple(_korean(text) if language == "ko" else _english(text))


def _korean(text: str) -> Iterator[Actor]:
    read = list(tokens(text))
    ends = [start + length for form, tag, start, length in read if tag == "EC" and _CLAUSE_END.search(form)]
    for name in find_names(text, "ko"):
        clause = sum(end <= name.start for end in ends)
        stop = next((end for end in ends if end > name.end), len(text))
        after = [token for token in read if token[2] >= name.end]
        while after and after[0][1].split("-")[0] in _NOUN:
            after.pop(0)
        if not after or (name.kind == "place" and _PEOPLE_OF.match(text, name.end)):
            continue
        form, tag, start, length = after[0]
        if tag == "JX" and [token[:2] for token in after[1:2]] == [("하", "VV")]:
            continue  # 배당은 하지 않는다: what is done
        passive = bool(_PASSIVE.search(text[start:stop]))
        if form == "에" and re.match(r" ?의해", text[start + length :]):
            yield Actor(name.text, "does", clause, name.kind == "person")
        elif tag == "JKS" or (tag == "JX" and form in ("은", "는", "도")):
            yield Actor(name.text, "undergoes" if passive else "does", clause, name.kind == "person")
        elif tag == "JKO" or (tag == "JKB" and form in ("에게", "한테", "께")):
            yield Actor(name.text, "does" if passive and tag == "JKB" else "undergoes", clause)


def _english(text: str) -> Iterator[Actor]:
    names = find_names(text, "en")
    cuts = [
        match.start() for match in _SEGMENT.finditer(text) if not any(n.start <= match.start() < n.end for n in names)
    ]
    for number, (low, high) in enumerate(zip([0, *cuts], [*cuts, len(text)], strict=True)):
        here = [name for name in names if low <= name.start and name.end <= high]
        if not here:
            continue
        verb = _VERB.search(text, here[0].end, high) if here[0].end < high else None
        if verb is None:
            continue
        passive = bool(verb["passive"])
        for name in here:
            before = text[low : name.start]
            if _POSSESSIVE.match(text, name.end):
                continue
            if _BY.search(before) and name.start > verb.start():
                if passive:
                    yield Actor(name.text, "does", number, name.kind == "person")
            elif _NOT_DOING.search(before):
                continue
            elif name.end <= verb.start():
                if _TO.search(before):
                    continue
                yield Actor(name.text, "undergoes" if passive else "does", number, name.kind == "person")
            elif not passive:
                yield Actor(name.text, "undergoes", number)
