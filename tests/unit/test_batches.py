"""Which texts go through the encoder together."""

from ingest.batches import AREA, MOST, by_length


def test_every_text_once_and_the_longest_first() -> None:
    texts = ["a" * (i * 37 % 900) for i in range(100)]
    batches = by_length(texts)
    order = [i for batch in batches for i in batch]
    assert sorted(order) == list(range(100))
    assert [len(texts[i]) for i in order] == sorted(map(len, texts), reverse=True)


def test_words_go_by_dozens_and_passages_by_eights() -> None:
    assert [len(batch) for batch in by_length(["word"] * 100)] == [MOST, 100 - MOST]
    assert [len(batch) for batch in by_length(["p" * (AREA // 8)] * 20)] == [8, 8, 4]


def test_a_text_longer_than_all_goes_alone() -> None:
    assert [len(batch) for batch in by_length(["x" * (AREA + 1), "y", "z"])] == [1, 2]
    assert by_length([]) == []
