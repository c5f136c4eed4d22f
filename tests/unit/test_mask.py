"""A draft shows no figure, name or quotation that the evidence does not hold."""

import pytest

from app.mask import MASK, mask, settled
from ingest.names import Aliases
from tests.unit.evidence import evidence

EVIDENCE = [evidence("셰리던은 딥시크(DeepSeek)의 훈련 비용이 560만 달러라고 말했다.", speaker="셰리던")]
ALIASES = Aliases([("딥시크", "DeepSeek")])


def masked(draft: str) -> str:
    return mask(draft, "en", EVIDENCE, ALIASES)


def test_what_stands_is_shown() -> None:
    draft = "DeepSeek spent $5.6 million on training."
    assert masked(draft) == draft


@pytest.mark.parametrize(
    ("draft", "hidden"),
    [
        ("DeepSeek spent $560 million on training.", "560"),
        ("Brightwater spent $5.6 million on training.", "Brightwater"),
        ("He said “it was far too cheap” on training.", "far too cheap"),
        ("DeepSeek spent $5.6 million, see https://example.com/x for more.", "example"),
        ("DeepSeek spent <img src=x onerror=y> on training.", "img"),
    ],
)
def test_what_does_not_is_hidden(draft: str, hidden: str) -> None:
    shown = masked(draft)
    assert hidden not in shown
    assert MASK in shown


@pytest.mark.parametrize(
    "written", ["DeepSeek spent $5.6 million on training", "It cost $5.6 million, said Sheridan today"]
)
def test_a_growing_draft_never_shows_part_of_a_figure(written: str) -> None:
    for end in range(len(written) + 1):
        shown = masked(settled(written[:end]))
        assert "$5" not in shown or "$5.6 million" in shown


def test_quotations_in_single_marks_and_open_ones_are_hidden_too() -> None:
    assert "거짓" not in mask("그는 ‘비용은 거짓이다’라고 말했다.", "ko", EVIDENCE, ALIASES)
    assert "거짓" not in mask("그는 “비용은 거짓이다", "ko", EVIDENCE, ALIASES)
