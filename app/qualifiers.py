"""Narrowing words: a claim may say "the most" or "eastern" only where its source has any such word; who has the most is answered only there, too.

A list of three that have excelled does not say who scored the most, and "cities in eastern Texas" is more than the three names of a
source. What licenses such a word is wide (a rank, a record or "no other" for a superlative; any word of that direction for
a compass word), and in either language: the veto is for a source that has none of it.
"""

from __future__ import annotations

import re
from collections import Counter

from ingest.names import find_names
from ingest.quantities import parse
from ingest.quantity import Quantity
from ingest.records import Language

# English words in -est that grade nothing, or nothing but time (the latest model is the new one).
_NO_DEGREE = (
    "armrest|arrest|attest|behest|bequest|breast|chest|conquest|contest|crest|detest|digest|dishonest|disinterest|divest|earnest|footrest"
    "|forest|gabfest|guest|hackfest|harvest|headrest|honest|immodest|incest|infest|ingest|inquest|interest|invest|latest|manifest|midwest|modest|molest"
    "|northwest|priest|protest|quest|rainforest|reconquest|reforest|reinvest|request|retest|slugfest|southwest|suggest|tempest|unrest|wrest"
)
_GRADED = rf"(?!(?:{_NO_DEGREE})\b)[a-z]{{2,}}est"
_HOW_MANY = r"(?:(?:single|very|second|third|fourth|fifth|next|two|three|four|five|ten|\d+)[- ])?"
_WHOSE = r"(?:(?i:the|his|her|its|their|our|my|your)|(?<![\w.])[\w.]{1,40}['’]s|[a-z]{1,40}s['’])"
# What is taken out of either text before it is searched: bounds ("at least"), measured limits, prizes, posts, firms and idioms.
_IDLE: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:at (?:the )?(?:very )?(?:least|most|best|worst|earliest|latest|longest)|the least\b(?= (?:\w+ )?(?:could|can)\b)|for the most part|to say the least"
        r"|(?:the )?best (?:of|man|practices?|interests?|friends?|wishes|sellers?)|best-(?:known|sell\w+)|(?:do|does|did|done|doing|tr\w+) (?:\w+ )?best|in the least"
        r"|(?:one|some) of (?:[\w'’]+ ){1,4}?(?:most|\w+est)|(?:the )?most likely|best (?:actor|actress|picture|director|film|song)|least developed"
        r"|(?:make|makes|made|making) the most|the (?:most recent|slightest|worst (?:is|was) (?:over|yet)))\b",
        re.I,
    ),
    "ko": re.compile(
        r"최[소대](?:한|화|침습)|최고 ?(?:경영|재무|기술|운영|정보|책임|위원|위급|위층|사령|지도자|인민|법원|대표|의결|등급|경계|사형)"
        r"|최[대소] ?(?:약|총|월|연간?|하루|주당|시간당|시속|초속|섭씨|영하|미화|규모|징역|벌금|매[년월주일]|[월한] ?달에?)? ?(?:[$€£₩] ?)?"
        r"(?:\d|수[십백천만]|[백천만억] ?[명원개]|하루|이틀|사흘|나흘|일주일|보름|반[년값]|한[ 달]|[두세네] |다섯|여섯|일곱|여덟|아홉|열|몇|여러|절반|무기)"
        r"|최[고저대] ?(?:기온|속도|출력|풍속|수명|체온|혈압|생계비|임금)|최저가"
        r"|의 가장 |가장 (?:최근|유력|무도회|[가-힣]{1,3} ?(?:모 )?씨)|최우수[상작]|제일 ?(?:모직|은행|기획|제당|교회)"
    ),
}
_LIMIT = re.compile(
    r"최[고저장] ?(?:약 |시속 |징역 |섭씨 |영하 )?(?:\d|하루|이틀|사흘|나흘|일주일|보름|한 ?달|사형|무기)"
)  # of a claim: up to
_SUPERLATIVE: dict[Language, re.Pattern[str]] = {
    "en": re.compile(rf"\b{_WHOSE} {_HOW_MANY}(?:most|least|best|worst|{_GRADED})\b|\b{_GRADED} (?:in|of|ever)\b"),
    "ko": re.compile(
        r"(?<![가-힣])(?:가장|제일) (?=[가-힣])"
        r"|(?<![가-힣])(?:(?:역대|사상|세계|국내|업계|지역) ?)?"
        # Choi is a surname, too: not every syllable after it grades.
        r"최(?:연소|고령|상위|하위|우수|[다단]|(?:[저장]|[고소](?![은운]))(?! ?(?:약 |시속 |섭씨 |영하 )?\d)|대(?![호현근식영환건])|[상하](?=[의급층등품])|[악강](?=[의팀자국이]|[^가-힣]|$))"
    ),
}
_RANKED: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        rf"\b(?:{_GRADED}|most|(?!al)\w\w+most|best|worst|least|first|only|top\w*|lead\w*|records?|no\. ?1|number one|second (?:only )?to|runners?-up"
        r"|ever|never (?:before|so|been|had)|unprecedented|un(?:rival+ed|matched|paral+eled|surpassed|beat\w+|equal+ed)|all-time|than (?:any\w*|all|every\w*)"
        r"|(?:any|every|no) other|no (?:one|rival)|nobody|none|nothing|unlike any|peak\w*|max\w*|minim\w*|ultimate\w*|supreme|champion\w*|unique\w*"
        r"|sole|solely|controlling|primary|primarily|prim[ea]|main|mainly|major\w*|principal\w*|predominant\w*|dominan\w*|dominat\w*|plurality|bulk|rank\w*"
        r"|highs|lows|(?:an?|new|its|their|year|month|week|day|decade|time) (?:high|low)(?= of\b| since\b|[.,;])|all-star|pole|bottom"
        r"|(?:finish\w*|came|dead|in) last|last place|senior|premier|extreme\w*|favou?rites?|priorit\w+|above all|catastroph\w*|disast\w*"
        r"|front-?runners?|firstborn|not since|(?:not|n['’]t) been (?:this|so)|in (?:\d+|\w+) years|pinnacle|zenith|heyday|gold|titles?|winners?|mvp|second|third|fourth|fifth|\d+(?:st|nd|rd|th))\b|#\s?1\b",
        re.I,
    ),
    "ko": re.compile(
        r"(?<![가-힣])(?:가장|제일|첫|맨|맏\w*|으뜸\w*|톱\w*|베스트\w*)(?![가-힣]*하)|최(?:다|고|대|저|소|초|장|단|연소|상|악|하|강|우|선|첨단|적|측|동|서|남|북)"
        r"|처음|\d ?[위등](?![가-힣]{2})|일등|꼴찌|꼴등|선두|선도|주도|기록(?!했|하|한 |해|됐|되|된|될)|역대|사상|유일|전례|유례|독보|압도|정상(?:에|을)|우승|챔피언|장남|장녀|큰아들|큰딸|막내"
        r"|주요|주된|주로|순위|상위|하위|무엇보다|어느 ?[가-힣]{0,15} ?[가-힣]{0,15}보다|누구보다|어떤 [가-힣 ]{0,30}보다|그 어느|다른 어떤|다른 모든|비할 데|따라올|극(?:심|한|단|도|빈)"
        r"|최빈|유력|\d ?년 ?만|주연상|작품상|정점|절정|고점|저점|전성기|대법원|과반|대부분|대다수|다수|독점|두 번째|세 번째|둘째|셋째|선호|좋아하는|금메달|우선|손꼽|손가락 안|꼽[히혔았힌]|더[^.]{0,20}없"
    ),
}
# Of a question: bounds (최대 벌금은 얼마), kin, and what is a matter of opinion.
_UNRANKED: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:best|worst|least|(?:young|eld|old)est (?:son|daughter|child|brother|sister|boy|girl)|bigg?est (?:problem|concern|fear|worry|challenge|risk|threat)s?"
        r"|most (?:important|likely|pressing|serious|urgent|worr\w+))\b",
        re.I,
    ),
    "ko": re.compile(
        r"최(?:[고대장저단소상하악강]|우수)|(?:가장|제일) (?:큰|중요|시급|걱정|어려|좋|나쁜|심각|우려|유력|최근)"
    ),
}
_BOUND = re.compile(
    r"\b(?:up to|as (?:much|many|long|high|low) as|no (?:more|less|fewer) than)\b|이하|이상|까지|이내|한도", re.I
)
_MANY = 3  # figures of one kind of which one is seen to be the largest

# What speaks of a direction: a letter each for the four, and m for the middle.
_WORDS: dict[str, dict[Language, str]] = {
    "n": {"en": r"\bnor(?:th|d)\w*|\barctic\b|\bNN?[EW]?\b(?= of)", "ko": r"(?<![스트거])북|노스|노던"},
    "s": {
        "en": r"\bsouth\w*|\bantarctic\b|\bSS?[EW]?\b(?= of)",
        "ko": r"(?:동|서|북|호|영|강|전|충|경|이|한)남|남(?:부|쪽|단|녘|해|아|미|동|서|방|진|반구|극|문|측|향|하|중|풍|인도|태평|대서|유럽|한|[·ㆍ])|사우스|서던",
    },
    "e": {
        "en": r"\beast\w*|\bnorth-?east\w*|\bsouth-?east\w*|\borient\w*|(?-i:\b[NS]?NE\b|\b(?:ENE|ESE|SE|E)\b(?= of))",
        "ko": r"(?:남|북|극|중|영|관)동|동(?:부|쪽|단|녘|해|아시|남|북|서|방|진|유럽|문|측|향|반구|아프|인도|양|티모르|독|[·ㆍ])|이스트|이스턴",
    },
    "w": {
        "en": r"\bwest\w*|\bnorth-?west\w*|\bsouth-?west\w*|\bmidwest\w*|\boccident\w*|(?-i:\b[NS]?NW\b|\b(?:WNW|WSW|SW|W)\b(?= of))",
        "ko": r"(?:남|북|동|호|영|관)서|서(?:부|쪽|단|녘|해|남|북|방|진|유럽|구|문|측|향|반구|아프|아시|안|양|독|[·ㆍ])|웨스트|웨스턴",
    },
    "m": {
        "en": r"\bcent(?:ral|er|re)\w*|\bmid\w*|\bheart\w*|\bdowntown\b|\binner\b|\binland\b|\binterior\b",
        "ko": r"중(?:부|앙|심|남|북|동|원|서)|도심|시내|복판|가운데|내륙|센트럴|미드|한가운데",
    },
}
_THERE = {way: re.compile("|".join(f"(?:{words})" for words in both.values()), re.I) for way, both in _WORDS.items()}
# Not of a region but of a civilisation, or of a part played: the claim may say them as it likes.
_REGION: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?P<way>(?:north|south)[- ]?(?:east|west)|north|south|east|west)(?:ern(?:most)?|erly|wards?)?\b"
        r"(?! (?:countries|nations|powers|allies|alliance|world|governments?|sanctions|media|style|medicine|music|culture|values|leaders|officials|diplomats|intelligence|troops|capitals|front|lights)\b)"
        r"|\b(?P<mid>central)(?= [A-Z]| (?:part|area|region|district|province|coast|plain|highland)s?\b)"
    ),
    "ko": re.compile(
        r"(?<![가-힣])(?P<way>[남북][동서]|[동서][남북]|[동서남북])(?:부(?!럽|끄|터|극|그룹|화재|건설|제철|지법|지검|지원|구치소|경찰|고속|전선|개척|표준)|쪽|단(?=[에이은의으까 ]))|(?<![가-힣])(?P<mid>중부|중남부|중북부)(?!유럽|경찰|고속)"
    ),
}
_LETTERS = {"north": "n", "south": "s", "east": "e", "west": "w", "북": "n", "남": "s", "동": "e", "서": "w"}


def added_qualifier(claim: str, language: Language, source: str, written_in: Language) -> str | None:
    """The superlative or the compass word of the claim for which its source has nothing at all; None where there is none."""
    return _superlative(claim, language, source, written_in) or _direction(claim, language, source)


def is_ranked(question: str, language: Language, source: str, written_in: Language) -> bool:
    """Whether a source ranks anything, or sets a bound, where a question asks for the most or the oldest; True for any other question."""
    asked = _UNRANKED[language].sub(" , ", question)
    return _BOUND.search(source) is not None or _superlative(asked, language, source, written_in) is None


def _superlative(claim: str, language: Language, source: str, written_in: Language) -> str | None:
    found = _SUPERLATIVE[language].search(_IDLE[language].sub(" , ", _plain(claim) if language == "ko" else claim))
    if not found or _RANKED[written_in].search(_IDLE[written_in].sub(" , ", source)):
        return None
    kinds = Counter(figure.unit for figure in parse(source, written_in) if _is_amount(figure))
    return None if max(kinds.values(), default=0) >= _MANY else found[0].strip()


def _plain(claim: str) -> str:
    """A Korean claim without limits in figures, and without names of people: Choi Da-bin is 최다빈."""
    claim = _LIMIT.sub(",", claim)
    for name in reversed(find_names(claim, "ko")):
        if name.kind == "person":
            claim = f"{claim[: name.start]},{claim[name.end :]}"
    return claim


def _is_amount(figure: Quantity) -> bool:
    return figure.moment is None and figure.unit != "ordinal"


def _direction(claim: str, language: Language, source: str) -> str | None:
    for found in _REGION[language].finditer(claim):
        ways = {letter for word, letter in _LETTERS.items() if word in (found["way"] or "")} or {"m"}
        # Of the four between, either half will do.
        if not any(_THERE[way].search(source) for way in ways):
            return found[0]
    return None
