"""A rival of what is cited: another sentence of the article that says what the claim says, with another figure.

"500 people were injured" may stand by "the jail holds 500 prisoners": by its figure, its names and its nearness. Where the cited
sentence knows nothing of an injury, the claim nothing of a jail, and another sentence says that six were injured, the figure has been
given to the wrong thing. Who only says in full what "it cost that much" leans on says much of what the sentence says, too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence

import numpy as np

from app.poles import poles
from app.records import Evidence
from ingest.language import detect
from ingest.quantities import parse, same
from ingest.quantity import Quantity
from ingest.records import Language

Told = Callable[[], Sequence[Evidence]]  # the other sentences of the articles, asked for only where they may matter
Held = Callable[[str, Sequence[str]], tuple[tuple[str, ...], np.ndarray]]  # as Covered.words

_LACKS, _HAS = 0.25, 0.9  # how well a word stands in a sentence that lacks it, and in one that has it
_SOMETHING_ELSE = 0.2  # below this share of the cited sentence's words in the claim, the claim says something else
_ANOTHER_TIME = re.compile(
    r"\b(?:last|previous|prior|preceding) (?:year|season|quarter|month|week|time)"
    r"|\b(?:year|quarter|month|week)s? (?:ago|earlier|before)\b|\b(?:previously|formerly|originally|so far|in total)\b"
    r"|지난해|작년|전년|지난 ?(?:분기|달|주|시즌|번|회)|전 ?분기|직전|당초|앞서|누적|지금까지|모두 합",
    re.I,
)


def rivalled(claim: str, language: Language, cited: Sequence[Evidence], told: Told, held: Held) -> Iterator[Quantity]:
    """Figures of the claim whose words stand elsewhere in the article beside another figure of the kind, and not in what is cited."""
    figures = _single(parse(claim, language))
    for other, better in _better(claim, cited, told, held) if figures else ():
        if better and not _of_another_time(other.text, claim):
            yield from (figure for figure in figures if _gives_another(figure, other))
            return


def told_elsewhere(claim: str, cited: Sequence[Evidence], told: Told, held: Held, asked: Collection[str]) -> str | None:
    """A word of the question that the claim gives back, where nothing that the claim says stands in what is cited but its names, or
    that word is the last of a Korean sentence, its predicate; and another sentence has the word: nobody transfers from the hospital that
    treats him."""
    said, (here,) = held(claim, [_stated(cited)])
    if not said:
        return None
    names_alone, predicate = here.mean() < _LACKS, said[-1] if detect(claim) == "ko" else None
    words = (word for _, better in _better(claim, cited, told, held) for word in better)
    return next((word for word in words if word in asked and (names_alone or word == predicate)), None)


def _better(claim: str, cited: Sequence[Evidence], told: Told, held: Held) -> Iterator[tuple[Evidence, list[str]]]:
    """Other sentences of the article with the claim's words that they have and what is cited lacks; nothing where what is cited
    says much the same as the claim."""
    for item in cited:  # each by itself: one that only gives a name is not what the claim says
        _, (taken_up,) = held(item.text, [claim])
        if taken_up.size and taken_up.mean() >= _SOMETHING_ELSE:
            return
    if not (others := _others(cited, told())):
        return
    said, (here, *elsewhere) = held(claim, [_stated(cited), *(other.text for other in others)])
    ways = {(pole.axis, pole.up) for item in cited for pole in poles(item.text, item.article.language)}
    here = np.array([1.0 if ways & _ways(word) else has for word, has in zip(said, here, strict=True)], np.float32)
    for other, there in zip(others, elsewhere, strict=True):
        better = (here < _LACKS) & (there >= _HAS) if there.sum() > here.sum() - 1 else np.zeros(len(said), bool)
        # A syllable is too many words.
        yield (
            other,
            [word for word, has in zip(said, better, strict=True) if has and (len(word) > 1 or detect(word) != "ko")],
        )


def _ways(word: str) -> set[tuple[str, bool]]:
    """Which way it goes: "fell" is told by "were down", too. That it moves at all says nothing of the way."""
    return {(pole.axis, pole.up) for pole in poles(word, detect(word)) if pole.axis != "steady"}


def _stated(cited: Sequence[Evidence]) -> str:
    return " ".join(f"{item.before_text} {item.text}" for item in cited)


def _single(figures: Sequence[Quantity]) -> list[Quantity]:
    """Those that are the only one of their kind: two that stand in one sentence together are hardly of something else."""
    return [figure for figure in figures if sum(_kind(other) == _kind(figure) for other in figures) == 1]


def _others(cited: Sequence[Evidence], evidence: Sequence[Evidence]) -> list[Evidence]:
    articles = {item.article.id for item in cited}
    taken = {item.sentence.key for item in cited}
    return [item for item in evidence if item.article.id in articles and item.sentence.key not in taken]


def _of_another_time(text: str, claim: str) -> bool:
    """Profit was five million, and three the year before: both figures are right."""
    return bool(_ANOTHER_TIME.search(text)) and not _ANOTHER_TIME.search(claim)


def _gives_another(figure: Quantity, item: Evidence) -> bool:
    """Whether the sentence has figures of the kind, and not this one."""
    alike = [other for other in parse(item.text, item.article.language) if _kind(other) == _kind(figure)]
    return bool(alike) and not any(same(figure, other) for other in alike)


def _kind(figure: Quantity) -> str:
    return "calendar" if figure.moment else figure.unit
