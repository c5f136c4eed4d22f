"""A Korean-English word list of our own: what the terms of one language are in the other.

`dictionary.tsv` has a Korean word a line, as `ingest.terms` writes it, and English words in their base form beside it. Languages
inflect: the English side is looked up in all its regular forms, and irregular ones stand in the list.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from ingest.terms import singular

_HANGUL = re.compile(r"[가-힣]")
_SHORT_VOWEL = re.compile(r"^(?:[^aeiou]|qu)*[aeiou][bdgklmnprt]$")  # stop, stopped: always
_LAST_SHORT = re.compile(r"[aeiouy].*(?:[^aeiou]|qu)[aeiou][bdglmnprst]$")  # refer, referred; visitted stands nowhere


@dataclass(frozen=True, slots=True)
class _Lists:
    english: dict[str, tuple[str, ...]]  # Korean term -> English terms, every form
    korean: dict[str, tuple[str, ...]]  # English term, any form -> Korean terms
    bases: dict[str, tuple[str, ...]]  # Korean term -> English terms as listed


def translations(term: str) -> tuple[str, ...]:
    """The terms of the other language that may stand for `term`, likelier ones first; empty where it is not listed."""
    lists = _read()
    return (lists.english if _HANGUL.search(term) else lists.korean).get(term, ())


@lru_cache(maxsize=50_000)
def synonyms(term: str) -> frozenset[str]:
    """The terms of its own language that two words of the other language stand for as well, or the likeliest one: begin and start, both 시작.
    One alone would make lend and borrow the same, both 빌리다."""
    others = _read().bases.get(term) or translations(term)
    routes = Counter(back for other in others for back in dict.fromkeys(translations(other)))
    likeliest = {back for other in others[:1] for back in translations(other)[:1]}
    return frozenset(back for back, count in routes.items() if count > 1 or back in likeliest) - {term}


def otherwise(term: str) -> set[str]:
    """Its synonyms, and what these are in the other language."""
    return {form for synonym in synonyms(term) for form in (synonym, *translations(synonym))}


@lru_cache(maxsize=1)
def _read() -> _Lists:
    english: dict[str, tuple[str, ...]] = {}
    korean: dict[str, dict[str, int]] = defaultdict(
        dict
    )  # with the place of the English word among those listed: likelier ones first
    bases: dict[str, tuple[str, ...]] = {}
    for line in resources.files("ingest").joinpath("dictionary.tsv").read_text("utf-8").splitlines():
        word, _, listed = line.partition("\t")
        bases[word] = tuple(singular(base) for base in listed.split(", "))
        for place, base in enumerate(bases[word]):
            for form in inflected(base):
                korean[form].setdefault(word, place)
        english[word] = tuple(dict.fromkeys(form for base in bases[word] for form in inflected(base)))
    return _Lists(english, {form: tuple(sorted(words, key=words.__getitem__)) for form, words in korean.items()}, bases)


def inflected(base: str) -> list[str]:
    """The regular forms of an English word as terms, `base` first; what no text holds does no harm: a longer word that may double
    its last letter, which only its stress would tell, or a habit (traveled, travelled), has both spellings."""
    base = singular(base)
    if len(base) < 3 or not base.isalpha():
        return [base]
    stem = base[:-1] if base.endswith("e") else base
    if base.endswith("y") and base[-2] not in "aeiou":
        return [base, base[:-1] + "ied", base + "ing"]
    if _SHORT_VOWEL.match(base):
        stem += base[-1]
    forms = [base, stem + "ed", stem + "ing"]
    doubled = base + base[-1]
    return [*forms, doubled + "ed", doubled + "ing"] if _LAST_SHORT.search(base) else forms
