"""More than what? A comparison in a claim that nothing in its source bears out: no word that compares, no second figure."""

from __future__ import annotations

import re

from app.poles import poles
from ingest.quantities import parse
from ingest.records import Language

_ADJECTIVES = (
    "higher|lower|longer|shorter|larger|smaller|bigger|greater|older|younger|taller|heavier|lighter|wider|narrower|faster|slower|cheaper"
    "|dearer|stronger|weaker|richer|poorer"
)
# What it is held against must be a thing: no figure, no earlier time, nothing expected.
_NO_THING = (
    r"(?!(?:(?:the|it|he|she|they|we|any|a|an|its|his|her|their|was|were|is|are|had|at|in|on|previously|originally|first) )*"
    r"(?:ever|expect\w*|plan\w*|usual\w*|before|previous\w*|normal\w*|average\w*|last|once|enough|just|now|other\w*|any\w*|years?|months?|weeks?"
    r"|days?|forecast\w*|estimate\w*|predict\w*|schedul\w*|thought|hoped|feared|half|twice|ago|earlier|usual|merely|simply|only|one|two|three"
    r"|four|five|six|seven|eight|nine|ten|twelve|[^a-z]*\d)\b)"
)
_COMPARES: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        rf"\b(?:more|less|fewer|{_ADJECTIVES})\b[^,.;]{{0,40}}?\bthan {_NO_THING}(?!(?:an? |[^,.;]*\b(?:hoped|expected|planned|feared|thought|needed|owed)\b))[A-Za-z]",
        re.I,
    ),
    "ko": re.compile(
        r"(?<![가-힣A-Za-z])(?P<standard>[가-힣A-Za-z]{2,20})보다 (?:(?:더|훨씬|덜) )?(?:[가-힣]+[이가을를] )?(?:더 )?"
        r"(?:많|적[다은었게어]|높|낮|길[다고었]|긴|크|컸|큰|작[다은았]|짧|비싸|비싼|비쌌|싸|싼|무겁|가볍|오래|빠르|빨|느리)"
    ),
}
_KOREAN_NO_THING = re.compile(
    r"예상|전망|계획|목표|예정|평소|예년|지난|작년|이전|종전|기존|당초|처음|생각|평균|이날|어제|올해|전년|동기|무엇|누구|보통|다른|여느|어느|때|해$|달$|년$"
)
# Whatever holds one thing against another, in either language; "first" and "only" are ranks.
_WEIGHED: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:more|most|less|least|fewer|fewest|than|as [a-z]+ as|twice|doubl\w*|tripl\w*|half|halv\w*|times|compar\w+|unlike|against|versus|beyond"
        r"|above|below|over|under|exceed\w*|over[a-z]{3,}|under[a-z]{3,}|past|outnumber\w*|out[a-z]{4,}|surpass\w*|beat\w*|rank\w*|first|second|last|only|instead|rather|better|best|worse|worst"
        r"|lead\w*|led|ahead|behind|lag\w*|short|enough|record|top\w*|majority|minority|rest|too|even|while|whereas|but|though|although|extra|additional"
        r"|surplus|deficit|cover\w*|gap|equal\w*|same|differ\w*|share|quarter|third|cap|limit|max\w*|min\w*|up|down|[a-z]{3,}(?:est|ier)|n?either"
        rf"|not|no|none|nothing|never|without|{_ADJECTIVES}|n['’]t)\b",
        re.I,
    ),
    "ko": re.compile(
        r"보다|비해|대비|비교|가장|제일|최[고저대소다장단]|더 |덜 |훨씬|배(?:나|로|가|에|다|이|의|였| )|절반|반면|달리|넘|웃돌|밑돌|초과|미만|이상|이하|못 ?미치|앞서|앞선|뒤[지처]|[1-9] ?위"
        r"|첫|처음|유일|모자라|부족|충분|남[는은]|다수|소수|차이|격차|같[은이]|지만|으나|는데|뿐|만 |않|없|못|아니"
    ),
}
# Of what becomes more or less, or is so: the words of app/poles.py.
_OF_DEGREE = frozenset(
    "amount comparison extreme rank price pace strength age majority contest position distance duration margin balance supply frequency enough weight"
    " wealth money estimate scale timing order expected".split()
)


def unweighed(claim: str, language: Language, source: str, written_in: Language) -> str | None:
    """The comparison of a claim where `source`, with what it leans on, compares nothing and has no two figures to compare."""
    found = _COMPARES[language].search(claim)
    if not found or (language == "ko" and _KOREAN_NO_THING.search(found["standard"])):
        return None
    if _WEIGHED[written_in].search(source) or any(pole.axis in _OF_DEGREE for pole in poles(source, written_in)):
        return None
    figures = parse(source, written_in)
    if len(figures) > 1 or any(
        figure.unit in ("times", "score", "ordinal", "percent", "fraction") for figure in figures
    ):
        return None
    return found[0]
