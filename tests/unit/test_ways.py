"""What is compared, counted or corrected, and whether a claim turns it round."""

import pytest

from app.ways import turned_ways
from ingest.language import detect
from ingest.names import Aliases
from tests.unit.evidence import evidence

TURNED = [
    # Who does it to whom, whatever nouns they are.
    ("노조가 회사를 고소했다.", "회사는 9일 회견을 열고 노조를 고소했다고 밝혔다."),
    ("바른 오터스가 들내 헤론스를 4-1로 눌렀다.", "배구 들내 헤론스가 3일 바른 오터스를 4-1로 꺾고 선두에 올랐다."),
    ("야당이 여당을 비판했다.", "여당은 이날 논평에서 야당을 비판했다."),
    ("병원이 보험사에 앞서 환자에게 돈을 줬고 환자가 의사를 도왔다.", "의사가 밤새 환자를 도왔다."),
    ("학교가 마을에게 땅을 빌려줬고 마을이 학교를 칭찬했다.", "학교가 마을을 칭찬했다."),
    # A figure that is denied.
    ("The mill lost 14 million euros.", "The mill lost 9 million euros, not the 14 million euros it reported in May."),
    ("The harbour raised its toll income from $31 million to $44 million.",
     "Toll income was $31 million, not the $44 million the harbour announced last week."),
    ("제분소의 손실은 140억 원이다.", "제분소의 손실은 140억 원이 아니라 90억 원이다."),
    ("방앗간은 손실이 1400만 유로라고 밝혔다.",
     "The mill lost 9 million euros, not the 14 million euros it reported in May."),
    # Of two figures the greater and the less.
    ("할덴이 받는 지원금은 노르스타보다 적다.", "Halden receive 2.5 million euros and Norsta 1.1 million."),
    ("Norsta get more than Halden.", "Halden receive 2.5 million euros and Norsta 1.1 million."),
    ("Norsta's prize is larger than that of Halden.", "할덴은 250만 유로를, 노르스타는 110만 유로를 받는다."),
    ("The pike was heavier than the carp.", "The carp weighed 11 kg, and the pike 7 kg."),
    # Most and few.
    ("Most of the residents supported the bridge.", "조사에서 주민의 61.2%가 다리에 반대했고 30.4%가 찬성했다."),
    ("Most of those asked supported the bridge.", "시가 주민 840명에게 물은 결과 61.2%가 다리에 반대했고 30.4%가 찬성했다."),
    ("주민 대다수가 다리에 찬성했다.", "Some 61% of residents opposed the bridge, and 30% supported it."),
    ("과반이 다리에 반대했다.", "주민의 61%가 다리에 찬성했고 30%가 반대했다."),
    ("A minority of residents backed the bridge.", "주민의 61%가 다리에 찬성했고 30%가 반대했다."),
    ("Most workers at the mill have a contract.", "A third of workers at the mill have a contract."),
    ("Fewer than half of the boats are insured.", "In all, 70% of the boats are insured."),
    # By how much, and the most by so much.
    ("The hull is 300 years younger than the oldest in the bay.", "It is the oldest hull in the bay by more than 300 years."),
    ("The tower is 40 metres shorter than the next one.", "The tower is the longest by 40 metres."),
    ("The mayor is 12 years older than her rival.", "The mayor is 12 years younger than her rival."),
    # With it and without it.
    ("중도에 포기한 사람은 약을 쓰지 않은 쪽이 쓴 쪽보다 두 배 많았다.", "Twice as many people gave up with the drug as without it."),
    ("Fewer children fell ill with the lamp than without it.", "Fewer children fell ill without the lamp than with it."),
    ("약을 쓴 쪽이 쓰지 않은 쪽보다 결석이 적었다.", "약을 쓰지 않은 쪽이 쓴 쪽보다 결석이 적었다."),
    ("Those who did not walk lost more weight than those who did.", "Those who walked lost more weight than those who did not."),
    # Which of two sides is held against which.
    ("Twice as many women as men applied.", "Twice as many men as women applied."),
    ("남성 지원자가 여성 지원자보다 두 배 많았다.", "Twice as many women as men applied."),
    ("올강은 타네강보다 길다.", "올강은 길이가 84km, 타네강은 130km다."),
    # More than what?
    ("The harbour has put aside more than the fishermen demand.",
     "The fishermen demand money from the harbour, which has put aside 21 billion won."),
    ("항만이 마련한 돈은 어민들의 요구보다 많다.", "The fishermen want money, and the harbour has set aside $4 million for them."),
    ("The new ferry is longer than the old ferry.", "The new ferry replaces the old ferry in May."),
]  # fmt: skip

FAITHFUL = [
    ("회사가 노조를 고소했다.", "회사는 9일 회견을 열고 노조를 고소했다고 밝혔다."),
    ("들내 헤론스가 바른 오터스를 물리쳤다.", "배구 들내 헤론스가 3일 바른 오터스를 4-1로 꺾고 선두에 올랐다."),
    ("바른 오터스가 들내 헤론스에 졌다.", "배구 들내 헤론스가 3일 바른 오터스를 4-1로 꺾고 선두에 올랐다."),
    ("여당이 야당을 비판했다.", "여당은 이날 논평에서 야당을 비판했다."),
    ("총리가 대사를 만났다.", "대사가 총리를 만났다."),
    ("의회가 교사를 지지했다.", "교사를 지지한 의회가 학교를 늘렸다."),
    ("노조가 회사에게 고소당했다.", "회사가 노조를 고소했다."),
    ("The mill lost 9 million euros.", "The mill lost 9 million euros, not the 14 million euros it reported in May."),
    ("The mill first reported a loss of 14 million euros.",
     "The mill lost 9 million euros, not the 14 million euros it reported in May."),
    ("제분소는 손실을 140억 원에서 90억 원으로 바로잡았다.", "제분소의 손실은 140억 원이 아니라 90억 원이다."),
    ("The mill sells to 30 towns.", "The mill sells not only to 30 towns but to 12 ports."),
    ("노르스타가 받는 지원금은 할덴보다 적다.", "Halden receive 2.5 million euros and Norsta 1.1 million."),
    ("Halden get more than Norsta.", "할덴은 250만 유로를, 노르스타는 110만 유로를 받는다."),
    ("The carp was heavier than the pike.", "The carp weighed 11 kg, and the pike 7 kg."),
    ("Most of the residents opposed the bridge.", "조사에서 주민의 61.2%가 다리에 반대했고 30.4%가 찬성했다."),
    ("A minority of residents backed the bridge.", "Some 61% of residents opposed the bridge, and 30% supported it."),
    ("주민 대다수가 다리에 찬성했다.", "주민의 61%가 다리에 찬성했고 30%가 반대했다."),
    ("Most workers at the mill have no contract.", "A third of workers at the mill have a contract."),
    ("Most of the boats are insured.", "In all, 70% of the boats are insured."),
    ("Most of the money went to schools.", "About 5% of the money went to parks, the rest to schools."),
    ("Most of the rise came from fuel.", "Costs rose by 12%, largely because of fuel."),
    ("대부분의 주민이 남았다.", "주민의 20%가 마을을 떠났다."),
    ("It is the most expensive boat in town.", "The boat costs 30% more than any other."),
    ("The hull is more than 300 years older than any other in the bay.",
     "It is the oldest hull in the bay by more than 300 years."),
    ("The tower is 40 metres longer than the next one.", "The tower is the longest by 40 metres."),
    ("The rival is 12 years older.", "The mayor is 12 years her rival's junior."),
    ("중도에 포기한 사람은 약을 쓴 쪽이 쓰지 않은 쪽보다 두 배 많았다.", "Twice as many people gave up with the drug as without it."),
    ("More children fell ill without the lamp than with it.", "Fewer children fell ill with the lamp than without it."),
    ("약을 쓴 쪽이 쓰지 않은 쪽보다 결석이 많았다.", "약을 쓰지 않은 쪽이 쓴 쪽보다 결석이 적었다."),
    ("Gales as strong as that of November were not looked at, she said.",
     "The study did not examine gales as strong as the one in November."),
    ("Boats that had no lamp sank more often than those with one.",
     "Boats that did not have a lamp sank more often than those that had."),
    ("The harbour has put aside more than the fishermen demand.",
     "The money that the harbour has put aside exceeds what the fishermen demand."),
    ("항만이 마련한 돈은 어민들의 요구보다 많다.", "항만이 마련한 돈은 어민들의 요구를 웃돈다."),
    ("Sales in the north were higher than in the south.", "Sales in the north were double those in the south."),
    ("The lake is deeper and larger than the pond.", "The lake is 40 metres deep, and the pond 3 metres."),
    ("Ticket prices are higher than last year.", "Ticket prices have gone up since last spring."),
    ("타네강은 올강보다 길다.", "올강은 길이가 84km, 타네강은 130km다."),
    ("The new pier is 12 metres longer.", "The old pier is 12 metres shorter than the new one."),
    ("The new pier is 12 metres longer than the old one.", "The old pier is 12 metres shorter than the new one."),
    ("동쪽 부두가 서쪽 부두보다 12m 더 길다.", "서쪽 부두는 동쪽 부두보다 12m 더 짧다."),
    ("More people live in Halden than in Moss.",
     "Halden's 31,000 residents make it the second-largest town after Ornby; Moss has 30,000."),
    ("Halden scored more than Norsta.", "Halden won 3-1 against Norsta."),
    ("기차는 버스보다 빠르다.", "버스로 두 시간, 기차로 한 시간이 걸린다."),
]  # fmt: skip


def problems(claim: str, source: str) -> list[str]:
    return [problem.detail for problem in turned_ways(claim, detect(claim), evidence(source), Aliases())]


@pytest.mark.parametrize(("claim", "source"), TURNED)
def test_what_is_turned_round_is_told(claim: str, source: str) -> None:
    assert problems(claim, source)


@pytest.mark.parametrize(("claim", "source"), FAITHFUL)
def test_what_is_said_in_other_words_is_left_alone(claim: str, source: str) -> None:
    assert problems(claim, source) == []
