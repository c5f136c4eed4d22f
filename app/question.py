"""What a question asks for: its language, the kind of its answer, and the names and figures in it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, cast

from ingest.common_words import COMMON
from ingest.language import detect
from ingest.names import Aliases, Name, find_names
from ingest.records import Language
from ingest.terms import terms
from ingest.truecase import capitalised

Kind = Literal["said", "who", "when", "where", "how_much", "summary", "other"]

_SUMMARY = re.compile(
    r"\bsummar(?:y|ies|i[sz]e\w*|i[sz]ing)\b|\bmain points?\b|\bkey points?\b|\btl;?dr\b"
    r"|\b(?:give|write|want|need)\b.{0,20}\boverview\b|\boverview of (?:this|the) (?:article|story|news)\b"
    r"|\bwhat (?:is|was) (?:this|the) (?:article|story) about"
    r"|요약|정리해\s*(?:줘|주세요|주십|주시|주라|줄래|줄 수|달라|[.?!]*$)|간추려|핵심만|(?:무슨|어떤) (?:내용|기사)(?:이|야|인|입)",
    re.I,
)

# What may stand before the question word: courtesies, a joining word, a preposition (by whom, in which city).
_LEAD = (
    r"^(?:(?:and|so|but|then|well|ok|okay|please|also|(?:can|could|would|will) you|do you know|i (?:want|would like) to know|"
    r"i wonder|(?:tell|show|remind) (?:me|us)|say|explain|describe)[,:]?\s+)*"
    r"(?:(?:in|on|at|by|to|for|from|with|since|until|till|of|during|under|after|before|about|against|around)\s+)?"
)
# A school or a firm's seat is a where, too: what answers is a name of a place or an organisation.
_PLACES = (
    r"(?:(?-i:[A-Z])[\w'.-]+ ){0,3}"  # which West Virginia city
    r"(?:city|cities|country|countries|town|village|place|state|county|province|region|district|island|continent|school"
    r"|university|college|airport|stadium|venue)(?! of mind)"
)
_ENGLISH: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(_LEAD + pattern, re.I))
    for kind, pattern in (
        ("when", r"(?:when\b|(?:what|which) (?:year|month|day|date|time|decade|century)\b)"),
        ("where", rf"(?:where\b|(?:which|what) {_PLACES}\b)"),
        ("who", r"(?:who(?:se|m)?\b|who['’]s\b|what(?:['’]s| is| was| are| were) the (?:\w+ )?names?\b)"),
        (
            "how_much",
            r"(?:how (?:much|many|old|long|far|often|large|big|high|fast|tall)\b|what (?:share|percent\w*|number|proportion)\b"
            r"|what (?:is|was|were|are) the (?:\w+ ){0,3}(?:price|cost|rate|number|total|amount|score)\b)",
        ),
    )
)
# A clause before the question: "According to the report, how much ...", "When asked, what ..."; not "When was X, who ..., born?"
_CLAUSE = re.compile(
    r"^(?!(?:\w+ )?(?:what|which|who|whose|whom|why|how)\b)"
    r"(?!(?:when|where) (?:is|was|were|are|did|do|does|will|would|has|have|had|can|could|should|might)\b)"
    r"[^?]*?,\s+(?=(?:\w+ )?(?:what|which|who|whose|whom|when|where|why|how)\b)",
    re.I,
)
_AT_END = re.compile(r"\b(?:(?P<when>when)|(?P<where>where)|(?P<who>whom?))\s*[?.!]*$", re.I)

# Korean asks at the end: of several words that ask, the last one is the question's own.
_KOREAN = re.compile(
    r"(?P<said>뭐라|어떻게 (?:말|평가|보|설명|전망))"
    r"|(?P<who>누구|누가|누군(?:가요|지|가\s*\?)|(?:이름|성함)(?:이|은|을)? ?(?:뭐|무엇|어떻))"
    r"|(?P<how_much>얼마(?! ?(?:전|후|뒤|안 ))|(?:몇 ?(?:년|월|일|주|달)|며칠) ?(?:동안|간|이나|씩|걸|만에)"
    r"|(?:기간|시간)(?:은|이)(?= ?[?.]*$)|몇 (?!시(?!간)|월|일|년)|몇(?:명|개|건|곳|번|배|대|종|%|퍼센트|살|미터|위|시간|분|초|주|달)"
    r"|(?:비율|규모|점수|가격|비용|금액)은(?= ?[?.]*$))"
    r"|(?P<when>언제(?!나(?![요 ]))|몇 ?(?:시|월|일|년)|며칠|무슨 요일|날짜)"
    r"|(?P<where>어디|어느 (?:도시|나라|국가|곳|지역|지방|주(?=[는은가이를에의로 ?(])|카운티|마을|섬|대륙|학교|대학|공항|경기장))"
    r"|(?P<other>왜|무엇|무슨|어떤|어떻|어째서|뭐|뭘|뭔)"
)
_SAID = re.compile(
    r"\b(?:say|says|said|saying|told|tell|think|thinks|thought|warn|warns|warned|warning|claim|claims|claimed|argue"
    r"|argued|comment|commented|view|views|opinion|predict|predicted|describe|described|react|reacted|response"
    r"|explain|explained|according to|assess|assessed|call|called(?!\s*[?.]*$))\b"
    r"|뭐라고|뭐라|말했|말한|밝혔|밝힌|견해|입장|의견|발언|경고|주장|전망|평가|설명했|언급",
    re.I,
)
# Whether anybody's words are asked for, whatever is asked about them: "When did X say ...", "...까지 버틸 거라고 했나요", "...했대".
_REPORTED = re.compile(
    r"[다라냐자]고 ?(?:했|하|말|밝|전|봤|보)|[다라냐자]며 ?(?:했|말)|(?:했|한|된|됐|이|었|았|라|냐)[대댔](?:요|나요)?\s*[?.]*$|말로는|에 따르면"
)
_ASKED = re.compile(
    r"\b(?:who|whom|when|where|why|how (?:much|many|long|old|far)|how|what|which)\b|누구|누가|언제|어디|얼마|왜|어떻게|몇|무엇",
    re.I,
)
# Where nothing above decides: the question's word in the middle ("An invasion of which country?").
_LOOSE: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "how_much",
        re.compile(
            r"\bhow (?:much|many|old|long|far|often|large|big|high|fast|tall)\b|\bprice tag\b|비율은|규모는|점수는|가격은",
            re.I,
        ),
    ),
    ("when", re.compile(r"\b(?:what|which) (?:year|month|day|date|decade|century)\b", re.I)),
    ("where", re.compile(rf"\b(?:which|what) {_PLACES}\b", re.I)),
    ("who", re.compile(r"\bwho else\b|\bwhom\b|^(?:what is |the )*names? of\b", re.I)),
)

# Question words as they are typed in haste, where what follows shows that they ask. Wen and Wat are names where they have a capital.
_DOES = r"(?= (?:is|are|was|were|do|does|did|will|would|can|could|has|have|had|should)\b)"
_SLIPS = {
    right: re.compile(rf"^(?:{typed}){follows}")
    for right, typed, follows in (
        ("when", "wen|whn|wehn|whne", _DOES),
        ("where", "wher|wehre|whre", _DOES),
        ("what", "wat|wht|waht|whta", _DOES),
        ("how", "hw|hwo|hiw", r"(?= (?:much|many|long|old|far|big)\b)"),
        ("why", "wjy|whhy", _DOES),
        ("which", "wich|whcih|whihc", r"(?= [a-z])"),
    )
}

# Words that ask rather than name what is asked about; they say nothing about whether an article answers.
ASKING = frozenset(
    """
    what which who whom whose when where why how much many did do does doe is was were are be been the a
    an of in on at to for from by with about and or any there tell me please name say says said
    according long often old it its this that 뭐 무엇 무어 누구 언제 어디 왜 어떻 어떻게 얼마 몇 어느 어떤 무슨 하 되 이 있 없 말하 말
    알리 주 대하 대한 것 수 및 관하 관련 그 저 이것 때 지금 이름 밝히 들 나오 오 보 가 거 얼마나 입니까 인가 뭐라 어떠 뭐라고 알려주
    """.split()
)


_PARTICLES = "(?:에서는|에서|에게|으로|이라고|라고|까지|부터|이란|이나|[은는이가을를의와과로도만에란나])"


@dataclass(frozen=True, slots=True)
class Question:
    text: str
    language: Language
    kind: Kind
    terms: tuple[str, ...]  # the content words, as `ingest.terms` writes them
    names: tuple[Name, ...]
    known: tuple[Name, ...] = ()  # others that only the library's spellings show; their words stay in `content`

    @property
    def reported(self) -> bool:
        """Whether it asks for somebody's words, or for what stands in them."""
        return self.kind == "said" or bool(_SAID.search(self.text) or _REPORTED.search(self.text))

    @property
    def manifold(self) -> bool:
        """Whether it asks for several things: "when and where", "각각 몇 명"."""
        return len({word.lower() for word in _ASKED.findall(self.text)}) > 1 or "각각" in self.text

    @property
    def content(self) -> tuple[str, ...]:
        """The content words that belong to no name; names are looked for by themselves, in either script."""
        named = {term for name in self.names for term in terms(name.text)}
        return tuple(term for term in self.terms if term not in named)


def understand(text: str, spellings: Collection[str] = ()) -> Question:
    """Read a question. `spellings` are the names of the library's alias table: how they are written, and that they are names."""
    text = _spelled_out(" ".join(text.split()))
    spelled = _in_text(spellings, text)
    text = _respelled(text, spelled)
    language = _language(text)
    if language == "en":
        text = capitalised(text)
    names = find_names(text, language)
    taken = {name.text for name in names}
    known = find_names(text, language, spelled) if spelled else ()
    return Question(
        text=text,
        language=language,
        kind=kind_of(text),
        terms=tuple(dict.fromkeys(term for term in terms(text) if term not in ASKING)),
        names=tuple(names),
        known=tuple(name for name in known if name.text not in taken),
    )


def _spelled_out(text: str) -> str:
    """With the question word that it opens with as it is written: "wen will they" asks when, and Wen asks nothing."""
    for right, slip in _SLIPS.items():
        text = slip.sub(right, text)
    return text


@lru_cache(maxsize=2)  # the table is another object whenever the library has changed
def spellings_of(aliases: Aliases) -> frozenset[str]:
    korean, latin = aliases.spellings()
    return frozenset(korean | latin)


def _in_text(spellings: Collection[str], text: str) -> list[str]:
    """The few that stand in `text` as whole words, longest first. Case counts only where the question has capitals."""
    folded = text.lower()
    careless = text[1:] == folded[1:]
    found = []
    for form in spellings:
        if len(form) > 1 and form.lower() in folded:
            loose = careless and len(form) > 3 and form.lower() not in COMMON | ASKING
            if _whole(form, re.I if loose else re.NOFLAG).search(text):
                found.append(form)
    return sorted(found, key=lambda form: (-len(form), form))


def _whole(form: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    behind = rf"{_PARTICLES}?(?![^\W\d_])"
    return re.compile(rf"(?<!\w){re.escape(form)}(?![A-Za-z0-9]){behind}", flags)


def _respelled(text: str, forms: Iterable[str]) -> str:
    """With the names as the library writes them: what is asked of openai is asked of OpenAI."""
    for form in forms:
        if form.isascii():
            text = re.sub(rf"(?<!\w){re.escape(form)}(?![A-Za-z0-9])", lambda _, form=form: form, text, flags=re.I)
    return text


def _language(text: str) -> Language:
    """A question is in English also where it holds a Hangul name: it begins and ends in English, as no Korean one does."""
    words = re.findall(r"[^\W\d_]+", text)
    if len(words) > 2 and words[0].lower() in ASKING and all(word.isascii() for word in (words[0], words[-1])):
        return "en"
    return detect(text)


def kind_of(text: str) -> Kind:
    """What is asked for. The question's own word decides: the one that an English question opens with, the last Korean one."""
    if _SUMMARY.search(text):
        return "summary"
    body = _CLAUSE.sub("", text)
    if kind := next((kind for kind, pattern in _ENGLISH if pattern.search(body)), None):
        return kind
    asking = _AT_END.search(text) or next(reversed([*_KOREAN.finditer(text)]), None)
    if asking and asking.lastgroup != "other":
        return cast(Kind, asking.lastgroup)
    if _SAID.search(text):
        return "said"
    return next((kind for kind, pattern in _LOOSE if pattern.search(text)), "other")
