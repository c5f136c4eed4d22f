"""Hides from a draft, while it is written, every figure, name and quotation that the evidence does not hold, and every address and tag."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.gloss import day
from app.links import acting
from app.quotations import stands_in
from app.records import Evidence
from ingest.names import Aliases, missing_names
from ingest.quantities import unsupported
from ingest.quotation import is_open, quotations
from ingest.records import Language

MASK = "···"
# What may still grow into another figure or name with the next token is held back: "$5." before "6 million", "Eric" before "Sheridan".
_UNFINISHED = re.compile(r"(?:[\w$€£¥₩%.,'’·-]+|[\d.,]+ ?(?:million|billion|trillion|만|억|조)?)$")
_FIGURE_LAST = re.compile(r"(?:[$€£¥₩]?\d[\d.,]*[%만억조천백]*\s*(?:to|and|~|-)?\s*)$")


def settled(draft: str) -> str:
    """The draft as far as its figures and names cannot change any more with what comes next."""
    return _FIGURE_LAST.sub("", _UNFINISHED.sub("", draft)).rstrip()


def mask(draft: str, language: Language, evidence: Sequence[Evidence], aliases: Aliases) -> str:
    """The draft as it may be shown."""
    hidden: list[tuple[int, int]] | None = None
    for item in evidence:
        written_in, today = item.article.language, day(item.article)
        here = [(q.start, q.end) for q in unsupported(draft, language, item.text, written_in, today=today)]
        here += [(n.start, n.end) for n in missing_names(draft, language, item.support, written_in, aliases)]
        hidden = here if hidden is None else [span for span in hidden if span in here]
    hidden = [*(hidden or []), *_false_quotations(draft, evidence), *acting(draft)]
    for start, end in reversed(_merged(hidden)):
        draft = draft[:start] + MASK + draft[end:]
    return re.sub(rf"{MASK}(?:\W*{MASK})+", MASK, draft)


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _false_quotations(draft: str, evidence: Sequence[Evidence]) -> list[tuple[int, int]]:
    """Inside of the quotation marks, also of those still open."""
    sources = [item.text for item in evidence]
    inside = [(start + 1, end - 1) for start, end in quotations(draft)]
    if is_open(draft):
        inside.append((max(draft.rfind(mark) for mark in '“"„') + 1, len(draft)))
    return [
        (start, end)
        for start, end in inside
        if draft[start:end].strip() and not any(stands_in(draft[start:end].strip(), source) for source in sources)
    ]
