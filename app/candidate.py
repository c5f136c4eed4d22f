"""Does a sentence hold something of the kind asked for? Who: a person; when: a date; how much: a quantity of that unit."""

from __future__ import annotations

import re

from app.question import Question
from app.roles import roles_in
from ingest.names import Aliases, find_names
from ingest.quantities import Quantity, parse
from ingest.quantity import TIME_UNITS
from ingest.records import Language

CALENDAR_UNITS = frozenset({"date", "weekday", "quarter", "decade", "century", "time"})
WHO = ("person", "organisation", "other")  # a firm or a foundation may be who; kinds are guesses, a place is no who
MONEY = frozenset(["USD", "KRW", "CNY", "JPY", "EUR", "GBP"])
_FROM_THEN = re.compile(r" ?(?:ago|later|earlier|before|after|from now)\b| ?(?:전|뒤|후|만에)")

# What a question about an amount wants, by the words it uses; the first that matches decides.
_WANTED: tuple[tuple[frozenset[str] | None, re.Pattern[str]], ...] = (
    (
        frozenset({"percent", "percentage_point", "basis_point"}),
        re.compile(
            r"percent|\brate\b|share of|proportion|비율|비중|%|퍼센트|[가-힣]률(?=[은이을도]| 얼마|\s*$)|이율|세율|금리",
            re.I,
        ),
    ),
    (frozenset({"age", "year"}), re.compile(r"how old|몇 살|나이", re.I)),
    (
        TIME_UNITS,
        re.compile(
            r"how long|\bhow many (?:\w+ )?(?:years|months|weeks|days|hours|minutes|seconds)\b|얼마나 (?:오래|걸)|얼마 ?(?:동안|간)"
            r"|(?:기간|시간)[은이]|몇 ?(?:시간|분|초|주|달|개월)|(?:몇 ?[년일]|며칠) ?(?:동안|간|이나|걸|만에)",
            re.I,
        ),
    ),
    (
        frozenset({"person", ""}),
        re.compile(
            r"몇 ?명|몇 사람|인구|관중|인원|\bhow many (?:\w+ )?(?:people|adults|children|members|workers|employees|visitors|fans"
            r"|students|patients|passengers)\b|\bpopulation\b|\battendance\b",
            re.I,
        ),
    ),
    # A word for money alone says little: how many medals Korea has won, how many times the price rose.
    (
        MONEY,
        re.compile(
            r"\bhow much\b.*(?:\bcost|\bprice|\bpay|\bpaid\b|\bspen[dt]|\bworth\b|dollar|\bwon\b|budget)"
            r"|\b(?:cost|price|budget).*얼마|\bhow many (?:\w+ )?(?:dollars|won|euros|pounds|yen|yuan)\b"
            r"|^(?!.*how many).*\b(?:price|cost|budget)\b"
            r"|^(?!.*몇 ?(?!억|조|만|천|백|달러|원|유로|엔|위안)).*(?:비용|가격|금액|예산|요금|달러|얼마[가를]? ?(?:들|썼|쓰|냈|내)|값)",
            re.I,
        ),
    ),
    (None, re.compile("")),
)
_COUNTED = re.compile(r"\bhow many\b|몇 ?[명개건곳번대종배]", re.I)  # things, never money
_SOUND = Aliases()  # no pairs of a library: only what the known table, the spelling and the sound tell


def holds_candidate(question: Question, text: str, language: Language) -> bool:
    """True also where the kind of the question has no type to look for ("why", "what happened")."""
    if question.kind == "how_much":
        return any(_answers_amount(question, quantity) for quantity in parse(text, language))
    if question.kind == "when":
        return any(_is_when(text, quantity) for quantity in parse(text, language))
    if question.kind == "who":
        roles = roles_in(question.text)
        return (not roles or bool(roles & roles_in(text))) and _holds_name(question, text, language, *WHO)
    if question.kind == "where":
        return _holds_name(question, text, language, "place", "organisation")
    return True


def _holds_name(question: Question, text: str, language: Language, *kinds: str) -> bool:
    """Whether `text` names one of these kinds that the question does not name itself, in either script."""
    names = [name.text for name in find_names(text, language) if name.kind in kinds]
    asked = {name.text for name in question.names}
    return any(not any(_SOUND.same(name, one) for one in asked) for name in names)


def _is_when(text: str, quantity: Quantity) -> bool:
    """Three years is no answer to when; in 2021 and three years ago are."""
    if quantity.unit in TIME_UNITS:
        return bool(_FROM_THEN.match(text, quantity.end))
    return quantity.unit in CALENDAR_UNITS


def _answers_amount(question: Question, quantity: Quantity) -> bool:
    units = next(units for units, pattern in _WANTED if pattern.search(question.text))
    if units is None:
        counted = MONEY if _COUNTED.search(question.text) else frozenset()
        return quantity.unit not in CALENDAR_UNITS | TIME_UNITS | counted and quantity.unit != "ordinal"
    return quantity.unit in units
