"""Whom an actor plays."""

import pytest

from app.played import asks_whom, miscast, plays_somebody
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


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Which character did Ada Finch play?", True),
        ("What role does Ada Finch play in the film?", True),
        ("What role did Brookhaven play in the talks?", False),
        ("Which characters does a password need?", False),
        ("한가람은 그 시리즈에서 어떤 역을 연기했나?", True),
        ("시는 그 일에서 어떤 역할을 맡았나?", False),
    ],
)
def test_who_is_played_is_asked_of_actors_alone(question: str, asks: bool) -> None:
    assert asks_whom(question) is asks


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Finch played the Red Queen.", True),
        ("Ada Finch played a lighthouse keeper.", True),
        ("Ada Finch played a lead role.", False),
        ("한가람은 그 영화에서 악당을 연기했다.", True),
        ("한가람은 이그라 역을 맡았다.", True),
        ("한가람은 그 영화에서 주연인 역을 연기했다.", False),
    ],
)
def test_that_it_is_the_lead_does_not_say_who_is_played(text: str, names: bool) -> None:
    assert plays_somebody(text, detect(text)) is names
