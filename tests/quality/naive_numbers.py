"""A second opinion on figures, kept simple and apart: it shares no code with the product, so that it cannot share its mistakes.

It knows digits with their separators and multipliers, number words and months, and compares bare values: no units, no rounding.
So it raises false alarms, which a person reads, but a figure that stands nowhere in the source cannot slip by because both sides misread it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9, "k": 1e3,
    "백": 1e2, "천": 1e3, "만": 1e4, "백만": 1e6, "천만": 1e7, "억": 1e8, "조": 1e12,
}  # fmt: skip
_ENGLISH = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_MONTHS = "january february march april may june july august september october november december"
_NATIVE = {
    "하나": 1, "한": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "석": 3, "넷": 4, "네": 4, "넉": 4, "다섯": 5, "여섯": 6, "일곱": 7,
    "여덟": 8, "아홉": 9, "열": 10, "열한": 11, "열두": 12, "스무": 20, "서른": 30, "첫": 1, "둘째": 2, "셋째": 3, "절반": 0.5,
    "십": 10, "수십": 10,
}  # fmt: skip
_WORDS = {word: float(n) for n, word in enumerate(_ENGLISH.split())}
_WORDS |= {word: 10.0 * n for n, word in enumerate(_TENS.split(), 2)}
_WORDS |= {word: float(n) for n, word in enumerate(_ORDINALS.split(), 1)}
_WORDS |= {word: float(n) for n, word in enumerate(_MONTHS.split(), 1)} | {
    word[:3]: float(n) for n, word in enumerate(_MONTHS.split(), 1)
}
_WORDS |= {
    "half": 0.5,
    "once": 1.0,
    "twice": 2.0,
    "dozen": 12.0,
    "double": 2.0,
    "doubled": 2.0,
    "tripled": 3.0,
    "a": 1.0,
    "an": 1.0,
}
_KOREAN_RUN = re.compile(r"(?:[0-9][0-9,]*(?:\.[0-9]+)?\s?(?:천만|백만|조|억|만|천|백)\s?)+(?:[0-9][0-9,]*)?")
_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_PART = re.compile(r"([0-9][0-9,]*(?:\.[0-9]+)?)\s?(천만|백만|조|억|만|천|백)?")
_ENGLISH_SCALED = re.compile(
    r"([0-9][0-9,]*(?:\.[0-9]+)?|[a-z]+)[\s-](hundred|thousand|million|billion|trillion)\b"
    r"|([0-9][0-9,]*(?:\.[0-9]+)?)(m|bn|k)\b"
)


def claimed(text: str) -> set[float]:
    """The values of figures written in digits: what an answer asserts. A scaled figure counts as its whole."""
    return set(_digits(text.casefold()))


def stated(texts: Iterable[str]) -> set[float]:
    """All values that might stand in `texts`, in digits or words, each scaled and bare."""
    found: set[float] = set()
    for text in texts:
        text = text.casefold()
        found.update(_digits(text))
        found.update(_value(number) for number in _NUMBER.findall(text))
        found.update(_WORDS[word] for word in re.findall(r"[a-z]+", text) if word in _WORDS)
        found.update(tens + ones for tens, ones in _hyphened(text))
        found.update(value for word, value in _NATIVE.items() if word in text)
        found.update(_scaled_words(text))
    return found


def unstated(text: str, sources: Iterable[str]) -> list[float]:
    """Figures of `text` that none of `sources` gives."""
    given = stated(sources)
    return sorted(
        value for value in claimed(text) if not any(abs(value - other) <= 1e-9 * max(1, value) for other in given)
    )


def _digits(text: str) -> Iterable[float]:
    rest = text
    for pattern in (_KOREAN_RUN, _ENGLISH_SCALED):
        for found in pattern.finditer(rest):
            value = _korean(found[0]) if pattern is _KOREAN_RUN else _english(found)
            if value is not None:
                yield value
        rest = pattern.sub(" ", rest)
    yield from (_value(number) for number in _NUMBER.findall(rest))


def _korean(run: str) -> float:
    """억 and 조 end a group; 천 and 백 multiply within one: 1억 2천만 is 120,000,000."""
    total = 0.0
    for number, scale in _PART.findall(run):
        total += _value(number) * _SCALES.get(scale, 1.0)
    return total


def _english(found: re.Match[str]) -> float | None:
    number, scale = (found[1], found[2]) if found[1] else (found[3], found[4])
    if number[0].isdigit():
        return _value(number) * _SCALES[scale]
    return None  # a number word is no digit


def _scaled_words(text: str) -> Iterable[float]:
    for word, scale in re.findall(r"([a-z]+)[\s-](hundred|thousand|million|billion|trillion)\b", text):
        if word in _WORDS:
            yield _WORDS[word] * _SCALES[scale]
    for word, scale in re.findall(r"(수|한|두|세|네|몇)?\s?(천만|백만|조|억|만|천|백)", text):
        yield float(_NATIVE.get(word, 1)) * _SCALES[scale]


def _hyphened(text: str) -> Iterable[tuple[float, float]]:
    for tens, ones in re.findall(rf"({_TENS.replace(' ', '|')})[\s-]([a-z]+)", text):
        if 1 <= _WORDS.get(ones, 0) <= 9:
            yield _WORDS[tens], _WORDS[ones]


def _value(number: str) -> float:
    return float(number.replace(",", "").rstrip("."))
