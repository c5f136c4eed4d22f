"""How unlikely it is that an article holds by chance what it holds of a question.

"war", "Texas" and "NBA" meet in some article of any library; two rare ones meet where the story is. What one passage in a hundred holds tells log 100
nats where it is found, and words are added up as though they fell independently of each other; those of one name do not, and tell what the rarest of
them does. A library of N passages has log N nats to choose from: what comes to no more, one of them holds by chance. It is, roughly, the logarithm of
the expect value of a sequence search (Karlin and Altschul, PNAS 87, 1990): how often chance alone would bring as good a match.

Where a word stands by its likeness alone (doctor for physician) it tells what itself would, which may be more than it should; to count that for less
refuses no better.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence

import numpy as np

from app.counts import Counts
from app.heard import Heard
from app.question import Question
from app.records import Evidence
from app.sought import sought
from app.words import Words
from ingest.dictionary import translations
from ingest.library_search import Wanted
from ingest.names import Aliases
from ingest.terms import terms

_MOST = 1.25  # what comes to more is no surer; 1 to 2 serve about as well
# A library of a few passages cannot tell what is rare: one of _FEW counts for half, and a smaller one for less, against a middling figure (of the
# questions for development .9 is usual where an article answers, 0 where none does).
_MIDDLING, _FEW = 0.5, 20


class Surprisal:
    def __init__(self, words: Words, counts: Counts, heard: Heard) -> None:
        self._words, self._counts, self._heard = words, counts, heard

    def of(
        self, question: Question, chosen: Sequence[Evidence], missing: Mapping[str, Collection[str]], aliases: Aliases
    ) -> dict[str, float]:
        """By article id, -1..1.25: the nats of what its title and the sentences chosen of it hold, over log N, less 1, and for a small
        library nearer to the middle.

        In a large one -1 where they hold nothing, 0 where one passage would hold as much by chance. `missing`: by article id, the question's
        names that these sentences lack.
        """
        named = {name.text: self._of_name(name.text, aliases) for name in question.names}
        told = self._of_words(question, chosen, aliases)
        for id in told:
            told[id] += _sum_of_names({name: worth for name, worth in named.items() if name not in missing[id]})
        total = self._counts.of(())[0]
        most = math.log(max(1, total) + 1)
        return {id: _tempered(min(_MOST, worth / most - 1), total) for id, worth in told.items()}

    def _of_name(self, name: str, aliases: Aliases) -> float:
        """Nats of a name. A form of it is as frequent as the rarest word in it: New York Yankees as Yankees; then all forms count."""
        own = [(term, *(translations(term) or self._heard.alike(term))) for term in terms(name)]
        written: list[list[Wanted]] = [own, *([*terms(form)] for form in sorted(aliases.forms(name) - {name}))]
        return self._nats(sum(self._rarest(form) for form in written if form))

    def _rarest(self, form: Sequence[Wanted]) -> int:
        return min(self._counts.of(form)[1].values())

    def _nats(self, holding: int) -> float:
        return max(0.0, math.log((self._counts.of(())[0] + 1) / (holding + 1)))

    def _of_words(self, question: Question, chosen: Sequence[Evidence], aliases: Aliases) -> dict[str, float]:
        content = question.content
        worth = np.array(list(self._of_each(question, aliases)), np.float32)
        articles = {item.article.id: item.article for item in chosen}
        texts = [(item.article.id, item.text) for item in chosen]
        texts += [(id, article.title) for id, article in articles.items()]
        held = self._words.coverage(content, [terms(text) for _, text in texts])
        of_article = {id: [row for (of, _), row in zip(texts, held, strict=True) if of == id] for id in articles}
        return {id: float(np.max(rows, axis=0) @ worth) for id, rows in of_article.items()}

    def _of_each(self, question: Question, aliases: Aliases) -> Iterator[float]:
        """Nats of each content word, however many may stand for it in the other language."""
        other = "ko" if question.language == "en" else "en"
        forms = {form[0]: form for form in sought(question, [other], aliases, self._heard)[other].foreign}
        counted = self._counts.of([forms[word] for word in question.content])[1]
        for word in question.content:
            yield self._nats(counted[forms[word]])


def _sum_of_names(worth: Mapping[str, float]) -> float:
    """Of names that share a word (Elon Musk, Musk) the longest alone."""
    total, seen = 0.0, set[str]()
    for name in sorted(worth, key=len, reverse=True):
        words = set(terms(name))
        if words.isdisjoint(seen):
            total += worth[name]
        seen |= words
    return total


def _tempered(surprisal: float, passages: int) -> float:
    return (passages * surprisal + _FEW * _MIDDLING) / (passages + _FEW)
