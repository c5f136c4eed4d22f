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
# Deeds that have few other names: those that may be one and the same in a line, and what else tells of them, which by itself is no such deed.
_DEEDS = (
    (
        "arrest detain jail imprison convict custody prison",
        "sentence round nab apprehend bar guilty 출소 실형 징역 붙들 연행",
    ),
    ("borrow lend loan debt", "owe credit"),
    ("buy purchase acquire takeover acquisition", "pay take snap 대금 값"),
    ("sell dispose", "sale go hand transfer shipment 처분 넘기"),
    ("steal theft rob loot", "take 빼돌리 탈취"),
    ("kidnap abduct hostage", "seize take capture"),
    ("resign quit resignation", "leave step depart 사표"),
    ("marry marriage wed wedding", "spouse husband wife knot"),
    ("divorce", "separate split 갈라서"),
    ("extradite", "hand"),
    ("bribe", "금품"),
)


def _named(words: str, deed: str) -> dict[str, str]:
    return {form: deed for word in words.split() for form in (word, *forms(word))}


_GRAVE = {form: deed for names, _ in _DEEDS for form, deed in _named(names, names.split()[0]).items()}
_TOLD_BY: dict[str, set[str]] = {}
for _names, _others in _DEEDS:
    for _form in _named(f"{_names} {_others}", ""):
        _TOLD_BY.setdefault(_form, set()).add(_names.split()[0])


def untold(claim: str, asked: str, cited: Sequence[Evidence], held: Held) -> str | None:
    """The word for a deed that the claim and its question have and nothing cited does; None where there is none."""
    grave = {_deed(word) for word in terms(asked)} - {None}
    if not grave:
        return None
    source = " ".join(f"{item.article.title} {item.before_text} {item.text}" for item in cited)
    there = set(terms(source))
    told = {deed for term in there for form in (term, *translations(term)) for deed in _TOLD_BY.get(form, ())}
    said, (standing,) = held(claim, [source])
    missing = (word for word, best in zip(said, standing, strict=True) if best < _LACKS and _deed(word) in grave - told)
    return next((word for word in missing if there.isdisjoint(otherwise(word))), None)


def _deed(word: str) -> str | None:
    """By the first word of its line; of a Korean word by its likeliest translation."""
    return next((_GRAVE[form] for form in (word, *translations(word)[:1]) if form in _GRAVE), None)
