"""How many it is said of: "all" and "always" are more than a source says that speaks of some, of most or of one in four."""

from __future__ import annotations

import re

from app.negation import negates
from ingest.records import Language

_ALL: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:all|every|everyone|everybody|always|entire|entirely|whole)\b", re.I),
    "ko": re.compile(r"모든|모두|전부|전원|전체|항상|언제나|매번|누구나|(?<![가-힣])늘(?= )"),
}
# Where "all" counts nothing.
_IDLE: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\ball but\b|\ball the same\b|\b(?:at|after|above|over|in|of|not) all\b|\ball[- ](?:time|over|along|out)\b",
        re.I,
    ),
    "ko": re.compile(r"모두 \d|모두 합|전체 ?(?:의|중|가운데)"),
}
_PART: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:some|several|most|mostly|many|part of|partly|half|third of|quarter of|one \w+ in|one in|often|sometimes|usually|majority|minority)\b"
        r"|%|\bper ?cent\b",
        re.I,
    ),
    "ko": re.compile(
        r"일부|대부분|상당수|많은|여러|절반|가끔|종종|대체로|다수|소수|%|퍼센트|분의 |(?:중|가운데) (?:\d|한|두|세|네)"
    ),
}


# These say of each what they say, whatever the source counts; those deny of each what the source says of few.
_EACH: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:always|everyone|everybody|anyone|anybody)\b", re.I),
    "ko": re.compile(r"항상|언제나|매번|누구나|누구든|(?<![가-힣])늘(?= )"),
}
_SAYS_EACH: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:each|any|anyone|anything|whoever|whenever|never|nobody|no one|none|no|since|consistent(?:ly)?|without)\b",
        re.I,
    ),
    "ko": re.compile(r"마다|누구|아무|매[일년주달번]|(?<![가-힣])늘(?= )|없|않|줄곧|계속"),
}
_NONE: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:never|nobody|no one|none)\b", re.I),
    "ko": re.compile(r"결코|절대|전혀|아무도|한 번도|단 한"),
}
_FEW: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:rarely|seldom|few|hardly)\b", re.I),
    "ko": re.compile(r"드물(?:게|었|다)|거의 [^.,]{0,15}(?:않|없|못)|소수"),
}


def widened(claim: str, language: Language, source: str, written_in: Language) -> str | None:
    """The word by which the claim says of all what the source says of a part."""
    denied = _NONE[language].search(claim)
    if denied and not _FEW[language].search(claim) and _FEW[written_in].search(source):
        return None if _denies(source, written_in) else denied[0]
    found = _ALL[language].search(_IDLE[language].sub(" ", claim))
    if not found or _PART[language].search(claim):
        return None
    if _ALL[written_in].search(_IDLE[written_in].sub(" ", source)):
        return None
    if (each := _EACH[language].search(claim)) and not _SAYS_EACH[written_in].search(source):
        return each[0]
    return found[0] if _PART[written_in].search(source) else None


def _denies(source: str, language: Language) -> bool:
    return bool(_NONE[language].search(source)) or negates(source, language)
