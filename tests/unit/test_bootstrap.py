from __future__ import annotations

import math

import numpy as np
import pytest

from tests.quality.bootstrap import difference, interval


def test_of_yes_and_no_it_is_as_wide_as_the_normal_approximation_has_it() -> None:
    values = np.array([1.0] * 300 + [0.0] * 100)
    found = interval(values)
    half = 1.96 * math.sqrt(0.75 * 0.25 / 400)
    assert found.mean == 0.75
    assert found.low == pytest.approx(0.75 - half, abs=0.005)
    assert found.high == pytest.approx(0.75 + half, abs=0.005)


def test_it_narrows_with_the_root_of_the_number_of_questions() -> None:
    values = np.array([1.0, 0.0, 0.0, 1.0, 1.0] * 8)
    few, many = interval(values), interval(np.tile(values, 4))
    assert (few.high - few.low) / (many.high - many.low) == pytest.approx(2, rel=0.1)


def test_the_same_values_give_the_same_interval() -> None:
    values = np.linspace(0, 1, 37)
    assert interval(values) == interval(values.copy())


def test_it_covers_the_truth_about_as_often_as_it_says() -> None:
    drawn = np.random.default_rng(5).random((200, 60))
    held = sum(found.low <= 0.5 <= found.high for found in map(interval, drawn))
    assert 180 <= held <= 198  # 190 are due, and 3 the standard deviation


def test_without_spread_it_has_no_width() -> None:
    found = interval(np.ones(12))
    assert (found.mean, found.low, found.high) == (1.0, 1.0, 1.0)


def test_pairing_takes_out_what_makes_a_question_hard_for_both() -> None:
    chance = np.random.default_rng(1)
    hard = chance.random(80)
    theirs, ours = hard + 0.01 * chance.random(80), hard + 0.05
    assert interval(ours).low < interval(theirs).high  # side by side they overlap
    gap = difference(ours, theirs)
    assert 0.04 < gap.low < gap.mean < gap.high < 0.05


def test_a_difference_has_a_sign() -> None:
    better, worse = np.array([1.0, 1.0, 0.0, 1.0]), np.array([0.0, 1.0, 0.0, 1.0])
    assert difference(better, worse).mean == 0.25
    assert difference(worse, better).mean == -0.25


def test_other_questions_cannot_be_paired() -> None:
    with pytest.raises(ValueError, match="3 questions cannot be paired with 2"):
        difference(np.ones(3), np.ones(2))


def test_of_no_questions_there_is_no_mean() -> None:
    with pytest.raises(ValueError, match="no questions"):
        interval(np.array([]))
