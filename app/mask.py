"""Hides from a draft, while it is written, every figure, name and quotation that the evidence does not hold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.gloss import day
from app.quotations import stands_in
from app.records import Evidence
from ingest.names import Aliases, missing_names
from ingest.quantities import unsupported
from ingest.records import Language

MASK = "···"
# What may still grow into another figure or name with the next token is held back: "$5." before "6 million", "Eric" before "Sheridan".
_UNFINISHED = re.compile(r"(?:[\w$€£¥₩%.,'’·-]+|[\d.,]+ ?(?:million|billion|trillion|만|억|조)?)$")
_FIGURE_LAST = re.compile(r"(?:[$€£¥₩]?\d[\d.,]*[%만억조천백]*\s*(?:to|and|~|-)?\s*)$")
_QUOTE = re.compile(r"[“\"「]([^”\"」]*)[”\"」]?")


def mask(draft: str, language: Language, evidence: Sequence[Evidence], aliases: Aliases, *, growing: bool) -> str:
    """The draft as it may be shown. `growing`: its last word may not be whole yet, and is left off."""
    if growing:
        draft = _FIGURE_LAST.sub("", _UNFINISHED.sub("", draft)).rstrip()
    hidden: list[tuple[int, int]] | None = None
    for item in evidence:
        here = [
            (q.start, q.end)
            for q in unsupported(draft, language, item.text, item.article.language, today=day(item.article))
        ]
        source = f"{item.article.title}\n{item.before_text}\n{item.text}\n{item.sentence.speaker or ''}"
        here += [(n.start, n.end) for n in missing_names(draft, language, source, item.article.language, aliases)]
        hidden = here if hidden is None else [span for span in hidden if span in here]
    spans = [*(hidden or []), *_false_quotations(draft, language, evidence)]
    for start, end in reversed(_merged(spans)):
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


def _false_quotations(draft: str, language: Language, evidence: Sequence[Evidence]) -> list[tuple[int, int]]:
    sources = [item.text for item in evidence if item.article.language == language]
    return [
        match.span(1)
        for match in _QUOTE.finditer(draft)
        if match[1].strip() and not any(stands_in(match[1].strip(), source) for source in sources)
    ]
