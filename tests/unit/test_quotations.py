"""Quotation marks promise the very words."""

import pytest

from app.quotations import quotations, stands_in, translates
from tests.unit.evidence import evidence


class Far:
    def near(self, sentence, language, others, written_in):
        return [0.0] * len(others)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She said “the bridge is safe” on Monday.", ["the bridge is safe"]),
        ("그는 '다리는 안전하다'고 말했다.", ["다리는 안전하다"]),
        ("The mayor's plan isn't the council's plan.", []),
        ('A single "word" is a term.', []),
        ("An open “quotation that never ends", []),
    ],
)
def test_quotations(text: str, found: list[str]) -> None:
    assert quotations(text) == found


@pytest.mark.parametrize(
    ("quoted", "source", "stands"),
    [
        ("the bridge is safe", "He said, “The road and the bridge is safe.”", True),
        ("prices would fall", "He said prices would not fall.", False),
        ("costs 100 million", "It costs 900 million.", False),
        ("다리는 안전하다", "그는 '다리는 안전하다'고 말했다.", True),
        ("다리는 위험하다", "그는 '다리는 안전하다'고 말했다.", False),
        ("the bridge is safe,", "“the bridge is safe” he said", True),
    ],
)
def test_stands_in_is_letter_for_letter(quoted: str, source: str, stands: bool) -> None:
    assert stands_in(quoted, source) is stands


def test_what_is_quoted_untranslated_stands_in_any_language() -> None:
    cited = evidence('They voted to call it "Free State of Ordel" on Sunday.')
    assert translates("오르델 자유국(Free State of Ordel)", "ko", cited, Far(), 0.0)
    assert not translates("오르델 왕국(Kingdom of Ordel)", "ko", cited, Far(), 0.0)
