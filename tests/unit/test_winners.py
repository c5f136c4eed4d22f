"""Who wins, where a sentence says it by who loses."""

import pytest

from app.winners import beaten_by, wins_in_both
from ingest.language import detect
from ingest.names import Aliases

ALIASES = Aliases([("부산", "Busan"), ("울산", "Ulsan")])
TEXTS = [
    "Ulsan's captain was hurt in Saturday's 31-27 defeat to Busan.",
    "Ulsan lost 31-27 to Busan on Saturday.",
    "Ulsan were beaten by the Busan reserves.",
    "울산이 부산에 31-27로 패한 경기에서 주장이 다쳤다.",
    "울산은 부산에 31-27로 졌다.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_whom_somebody_loses_to_is_read(text: str) -> None:
    assert any(ALIASES.same(name, "Busan") for name in beaten_by(text, detect(text)))


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(
    ("claim", "same"),
    [
        ("Busan beat Ulsan by 31-27.", True),
        ("부산은 울산을 31-27로 이겼다.", True),
        ("Ulsan beat Busan by 31-27.", False),
        ("울산은 부산을 31-27로 이겼다.", False),
        ("Busan lost to Ulsan.", False),
    ],
)
def test_who_wins_there_wins_in_the_claim(text: str, claim: str, same: bool) -> None:
    assert wins_in_both(claim, detect(claim), text, detect(text), ALIASES) is same


@pytest.mark.parametrize(
    "text",
    [
        "Prices fell to 3 dollars in Busan.",
        "The seat was lost by Busan.",
        "부산에 비가 지고 나서 왔다.",
        "부산에서 진 빚",
        "울산은 부산에게 진 빚을 갚았다.",
    ],
)
def test_nobody_wins(text: str) -> None:
    assert not beaten_by(text, detect(text))
