"""The numbers, amounts, dates and times in a text: read them, compare them, write them in the other language.

    parse        "훈련 비용은 560만 달러" -> [5,600,000 USD]
    same         does a source's quantity bear out a claim's?
    unsupported  the quantities of a claim that nothing in a source bears out
    write        5,600,000 USD -> "$5.6 million" or "560만 달러"

What is not understood is left out rather than guessed at; each language's module says what that is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache

from ingest import dates, dates_en, dates_ko, phrases_en, phrases_ko, quantities_en, quantities_ko, quantity_context
from ingest.quantity import Moment, Quantity, Rounding
from ingest.quantity_match import same
from ingest.quantity_match import unsupported as _unsupported
from ingest.quantity_writer import write
from ingest.records import Language

__all__ = ["Moment", "Quantity", "Rounding", "parse", "same", "unsupported", "write"]

# One character for one, so that offsets stay those of the text.
_PLAIN = str.maketrans(
    {chr(0xFF10 + i): str(i) for i in range(10)} | {"％": "%", "＄": "$", "\u00a0": " ", "\u202f": " ", "，": ","}
)


_SENTENCE = 1000  # code points; what is longer is no sentence, and is read once
_FIGURES = re.compile(r"(?<![0-9])[0-9]{1,6}(?![0-9])")


def parse(text: str, language: Language, *, today: date | None = None) -> list[Quantity]:
    """The quantities of `text` in order, none overlapping. With `today`, the article's date, 어제 and "last month" are dated."""
    read = _remembered if len(text) <= _SENTENCE else _parse
    return list(read(text, language, today))


def _parse(text: str, language: Language, today: date | None) -> tuple[Quantity, ...]:
    plain = text.translate(_PLAIN)
    if language == "ko":
        calendar, phrases, parser = dates_ko, phrases_ko, quantities_ko
    else:
        calendar, phrases, parser = dates_en, phrases_en, quantities_en
    taken = bytearray(len(plain))
    found = []

    def keep(quantities: Iterable[Quantity]) -> None:
        for quantity in quantities:
            if not any(taken[quantity.start : quantity.end]):
                taken[quantity.start : quantity.end] = b"\1" * (quantity.end - quantity.start)
                found.append(quantity)

    dated = (dates.quantity(text, start, end, unit, moment) for start, end, unit, moment in calendar.read(plain, today))
    keep(dated)
    for start, end in phrases.skip(plain):
        taken[start:end] = b"\1" * (end - start)
    keep(phrases.phrases(plain))
    keep(parser.numbers(plain, taken))
    return tuple(quantity_context.read(text, language, sorted(found, key=lambda quantity: quantity.start)))


# A sentence is held against many others, and its figures read as often.
_remembered = lru_cache(maxsize=8192)(_parse)


def unsupported(
    claim_text: str,
    claim_language: Language,
    source_text: str,
    source_language: Language,
    *,
    today: date | None = None,
) -> list[Quantity]:
    """The quantities of the claim that no quantity of the source bears out; figures of names (unit "name") come with them."""
    claims = parse(claim_text, claim_language, today=today)
    sources = parse(source_text, source_language, today=today) if claims else []
    missing = _unsupported(claims, sources, claim_text, source_text, source_language, today)
    return sorted([*missing, *_figures_of_names(claim_text, claims, source_text)], key=lambda quantity: quantity.start)


def _figures_of_names(claim: str, known: list[Quantity], source: str) -> Iterator[Quantity]:
    """Figures of the claim that are no quantity (GPT-4, iPhone 15) and that the source does not have: GPT-5, iPhone 16."""
    there = set(_FIGURES.findall(source.translate(_PLAIN)))
    for found in _FIGURES.finditer(claim.translate(_PLAIN)):
        start, end = found.span()
        if found[0] not in there and not any(q.start < end and start < q.end for q in known):
            value = Decimal(found[0])
            yield Quantity(value, value, "name", start, end, claim[start:end])
