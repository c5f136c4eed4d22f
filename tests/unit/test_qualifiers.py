"""A narrowing word of a claim must have something to rest on in its source."""

import pytest

from app.qualifiers import added_qualifier, is_ranked
from ingest.records import Language

SUPERLATIVES = [
    # A word that nothing there bears out.
    (
        "Mara, Iko and Ben baked the most loaves in town.",
        "en",
        "Mara, Iko and Ben have baked with care.",
        "en",
        "the most",
    ),
    ("The largest mill stands in Orrin.", "en", "A mill stands in Orrin.", "en", "The largest"),
    ("It is the region's oldest mill.", "en", "오린에는 방앗간이 있다.", "ko", "region's oldest"),
    ("The worst flood came in May.", "en", "A flood came in May.", "en", "The worst"),
    ("It was the best choir, the judges said.", "en", "심사위원들은 합창단을 칭찬했다.", "ko", "the best"),
    (
        "Orrin has the second-largest mill.",
        "en",
        "Orrin has a mill of interest to honest guests.",
        "en",
        "the second-largest",
    ),
    ("오린에서 가장 많은 빵을 구웠다.", "ko", "오린에서 정성껏 빵을 구웠다.", "ko", "가장"),
    ("오린에서 제일 큰 방앗간이다.", "ko", "It is a mill in Orrin.", "en", "제일"),
    ("마라는 최다 득점을 올렸다.", "ko", "Mara scored with skill.", "en", "최다"),
    ("오린의 방앗간은 국내 최대 규모다.", "ko", "오린에는 최근 최신 방앗간이 들어섰다.", "ko", "국내 최대"),
    ("마라는 이 방앗간의 최대 주주다.", "ko", "Mara holds shares in the mill.", "en", "최대"),
    ("마라는 역대 최연소 제빵사다.", "ko", "마라는 열아홉 살 제빵사다.", "ko", "역대 최연소"),
    ("The mill paid the most.", "en", "The mill paid at least 40 crowns, at most 60.", "en", "the most"),
    ("오린에서 가장 싼 빵이다.", "ko", "빵은 최소 3천 원이다.", "ko", "가장"),
    ("The largest oven is here.", "en", "두 오븐은 각각 20kg과 30kg을 굽는다.", "ko", "The largest"),
    # No degree is meant.
    ("가장 최근 조사에서 앞섰다.", "ko", "A recent survey has her ahead.", "en", None),
    ("마라는 최우수상을 받았다.", "ko", "Mara won the grand prize.", "en", None),
    ("The worst is over, Mara said.", "en", "마라는 고비를 넘겼다고 말했다.", "ko", None),
    ("낮 최고기온은 32도다.", "ko", "Temperatures are expected to reach 32 degrees.", "en", None),
    ("최다빈 선수가 입장했다.", "ko", "The skater came in.", "en", None),
    ("일자리를 잃은 가장 김모 씨가 왔다.", "ko", "A father who had lost his job came.", "en", None),
    ("The most likely cause was a short circuit.", "en", "누전이 원인으로 보인다.", "ko", None),
    ("He has done his best.", "en", "그는 애를 썼다.", "ko", None),
    ("Its largest mill stands in Orrin.", "en", "A mill stands in Orrin.", "en", "Its largest"),
    # Up to so much, however it is written.
    ("수당은 최대 월 30만원이다.", "ko", "The allowance is up to 300,000 won a month.", "en", None),
    ("최소 이틀이 걸린다.", "ko", "It takes at least two days.", "en", None),
    ("최고 징역 10년에 처한다.", "ko", "It carries up to 10 years in prison.", "en", None),
    ("관객 최대 백 명이 든다.", "ko", "It seats up to a hundred.", "en", None),
    ("배당금은 최대 £ 500입니다.", "ko", "Dividends are £500.", "en", None),
    ("직원들은 최대 연간 500파운드를 받는다.", "ko", "Employees get £500 a year.", "en", None),
    # Said there in other words, in either language.
    ("Orrin has the tallest tower.", "en", "No other tower is as high as the one in Orrin.", "en", None),
    ("Mara scored the most points.", "en", "Mara tops the list of scorers.", "en", None),
    ("Mara scored the most points.", "en", "마라가 득점 선두다.", "ko", None),
    ("Mara scored the most points.", "en", "마라는 득점 1위에 올랐다.", "ko", None),
    ("It was the highest price yet.", "en", "값이 사상 최고를 기록했다.", "ko", None),
    ("값이 역대 최고를 기록했다.", "ko", "Prices rose as never before.", "en", None),
    (
        "마라는 누구보다 많은 빵을 구웠고, 가장 많은 상을 받았다.",
        "ko",
        "Mara won more prizes than any baker.",
        "en",
        None,
    ),
    ("관객이 가장 많았다.", "ko", "The crowd was a record.", "en", None),
    ("마라는 그 집 장남으로, 최연소 시장이다.", "ko", "He is the youngest mayor.", "en", None),
    ("It is the fastest mill.", "en", "이보다 더 빠른 방앗간은 없다.", "ko", None),
    ("빵이 가장 많이 팔릴 때는 5월이다.", "ko", "Sales of bread peak in May.", "en", None),
    # Seen from the figures that stand there.
    ("Mara baked the most loaves.", "en", "Mara baked 90 loaves, Iko 60 loaves and Ben 30 loaves.", "en", None),
    # No superlatives.
    ("Most of the people baked, mostly at night.", "en", "The people baked at night.", "en", None),
    ("Almost 40 mills took an interest in the harvest.", "en", "Some 40 mills asked about the crop.", "en", None),
    ("At least 40 loaves burned, and at most 60.", "en", "Between 40 and 60 loaves burned.", "en", None),
    ("At best the mill will open in May.", "en", "The mill may open in May.", "en", None),
    ("The latest request came from the west.", "en", "A request came from the West Bank.", "en", None),
    ("최근 최신 방앗간이 최종 승인을 받았다.", "ko", "The new mill has been approved.", "en", None),
    ("최소 3명이 최대 500파운드를 냈다.", "ko", "Three people or more paid up to 500 pounds.", "en", None),
    ("오린의 최고경영자는 최대한 서두르겠다고 했다.", "ko", "The head of Orrin said he would hurry.", "en", None),
    ("제빵사들은 최소한 하루를 쉰다.", "ko", "Bakers rest for a day or more.", "en", None),
    ("이것은 최악의 빵이다.", "ko", "The bread was dry.", "en", "최악"),
    ("최상목 제빵사가 오린에 왔다.", "ko", "The baker came to Orrin.", "en", None),
    ("The mill opens in May at the earliest.", "en", "방앗간은 이르면 5월에 문을 연다.", "ko", None),
    ("탑은 최고 41m까지 올라간다.", "ko", "The tower rises to 41 metres.", "en", None),
    ("The highest tower has 41 metres.", "en", "탑은 최고 41m다.", "ko", None),
    ("마라는 광대로 가장하고 나타났다.", "ko", "Mara came dressed as a clown.", "en", None),
]

COMPASS = [
    ("오린 동부 지역에 방앗간이 있다.", "ko", "Mills; Orrin; and Dell grew most of all.", "en", "동부"),
    ("The mills of eastern Orrin burned.", "en", "The mills of Orrin burned.", "en", "eastern"),
    ("The mills north of Orrin burned.", "en", "오린 근처 방앗간이 탔다.", "ko", "north"),
    ("오린 남쪽에 비가 왔다.", "ko", "오린 북쪽에 비가 왔다.", "ko", "남쪽"),
    ("A road leads to western Orrin.", "en", "A road leads from the east of Orrin.", "en", "western"),
    ("Rain fell in central Orrin.", "en", "Rain fell in Orrin.", "en", "central"),
    ("오린 중부에 비가 왔다.", "ko", "Rain fell in Orrin.", "en", "중부"),
    ("오린 북서부에 비가 왔다.", "ko", "Rain fell in the south of Orrin.", "en", "북서부"),
    # Any word of the direction will do.
    ("오린 동부에 비가 왔다.", "ko", "Rain fell on the East Coast.", "en", None),
    ("Rain fell in the eastern part of Orrin.", "en", "오린 동쪽에 비가 왔다.", "ko", None),
    ("Rain fell in the south.", "en", "동남아시아에 비가 왔다.", "ko", None),
    ("오린 서쪽에 비가 왔다.", "ko", "Rain fell in northwest Orrin.", "en", None),
    ("Rain fell in southeastern Orrin.", "en", "오린 남동부에 비가 왔다.", "ko", None),
    ("Rain fell in central Orrin.", "en", "오린 도심에 비가 왔다.", "ko", None),
    # Names, and words that are of no region.
    ("North Korea and West Virginia signed.", "en", "두 곳이 서명했다.", "ko", None),
    ("북한과 중동, 웨스트버지니아가 서명했다.", "ko", "All of them signed.", "en", None),
    ("The central bank and western countries agreed.", "en", "The bank agreed with its allies.", "en", None),
    ("남부럽지 않은 빵이다.", "ko", "The bread is good.", "en", None),
]


@pytest.mark.parametrize(("claim", "language", "source", "written_in", "word"), SUPERLATIVES)
def test_superlatives(claim: str, language: str, source: str, written_in: str, word: str | None) -> None:
    assert added_qualifier(claim, language, source, written_in) == word


@pytest.mark.parametrize(("claim", "language", "source", "written_in", "word"), COMPASS)
def test_compass_words(claim: str, language: str, source: str, written_in: str, word: str | None) -> None:
    assert added_qualifier(claim, language, source, written_in) == word


@pytest.mark.parametrize(
    ("question", "language", "source", "written_in", "ranked"),
    [
        ("Who baked the most loaves?", "en", "Mara baked loaves.", "en", False),
        ("Who baked the most loaves?", "en", "Mara baked more loaves than anyone.", "en", True),
        ("누가 가장 많은 빵을 구웠나?", "ko", "Mara baked loaves.", "en", False),
        ("Who is the oldest baker?", "en", "마라는 빵을 굽는다.", "ko", False),
        ("What is the highest fine?", "en", "Fines of up to $500 are due.", "en", True),  # a bound
        ("최대 벌금은 얼마인가?", "ko", "벌금은 3000만원이다.", "ko", True),
        ("최고 형량은 얼마인가?", "ko", "5년 이하의 징역에 처한다.", "ko", True),
        ("가장 큰 문제는 무엇인가?", "ko", "예산이 문제다.", "ko", True),  # an opinion
        ("Who is Anna's youngest son?", "en", "Her son Peter is 3.", "en", True),
        ("Who baked loaves in the east?", "en", "Mara baked loaves.", "en", True),
    ],
)
def test_a_question_for_the_most_wants_a_ranking(
    question: str, language: Language, source: str, written_in: Language, ranked: bool
) -> None:
    assert is_ranked(question, language, source, written_in) == ranked
