"""A day by which something is to be done is not the day on which it is: "on Friday" does not stand by "no later than Friday".

Only a claim without any bound is held to this: by, until and before are one in much of what is translated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.quantities import same
from ingest.quantity import Quantity
from ingest.records import Language

# What may stand between a bound and its day: by the end of next, by 6 p.m. on, before late; 금요일 오후 6시까지, 5월 말(현지시간)까지.
_BETWEEN_EN = (
    r"(?:(?:the )?(?:very )?(?:end|start|close|beginning|middle|turn|morning|afternoon|evening|night|spring|summer|autumn|fall|winter|"
    r"first half|second half|(?:first|second|third|fourth) quarter|week|weekend|month) (?:of |on )?|"
    r"(?:early|late|mid|end)(?:[ -]|$)|(?:next|this|last|coming|on|about|around|at least|as early as|as late as) |"
    r"(?:noon|midday|midnight|dawn|dusk|lunchtime|close of business|[0-9]{1,2}(?:[:.][0-9]{2})? ?[ap]\.?m\.?)(?: local time)?,? (?:on )?|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:or )?)*$"
)
_BETWEEN_KO = (
    r"\s?(?:\([^()]{1,8}\)|[초말중]|중순|하순|상순|중반|초순|경|께|쯤|늦게|일찍|이른|정오|자정|낮|오전|오후|저녁|밤|아침|새벽|상반기|하반기|"
    r"봄|여름|가을|겨울|[0-9]{1,2}시|[0-9]{1,2}분|반|\s)*"
)
_BOUND_BEFORE: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:by|until|till|before|(?:no|not|any|much) later than|through|ahead of|prior to|between now and|deadline (?:of|is|was|on|for)|due by) "
        + _BETWEEN_EN,
        re.I,
    ),
    "ko": re.compile(r"(?:늦어도|시한(?:은|인|이)|기한(?:은|인|이)|마감일?(?:은|인|이)) [^.,]{0,12}$"),
}
_BOUND_AFTER: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"^,? (?:at (?:the )?latest|or (?:earlier|sooner|before))\b|^ (?:deadline|target|limit|cut-?off)\b", re.I
    ),
    "ko": re.compile(
        rf"^{_BETWEEN_KO}(?:까지|이전|전까지|전에|안에|안으로|내에|내로|이내|시한|기한|데드라인|마감|에 앞서|을 넘기지|를 넘기지|보다 늦지)"
    ),
}
# What shows that the claim knows of a bound, where the source would have to say more for its own.
_HINTED: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:deadline|due|within|expir\w+|ends?|ending|(?:last|final) day|cut-?off|up to|at the latest)\b[^.;]{0,25}$|\bto (?:early |late |mid-?)?$",
        re.I,
    ),
    "ko": re.compile(r"^[^.,]{0,10}(?:까지|이전|전에|안에|내에|이내|시한|기한|마감|만료)"),
}

# What lasts until June ends in June; what is to be done by June need not.
_ENDED: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:end(?:s|ed|ing)?|finish\w*|conclud\w*|clos\w*|stop\w*|expir\w*|over|last day)\b", re.I),
    "ko": re.compile(r"^[^.,]{0,12}(?:끝|마쳤|마친|마치|종료|막을 내|만료|폐막)"),
}
_LASTED: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:until|till|through|between)\b|\bfrom\b.*\bto\b", re.I),
    "ko": re.compile(r"부터 .*까지|까지 (?:이어|계속|진행|열|머물|유효)"),
}


_IN_YEAR = re.compile(
    r"에[는도]? [^.,]*(?:(?:않|못|없)[^가-힣]*[가-힣]{0,4}다|(?<![가-힣])안 [^.,]*다)[.”\"]*$"
)  # what is not done in a year is not done by its end


def overlooked(
    claim: str,
    language: Language,
    ours: Sequence[Quantity],
    source: str,
    written_in: Language,
    theirs: Sequence[Quantity],
) -> Iterator[Quantity]:
    """Dates that the claim states and the source, wherever it has them, gives as the last of the days that are left."""
    for figure in ours:
        if not figure.moment or _bound(claim, language, figure) or _hinted(claim, language, figure):
            continue
        if _ENDED[language].search(claim if language == "en" else claim[figure.end :]) and _LASTED[written_in].search(
            source
        ):
            continue
        if _IN_YEAR.match(claim, figure.end) and not figure.moment.month:
            continue
        there = [other for other in theirs if other.moment and same(figure, other)]
        if there and all(_bound(source, written_in, other) for other in there):
            yield figure


def _bound(text: str, language: Language, figure: Quantity) -> bool:
    return bool(
        _BOUND_BEFORE[language].search(text[: figure.start]) or _BOUND_AFTER[language].search(text[figure.end :])
    )


def _hinted(text: str, language: Language, figure: Quantity) -> bool:
    return bool(_HINTED[language].search(text[: figure.start] if language == "en" else text[figure.end :]))
