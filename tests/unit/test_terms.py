import pytest

from ingest.terms import terms


def test_particles_and_endings_go() -> None:
    assert terms("훈련 비용이 들었다") == ["훈련", "비용", "들"]


def test_a_compound_is_found_in_parts_and_whole() -> None:
    assert {"훈련", "비용", "훈련비용"} <= set(terms("훈련비용은 얼마야?"))
    assert {"훈련", "비용"} <= set(terms("훈련 비용"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("company", "Companies’"),
        ("The city's buses", "city bus"),
        ("Erdoğan", "ERDOGAN"),
        ("5,600,000", "5600000"),
        ("café", "cafe\u0301"),
        ("말했다", "말하는"),
        ("아름다운", "아름답다"),
    ],
)
def test_forms_of_a_word_meet(one: str, other: str) -> None:
    assert set(terms(one)) & set(terms(other))


@pytest.mark.parametrize("word", ["class", "analysis", "bus", "gas"])
def test_what_is_no_plural_stays(word: str) -> None:
    assert terms(word) == [word]


def test_latin_and_numbers_in_korean_are_the_same_as_in_english() -> None:
    assert "r1" in terms("R1은 5.6% 올랐다")
    assert "5.6" in terms("R1은 5.6% 올랐다")
    assert "5.6" in terms("It rose 5.6% by R1.")


def test_repeats_and_order_are_kept() -> None:
    assert terms("river bank river") == ["river", "bank", "river"]


@pytest.mark.parametrize("text", ["", "?!…", "\n"])
def test_nothing_in_nothing_out(text: str) -> None:
    assert terms(text) == []
