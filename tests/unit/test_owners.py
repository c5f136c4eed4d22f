"""Right figures given to what owns another figure of the same sentence."""

import numpy as np
import pytest

from app.covered import Covered
from app.owners import misgiven
from ingest.dictionary import translations
from ingest.language import detect
from ingest.names import Aliases
from tests.unit.evidence import evidence


class Listed:
    """A word stands where it stands itself, or one that the word list has for it."""

    def coverage(self, words, texts):
        forms = [{word, *translations(word)} for word in words]
        return np.array([[float(bool(form & set(text))) for form in forms] for text in texts], np.float32)


def _problems(claim: str, source: str) -> list[str]:
    held = Covered(Listed()).words  # type: ignore[arg-type]
    return [problem.detail for problem in misgiven(claim, detect(claim), evidence(source), Aliases(), held)]


_SHOPS = "Bakery chains saw sales rise 3.1 per cent in May - but profit at restaurants was down 5.4 per cent."
_SHOPS_KO = "빵집 매출은 3.1% 늘었지만 음식점 이익은 5.4% 줄었다."
_PLACES = "부산에서 3명, 대구에서 5명이 다쳤다."
_SHARES = "지분은 한빛건설이 51%, 도시공사가 34%, 청람군이 15%를 갖는다."
_SCORES = "Novak scored 12 points and Lindqvist 9."
_JAIL = "교도소에는 악명 높은 범죄자 몇 명을 포함해 300명이 넘는 죄수가 있다."
_VOTE = "결과는 찬성 9명, 반대 12명, 기권 2명이었다."


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        (_SHOPS, "Profit at restaurants fell 3.1%."),
        (_SHOPS, "Bakery sales rose 5.4%."),
        (_SHOPS, "음식점 이익은 3.1% 줄었다."),
        (_SHOPS_KO, "음식점 이익은 3.1% 줄었다."),
        (_SHOPS_KO, "Profit at restaurants fell 3.1%."),
        (_SHOPS_KO, "Profit at restaurants fell 3.1%, while bakery sales rose 5.4%."),
        (_PLACES, "대구에서 3명이 다쳤다."),
        (_PLACES, "Three people were hurt in Daegu."),
        (_PLACES, "Five people were hurt in Busan and three in Daegu."),
        ("Revenue was $5m and profit $1m.", "Profit was $5m."),
        ("Revenue was $5m and profit $1m.", "이익은 500만 달러였다."),
        ("매출은 5억 원, 이익은 1억 원이었다.", "Profit was 500 million won."),
        (_SCORES, "Lindqvist scored 12 points."),
        (_SHARES, "Cheongram County holds 34% of it."),
        ("Sales came to $1m in bakeries and $5m in restaurants.", "Sales came to $5m in bakeries."),
        ("3명이 숨지고 5명이 다쳤다.", "Five people died."),
        ("The blast killed three people and injured five people.", "폭발로 다섯 명이 숨졌다."),
        (_JAIL, "The jail has 300 people on a list of notorious criminals."),
    ],
)
def test_a_figure_of_another_thing_falls(source: str, claim: str) -> None:
    assert _problems(claim, source)


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        (_SHOPS, "Bakery sales rose 3.1% in May."),
        (_SHOPS, "Restaurants made 5.4% less."),
        (_SHOPS, "음식점 이익은 5.4% 줄었다."),
        (_SHOPS_KO, "Profit at restaurants fell 5.4%, while bakery sales rose 3.1%."),
        (_PLACES, "Three people were hurt in Busan."),
        (_PLACES, "Five people were hurt in Daegu and three in Busan."),
        ("Revenue was $5m and profit $1m.", "매출은 500만 달러, 이익은 100만 달러였다."),
        (_SCORES, "Novak scored 12 points."),
        (_SCORES, "Lindqvist scored 9 points."),
        (_SHARES, "Cheongram County holds 15% of it."),
        (_JAIL, "The jail holds more than 300 prisoners, including notorious criminals."),
        (_JAIL, "Including some notorious criminals, the jail holds more than 300 people."),
        (_VOTE, "Nine members voted in favour, 12 against, and two abstained."),
        # A clause without a subject goes on with the one ahead of it.
        ("Bakery groups saw sales rise 2.7% in July and 3.1% in August.", "Bakery sales rose 3.1% in August."),
        ("Profit rose from $1m in spring to $5m in autumn.", "Profit was $5m."),
        ("매출은 국내에서 5억 원, 해외에서 6억 원이었다.", "매출은 6억 원이었다."),
        # No border stands between the two: what lies there may be of either.
        (
            "시장은 하루 승객이 40명에 못 미치는 노선이 9개라고 밝혔다.",
            "Nine routes carry fewer than 40 passengers a day.",
        ),
        # Who stands for somebody may be the other one.
        ("Hanul Foods had sales of $5m, and the company made a profit of $1m.", "Hanul Foods made $1m."),
        # What is corrected owns nothing.
        (
            "Profit was 324 million won, not the 342 million it had reported.",
            "이익은 3억 4200만 원이 아니라 3억 2400만 원이었다.",
        ),
        ("Revenue was $5m and profit $1m respectively.", "Profit was $5m."),  # shared out in an order of its own
        ("The bakery sold 40 loaves.", "The restaurant sold 40 loaves."),  # only one figure: nothing to tell by
        # The figure stands twice: either may be meant.
        ("Revenue was $5m, profit $5m and debt $1m.", "Debt was $5m."),
    ],
)
def test_a_figure_of_its_own_thing_stands(source: str, claim: str) -> None:
    assert not _problems(claim, source)


def test_it_says_whose_the_figure_is() -> None:
    assert _problems("Profit at restaurants fell 3.1%.", _SHOPS_KO) == ["3.1%: 빵집 매출"]


def test_without_a_word_list_only_dates_tell() -> None:
    def problems(claim: str, source: str) -> list[str]:
        return [problem.detail for problem in misgiven(claim, "en", evidence(source), Aliases(), None)]

    assert not problems("Profit was $5m.", "Revenue was $5m and profit $1m.")
    assert problems("Sales rose 5% in May.", "Sales rose 3% in May and 5% in June.") == ["5%: June, not May"]
