"""What a question takes for known: its names may stand in another sentence of the article than the one that answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.records import Evidence
from ingest.records import Article, Sentence


@dataclass(frozen=True, slots=True)
class Known:
    """The names of `question` may be given by any sentence of the article, which is then cited, too; the question itself is no source."""

    question: str
    sentences: Callable[[Article], Sequence[Sentence]]  # of a whole article, in its order

    def beside(self, item: Evidence) -> list[Evidence]:
        """The other sentences of the article: those before, the last one first, as a text goes on from them; then those after."""
        others = [sentence for sentence in self.sentences(item.article) if sentence.start != item.sentence.start]
        before = [sentence for sentence in others if sentence.start < item.sentence.start]
        ordered = [*reversed(before), *others[len(before) :]]
        return [Evidence(sentence, item.article, 0.0, {}, ()) for sentence in ordered]
