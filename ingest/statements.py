"""Who says a sentence of an article: by the shape of news prose, not by understanding it.

A sentence has a speaker where a verb of saying stands in it with its subject; a pronoun is the speaker named last. Anything
else is the reporter's own words: a missing speaker costs an answer, a wrong one puts words in another's mouth.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.records import Language


def speakers(text: str, spans: Sequence[tuple[int, int]], language: Language) -> list[str | None]:
    """For each span its speaker, as the article writes the name, or None for the reporter's own words."""
    find = _korean if language == "ko" else _english
    found: list[str | None] = []
    last: str | None = None
    for start, end in spans:
        speaker = find(text[start:end])
        if speaker == _PRONOUN:
            speaker = last
        last = speaker or last
        found.append(speaker)
    return found


_PRONOUN = "\0"

_KO_SAID = re.compile(
    r"(?:말|언급|강조|설명|주장|경고|전|지적|비판|당부|토로|반박|예상|전망|진단|분석|평가|발표|호소|촉구|답|단언|고백|회상|우려|조언|제안)"
    r"(?:했다|했습니다|한다|하며|하면서)"
    r"|(?:밝혔|덧붙였|내다봤|털어놨|꼬집었|되물었|물었|외쳤|적었|썼)(?:다|습니다)"
)
_KO_QUOTED = re.compile(
    r"(?:고|라며|다며|면서|냐며|자며)\s*,?\s*(?:[가-힣]+(?:게|히|으로|로|해서)\s+)?$|[\"”'’]\s*(?:고|라고|며|라며)?\s*,?\s*$"
)
_KO_SUBJECT = re.compile(r"([가-힣A-Za-z][가-힣A-Za-z·.\-() ]{0,40}?)(은|는|이|가)(?=\s|,)")
_KO_HE = re.compile(r"^(?:이어\s+|또\s+|또한\s+)?(?:그|그녀)(?:는|가|도)\s")
_KO_TITLE = re.compile(
    r"\s+(?:[가-힣A-Za-z]+\s+)*(?:애널리스트|대표|회장|사장|부사장|장관|차관|총리|대통령|의원|후보|교수|연구원|위원장|위원|대변인|총재"
    r"|감독|선수|기자|변호사|판사|검사|의사|씨|님|국장|실장|팀장|부장|과장|본부장|센터장|이사|원장|소장|시장|지사|목사|신부|작가|경제학자|전문가)$"
)


def _korean(sentence: str) -> str | None:
    said = None
    outside = _blank_quotes(sentence)
    for said in _KO_SAID.finditer(outside):  # noqa: B007 - the last one is the sentence's own verb
        pass
    if said is None or not _KO_QUOTED.search(sentence[: said.start()]):
        return None
    if _KO_HE.match(outside):
        return _PRONOUN
    subject = _KO_SUBJECT.search(outside[: said.start()])
    return _korean_name(subject.group(1)) if subject else None


def _korean_name(subject: str) -> str:
    name = _KO_TITLE.sub("", subject.strip())
    return name.rsplit("의 ", 1)[-1].strip()


_EN_SAID = (
    r"(?:said|says|added|told|warned|noted|argued|explained|stressed|claimed|insisted|stated|wrote|announced)"
)
_EN_NAME = r"(?:[A-Z][\w'’.\-]*)(?:\s+(?:of|de|van|von|bin|al|[A-Z][\w'’.\-]*))*"
_EN_FORMS = (
    re.compile(rf"\b(He|She|{_EN_NAME})(?:,[^,]{{1,80}},)?\s+(?:also\s+|has\s+)?{_EN_SAID}\b"),
    re.compile(rf"\b{_EN_SAID}\s+(he|she|{_EN_NAME})"),
    re.compile(rf"\b[Aa]ccording to ({_EN_NAME})"),
)


def _english(sentence: str) -> str | None:
    outside = _blank_quotes(sentence)
    for form in _EN_FORMS:
        if found := form.search(outside):
            name = found.group(1)
            return _PRONOUN if name.lower() in ("he", "she") else name
    return None


_QUOTES = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’(?!\w)|(?<!\w)'[^']*'(?![A-Za-z])")


def _blank_quotes(sentence: str) -> str:
    """The sentence with the inside of quotations blanked, every position kept."""
    return _QUOTES.sub(lambda quote: quote[0][0] + " " * (len(quote[0]) - 2) + quote[0][-1], sentence)
