"""How unlikely it is that an article holds by chance what it holds of a question.

"war", "Texas" and "NBA" meet in some article of any library; two rare ones meet where the story is. What one passage in a hundred holds tells log 100
nats where it is found, and words are added up as though they fell independently of each other; those of one name do not, and tell what the rarest of
them does. A library of N passages has log N nats to choose from: what comes to no more, one of them holds by chance. It is, roughly, the logarithm of
the expect value of a sequence search (Karlin and Altschul, PNAS 87, 1990): how often chance alone would bring as good a match.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence

import numpy as np

from app.counts import Counts
from app.heard import Heard
from app.question import Question
from app.records import Evidence
from app.sought import sought
from app.words import Words
from ingest.names import Aliases
from ingest.terms import terms

_MOST = 1.25  # what comes to more is no surer; 1 to 2 serve about as well
_EVEN, _FEW = 0.5, 20  # a library of so many passages says only half of what is rare, and counts for half; of a smaller one this speaks neither way


class Surprisal:
    def __init__(self, words: Words, counts: Counts, heard: Heard) -> None:
        self._words, self._counts, self._heard = words, counts, heard

    def of(
        self, question: Question, chosen: Sequence[Evidence], missing: Mapping[str, Collection[str]], aliases: Aliases
    ) -> dict[str, float]:
        """By article id, -1..1.25: the nats of what its title and the sentences chosen of it hold, over log N, less 1; of a small library
        nearer to what speaks neither way.

        -1 where they hold nothing, 0 where one passage of the library would hold as much by chance. `missing`: by article id, the
        question's names that these sentences lack.
        """
        total, nats = self._nats(question, aliases)
        named = {name.text: max((nats.get(term, 0.0) for term in terms(name.text)), default=0.0) for name in question.names}
        told = self._of_words(question, chosen, nats)
        for id in told:
            told[id] += sum(worth for name, worth in named.items() if name not in missing[id])
        return {id: _tempered(min(_MOST, worth / math.log(total + 1) - 1), total) for id, worth in told.items()}

    def _nats(self, question: Question, aliases: Aliases) -> tuple[int, dict[str, float]]:
        """How many passages there are, and by word of the question how much it tells, whatever may stand for it in the other language."""
        other = "ko" if question.language == "en" else "en"
        forms = sought(question, [other], aliases, self._heard)[other].foreign
        total, holding = self._counts.of(forms)
        total = max(total, 1, *holding.values())  # articles came in after the passages were counted
        return total, {one[0]: math.log((total + 1) / (holding[one] + 1)) for one in forms}

    def _of_words(self, question: Question, chosen: Sequence[Evidence], nats: Mapping[str, float]) -> dict[str, float]:
        content = question.content
        worth = np.array([nats[word] for word in content], np.float32)
        articles = {item.article.id: item.article for item in chosen}
        texts = [(item.article.id, item.text) for item in chosen]
        texts += [(id, article.title) for id, article in articles.items()]
        held = self._words.coverage(content, [terms(text) for _, text in texts])
        of_article = {id: [row for (of, _), row in zip(texts, held, strict=True) if of == id] for id in articles}
        return {id: float(np.max(rows, axis=0) @ worth) for id, rows in of_article.items()}


def _tempered(surprisal: float, passages: int) -> float:
    return (passages * surprisal + _FEW * _EVEN) / (passages + _FEW)
