"""What a draft has from its question alone."""

import pytest

from app.covered import Covered
from app.untold import untold
from tests.unit.evidence import evidence
from tests.unit.test_invented import Listed


def _untold(claim: str, question: str, text: str, title: str = "") -> str | None:
    return untold(claim, question, [evidence(text, title=title)], Covered(Listed()).words)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("claim", "question", "text", "word"),
    [
        (
            "Thirty rowers were arrested at the lock.",
            "How many rowers were arrested at the lock?",
            "Thirty rowers gathered at the lock.",
            "arrested",
        ),
        ("선원 30명이 체포됐다.", "선원 몇 명이 체포됐나?", "선원 30명이 부두에 모였다.", "체포"),
        (
            "해온선박은 조선소를 사려고 3조 원을 빌렸다.",
            "해온선박은 조선소를 사려고 얼마를 빌렸나?",
            "해온선박이 조선소를 3조 원에 사들인다.",
            "빌리",
        ),
        (
            "The firm borrowed 3 trillion won to buy the yard.",
            "How much did the firm borrow to buy the yard?",
            "The firm buys the yard for 3 trillion won.",
            "borrowed",
        ),
        ("Haeon will buy the engines.", "Which yard will buy the engines?", "해온선박이 조선소를 짓는다.", "buy"),
    ],
)
def test_a_deed_that_the_question_alone_tells_of_is_named(claim: str, question: str, text: str, word: str) -> None:
    assert _untold(claim, question, text) == word


@pytest.mark.parametrize(
    ("claim", "question", "text", "title"),
    [
        ("Thirty rowers were arrested.", "How many rowers were arrested?", "경찰은 노 젓는 사람 30명을 체포했다.", ""),
        (
            "Thirty rowers were arrested.",
            "How many were arrested?",
            "There were thirty rowers.",
            "Police arrest rowers",
        ),
        ("해온은 3조 원을 빌렸다.", "해온은 얼마를 빌렸나?", "Haeon borrowed 3 trillion won.", ""),
        ("해온은 조선소를 3조 원에 샀다.", "해온은 조선소를 얼마에 샀나?", "해온이 조선소를 3조 원에 사들였다.", ""),
        ("They were arrested at six.", "When were they arrested?", "Police rounded them up at six.", ""),
        ("He bought it for $3.", "For how much did he buy it?", "He paid $3 for it.", ""),
        ("They sold it for $3.", "For how much did they sell it?", "그들은 그것을 3달러에 처분했다.", ""),
        ("The bank lent $3.", "How much did the bank lend?", "The bank gave a loan of $3.", ""),
        ("He left prison in May.", "When did he leave prison?", "그는 5월 출소했다.", ""),
        ("주가는 41% 떨어졌다.", "주가는 얼마나 떨어졌나?", "The shares lost 41%.", ""),
        ("나이는 47세다.", "그의 나이는 몇 살인가?", "Lee Min-ho, 47, spoke.", ""),
        ("The score was 3-1.", "What was the score?", "They won by 3-1.", ""),
        ("The vote was postponed by a week.", "By how long was the vote postponed?", "They put it off by a week.", ""),
    ],
)
def test_what_the_source_tells_in_other_words_stands(claim: str, question: str, text: str, title: str) -> None:
    assert _untold(claim, question, text, title) is None
