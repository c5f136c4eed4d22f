"""How many it is said of: "all" and "always" are more than a source says that speaks of some, of most or of one in four."""

from __future__ import annotations

import re

from ingest.records import Language

_ALL: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:all|every|everyone|everybody|always|entire|entirely|whole)\b", re.I),
    "ko": re.compile(r"모든|모두|전부|전원|전체|항상|언제나|매번|누구나"),
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


def widened(claim: str, language: Language, source: str, written_in: Language) -> str | None:
    """The word by which the claim says of all what the source says of a part."""
    found = _ALL[language].search(_IDLE[language].sub(" ", claim))
    if not found or _PART[language].search(claim):
        return None
    if _ALL[written_in].search(_IDLE[written_in].sub(" ", source)):
        return None
    return found[0] if _PART[written_in].search(source) else None
