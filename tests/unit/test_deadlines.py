"""The last day for something is not its day."""

import pytest

from app.deadlines import overlooked
from ingest.language import detect
from ingest.quantities import parse


def _overlooked(claim: str, source: str) -> list[str]:
    language, written_in = detect(claim), detect(source)
    found = overlooked(claim, language, parse(claim, language), source, written_in, parse(source, written_in))
    return [figure.text for figure in found]


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The council votes on Friday.", "The council will vote no later than Friday."),
        ("The council votes on Friday.", "The council has to vote by Friday."),
        ("시의회는 금요일에 표결한다.", "The council will vote no later than Friday."),
        ("시의회는 금요일에 표결한다.", "시의회는 늦어도 금요일까지 표결한다."),
        ("The bridge opens on May 3.", "다리는 5월 3일까지 열린다."),
        ("The plant opens in 2027.", "공장은 2027년 말 이전에 문을 연다."),
    ],
)
def test_a_deadline_is_no_date(claim: str, source: str) -> None:
    assert _overlooked(claim, source)


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The council votes by Friday.", "The council will vote no later than Friday."),
        ("시의회는 금요일까지 표결한다.", "The council has to vote before Friday."),
        ("The council votes on Friday.", "The council votes on Friday, and has to report by Monday."),
        ("The council votes on Friday.", "Bids are due by Friday; the council votes on Friday."),
        ("She took a cab in 2016.", "She took a cab before the 2016 election."),
        ("다리는 5월 3일 열린다.", "The bridge opens on May 3."),
    ],
)
def test_a_date_or_a_bound_stands(claim: str, source: str) -> None:
    assert not _overlooked(claim, source)
