"""Whom an actor plays: a claim must not have another of the characters that its sentence names."""

from __future__ import annotations

import re
from collections.abc import Callable

from ingest.names import find_names
from ingest.records import Language

_CAPITALS = r"((?-i:[A-Z])[\w'’-]*(?: (?-i:[A-Z])[\w'’-]*){0,3})"
_PLAYED: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:play(?:s|ed|ing)?|portray(?:s|ed|ing)?|(?:role|part|character) (?:of|as)|(?:cast|star(?:s|red|ring)?) as)"
        rf" (?:the (?:role|part|character) of )?{_CAPITALS}",
        re.I,
    ),
    "ko": re.compile(
        r"([가-힣A-Za-z-]+(?: [가-힣A-Za-z-]+)?)(?:(?<=[가-힣]) ?(?:의 )?(?:배?역|캐릭터)(?:할)?(?:을|를|으로|로|에|이|의)(?= )|(?:을|를) (?:[가-힣]+게 )?(?:연기|열연))"
    ),
}
# Where nothing speaks of a stage, teams play each other.
_STAGE = re.compile(
    r"\b(?:roles?|characters?|films?|movies?|series|dramas?|stage|musicals?|actors?|actress(?:es)?|sitcoms?|cast|starr?(?:s|ed|ing)?)\b"
    r"|연기|배우|영화|드라마|시리즈|연극|뮤지컬|배역",
    re.I,
)


_ASKED = re.compile(
    r"\b(?:what|which) characters?\b.*\b(?:play|portray|voice)"
    r"|\b(?:what|which) (?:role|part)s?\b.*\b(?:play|portray|voice)\w*\b.*\b(?:films?|movies?|series|dramas?|musicals?|sitcoms?|stage)\b"
    r"|(?:어떤|무슨) (?:배?역|캐릭터)[을를]? ?(?:맡아 )?(?:연기|맡)|(?:영화|드라마|시리즈|연극|뮤지컬).*(?:어떤|무슨) 역할을? ?(?:맡아 )?(?:연기|맡)",
    re.I,
)
# Whoever is played; that it is the lead says nothing of whom.
_SOMEBODY: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:play|portray|voic|role (?:of|as)|(?:cast|star\w*) as)\w* (?!(?:(?:a|an|the|one of the) )?(?:\w+ )?(?:roles?|parts?|leads?|characters?)\b(?! (?:of|named|called)))\w",
        re.I,
    ),
    "ko": re.compile(
        r"(?<!주연)(?<!조연)(?<!단역)(?<!인)(?<!의)(?<!하는) (?:배?역|캐릭터)|(?<!역)(?<!역할)(?<!캐릭터)(?:을|를) (?:[가-힣]+게 )?(?:연기|열연)"
    ),
}


def asks_whom(question: str) -> bool:
    """Whether it asks whom an actor plays."""
    return bool(_ASKED.search(question))


def plays_somebody(text: str, language: Language) -> bool:
    return bool(_SOMEBODY[language].search(text))


def miscast(
    claim: str, language: Language, source: str, written_in: Language, same: Callable[[str, str], bool]
) -> str | None:
    """Whom the claim has played where the source has only others played; None where either names nobody."""
    theirs = [form for found in _PLAYED[written_in].finditer(source) for form in _forms(found[1])]
    if not theirs or not _STAGE.search(f"{claim} {source}"):
        return None
    for found in _PLAYED[language].finditer(claim):
        ours = [name.text for name in find_names(found[1], language) if found[1].endswith(name.text)]
        if ours and not any(same(ours[-1], other) for other in theirs):
            return f"{ours[-1]} for {theirs[0]}"
    return None


def _forms(phrase: str) -> tuple[str, ...]:
    """All of it, and its last word: 관심사인 이그리트."""
    return phrase.split()[-1], phrase
