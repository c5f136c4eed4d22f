"""Does a sentence of a draft state something, and of what the articles tell?"""

from __future__ import annotations

import re

from ingest.records import Language

_SENTENCE_END = re.compile(r"[다요까죠음임함됨][\"'”’)\]]*[.!?。…]*[\"'”’)\]]*$")  # how a Korean sentence ends

_ASKS: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\?[\"'”’)\]]*$"),
    "ko": re.compile(r"(?:\?|(?:[되했하있없였었았]|이었)나|[는은인던]가|나요|가요|까요?)[.?!]*$"),
}
_OF_THE_TEXT: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:text|sentences?|passage|excerpt|evidence|provided information|article)s?\b[^.]{0,30}\b(?:not|no|never)\b[^.]{0,30}"
        r"\b(?:provid|mention|stat|specif|contain|sa[yi]|giv|indicat|information|answer)",
        re.I,
    ),
    "ko": re.compile(
        r"(?:문장|기사|본문|글|뉴스|자료)에[는서도]?[^.]{0,40}(?:나와 있지|언급(?:이|되|하)|없습니다|제공(?:되|하)지|알 수 없)"
    ),
}
# A way that was told of before: "in this way" at the start of an answer says nothing, or something else.
_POINTS_BACK: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:in|by) (?:this|that|these|those|such) (?:ways?|manner|methods?|means)\b", re.I),
    "ko": re.compile(r"(?<![가-힣])(?:[이그]|[이그]런|[이그]러한|이와? 같은) (?:방식|방법|수단)[은이을으]"),
}


def no_statement(sentence: str, language: Language, *, first: bool) -> str | None:
    """Why it states nothing of what the articles say. A bare name may answer, but goes on as none."""
    if _ASKS[language].search(sentence):
        return "a question"
    if _OF_THE_TEXT[language].search(sentence):
        return "of the text, not of what it tells"
    if first and _POINTS_BACK[language].search(sentence):
        return "points back to what is not said"
    if language == "ko" and not first and not _SENTENCE_END.search(sentence):
        return "no sentence"
    return None
