"""Which way things go, in either language."""

import pytest

from app.comparisons import misjudged, turned
from app.direction import reversed_in
from app.negation import clauses
from app.order import disordered
from app.swapped import swapped


def first(part, texts):
    return 0


def sharing(part, texts):
    """The text that shares most words with `part`."""
    words = set(part.lower().split())
    shared = [len(words & set(text.lower().split())) for text in texts]
    return shared.index(max(shared))


def reverses(claim: str, language: str, source: str, written_in: str, spoken_of=first) -> str | None:
    return reversed_in(clauses(claim, language), language, clauses(source, written_in), written_in, spoken_of)


@pytest.mark.parametrize(
    ("claim", "language", "source", "written_in"),
    [
        ("Shares rose 3%.", "en", "Shares fell 3%.", "en"),
        ("Exports rose 3%.", "en", "Imports rose 3%.", "en"),
        ("The hotel was thrown out.", "en", "The council waved the hotel through.", "en"),
        ("The town is a net exporter.", "en", "마을은 순수입국이 됐다.", "ko"),
        ("They were beaten 2-1.", "en", "They beat the visitors 2-1.", "en"),
        ("The court kept the ban on nets by upholding it.", "en", "The court struck down the ban on nets.", "en"),
        ("열차가 더 뜸하게 다닌다.", "ko", "열차가 더 자주 다닌다.", "ko"),
        ("심리는 공개로 열렸다.", "ko", "심리는 비공개로 열렸다.", "ko"),
        ("Rents rose 3%.", "en", "집세가 3% 내렸다.", "ko"),
        ("주가가 3% 올랐다.", "ko", "Shares fell 3%.", "en"),
        ("집세는 떨어졌다.", "ko", "집세가 오를 것으로 보인다.", "ko"),
        ("의회는 예산안을 부결했다.", "ko", "의회는 예산안을 가결했다.", "ko"),
        ("The council rejected the plan.", "en", "The council voted 8 to 5 to build the wall.", "en"),
        ("The team lost the final.", "en", "팀은 결승에서 이겼다.", "ko"),
        ("More than 50 people came.", "en", "50명에 못 미치는 사람이 왔다.", "ko"),
        ("The prices did not rise.", "en", "값이 올랐다.", "ko"),
        ("The opening was brought forward.", "en", "개장을 미루기로 했다.", "ko"),
        ("She joined the firm.", "en", "그는 회사를 그만뒀다.", "ko"),
        ("The firm hired 30 workers.", "en", "회사는 노동자 30명을 해고했다.", "ko"),
        ("He arrived in Japan.", "en", "그는 일본을 떠났다.", "ko"),
        ("The bridge opens in May.", "en", "다리는 5월에 문을 닫는다.", "ko"),
        ("선장은 절도를 부인했다.", "ko", "The captain confessed to the theft.", "en"),
        ("손님은 50명 이상이었다.", "ko", "Fewer than 50 guests came.", "en"),
        ("The mayor was re-elected.", "en", "시장은 선거에서 패배했다.", "ko"),
        ("The council voted 8 to 5 to build a wall.", "en", "The council voted 8 to 5 against building a wall.", "en"),
        ("Fares would be above those of last year.", "en", "Fares would be below those of last year.", "en"),
        ("폭풍으로 사망자도 나왔다.", "ko", "In the storm, 20 people left home; nobody was killed.", "en"),
        ("쌀 소비증가가 두드러졌다.", "ko", "The consumption of rice fell.", "en"),
        ("The council kept the ban on nets.", "en", "The council lifted the ban on nets.", "en"),
        ("구청은 골목의 통행을 통제했다.", "ko", "구청은 골목의 통행 통제를 풀었다.", "ko"),
        ("오르던 집세가 내렸다.", "ko", "내리던 집세가 올랐다.", "ko"),
        ("Silver hit a ten-week high.", "en", "Silver eased to a ten-week low.", "en"),
        ("The lake was above its usual level.", "en", "The lake was below its usual level.", "en"),
        ("The club's shares gained 4%.", "en", "The club's shares lost 4%.", "en"),
        ("The watchdog blocked the sale of the mill.", "en", "The watchdog cleared the sale of the mill.", "en"),
        ("The firm ended its lease on the hall.", "en", "The firm extended its lease on the hall until May.", "en"),
        ("1월에는 눈이 예년보다 적게 내렸다.", "ko", "1월에는 눈이 예년보다 많이 내렸다.", "ko"),
        ("수문은 좁혔다.", "ko", "The lock was widened.", "en"),
        ("They won the case.", "en", "They failed to win the case.", "en"),
        ("The bank raised its forecast to 40.", "en", "The bank left its forecast at 40.", "en"),
        ("가게는 값을 3% 낮춰 잡았다.", "ko", "가게는 값을 3%로 유지했다.", "ko"),
        ("The levy takes $90 a year off the rent.", "en", "The levy adds $90 a year to the rent.", "en"),
        ("Repairs will take less than two weeks.", "en", "Repairs will take at least two weeks.", "en"),
        ("시장은 조건을 풀어 줬다.", "ko", "시장은 조건을 달았다.", "ko"),
        ("The firm will break its loan agreements.", "en", "회사는 대출 약속을 지킬 수 있게 됐다.", "ko"),
        ("선장은 표결 결과에 대해 자리를 지켰다.", "ko", "The captain resigned over the result of the vote.", "en"),
    ],
)
def test_the_other_way_round(claim: str, language: str, source: str, written_in: str) -> None:
    assert reverses(claim, language, source, written_in)


@pytest.mark.parametrize(
    ("claim", "language", "source", "written_in"),
    [
        ("Shares rose 3%.", "en", "Shares climbed 3%.", "en"),
        ("Rents fell.", "en", "집세가 내렸다.", "ko"),
        ("11 routes carry fewer than 50 people.", "en", "50명에 못 미치는 노선이 11개다.", "ko"),
        ("They were defeated.", "en", "They lost 2-1.", "en"),
        ("They defeated the visitors.", "en", "They beat the visitors.", "en"),
        ("The trade in nets was laid off.", "en", "Nets are laid down.", "en"),
        ("선장은 출국이 금지됐다.", "ko", "The captain has been barred from leaving.", "en"),
        ("이 조사는 더 많은 지지를 보여 준다.", "ko", "The poll showed more support.", "en"),
        ("The council shot the plan down.", "en", "계획은 부결됐다.", "ko"),
        ("Prices stayed as they were.", "en", "Prices fell in May.", "en"),
        ("Nets are allowed again.", "en", "The ban on nets has been lifted.", "en"),
        ("그물이 다시 허용됐다.", "ko", "그물 금지 조치가 해제됐다.", "ko"),
        ("Nets are allowed.", "en", "The town no longer bans nets.", "en"),
        ("눈이 많이 내렸다.", "ko", "More snow fell, and roads were closed.", "en"),
        ("사고가 줄었다.", "ko", "사고가 크게 줄었다.", "ko"),
        ("They lost the case.", "en", "They failed to win the case.", "en"),
        (
            "The opening 20 minutes were dull.",
            "en",
            "The first 20 minutes were dull for the side that finished third.",
            "en",
        ),
        ("He declined to comment.", "en", "그는 늘어난 비용에 대해 말하지 않았다.", "ko"),
        (
            "It lies 40 km from the city, where activity increased.",
            "en",
            "도시에서 40km 떨어진 곳에서 활동이 늘었다.",
            "ko",
        ),
        ("The captain is not allowed to go.", "en", "The captain is barred from going.", "en"),
        # Each says something of another thing.
        ("The ferry carried more cars.", "en", "섬 박물관에는 손님보다 그림이 적었다.", "ko"),
        ("She joined a rival firm.", "en", "그는 회사를 그만두고 경쟁사로 갔다.", "ko"),
        ("He left the hospital.", "en", "그는 병원에서 나와 집으로 돌아왔다.", "ko"),
        ("He fled to Japan.", "en", "그는 일본에 도착했다.", "ko"),
        ("그는 일본으로 떠났다.", "ko", "He arrived in Japan.", "en"),
        ("The bridge will stay closed until May.", "en", "다리는 5월에 다시 열린다.", "ko"),
        # A word of many meanings says no way.
        ("The dispute began in May.", "en", "분쟁은 5월에 시작된 것으로 확인됐다.", "ko"),
        ("The opposition leader came to Halden.", "en", "야당 대표가 할덴에서 지지를 호소했다.", "ko"),
        ("A fire broke out at the mill.", "en", "신입 직원을 뽑은 제분소에서 불이 났다.", "ko"),
        ("The firm fired a rocket.", "en", "회사는 로켓 연구원을 뽑았다.", "ko"),
        ("A blast killed two sailors.", "en", "시장은 폭발로 숨진 선원 2명을 기렸다.", "ko"),
        ("There are five days left.", "en", "닷새가 남았다.", "ko"),
        ("The board raised serious concerns about sales.", "en", "이사회는 매출 감소에 우려를 나타냈다.", "ko"),
        ("The sale of boats went well this fall.", "en", "올가을 배 판매가 늘었다.", "ko"),
        ("The ferry firm paid 3 million won.", "en", "여객선 회사는 재판에 져 300만 원을 냈다.", "ko"),
        ("The quay firm lost money over the weekend.", "en", "부두 회사 손님은 50명 미만이었다.", "ko"),
        ("Halden played against Born.", "en", "할덴은 보른과 경기를 하기로 합의했다.", "ko"),
        ("선장의 부인이 부두를 찾았다.", "ko", "The captain confirmed his visit to the quay.", "en"),
        ("선장은 늘 요금에 신경을 썼다.", "ko", "The captain cares about the falling fares.", "en"),
        ("시는 요금에 대해 결정을 내렸다.", "ko", "The city made a decision on the rise in fares.", "en"),
        ("가수가 무대에 올라 요금을 말했다.", "ko", "The singer spoke of the drop in fares on the stage.", "en"),
        ("요금은 인상적이었다.", "ko", "The drop in fares was impressive.", "en"),
        ("선장이 사고의 책임을 졌다.", "ko", "The captain, who won the race, was responsible for the accident.", "en"),
        ("주민 300명이 백신을 맞았다.", "ko", "300 residents were vaccinated after false rumours.", "en"),
        ("선장의 수입이 컸다.", "ko", "The captain's income came from exports.", "en"),
        ("The temple is against letting visitors in.", "en", "The temple keeps visitors out.", "en"),
        ("길이 오랫동안 막혔다.", "ko", "트랙터가 길을 막았다.", "ko"),
        ("The bank raised rates to keep prices stable.", "en", "The bank raised rates, and left its goal at 2.", "en"),
        ("누구나 참가할 수 있다.", "ko", "Anyone can take part, though smoking is banned.", "en"),
    ],
)
def test_the_same_way_or_none(claim: str, language: str, source: str, written_in: str) -> None:
    assert reverses(claim, language, source, written_in) is None


def test_with_both_ways_in_the_source_the_clause_spoken_of_decides() -> None:
    source = "Sales of boats rose by a tenth, but rents in town fell for months."
    assert reverses("Sales of boats fell by a tenth.", "en", source, "en", sharing) == "fell"
    assert reverses("Sales of boats rose by a tenth.", "en", source, "en", sharing) is None


def test_a_change_is_not_turned_round() -> None:
    assert turned("It went from 7.5 to 8.6.", "en", "It went from 8.6 to 7.5.", "en")
    assert turned("요금은 1600원에서 1400원으로 바뀐다.", "ko", "The fare goes from 1,400 won to 1,600 won.", "en")
    assert turned("It went from 7.5 to 8.6.", "en", "7.5에서 8.6으로 늘었다.", "ko") is None


def test_what_is_compared_is_not_swapped() -> None:
    source = "시간보다 때가 중요했다."
    assert swapped("때보다 시간이 중요했다.", source, "ko")
    assert swapped("시간보다 때가 더 중요하다.", source, "ko") is None
    assert swapped("Price matters more than speed.", "Speed matters more than price.", "en")


@pytest.mark.parametrize(
    ("claim", "language", "source", "written_in", "found"),
    [
        ("He rang before the shop opened.", "en", "He rang two hours after the shop opened.", "en", True),
        ("가게가 문을 연 뒤에 그가 전화했다.", "ko", "He called before the shop opened.", "en", True),
        ("The shop opened after he rang.", "en", "He rang before the shop opened.", "en", False),
        ("He rang prior to the shop opening.", "en", "He rang before the shop opened.", "en", False),
        ("Ahead of the meeting, the bank raised rates.", "en", "After the meeting, the bank raised rates.", "en", True),
        ("은행은 회의에 앞서 금리를 올렸다.", "ko", "After the meeting, the bank raised rates.", "en", True),
        ("After the bank closed, the shop opened.", "en", "The bank closed after the shop opened.", "en", True),
        ("Before the bank closed, the shop opened.", "en", "The bank closed after the shop opened.", "en", False),
        ("He quit after the row broke out.", "en", "He quit before the report on the row came out.", "en", False),
        (
            "경찰은 사고 뒤 선장을 붙잡았다.",
            "ko",
            "Police held the captain before the crash report was filed.",
            "en",
            False,
        ),
        ("할덴은 보른에 앞서 1위에 올랐다.", "ko", "Born came in after Halden.", "en", False),
        ("Prices rose after the war began.", "en", "Prices rose before the war ended.", "en", False),
        ("The choir moved from the church to the school.", "en", "합창단은 학교에서 교회로 옮겼다.", "ko", True),
        ("The choir moved from the school to the church.", "en", "합창단은 학교에서 교회로 옮겼다.", "ko", False),
        ("회사는 항구에서 공항으로 옮겼다.", "ko", "회사는 공항에서 항구로 옮겼다.", "ko", True),
    ],
)
def test_what_comes_before_does_not_come_after(claim, language, source, written_in, found) -> None:
    assert bool(disordered(claim, language, source, written_in)) == found


def test_what_is_said_to_be_more_is_more_by_the_figures_of_the_source() -> None:
    source = "The pool had 40 visitors a day in May, against 65 visitors in June."
    assert misjudged("The pool had more visitors in May than in June.", "en", source, "en")
    assert misjudged("The pool had more visitors in June than in May.", "en", source, "en") is None
    assert misjudged("5월보다 6월에 적었다.", "ko", source, "en")
