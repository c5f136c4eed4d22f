"""How much, how many, how long, how often: does a sentence hold an amount of the unit asked for?"""

from __future__ import annotations

import re

from ingest.quantities import Quantity, parse
from ingest.quantity import TIME_UNITS
from ingest.records import Language
from ingest.terms import singular
from ingest.units import PEOPLE

CALENDAR_UNITS = frozenset({"date", "weekday", "quarter", "decade", "century", "time"})
MONEY = frozenset(["USD", "KRW", "CNY", "JPY", "EUR", "GBP"])

LENGTHS = frozenset(["km", "m", "cm", "mm", "mile", "foot", "inch", "yard"])
MASSES = frozenset(["kg", "g", "ton", "GBP"])  # a pound is read as the money

# What a question about an amount wants, by the words it uses; the first that matches decides.
_WANTED: tuple[tuple[frozenset[str] | None, re.Pattern[str]], ...] = (
    (
        frozenset({"percent", "percentage_point", "basis_point", "fraction"}),
        re.compile(
            r"percent|\brate\b|share of|proportion|비율|비중|%|퍼센트|[가-힣]률(?=[은이을도]| 얼마|\s*$)|이율|세율|금리",
            re.I,
        ),
    ),
    (frozenset({"age", "year"}), re.compile(r"how old|몇 살|나이", re.I)),
    (
        TIME_UNITS,
        re.compile(
            r"how long|\bhow many (?:\w+ )?(?:years|months|weeks|days|hours|minutes|seconds)\b"
            r"|얼마나 (?:오래|걸|연기|지속|지체|늦|미뤄|머물|더 걸)|얼마 ?(?:동안|간)"
            r"|(?:기간|시간)[은이]|몇 ?(?:시간|분|초|주|달|개월)|(?:몇 ?[년일]|며칠) ?(?:동안|간|이나|걸|만에)",
            re.I,
        ),
    ),
    (
        frozenset({"person", ""}),
        re.compile(
            r"몇 ?명|몇 사람|인구|관중|인원"
            r"|\bhow many (?:\w+ )?(?:people|adults|children|members|workers|employees|visitors"
            r"|fans|students|patients|passengers)\b|\bpopulation\b|\battendance\b",
            re.I,
        ),
    ),
    # A word for money alone says little: how many medals Korea has won, how many times the price rose.
    (
        MONEY,
        re.compile(
            r"\bhow much\b.*(?:\bcost|\bprice|\bpay|\bpaid\b|\bspen[dt]|\bworth\b|dollar|\bwon\b|budget)"
            r"|\bhow much (?:is|was|were|are|will be|would be) .*\b(?:bond|bail|fines?|fees?|fares?|rents?"
            r"|loans?|debts?|deposit|salary|wages?|tax|grants?|prize|damages|compensation|settlement"
            r"|dividends?"
            r"|donations?|subsid(?:y|ies)|tickets?|funding|deal|contract)\b"
            r"|[가-힣](?:금|료|봉|월급|월세|수당)[은이]? (?:모두 |총 |대략 |약 )?얼마(?![나만])"
            r"|\b(?:cost|price|budget).*얼마|\bhow many (?:\w+ )?(?:dollars|won|euros|pounds|yen|yuan)\b"
            r"|^(?!.*how many).*\b(?:price|cost|budget)\b"
            r"|^(?!.*몇 ?(?!억|조|만|천|백|달러|원|유로|엔|위안))"
            r".*(?:비용|가격|금액|예산|요금|달러|얼마[가를]? ?(?:들|썼|쓰|냈|내)|값)",
            re.I,
        ),
    ),
    (
        LENGTHS | MASSES,
        re.compile(
            r"\bhow tall\b|\bhow (?:deep|wide) (?:is|was|are|were) (?:the|this|that|its) (?:\w+ )?(?:river|lake|sea|water|well|hole|pit|mine|canal|pool"
            r"|snow|road|street|bridge|gate|wall)s?\b|\bhow much (?:do|does|did|would) .*\bweigh\b|\bhow heavy (?:is|was) (?:he|she)\b"
            r"|\bwhat (?:is|was) (?:\S+ )*(?:height|weight)(?: of\b|\?)"
            r"|(?:몸무게|체중)[는가이은]? (?:얼마(?:인[가지]|였|나 (?:나|되))|몇)|(?<![가-힣])키[는가와] |(?:높이|깊이|무게)[는가와]? (?:얼마|몇)",
            re.I,
        ),
    ),
    (None, re.compile("")),
)
_COUNTED = re.compile(r"\bhow many\b|몇 ?[명개건곳번대종배]", re.I)  # things, never money
# A bridge may be long, and a war.
_STRETCHES = re.compile(r"\bhow long (?:is|was|are|were) (?:the|this|that|its) ", re.I)
_EVERY = re.compile(r"\bhow often\b|얼마나 자주|몇 ?(?:년|달|주|일|시간)마다", re.I)
_OFTEN: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:every|each) (?:other )?(?:hour|day|night|week|month|year|decade|\w+day)\b"
        r"|\b(?:hourly|daily|weekly|monthly|yearly|annually|once|twice)\b"
        r"|\b(?:an?|per) (?:hour|day|week|month|year)\b",
        re.I,
    ),
    "ko": re.compile(
        r"마다|(?<![가-힣])(?:매일|매주|매월|매달|매년|하루|한 달|일주일|주|연|월) ?(?:에 )?(?:[0-9]+|한|두|세|네|몇) ?번?"
        r"|매[일주달년월]"
    ),
}
# How long it takes or lasts, without a number: a week, all night, until Friday. A noun behind "a day" makes
# a day trip of it, and "twice a day" is how often.
_PAST = r"(?! (?:ago|later|earlier|before)\b)"
_ALONE = (
    r"(?=[^\w ]|$| [0-9]| (?-i:[A-Z])| (?:in|on|at|of|for|from|to|by|with|without|under|over|after|because"
    r"|while|when|until|as|and|or|but|than|longer|more|he|she|it|they|the|an?|his|her|its|their|this"
    r"|that|last"
    r"|\w+ly)\b)"
)
_UNIT = r"(?:second|minute|hour|day|night|week|weekend|month|year|decade|century)"
_LASTS: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        rf"(?<!once )(?<!twice )(?<!times )(?<![0-9] )\ban? {_UNIT}\b{_PAST}{_ALONE}"
        r"|\b(?:all|whole|entire|another|several|a few|a couple of)"
        rf" (?:{_UNIT}|season|summer|winter)s?\b{_PAST}"
        r"|(?<!recent )\b(?:minutes|hours|days|weeks|months|years|decades|centuries)\b"
        r"(?! ago| later| earlier)"
        r"|\b(?:overnight|indefinitely|permanently|forever|lifelong)\b"
        r"|\b(?:until|till|since|through) (?:the )?"
        r"(?:(?-i:[A-Z])|[0-9]|next|last|early|late|end|spring|summer|autumn|winter|dawn|midnight|noon)",
        re.I,
    ),
    "ko": re.compile(
        r"(?<![가-힣])(?:(?:몇|수) ?(?:년|개월|달|주|일|시간|분|십 ?년)|며칠|하루|온종일|종일|밤새|평생|반년|보름|일주일"
        r"|한 ?달|한 주|한 시간|한 해|무기한|영구히?)|[0-9]일?부터 .{0,20}까지|[일월년주]까지"
    ),
}
# How many, without a number: nobody, only one, both of them; of things also 하나뿐이다.
_FEW: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:nobody|none|no one|no (?:people|deaths|injuries|casualties|victims|survivors"
        r"|fatalities|arrests"
        r"|goals|damage))\b"
        r"|\b(?:only|just|exactly) one\b|\b(?:both|neither|either|a pair|a couple|a dozen|a handful) of\b"
        r"|\b(?:once|twice)\b",
        re.I,
    ),
    "ko": re.compile(
        r"(?:한|하나|단 한) ?(?:명|건|개|번|곳|대|사람)?도 (?:없|않|못)|아무도"
        r"|(?:사상자|부상자|사망자|사망|부상|피해자?|희생자|생존자|인명 ?피해)[은는이가도] ?없"
        r"|(?:둘|셋|넷|다섯) ?(?:다|모두|뿐|이다)"
    ),
}
_ONE_THING = re.compile(r"하나(?:뿐|다|이다|밖에)")
_SINGLE = re.compile(r"\ba single (\w+)", re.I)
_LOST = frozenset(["death", "casualty", "injury", "fatality", "arrest"])


def holds_amount(question: str, text: str, language: Language) -> bool:
    """Whether `text` holds an amount of the unit that is asked for, in figures or in words that count."""
    units = next(units for units, pattern in _WANTED if pattern.search(question))
    if any(_answers_amount(question, units, quantity) for quantity in parse(text, language)):
        return True
    if units is TIME_UNITS:
        return bool(_LASTS[language].search(text))
    if _EVERY.search(question):
        return bool(_OFTEN[language].search(text))
    of_people = units is not None and "person" in units
    counts = (units is None or of_people) and bool(_COUNTED.search(question))
    return counts and _holds_few(question, text, language, of_people)


def _holds_few(question: str, text: str, language: Language, of_people: bool) -> bool:
    if _FEW[language].search(text):
        return True
    if language == "ko":
        return not of_people and bool(_ONE_THING.search(text))
    counted = {singular(word) for word in re.findall(r"\w+", question.lower())}
    single = {singular(word.lower()) for word in _SINGLE.findall(text)}
    return bool(single & counted or (of_people and single & (PEOPLE | _LOST)))


def _answers_amount(question: str, units: frozenset[str] | None, quantity: Quantity) -> bool:
    if units is None:
        counted = MONEY if _COUNTED.search(question) else frozenset()
        often = frozenset() if _EVERY.search(question) else TIME_UNITS
        return quantity.unit not in CALENDAR_UNITS | often | counted and quantity.unit != "ordinal"
    if units is TIME_UNITS and _STRETCHES.search(question):
        return quantity.unit in units | LENGTHS
    return quantity.unit in units
