"""What a question asks for."""

import pytest

from app.question import kind_of, understand


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("What did the mayor say about the bridge?", "said"),
        ("시장은 다리에 대해 뭐라고 말했나요?", "said"),
        ("According to the analyst, is the price too high?", "said"),
        ("Who owns the harbour?", "who"),
        ("항구의 주인은 누구인가요?", "who"),
        ("감독 이름이 뭐야?", "who"),
        ("When does the ferry leave?", "when"),
        ("여객선은 언제 떠나나요?", "when"),
        ("몇 월에 문을 여나요?", "when"),
        ("Where is the new plant?", "where"),
        ("새 공장은 어디에 있나요?", "where"),
        ("In which county is the jail?", "where"),
        ("In which North Vale town did the mayor say that the bridge would stand?", "where"),
        ("What kind of school did she attend?", "other"),
        ("어느 주에서 열렸나요?", "where"),
        ("교도소는 어느 주(카운티)에 있나요?", "where"),
        ("어느 주요 은행이 샀나요?", "other"),
        ("What state of mind was he in?", "other"),
        ("How many people came?", "how_much"),
        ("관중은 몇 명이었나요?", "how_much"),
        ("R1 training cost 얼마야?", "how_much"),
        ("이 기사를 요약해 줘", "summary"),
        ("Summarise this article.", "summary"),
        ("What is this article about?", "summary"),
        ("Why did the ferry stop?", "other"),
        ("이 기사 좀 정리해 줘", "summary"),
        ("정리해고 대상은 몇 명인가요?", "how_much"),
        ("회사는 무엇을 정리해야 하나요?", "other"),
        ("Give me an overview.", "summary"),
        ("Who sees the harbour from the overview deck?", "who"),
        ("What happened when the ferry stopped?", "other"),
        ("What happened to the crew who stayed?", "other"),
        ("How many people who attended were injured?", "how_much"),
        ("According to the report, how much did it cost?", "how_much"),
        ("When asked about the fare, what did the mayor say?", "said"),
        ("When was Marlow, who runs the port, born?", "when"),
        ("In which year was the port built?", "when"),
        ("The port was built in what year?", "when"),
        ("Can you tell me where the plant is?", "where"),
        ("How many views did the film get?", "how_much"),
        ("대표팀 주장은 누구인가?", "who"),
        ("배가 언제 멈췄는지 묻자 시장은 뭐라고 했나요?", "said"),
        ("누가 다쳤는지 조사한 까닭은 무엇인가요?", "other"),
        ("얼마 전 문을 연 항구의 주인은 누구인가요?", "who"),
        ("몇 년 동안 근무했나?", "how_much"),
        ("공사는 며칠이나 걸렸나요?", "how_much"),
        ("몇 년에 문을 열었나요?", "when"),
        ("회의는 몇 시간 이어졌나요?", "how_much"),
        ("공사 기간은?", "how_much"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert kind_of(text) == kind


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("wen will the ferry leave", "when", []),
        ("hw much is the fare", "how_much", []),
        ("wich ship sank", "other", []),
        ("hwo is the mayor of Orvik?", "other", ["Orvik"]),  # who, or how: nobody can tell
        ("Wen Do-ha will leave when?", "when", ["Wen Do-ha"]),
        ("wat tyler led what", "other", ["Wat Tyler"]),
    ],
)
def test_a_slip_in_the_question_word_is_no_name(text: str, kind: str, names: list[str]) -> None:
    question = understand(text)
    assert (question.kind, [name.text for name in question.names]) == (kind, names)


def test_language_is_that_of_the_sentence_not_of_its_names() -> None:
    assert understand("R1 training cost 얼마야?").language == "ko"
    assert understand("What did 셰리던 say?").language == "en"


def test_content_leaves_out_asking_words_and_names() -> None:
    question = understand("How much did the Lantern Cup final cost in Garam?")
    assert "cost" in question.content
    assert not {"how", "much", "did", "the"} & set(question.content)
    assert not {"lantern", "garam"} & set(question.content)


def test_white_space_means_nothing() -> None:
    assert understand("  항구는\n언제  열리나요? ").text == "항구는 언제 열리나요?"


@pytest.mark.parametrize(
    ("text", "told", "names"),
    [
        ("how much did openharbour spend?", "how much did OpenHarbour spend?", ["OpenHarbour"]),
        ("오픈하버는 얼마를 썼나요?", "오픈하버는 얼마를 썼나요?", ["오픈하버"]),
        ("openharbour는 얼마를 썼나요?", "OpenHarbour는 얼마를 썼나요?", ["OpenHarbour"]),
        ("오픈하버드는 얼마를 썼나요?", "오픈하버드는 얼마를 썼나요?", ["오픈하버드"]),  # another name
        ("tell us when it opens", "tell us when it opens", []),
    ],
)
def test_names_of_the_library_are_known_however_they_are_written(text: str, told: str, names: list[str]) -> None:
    question = understand(text, {"OpenHarbour", "오픈하버", "US", "When"})
    assert question.text == told
    assert [name.text for name in (*question.names, *question.known)] == names


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("What did the mayor say about the bridge?", True),
        ("When did Marlow say that the bridge opens?", True),  # a date is asked for, in somebody's words
        ("According to Marlow, when does it open?", True),
        ("Why was the mayor warned?", True),
        ("When does the bridge open?", False),
        ("What is the bridge called?", False),  # its name, and nobody's words
        ("시장은 다리가 언제 열린다고 했나요?", True),
        ("말로는 다리가 언제 열린다고 밝혔어?", True),
        ("경찰에 따르면 몇 명이 다쳤나?", True),
        ("얼마나 버틸 거라고 했나요?", True),
        ("배가 늦었대요?", True),
        ("다리는 언제 열리나요?", False),
        ("그 군대는 어디로 갔나요?", False),
        ("최대 얼마인가요?", False),
    ],
)
def test_whether_somebodys_words_are_asked_for(text: str, reported: bool) -> None:
    assert understand(text).reported is reported


@pytest.mark.parametrize(
    ("text", "manifold"),
    [
        ("When and where did it open?", True),
        ("How many people came?", False),
        ("여당과 야당 의원은 각각 몇 명인가요?", True),
        ("언제 어디에서 열렸나요?", True),
        ("언제 열렸나요?", False),
    ],
)
def test_a_question_may_ask_for_several_things(text: str, manifold: bool) -> None:
    assert understand(text).manifold is manifold
