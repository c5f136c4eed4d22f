"""Does a sentence hold something of the kind asked for?"""

import pytest

from app.candidate import holds_candidate, holds_wanted, wanted
from app.question import understand
from app.roles import roles_in


@pytest.mark.parametrize(
    ("question", "text", "holds"),
    [
        ("How much did the plant cost?", "공장 건설에 560만 달러가 들었다.", True),
        ("How much did the plant cost?", "공장은 3년 동안 지어졌다.", False),
        ("공장에 얼마가 들었나요?", "The plant took three years to build.", False),
        ("관중은 몇 명이었나요?", "The attendance of 41,208 was a record.", True),
        ("설문에 답한 학생은 몇 명인가요?", "The survey asked 4,000 secondary school pupils.", True),
        ("관중은 몇 명이었나요?", "The home side won 3-2 on Saturday.", False),
        ("When does the ferry leave?", "여객선은 3월 3일에 떠난다.", True),
        ("When does the ferry leave?", "여객선은 새 항로로 떠난다.", False),
        ("실업률은 몇 퍼센트인가요?", "Unemployment rose to 4.1 percent.", True),
        ("Who is the mayor of Solbit?", "솔빛시 박서윤 시장은 요금 인상을 다시 추진하겠다고 말했다.", True),
        ("Who is the CEO of the firm?", "최도현 애널리스트는 비용이 늘었다고 말했다.", False),
        ("실업률은 얼마인가요?", "Unemployment rose to 4.1 percent.", True),
        ("실업률은 얼마인가요?", "The office counted 41,000 people.", False),
        ("How many medals has Korea won?", "Korea took 21 medals.", True),
        ("How many medals has Korea won?", "The team was given $3 million.", False),
        ("How much has the port paid?", "The port gave $3 million.", True),
        ("How many times did the price rise?", "It rose three times.", True),
        ("비용은 몇 배가 됐나요?", "비용은 3배가 됐다.", True),
        ("비용은 몇 억 원인가요?", "모두 35억 원이 든다.", True),
        ("몇 년 동안 근무했나?", "그는 12년 동안 일했다.", True),
        ("몇 년 동안 근무했나?", "그는 2012년에 입사했다.", False),
        ("When was the port founded?", "It took three years.", False),
        ("When was the port founded?", "It was founded in 2014.", True),
        ("그는 언제 우승했나요?", "그는 3년 만에 우승했다.", False),
        ("When did he win?", "그는 3년 만에 우승했다.", False),
        ("When do staff work?", "Staff work every day and at night.", False),
        ("When was the port founded?", "It was founded 30 years ago.", True),
        ("항구는 언제 세워졌나요?", "공사는 3년 걸렸다.", False),
        ("항구는 언제 세워졌나요?", "항구는 3년 전에 세워졌다.", True),
        ("Who criticised Sheridan?", "셰리던은 비용이 적다고 말했다.", False),
        ("Who criticised Sheridan?", "에릭 셰리던은 비용이 적다고 말했다.", False),
        ("셰리던을 비판한 사람은 누구인가요?", "Sheridan said that the cost was low.", False),
        ("Who criticised Sheridan?", "Alice Marlow said that Sheridan was wrong.", True),
        ("When will the bay freeze?", "The bay will freeze over by the end of the century.", True),
        ("When will the bay freeze?", "The bay is 30 metres deep.", False),
        ("만은 언제 얼어붙나요?", "이번 세기말까지는 얼어붙는다.", True),
        ("When does the pier reopen?", "선착장은 다음 주 초에 다시 문을 연다.", True),
        ("선착장은 언제 다시 여나요?", "The pier reopens in the coming weeks.", True),
        ("선착장은 언제 다시 여나요?", "The pier is 200 metres long.", False),
        ("How tall is the tower?", "The tower has 40 floors.", False),
        ("How tall is the tower?", "The tower is 300 metres high.", True),
        ("선수의 키와 몸무게는 얼마인가?", "선수는 31-27로 졌다.", False),
        ("선수의 키와 몸무게는 얼마인가?", "선수는 188cm이다.", True),
        ("How much does the bell weigh?", "The bell weighs 13 tons.", True),
        ("How deep were the cuts?", "The yard cut 300 jobs.", True),
        ("How heavy was the fine?", "The fine was $3 million.", True),
        ("체중을 줄이는 데 얼마나 걸렸나?", "12주 걸렸다.", True),
        ("요금을 높이는 데 몇 명이 찬성했나?", "의원 5명이 찬성했다.", True),
        ("Who found the wreck?", "Two fishermen found the wreck.", True),
        ("Who found the wreck?", "Police found the wreck on the shore.", True),
        ("Who found the wreck?", "The wreck is 40 metres long.", False),
        ("누가 난파선을 발견했나요?", "어민들이 난파선을 발견했다.", True),
        ("누가 난파선을 발견했나요?", "난파선은 바닥에 놓여 있었다.", False),
        ("Who was arrested?", "A student was arrested.", True),
        ("Who is the harbour master?", "Police stood at the harbour.", False),
        ("항만청장은 누구인가요?", "경찰이 항만청을 지켰다.", False),
        ("Who criticised the police?", "The police were slow.", False),
        ("Who voted for the plan?", "Residents voted for the plan.", True),
        ("Where was the painting found?", "It was found in a warehouse.", True),
        ("Where was the painting found?", "It was found by chance.", False),
        ("Where is the warehouse?", "Nobody was in the warehouse.", False),
        ("그림은 어디에서 발견됐나요?", "그림은 창고에서 발견됐다.", True),
        ("그림은 어디에서 발견됐나요?", "그림은 우연히 발견됐다.", False),
        ("Where did the boat sink?", "배는 에스비에르에서 가라앉았다.", True),
        ("Where did the team move?", "The team moved its base to Orvik.", True),
        ("Where was the party held?", "The party was held at her home.", True),
        ("Where was the party held?", "The party lasted three hours.", False),
        ("Which city hosts the race?", "The race ends at a school.", False),
        ("교도소는 어느 주에 있나요?", "헤일즈(Hales)에 있는 교도소에서 소란이 일었다.", True),
        ("어느 도시에서 경주가 열리나요?", "경주는 학교에서 끝난다.", False),
        ("How long did the blackout last?", "The blackout lasted almost a month.", True),
        ("How long did the blackout last?", "It lasted until Friday.", True),
        ("How long did the blackout last?", "It began a month ago.", False),
        ("How long did the blackout last?", "It lasted until it was mended.", False),
        ("정전은 얼마나 오래 이어졌나요?", "정전은 며칠 동안 이어졌다.", True),
        ("정전은 얼마나 오래 이어졌나요?", "정전으로 가게 셋이 닫았다.", False),
        ("How long is the bridge?", "The bridge is 1.2 km long.", True),
        ("How long did the talks take?", "The road is 1.2 km long.", False),
        ("How often does the ferry run?", "It runs every 20 minutes.", True),
        ("How often does the ferry run?", "It runs twice a day.", True),
        ("How often does the ferry run?", "여객선은 매일 두 번 다닌다.", True),
        ("How often does the ferry run?", "The ferry is white.", False),
        ("축제는 얼마나 자주 열리나요?", "The festival is held every year.", True),
        ("How many people were hurt?", "Nobody was hurt.", True),
        ("How many people were hurt?", "Dozens of people were hurt.", True),
        ("How many people were hurt?", "The house was hurt by hail.", False),
        ("다친 사람은 몇 명인가요?", "다친 사람은 한 명도 없었다.", True),
        ("다친 사람은 몇 명인가요?", "인명 피해는 없었다.", True),
        ("다친 사람은 몇 명인가요?", "다친 사람은 병원으로 갔다.", False),
        ("How many of the ships sank?", "Both of the ships sank.", True),
        ("How many ships sank?", "The ships were old.", False),
        ("배는 몇 척이 가라앉았나요?", "배 세 척이 가라앉았다.", True),
        ("What share of voters backed it?", "Two thirds of voters backed it.", True),
        ("What share of voters backed it?", "The voters backed it in May.", False),
        ("찬성한 비율은 얼마인가요?", "주민 3분의 2가 찬성했다.", True),
        ("How many people died?", "It is a single problem, said one of them.", False),
        ("How many people died?", "Only one of them died.", True),
        ("How many people died?", "A single passenger died.", True),
        ("How many people died?", "It caused a single death.", True),
        ("How many ships sank?", "A single ship sank.", True),
        ("How many ships sank?", "A single mast was left.", False),
        ("사망자는 몇 명인가요?", "경기는 하나다.", False),
        ("사망자는 몇 명인가요?", "둘 다 숨졌다.", True),
        ("다리는 몇 개인가요?", "다리는 하나뿐이다.", True),
        ("How long is the bridge?", "The bridge is in a winter resort.", False),
        ("How long is the bridge?", "It was a day trip to the bridge.", False),
        ("How long did the talks take?", "They met twice a day.", False),
        ("How long did the talks take?", "Prices rose in recent years.", False),
        ("How long did the talks take?", "They took a week longer.", True),
        ("How long did the talks take?", "They took all winter.", True),
        ("How long did the talks take?", "A week of talks was needed.", True),
        ("How long did the talks take?", "A week paper wrote of them.", False),
        ("How long did the talks take?", "They went on for years.", True),
        ("How old is the captain?", "The 58-year-old captain has retired.", True),
        ("선장은 몇 살인가요?", "선장은 올해 쉰여덟 살이다.", True),
        ("선장은 몇 살인가요?", "선장은 배를 팔았다.", False),
        ("By how much did sales fall?", "Sales fell 4.8 percent.", True),
        ("By how much did sales fall?", "Sales fell in July.", False),
        ("How far is the island?", "The island lies 12 miles off the coast.", True),
        ("섬은 얼마나 먼가요?", "섬은 해안에서 19km 떨어져 있다.", True),
        ("How did the ferry sink?", "It struck a rock.", True),
        ("Why did the ferry stop?", "파업 때문에 배가 멈췄다.", True),
    ],
)
def test_candidate(question: str, text: str, holds: bool) -> None:
    asked = understand(question)
    written_in = "ko" if any("가" <= letter <= "힣" for letter in text) else "en"
    assert holds_candidate(asked, text, written_in) is holds


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Which shipyard company will build the ferry?", "organisation"),
        ("어느 회사가 여객선을 만드나요?", "organisation"),
        ("여객선은 어느 항구로 가나요?", "where"),
        ("Which ports will the ferry call at?", "where"),
        ("What part of the harbour will be closed?", None),
        ("What was the town's fishing port worth?", None),
        ("어떤 영화가 상을 받았나요?", "work"),
        ("Which senators voted against it?", "who"),
        ("What wage does the new contract set?", "money"),
        ("What is the average price of a ticket?", "money"),
        ("선장의 연봉은 얼마인가요?", "money"),
        ("시는 선사에 얼마를 물어 줬나요?", "money"),
        ("How much was the shipping line fined?", "money"),
        ("How much did the sea rise?", "amount"),
        ("바다는 얼마나 올랐나요?", "amount"),
        ("When does the ferry leave?", "when"),
        ("Why did the ferry stop?", None),
        ("Which seas does the canal join?", "where"),
        ("여객선이 건너는 바다는 무엇인가요?", "where"),
        ("여객선을 띄우는 회사는 뭔가요?", "organisation"),
        ("은행은 무엇을 약속했나요?", None),  # the bank is who does it
        ("팀은 무엇이 부족했나요?", None),
        ("노조는 뭐에 합의했나요?", None),
        ("팀은 뭔가 달라졌나요?", None),
        ("What polluted the lake?", None),
        ("What did the mayor say about the price?", None),
    ],
)
def test_what_is_asked_for(question: str, kind: str | None) -> None:
    assert wanted(understand(question)) == kind


@pytest.mark.parametrize(
    ("question", "text", "holds"),
    [
        ("Which company will build the ferry?", "The ferry will be built by Halden Marine.", True),
        ("Which company will build the ferry?", "The ferry will be built within two years.", False),
        ("Which company will repair the Petrel?", "The Petrel will be repaired in spring.", False),
        ("어느 회사가 여객선을 만드나요?", "여객선은 할덴중공업이 만든다.", True),
        ("선장의 연봉은 얼마인가요?", "The captain, 58, has 30 years at sea.", False),
        ("선장의 연봉은 얼마인가요?", "The captain is paid $90,000 a year.", True),
        ("어떤 영화가 상을 받았나요?", "대상은 ‘소금의 집’에 돌아갔다.", True),
        ("어떤 영화가 상을 받았나요?", "시상식은 밤늦게 끝났다.", False),
        ("Who found the wreck?", "Two fishermen found the wreck.", False),
        ("Who found the wreck?", "Mira Halden found the wreck.", True),
        ("Where was the painting found?", "It was found in a warehouse.", False),
        ("Where was the painting found?", "It was found in Orvik.", True),
        ("When will the bay freeze?", "The bay will freeze over by the end of the century.", True),
        ("Why did the ferry stop?", "파업 때문에 배가 멈췄다.", True),
    ],
)
def test_a_sentence_holds_what_is_asked_for(question: str, text: str, holds: bool) -> None:
    written_in = "ko" if any("가" <= letter <= "힣" for letter in text) else "en"
    assert holds_wanted(understand(question), text, written_in) is holds


@pytest.mark.parametrize(
    ("ko", "en"),
    [
        ("최고경영자", "chief executive"),
        ("장관", "minister"),
        ("부통령", "vice president"),
        ("감독", "head coach"),
        ("개인 비서", "personal secretary"),
    ],
)
def test_roles_mean_the_same_in_both_languages(ko: str, en: str) -> None:
    assert roles_in(ko) & roles_in(en)


def test_a_vice_president_is_no_president() -> None:
    assert not roles_in("the vice president") & roles_in("the president")


def test_a_personal_secretary_is_no_minister() -> None:
    assert not roles_in("her personal secretary") & roles_in("the secretary of state")
    assert roles_in("비서관") & roles_in("장관")
