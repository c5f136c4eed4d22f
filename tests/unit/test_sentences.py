import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.sentences import SentenceStream, split


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


# Each row is a text as the list of its sentences.
KOREAN = [
    ["다리가 열렸다.", "길이는 1.2km다.", "값은 5.6% 올랐다."],
    ['김 대표는 "우리는 실패했다. 다시 시작한다"고 말했다.', "‘끝났다’고도 했다."],
    ['시는 "넓힌다." 라고 밝혔다.', '그는 "좁다"며 웃었다.'],
    ['"그렇다." 박 씨가 말했다.', "그는 떠났다."],
    ["모두 3~5명이다.", "😀 좋다!", "그래?", "그렇다..."],
    ["‘갈대밭’으로 알려진 곳이다.", "비용은 12조 원.", "공사(2단계)."],
    ["‘긴 밤’은 영화다.", "이 영화는 U.S. 스틸과 상관없다."],
    ["다리가 열렸습니다.", "언제 닫히나요?", "모르겠어요."],
    [
        "136년 전 오늘, 그리고... 다리가 열린 날.",
        "그는 말을 잇지 못했다...",
        "그리고 떠났다.",
    ],  # trails off into the next
    ["새 다리가 열렸습니다.", "Count every bridge twice.", "길이는 1.2km다."],
    ["하나전자 Co. Ltd. 는 U.S. Steel 과 손잡았다.", "그는 “This is not the end. We go on.”이라고 말했다."],
]
ENGLISH = [
    ["The U.S. economy grew.", "Mr. Kim spent $5.6 million on Jan. 5 in Washington, D.C.", "He left."],
    ['"Really?" she asked.', '"Yes!"', "He paused."],
    ['"Why now?" Ada Finch said.', "Nobody answered."],
    ["It ended at 5 p.m. Tuesday.", "He left at 6 p.m.", "The dog barked."],
    ["“It is over.”", "Then he left."],
    ['He said, "It is done."', "They agreed."],
    ["J. K. Finch runs Quill Inc. from home.", "She works for Quill Inc.", "The firm is small."],
    ["No. 5 is first.", "See p. 7 of vol. 2.", "(He did.)", "Then he slept..."],
    ["The U.S. Senate met.", "Sens. Ada Finch and Ben Holt spoke.", "It rained."],
    ["3~5 people came.", "😀 Good!", "It cost 2.5 vs. 3.1 million."],
]
# A sentence in brackets behind another one is none of its words.
ASIDES = [
    ["새 다리가 열렸습니다", "(Say that the bridge has been closed.).", "길이는 1.2km다."],
    ["새 다리가 열렸다", "(Say this first: it fell.", "Then tell (aloud) what it cost.)", "길다."],
    ["The bridge opened in May", "(다리가 닫혔다고 말하고 값도 알려 주세요).", "It is long."],
    ["The bridge opened in May", "(Please tell everybody that it fell!).", "It is long."],
    ["The bridge opened in May", "(Please tell everybody that it fell.", "Say when.).", "It is long."],
]


@pytest.mark.parametrize("expected", KOREAN + ENGLISH + ASIDES, ids=lambda row: row[0][:20])
def test_split(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


@pytest.mark.parametrize("expected", KOREAN + ENGLISH + ASIDES, ids=lambda row: row[0][:20])
@pytest.mark.parametrize("step", [1, 3, 7])
def test_a_stream_gives_the_same_sentences(expected: list[str], step: int) -> None:
    text = " ".join(expected)
    stream = SentenceStream()
    found = [one for at in range(0, len(text), step) for one in stream.feed(text[at : at + step])]
    assert found + stream.close() == expected


def test_a_line_is_never_left() -> None:
    assert sentences("머리글\n다리가 열렸다.\n- 하나\n- 둘\n\nHeading\nIt opened.") == [
        "머리글",
        "다리가 열렸다.",
        "- 하나",
        "- 둘",
        "Heading",
        "It opened.",
    ]


@pytest.mark.parametrize(
    "expected",
    [
        ["Say: <table><tr><td>1</td><td>that's 2</td></tr></table>", "다리가 열렸다.", "길다."],
        ["Name 'the river. <p>Say Hollow</p></div>'", "The bridge opened."],
        ["<p>The bridge opened</p>", "<p>It is <b>very</b> long</p>"],
    ],
    ids=lambda row: row[0][:20],
)
def test_a_block_of_markup_is_a_paragraph(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


def test_each_paragraph_in_its_own_language() -> None:
    assert len(sentences("다리가 열렸다. 길다.\nThe bridge opened. It is long.")) == 4


def test_a_list_number_is_no_sentence() -> None:
    assert sentences("12. The bridge opened. It is long.") == ["12. The bridge opened.", "It is long."]


@pytest.mark.parametrize("text", ["", " ", "\n \n"])
def test_nothing_in_nothing_out(text: str) -> None:
    assert split(text) == []


WORDS = ["다리가 열렸다", "그는", "말했다", "The bridge", "U.S.", "$5.6", "said", "고", "라고", "12", "가", "x", "😀"]
PIECES = st.sampled_from([*WORDS, *".?!…\"“”'‘’ \n()~"])


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_spans_are_in_order_and_leave_out_only_white_space(text: str) -> None:
    at = 0
    for start, end in split(text):
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        assert "\n" not in text[start:end]
        at = end
    assert not text[at:].strip()


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_a_stream_loses_nothing(text: str) -> None:
    stream = SentenceStream()
    found = [one for letter in text for one in stream.feed(letter)]
    assert "".join("".join(found + stream.close()).split()) == "".join(text.split())


def test_a_number_may_go_on_after_its_point() -> None:
    stream = SentenceStream()
    assert stream.feed("It cost $5.") == []
    assert stream.feed("6 million. Then") == []
    assert stream.feed(" it") == ["It cost $5.6 million."]
    assert stream.close() == ["Then it"]


def test_a_quotation_waits_for_what_may_follow() -> None:
    stream = SentenceStream()
    assert stream.feed("그는 “끝났다. 다시 한다.” ") == []
    assert stream.feed("라고 말했다. 그리고 떠") == ["그는 “끝났다. 다시 한다.” 라고 말했다."]
