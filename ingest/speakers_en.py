"""Who says a sentence of English news."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.quotation import is_open, quotations

_VERBS = (
    r"(?:said|says|added|adds|told|tells|warned|warns|noted|notes|argued|argues|explained|stressed|claimed|insisted|stated"
    r"|wrote|announced|replied|predicted|testified|tweeted|acknowledged|admitted|confirmed|denied|suggested|concluded|observed"
    r"|remarked|recalled|declared|emphasi[sz]ed|cautioned|joked|commented|responded|complained|thinks|believes)"
)
_ADVERB = r"(?:\s+(?:also|later|then|has|had|have|once|again|repeatedly|previously|recently|[a-z]+ly))?"
_WORD = r"(?:[A-Z][\w.&-]*(?:['’][A-Z][\w-]*)?)"
_NAME = rf"{_WORD}(?:\s+(?:(?:de|da|van|von|der|den|bin|ibn|al|el|la|le|for|&)\s+)?{_WORD}){{0,4}}"
_ROLE = r"(?:(?:the|its|his|her|their|a|an|our)\s+)?(?:[a-z][\w-]*\s+){0,6}"
_ASIDE = r"(?:\s+of\s+(?:the\s+)?[^,\"“]{1,60}?)?(?:,\s[^\"“”]{1,140}?,)?"

_OFFICE = "head|chief|president|director|chair|chairman|chairwoman|leader|editor|founder|chancellor|secretary|spokesman|spokeswoman"

_BEFORE = re.compile(rf"(?P<name>\b[Hh]e|\b[Ss]he|{_NAME})(?:['’]s)?{_ASIDE},?{_ADVERB}\s+{_VERBS}\b(?!\s+by\b)")
_ASIDE_OPEN = re.compile(  # Jane Roe, a professor of law at Hill University, or without the second comma
    rf"(?P<name>{_NAME}),\s(?:a|an|the|who|former|{_OFFICE})\s[a-z][^,\"“”;:]{{1,140}}?{_ADVERB}\s+{_VERBS}\b(?!\s+by\b)"
)
_DISAGREED = re.compile(
    rf"(?P<name>\b[Hh]e|\b[Ss]he|{_NAME})(?:\s+[a-z]+){{1,3}},\s+(?:saying|adding|arguing|noting|warning)\b"
)
_ENDS = r"(?=[,.;:?!\"“]|\s*$|\s+(?:in|on|at|who|during|after|as|to|of)\b)"
_AFTER = re.compile(rf"[,\"”?!]\s+{_VERBS}\s+(?:(?P<he>he|she)\b|{_ROLE}(?P<name>{_NAME}){_ENDS})")
_ROLE_COMMA = re.compile(rf"[,\"”?!]\s+{_VERBS}\s+(?:[\w'’.-]+\s+){{1,6}}?[a-z]+,\s+(?P<name>{_NAME})")
_ACCORDING = re.compile(rf"\b[Aa]ccording to {_ROLE}(?P<name>{_NAME})(?=[,.;]|\s*$)")

_TITLES = re.compile(
    r"(?:(?:The|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Rev|Sir|Dame|Lord|Lady|President|Vice|Prime|Minister"
    r"|Chancellor|Mayor|Councillor|Council(?:man|woman)|Senator|Representative|Congress(?:man|woman)|Governor|Secretary|Judge"
    r"|Justice|Professor|Doctor|Chief|Executive|Officer|Director|Chair(?:man|woman)?|CEO|CFO|Captain|General|Ambassador|Analyst"
    r"|Spokes(?:man|woman|person)|King|Queen|Prince|Princess|Pope|Coach|Manager|Deputy|Foreign|Finance|Defen[cs]e)\.?\s+)+"
)
_LEADING = re.compile(
    r"(?:And|But|In|On|At|As|When|While|After|Before|Since|For|If|So|Yet|Then|Still|Also|Meanwhile|However|By|Because|Although"
    r"|Though|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\s+"
)
_NOBODY = frozenset(
    "It This That These Those There They We You I What Who Which One Some Many Most Others Officials Experts Critics Analysts "
    "Police Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September "
    "October November December The A An".split()
)
_OWNER = re.compile(  # of a thing of his: whoever else is told of by what he is to him
    rf"(?:(?:But|And|Yet|Still|However),?\s+)?(?P<name>{_NAME}?)['’]s\s+(?:own\s+)?"
    r"(?:votes?|plans?|bills?|remarks?|comments?|decisions?|proposals?|position|view|stance|mind|answer|reply|message|letter|speech|statement|support)\b"
    r"(?!.*\b[A-Z])"
)
_ORGANISATION = re.compile(
    r"\b(?:Inc|Corp|Ltd|Co|Group|Bank|Company|University|Institute|Ministry|Department|Council|Committee|Party|Agency|Association"
    r"|Securities|Holdings|Motors|Electronics|Battery|Shipping|Metals|United|City|FC|Court|Commission|Center|Centre|House|Union"
    r"|Times|Post|News|Reuters|Press|States|Nations|Sachs|Research|Foundation|Hospital|Investment|Watch|Services)\b"
)


def named(text: str, spans: Sequence[tuple[int, int]]) -> list[str | None]:
    """For each span the speaker that its own words name, pronouns resolved to the person last spoken of."""
    outside = [_blanked(text[start:end]) for start, end in spans]
    persons = _persons(outside)
    last: str | None = None
    found: list[str | None] = []
    for sentence in outside:
        speaker = _speaker(sentence)
        subject = _first_person(sentence, persons)
        if speaker == "":
            # "Paul Renshaw rejected the idea, he said": the person of this sentence, else of those before
            speaker = subject or last
        last = _full(speaker, persons) if speaker and _is_person(speaker, persons) else subject or last
        found.append(speaker)
    return found


def _speaker(sentence: str) -> str | None:
    """The name; "" for a pronoun; None where nobody speaks."""
    for form in (_ROLE_COMMA, _ASIDE_OPEN, _BEFORE, _DISAGREED, _AFTER, _ACCORDING):
        for match in form.finditer(sentence):
            if form is _AFTER and match["he"]:
                return ""
            name = match["name"]
            if name.lower() in ("he", "she"):
                return ""
            if tidy := _tidy(name):
                return tidy
    return None


def _tidy(name: str) -> str | None:
    name = _LEADING.sub("", name + " ")
    if titles := list(_TITLES.finditer(name)):
        rest = name[titles[-1].end() :].strip()  # "Ruritanian President Jana Novak" is Jana Novak
        name = rest or name
    name = name.strip()
    name = re.sub(r"['’]s$", "", name).rstrip(".,")
    return name if name and name not in _NOBODY else None


def _persons(sentences: Sequence[str]) -> dict[str, str]:
    """Full names of people, by full name and by last word: those who speak, hold a title or are explained by a comma."""
    full: dict[str, str] = {}
    two = rf"{_WORD}(?:\s+(?:(?:de|da|van|von|der|bin|al)\s+)?{_WORD}){{1,3}}"
    shapes = (
        re.compile(rf"(?P<name>{two}),\s+(?:who|\d{{1,2}},|(?:the|a|an|its|his|her)\s+[a-z])"),
        re.compile(rf"(?:{_TITLES.pattern})(?P<name>{two})"),
        re.compile(rf"[a-z]+,\s+(?P<name>{two}),"),
    )
    whole = " ".join(sentences)
    for match in re.finditer(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sen|Rep|Sgt|Rev)\.? ([A-Z][\w-]+)(?! [A-Z])", whole):
        full[match[1]] = match[1]
    for sentence in sentences:
        names = [match["name"] for shape in shapes for match in shape.finditer(sentence)]
        speaker = _speaker(sentence) or ""
        if speaker and " " not in speaker and (match := re.search(rf"\b[A-Z][\w-]+ {re.escape(speaker)}\b", whole)):
            names.append(match[0])
        for name in [*names, speaker]:
            tidy = _tidy(name) if name else None
            if tidy and " " in tidy and not _ORGANISATION.search(tidy):
                for key in (tidy, tidy.split()[-1], tidy.split()[0] if "-" in tidy else tidy):
                    full[key] = tidy if full.get(key, key) == key else full[key]
    return full


def _first_person(sentence: str, persons: dict[str, str]) -> str | None:
    """The person a sentence begins with; not one it only mentions, which a pronoun seldom means."""
    places = {
        match.start(): full
        for key, full in persons.items()
        if (match := re.search(rf"(?<![\w-]){re.escape(key)}(?![\w-])(?!['’]s)", sentence)) and match.start() < 60
    }
    if places:
        return places[min(places)]
    owner = _OWNER.match(sentence)  # "Reed's vote is certain. He said ...": no other name is there
    return persons.get(owner["name"]) if owner else None


def _is_person(name: str, persons: dict[str, str]) -> bool:
    return name in persons or (" " in name and not _ORGANISATION.search(name))


def _full(name: str, persons: dict[str, str]) -> str:
    return persons.get(name, name)


def _blanked(sentence: str) -> str:
    """The sentence with double quotations blanked, every position kept; so is what an open one leaves over."""
    letters = list(sentence)
    inside = [(s, e) for s, e in quotations(sentence) if sentence[s] in '“"„']
    for start, end in inside:
        letters[start + 1 : end - 1] = " " * (end - start - 2)
    rest = "".join(letters)
    if is_open(sentence):
        opened = max(rest.rfind(mark) for mark in '“"„')
        return rest[: opened + 1] + " " * (len(rest) - opened - 1)
    if not inside and (close := re.search(r"[”\"]", rest)):
        return " " * close.start() + rest[close.start() :]
    return rest
