"""Do the figures, dates and seasons of a claim stand in its source, each of the right thing?"""

from __future__ import annotations

from collections.abc import Sequence

from app.bare import is_bare
from app.bindings import exchanged, misplaced, repeated
from app.deadlines import overlooked
from app.derived import derived
from app.gloss import day
from app.rates import spread
from app.records import Evidence, Problem
from ingest.quantities import parse, same, unsupported
from ingest.quantity import Quantity
from ingest.records import Language
from ingest.rounding import says_exactly
from ingest.seasons import seasons

DATES = frozenset(["date", "weekday", "quarter", "year", "month", "decade", "time"])


def season_problems(claim: str, language: Language, cited: Evidence) -> list[Problem]:
    claimed, stated = seasons(claim, language), seasons(cited.text, cited.article.language)
    return [Problem("date", season) for season in claimed if stated and season not in stated]


def figure_problems(claim: str, language: Language, cited: Evidence) -> list[Problem]:
    """A year or quarter may stand in the title where the sentence names none. Each figure must be given to the right thing."""
    written_in, today = cited.article.language, day(cited.article)
    found = unsupported(claim, language, cited.text, written_in, today=today)
    if found:
        ours, there = parse(claim, language), parse(cited.text, written_in, today=today)
        found = [
            figure
            for figure in found
            if not derived(figure, claim, language, ours, there, today)
            and not spread(figure, claim, language, cited.text, written_in, there)
        ]
    if not found and written_in == language:
        found = list(misplaced(claim, cited.text, language))
    if not found:
        ours, there = parse(claim, language), parse(cited.text, written_in)
        found = list(repeated(ours, there)) or list(exchanged(ours, there)) or _made_exact(claim, ours, there)
    if any(quantity.unit in DATES for quantity in found):
        own = {quantity.unit for quantity in parse(cited.text, written_in, today=today)}
        titled = parse(cited.article.title, written_in, today=today)
        found = [
            quantity
            for quantity in found
            if quantity.unit in own or not any(same(quantity, other) for other in titled if quantity.moment)
        ]
    return [Problem("date" if quantity.unit in DATES else "number", quantity.text) for quantity in found]


def _made_exact(claim: str, ours: Sequence[Quantity], there: Sequence[Quantity]) -> list[Quantity]:
    """Exactly 19, of at least 19."""
    found = []
    for figure in ours:
        rounding = {other.rounding for other in there if same(figure, other)}
        if says_exactly(claim, figure.start) and rounding and "exact" not in rounding:
            found.append(figure)
    return found


def deadline_problems(claim: str, language: Language, cited: Evidence) -> list[Problem]:
    if is_bare(claim, language):
        return []  # says of nothing that it was that day
    written_in, today = cited.article.language, day(cited.article)
    ours, theirs = parse(claim, language, today=today), parse(cited.text, written_in, today=today)
    found = overlooked(claim, language, ours, cited.text, written_in, theirs)
    return [Problem("date", figure.text) for figure in found]
