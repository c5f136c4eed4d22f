"""So much a month is twelve times as much a year."""

import pytest

from app.rates import spread
from ingest.language import detect
from ingest.quantities import parse


@pytest.mark.parametrize(
    ("claim", "source", "stands"),
    [
        ("A seat costs $50 a month.", "A seat costs $600 a year.", True),
        ("A seat costs about $50 per month.", "They pay about $600 yearly for a seat.", True),
        ("A seat costs $60 a month.", "A seat costs $600 a year.", False),
        ("A seat costs $50 a year.", "A seat costs $600 a year.", False),
        ("A seat costs $50.", "A seat costs $600 a year.", False),
        ("자리는 월 50달러다.", "A seat costs $600 a year.", True),
        ("자리는 한 달에 5만 원이다.", "자리는 연간 60만 원이다.", True),
        ("자리는 한 달에 6만 원이다.", "자리는 연간 60만 원이다.", False),
    ],
)
def test_what_is_told_of_a_year_is_told_of_its_months(claim: str, source: str, stands: bool) -> None:
    language, written_in = detect(claim), detect(source)
    figure, theirs = parse(claim, language)[-1], parse(source, written_in)
    assert spread(figure, claim, language, source, written_in, theirs) is stands
