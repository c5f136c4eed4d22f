"""Figures that two figures of the source make."""

from datetime import date

import pytest

from app.derived import derived
from ingest.quantities import parse
from ingest.records import Language


@pytest.mark.parametrize(
    ("claim", "source", "language", "made"),
    [
        ("Half of the 14 lines were cut.", "Of 14 lines 7 were cut.", "en", True),
        ("A third of the 14 lines were cut.", "Of 14 lines 7 were cut.", "en", False),
        ("All but two of the 90 boats were sold.", "Of 90 boats, 88 were sold.", "en", True),
        ("Two of the 90 boats were sold.", "Of 90 boats, 88 were sold.", "en", False),
        # a difference stands beside one of the two that it lies between, and is called one
        ("Tickets cost $30, $4 more than last year.", "Tickets went from $26 to $30.", "en", True),
        ("Tickets cost $4.", "Tickets went from $26 to $30.", "en", False),
        ("Tickets cost $4 more.", "Tickets went from $26 to $30.", "en", True),  # which it can be of nothing else
        ("Tickets cost $4 more.", "Tickets went from $26 to $30, meals to $12.", "en", False),
        ("Tickets cost $4 more, meals $12.", "Tickets went from $26 to $30.", "en", False),
        ("Tickets cost $30, $5 more than last year.", "Tickets went from $26 to $30.", "en", False),
        ("표값은 2만 6000원에서 4000원 오른 3만 원이 됐다.", "표값이 2만 6000원에서 3만 원으로 뛰었다.", "ko", True),
        ("표값은 2만 6000원에서 5000원 오른 3만 원이 됐다.", "표값이 2만 6000원에서 3만 원으로 뛰었다.", "ko", False),
        # and so is what a vote comes to
        ("Ten judges sat, and seven of them agreed.", "The judges agreed by 7 to 3.", "en", True),
        ("위원 아홉 명 중 일곱 명이 찬성했다.", "위원 7명이 찬성하고 2명이 반대했다.", "ko", True),
        ("위원 여덟 명 중 일곱 명이 찬성했다.", "위원 7명이 찬성하고 2명이 반대했다.", "ko", False),
    ],
)
def test_what_two_figures_of_the_source_make(claim: str, source: str, language: Language, made: bool) -> None:
    ours, theirs = parse(claim, language), parse(source, language)
    alone = [figure for figure in ours if figure.text not in [other.text for other in theirs]]
    assert any(derived(figure, claim, language, ours, theirs) for figure in alone) == made


@pytest.mark.parametrize(
    ("claim", "source", "made"),
    [
        ("The ferry had sunk twice before.", "It was the third time that the ferry sank.", True),
        ("The ferry had sunk three times before.", "It was the third time that the ferry sank.", False),
        ("The ferry sank twice.", "It was the third time that the ferry sank.", False),
        ("They were without a bridge for 31 years.", "The bridge fell in 1990 and was built again in 2021.", True),
        ("They were without a bridge for 32 years.", "The bridge fell in 1990 and was built again in 2021.", False),
        ("The bridge fell 35 years ago.", "The bridge fell in 1990.", True),
        ("The bridge fell 36 years ago.", "The bridge fell in 1990.", False),
        ("The pool opens one month late.", "The pool opens on August 1 instead of July 1.", True),
        ("The pool opens two months late.", "The pool opens on August 1 instead of July 1.", False),
        ("The pool opens one month late.", "The pool opens on August 9 instead of July 1.", False),
    ],
)
def test_what_stands_as_times_and_dates_is_counted(claim: str, source: str, made: bool) -> None:
    today = date(2025, 5, 1)
    ours, theirs = (parse(text, "en", today=today) for text in (claim, source))
    assert any(derived(figure, claim, "en", ours, theirs, today) for figure in ours) == made
