"""What a draft takes from its question alone: the deed that was asked about, of which the source does not tell.

A question lends the frame of an answer and bears nothing out. Most of its words may be other ones in the source; not those of grave and plain
deeds: who is asked how much was borrowed and reads "buys it for 1.7 trillion won" has not been told, nor how many were arrested by "30 rowers
gathered".
"""

from __future__ import annotations

from collections.abc import Sequence

from app.inflection import forms
from app.records import Evidence
from app.rivals import Held
from ingest.dictionary import otherwise, translations
from ingest.terms import terms

_LACKS = 0.25  # how well a word stands in a text that lacks it
# Deeds that have few other names, those that may be one and the same in a line; all of them in the word list.
_GRAVE = {
    form: verb
    for line in (
        "arrest detain jail imprison sentence convict custody prison",
        "borrow loan debt",
        "lend",
        "buy purchase acquire takeover acquisition",
        "sell sale dispose",
        "steal theft rob loot",
        "kidnap abduct hostage",
        "resign quit resignation",
        "marry marriage wed wedding",
        "divorce separate",
        "extradite",
        "bribe",
    )
    for verb in line.split()[:1]
    for name in line.split()
    for form in forms(name)
}


def untold(claim: str, asked: str, cited: Sequence[Evidence], held: Held) -> str | None:
    """The word for a deed that the claim and its question have and nothing cited does; None where there is none."""
    grave = {_deed(word) for word in terms(asked)} - {None}
    if not grave:
        return None
    source = " ".join(f"{item.article.title} {item.before_text} {item.text}" for item in cited)
    there = set(terms(source))
    told = {_GRAVE.get(form) for term in there for form in (term, *translations(term))}
    said, (standing,) = held(claim, [source])
    missing = (word for word, best in zip(said, standing, strict=True) if best < _LACKS and _deed(word) in grave - told)
    return next((word for word in missing if there.isdisjoint(otherwise(word))), None)


def _deed(word: str) -> str | None:
    """By the first word of its line; of a Korean word by its likeliest translation."""
    return next((_GRAVE[form] for form in (word, *translations(word)[:1]) if form in _GRAVE), None)
