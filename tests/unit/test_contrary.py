"""Sentences that tell the opposite of what is asked."""

import pytest

from app.contrary import contrary
from app.question import understand


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("When was the painter born?", "The painter died in 1945."),
        ("화가는 언제 태어났나요?", "화가는 1945년에 사망했습니다."),
        ("How much did sales of beer rise?", "Sales of wine fell by 4%."),
        ("매출은 몇 퍼센트 늘었나요?", "매출은 4% 줄었습니다."),
    ],
)
def test_the_other_way(question: str, claim: str) -> None:
    assert contrary(understand(question), claim)


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("When was the painter born?", "The painter was born in 1882 and died in 1945."),
        ("When was the painter born?", "In 1882."),
        ("Did sales rise?", "Sales fell by 4%."),
        ("매출은 몇 퍼센트 늘었나요?", "매출은 4% 증가했습니다."),
        ("Why did sales rise?", "Prices fell."),
    ],
)
def test_no_other_way(question: str, claim: str) -> None:
    assert not contrary(understand(question), claim)
