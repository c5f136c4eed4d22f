"""The ways in which a claim turns round what its source compares, counts, corrects or casts, one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from app.arguments import exchanged
from app.comparisons import misjudged, turned
from app.corrected import disowned
from app.majorities import outnumbered
from app.played import miscast
from app.records import Evidence, Problem
from app.sides import same_way, told_from_the_other_side
from app.swapped import swapped
from app.unweighed import unweighed
from app.with_without import exchanged_sides
from ingest.names import Aliases
from ingest.records import Language


def turned_ways(claim: str, language: Language, cited: Evidence, aliases: Aliases) -> Iterator[Problem]:
    """What costs little; the words that say which way things go are held against each other in app/direction.py."""
    source, written_in = cited.text, cited.article.language
    for figure in disowned(claim, language, cited):
        yield Problem("number", f"not so: {figure.text}")
    found = turned(claim, language, source, written_in)
    found = found or misjudged(claim, language, source, written_in, aliases)
    found = found or (swapped(claim, source, language) if written_in == language else None)
    found = found or outnumbered(claim, language, source, written_in)
    if not found and _exchanged(claim, language, source, written_in):
        found = claim
    if found:
        yield Problem("negation", f"the other way round: {found}")
        return
    if written_in == language == "ko" and (deed := exchanged(claim, source)):
        yield Problem("meaning", f"who does it: {deed}")
    if who := miscast(claim, language, source, written_in, aliases.same):
        yield Problem("meaning", f"who is played: {who}")
    if more := unweighed(claim, language, f"{cited.before_text} {source}", written_in):
        yield Problem("meaning", f"compared with nothing: {more}")


def _exchanged(claim: str, language: Language, source: str, written_in: Language) -> bool:
    """Whether the two sides of a comparison have changed places."""
    if exchanged_sides(claim, language, source, written_in):
        return True
    across = told_from_the_other_side(claim, language, source, written_in)
    return across and same_way(claim, language, source, written_in)
