"""Figures said to be just so."""

import pytest

from app.figures import figure_problems
from ingest.language import detect
from tests.unit.evidence import evidence


@pytest.mark.parametrize(
    ("claim", "source", "wrong"),
    [
        ("The field has exactly 19 chimneys.", "The field has at least 19 chimneys.", ["19"]),
        ("굴뚝은 정확히 19개다.", "The field has about 19 chimneys.", ["19개"]),
        ("The field has precisely 19 chimneys.", "The field has 19 chimneys.", []),
        ("굴뚝은 딱 19개다.", "굴뚝은 모두 19개다.", []),
        ("Exactly 19 chimneys smoke.", "Of about 19 chimneys, 19 chimneys smoke.", []),
        ("Not exactly 19 but at least 19 chimneys stand.", "At least 19 chimneys stand.", []),
        ("Exactly how many of the 19 smoke is not known.", "It is not known how many of at least 19 smoke.", []),
    ],
)
def test_what_is_only_about_so_many_is_not_exactly_so_many(claim: str, source: str, wrong: list[str]) -> None:
    assert [problem.detail for problem in figure_problems(claim, detect(claim), evidence(source))] == wrong
