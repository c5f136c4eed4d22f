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
        ("우물에는 누구나 물을 부었다.", "ko", "우물에 물을 부은 사람이 두 배로 늘었다.", "ko", "누구나"),
        ("Everyone drew water.", "en", "Each of them drew water.", "en", None),
        ("The wells never run dry.", "en", "우물이 마르는 일은 드물다.", "ko", "never"),
        ("The wells rarely run dry.", "en", "우물이 마르는 일은 드물다.", "ko", None),
        ("The wells never run dry.", "en", "우물은 마르지 않고, 비도 드물다.", "ko", None),
        ("After all, the wells were dry.", "en", "Some of the wells were dry.", "en", None),
        ("Most of all the wells were dry.", "en", "Most of the wells were dry.", "en", None),
    ],
)
def test_all_for_some(claim: str, language: str, source: str, written_in: str, word: str | None) -> None:
    assert widened(claim, language, source, written_in) == word
