"""Rounding words around a number: 약, 여, 이상, 넘는, about, nearly, more than."""

from __future__ import annotations

import re

from ingest.quantity import Rounding

_BEFORE_KO: list[tuple[Rounding, str]] = [
    ("almost", "거의|근"), ("about", "약|대략|대개|어림잡아|대체로|얼추|어림"), ("at_least", "최소한|최소|적어도|못해도|족히|줄잡아"), ("at_most", "최대|많아야|많게는|기껏해야"),
]  # fmt: skip
_AFTER_KO: list[tuple[Rounding, str]] = [
    ("at_most", r"[을를은는이가도]? ?(?:넘|웃돌|상회하|초과하)지(?:는|도)? ?(?:않|못|말)"),
    ("at_least", r" ?이상"), ("at_most", r" ?(?:이하|이내)"), ("less_than", r" ?미만|(?:[이가도은는])? ?(?:채 |조금 |약간 )*(?:안 ?[되된될돼됐]|못 ?[되된될돼됐]|되지 ?[않못]|모자라|모자란)|(?:에|이|에도)? ?(?:못 ?미치|못미치|미달|밑도는|밑돌)|[을를] ?(?:밑도|밑돌|하회)"),
    ("more_than", r" ?초과|(?:[이가도을를은는])? ?(?:(?:약간|조금|훨씬|크게) )?(?:넘|웃도|웃돌|상회|초과)|여(?![가-힣])"),
    ("almost", r"(?:에)? ?(?:가까[이운]|가깝|육박|근접)"), ("about", r" ?(?:가량|정도|쯤|안팎|내외|남짓)"),
]  # fmt: skip
_BEFORE_EN: list[tuple[Rounding, str]] = [
    ("at_least", "at least|as few as|as little as|no less than|no fewer than|not less than|a minimum of|minimum"),
    ("at_most", "at (?:the )?most|up to|no more than|not more than|(?:not|never|(?:did|do|does|wo|would|ca|could|is|was)n['’]t) (?:be |to )?(?:exceed|top|surpass|(?:go |rise )?(?:above|over|beyond))|as many as|as much as|a maximum of|maximum"),
    ("less_than", "less than|fewer than|under|below|just under|well under|short of|shy of|not quite|not even|inside"),
    ("more_than", "more than|(?<!go )(?<!goes )(?<!going )(?<!went )(?<!gone )(?<!look )(?<!looks )(?<!looking )over|above|north of|beyond|better than|in excess of|upwards? of|exceeding|exceeds|exceeded|just over|greater than|topping|topped|surpassing|surpassed"),
    ("almost", "nearly|almost|close to|close on|nigh on|getting on for|approaching|practically|virtually|not far off|the best part of"),
    ("about", "about|around|approximately|roughly|some|an estimated|circa|approx\\.?|something like|in the region of|on the order of|more or less|give or take"),
]  # fmt: skip
_AFTER_EN: list[tuple[Rounding, str]] = [
    ("at_least", r"\+| or (?:more|older|above|over|higher)\b| and (?:over|above|older|up)\b|-plus\b| plus\b"), ("at_most", r" or (?:less|fewer|younger|under|below)\b"),
    ("about", r" or so\b|-odd\b| or thereabouts\b"),
]  # fmt: skip


_EXACTLY = re.compile(
    r"(?:(?<!not )\b(?:exactly|precisely) (?:the )?|(?<![가-힣])(?:정확히|정확하게는?|딱|꼭) ?)$", re.I
)


def says_exactly(text: str, start: int) -> bool:
    """Whether the number at `start` is said to be no other one, not a little more or less."""
    return bool(_EXACTLY.search(text[:start]))


def _ending(table: list[tuple[Rounding, str]], tail: str, boundary: str) -> list[tuple[Rounding, re.Pattern[str]]]:
    return [(kind, re.compile(rf"{boundary}(?:{words}){tail}$", re.I)) for kind, words in table]


_KO_ENDS = _ending(_BEFORE_KO, " ?", "(?<![가-힣])")
_EN_ENDS = _ending(_BEFORE_EN, " (?:an? |the )?", r"\b")
_KO_STARTS = [(kind, re.compile(words)) for kind, words in _AFTER_KO]
_EN_STARTS = [(kind, re.compile(words, re.I)) for kind, words in _AFTER_EN]
_EN_REACH, _KO_REACH = 24, 8  # the longest phrase before a number


def around(text: str, start: int, end: int, language: str) -> Rounding:
    """How the words right before `start` and right after `end` qualify a number."""
    before, after = (_KO_ENDS, _KO_STARTS) if language == "ko" else (_EN_ENDS, _EN_STARTS)
    for kind, pattern in after:
        if pattern.match(text, end):
            return kind
    head = text[max(0, start - (_KO_REACH if language == "ko" else _EN_REACH)) : start]
    for kind, pattern in before:
        if pattern.search(head):
            return kind
    return "exact"
