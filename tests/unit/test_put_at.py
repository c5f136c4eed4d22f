"""A figure that one phrase of the source gives to one thing."""

import pytest

from app.covered import Covered
from app.put_at import put_to_another
from ingest.language import detect
from tests.unit.test_invented import Listed

HELD = Covered(Listed()).words  # type: ignore[arg-type]
SOURCE = "Reed put the cost of the marsh at $12 million, less than a fifth of the price of the wall."


@pytest.mark.parametrize(
    ("claim", "another"),
    [
        ("The wall costs $12 million.", True),
        ("방조제 공사비는 1200만 달러입니다.", True),
        ("The marsh would cost $12 million.", False),
        ("The marsh costs $12 million, a fifth of the price of the wall.", False),
        ("습지 복원에는 1200만 달러가 든다.", False),
        ("It costs $12 million.", False),
        ("The wall costs $60 million.", False),  # no figure of that sentence: others refuse it
    ],
)
def test_the_cost_of_one_thing_is_not_that_of_the_other(claim: str, another: bool) -> None:
    assert bool(list(put_to_another(claim, detect(claim), SOURCE, "en", HELD))) is another


@pytest.mark.parametrize(
    "source",
    ["Reed put the cost of the wall at $12 million.", "벽의 비용은 1200만 달러로, 습지의 다섯 배다."],
)
def test_where_one_thing_is_measured_nothing_is_concluded(source: str) -> None:
    assert not list(put_to_another("The marsh costs $12 million.", "en", source, detect(source), HELD))
