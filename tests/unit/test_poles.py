"""Which way a word points: the list of both languages, and what is read as one of its words."""

import json
from importlib import resources

import pytest

from app.inflection import forms
from app.poles import poles


def test_every_korean_entry_is_read_as_listed() -> None:
    """A stem that the analyser never gives would stand in the list for nothing."""
    axes = json.loads(resources.files("app").joinpath("direction.json").read_text("utf-8"))
    frames = (
        "그가 {}다.|그가 {}했다.|그것을 {}었다.|{} 갔다.|{}가 있다.|크게 {}았다.|{}한 일|{}고 있다.|{}은 일|{}는 일"
    ).split("|")
    unread = [
        entry
        for poles_ in axes.values()
        for pole in poles_
        for entry in pole["ko"].split()
        if "_" not in entry
        and not any(
            one.entry == entry
            for text in (*(frame.format(entry.lstrip("=~!")) for frame in frames), f"값이 훨씬 {entry[:-1]}졌다.")
            for one in poles(text, "ko")
        )
    ]
    assert unread == []


def test_an_axis_has_no_entry_at_both_ends() -> None:
    axes = json.loads(resources.files("app").joinpath("direction.json").read_text("utf-8"))
    for axis, (first, second) in axes.items():
        for language in ("en", "ko"):
            assert not set(first[language].split()) & set(second[language].split()), axis


def test_a_prefix_denies_and_the_end_of_a_word_does_not() -> None:
    for word, axis in {"소비증가": "amount", "설비증설": "amount", "정부승인": "decision", "간부승진": "appointment",
                       "군비확장": "amount", "경비인상": "amount", "외부공개": "openness", "전부매각": "trade"}.items():  # fmt: skip
        (way,) = {pole.up for pole in poles(f"{word}이 있었다.", "ko") if pole.axis == axis}
        assert way is (axis != "trade"), word
    assert {pole.up for pole in poles("그 말은 부정확하다.", "ko") if pole.axis == "truth"} == {False}
    assert {pole.up for pole in poles("미승인 시설이다.", "ko") if pole.axis == "decision"} == {False}


@pytest.mark.parametrize(
    ("text", "axis", "found"),
    [
        ("값이 늘었다.", "amount", True),
        ("그는 늘 웃는다.", "amount", False),
        ("남 교사가 왔다.", "gender", True),
        ("닷새가 남았다.", "gender", False),
        ("자리가 텅 비었다.", "crowd", True),
        ("값이 싸다.", "price", True),
        ("선물을 쌌다.", "price", False),
    ],
)
def test_a_syllable_counts_as_the_kind_of_word_that_is_listed(text: str, axis: str, found: bool) -> None:
    assert any(pole.axis == axis for pole in poles(text, "ko")) is found


def test_a_word_counts_once_on_an_axis() -> None:
    assert [pole.axis for pole in poles("The storm drowned them.", "en")] == ["life"]
    assert len([pole for pole in poles("They defeated the visitors.", "en") if pole.axis == "contest"]) == 1
    assert poles("The defeat hurt.", "en") == ()  # whose it is remains open


def test_what_counts_as_written_is_no_form_of_what_is_listed() -> None:
    axes = json.loads(resources.files("app").joinpath("direction.json").read_text("utf-8"))
    for axis, ends in axes.items():
        for end in ends:
            entries = end["en"].split()
            known = {
                form
                for entry in entries
                if entry[0] not in "=^" and "_" not in entry
                for form in forms(entry.lstrip("!"))
            }
            assert not {entry[1:] for entry in entries if entry[0] == "="} & known, axis


def test_a_denied_pole_is_the_other() -> None:
    assert {pole.up for pole in poles("It did not rise.", "en")} == {False}
    assert {pole.up for pole in poles("오르지 않았다.", "ko")} == {False}
    assert {pole.up for pole in poles("합의 없이 끝났다.", "ko") if pole.entry == "합의"} == {False}
    assert {pole.up for pole in poles("It happens less often.", "en") if pole.axis == "frequency"} == {False}


def test_a_capital_within_a_sentence_points_nowhere() -> None:
    assert poles("He lives in North Hall.", "en") == ()
    assert [pole.axis for pole in poles("He lives in the north.", "en")] == ["latitude"]
