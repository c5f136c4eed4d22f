"""Whom an actor plays."""

import pytest

from app.played import miscast
from ingest.language import detect
from ingest.names import Aliases

KOREAN = "한가람은 그 시리즈에서 노바의 단짝 리나 베일의 사랑인 이그라를 연기했다."
ENGLISH = "Han played Igra, the love of Nova's friend Lina Vale, in the series."


@pytest.mark.parametrize(
    ("claim", "source", "wrong"),
    [
        ("한가람은 리나 베일 역으로 연기했다.", KOREAN, True),
        ("한가람은 이그라 역을 맡았다.", KOREAN, False),
        ("한가람은 리나 베일을 연기했다.", ENGLISH, True),
        ("한가람은 이그라를 연기했다.", ENGLISH, False),
        ("Han played Lina Vale.", ENGLISH, True),
        ("Han played Igra.", ENGLISH, False),
        ("Han played Lina Vale.", KOREAN, True),
        ("Han played Igra.", KOREAN, False),
        ("Han plays the lead.", ENGLISH, False),  # nobody is named
        ("Brookhaven played Ordel.", "Brookhaven, who had played Tarnside, beat Ordel.", False),  # no stage
    ],
)
def test_nobody_plays_another_character(claim: str, source: str, wrong: bool) -> None:
    assert bool(miscast(claim, detect(claim), source, detect(source), Aliases().same)) is wrong
