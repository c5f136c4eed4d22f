"""What a question asks for: its language, the kind of its answer, and the names and figures in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ingest.language import detect
from ingest.names import Name, find_names
from ingest.quantities import Quantity, parse
from ingest.records import Language
from ingest.terms import terms

Kind = Literal["said", "who", "when", "where", "how_much", "summary", "other"]

# The first that matches decides; a question about a statement may also hold "how" or "who".
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "summary",
        re.compile(
            r"\bsummar|\bmain points?\b|\bkey points?\b|\boverview\b|\bwhat (?:is|was) (?:this|the) (?:article|story) about"
            r"|\btl;?dr\b|요약|정리해|간추려|핵심만|(?:무슨|어떤) (?:내용|기사)(?:이|야|인|입)",
            re.I,
        ),
    ),
    (
        "said",
        re.compile(
            r"\b(?:say|says|said|saying|told|tell|think|thinks|thought|warn|warns|warned|warning|claim|claims|claimed|argue"
            r"|argued|comment|commented|view|views|opinion|predict|predicted|describe|described|react|reacted|response"
            r"|explain|explained|according to|assess|assessed|call|called)\b"
            r"|뭐라고|뭐라|어떻게 (?:말|평가|보|설명|전망)|말했|말한|밝혔|밝힌|견해|입장|의견|발언|경고|주장|전망|평가|설명했|언급",
            re.I,
        ),
    ),
    ("who", re.compile(r"\bwho(?:se|m)?\b|누구|누가|(?:이름|성함)(?:이|은|을)? ?(?:뭐|무엇|어떻)|\bname of\b", re.I)),
    (
        "how_much",
        re.compile(
            r"\bhow (?:much|many|old|long|far|often|large|big|high|fast|tall)\b|\bwhat (?:share|percent\w*|number|proportion)\b"
            r"|\bprice tag\b|\bwhat (?:is|was|were|are) the (?:\w+ ){0,3}(?:price|cost|rate|number|total|amount|score)\b"
            r"|얼마|몇 (?!시|월|일|년)|몇(?:명|개|건|곳|번|배|대|종|%|퍼센트|살|미터|위)|비율은|규모는|점수는|가격은",
            re.I,
        ),
    ),
    (
        "when",
        re.compile(
            r"\bwhen\b|\bwhat (?:year|month|day|date|time)\b|언제|몇 ?(?:시|월|일|년)|며칠|무슨 요일|날짜", re.I
        ),
    ),
    (
        "where",
        re.compile(
            r"\bwhere\b|\b(?:which|what) (?:city|country|town|place|state)\b|어디|어느 (?:도시|나라|곳|지역)", re.I
        ),
    ),
)

# Words that ask rather than name what is asked about; they say nothing about whether an article answers.
ASKING = frozenset(
    """
    what which who whom whose when where why how much many did do does is was were are be been the a
    an of in on at to for from by with about and or any there tell me please name say says said
    according long often old it its this that 뭐 무엇 무어 누구 언제 어디 왜 어떻 어떻게 얼마 몇 어느 어떤 무슨 하 되 이 있 없 말하 말
    알리 주 대하 대한 것 수 및 관하 관련 그 저 이것 때 지금 이름 밝히 들 나오 오 보 가 거 얼마나 입니까 인가 뭐라 어떠 뭐라고 알려주
    """.split()
)


@dataclass(frozen=True, slots=True)
class Question:
    text: str
    language: Language
    kind: Kind
    terms: tuple[str, ...]  # the content words, as `ingest.terms` writes them
    names: tuple[Name, ...]
    quantities: tuple[Quantity, ...]

    @property
    def content(self) -> tuple[str, ...]:
        """The content words that belong to no name; names are looked for by themselves, in either script."""
        named = {term for name in self.names for term in terms(name.text)}
        return tuple(term for term in self.terms if term not in named)


def understand(text: str, known_names: frozenset[str] = frozenset()) -> Question:
    """Read a question. `known_names` are spellings from the library's alias table, found wherever they stand."""
    text = " ".join(text.split())
    language = _language(text)
    return Question(
        text=text,
        language=language,
        kind=kind_of(text),
        terms=tuple(dict.fromkeys(term for term in terms(text) if term not in ASKING)),
        names=tuple(find_names(text, language, known_names)),
        quantities=tuple(parse(text, language)),
    )


def _language(text: str) -> Language:
    """A question is in English also where it holds a Hangul name: it begins and ends in English, as no Korean one does."""
    words = re.findall(r"[^\W\d_]+", text)
    if len(words) > 2 and words[0].lower() in ASKING and all(word.isascii() for word in (words[0], words[-1])):
        return "en"
    return detect(text)


def kind_of(text: str) -> Kind:
    return next((kind for kind, pattern in _KINDS if pattern.search(text)), "other")
