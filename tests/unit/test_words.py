import numpy as np
import pytest

from app import words
from app.words import Words
from tests.fakes import BagEncoder


class Listening(BagEncoder):
    """Remembers what it was asked to encode."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def encode_questions(self, questions):
        self.asked += questions
        return super().encode_questions(questions)


def test_the_same_word_is_fully_alike_in_any_place() -> None:
    alike = Words(BagEncoder()).likeness(["bridge", "다리"], ["다리", "bridge", "다리"])
    assert alike.dtype == np.float32
    assert alike[0, 1] == alike[1, 0] == alike[1, 2] == 1


def test_coverage_of_no_text_is_empty() -> None:
    assert Words(BagEncoder()).coverage(["bridge"], []).shape == (0, 1)


def test_what_was_longest_unused_is_forgotten_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "_CACHED", 3)
    encoder = Listening()
    known = Words(encoder)
    known.likeness(["bridge"], ["storm"])
    known.likeness(["ferry"], ["bridge"])  # the bridge is used again, the storm is not
    known.likeness(["harbour"], ["ferry"])
    encoder.asked.clear()
    known.likeness(["bridge"], ["ferry"])
    assert encoder.asked == []
    known.likeness(["bridge"], ["storm"])
    assert encoder.asked == ["storm"]


def test_a_kept_word_does_not_keep_its_batch() -> None:
    known = Words(BagEncoder())
    known.likeness(["bridge"], ["storm", "ferry"])
    assert all(row.base is None for row in known._cache.values())
