"""People and places without a name: police, residents, at the airport, 병원에서. They may say who and where."""

from __future__ import annotations

import re

from ingest.records import Language
from ingest.terms import singular
from ingest.units import PEOPLE

_ENGLISH_PEOPLE = "|".join(
    [
        *("police", "prosecutors", "coastguards?", "authorities", "officials", "neighbou?rs", "locals"),
        *("farmers", "hikers?", "joggers?", "fisher(?:man|men)"),
        *sorted(PEOPLE),
    ]
)
_KOREAN_PEOPLE = (
    "경찰(?:관|청|서)?|검찰|소방(?:관|대원?|당국)|해경|당국|주민|시민|이웃|어민|농민|연구진|연구팀|과학자|의사|간호사"
    "|교사|학생|직원|노동자|승객|관광객|유권자|의원|군인|남성|여성|남자|여자|소년|소녀|어부|등산객|행인|목격자|배심원"
    "|부부|부모|아내|남편|아들|딸|형제|자매"
)
_PEOPLE: dict[Language, re.Pattern[str]] = {
    "en": re.compile(rf"\b({_ENGLISH_PEOPLE})\b", re.I),
    "ko": re.compile(rf"(?<![가-힣])({_KOREAN_PEOPLE})들?(?=[은는이가을를의에과와도]|께|에게|$)"),
}
_ENGLISH_PLACES = (
    r"airport|school|park|beach|station|hotel|court(?:house)?|prison|jail|church|mosque|temple|market"
    r"|hospital|restaurant|home|house|flat|apartment|street|river|lake|forest|mountains?|hills?|farm|field"
    r"|stadium|theat(?:er|re)|museum|factory|warehouse|harbou?r|port|pier|bridge|university|office|embassy"
    r"|town hall|city hall|library|village|coast|shore|island|border|desert|valley|suburbs?|outskirts"
    r"|basement|garage"
    r"|car park|square|cave|canal|woods|garden|studio|cemetery|palace|castle"
)
_AT = (
    r"(?:in|at|near|on|outside|inside|behind|beside|under|along|off|to|into|from)"
    r" (?:an?|the|his|her|their|its)"
)
_KOREAN_PLACES = (
    "공항|병원|학교|공원|해변|호텔|법원|교도소|교회|시장|식당|자택|거리|호수|숲|농장|들판|경기장|극장|박물관|공장|창고"
    "|항구|부두|다리|대학|사무실|대사관|시청|도서관|마을|해안|국경|사막|계곡|교외|외곽|도심|지하실|주차장|광장|동굴|운하"
    "|정원|묘지|궁전|지하철역|아파트|바다|집|강|산|섬"
)
_PLACES: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        rf"\b{_AT} (?:[\w-]+ ){{0,2}}?({_ENGLISH_PLACES})\b"
        r"|\b(?:at|in) (home|school|prison|hospital|sea|space|orbit)\b",
        re.I,
    ),
    "ko": re.compile(
        rf"(?<![가-힣])(?:[가-힣]{{1,4}} )?[가-힣]{{0,4}}?({_KOREAN_PLACES})"
        r"(?=에서|으?로 |에 | (?:인근|근처|앞|밖|안|뒤|옆|주변|일대))"
    ),
}

# Who is asked for by what he does, not by what he is: who found the wreck, who was arrested; not who is the
# mayor, leads the party, owns the club or pays for it, which a name alone answers.
_AUXILIARY = (
    r"(?:(?:(?:will|would|can|could|may|might|must|shall|should|did|does|do)(?:n['’]t)?"
    r"|(?:has|have|had)(?:n['’]t)?(?! (?:the|an?|no|any|most|more|his|her|its|their)\b)"
    r"|not|never|also|first|once|still|now|then|only|currently|previously|recently) )*+"
)
_BEING = r"(?:is|was|are|were|be|been|being)"
_DONE_TO = r"(?:\w{3,}ed|hurt|shot|hit|sent|found|taken|seen|given|held|told)"
_MADE = r"(?:named|appointed|elected|nominated|crowned|called|promoted|considered|married|related)"
_OFFICE = r"(?:post|office|title|job|position|seat|role|rank|majority|presidency|chair|record)"
_IS = (
    rf"{_BEING}|becomes?|became|remain(?:s|ed)?|has|have|had|leads?|led|head(?:s|ed)?|chair(?:s|ed)?"
    r"|own(?:s|ed)?|manage[sd]?|coach(?:es|ed)?|captain(?:s|ed)?|govern(?:s|ed)?|preside[sd]?"
    r"|pays?(?! attention)|paid|fund(?:s|ed)?|financ(?:es|ed|e)|sponsor(?:s|ed)?|foot(?:s|ed)? the bill"
    r"|represent(?:s|ed)?|succeed(?:s|ed)?|replace[sd]?"
    r"|(?:run|runs|ran)(?! (?:away|off|into|over|out|aground))"
    r"|rule[sd]?(?! (?:that|against|in|out))|(?:serve[sd]?|act(?:s|ed)?|work(?:s|ed)?) as"
    rf"|(?:take|takes|took) over|(?:holds?|held) (?:the |an? )?(?:[\w-]+ ){{0,2}}?{_OFFICE}"
)
_ENGLISH_DOES = re.compile(
    rf"^(?:(?!\bwho).)*\bwhom? {_AUXILIARY}"
    rf"(?:{_BEING} (?:\w+ly )?(?:being )?(?!{_MADE}\b){_DONE_TO}\b|(?!(?:{_IS})\b)\w)",
    re.I,
)
_KOREAN_DOES = re.compile(r"누가 |누구(?:를|에게|와|한테)")
_KOREAN_IS = re.compile(
    # what he is: a noun with its copula; 것인가 belongs to a verb, as 붙였나 is one; 마을 has no particle
    r"누가 (?:(?!(?<![마가노])을 |를 ).)*(?<![것거건])(?:인가|인지|입니까|일까|이죠|이지|이에요|예요|이야|야(?=\?|$)|이었|"
    r"(?<![붙보줄높직울들먹죽속모쌓섞끓녹숙벌놓])였)"
    # what he becomes, leads, holds or is made
    r"|누가 .*(?:[이가] (?:되[나는었었겠]|된|될|돼|됐)|[을를] (?:이끄|이끌|이끈|맡|소유|보유|운영|지휘))"
    # who pays for it
    r"|(?:돈|비용|자금|사업비|연구비)[은을이]? (?:\S+ )?누가|누가 .*(?:돈|비용|자금|연구비|사업비)[을은]? ?(?:[대냈댔]|내|부담)"
    r"|누가 .*(?:지원|후원|투자|출자|부담)"
    r"|누(?:가|구를) .*으?로 (?:\S+ )?(?:선출|임명|지명|발탁|내정|취임|당선|뽑)|누가 .*(?:취임|당선|소유|재임)"
)
_KOREAN_PARTICLES = r"(?:에서|에게|에|으로|로|은|는|이|가|을|를|의|과|와|도|만|까지|부터|께서?|한테)"


def does_something(question: str) -> bool:
    """Whether anybody who did it, or had it done to him, answers, whatever he is called."""
    if _ENGLISH_DOES.search(question):
        return True
    return bool(_KOREAN_DOES.search(question)) and not _KOREAN_IS.search(question)


def holds_people(text: str, language: Language, asked: str) -> bool:
    """Whether `text` tells of people that `asked`, the question, does not name itself."""
    return _holds_other(_PEOPLE[language], text, language, asked)


def holds_place(text: str, language: Language, asked: str) -> bool:
    """Whether `text` sets something at a place that `asked`, the question, does not name itself."""
    return _holds_other(_PLACES[language], text, language, asked)


def _holds_other(pattern: re.Pattern[str], text: str, language: Language, asked: str) -> bool:
    named = _names_english if language == "en" else _names_korean
    found = {next(filter(None, match.groups())) for match in pattern.finditer(text)}
    return any(not named(asked, word) for word in found)


def _names_english(asked: str, word: str) -> bool:
    """As a word, in the singular or the plural: government names no men."""
    return f" {_singulars(word)} " in f" {_singulars(asked)} "


def _singulars(text: str) -> str:
    return " ".join(map(singular, re.findall(r"\w+", text.lower())))


def _names_korean(asked: str, word: str) -> bool:
    """With or without a particle; longer words also end another, since 인천공항 is a 공항 but 우산 no 산."""
    before = "(?<![가-힣])" if len(word) == 1 else ""
    return bool(re.search(rf"{before}{word}들?{_KOREAN_PARTICLES}{{0,2}}(?![가-힣])", asked))
