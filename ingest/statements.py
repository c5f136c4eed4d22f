"""Who says a sentence of an article: by the shape of news prose, not by understanding it.

A sentence has a speaker where a verb of saying stands in it with its subject. A pronoun is the person last spoken of. A
sentence that is nothing but quotation goes to whoever says the one it runs on from or into. Anything else is the reporter's own
words: a missing speaker costs an answer, a wrong one puts words into another's mouth.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ingest import speakers_en, speakers_ko
from ingest.quotation import quotations
from ingest.records import Language


def speakers(text: str, spans: Sequence[tuple[int, int]], language: Language) -> list[str | None]:
    """For each span its speaker, as the article writes the name, or None for the reporter's own words."""
    named = (speakers_ko if language == "ko" else speakers_en).named(text, spans)
    found = list(named)
    for quoted in _runs_of_quotation(text, spans):
        inside = [found[i] for i in quoted if found[i]]
        before = quoted[0] - 1
        if inside:
            speaker = inside[-1]
        elif before >= 0 and "\n" not in text[spans[before][1] : spans[quoted[0]][0]]:
            speaker = found[before]  # "...," said Kim. "..."
        else:
            speaker = None
        for i in quoted:
            found[i] = found[i] or speaker
    return found


def _runs_of_quotation(text: str, spans: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Sentences that share one quotation, and sentences that are one, each as a run of positions in `spans`."""
    runs: list[list[int]] = []
    starts, ends = [span[0] for span in spans], [span[1] for span in spans]  # both ascend
    at = 0
    for line in text.split("\n"):
        for start, end in quotations(line):
            if line[start] not in '“"„':
                continue
            run = list(range(bisect_right(ends, at + start), bisect_left(starts, at + end)))
            if len(run) > 1 or any(spans[i] == (at + start, at + end) for i in run):
                runs.append(run)
        at += len(line) + 1
    return runs
