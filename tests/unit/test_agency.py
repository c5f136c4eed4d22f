"""Who does it to whom, in either language."""

import pytest

from app.agency import actors, stands_in_for, turned_round
from ingest.names import Aliases

NAMES = Aliases([("오름텍", "Oreumtek"), ("빈델", "Bindel"), ("마리 오센", "Marie Osen")])


@pytest.mark.parametrize(
    ("claim", "language", "source", "written_in"),
    [
        ("Oreumtek sued Bindel.", "en", "Bindel sued Oreumtek.", "en"),
        ("Oreumtek was sued by Bindel.", "en", "Oreumtek sued Bindel.", "en"),
        ("Oreumtek sued Bindel in May.", "en", "빈델이 오름텍을 고소했다.", "ko"),
        ("오름텍이 빈델을 고소했다.", "ko", "빈델이 오름텍을 고소했다.", "ko"),
        ("오름텍이 빈델을 고소했다.", "ko", "Oreumtek was sued by Bindel.", "en"),
    ],
)
def test_two_that_have_each_others_part(claim: str, language: str, source: str, written_in: str) -> None:
    assert turned_round(claim, language, source, written_in, NAMES)


@pytest.mark.parametrize(
    ("claim", "language", "source", "written_in"),
    [
        ("Oreumtek sued Bindel.", "en", "Bindel was sued by Oreumtek.", "en"),
        ("Oreumtek sued Bindel.", "en", "오름텍이 빈델을 고소했다.", "ko"),
        ("오름텍이 빈델에게 고소당했다.", "ko", "빈델이 오름텍을 고소했다.", "ko"),
        ("Oreumtek met Bindel.", "en", "오름텍과 빈델이 만났다.", "ko"),
        ("Oreumtek's lawyers sued Bindel.", "en", "빈델이 오름텍을 고소했다.", "ko"),
    ],
)
def test_two_that_keep_their_parts_or_show_none(claim: str, language: str, source: str, written_in: str) -> None:
    assert turned_round(claim, language, source, written_in, NAMES) is None


def test_one_from_elsewhere_does_not_take_the_place_of_who_does_it() -> None:
    assert stands_in_for("Oreumtek paid for the trial.", "en", "시험 비용은 빈델이 냈다.", "ko", None, NAMES)
    assert stands_in_for("Bindel paid for the trial.", "en", "시험 비용은 빈델이 냈다.", "ko", None, NAMES) is None
    assert stands_in_for("Oreumtek paid for the trial.", "en", "시험 비용을 냈다.", "ko", None, NAMES) is None
    assert stands_in_for("Oreumtek said Bindel paid.", "en", "시험 비용은 빈델이 냈다.", "ko", None, NAMES) is None


def test_a_person_does_not_take_the_place_of_who_speaks() -> None:
    claim = "Marie Osen called the price a bad joke."
    assert stands_in_for(claim, "en", "그는 값이 고약한 농담이라고 했다.", "ko", "얀 홀트", NAMES)
    assert stands_in_for(claim, "en", "그는 값이 고약한 농담이라고 했다.", "ko", "마리 오센", NAMES) is None


def test_where_a_name_stands_tells_nothing() -> None:
    assert actors("It happened in Bindel.", "en") == ()
    assert actors("빈델에서 일어난 일이다.", "ko") == ()
    assert actors("빈델은 하지 않기로 했다.", "ko") == ()  # it is what is done


def test_whoever_something_belongs_to_does_nothing() -> None:
    claim, source = (
        "The coat belonging to Ada Finch had mud on it.",
        "Police saw mud on the coat, Harbour News reports.",
    )
    assert stands_in_for(claim, "en", source, "en", None, NAMES) is None
    assert stands_in_for("Ada Finch had mud on it.", "en", source, "en", None, NAMES)
