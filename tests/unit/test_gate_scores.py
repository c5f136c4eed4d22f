"""What the gate reads beside the rank: in how far the chosen sentences hold what is asked for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.counts import Counts
from app.gate_scores import GateScores
from app.heard import Heard
from app.question import understand
from app.records import Evidence
from app.words import Words
from ingest.library import Library
from ingest.names import Aliases
from tests.fakes import BagEncoder
from tests.unit.evidence import evidence


def scored(home: Path, question: str, *chosen: Evidence, others: tuple[float, ...] = ()) -> list[Evidence]:
    with Library.open(home) as library:
        scores = GateScores(Words(BagEncoder()), Counts(library), Heard(library))
        return scores.added(understand(question), chosen, others, Aliases())


def test_names_of_two_sentences_of_an_article_are_held_together(home: Path) -> None:
    article, asked = evidence("Ada Finch spoke first. Ben Holt spoke then."), "Did Ada Finch meet Ben Holt?"
    one, two = (replace(article, sentence=replace(article.sentence, start=a, end=b)) for a, b in ((0, 22), (23, 43)))
    together = scored(home, asked, one, two)
    apart = scored(home, asked, one, replace(two, article=replace(two.article, id="a2")))
    assert [item.scores["names_together"] for item in together] == [1.0, 1.0]
    assert [item.scores["names_together"] for item in apart] == [0.5, 0.5]


def test_a_sentence_without_a_date_does_not_hold_when(home: Path) -> None:
    found = scored(home, "When did the ferry sink?", evidence("The ferry sank on March 3."), evidence("It was old."))
    assert [item.scores["wanted"] for item in found] == [1.0, 0.0]


def test_the_most_is_held_only_where_something_is_ranked(home: Path) -> None:
    asked = "Who scored the most goals?"
    assert scored(home, asked, evidence("Ada Finch scored two."))[0].scores["wanted"] == 0.0
    assert scored(home, asked, evidence("Ada Finch scored the most goals."))[0].scores["wanted"] == 1.0


def test_the_lead_is_over_those_that_are_not_read_or_over_a_stranger(home: Path) -> None:
    item = evidence("Ada Finch spoke.")
    assert scored(home, "Who spoke?", item, others=(1.0, 2.0))[0].scores["lead"] == item.score - 1.5
    assert scored(home, "Who spoke?", item)[0].scores["lead"] == item.score
