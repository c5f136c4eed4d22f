"""What a sentence states by figures: those it stands for, those it denies or compares with, and the time it speaks of."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from app.gloss import day
from app.records import Evidence
from ingest.names import find_names
from ingest.quantities import Quantity, parse
from ingest.records import Language
from ingest.terms import terms

# A figure that the sentence denies: not the 342 billion, 210억 원이 아니라, the $31 million it first reported.
_DENIED_BEFORE = re.compile(
    r"\b(?:not|instead of|rather than)(?: (?:the|an?|about|some|just|only|reported|announced|stated|earlier|initial|original|previous))* $",
    re.I,
)
_DENIED_AFTER: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"^[^,;.]{0,20}\b(?:(?:first|originally|initially|previously|earlier) (?:reported|announced|stated|given)|(?:reported|announced) earlier)\b",
        re.I,
    ),
    "ko": re.compile(r"^(?: ?원)?(?:[이가은는]? ?아니|[이가]? ?아닌| 대신)"),
}
# ... or compares with another; where it speaks of a correction, it denies that too.
_BASE_BEFORE: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:from|than|against|compared (?:with|to)|versus|originally|previously)(?: (?:the|an?|about|some|just|only))* $",
        re.I,
    ),
    "ko": re.compile(r"(?:당초|애초|기존|종전)(?:의|에)? (?:\S+ )?$"),
}
_BASE_AFTER: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"^[^,;.]{0,20}\b(?:a|\w+) (?:year|month|week|quarter)s? (?:before|earlier|ago)\b", re.I),
    "ko": re.compile(r"^(?:에서(?![는도의])|보다| 대비|에 비해|과 비교| 같은 (?:기간|달|분기)(?:보다|에 비해| 대비))"),
}
_CORRECTION = re.compile(r"\bcorrect(?:s|ed|ing|ion)\b|\brevis(?:es|ed|ing|ion)\b|\brestat\w+|정정|수정|바로잡", re.I)
# The day on which somebody spoke is not the day that is spoken of.
_SPOKE_BEFORE = re.compile(
    r"\b(?:sa(?:id|ys)|told \w+|announced|reported|disclosed|confirmed|added|wrote|published)(?: \w+)? (?:on |late |early )*$",
    re.I,
)
_SPOKE_AFTER: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"^ (?:\w+ ){0,3}(?:said|says|told|announced|reported|confirmed)\b", re.I),
    "ko": re.compile(r"^ ?[^.,]{0,25}?(?:밝혔|밝힌|말했|전했|발표|보도|설명|공시|덧붙|알렸)"),
}
# Of what is not yet, or only might be.
_UNSURE: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:expect\w*|forecast\w*|predict\w*|project(?:s|ed|ions?)|target\w*|goals?|plann?(?:s|ed)?|aim(?:s|ed)?|estimate[sd]?|could|might|may"
        r"|would|if|hop(?:es|ed|ing)|sought|seek\w*|demand(?:s|ed)|want(?:s|ed)|propos\w*|likely|asked for)\b"
    ),
    "ko": re.compile(
        r"전망|예상|예측|목표|추정|추산|관측|가능성|[을할될길릴] 것(?:으로|이라)|희망|요구|제안|수 있|내다[봤보]|계획이었|려 했"
    ),
}
_IF: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:if|unless|should|feared|alleged(?:ly)?|reportedly)\b"),
    "ko": re.compile(r"만약|만일|(?<=[가-힣])면(?:[ ,]|서도 )|우려|의혹|주장"),
}
# Words by which a figure counts a part, or each.
_PART = re.compile(
    r"\b(?:of (?:them|those|whom|which|these)|including|among|each|per|half|average|daily|an? (?:day|week|month|year)(?! (?:earlier|later|before|after|ago|on))|annual(?:ly)?|additional|another|further)\b"
    r"|(?<= )(?:가운데|이 ?중|그 ?중|각각|평균|하루|1인당|절반|연간|추가로)|첫날|(?<=[가-힣])당 ",
    re.I,
)
_BREAK: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"[,;:()“”\"]|\b(?:and|but|while|whereas|after|before|which|who|because|although|said(?: that)?|says(?: that)?|shows?(?: that)?)\b",
        re.I,
    ),
    "ko": re.compile(r"[,;:()“”\"]|(?<=[고며]) |(?<=지만) |(?<=는데) "),
}
_PARTICLE = re.compile(r"^(?:은|는|이|가|을|를|의|에서|에|도|와|과)(?= )")  # of what stands before the clause
# Words that a clause has for its grammar, and those that only say that a figure follows, or that somebody tells it.
_EMPTY = frozenset(
    """a an the of in on at by to for from with as its it their his her this that these those is was wa were are be been has have had will
    did do not than least most about some more less up down s people person reach reached total totaled number stand stood come came hit figure
    corrected revised new there also only just now yesterday today tonight so far
    명 사람 것 수 달하 이르 집계 조사 기록 모두 총 나타나 알려지 약 정정 공시 발표 드러나 이번 오늘 어제 전체 동안 돈 금액 액수 규모 예정 나 일어나 발생 occurred took place""".split()
)


def is_unsure(text: str, language: Language) -> bool:
    """Whether it tells of what is not yet, might be, or is so only if something else is."""
    return bool(_UNSURE[language].search(text.lower()) or _IF[language].search(text.lower()))


@dataclass(frozen=True)
class Stated:
    """A sentence read for its figures."""

    item: Evidence

    @property
    def text(self) -> str:
        return self.item.text

    @property
    def language(self) -> Language:
        return self.item.article.language

    @cached_property
    def all(self) -> tuple[Quantity, ...]:
        return tuple(parse(self.text, self.language, today=day(self.item.article)))

    @cached_property
    def denied(self) -> tuple[Quantity, ...]:
        return tuple(figure for figure in self.all if self._is_denied(figure))

    @cached_property
    def figures(self) -> tuple[Quantity, ...]:
        """Those that the sentence stands for, without dates."""
        return tuple(one for one in self.all if not one.moment and one not in self.denied and not self._is_base(one))

    @cached_property
    def dates(self) -> tuple[Quantity, ...]:
        """Without the day on which somebody spoke, and without what is compared with."""
        return tuple(one for one in self.all if one.moment and not self._is_base(one) and not self._is_when_told(one))

    @property
    def unsure(self) -> bool:
        return bool(_UNSURE[self.language].search(self.text))

    @property
    def part(self) -> bool:
        """Does a figure of it count a part, or each?"""
        return bool(_PART.search(self.text))

    @property
    def bare(self) -> str:
        """The sentence without its figures and dates."""
        text = self.text
        for figure in reversed(self.all):
            text = f"{text[: figure.start]} {text[figure.end :]}"
        return " ".join(text.split())

    @cached_property
    def names(self) -> tuple[str, ...]:
        return tuple(name.text for name in find_names(self.text, self.language))

    def around(self, figure: Quantity, names: Collection[str] = ()) -> list[str]:
        """The terms of the clause that the figure stands in, without those of figures, dates, its own names and `names`."""
        text = self.text
        same_kind = [one for one in self.all if one is not figure and one.unit == figure.unit]
        breaks = [found.span() for found in _BREAK[self.language].finditer(text) if not self._within(found.start())]
        ends = [*(one.end for one in same_kind), *(end for _, end in breaks)]
        starts = [*(one.start for one in same_kind), *(start for start, _ in breaks)]
        low = max([end for end in ends if end <= figure.start], default=0)
        high = min([start for start in starts if start >= figure.end], default=len(text))
        clause = text[low:high]
        for one in reversed(self.all):  # a numeral in its place, so that particles stay particles
            if low <= one.start and one.end <= high:
                clause = f"{clause[: one.start - low]}1{clause[one.end - low :]}"
        known = sorted({*self.names, *names}, key=len, reverse=True)
        if known:
            clause = re.sub(rf"(?<!\w)(?:{'|'.join(map(re.escape, known))})(?![A-Za-z0-9])", "1", clause)
        found = dict.fromkeys(terms(_PARTICLE.sub("", clause)))
        return _parts_alone([one for one in found if one not in _EMPTY and not one[0].isdigit()])

    def period(self, part: str) -> set[int]:
        """The years, quarters, months or days that it speaks of."""
        named = (getattr(date.moment, part) for date in self.dates if date.unit in ("date", "quarter"))
        return {number for number in named if number}

    def _within(self, place: int) -> bool:
        return any(one.start <= place < one.end for one in self.all)

    def _is_denied(self, figure: Quantity) -> bool:
        if figure.moment:
            return False
        before, after = self.text[: figure.start], self.text[figure.end :]
        denied = _DENIED_BEFORE.search(before) or _DENIED_AFTER[self.language].search(after)
        return bool(denied) or (self._is_base(figure) and bool(_CORRECTION.search(self.text)))

    def _is_base(self, figure: Quantity) -> bool:
        before, after = self.text[: figure.start], self.text[figure.end :]
        return bool(_BASE_BEFORE[self.language].search(before) or _BASE_AFTER[self.language].search(after))

    def _is_when_told(self, date: Quantity) -> bool:
        before, after = self.text[: date.start], self.text[date.end :]
        if self.language == "en" and _SPOKE_BEFORE.search(before):
            return True
        if self.language == "en" and before in ("", "On "):
            after = after.removeprefix(",")
        a_day = date.unit == "weekday" or bool(date.moment and date.moment.day)
        return a_day and bool(_SPOKE_AFTER[self.language].search(after))


def _parts_alone(words: list[str]) -> list[str]:
    """Without compounds of which both parts are there: of 영업, 이익 and 영업이익 the first two."""
    there = set(words)
    return [word for word in words if not any(word[:i] in there and word[i:] in there for i in range(1, len(word)))]
