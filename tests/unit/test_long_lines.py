"""A line may be as long as a file: time grows with its length, not with the square of it."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from ingest import english_sentences
from ingest.boilerplate import without_boilerplate
from ingest.markdown import plain
from ingest.statements import speakers

TIMES = 4  # the longer text is so many times the shorter one; the square of it would be 16
AT_MOST = 8


def english(characters: int) -> list[int]:
    sentence = 'The ferry left at 5 p.m. on Monday, and Mr. Quill said: "It was late. It rained." '
    return english_sentences.cuts(sentence * (characters // len(sentence)))


def one_word(characters: int) -> list[int]:
    return english_sentences.cuts("a." * (characters // 2) + " The end.")


def quotations(characters: int) -> list[str | None]:
    quoted = '"It was late. It rained." '
    count = characters // len(quoted)
    spans = [
        (n * len(quoted) + start, n * len(quoted) + end) for n in range(count) for start, end in ((0, 13), (14, 25))
    ]
    return speakers(quoted * count, spans, "en")


def rule(characters: int) -> object:
    return plain("|" * characters + "x")


def credit(characters: int) -> object:
    return without_boilerplate(["다리" + " " * characters + "x"])


def seconds(read: Callable[[int], object], characters: int) -> float:
    """Of this process's own time, the shortest of three: a busy machine shall not fail this."""
    times = []
    for _ in range(3):
        started = time.process_time()
        read(characters)
        times.append(time.process_time() - started)
    return min(times)


@pytest.mark.parametrize(
    ("read", "characters"),
    [(english, 100_000), (one_word, 100_000), (quotations, 100_000), (rule, 20_000), (credit, 20_000)],
)
def test_four_times_the_text_takes_less_than_eight_times_as_long(
    read: Callable[[int], object], characters: int
) -> None:
    short, long = (seconds(read, n) for n in (characters, TIMES * characters))
    assert long < AT_MOST * max(short, 0.005)  # less than that is not measured well


def test_what_is_long_is_read_as_what_is_short() -> None:
    assert len(english(200_000)) == 2 * (200_000 // 82) - 1  # two sentences a time, the last without another
    assert one_word(200_000) == [200_001]
