"""What of a claim its sentence has kept."""

import pytest

from app.anchors import anchored


@pytest.mark.parametrize(
    ("claim", "text", "kept"),
    [
        ("The pier took 30 months to build.", "Work on it lasted two and a half years.", True),
        ("The pier took 30 months to build.", "Work on it lasted two years.", False),
        ("The pier cost $9 million and took 31 months.", "It cost $9 million and lasted 30 months.", True),
        ("Bindel built the pier.", "The pier was built by Bindel.", False),
        ("Bindel built the pier.", "부두는 빈델이 지었다.", False),
        ("Bindel paid Oreumtek $9 million for it.", "빈델은 오름테크에 900만 달러를 냈다.", True),
    ],
)
def test_a_figure_is_an_anchor_and_a_name_is_none(claim: str, text: str, kept: bool) -> None:
    assert (anchored(claim, "en", text, "ko" if text.endswith("다.") else "en") > 0) is kept
