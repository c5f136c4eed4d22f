"""People and places without a name: police, residents, at the airport, 병원에서. They answer who did it and where, too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.records import Language
from ingest.units import PEOPLE

_PEOPLE: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        rf"\b(?:police|prosecutors|coastguards?|authorities|officials|neighbou?rs|locals|farmers|hikers?|joggers?|fisher(?:man|men)|{'|'.join(sorted(PEOPLE))})\b",
        re.I,
    ),
    "ko": re.compile(
        r"(?<![가-힣])(?:경찰(?:관|청|서)?|검찰|소방(?:관|대원?|당국)|해경|당국|주민|시민|이웃|어민|농민|연구진|연구팀|과학자|의사|간호사|교사|학생|직원|노동자|승객|관광객"
        r"|유권자|의원|군인|남성|여성|남자|여자|소년|소녀|어부|등산객|행인|목격자|배심원|부부|부모|아내|남편|아들|딸|형제|자매)들?(?=[은는이가을를에의과와도]|께|에게|$)"
    ),
}
_PLACES: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:in|at|near|on|outside|inside|behind|beside|under|along|off|to|into|from) (?:an?|the|his|her|their|its) (?:[\w-]+ ){0,2}?"
        r"(airport|hospital|school|park|beach|station|hotel|court(?:house)?|prison|jail|church|mosque|temple|market|restaurant|home|house|flat"
        r"|apartment|street|river|lake|forest|mountains?|hills?|farm|field|stadium|theat(?:er|re)|museum|factory|warehouse|harbou?r|port|pier|bridge"
        r"|university|office|embassy|town hall|city hall|library|village|coast|shore|island|border|desert|valley|suburbs?|outskirts|basement|garage"
        r"|car park|square|cave|canal|woods|garden|studio|cemetery|palace|castle)\b|\b(?:at|in) (home|school|prison|hospital|sea|space|orbit)\b",
        re.I,
    ),
    "ko": re.compile(
        r"(?<![가-힣])(?:[가-힣]{1,4} )?[가-힣]{0,4}?(공항|병원|학교|공원|해변|호텔|법원|교도소|교회|시장|식당|자택|거리|호수|숲|농장|들판|경기장|극장|박물관|공장|창고|항구"
        r"|부두|다리|대학|사무실|대사관|시청|도서관|마을|해안|국경|사막|계곡|교외|외곽|도심|지하실|주차장|광장|동굴|운하|정원|묘지|궁전|지하철역|아파트|바다|집|강|산|섬)"
        r"(?=에서|으?로 |에 | (?:인근|근처|앞|밖|안|뒤|옆|주변|일대))"
    ),
}
# Who is asked for by what he does, not by what he is: who found the wreck, who was arrested; not who is the mayor, whose name it is.
_DOES = re.compile(
    r"^(?:(?!\bwho).)*\bwhom?\b (?:(?!is\b|was\b|are\b|were\b)|(?:is|was|are|were) (?:\w+ly )?(?:being )?"
    r"(?:\w{3,}ed|hurt|shot|hit|sent|found|taken|seen|given|held|told)\b)|누가 |누구(?:를|에게|와|한테)",
    re.I,
)


def does_something(question: str) -> bool:
    """Whether anybody who did it, or had it done to him, answers, whatever he is called."""
    return bool(_DOES.search(question))


def holds_people(text: str, language: Language, asked: str) -> bool:
    """Whether `text` tells of people that `asked`, the question, does not name itself."""
    return any(found.lower() not in asked.lower() for found in _PEOPLE[language].findall(text))


def holds_place(text: str, language: Language, asked: str) -> bool:
    """Whether `text` sets something at a place that `asked`, the question, does not name itself."""
    return any(word.lower() not in asked.lower() for word in _words(_PLACES[language], text))


def _words(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    return (next(filter(None, found.groups())) for found in pattern.finditer(text))
