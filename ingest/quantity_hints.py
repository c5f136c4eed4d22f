"""Words that say one, two, three, first or second without a numeral: a claim's "two" may rest on "both", its "one year" on "a year"."""

from __future__ import annotations

import re

from ingest.records import Language

_ENGLISH_ONE = re.compile(
    r"\b(?:an?|one|single|another|each|per|every|once|the|last|past|this|next|first|annual(?:ly)?|yearly|monthly|weekly|daily|hourly)\b",
    re.I,
)

HINTS: dict[Language, dict[str, re.Pattern[str]]] = {
    "en": {
        "3": re.compile(r"\b(?:trio|triplets|triple|trilogy|hat-trick)\b", re.I),
        "teens": re.compile(r"\bteen\w*", re.I),
        "1": _ENGLISH_ONE,
        "one": _ENGLISH_ONE,
        "2": re.compile(r"\b(?:both|pair|couple|duo|twins|biennial\w*|twice|either|neither|doubl\w+)\b", re.I),
        "second": re.compile(r"\ba second (?=[a-z])", re.I),
        "first": re.compile(
            r"\b(?:first|never before|1st|initial\w*|debut|maiden|original\w*|inaugural|top\w*|lead\w*|best|No\. 1)\b",
            re.I,
        ),
    },
    "ko": {
        "3": re.compile(r"트리오|삼총사|세쌍둥이|삼형제|3부작|해트트릭"),
        "teens": re.compile(r"청소년|십대"),
        "1": re.compile(r"한|하나|1|일|하루|단독|지난|매|당|마다|연간|월간|주간"),  # of time: 지난달, 하루
        "one": re.compile(  # of what is counted, as a word of its own: 경미한 counts nothing
            r"(?<![가-힣])(?:한 |하나|매)|(?<!\d)1(?!\d)|단독|단일|혼자|홀로|각각|각자|마다|당 |유일"
        ),
        "2": re.compile(r"둘|두|양측|양국|양쪽|양팀|양 팀|한 쌍|쌍둥이|부부|커플"),
        "second": re.compile(r"또 (?:다른|하나|한)|한 번 더"),
        "first": re.compile(
            r"첫|처음|최초|(?<=[가-힣])(?<![일월년시분초주달요])부터|1[위등]|먼저|우선|초대|[일1]차|시초|초연|제1|데뷔|원래|(?:[5-9]|\d\d)[년해] ?만[에이의]|[년해월달주일] ?만[에이의] (?:최[대고저소]|가장|처음)"
        ),
    },
}
