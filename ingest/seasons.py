"""The seasons that a text names. They are no quantities, and a claim may no more change them than a month."""

from __future__ import annotations

import re

from ingest.records import Language

_WHICH = r"in|by|this|last|next|coming|early|late|mid|every|each|until|till|from|since|before|after"
_DATED = r"(?= (?:of )?(?:19|20)[0-9]{2}\b)"
_KO_WHICH = r"(?:올|올해|내년|지난|지난해|이번|다음|오는|작년|재작년|년|그해|이듬해|늦|초|한) ?"
_KO_AFTER = r"(?:에|부터|까지|철|마다|께|쯤)"
_SEASONS: dict[Language, dict[str, re.Pattern[str]]] = {
    "en": {
        "spring": re.compile(rf"\b(?:{_WHICH}|the|of)[ -]spring\b|\bspring{_DATED}", re.I),
        "summer": re.compile(r"\bsummer\b", re.I),
        "autumn": re.compile(
            rf"\bautumn\b|\b(?:in the|this|last|next|coming|early|late)[ -]fall\b(?! (?:in|of|from|to) (?!(?:19|20)[0-9]{{2}}))|\bfall{_DATED}",
            re.I,
        ),
        "winter": re.compile(r"\bwinter\b", re.I),
    },
    "ko": {
        "spring": re.compile(rf"{_KO_WHICH}봄|(?<![가-힣])봄{_KO_AFTER}"),
        "summer": re.compile(r"여름"),
        "autumn": re.compile(rf"{_KO_WHICH}가을|(?<![가-힣])가을(?:{_KO_AFTER}|의|이|은|을|[ ,.]|$)"),
        "winter": re.compile(r"겨울"),
    },
}
_BESIDE = re.compile(r" ?(?:초|늦)?(?:봄|여름|가을|겨울)")  # 2024년 가을
_OF = re.compile(r"\b(?:spring|summer|autumn|fall|winter)(?: of)? $", re.I)
_ANY = re.compile(r"봄|여름|가을|spring|summer|autumn|fall", re.I)
_NAMES = {"봄": "spring", "여름": "summer", "가을": "autumn", "fall": "autumn"}
_KOREAN = {"spring": "봄", "summer": "여름", "autumn": "가을"}


def seasons(text: str, language: Language) -> list[str]:
    """Their English names, in the order of the year."""
    return [season for season, pattern in _SEASONS[language].items() if pattern.search(text)]


def of_season(year: str) -> str | None:
    """The English name of the season in the text of a year that is told by it: last fall, 올봄."""
    found = _ANY.search(year)
    return _NAMES.get(found[0].lower(), found[0].lower()) if found else None


def is_of_season(text: str, start: int, end: int) -> bool:
    """Whether the year that stands there is told by its season, or has one beside it."""
    head = text[max(0, start - 12) : start]
    return bool(of_season(text[start:end]) or _BESIDE.match(text, end) or _OF.search(head))


def in_korean(season: str) -> str:
    return _KOREAN[season]
