"""What exactly a sentence denies."""

import pytest

from app.denials import denied


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Prices did not rise.", "en", {"ris"}),
        ("The firm declined to comment.", "en", {"comment"}),
        ("He is not allowed to leave the town.", "en", {"leav"}),
        ("It cost 324 pounds, not the 342 it had named.", "en", set()),
        ("Prices rose.", "en", set()),
        ("값이 오르지 않았다.", "ko", {"오르"}),
        ("계획은 없다고 밝혔다.", "ko", {"계획"}),
        ("쓸모없다는 뜻은 아니라고 말했다.", "ko", {"쓸모없"}),
        ("값이 올랐다.", "ko", set()),
    ],
)
def test_denied(text: str, language: str, found: set[str]) -> None:
    assert denied(text, language) == found
