"""Comparisons and changes turned round: what is more than what, and from where to where a figure went."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from app.order import at_the_same_time, disordered
from app.poles import poles
from app.sides import told_from_the_other_side
from ingest.dictionary import translations
from ingest.names import Aliases, find_names, missing_names
from ingest.quantities import parse, same
from ingest.quantity import Quantity
from ingest.records import Language
from ingest.terms import terms

_BREAK = re.compile(r"[,;](?!\d)|\b(?:against|compared|versus|while|and|but)\b")
_FAR = 1000
_MORE: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:more|higher|longer|larger|bigger|greater|older|taller|heavier|wider|costlier)\b[^,.;]{0,40}?"
        r"\bthan (?P<standard>[^,.;]{2,60})",
        re.I,
    ),
    "ko": re.compile(
        r"(?:^|(?<=[은는,] )|(?<= ))(?P<standard>(?:[^\s,.;]+ ){0,2}?[^\s,.;]+)보다[^,.;]{0,40}?"
        r"(?:많|높|길|크|컸|무겁|비싸|비쌌)"
    ),
}
LESS: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:less|fewer|lower|shorter|smaller|younger|lighter|narrower|cheaper)\b[^,.;]{0,40}?"
        r"\bthan (?P<standard>[^,.;]{2,60})",
        re.I,
    ),
    "ko": re.compile(
        r"(?:^|(?<=[은는,] )|(?<= ))(?P<standard>(?:[^\s,.;]+ ){0,2}?[^\s,.;]+)보다[^,.;]{0,40}?"
        r"(?<![가-힣])(?:적[다은었게어지]|낮|짧|작[다은았]|가볍|싸[다고며]|싼|쌌)"
    ),
}


def misjudged(
    claim: str, language: Language, source: str, written_in: Language, aliases: Aliases | None = None
) -> str | None:
    """ "More in 1995 than in 2025" where the source gives two figures, and the lower one for 1995."""
    for more, pattern in ((True, _MORE[language]), (False, LESS[language])):
        for match in pattern.finditer(claim):
            rest = parse(match[0].replace(match["standard"], " "), language)
            if any(not figure.moment for figure in rest):
                continue  # by how much: the figures are no two sides
            than = match["standard"]
            if language == "ko":
                than = re.split(r"(?<=[은는이가]) ", than)[-1]  # without what is held against it
            for one, other in _pairs(source, written_in):
                at = _beside(than, language, source, written_in)
                if at is None:
                    at = _named(than, language, source, written_in, aliases or Aliases())
                if at is None or one.high == other.high:
                    continue
                standard, its = _told_of(at, one, other, source, written_in)
                if (its.low > standard.high) != more:
                    return match[0]
    return None


def _told_of(at: int, one: Quantity, other: Quantity, text: str, language: Language) -> tuple[Quantity, Quantity]:
    """Of two figures the one of what stands at this place, and the other: in Korean the next, in English the nearer."""
    if language == "ko" and other.start >= at:
        return (one, other) if one.start >= at else (other, one)
    return (one, other) if _gap(one, at, text) < _gap(other, at, text) else (other, one)


def _is_money(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper()


def _pairs(source: str, language: Language) -> Iterator[tuple[Quantity, Quantity]]:
    """The two figures of a sentence where it gives just two of one kind."""
    figures = [figure for figure in parse(source, language) if not figure.moment]
    for unit in dict.fromkeys(figure.unit for figure in figures):
        alike = [figure for figure in figures if figure.unit == unit]
        bare = [figure for figure in figures if not figure.unit and figure.start > alike[0].end]
        if _is_money(unit) and len(alike) == len(bare) == 1:  # 2.5 million euros, and the other 1.1 million
            alike += bare
        if len(alike) == 2:
            yield alike[0], alike[1]


def _beside(words: str, language: Language, source: str, written_in: Language) -> int | None:
    """Where the source has most of these words, in either language; None where it has none of them."""
    dates = [figure for figure in parse(words, language) if figure.moment]
    there = (figure for figure in parse(source, written_in) if any(same(one, figure) for one in dates))
    if found := next(there, None):
        return found.start
    wanted = {
        form
        for word in terms(words)
        if len(word) > (3 if word.isascii() else 1)
        for form in (word, *translations(word))
    }
    places = [match.start() for match in re.finditer(r"\w+", source) if wanted & set(terms(match[0]))]
    return places[len(places) // 2] if places else None


def _named(words: str, language: Language, source: str, written_in: Language, aliases: Aliases) -> int | None:
    """Where the source has the English name that these words have in Korean, or the other way round."""
    if language == written_in:
        return None
    if language == "ko":
        names = [(name.start, name.text) for name in find_names(source, "en")]
        places = {
            start for start, name in names if not missing_names(name.rstrip(" 0123456789"), "en", words, "ko", aliases)
        }
    else:
        places = {
            match.start()
            for name in find_names(words, "en")
            for match in re.finditer(rf"(?=\b(?P<name>\w+(?: \w+){{{name.text.count(' ')}}}))\b\w", source)
            if not missing_names(name.text, "en", match["name"], "ko", aliases)
        }
    return places.pop() if len(places) == 1 else None


def _gap(figure: Quantity, at: int, text: str) -> int:
    """Code points between them, and far where the sentence breaks there."""
    low, high = (figure.end, at) if figure.end <= at else (at, figure.start)
    return max(0, high - low) + (_FAR if _BREAK.search(text[low:high]) else 0)


_IN = r"(?:[^,;]|(?<=\d),(?=\d))"  # a comma within a figure ends no part
_FROM_TO: dict[Language, re.Pattern[str]] = {
    "en": re.compile(rf"\bfrom\b(?P<a>{_IN}{{1,60}}?)\bto\b(?P<b>{_IN}{{1,40}})", re.I),
    "ko": re.compile(rf"(?P<a>\S{_IN}{{0,40}}?)에서 (?P<b>{_IN}{{1,30}}?)(?:으로|로)(?![가-힣])"),
}


# By how much: what has more, what is older, what comes earlier; `more` is the first of each kind.
_MARGIN: dict[Language, tuple[tuple[str, re.Pattern[str]], ...]] = {
    "en": (
        (
            "amount",
            re.compile(
                r"\s+(?:(?P<more>more|higher|longer|larger|bigger|greater)|less|fewer|lower|shorter|smaller)\b", re.I
            ),
        ),
        ("age", re.compile(r"\s+(?:(?P<more>older)|younger)\b", re.I)),
        ("time", re.compile(r"\s+(?:(?P<more>later)|earlier|sooner)\b (?=than\b)", re.I)),
    ),
    "ko": (
        (
            "amount",
            re.compile(
                r"(?:이|가|나|를|을)?\s*(?:(?P<more>더 (?!적|낮|작|짧)|많|높|길|크|컸)|덜 |더 (?:적|낮|작|짧)|적[은게어]|낮|작[은게아]|짧)"
            ),
        ),
        (
            "age",
            re.compile(
                r"(?:이나|이|가|나)?\s*(?:이상 )?더? ?(?:(?P<more>오래|앞[서선]|연상|나이가? ?많)|젊|어리|어린|연하|나이가? ?적)"
            ),
        ),
    ),
}
# The oldest by two years is two years older than any other.
_BY_FAR: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:(?P<more_amount>most|highest|longest|largest|biggest|greatest)|(?P<less_amount>least|fewest|lowest|shortest|smallest)"
        r"|(?P<more_age>oldest)|(?P<less_age>youngest)|(?P<more_time>latest)|(?P<less_time>earliest))\b"
        r"[^,.;]{0,60}? by (?:(?:more|less|at|about|around|nearly|almost|over|some|well|just|than|least|most) )*$",
        re.I,
    ),
    "ko": re.compile(r"(?!)"),
}


def turned(claim: str, language: Language, source: str, written_in: Language) -> str | None:
    """ "From 7.5 to 8.6" where the source goes from 8.6 to 7.5; "20% more" where it is 20% less; before for after."""
    across = told_from_the_other_side(claim, language, source, written_in, than_what=False)
    theirs = [] if across else list(_margins(source, written_in))
    for figure, kind, more in _margins(claim, language):
        ways = {way for other, of, way in theirs if of == kind and same(figure, other)}
        if ways == {not more}:
            return figure.text
    for first, second in _changes(claim, language):
        for one, other in _changes(source, written_in):
            if same(first, other) and same(second, one) and not same(first, one):
                return f"{first.text} - {second.text}"
    if found := disordered(claim, language, source, written_in):
        return found
    then = at_the_same_time(claim, language, source, written_in)
    return _turned_then(then, language, written_in) if then else None


def _turned_then(then: tuple[str, str], language: Language, written_in: Language) -> str | None:
    """The word of what a claim has happen at a time that goes the other way in what its source has happen then."""
    ours, theirs = poles(then[0], language), poles(then[1], written_in)
    for axis in dict.fromkeys(pole.axis for pole in ours):
        claimed = {pole.up for pole in ours if pole.axis == axis}
        ways = {pole.up for pole in theirs if pole.axis == axis}
        if len(claimed) == len(ways) == 1 and claimed != ways:
            return next(pole.word for pole in ours if pole.axis == axis)
    return None


def _margins(text: str, language: Language) -> Iterator[tuple[Quantity, str, bool]]:
    """Figures by which something is more (True) or less than something else, and of what kind that is."""
    for figure in parse(text, language):
        for kind, pattern in _MARGIN[language]:
            if found := pattern.match(text, figure.end):
                yield figure, kind, bool(found["more"])
        if found := _BY_FAR[language].search(text[: figure.start]):
            way, _, kind = str(found.lastgroup).partition("_")
            yield figure, kind, way == "more"


def _changes(text: str, language: Language) -> Iterator[tuple[Quantity, Quantity]]:
    figures = parse(text, language)
    for match in _FROM_TO[language].finditer(text):
        a = [figure for figure in figures if match.start("a") <= figure.start < match.end("a")]
        b = [figure for figure in figures if match.start("b") <= figure.start < match.end("b")]
        if a and b:
            yield a[-1], b[0]
        elif a and a[-1].end > match.start("b") and a[-1].low != a[-1].high:  # read as one range
            yield replace(a[-1], high=a[-1].low), replace(a[-1], low=a[-1].high)
