"""Does a sentence hold something of the kind asked for? Who: a person; when: a date; how much: a quantity of that unit."""

from __future__ import annotations

import re

from app.question import Question
from app.roles import roles_in
from ingest.names import find_names
from ingest.quantities import Quantity, parse
from ingest.records import Language

TIMES = frozenset(["date", "weekday", "quarter", "year", "month", "decade", "time"])
WHO = ("person", "organisation", "other")  # a firm or a foundation may be who; kinds are guesses, a place is no who
MONEY = frozenset(["USD", "KRW", "CNY", "JPY", "EUR", "GBP"])

# What a question about an amount wants, by the words it uses; the first that matches decides.
_WANTED: tuple[tuple[frozenset[str] | None, re.Pattern[str]], ...] = (
    (
        frozenset({"percent", "percentage_point", "basis_point"}),
        re.compile(r"percent|\brate\b|share of|proportion|비율|비중|%|퍼센트|…률|이율|금리", re.I),
    ),
    (
        MONEY,
        re.compile(
            r"\bcost|\bprice|\bpay|\bpaid|\bspen[dt]|dollar|\bwon\b|budget|비용|가격|금액|예산|요금|달러|얼마가 들|값",
            re.I,
        ),
    ),
    (frozenset({"age", "year"}), re.compile(r"how old|몇 살|나이", re.I)),
    (
        frozenset({"year", "month", "day", "hour", "minute", "second"}),
        re.compile(r"how long|얼마나 (?:오래|걸)|기간|몇 (?:시간|분|일 동안|년 동안|개월)", re.I),
    ),
    (
        frozenset({"person", ""}),
        re.compile(
            r"몇 ?명|몇 사람|인구|관중|인원|\bhow many (?:\w+ )?(?:people|adults|children|members|workers|employees|visitors|fans"
            r"|students|patients|passengers)\b|\bpopulation\b|\battendance\b",
            re.I,
        ),
    ),
    (None, re.compile("")),
)


def holds_candidate(question: Question, text: str, language: Language) -> bool:
    """True also where the kind of the question has no type to look for ("why", "what happened")."""
    if question.kind == "how_much":
        return any(_answers_amount(question, quantity) for quantity in parse(text, language))
    if question.kind == "when":
        return any(quantity.unit in TIMES for quantity in parse(text, language))
    if question.kind == "who":
        roles = roles_in(question.text)
        return (not roles or bool(roles & roles_in(text))) and _holds_name(question, text, language, *WHO)
    if question.kind == "where":
        return _holds_name(question, text, language, "place", "organisation")
    return True


def _holds_name(question: Question, text: str, language: Language, *kinds: str) -> bool:
    asked = {name.text for name in question.names}
    return any(name.kind in kinds and name.text not in asked for name in find_names(text, language))


def _answers_amount(question: Question, quantity: Quantity) -> bool:
    units = next(units for units, pattern in _WANTED if pattern.search(question.text))
    if units is None:
        return quantity.unit not in TIMES and quantity.unit != "ordinal"
    return quantity.unit in units
