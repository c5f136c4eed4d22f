"""Do two sentences of different articles say the same about the same thing, but for a figure or a date?

Code decides, and would rather miss one than cry wolf: two figures of different things are no disagreement. So all else must agree: the
names, the period, who speaks, whether it is a forecast, the words around the figure, and the meaning of what is left without figures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

import numpy as np

from app.denials import stems
from app.meaning import Nearness
from app.records import Evidence
from app.stated import Stated
from ingest import units
from ingest.common_words import COMMON
from ingest.dictionary import translations
from ingest.language import detect
from ingest.names import Aliases, find_names, missing_names
from ingest.quantities import Quantity, same

# Never compared: which of many a bare number or an ordinal counts, and of which match a score is, one sentence rarely says.
_SKIPPED = frozenset({"", "ordinal", "score", "fraction", "age", "point"})
_LEAST = 2  # a count of one is often no count: one of the, 한 곳
_ROUND = Decimal("0.2")  # how far a figure that is called about, or is round, may be from another that means the same
_ROUND_FROM = 100  # smaller ones are rarely rounded
_ALIKE = 0.5  # of two words, 0..1: above it they are taken for the same
# Standard deviations above strangers, by whether the two share a language: what the sentences without figures must reach.
_NEAR = {True: 6.0, False: 4.5}


class Likeness(Protocol):
    def likeness(self, words: Sequence[str], others: Sequence[str]) -> np.ndarray:
        """float32 [len(words), len(others)], 0..1: 1 where two words mean the same."""


@dataclass(frozen=True, slots=True)
class Comparer:
    """Compares sentences of different articles."""

    meaning: Nearness
    words: Likeness
    aliases: Aliases

    def conflicts(self, ours: Evidence, theirs: Evidence, dates: bool = False) -> list[tuple[Quantity, Quantity]]:
        """Figures of `ours` with what `theirs` says instead; with `dates`, dates. What costs least is looked at first."""
        a, b = Stated(ours), Stated(theirs)
        pairs = list(_pairs(a, b, dates))
        if not pairs or not self._comparable(a, b) or not (dates or _same_period(a, b)):
            return []
        found = [(q, r) for q, r in pairs if self._same_thing(a, q, b, r)]
        once = [(q, r) for q, r in found if sum(q is one or r is other for one, other in found) == 1]
        return once if once and self._near(a, b) else []

    def speaks_of(self, words: Sequence[str], item: Evidence, figure: Quantity) -> bool:
        """Does the figure stand beside one of `words`, or what means the same?"""
        around = Stated(item).around(figure)
        return bool(around and words) and _matched(self.words, words, around) > 0

    def _comparable(self, a: Stated, b: Stated) -> bool:
        one, other = a.item.sentence.speaker, b.item.sentence.speaker
        if (one and other and not self.aliases.same(one, other)) or a.unsure != b.unsure or a.part != b.part:
            return False
        return self._names_stand(a, b) and self._names_stand(b, a)

    def _names_stand(self, a: Stated, b: Stated) -> bool:
        """The names of one sentence in the other or its title; where it has none, one of its title's."""
        if a.names:
            return not self._missing(a.text, a, b)
        title = a.item.article.title
        titled = find_names(title, a.language)
        return not titled or len(self._missing(title, a, b)) < len(titled)

    def _missing(self, text: str, a: Stated, b: Stated) -> list[str]:
        """Names of `text`, of `a`, that `b` does not have; dates are no names, and a speaker need not be named by both."""
        speaker = a.item.sentence.speaker
        dates = [text[one.start : one.end] for one in a.all if one.moment] if text == a.text else []
        names = [name.text for name in missing_names(text, a.language, b.item.support, b.language, self.aliases)]
        names = [name for name in names if not any(name in date for date in dates)]
        return [name for name in names if not (speaker and self.aliases.same(name, speaker))]

    def _same_thing(self, a: Stated, q: Quantity, b: Stated, r: Quantity) -> bool:
        """Every word around the one figure stands around the other; where one is denied for the other, one word of them will do."""
        forms = {form for name in (*a.names, *b.names) for form in self.aliases.forms(name)}
        ours, theirs = a.around(q, forms), b.around(r, forms)
        if not ours or not theirs or not (a.names or b.names or _titled(a, b) or any(map(_rare, {*ours} & {*theirs}))):
            return False
        matched = _matched(self.words, ours, theirs)
        if any(_compatible(r, one) for one in a.denied) or any(_compatible(q, one) for one in b.denied):
            return matched > 0
        return matched == len(ours) == len(theirs)

    def _near(self, a: Stated, b: Stated) -> bool:
        near = self.meaning.near(a.bare, a.language, [b.bare], b.language)[0]
        return near >= _NEAR[a.language == b.language]


def _matched(words: Likeness, ours: Sequence[str], theirs: Sequence[str]) -> int:
    """How many words of the one have a word of their own in the other."""
    ours, theirs = [_listed(word) for word in ours], [_listed(word) for word in theirs]
    alike = words.likeness(ours, theirs)
    count = 0
    while alike.size and alike.max() >= _ALIKE:
        row, column = np.unravel_index(int(alike.argmax()), alike.shape)
        alike[row, :], alike[:, column] = 0, 0
        count += 1
    return count


def _titled(a: Stated, b: Stated) -> bool:
    return any(find_names(one.item.article.title, one.language) for one in (a, b))


def _rare(word: str) -> bool:
    """It may be a name that does not look like one."""
    return len(word) > 1 and word not in COMMON and not translations(_listed(word))


def _listed(word: str) -> str:
    """The form of an English verb that a word list has."""
    if detect(word) == "ko" or translations(word):
        return word
    stem = (stems(word, "en") or (word,))[0]
    return next((form for form in (stem, f"{stem}e") if translations(form)), word)


def may_be_one(figure: Quantity) -> bool:
    """Is it a figure of which another may be told?"""
    if figure.moment:
        return figure.unit == "date"
    return figure.unit not in _SKIPPED and not figure.vague and figure.low >= _LEAST


def _pairs(a: Stated, b: Stated, dates: bool) -> Iterator[tuple[Quantity, Quantity]]:
    """Figures of one kind that neither sentence has of the other."""
    mine, yours = (a.dates, b.dates) if dates else (a.figures, b.figures)
    for q in mine:
        for r in yours if not any(_compatible(q, r) for r in yours) else ():
            if _of_a_kind(q, r) and not any(_compatible(one, r) for one in mine):
                yield q, r


def _of_a_kind(q: Quantity, r: Quantity) -> bool:
    if q.moment and r.moment:
        return q.unit == r.unit == "date" and _named(q) == _named(r)
    return (
        not q.moment and not r.moment and may_be_one(q) and may_be_one(r) and units.factor(q.unit, r.unit) is not None
    )


def _named(date: Quantity) -> tuple[bool, bool]:
    return bool(date.moment and date.moment.month), bool(date.moment and date.moment.day)


def _compatible(q: Quantity, r: Quantity) -> bool:
    """May both be said of one thing? Equal, one rounded from the other, or one within the other's bounds."""
    if same(q, r) or same(r, q):
        return True
    scale = units.factor(q.unit, r.unit)
    if q.moment or r.moment or scale is None:
        return False
    low, high, step = (one * scale.numerator / scale.denominator for one in (r.low, r.high, _step(r)))
    if (
        (_above(q) and high >= q.low)
        or (_above(r) and q.high >= low)
        or (_below(q) and low <= q.high)
        or (_below(r) and q.low <= high)
    ):
        return True
    gap = max(low - q.high, q.low - high)
    rounded = q.rounding != "exact" or r.rounding != "exact" or gap < max(_step(q), step)
    return gap <= 0 or (rounded and gap <= _ROUND * max(q.high, high))


def _above(q: Quantity) -> bool:
    return q.rounding in ("at_least", "more_than")


def _below(q: Quantity) -> bool:
    return q.rounding in ("at_most", "less_than", "almost")


def _step(q: Quantity) -> Decimal:
    """How exact a figure is: its last digit as written, or half of the place of its last that is not nought."""
    if q.low < _ROUND_FROM:
        return q.step if q.step < 1 else Decimal(0)
    place = Decimal(10) ** int(q.low.normalize().as_tuple().exponent)
    return max(q.step if q.step > 1 else Decimal(0), place / 2)


def _same_period(a: Stated, b: Stated) -> bool:
    """No year, quarter or month of the one that the other does not mean; a year that is not named is that of the article."""
    if any(a.period(part) ^ b.period(part) for part in ("quarter",)):
        return False
    years = [one.period("year") or _published(one) for one in (a, b)]
    if all(years) and not years[0] & years[1]:
        return False
    return all(not x or not y or x & y for x, y in ((a.period(part), b.period(part)) for part in ("month", "day")))


def _published(one: Stated) -> set[int]:
    published = one.item.article.published
    return {int(published[:4])} if published else set()
