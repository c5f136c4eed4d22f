"""Words from nowhere: what a draft says that neither the question nor the sentences cited for it have, nor what these lean on, nor the title,
in either language.

The question lends the frame of an answer, and the source bears it out; a word of neither is the model's own. One may be a word for what
stands there. Of two and more some is added: "in the upcoming film", "from the year before".
"""

from __future__ import annotations

from collections.abc import Sequence

from app.records import Evidence
from app.rivals import Held
from ingest.dictionary import otherwise, translations
from ingest.language import detect
from ingest.terms import terms

_LACKS = 0.25  # how well a word stands in a text that lacks it
_MOST = 1  # words that may be of neither
_SHARE = 5  # and one word in so many
# What joins, plans or reports, and tells nothing by itself.
_IDLE = frozenset(
    """because under off down up over out through thank thanks people point end next saying plan planned planning however
    also still already about while 계획 예정 때문 경우 이후 이전 통하 위하 따르 사람""".split()
)


def invented(claim: str, question: str, cited: Sequence[Evidence], held: Held) -> list[str]:
    """The words, where there are too many of them. Only words that the list knows count: of others nobody can tell what they mean."""
    source = " ".join(f"{item.article.title} {item.before_text} {item.text}" for item in cited)
    said, standing = held(claim, [source, question])
    there = {*terms(source), *terms(question)}
    new = [
        word
        for word, best in zip(said, standing.max(axis=0), strict=True)
        if best < _LACKS and _tells(word) and there.isdisjoint(otherwise(word))
    ]
    return new if len(new) > _MOST and len(new) * _SHARE >= len(said) else []


def _tells(word: str) -> bool:
    """Whether it is in the list; of Korean, a syllable alone is too many words."""
    return word not in _IDLE and bool(translations(word)) and (len(word) > 1 or detect(word) != "ko")
