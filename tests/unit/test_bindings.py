"""The right figures given to the wrong things."""

import pytest

from app.bindings import exchanged, misplaced, repeated
from ingest.quantities import parse


@pytest.mark.parametrize(
    ("claim", "source", "language", "found"),
    [
        ("찬성 12명, 반대 9명이었다.", "결과는 찬성 9명, 반대 12명이었다.", "ko", ["12명", "9명"]),
        ("찬성 9명, 반대 12명이었다.", "결과는 찬성 9명, 반대 12명이었다.", "ko", []),
        ("The pump was cut to a third of its power.", "The pump was cut by a third of its power.", "en", ["a third"]),
        ("Boats cost 40 pounds.", "Boats cost 40 pounds, and nets 12 pounds.", "en", []),
        # what stands beside any figure tells nothing
        (
            "Ferry fares fell 6.4 percent in June.",
            "Bus fares rose 1.9 per cent in June - but fares on ferries were down 6.4 per cent.",
            "en",
            [],
        ),
        (
            "Ferry fares fell 6.4% in June.",
            "Bus fares rose 1.9 percent in June - but fares on ferries were down 6.4 percent.",
            "en",
            [],
        ),
        (
            "Bus fares rose 6.4 percent in June.",
            "Bus fares rose 1.9 per cent in June - but fares on ferries were down 6.4 per cent.",
            "en",
            ["6.4 percent"],
        ),
        (
            "Bus fares rose 6.4% in June.",
            "Bus fares rose 1.9 pct in June, but fares on ferries were down 6.4 pct.",
            "en",
            ["6.4%"],
        ),
        ("버스 요금은 6.4퍼센트 올랐다.", "버스 요금은 1.9% 올랐고 배삯은 6.4% 내렸다.", "ko", ["6.4퍼센트"]),
        ("배삯은 6.4퍼센트 내렸다.", "버스 요금은 1.9% 올랐고 배삯은 6.4% 내렸다.", "ko", []),
        # whatever the order, the whole and its part are each at home
        ("배 60척 중 22척이 돌아왔다.", "60척의 배 가운데 22척이 돌아왔다.", "ko", []),
        ("The crew met at the pier on May 3.", "On the pier the crew met on Sunday, May 3.", "en", []),
    ],
)
def test_misplaced(claim: str, source: str, language: str, found: list[str]) -> None:
    assert [figure.text for figure in misplaced(claim, source, language)] == found


def test_a_day_said_twice_that_is_stated_once() -> None:
    source = parse("Police said on Saturday that he was shot on Friday.", "en")
    wrong = parse("Police said on Saturday that he was shot on Saturday.", "en")
    assert [figure.text for figure in repeated(wrong, source)] == ["Saturday"]
    assert list(repeated(source, source)) == []


@pytest.mark.parametrize(
    ("claim", "source", "found"),
    [
        ("시험은 61개국의 병원 아홉 곳에서 열렸다.", "The trial ran at 61 hospitals in nine countries.", ["61개국"]),
        ("시험은 9개국의 병원 61곳에서 열렸다.", "The trial ran at 61 hospitals in nine countries.", []),
        ("시험은 9개국에서 열렸다.", "The trial ran in nine states.", []),
    ],
)
def test_what_is_counted_by_another_figure_is_exchanged(claim: str, source: str, found: list[str]) -> None:
    assert [figure.text for figure in exchanged(parse(claim, "ko"), parse(source, "en"))] == found
