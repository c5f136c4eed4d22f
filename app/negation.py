"""Negation in either language: does a sentence deny something?"""

from __future__ import annotations

import re

from ingest.records import Language

_NEGATED: dict[Language, re.Pattern[str]] = {
    "ko": re.compile(
        r"지(?:는|도|를|조차)? ?(?:않|못|아니|말)|(?<![가-힣])(?:안|못) [가-힣]|아니(?:다|라|며|고|었|한|하|냐)|(?<![가-힣])없|수 없|"
        r"불가능|못했|못한|못하|부인(?:했|하)|거부(?:했|하)|거절(?:했|하)|부정(?:했|하)"
    ),
    "en": re.compile(
        r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|unable|unlikely|denie[sd]|deny|refuse[sd]?|reject(?:s|ed)?"
        r"|fail(?:s|ed)? to|declined? to|impossible|lacks?|lacking)\b|n['’]t\b",
        re.I,
    ),
}
_NEGATED_LOOSE = re.compile(r"부족|결여|미흡|아직|거의")  # Korean words that English may render by a negation


def negates(text: str, language: Language) -> bool:
    return bool(_NEGATED[language].search(text))


def contradicts(claim: str, claim_language: Language, source: str, source_language: Language) -> bool:
    """Does the claim deny where the source affirms? A claim that affirms may rest on another clause of a denying source."""
    if not negates(claim, claim_language):
        return False
    return not (negates(source, source_language) or _NEGATED_LOOSE.search(source))
