"""Two sentences disagree where all but a figure agrees, and only there. Words and meaning of real models: tests/quality."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from app.disagreement import Comparer
from app.records import Evidence
from ingest.dictionary import translations
from ingest.names import Aliases
from tests.unit.evidence import Near, evidence


class Listed:
    """Two words are alike where they are equal, or the word list has one for the other."""

    def likeness(self, words: Sequence[str], others: Sequence[str]) -> np.ndarray:
        same = [[1.0 if other in (word, *translations(word)) else 0.0 for other in others] for word in words]
        return np.array(same, np.float32).reshape(len(words), len(others))


class Far:
    """Nothing is near in meaning."""

    def near(self, sentence, language, others, written_in):
        return [0.0] * len(others)


COMPARER = Comparer(Near(), Listed(), Aliases([("한별항공", "Hanbyeol Air")]))


def compared(one: str | Evidence, other: str | Evidence, *, dates: bool = False) -> list[tuple[str, str]]:
    """The figures of the first with those of the second; the other way round it must be the same."""
    a = evidence(one, article_id="a") if isinstance(one, str) else one
    b = evidence(other, article_id="b", published="2025-01-30") if isinstance(other, str) else other
    found = [(q.text.strip(), r.text.strip()) for q, r in COMPARER.conflicts(a, b, dates)]
    back = [(r.text.strip(), q.text.strip()) for q, r in COMPARER.conflicts(b, a, dates)]
    assert sorted(found) == sorted(back)
    return found


@pytest.mark.parametrize(
    ("one", "other", "figures"),
    [
        ("Perrin Dairy will cut 240 jobs at its Halden plant.", "Perrin Dairy will cut 410 jobs at its Halden plant.", ("240", "410")),
        ("Turnout in the Almere referendum was 61.4%.", "Turnout in the Almere referendum reached 58.9%, officials said.", ("61.4%", "58.9%")),
        ("The ferry accident off Tarn Bay killed 8 people and injured 21.",
         "The ferry accident off Tarn Bay killed 11 people and injured 21.", ("8 people", "11 people")),
        ("도담시 산불로 주민 340명이 대피했다.", "도담시 산불로 대피한 주민은 515명이라고 소방 당국이 밝혔다.", ("340명", "515명")),
        ("한별항공의 매출은 720억 원이다.", "Sales of Hanbyeol Air were 95 billion won.", ("720억 원", "95 billion won")),
    ],
)  # fmt: skip
def test_one_figure_differs_and_all_else_agrees(one: str, other: str, figures: tuple[str, str]) -> None:
    assert compared(one, other) == [figures]


def test_a_correction_takes_the_other_figure_back() -> None:
    first = "Marlow Foods said its loss for the year was $31 million."
    assert compared(first, "The loss of Marlow Foods was $47 million, not the $31 million it reported.") == [
        ("$31 million", "$47 million")
    ]
    assert compared(first, "Marlow Foods corrected its loss to $47 million from $31 million.") == [
        ("$31 million", "$47 million")
    ]
    # Without a correction that is another time's figure.
    assert compared(first, "The loss of Marlow Foods rose to $47 million from $31 million.") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Turnout in the Almere vote was 61.4%.", "Turnout in the Almere vote was about 61%."),
        ("Perrin Dairy will cut 412 jobs.", "Perrin Dairy will cut some 400 jobs."),
        ("Perrin Dairy will cut 412 jobs.", "Perrin Dairy will cut more than 300 jobs."),
        ("Sales of Orlane Motors were $2.13 billion.", "Sales of Orlane Motors were $2.1 billion."),
        ("The Corran bridge is 1,342 metres long.", "The Corran bridge is 1.3 kilometres long."),
        ("Perrin Dairy will cut 412 jobs.", "Perrin Dairy will cut 350 to 450 jobs."),
        ("한별항공의 매출은 720억 원이다.", "한별항공의 매출은 700억여 원이다."),
    ],
)
def test_a_rounded_figure_is_no_other(one: str, other: str) -> None:
    assert compared(one, other) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # another measure, place, period, part, or only expected
        ("Fire at the Ravel depot killed 12 people.", "Fire at the Ravel depot injured 45 people."),
        ("The Corran bridge is 1,342 metres long.", "The Corran bridge is 32 metres wide."),
        ("Perrin Dairy will cut 240 jobs in Halden.", "Perrin Dairy will cut 410 jobs in Vessel."),
        ("Orlane Motors sold 41,000 cars in March.", "Orlane Motors sold 36,000 cars in April."),
        ("Sales of Orlane Motors were $2.1 billion in the second quarter.", "Sales of Orlane Motors were $1.7 billion in the first quarter."),
        ("Sales of Orlane Motors were $2.1 billion in the second quarter.", "Sales of Orlane Motors were $8.4 billion."),
        ("Turnout in the Almere vote was 61.4%.", "Turnout in the Almere vote of 2016 was 48.2%."),
        ("Orlane Motors sold 41,000 cars.", "Orlane Motors sold 9,000 electric cars."),
        ("Fire at the Ravel depot killed 12 people.", "Fire at the Ravel depot killed 3 firefighters."),
        ("Sales of Orlane Motors were $2.1 billion.", "Sales of Orlane Motors were expected to be $2.6 billion."),
        ("도담시 산불로 주민 340명이 대피했다.", "청람시 산불로 주민 515명이 대피했다."),
        ("가온은행의 순이익은 4210억 원이다.", "가온은행의 이자이익은 1조 1030억 원이다."),
        # no name tells that it is the same fire
        ("A fire killed 12 people.", "A fire killed 17 people."),
        # which of several bare numbers, ordinals or matches
        ("Ravens beat Lions 3-2 in Tarn Bay.", "Ravens beat Lions 2-1 in Tarn Bay."),
    ],
)  # fmt: skip
def test_figures_of_different_things_do_not_disagree(one: str, other: str) -> None:
    assert compared(one, other) == []


def test_two_speakers_may_differ() -> None:
    one = evidence("The tunnel in Galloway will cost $90 million.", speaker="Ana Roe")
    other = evidence("The tunnel in Galloway will cost $140 million.", article_id="b")
    assert compared(one, other) == [("$90 million", "$140 million")]
    assert compared(one, replace(other, sentence=replace(other.sentence, speaker="Tom Vance"))) == []


def test_a_sentence_without_a_name_rests_on_its_title() -> None:
    one = evidence("The fire killed 12 people.", title="Fire at Ravel chemical depot")
    same = evidence("The fire killed 17 people.", title="Ravel depot fire", article_id="b")
    another = evidence("The fire killed 17 people.", title="Fire in Halden", article_id="b")
    assert compared(one, same) == [("12 people", "17 people")]
    assert compared(one, another) == []


def test_dates_disagree_where_dates_are_asked_for() -> None:
    one = "The Galloway tunnel will open on 3 May 2026."
    assert compared(one, "The Galloway tunnel will open on 17 June 2026, the ministry said.", dates=True) == [
        ("3 May 2026", "17 June 2026")
    ]
    assert compared(one, "The Galloway tunnel will open on 17 June 2026.") == []
    assert compared(one, "The Galloway tunnel will open in May 2026.", dates=True) == []
    assert compared(one, "Work on the Galloway tunnel began on 9 August 2019.", dates=True) == []


def test_the_day_on_which_it_was_told_is_none_that_disagrees() -> None:
    one = "Marlow Foods said on 4 March 2025 that its Halden plant will close."
    assert compared(one, "Marlow Foods said on 6 March 2025 that its Halden plant will close.", dates=True) == []


def test_sentences_that_mean_something_else_do_not_disagree() -> None:
    one, other = (
        evidence("Perrin Dairy will cut 240 jobs."),
        evidence("Perrin Dairy will cut 410 jobs.", article_id="b"),
    )
    assert COMPARER.conflicts(one, other)
    assert Comparer(Far(), Listed(), Aliases()).conflicts(one, other) == []
