"""Somebody without a name who does in a claim what somebody else does in its source: an aide shouts where protesters did."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from app.roles import roles_in
from ingest.records import Language
from ingest.terms import singular

# Whom a word like official or expert may mean is left out: it stands for anybody.
_PERSON = (
    "보좌관|대변인|고문|비서관?|연구원|분석가|기자|교사|교수|의사|간호사|변호사|검사|판사|의원|장관|대사|시장|지사|총리|대통령|회장|사장|이사장|위원장|대표"
    "|감독|코치|선수|소장|국장|경찰관?|검찰|군인|남성|여성|학생|주민|시민|시위[자대]|노동자|직원|임원|승객|유권자|어민|농민|목격자|과학자"
)
# Whoever a Korean clause is about, to its particle; and in English what stands before its first verb.
_DOER: dict[Language, re.Pattern[str]] = {
    "ko": re.compile(rf"(?<![가-힣])[가-힣]{{0,4}}?({_PERSON})(?:들)?(?:은|는|이|가|도)(?= )"),
    "en": re.compile(
        r"(?:^|[,;] |\b(?:and|but|while|that) )(?:(?:the|a|an|one|some|many|two|three|several)\s+)?(?:[A-Za-z'’-]+ ){0,5}?"
        r"(aides?|spokes(?:man|woman|person|people)|advis[eo]rs?|analysts?|researchers?|reporters?|teachers?|professors?|doctors?"
        r"|nurses?|lawyers?|prosecutors?|judges?|senators?|lawmakers?|ministers?|ambassadors?|mayors?|governors?|presidents?|chairm[ae]n|coach(?:es)?"
        r"|players?|students?|pupils?|residents?|protest[eo]rs?|demonstrators?|workers?|employees?|passengers?|voters?|fans?|fishermen|farmers?|witnesses"
        r"|scientists?|soldiers?|prisoners?|inmates?|parents?)"
        r"(?= (?:has|have|had|will|would|was|were|is|are|[a-z]+ed|said|told|says?)\b)",
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
    if language != written_in or not (ours := _DOER[language].search(claim)):
        return None
    theirs = [_stem(found[1], language) for found in _DOER[language].finditer(source)]
    if not theirs or _PRONOUN[language].search(source):
        return None
    who = _stem(ours[1], language)
    if who in support.lower() or roles_in(ours[0]) & roles_in(support):
        return None
    return ours[1] if unlike([who], theirs) else None


def _stem(word: str, language: Language) -> str:
    return singular(word.lower()) if language == "en" else word
