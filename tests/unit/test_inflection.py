"""The forms of an English word."""

import pytest

from app.inflection import forms


@pytest.mark.parametrize(
    ("word", "some"),
    [
        ("rise", {"rise", "rises", "rising", "rose", "risen"}),
        ("cut", {"cut", "cuts", "cutting"}),
        ("rally", {"rallies", "rallied", "rallying"}),
        ("permit", {"permitted", "permitting"}),
        ("agree", {"agrees", "agreed", "agreeing"}),
        ("crash", {"crashes", "crashed"}),
        ("cheap", {"cheaper", "cheapest"}),
        ("noisy", {"noisier"}),
        ("withdraw", {"withdrew", "withdrawn"}),
        ("die", {"dies", "died", "dying"}),
        ("be", {"is", "were", "been"}),
        ("delay", {"delays", "delayed"}),
    ],
)
def test_forms(word: str, some: set[str]) -> None:
    assert some <= set(forms(word))
    assert forms(word)[0] == word
