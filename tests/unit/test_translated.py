"""Translations that say less than their sentence."""

from app.covered import Covered
from app.translated import leaves_out
from tests.unit.test_invented import Listed

COVERED = Covered(Listed())  # type: ignore[arg-type]
SENTENCE = "경찰은 현장에서 안경을 발견했다."


def test_a_translation_has_most_of_the_words() -> None:
    assert not leaves_out("Police found the glasses at the scene.", SENTENCE, COVERED)
    assert leaves_out("Police left.", SENTENCE, COVERED)
    assert leaves_out("The town holds a fair every May.", SENTENCE, COVERED)


def test_nothing_is_said_of_it_where_words_cannot_be_compared() -> None:
    assert not leaves_out("Police left.", SENTENCE, None)
