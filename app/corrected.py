"""A figure that a sentence denies: not the 342 billion that it first reported. Nobody may state it by that sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from app.records import Evidence
from app.stated import Stated
from ingest.quantities import parse, same
from ingest.quantity import Quantity
from ingest.records import Language

# The claim says that it was only said once, or is not so.
_SAID_SO: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:first|original\w*|initial\w*|previous\w*|earlier|before|had|not|instead|rather|wrong\w*|mistake\w*|error|false\w*|than|once|against"
        r"|(?:over|under|mis)(?:stat|report|count)\w*|correct\w*|revis\w*|restat\w*|claim\w*|n['’]t)\b",
        re.I,
    ),
    "ko": re.compile(
        r"처음|당초|애초|기존|종전|이전|앞서|먼저|[아않]니|않|아닌|대신|잘못|오류|착오|틀린|정정|수정|바로잡|고쳐|고친|보다|과장|[었였했]던|부풀"
    ),
}


_NOT_ALONE = re.compile(r"\bnot (?:only|just|merely)\b[^,;]{0,20}$", re.I)  # not only these: these, too
_BASE: dict[Language, tuple[re.Pattern[str], re.Pattern[str]]] = {  # what it was changed from, before and behind it
    "en": (re.compile(r"\bfrom(?: (?:the|an?|about|some))* $", re.I), re.compile(r"(?!)")),
    "ko": (re.compile(r"(?!)"), re.compile(r"^(?:에서|으?로부터)(?![는도의])")),
}


def disowned(claim: str, language: Language, cited: Evidence) -> Iterator[Quantity]:
    """Figures of the claim that what is cited denies, and that the claim gives as they stand."""
    if _SAID_SO[language].search(claim):
        return
    stated = Stated(cited)
    denied = [figure for figure in stated.denied if not _NOT_ALONE.search(stated.text[: figure.start])]
    held = [figure for figure in stated.all if figure not in denied] if denied else []
    for figure in parse(claim, language) if denied else ():
        if figure.low != figure.high:  # from 31 to 44, read as one: where it went
            figure = replace(figure, low=figure.high)
        elif _is_base(claim, figure, language):
            continue
        another = any(
            one.unit == figure.unit for one in held
        )  # in whose stead: 20 robots instead of 20 men correct nothing
        if another and any(same(figure, one) for one in denied) and not any(same(figure, one) for one in held):
            yield figure


def _is_base(claim: str, figure: Quantity, language: Language) -> bool:
    before, after = _BASE[language]
    return bool(before.search(claim[: figure.start]) or after.search(claim[figure.end :]))
