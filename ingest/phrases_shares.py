"""So many of so many, in either language: 두 명 중 한 명, 열에 아홉, one villager in two, three out of ten.

Not understood, and left out: 둘 중 하나 (often "either"), and "one man in two cars", where what follows is counted itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from ingest import numerals_en, numerals_ko, units
from ingest.quantity import Quantity

# Of how many a share is told; 19 of 29 games are counted.
_CUSTOMARY = frozenset([*range(2, 11), 12, 20, 25, 50, 100, 1000])
_TENS_KO, _ONES_KO = "|".join(numerals_ko.TENS), "|".join(numerals_ko.ONES)
_NATIVE = rf"(?:{_TENS_KO}) ?(?:{_ONES_KO})|{_TENS_KO}|{_ONES_KO}"
_KO_COUNTED = re.compile(
    rf"(?<![0-9.,가-힣])(?P<below>[0-9]{{1,4}}|{_NATIVE}) ?(?P<counter>[가-힣]{{1,3}}?) ?(?:중에서?|가운데|당|중) ?"
    rf"(?P<above>[0-9]{{1,4}}|{_NATIVE}) ?(?P=counter)(?:꼴)?"
)
_KO_BARE = re.compile(
    r"(?<![0-9.,가-힣])(?P<below>셋|넷|다섯|여섯|일곱|여덟|아홉|열|10) ?(?:중|가운데|에) ?(?P<above>하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉)(?![가-힣]?[0-9 ]?배)"
)
_BELOW = "two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|100|[1-9][0-9]?"
_ABOVE = "one|two|three|four|five|six|seven|eight|nine|[1-9][0-9]?"
_SPAN = "years|months|weeks|days|hours|minutes|seconds|decades|centuries|quarters|games|matches|seasons|rounds|cities|countries|states|cars|sets"
_EN = re.compile(
    rf"(?<![A-Za-z0-9.,$£€-])(?P<above>{_ABOVE})(?: in (?:every )?| out of (?:every )?|-in-)(?P<below>{_BELOW})\b(?![.,]?[0-9]|[-–%:]| (?:{_SPAN}|hundred|thousand|million|percent|per cent)\b)",
    re.I,
)
_EN_COUNTED = re.compile(
    rf"(?<![A-Za-z0-9.,$£€-])(?P<above>one) (?P<noun>(?!(?:in|of|out|day|time|year|month|week|hour)\b)[a-z]+[a-rt-z]) (?:in|out of) (?:every )?(?P<below>{_BELOW})\b"
    rf"(?![.,]?[0-9]|[-–%:]|( \w+)? (?:{_SPAN}|hundred|thousand|million|percent|per cent|people|children|men|women)\b)(?P<next> [a-z]+)?(?P<last> [a-z]+)?",
    re.I,
)
_ONE_AMONG = re.compile(r"\b(?:first|second|third|only|this|that|another|last|next) $", re.I)
_VERB = re.compile(
    r" (?:has|had|have|is|was|will|would|can|could|may|might|does|did|said|says|left|lost|now|[a-z]+ed)$", re.I
)

_DETERMINER = re.compile(
    r" (?:the|an?|his|her|its|their|our|this|that|these|those|no|any)$", re.I
)  # begins another phrase


@dataclass(frozen=True, slots=True)
class Share:
    start: int
    end: int
    above: Decimal
    below: Decimal
    unit: str  # of what is counted
    spans: tuple[tuple[int, int], tuple[int, int]]  # of the two numbers, in that order

    def parts(self, text: str) -> tuple[Quantity, ...]:
        """The two numbers: where two were hurt and one of them died, they are counts and no share."""
        return tuple(
            Quantity(value, value, self.unit, *span, text[slice(*span)])
            for value, span in sorted(zip((self.above, self.below), self.spans, strict=True), key=lambda part: part[1])
        )


def korean(text: str) -> Iterator[Share]:
    for found in _KO_COUNTED.finditer(text):
        unit = _counted(found["counter"])
        if unit is not None:
            yield from _share(found, _ko_value, unit)
    for found in _KO_BARE.finditer(text):
        yield from _share(found, _ko_value, "")


def english(text: str) -> Iterator[Share]:
    for found in _EN.finditer(text):
        if not _ONE_AMONG.search(text[max(0, found.start() - 9) : found.start()]):
            yield from _share(found, _en_value, "")
    for found in _EN_COUNTED.finditer(text):
        if _ONE_AMONG.search(text[max(0, found.start() - 9) : found.start()]) or _counts_ahead(found):
            continue
        noun = found["noun"].lower()
        yield from _share(found, _en_value, "person" if units.counts_people(noun) else f"count:{noun}")


def _counted(counter: str) -> str | None:
    """What a Korean counter counts; None where it is none."""
    if counter in ("집", "나라"):
        return "thing"
    read = units.read_ko(counter, 0)
    return read[0] if read and read[1] == len(counter) and units.is_count(read[0]) else None


def _counts_ahead(found: re.Match[str]) -> bool:
    """One man in two cars, one case in two different towns: what follows is counted, and not said of the share."""
    ahead, after = found["next"] or "", found["last"] or ""
    if not ahead or _VERB.match(ahead) or _DETERMINER.match(ahead):
        return False
    return _plural(ahead) or _plural(after)


def _plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 4


def _share(found: re.Match[str], value: Callable[[str], Decimal], unit: str) -> Iterator[Share]:
    above, below = value(found["above"]), value(found["below"])
    if 0 < above < below and below in _CUSTOMARY:
        end = found.end() if "noun" not in found.groupdict() else found.end("below")
        yield Share(found.start(), end, above, below, unit, (found.span("above"), found.span("below")))


def _ko_value(word: str) -> Decimal:
    return numerals_ko.read(word, 0).low


def _en_value(word: str) -> Decimal:
    return (
        Decimal(word)
        if word.isdigit()
        else Decimal(numerals_en.ONES.get(word.lower()) or numerals_en.TENS[word.lower()])
    )
