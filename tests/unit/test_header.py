import pytest

from ingest.header import take


def test_labels_in_korean() -> None:
    found = take(
        ["제목: 새 다리", "언론사: 가람일보", "입력: 2026.03.02. 오후 3:10", "기자: 한나래", "", "다리가 열렸다."]
    )
    assert (found.title, found.publisher, found.published) == ("새 다리", "가람일보", "2026-03-02T15:10:00")
    assert found.authors == ("한나래",)
    assert found.rest == ["다리가 열렸다."]


def test_a_title_line_and_what_stands_below_it() -> None:
    found = take(["Harbour opens night ferry", "By Ada Finch and Ben Holt", "March 2, 2026", "", "It opened."])
    assert (found.title, found.authors, found.published) == (
        "Harbour opens night ferry",
        ("Ada Finch", "Ben Holt"),
        "2026-03-02",
    )
    assert found.rest == ["It opened."]


def test_the_agency_before_the_first_sentence() -> None:
    found = take(["새 다리 열려", "(하늘=가람통신) 한나래 기자 = 하늘시는 다리를 열었다."])
    assert (found.title, found.publisher, found.authors) == ("새 다리 열려", "가람통신", ("한나래",))
    assert found.rest == ["하늘시는 다리를 열었다."]


def test_a_sentence_is_no_title() -> None:
    lines = ["다리가 열렸다.", "", "길이는 1.2km다."]
    assert take(lines).title is None
    assert take(lines).rest == lines


def test_a_line_that_runs_on_is_no_title() -> None:
    assert take(["짧은 줄", "다음 줄이다."]).title is None


def test_a_title_alone_is_text() -> None:
    assert take(["새 다리 열려"]).rest == ["새 다리 열려"]


def test_fields_below_the_text_are_left() -> None:
    found = take(["다리가 열렸다.", "입력: 2026.03.02."])
    assert found.published is None
    assert len(found.rest) == 2


def test_a_known_title_is_not_looked_for() -> None:
    found = take(["첫 줄", "", "둘째 줄이다."], title="주어진 제목")
    assert found.title == "주어진 제목"
    assert found.rest == ["첫 줄", "", "둘째 줄이다."]


def test_a_sentence_with_a_colon_is_no_field() -> None:
    lines = ["By Monday the river had risen.", "Date: soon, said the mayor."]
    assert take(lines).rest == lines


@pytest.mark.parametrize(
    "line",
    [
        "기자: 언제부터 요금을 올립니까?",
        "기자: 요금은 언제부터 오르는지 궁금합니다",
        "Link: the bridge will open in May, she said.",
        "By: the end of the week 300 homes had lost power.",
        "Publisher: we will not print that again.",
        "May 3, 2026 was a fine day.",
    ],
)
def test_a_line_whose_value_is_no_such_thing_is_text(line: str) -> None:
    found = take([line, "둘째 줄이다."])
    assert found.rest == [line, "둘째 줄이다."]
    assert (found.authors, found.url, found.published, found.publisher) == ((), None, None, None)


@pytest.mark.parametrize("line", ["2026년 3월 12일 폭우로 3명 사망", "By Land And Sea", "By Land and Sea"])
def test_a_headline_that_begins_like_a_field(line: str) -> None:
    found = take([line, "", "그는 웃었다. 비가 왔다."])
    assert (found.title, found.authors, found.published) == (line, (), None)
    assert found.rest == ["그는 웃었다. 비가 왔다."]


def test_a_first_sentence_that_begins_with_a_date() -> None:
    assert take(["Title of it", "", "2026. 3. 12. 회의가 열렸다."]).rest == ["2026. 3. 12. 회의가 열렸다."]


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("기자: 한나래·김가온", ("한나래", "김가온")),
        ("글: 한나래 선임기자 narae@garam.example", ("한나래",)),
        ("By: Ada van der Finch", ("Ada van der Finch",)),
        ("Authors: Ada J. Finch, Ben Holt, and Élise Noël", ("Ada J. Finch", "Ben Holt", "Élise Noël")),
        ("By Ada Finch, Reuters", ("Ada Finch", "Reuters")),
        ("한나래·김가온 기자", ("한나래", "김가온")),
    ],
)
def test_names(line: str, authors: tuple[str, ...]) -> None:
    assert take(["Title: T", line, "", "It opened."]).authors == authors
