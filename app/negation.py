"""Negation in either language: does a claim deny what its source affirms, or affirm what it denies?"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ingest.records import Language

_NEGATED: dict[Language, re.Pattern[str]] = {
    "ko": re.compile(
        r"지(?:는|도|를|조차)? ?(?:않|못|아니|말)|(?<![가-힣])(?:안|못) [가-힣]|아니(?:다|며|고|었|한|하|냐)|아닙니|아닌"
        r"|(?<![가-힣])없|수 없|불가능|못했|못한|못하|부인(?:했|하)|거부(?:했|하)|거절(?:했|하)|부정(?:했|하)"
    ),
    "en": re.compile(
        r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|unable|unlikely|denie[sd]|deny|refuse[sd]?"
        r"|reject(?:s|ed)?|fail(?:s|ed)? to|declined? to|impossible|lacks?|lacking)\b|n['’]t\b",
        re.I,
    ),
}
# What looks like a negation and denies nothing: not only ... but; 할 수밖에 없다; 뿐만 아니라; 하지 않을 수 없다.
_AFFIRMS: dict[Language, re.Pattern[str]] = {
    "ko": re.compile(r"수밖에 없|뿐(?:만)? ?아니|지 않을 수 없|다름 ?아닌|더할 나위 없"),
    "en": re.compile(r"\bnot only\b|\bno doubt\b|\bno less than\b|\bno sooner\b|\bnothing but\b", re.I),
}
# What one language says by a negation, the other may say by such a word.
_LOOSE: dict[Language, re.Pattern[str]] = {
    "ko": re.compile(r"부족|결여|미흡|아직|거의|그만두|중단|몰래|미치지|미달|드물|반대|제외"),
    "en": re.compile(
        r"\bun\w+|\bin(?:capable|sufficient|adequate)\w*|\bdis\w+|\bhardly|\bbarely|\bless\b|\bend(?:ed|s)?\b"
        r"|\bstop(?:ped|s)?\b|\bsecret\w*|\bonly\b|\bbad(?:ly)?\b|\boppos\w+|\bexcept|\bfalse\b|\bif\b|\bsmall\b",
        re.I,
    ),
}
_CLAUSE: dict[Language, re.Pattern[str]] = {
    "ko": re.compile(r"(?:(?<=[^다라냐자]고)|(?<=며)|(?<=지만)|(?<=는데)|(?<=[하되았었]서)) |[,;“”]\s*"),
    "en": re.compile(
        r"[,;:“”]\s+|\s+(?:and|but|while|whereas|which|who|because|although|though|as|after|before)\s+", re.I
    ),
}


def negates(text: str, language: Language) -> bool:
    return bool(_NEGATED[language].search(_AFFIRMS[language].sub(" ", text)))


def clauses(text: str, language: Language) -> list[str]:
    """The parts of a sentence between commas and conjunctions, roughly; at least one."""
    return [part for part in _CLAUSE[language].split(text) if len(part.strip()) > 3] or [text]


def contradicts(
    claim: str,
    claim_language: Language,
    source: str,
    source_language: Language,
    nearest: Callable[[str, Sequence[str]], int] | None = None,
) -> bool:
    """One denies and the other does not, in anything.

    A claim that affirms may rest on a clause of its source that does, too, if that is the clause it speaks of: `nearest` tells which of
    some parts is nearest to the claim in meaning. Across languages, words that deny without a negation (lack, secretly, 부족) leave it
    open, on whichever side they stand.
    """
    denies, denied = negates(claim, claim_language), negates(source, source_language)
    if denies == denied:
        return False
    across = claim_language != source_language
    if denies:
        return not (across and _LOOSE[source_language].search(source))
    if across and _LOOSE[claim_language].search(claim):
        return False
    parts = clauses(source, source_language)
    if all(negates(part, source_language) for part in parts):
        return True
    return nearest is not None and negates(parts[nearest(claim, parts)], source_language)
