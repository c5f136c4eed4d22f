"""Initials and what they are the initials of."""

import pytest

from app.initials import spelled_out


@pytest.mark.parametrize(
    ("name", "text", "stands"),
    [
        ("SUV", "The plant makes sport utility vehicles.", True),
        ("BOE", "The Bank of England met on Monday.", True),
        ("BE", "The Bank of England met on Monday.", True),
        ("ECB", "The Bank of England met on Monday.", False),
        ("Bank", "The bank met.", False),
    ],
)
def test_initials_stand_by_their_words(name: str, text: str, stands: bool) -> None:
    assert spelled_out(name, text) is stands
