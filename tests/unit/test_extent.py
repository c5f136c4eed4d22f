"""All is more than some."""

import pytest

from app.extent import widened


@pytest.mark.parametrize(
    ("claim", "language", "source", "written_in", "word"),
    [
        ("All of the wells were dry.", "en", "Some of the wells were dry.", "en", "All"),
        ("우물은 모두 말랐다.", "ko", "One well in three was dry.", "en", "모두"),
        ("Every well was dry.", "en", "우물 대부분이 말랐다.", "ko", "Every"),
        ("All of the wells were dry.", "en", "The wells were dry.", "en", None),
        (
            "All of the wells were dry.",
            "en",
            "Each of them was dry, and all of the wells at most half full.",
            "en",
            None,
        ),
        ("After all, the wells were dry.", "en", "Some of the wells were dry.", "en", None),
        ("Most of all the wells were dry.", "en", "Most of the wells were dry.", "en", None),
    ],
)
def test_all_for_some(claim: str, language: str, source: str, written_in: str, word: str | None) -> None:
    assert widened(claim, language, source, written_in) == word
