"""Does a sentence hold something of the kind asked for? Who: a person; when: a date; how much: a quantity of that unit."""

from __future__ import annotations

import re
from typing import Literal

from app.amounts import CALENDAR_UNITS, MONEY, holds_amount
from app.moments import tells_when
from app.played import asks_whom, plays_somebody
from app.question import Question
from app.roles import roles_in
from app.unnamed import does_something, holds_people, holds_place
from ingest.names import Aliases, find_names
from ingest.quantities import Quantity, parse
from ingest.quantity import TIME_UNITS
from ingest.records import Language

WHO = ("person", "organisation", "other")  # a firm or a foundation may be who; kinds are guesses, a place is no who
_FROM_THEN = re.compile(r" ?(?:ago|later|earlier|before|after|from now)\b| ?(?:전|뒤|후)")

# What a question that opens with "which" or "what", 어느 or 어떤, asks for, by the word that follows; and money, however it is asked for.
Wanted = Literal["money", "amount", "when", "where", "who", "organisation", "work"]
_WHICH = (
    r"\b(?:which|what) (?!(?:is|was|are|were|did|does|do|will|would|has|have|had|can|could)\b)(?:(?!(?:the|an?|his|her|its|their)\b)[\w'’-]+ ){{0,2}}?(?:{en})\b(?! of\b)"
    r"|(?:어느|어떤|무슨) (?:\S+ )?(?:{ko})(?=[은는이가을를의에로과와도,? ]|인가|입니까|이[야에]|$)"
    r"|(?<![가-힣])(?:{ko})[은는] (?:무엇(?=인|일까|입|이[야에죠지었]|\W*$)|뭔가(?=요|\W*$)|뭘까|뭐(?=[야예죠지였]|에요|\W*$))"
)
_WHICH_KIND: tuple[tuple[Wanted, re.Pattern[str]], ...] = tuple(
    (wanted, re.compile(_WHICH.format(en=en, ko=ko), re.I))
    for wanted, en, ko in (
        (
            "organisation",
            r"compan(?:y|ies)|(?:law )?firms?|carmakers?|airlines?|banks?|retailers?|manufacturers?|makers?|publishers?|studios?|developers?"
            r"|operators?|insurers?|clubs?|teams?|part(?:y|ies)|unions?|universit(?:y|ies)|colleges?|schools?|agenc(?:y|ies)|ministr(?:y|ies)"
            r"|hospitals?|newspapers?|broadcasters?|networks?|leagues?|organi[sz]ations?|foundations?|brands?|institutes?|museums?",
            r"회사|기업|업체|은행|구단|팀|클럽|정당|당|대학교?|학교|기관|부처|병원|신문사?|방송사?|매체|언론사?|노조|항공사|제조사"
            r"|제작사|출판사|단체|기구|재단|연구소|박물관|로펌|법무법인",
        ),
        (
            "where",
            r"ports?|islands?|rivers?|regions?|count(?:y|ies)|provinces?|districts?|villages?|streets?|airports?|continents?|nations?"
            r"|cit(?:y|ies)|countr(?:y|ies)|states?|towns?|oceans?|seas?|lakes?|mountains?|deserts?|beach(?:es)?",
            r"항구|섬|강|지방|군|구|마을|거리|공항|대륙|국가|나라|도시|지역|고장|바다|대양|호수|산|사막|해변",
        ),
        (
            "work",
            r"films?|movies?|books?|novels?|songs?|albums?|plays?",
            r"영화|책|소설|노래|앨범|작품|드라마",
        ),
        (
            "who",
            r"person|man|woman|people|politicians?|scientists?|players?|lawmakers?|senators?|ministers?|experts?|actors?|actress(?:es)?"
            r"|singers?|authors?|writers?|artists?|athletes?|lawyers?|professors?|analysts?|judges?",
            r"사람|선수|의원|장관|교수|배우|가수|작가|전문가|정치인",
        ),
    )
)
_PRICED = re.compile(
    r"얼마[를에]|(?:연봉|월급|임금|급여|벌금|수수료|배상금|보상금|상금|이적료|입장료|요금|등록금|매출|영업이익|순이익)[은이을]?(?= |$).*얼마"
    r"|\bhow much\b.*\b(?:pays?|fined?|earn(?:s|ed)?|invest(?:s|ed)?|borrow(?:s|ed)?|owes?|raised|donated|charged?|salar(?:y|ies)|wages?"
    r"|compensation|damages|funding|revenue)\b"
    r"|\b(?:what|which) (?!(?:is|was|are|were|did|does|do|will|would|has|have|had)\b)(?:[\w'’-]+ ){0,2}?(?:price|wage|salary|fee|fine|cost|budget|fare)s?\b"
    r"|\bwhat (?:is|was|are|were) (?:the|its|their|his|her) (?:[\w'’-]+ ){0,2}?(?:price|wage|salary|fee|fine|cost|budget|fare)s?\b"
    r"|\bwhat (?:is|was|are|were|will|did|does)\b.*\bpaid\b",
    re.I,
)
_NAMED: dict[Wanted, tuple[str, ...]] = {
    "organisation": ("organisation", "other", "person"),  # kinds are guesses: only a place is no firm
    "where": ("place", "organisation", "other"),
    "who": ("person", "other"),
}
_QUOTED = re.compile("[‘“\"'《〈「『]")
_ANYWHERE = re.compile(r"\bwhere\b|어디", re.I)  # no name is asked for: not "which city"
_AT: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:in|at|near|outside|inside|into|around|across|off|mov(?:e|es|ed|ing) (?:[\w’'-]+ ){0,3}to|to the (?:city|town|village) of) (?:the )?$"
    ),
    "ko": re.compile(
        r"\)?(?: ?\([^()]{2,40}\))?(?:시|주|군|현|섬)?(?: ?\([^()]{2,40}\))?(?:에서|에 (?:있|위치|도착|자리|세워|머물|살)"
        r"|으?로 (?:가|갔|이동|옮|향|떠나|떠났|이사|편입|보내|출발))"
    ),
}
_SOUND = Aliases()  # no pairs of a library: only what the known table, the spelling and the sound tell


def holds_candidate(question: Question, text: str, language: Language) -> bool:
    """True also where the kind of the question has no type to look for ("why", "what happened")."""
    if question.kind == "who" and does_something(question.text) and holds_people(text, language, question.text):
        return True
    if question.kind == "where" and _ANYWHERE.search(question.text) and holds_place(text, language, question.text):
        return True
    if asks_whom(question.text):
        return plays_somebody(text, language)
    return _holds_kind(question, text, language)


def _holds_kind(question: Question, text: str, language: Language) -> bool:
    """The same, where only a name says who or where."""
    if question.kind == "how_much":
        return holds_amount(question.text, text, language)
    if question.kind == "when":
        return tells_when(text, language) or any(_is_when(text, quantity) for quantity in parse(text, language))
    if question.kind == "who":
        roles = roles_in(question.text)
        return (not roles or bool(roles & roles_in(text))) and _holds_name(question, text, language, *WHO)
    if question.kind == "where":
        return _holds_name(question, text, language, "place", "organisation") or _stays(question, text, language)
    return True


def wanted(question: Question) -> Wanted | None:
    """What would answer, as narrowly as the question says it; None where anything may ("why", "what happened")."""
    if question.kind in ("how_much", "said", "other", "who") and _PRICED.search(question.text):
        return "money"
    if question.kind in ("when", "where", "who"):
        return question.kind
    if question.kind == "how_much":
        return "amount"
    return next((kind for kind, pattern in _WHICH_KIND if pattern.search(question.text)), None)


def holds_wanted(question: Question, text: str, language: Language) -> bool:
    """As `holds_candidate`, and narrower: which company, what wage. For the gate; sentences are ranked by the wider one."""
    kind = wanted(question)
    if kind == "money":
        return any(quantity.unit in MONEY for quantity in parse(text, language))
    if kind == "work" and _QUOTED.search(text):
        return True
    if kind in _NAMED and question.kind in ("other", "said"):
        return _holds_name(question, text, language, *_NAMED[kind])
    if kind == "work":
        return _holds_name(question, text, language, "other")
    return _holds_kind(question, text, language)


def _holds_name(question: Question, text: str, language: Language, *kinds: str) -> bool:
    """Whether `text` names one of these kinds that the question does not name itself, in either script."""
    names = [name.text for name in find_names(text, language) if name.kind in kinds]
    asked = {name.text for name in question.names}
    return any(not any(_SOUND.same(name, one) for one in asked) for name in names)


def _stays(question: Question, text: str, language: Language) -> bool:
    """Whether something is in, or goes to, what has a name: kinds are guesses, and a town or a hall that none knows is taken for others."""
    asked = {name.text for name in question.names}
    for name in find_names(text, language):
        around = _AT["en"].search(text[: name.start]) if language == "en" else _AT["ko"].match(text[name.end :])
        if around and not any(_SOUND.same(name.text, one) for one in asked):
            return True
    return False


def _is_when(text: str, quantity: Quantity) -> bool:
    """Three years is no answer to when; in 2021 and three years ago are."""
    if quantity.unit in TIME_UNITS:
        return bool(_FROM_THEN.match(text, quantity.end))
    return quantity.unit in CALENDAR_UNITS
