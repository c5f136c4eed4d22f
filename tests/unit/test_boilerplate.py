import pytest

from ingest.boilerplate import without_boilerplate


@pytest.mark.parametrize(
    "line",
    [
        "<저작권자 ⓒ 가람일보, 무단전재 및 재배포 금지>",
        "ⓒ 가람일보",
        "무단전재 및 재배포 금지",
        "Copyright 2026 Westhaven Daily. All rights reserved.",
        "한나래 기자 narae@garam.example",
        "한나래 기자",
        "narae@garam.example",
        "사진=가람통신",
        "[사진 제공=하늘시]",
        "▲ 하늘강에 놓인 다리 /사진=가람일보",
        "[광고]",
        "Advertisement",
        "▶ 가람일보 채널 추가",
        "Reporting by Ada Finch; Editing by Ben Holt",
        "공유하기",
    ],
)
def test_lines_that_go(line: str) -> None:
    assert without_boilerplate(["다리가 열렸다.", line]) == ["다리가 열렸다."]


@pytest.mark.parametrize(
    "line",
    [
        "무단 전재를 금지하는 법안이 국회를 통과했다.",
        "ⓒ 표시는 저작권을 뜻한다고 교수는 말했다.",
        "한나래 기자는 현장을 지켰다.",
        "문의는 help@garam.example로 하면 된다.",
        "사진=그림이라는 등식은 낡았다.",
        "광고 시장은 12% 커졌다.",
        "Copyright law was changed by the court on Monday.",
        "The advertisement cost $5.6 million.",
        "관련 기사가 잇따라 나왔다.",
        "댓글이 3만 개 달렸다.",
        "“다리가 무너졌다”",
    ],
)
def test_lines_that_stay(line: str) -> None:
    assert without_boilerplate(["앞 문장이다.", line, "뒤 문장이다."]) == ["앞 문장이다.", line, "뒤 문장이다."]


def test_headlines_of_others_at_the_end() -> None:
    lines = ["다리가 열렸다.", "", "관련기사", "다리 공사 왜 늦었나", "새 도로 계획 발표"]
    assert without_boilerplate(lines) == ["다리가 열렸다.", ""]


def test_headlines_of_others_amid_the_text() -> None:
    lines = ["다리가 열렸다.", "[관련기사]", "▶ 다리 공사 왜 늦었나", "시는 도로도 넓힌다."]
    assert without_boilerplate(lines) == ["다리가 열렸다.", "시는 도로도 넓힌다."]


def test_a_credit_after_a_sentence_goes_alone() -> None:
    assert without_boilerplate(["다리가 열렸다. /사진=가람일보"]) == ["다리가 열렸다."]


@pytest.mark.parametrize(
    "after",
    [
        ["It was backed by NATO.", "", "He called it “a disgrace”."],
        ["He called it “a disgrace.”"],
        ["그는 “수치스럽다”고 했다"],
        ["요금은 내년에 오르죠"],
        ["시장은 “빨라질 것이다”", "끝은 없었다…"],
    ],
)
def test_sentences_below_the_headlines_of_others_stay(after: list[str]) -> None:
    for mark in ("Read more", "관련 기사"):
        lines = ["The bridge opened.", mark, "▶ 다리 공사, 왜 늦었나?", *after]
        assert without_boilerplate(lines) == ["The bridge opened.", *after]


def test_marked_headlines_that_ask_are_no_text() -> None:
    lines = ["다리가 열렸다.", "관련기사", "▶ 다리 공사, 왜 늦었나?", "▶ 시장 “예산이 없다”", "▶ 도로도 넓힌다…언제?"]
    assert without_boilerplate(lines) == ["다리가 열렸다."]


def test_a_sentence_that_quotes_is_no_notice() -> None:
    line = "Copyright, she said, is “a moving target”."
    assert without_boilerplate([line]) == [line]
