"""Sentences of a draft in the wrong language, or in two."""

import pytest

from app.foreign import foreign


@pytest.mark.parametrize(
    ("claim", "language"),
    [
        ("다리는 5월에 열린다.", "en"),
        ("The bridge opens in May.", "ko"),
        ("설문에 답한 학생은 5분의 1 children - some as young as ten - 가 있습니다.", "ko"),
        ("다리는 5\ufffd월에 열린다.", "ko"),
        ("배당금은 최대 500英镑입니다.", "ko"),
    ],
)
def test_it_is_refused(claim: str, language: str) -> None:
    assert [problem.kind for problem in foreign(claim, language, "")] == ["language"]


@pytest.mark.parametrize(
    ("claim", "language"),
    [
        ("다리는 5월에 열린다.", "ko"),
        ("The mayor (박서윤) opens the bridge in May.", "en"),
        ("주연은 Harbour Lights의 Anna Reed가 맡았다.", "ko"),
        ("그는 “the best in the world”라고 말했다.", "ko"),
        ("연구는 open source 모델로 진행됐다.", "ko"),
        ("10%", "ko"),
        ("31-27", "en"),
    ],
)
def test_it_stands(claim: str, language: str) -> None:
    assert not foreign(claim, language, "")


def test_the_source_may_lend_a_sign() -> None:
    assert not foreign("美 의회가 법을 고쳤다.", "ko", "美 의회, 법 고쳐")
    assert foreign("美 의회가 법을 고쳤다.", "ko", "미국 의회, 법 고쳐")
