"""Nearness in meaning, over an encoder that counts words."""

import numpy as np

from app.meaning import Meaning


class ByWords:
    """Bags of words; remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode_questions(self, texts):
        self.asked += texts
        rows = np.full((len(texts), 256), 0.01, np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in text.lower().rstrip(".").split():
                row[sum(map(ord, word)) % 256] += 1
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def test_what_says_the_same_is_nearer_than_strangers() -> None:
    meaning = Meaning(ByWords())
    same, other = meaning.near(
        "The pier closed on Friday.", "en", ["On Friday the pier closed.", "Milk went up."], "en"
    )
    assert same > 3 > other
    assert meaning.near("The pier closed.", "en", [], "en") == []


def test_a_sentence_is_encoded_once() -> None:
    encoder = ByWords()
    meaning = Meaning(encoder)
    encoder.asked.clear()
    for _ in range(3):
        meaning.near("The pier closed.", "en", ["The bridge opened.", "The bridge opened."], "en")
    assert sorted(encoder.asked) == ["The bridge opened.", "The pier closed."]
