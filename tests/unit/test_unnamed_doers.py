"""Somebody without a name who does what another did."""

import pytest

from app.unnamed_doers import mistaken
from ingest.language import detect


def _found(claim: str, source: str, support: str = "") -> str | None:
    language = detect(claim)
    return mistaken(claim, language, source, f"{support}\n{source}", detect(source), lambda words, others: list(words))


@pytest.mark.parametrize(
    ("claim", "source", "found"),
    [
        ("여당 고위 보좌관은 복도에서 구호를 외쳤다.", "표결이 끝나자 시위자들은 복도에서 구호를 외쳤다.", "보좌관"),
        ("A senior aide shouted in the corridor.", "After the vote protesters shouted in the corridor.", "aide"),
        ("장관이 새 시간표를 반대했다.", "교사들은 새 시간표를 반대했다.", "장관"),
    ],
)
def test_somebody_else_is_told(claim: str, source: str, found: str) -> None:
    assert _found(claim, source) == found


@pytest.mark.parametrize(
    ("claim", "source", "support"),
    [
        ("시위자들이 복도에서 외쳤다.", "표결이 끝나자 시위자들은 복도에서 구호를 외쳤다.", ""),
        (
            "보좌관은 표결이 미뤄졌다고 했다.",
            "시위자들은 표결이 미뤄졌다고 들었다.",
            "보좌관이 밝힌 일정",
        ),  # the title has him
        ("The aide shouted.", "He shouted in the corridor as protesters looked on.", ""),  # he may be the aide
        ("Police arrested six people.", "Six people were arrested.", ""),
        ("A senior aide shouted.", "시위자들은 복도에서 외쳤다.", ""),
        ("The prime minister resigned.", "The premier resigned, residents said.", ""),
        ("Workers were laid off.", "The company laid off staff, analysts said.", ""),
        ("병원 직원들이 파업했다.", "간호사들이 파업했다.", ""),
        ("주식 시장이 크게 올랐다.", "증시가 크게 올랐다고 분석가들이 말했다.", ""),
        ("The minister resigned.", "The vote was lost, protesters said.", ""),
        ("표결은 금요일에 열린다.", "시위자들은 복도에서 외쳤다.", ""),
    ],
)
def test_nobody_else_is_told(claim: str, source: str, support: str) -> None:
    assert _found(claim, source, support) is None


def test_words_that_mean_the_like_are_one() -> None:
    claim, source = "The envoy walked out.", "The diplomat and her drivers walked out."
    assert mistaken(claim, "en", source, source, "en", lambda words, others: []) is None
