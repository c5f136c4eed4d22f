"""What of a claim its sentence must have kept for the one to be the other in other words: figures, and in a translation names."""

from __future__ import annotations

from ingest.names import Aliases, find_names, missing_names
from ingest.quantities import parse, same
from ingest.records import Language

# Standard deviations of nearness that each counts for, and all at most.
_EACH, _MOST = 0.4, 1.0


def anchored(claim: str, language: Language, text: str, written_in: Language, aliases: Aliases) -> float:
    """0..1: what the figures of the claim that the very sentence has count for, and the names of a translation: within a language any
    neighbour has those."""
    there = parse(text, written_in)
    held = sum(any(same(figure, other) for other in there) for figure in parse(claim, language))
    if written_in != language:
        held += len(find_names(claim, language)) - len(missing_names(claim, language, text, written_in, aliases))
    return min(_MOST, _EACH * held)
