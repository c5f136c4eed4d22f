"""People and places without a name, and which questions they answer."""

import pytest

from app.unnamed import does_something, holds_people, holds_place

DOES = (
    "Who found the wreck?",
    "Who was arrested?",
    "Who has been arrested?",
    "Who will be charged with the theft?",
    "Who is being held at the port?",
    "Who voted for the plan?",
    "Who criticised the mayor?",
    "Who did the police arrest?",
    "Whom did the boat rescue?",
    "Who has found the wreck?",
    "Who ran away from the fire?",
    "Who ruled that the pier was unsafe?",
    "Who held the hostages?",
    "누가 난파선을 발견했나요?",
    "누가 체포되었나요?",
    "누가 불을 붙였나요?",
    "누가 먼저 움직였나요?",
    "누가 이길 것인가요?",
    "누가 숨진 것입니까?",
    "경찰은 누구를 체포했나요?",
    "선장은 누구에게 전화했나요?",
)
IS = (
    "Who leads the party?",
    "Who will pay for the pier?",
    "Who funded the study?",
    "연구 돈은 누가 댄 거야?",
    "누가 비용을 냈나요?",
    "Who will be the next mayor?",
    "Who has been mayor since 2010?",
    "Who owns the club?",
    "Who is the harbour master?",
    "Who was the captain of the ship?",
    "Who would have been mayor?",
    "Who currently chairs the board?",
    "Who became mayor in 2010?",
    "Who has the most seats?",
    "Who was elected mayor?",
    "Who has been appointed head of the port?",
    "Who holds the world record?",
    "Who held the post before him?",
    "Who took over as captain?",
    "Who ran the shipyard?",
    "누가 시장인가요?",
    "누가 CEO입니까?",
    "누가 시장이었나요?",
    "누가 배우였나요?",
    "누가 이 배의 선장이야?",
    "누가 이 마을 대표인가요?",
    "누가 새 시장이 됐나요?",
    "누가 다음 시장이 될까요?",
    "누가 당을 이끄나요?",
    "누가 구단을 소유하고 있나요?",
    "누가 시장으로 선출됐나요?",
    "위원회는 누구를 위원장으로 임명했나요?",
    "Where is the port?",
    "항구는 어디인가요?",
)


@pytest.mark.parametrize("question", DOES)
def test_who_did_it_may_be_anybody(question: str) -> None:
    assert does_something(question)


@pytest.mark.parametrize("question", IS)
def test_who_somebody_is_a_name_says(question: str) -> None:
    assert not does_something(question)


@pytest.mark.parametrize(
    ("asked", "text", "holds"),
    [
        ("Who attacked the government building?", "Two men attacked the building.", True),
        ("Who attacked the men?", "The men were attacked at night.", False),
        ("Who taught the students?", "A student was taught at home.", False),
        ("Who taught the students?", "Neighbours taught the student.", True),
        ("Who stopped the police?", "The police were stopped.", False),
        ("누가 의사당을 지켰나요?", "의사들이 지켰다.", True),
        ("누가 경찰을 막았나요?", "경찰은 멈췄다.", False),
        ("누가 학생들에게 책을 줬나요?", "학생은 책을 받았다.", False),
        ("누가 학생들에게 책을 줬나요?", "주민들이 책을 줬다.", True),
    ],
)
def test_people_that_the_question_names_are_no_answer(asked: str, text: str, holds: bool) -> None:
    assert holds_people(text, _language(text), asked) is holds


@pytest.mark.parametrize(
    ("asked", "text", "holds"),
    [
        ("집회는 어디에서 열렸나요?", "집회는 그의 집에서 열렸다.", True),
        ("집에서 어디로 갔나요?", "그는 집에서 나왔다.", False),
        ("산업 행사는 어디에서 열렸나요?", "행사는 산에서 열렸다.", True),
        ("우산은 어디에서 나왔나요?", "산에서 나왔다.", True),
        ("강연은 어디에서 열렸나요?", "강연은 강 근처에서 열렸다.", True),
        ("강에서 배는 어디로 갔나요?", "배는 강에서 사라졌다.", False),
        ("인천공항에서 어디로 갔나요?", "그는 공항에서 떠났다.", False),
        ("Where in the park was it found?", "It was found in a park.", False),
        ("Where did she park the van?", "She left it at the station.", True),
        ("Where was the farmer found?", "He was found on a farm.", True),
        ("Where do the hills end?", "They end near the hill.", False),
        ("Where is the town hall clock?", "It hangs in the town hall.", False),
        ("Where is the town clock?", "It hangs in the town hall.", True),
    ],
)
def test_places_that_the_question_names_are_no_answer(asked: str, text: str, holds: bool) -> None:
    assert holds_place(text, _language(text), asked) is holds


def _language(text: str) -> str:
    return "ko" if any("가" <= letter <= "힣" for letter in text) else "en"
