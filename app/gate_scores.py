"""What the gate reads of the sentences chosen, beside what they were ranked by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from app.candidate import holds_wanted
from app.counts import Counts
from app.heard import Heard
from app.named import missing_together, share_without
from app.qualifiers import is_ranked
from app.question import Question
from app.records import Evidence
from app.surprisal import Surprisal
from app.words import Words
from ingest.names import Aliases


class GateScores:
    def __init__(self, words: Words, counts: Counts, heard: Heard) -> None:
        self._surprisal = Surprisal(words, counts, heard)

    def added(
        self, question: Question, chosen: Sequence[Evidence], others: Sequence[float], aliases: Aliases
    ) -> list[Evidence]:
        """Each of the sentences chosen with four scores more; `others` are the scores of those ranked that the model will not read.

        names_together  0..1, of the question's names those that all that was chosen of its article holds
        wanted          1 where it holds what is asked for; who has the most, only in an article of which a chosen sentence ranks anything
        lead            standard deviations, how far it is ahead of the others, or, without any, of a stranger, whose score is about 0
        surprisal       -1..1.25, how unlikely it is that its article holds by chance what it holds of the question (app/surprisal.py)
        """
        behind = float(np.mean(others)) if others else 0.0
        ranking = _ranking(question, chosen)
        missing = missing_together(question, chosen, aliases)
        surprisal = self._surprisal.of(question, chosen, missing, aliases)
        found = []
        for item in chosen:
            article = item.article
            scores = {
                "names_together": share_without(question, missing[article.id]),
                "wanted": float(article.id in ranking and holds_wanted(question, item.text, article.language)),
                "lead": item.score - behind,
                "surprisal": surprisal[article.id],
            }
            found.append(replace(item, scores={**item.scores, **scores}))
        return found


def _ranking(question: Question, chosen: Sequence[Evidence]) -> set[str]:
    """Ids of the articles that rank something where the question asks for the most; of all articles where it does not."""
    told: dict[str, str] = {}
    for item in chosen:
        told[item.article.id] = f"{told.get(item.article.id, '')}\n{item.text}"
    language = {item.article.id: item.article.language for item in chosen}
    return {id for id, text in told.items() if is_ranked(question.text, question.language, text, language[id])}
