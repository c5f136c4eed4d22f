"""What of a claim its sentence has kept."""

import pytest

from app.anchors import anchored
from ingest.names import Aliases

NAMES = Aliases([("빈델", "Bindel"), ("오름테크", "Oreumtek")])


@pytest.mark.parametrize(
    ("claim", "text", "kept"),
    [
        ("The pier took 30 months to build.", "Work on it lasted two and a half years.", 0.4),
        ("The pier took 30 months to build.", "Work on it lasted two years.", 0.0),
        ("The pier cost $9 million and took 30 months.", "It cost $9 million and lasted 30 months.", 0.8),
        # a name is an anchor only in the other language
        ("Bindel built the pier.", "The pier was built by Bindel.", 0.0),
        ("Bindel built the pier.", "부두는 빈델이 지었다.", 0.4),
        ("Bindel paid Oreumtek $9 million for it in 2024.", "빈델은 2024년 오름테크에 900만 달러를 냈다.", 1.0),
    ],
)
def test_each_figure_counts_and_each_name_of_a_translation(claim: str, text: str, kept: float) -> None:
    assert anchored(claim, "en", text, "ko" if text.endswith("다.") else "en", NAMES) == pytest.approx(kept)
