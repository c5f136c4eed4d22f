"""The numbers of a text: read, compared, and written in the other language."""

from decimal import Decimal

from ingest.quantities import parse, same, unsupported, write


def test_a_korean_amount_is_read_with_its_scale_and_currency():
    (quantity,) = parse("훈련에 든 돈은 560만 달러였다", "ko")
    assert (quantity.low, quantity.unit, quantity.text) == (Decimal(5_600_000), "USD", "560만 달러")


def test_the_same_amount_is_the_same_in_both_languages():
    (korean,), (english,) = parse("560만 달러", "ko"), parse("$5.6 million", "en")
    assert same(korean, english)
    assert same(english, korean)
    assert write(korean, "en") == "$5.6 million"
    assert write(english, "ko") == "560만 달러"


def test_a_hundredfold_error_is_found():
    wrong = unsupported("It cost $560 million.", "en", "훈련에 든 돈은 560만 달러였다.", "ko")
    assert [quantity.text for quantity in wrong] == ["$560 million"]
