"""How the figures of articles that disagree are written, side by side."""

import pytest

from app.elsewhere import _written
from ingest.quantities import parse
from ingest.records import Language
from tests.unit.evidence import evidence


@pytest.mark.parametrize(
    ("text", "language", "written"),
    [
        ("매출은 5300억 원이다.", "ko", "5300억원"),
        ("매출은 5300억원이다.", "ko", "5300억원"),
        ("매출은 1조1030억원이다.", "ko", "1조 1030억원"),
        ("Sales were 530 billion won.", "ko", "5300억원"),
        ("지원금은 4,200만달러이다.", "ko", "4200만 달러"),
        ("주민 515 명이 대피했다.", "ko", "515명"),
        ("매출은 5300억 원이다.", "en", "530 billion won"),
        # what only one article's words say stays
        ("주민 300여 가구가 대피했다.", "ko", "300여 가구"),
        ("The bridge is 1342 metres long.", "en", "1342 metres"),
    ],
)
def test_figures_keep_their_words_and_share_their_spaces(text: str, language: Language, written: str) -> None:
    item = evidence(text)
    (figure,) = parse(text, item.article.language)
    assert _written(item, figure, language) == written
