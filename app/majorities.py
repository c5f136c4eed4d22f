"""Most or few against a share: are there "most" in a claim where its source gives a third?

The share that a claim speaks of is the one of the same way ("supported": of 58% against and 34% in favour the latter), or the only one that
its source gives. Where the source has such a word itself, or shares that add up, nothing is concluded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.negation import negates
from app.poles import poles
from app.shares import shares
from ingest import units
from ingest.quantities import parse
from ingest.quantity import Quantity
from ingest.records import Language
from ingest.terms import terms

_MOST: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\bmost (?:of|people|(?!of )[a-z]+s\b)|(?:^|[.;] )Most (?:of )?[a-z]+|\b(?:an?|the) (?:\w+ )?majority\b|\bmore than half\b|\bover half\b",
        re.I,
    ),
    "ko": re.compile(r"대부분|대다수|과반|다수(?:가|는|의)|절반(?:을|이)? ?(?:넘|이상|웃도)|(?<![가-힣])태반"),
}
_FEW: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:an?|the) (?:\w+ )?minority\b|(?<!\ba )(?<!\bthe )(?<!\bquite a )\bfew (?:of|people|[a-z]+s\b)|\b(?:less|fewer) than half\b|\bunder half\b",
        re.I,
    ),
    "ko": re.compile(r"소수(?:가|는|의|만)|절반(?:에|도)? ?(?:못 ?미치|미치지 못|안 ?되|미만|이하|밑)"),
}
# Of how strong most and least are, not of how many: the most expensive of cars.
_DEGREE = re.compile(r"\b(?:the|at|his|her|its|their) most\b|\bmost (?:of all|likely|recent)\b|절대다수 ?의석", re.I)
_REST: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:rest|others?|remaind\w+)\b", re.I),
    "ko": re.compile(r"나머지|그 외|다른 "),
}
_SHARE_UNITS = {"percent": Decimal(100), "fraction": Decimal(1)}
_SIDES = ("decision", "outlook", "verdict", "agree", "trust", "stay")  # what people are for or against
_HOW_MANY = frozenset({"majority", "comparison"})


def outnumbered(claim: str, language: Language, source: str, written_in: Language) -> str | None:
    """The word of the claim for most, or few, where the share of its source is below half, or above."""
    for most, pattern in ((True, _MOST[language]), (False, _FEW[language])):
        found = pattern.search(claim)
        if not found or _DEGREE.search(claim) or _MOST[written_in].search(source) or _FEW[written_in].search(source):
            continue
        share = _share_spoken_of(claim, language, source, written_in)
        if share is not None and share != Decimal("0.5") and (share > Decimal("0.5")) != most:
            return found[0]
    return None


def _share_spoken_of(claim: str, language: Language, source: str, written_in: Language) -> Decimal | None:
    """0..1; None where the source gives no share, or several of which none tells itself from the others, or speaks of the rest."""
    if _REST[written_in].search(source):
        return None
    found = list(_shares(source, written_in))
    if any(figure.unit in _SHARE_UNITS and figure.low != Decimal("0.5") for figure in parse(claim, language)):
        return None
    for axis in _SIDES:
        claimed = {pole.up for pole in poles(claim, language) if pole.axis == axis}
        there = [(share, {pole.up for pole in poles(text, written_in) if pole.axis == axis}) for share, text in found]
        if len(claimed) == 1 and any(ways for _, ways in there):
            same = [share for share, ways in there if ways == claimed]
            if len(same) == 1 and all(len(ways) == 1 for _, ways in there):
                return same[0]
            other = [share for share, ways in there if len(ways) == 1 and ways != claimed]
            # Only the other side is given: the rest is for it, or silent.
            return 1 - other[0] if len(found) == len(other) == 1 and other[0] > Decimal("0.5") else None
    if any(units.is_count(figure.unit) for figure in parse(source, written_in)):
        return None  # of how many there are: 70,000 of 90,000 live there, and 30% is forest
    if len(found) != 1 or negates(claim, language) or negates(source, written_in):
        return None
    return found[0][0] if _same_way(claim, language, source, written_in) else None


def _same_way(claim: str, language: Language, source: str, written_in: Language) -> bool:
    """Whether no word of the one is opposed by one of the other: most stayed, where a third left; and, in one language, whether the claim
    says little that is not there."""
    ours = {(pole.axis, pole.up) for pole in poles(claim, language) if pole.axis not in _HOW_MANY}
    axes = {axis for axis, _ in ours}
    if ours != {(pole.axis, pole.up) for pole in poles(source, written_in) if pole.axis in axes}:
        return False
    said = [word for word in terms(claim) if not word[0].isdigit()]
    there = set(terms(source))
    return language != written_in or sum(word in there for word in said) * 2 >= len(said)


def _shares(source: str, language: Language) -> Iterator[tuple[Decimal, str]]:
    """The shares of a sentence, 0..1, and what it says of each."""
    spans = {part.figure.start: part.span for group in shares(source, language) for part in group}
    for figure in parse(source, language):
        if figure.unit in _SHARE_UNITS and figure.low == figure.high and not _is_change(figure, source):
            low, high = spans.get(figure.start, (0, len(source)))
            yield figure.low / _SHARE_UNITS[figure.unit], source[low:high]


_BY = re.compile(
    r"\b(?:by|up|down|rose|fell|grew|gained|lost|jumped|dropped|increased|decreased)(?: (?:about|around|nearly|almost|just|some))* $"
)
_ALTERED = re.compile(
    r"^(?:가량|쯤|정도|포인트)? ?(?:오르|올라|올랐|늘|증가|상승|급|내리|내렸|내려|줄|감소|하락|떨어|더|인상|인하)|^ (?:more|less|higher|lower|rise|fall|increase|decrease|drop|cut)\b"
)


# Rates, and shares of votes, are of no people who do something.
_RATE_BEFORE = re.compile(
    r"\b(?:to|at|with|rates? (?:of|is|was)|tax(?:es)? (?:of|is|was))(?: (?:about|around|nearly))? $|(?:율|금리|세|이자|할인)[은는이가을를]? $"
)
_RATE_AFTER = re.compile(
    r"^(?:로|으로|의? (?:금리|세|이자|할인|득표|관세))|^ (?:of the votes?|tax|duty|tariffs?|interest|discount|off)\b"
)


def _is_change(figure: Quantity, source: str) -> bool:
    """Or a rate."""
    before, after = source[: figure.start], source[figure.end :]
    if _RATE_BEFORE.search(before) or _RATE_AFTER.search(after):
        return True
    changes = figure.sense == "rise" or _BY.search(source[: figure.start])
    return bool(changes or _ALTERED.match(source[figure.end :]))
