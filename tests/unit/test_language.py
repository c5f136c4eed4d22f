import pytest

from ingest.language import detect, hangul_share


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("R1 training cost 얼마야?", "ko"),
        ("다리는 언제 열렸나요?", "ko"),
        ("When did the bridge open?", "en"),
        ("The word 근거 means grounds, the editors of the paper explained to their readers.", "en"),
        ("12.5% (2026)", "en"),
        ("", "en"),
    ],
)
def test_detect(text: str, language: str) -> None:
    assert detect(text) == language


def test_hangul_share_counts_letters_only() -> None:
    assert hangul_share("가나 ab 12 !?") == 0.5
    assert hangul_share("1234") == 0.0
