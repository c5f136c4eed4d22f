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
        ("cancel", {"cancelled", "canceled", "cancelling", "canceling"}),
        ("begin", {"beginning", "began", "begun"}),
        ("forbid", {"forbidding", "forbade"}),
        ("annul", {"annulled", "annulling"}),
        ("rebuild", {"rebuilt", "rebuilds"}),
        ("overtake", {"overtook", "overtaken"}),
        ("mislead", {"misled"}),
        ("withdraw", {"withdrew"}),
        ("overthrow", {"overthrew"}),
        ("undergo", {"underwent"}),
        ("reelect", {"reelected"}),
    ],
)
def test_forms(word: str, some: set[str]) -> None:
    assert some <= set(forms(word))
    assert forms(word)[0] == word


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("dive", "divest"), ("close", "closer"), ("rap", "rapper"), ("lead", "leader"), ("ban", "banner"),
        ("support", "supporter"), ("report", "reporter"), ("arrest", "arrester"), ("lay", "layer"), ("overturn", "overturnt"),
        ("need", "needest"),
    ],
)  # fmt: skip
def test_what_is_another_word_is_no_form(word: str, other: str) -> None:
    assert other not in forms(word)


def test_only_verbs_with_an_irregular_base_take_its_forms_behind_a_prefix() -> None:
    assert "reported" in forms("report")
    assert forms("unite") == ("unite", "unites", "uniting", "united")
