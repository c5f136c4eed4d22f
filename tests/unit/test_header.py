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
