"""Which names of a claim do not stand in its source, in any script or form."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from ingest.aliases import Aliases
from ingest.capitals import means_state
from ingest.common_words import COMMON, PERSON_TITLES
from ingest.mentions import find_names
from ingest.name import Name
from ingest.name_parts import SMALL, name_parts
from ingest.name_source import Source
from ingest.noun_windows import Place
from ingest.records import Language

_COPULA = re.compile(r"(?<=[가-힣]{2})이[고며자]$")
_PARTICLE = re.compile(r"(?:에서|에게|으로|부터|까지|은|는|이|가|을|를|의|와|과|로|도|만|에)$")


def missing_names(
    claim: str, claim_language: Language, source: str, source_language: Language, aliases: Aliases
) -> list[Name]:
    """The names of `claim` that `source` does not hold, in order; spans count in `claim`."""
    names = _names(claim, claim_language)
    if not names:
        return []
    look = _source(source, aliases)
    titles = _titles_of_works(claim) if (claim_language, source_language) == ("en", "ko") else []
    return [
        name
        for name in names
        if not (any(start <= name.start and name.end <= end for start, end in titles) and _translated(name))
        and not look.holds(name)
        and not look.holds(_whole_word(name, claim))
        and not look.holds(_without_copula(name))
        and not look.holds_bracket(name, claim)
        and not _added_to(name, claim, look)
        and not (claim_language != source_language and means_state(name, claim, source))
    ]


@lru_cache(maxsize=1024)
def _names(claim: str, language: Language) -> tuple[Name, ...]:
    return tuple(find_names(claim, language))


@lru_cache(maxsize=256)  # the sentences of the answers of the last minutes; a table of names is compared by identity
def _source(text: str, aliases: Aliases) -> Source:
    return Source(text, aliases)


def holds(name: str, source: str, aliases: Aliases) -> bool:
    """Whether `source` has `name` in any script, whatever the analyser makes of it."""
    return _source(source, aliases).holds(Name(name, 0, len(name), "person"))


def namesakes(claim: str, article: str) -> list[str]:
    """Persons of an English claim whose surname the article gives to others alone: Bob Roe where it knows Alice Roe only."""
    found = []
    for name in _names(claim, "en"):
        words = name.text.split()
        if name.kind != "person" or len(words) < 2:
            continue
        before = re.findall(rf"\b([A-Z][\w'’-]+\.?) {re.escape(words[-1])}\b", article)
        firsts = {word for word in before if word.rstrip(".").lower() not in PERSON_TITLES | COMMON}
        if firsts and not firsts & set(words[:-1]):
            found.append(name.text)
    return found


def _added_to(name: Name, claim: str, look: Source) -> bool:
    """미국 국립기상청(National Weather Service): a country that Korean sets before an institution, which the source has by its bracket."""
    match = re.match(r" [가-힣]+(?: [가-힣]+){0,3}\(([A-Z][^()]{3,})\)", claim[name.end :])
    return name.kind == "place" and bool(match) and match[1].lower() in look.lower


def _whole_word(name: Name, claim: str) -> Name:
    """사이드라인 where only 사이드 was taken for a name."""
    rest = re.match(r"[가-힣]*", claim[name.end :])
    if not re.search(r"[가-힣]$", name.text) or not rest or not rest[0]:
        return name
    return replace(name, text=name.text + _PARTICLE.sub("", rest[0]))


def _without_copula(name: Name) -> Name:
    """캐버노이고 that was taken for a name as a whole."""
    return replace(name, text=_COPULA.sub("", name.text))


def _titles_of_works(claim: str) -> list[Place]:
    """Quoted stretches in which most words are capitalised: a book's or a film's title, translated and not transcribed."""
    spans = []
    for match in re.finditer(r"[\"“][^\"“”]{4,160}[\"”]", claim):
        words = [word for word in re.findall(r"[A-Za-z][\w'’]*", match.group()) if word.lower() not in SMALL]
        if len(words) > 1 and sum(word[0].isupper() for word in words) / len(words) >= 0.7:
            spans.append(match.span())
    return spans


def _translated(name: Name) -> bool:
    """Whether a title's words are plain ones (The Last Palace), which a translation does not keep by sound."""
    parts = name_parts(name.text)
    plain = [part.word or part.text.lower() in COMMON for part in parts]
    known = [bool(part.rows) and not part.word for part in parts]
    return any(plain) and (not any(known) or len(parts) > 2 > sum(known))
