"""A claim beside one sentence that it is held against, and how near the two are."""

from __future__ import annotations

from dataclasses import dataclass

from app.records import Evidence
from ingest.records import Language

# It counts that a sentence stands out from the next nearest: the right one does, a neighbour of it does not. Where there is no other to
# compare with, it is taken to stand out as the right one usually does.
_STANDS_OUT, _USUALLY = 0.5, 3.0


@dataclass(frozen=True, slots=True)
class Compared:
    """A claim and a sentence that it is held against."""

    claim: str
    language: Language
    cited: Evidence
    near: float  # standard deviations above strangers
    next: float | None = None  # how near the nearest of the other sentences is, where there are others
    beside: str = ""  # another sentence that is cited with it, for the names that it takes for known

    def like(self, near: float) -> float:
        return near + _STANDS_OUT * (_USUALLY if self.next is None else near - self.next)
