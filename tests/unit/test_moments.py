"""Ways of saying when that are no date."""

import pytest

from app.moments import tells_when

ENGLISH = (
    "It will reopen in the coming weeks.",
    "The bridge will open within two years.",
    "It opens at the end of the century.",
    "The fish may be gone until the end of the century.",
    "The work ends this century.",
    "They met before dawn.",
    "Police arrived shortly before dawn.",
    "The shop closed last season.",
    "The deal was signed late last year.",
    "She left the day before.",
    "He died a week later.",
    "The first ship sailed months ago.",
    "The rain stopped overnight.",
    "They married in the spring.",
    "The ferry sinks in winter.",
    "It was built in the Middle Ages.",
    "It was founded in 1066.",
    "It fell in 476 AD.",
    "The fair is held every two years.",
    "The goal came in the 89th minute.",
    "She began to skate at the age of six.",
    "He learned it as a child.",
    "It closed during the pandemic.",
    "It will close after the election.",
    "The train leaves tomorrow.",
    "It will be decided early next week.",
    "The vote comes later this month.",
    "The choir sings on Christmas Eve.",
    "The office moves over the next few months.",
    "It will be ready in two weeks' time.",
    "It happened the following day.",
    "Within days the town was empty.",
    "Overnight the river rose.",
    "It starts in the second half of the year.",
    "It opens in early summer.",
    "The shop shuts by the end of the day.",
    "It was unveiled on Independence Day.",
    "The fair opens on Green River Day.",
    "The road is mended every summer.",
    "The vote is held every other week.",
)
NOT_ENGLISH = (
    "The bridge cost 3 million dollars.",
    "The work took three years.",
    "She has lived here for ten years.",
    "The mayor is now in Lisbon.",
    "The season ticket costs 40 dollars.",
    "He will soon be 40.",
    "The shop at the end of the street is closed.",
    "He worked nights at the dock.",
    "About 1400 people came.",
    "In 1200 homes the lights went out.",
    "The fall of Rome is her subject.",
    "The spring broke.",
    "The holiday cottage is small.",
    "Today's youth read less.",
    "She has a summer house.",
    "The ferry is 20 years old.",
    "A morning paper wrote of it.",
    "The first half was dull.",
    "He is a fan of Green Day.",
    "Green Day played two songs, one of them by White Day.",
    "At the end of the day, it is money that counts.",
    "It is money that counts at the end of the day.",
    "Staff work every day and at night.",
)
KOREAN = (
    "공사는 다음 주 초에 끝난다.",
    "하반기에 문을 연다.",
    "내년까지 마무리된다.",
    "지난 시즌 우승했다.",
    "그날 밤 배가 떠났다.",
    "해수면은 이번 세기말까지 1m 오른다.",
    "이번 세기에 사라질 수 있다.",
    "어제 회담이 열렸다.",
    "그는 다음날 숨졌다.",
    "동트기 전 경찰이 들이닥쳤다.",
    "2년 안에 문을 연다.",
    "몇 주 안에 결정된다.",
    "사흘 뒤 배가 돌아왔다.",
    "경기 직후 발표했다.",
    "그는 열두 살 때 스케이트를 시작했다.",
    "어린 시절 부산으로 이사했다.",
    "봄에 결혼했다.",
    "지난여름 문을 닫았다.",
    "매년 축제가 열린다.",
    "4년마다 열린다.",
    "후반 37분 골이 터졌다.",
    "추석 연휴에 문을 닫는다.",
    "연말까지 공사가 이어진다.",
    "이듬해 은퇴했다.",
    "조선 시대에 지어졌다.",
    "기원전 300년에 세워졌다.",
    "새벽에 불이 났다.",
    "이날 오후 배가 들어왔다.",
    "오는 주말 열린다.",
    "올겨울 문을 닫는다.",
    "한밤중에 지진이 났다.",
    "전쟁 중에 지어졌다.",
    "팬데믹 기간에 문을 닫았다.",
    "이달 말 시작한다.",
    "조만간 발표한다.",
    "전날의 화재로 문을 닫았다.",
    "공연은 오늘 열린다.",
)
NOT_KOREAN = (
    "공사는 3년 걸렸다.",
    "다리는 560만 달러가 들었다.",
    "그는 12년 동안 일했다.",
    "최근 값이 올랐다.",
    "이날 시장은 계획을 밝혔다.",
    "당시 대통령은 그였다.",
    "밤값이 올랐다.",
    "아침 식사를 제공한다.",
    "주말농장을 운영한다.",
    "그는 지난 10년간 시장이었다.",
    "가을이는 고양이 이름이다.",
    "저녁 식탁에 올랐다.",
    "그는 40세다.",
    "한 달에 2만 원이다.",
    "봄동을 팔았다.",
    "안전 문제가 있다.",
    "그는 3년 만에 우승했다.",
    "그는 사흘 만에 돌아왔다.",
    "오늘의 메뉴는 국수다.",
    "내일의 주인공은 학생이다.",
    "가게는 매일 문을 연다.",
)


@pytest.mark.parametrize("text", ENGLISH)
def test_english_says_when(text: str) -> None:
    assert tells_when(text, "en")


@pytest.mark.parametrize("text", NOT_ENGLISH)
def test_what_only_looks_like_a_time_in_english_tells_none(text: str) -> None:
    assert not tells_when(text, "en")


@pytest.mark.parametrize("text", KOREAN)
def test_korean_says_when(text: str) -> None:
    assert tells_when(text, "ko")


@pytest.mark.parametrize("text", NOT_KOREAN)
def test_what_only_looks_like_a_time_in_korean_tells_none(text: str) -> None:
    assert not tells_when(text, "ko")
