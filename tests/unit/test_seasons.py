import pytest

from ingest.seasons import seasons


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("It opens in spring 2028.", "en", ["spring"]),
        ("It opened last fall.", "en", ["autumn"]),
        ("Prices fall in a hot spring.", "en", []),
        ("내년 봄에 문을 연다.", "ko", ["spring"]),
        ("2028년 가을에 연다.", "ko", ["autumn"]),
        ("겨울보다 여름이 길다.", "ko", ["summer", "winter"]),
    ],
)
def test_seasons(text: str, language: str, found: list[str]) -> None:
    assert seasons(text, language) == found
