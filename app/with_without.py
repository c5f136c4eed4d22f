"""With it or without it: of two sides of which the one lacks what the other has, which is held against which?

"Twice as many dropped out with the drug as without it" holds the side that has it against the one without; in a claim that has more of
them without it than with it the two have changed places.
"""

from __future__ import annotations

import re

from app.poles import poles
from app.sides import standard
from ingest.records import Language

_STANDARD: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:(?:more|less|fewer|higher|lower|longer|shorter|larger|smaller|greater|stronger|weaker|faster|slower)\b[^,.;]{0,60}? than"
        r"|(?:twice|half|(?:two|three|four|five|\d+) times) as [^,.;]{1,60}? as)\b(?P<standard> [^,.;]{3,60})",
        re.I,
    ),
    "ko": re.compile(r"(?P<standard>[^,]{2,40})보다(?= )"),
}
_LESS: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:less|fewer|lower|shorter|smaller|half|weaker|slower)\b", re.I),
    "ko": re.compile(r"(?<![가-힣])(?:적[다은었게어]|낮|짧|작[다은았]|덜|절반|느리|약[하했])"),
}
_LACKS: dict[Language, re.Pattern[str]] = {
    # Of a side: what is said of both is "were not", 않았다.
    "en": re.compile(r"\bwithout\b|\b(?:who|that|which) (?:[a-z]+ (?:not|never)\b|[a-z]+n['’]t\b|never\b)", re.I),
    "ko": re.compile(r"않은|않는|못한|없는|없이|아닌|(?<![가-힣])안 "),
}


def exchanged_sides(claim: str, language: Language, source: str, written_in: Language) -> bool:
    """Whether a claim has the side that lacks it for the one that has it."""
    ours, theirs = _held_against(claim, language), _held_against(source, written_in)
    if ours is None or theirs is None or ours == theirs:
        return False
    mine, other = poles(claim, language), poles(source, written_in)
    # More die without it: fewer live.
    return not any(a.axis == b.axis and a.up != b.up and a.word != b.word for a in mine for b in other)


def _held_against(text: str, language: Language) -> bool | None:
    """Whether the side that lacks it is the one with more; None where the text has no two such sides."""
    if (span := standard(_STANDARD[language], text, language)) is None:
        return None
    low, high = span
    lacking = bool(_LACKS[language].search(text[low:high]))
    other = bool(_LACKS[language].search(text[:low] + text[high:]))
    if lacking == other:
        return None
    compared = _STANDARD["en"].search(text)[0] if language == "en" else text[high:]  # more ... than; ...보다 많다
    return lacking == bool(_LESS[language].search(compared))
