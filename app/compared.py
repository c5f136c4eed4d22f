"""A claim beside one sentence that it is held against, and how near the two are."""

from __future__ import annotations

from dataclasses import dataclass

from app.records import Evidence
from ingest.names import find_names
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
    for_figures: bool = False  # looked at for its figures alone, which then tell nothing of what it speaks of
    beside: str = ""  # another sentence that is cited with it, for the names that it takes for known

    def like(self, near: float) -> float:
        return near + _STANDS_OUT * (_USUALLY if self.next is None else near - self.next)


def without_known(compared: Compared) -> str:
    """The claim without the names that its sentence takes for known, and leaves to the one that it goes on from: "the company", "she"."""
    claim, cited = compared.claim, compared.cited
    if compared.language != cited.article.language or not cited.before_text:
        return claim
    said = claim
    for name in reversed(find_names(claim, compared.language)):
        if name.text not in cited.text and name.text in cited.before_text:
            end = name.end + (
                len(said[name.end :].split(" ", 1)[0]) if compared.language == "ko" else 0
            )  # with its particle
            said = said[: name.start] + said[end:]
    return " ".join(said.split()) or claim
