"""Somebody of an office, without a name, who does in a claim what others do in its source: an aide shouts where protesters did."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from app.roles import roles_in
from ingest.records import Language
from ingest.terms import singular, terms

# Those of an office, whom no other word means: a worker may be a clerk, an official anybody.
_OFFICE: dict[Language, re.Pattern[str]] = {
    "ko": re.compile(
        r"(?<![가-힣])[가-힣]{0,4}?(보좌관|대변인|비서관|교수|변호사|판사|장관|총리|대통령|회장|위원장|대사|특사|차관|시의원|국회의원)(?:들)?(?:은|는|이|가|도)(?= )"
    ),
    "en": re.compile(
        r"(?:^|[,;] |\b(?:and|but|while|that) )(?:(?:the|a|an|one)\s+)?(?:[A-Za-z'’-]+ ){0,5}?"
        r"(aides?|spokes(?:man|woman|person|people)|advis[eo]rs?|professors?|lawyers?|judges?|senators?|ministers?|ambassadors?|mayors?|governors?"
        r"|presidents?|chairm[ae]n|envoys?)(?= (?:has|have|had|will|would|was|were|is|are|[a-z]+ed|said|told|says?)\b)",
        re.I,
    ),
}
# Anybody who does something in the source, but for saying so.
_ANYBODY: dict[Language, re.Pattern[str]] = {
    "ko": re.compile(
        r"([가-힣]+(?:자|관|원|인|민|생|사|장|수|대))들?(?:은|는|이|가)(?= )(?! (?:말|밝|전|설명|덧붙|주장|강조|했))"
    ),
    "en": re.compile(
        r"\b([a-z]{3,}(?:ers?|ors?|ists?|ants?|ents?|men|people|police|crowds?))\b(?= (?:has|have|had|will|would|was|were|[a-z]+ed)\b)(?! (?:said|told|added))",
        re.I,
    ),
}
_PRONOUN: dict[Language, re.Pattern[str]] = {
    "ko": re.compile(r"(?<![가-힣])(?:그|그녀|그들|이들|저|우리|나|자신)(?:은|는|이|가|도)(?= )| 씨(?:는|가|도) "),
    "en": re.compile(r"\b(?:he|she|they|we|I|who)\b", re.I),
}


def mistaken(
    claim: str,
    language: Language,
    source: str,
    support: str,
    written_in: Language,
    unlike: Callable[[Sequence[str], Sequence[str]], Sequence[str]],
) -> str | None:
    """Who does it in the claim, where `support`, which holds the source, speaks of no such person and the source has somebody else do it.

    Within a language alone: across two the words do not tell. `unlike` gives, of some words, those that mean nothing like any of the others.
    """
    if language != written_in or not (ours := _OFFICE[language].search(claim)):
        return None
    theirs = [_stem(found[1], language) for found in _ANYBODY[language].finditer(source)]
    if not theirs or _PRONOUN[language].search(source):
        return None
    who = _stem(ours[1], language)
    if who in support.lower() or roles_in(ours[0]) & roles_in(support):
        return None
    return ours[1] if unlike([who], sorted(set(terms(support)))) else None


def _stem(word: str, language: Language) -> str:
    return singular(word.lower()) if language == "en" else word
