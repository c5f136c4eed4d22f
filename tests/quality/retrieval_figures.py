"""From what was found for each question to figures: hit@1, hit@5 and nDCG@10 of articles, and the place of the gold sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from app.records import Evidence
from tests.quality.bootstrap import Interval, difference, interval
from tests.quality.retrieval_data import Question, places

ARTICLES = ("hit@1", "hit@5", "nDCG@10")
SENTENCES = ("first", "of three", "of five")  # where the gold sentence is; the model reads three, five are shown
_AMONG = dict(zip(SENTENCES, (1, 3, 5), strict=True))
DEPTH = 10  # articles that nDCG looks at

Values = Mapping[str, np.ndarray]  # by measure, float [n]: 0..1 a question, NaN where the question has no gold sentence


@dataclass(frozen=True, slots=True)
class Figure:
    data_set: str
    direction: str  # question language - article language
    condition: str
    measure: str
    n: int  # questions
    ours: Interval
    stock: float | None = None
    difference: Interval | None = None  # ours less stock, paired by question


def article_values(questions: Sequence[Question], found: Sequence[Sequence[str]]) -> Values:
    """Of the ids found for each question, best first. The translation of the right article counts neither way: it is left out."""
    from ir_measures import Qrel, ScoredDoc, Success, iter_calc, nDCG

    names = dict(zip((Success @ 1, Success @ 5, nDCG @ DEPTH), ARTICLES, strict=True))
    right = [Qrel(str(i), question.article.id, 1) for i, question in enumerate(questions)]
    ranked = [
        ScoredDoc(str(i), id_, -float(place))
        for i, (question, ids) in enumerate(zip(questions, found, strict=True))
        for place, id_ in enumerate([id_ for id_ in ids if id_ != question.article.translation][:DEPTH])
    ]
    values = {name: np.zeros(len(questions)) for name in ARTICLES}
    for one in iter_calc(list(names), right, ranked):
        values[names[one.measure]][int(one.query_id)] = one.value
    return values


def sentence_values(questions: Sequence[Question], shown: Sequence[Sequence[Evidence]]) -> Values:
    """Of the sentences shown for each question, best first."""
    standing = [gold_place(question, evidence) for question, evidence in zip(questions, shown, strict=True)]
    known = np.array([bool(question.gold) for question in questions])
    return {name: np.where(known, np.array(standing) <= most, np.nan) for name, most in _AMONG.items()}


def gold_place(question: Question, evidence: Sequence[Evidence]) -> float:
    """The place, from 1, of the first sentence that shares a character with a gold stretch; infinite where none does."""
    for place, item in enumerate(evidence, 1):
        if item.article.id == question.article.id:
            gold = [span for stretch in question.gold for span in places(item.article.text, stretch)]
            if any(item.sentence.start < end and start < item.sentence.end for start, end in gold):
                return place
    return np.inf


def figures(questions: Sequence[Question], condition: str, ours: Values, stock: Values) -> Iterator[Figure]:
    """For each data set and direction; `stock` may lack measures, or have none."""
    kinds = [(question.data_set, question.direction) for question in questions]
    for kind in dict.fromkeys(kinds):
        of_kind = np.array([other == kind for other in kinds])
        for measure, values in ours.items():
            chosen = of_kind & ~np.isnan(values)
            if chosen.any():
                common = (*kind, condition, measure, int(chosen.sum()), interval(values[chosen]))
                if measure in stock:
                    theirs = stock[measure][chosen]
                    yield Figure(*common, float(theirs.mean()), difference(values[chosen], theirs))
                else:
                    yield Figure(*common)
