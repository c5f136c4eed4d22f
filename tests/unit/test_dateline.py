import pytest

from ingest.dateline import iso_date, stamps


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2026-03-02", "2026-03-02"),
        ("2026-03-02T09:10:00+09:00", "2026-03-02T09:10:00+09:00"),
        ("2026-03-02T00:10:00Z", "2026-03-02T00:10:00+00:00"),
        ("2026.03.02. 오후 3:10", "2026-03-02T15:10:00"),
        ("2026.3.2 12:05:07", "2026-03-02T12:05:07"),
        ("2026. 3. 2. 오전 12:05", "2026-03-02T00:05:00"),
        ("2026년 3월 2일", "2026-03-02"),
        ("March 2, 2026", "2026-03-02"),
        ("Sept. 30, 2025 at noon", "2025-09-30"),
        ("2 March 2026", "2026-03-02"),
        ("Mon, 02 Mar 2026 09:10:00 +0900", "2026-03-02T09:10:00+09:00"),
    ],
)
def test_iso_date(text: str, iso: str) -> None:
    assert iso_date(text) == iso


@pytest.mark.parametrize("text", ["", "yesterday", "2026-13-40", "2026.02.30", "Smarch 2, 2026", "31 February 2026"])
def test_no_date(text: str) -> None:
    assert iso_date(text) is None


def test_a_year_that_no_calendar_has() -> None:
    assert iso_date("Mon, 1 Jan 99999999999999999999 00:00:00") is None


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("March 2, 2026", [("published", "2026-03-02")]),
        ("Thursday, March 12, 2026 at 9:30 a.m. ET", [("published", "2026-03-12")]),
        ("Updated 2 March 2026, 14:05 GMT", [("updated", "2026-03-02")]),
        ("Date: Sept. 30, 2025 at noon", [("published", "2025-09-30")]),
        ("2026-03-02T09:10:00+09:00", [("published", "2026-03-02T09:10:00+09:00")]),
        ("기사입력 2026.03.02. (월) 오후 3:10", [("published", "2026-03-02")]),
        ("2026년 3월 2일 월요일 오전 9시 30분", [("published", "2026-03-02")]),
        (
            "입력 2026.03.02 15:10 | 수정 2026.03.02 16:20",
            [("published", "2026-03-02T15:10:00"), ("updated", "2026-03-02T16:20:00")],
        ),
    ],
)
def test_a_line_of_dates(line: str, found: list[tuple[str, str]]) -> None:
    assert stamps(line) == found


@pytest.mark.parametrize(
    "line",
    [
        "",
        "2026년 3월 12일 폭우로 3명 사망",
        "2026. 3. 12. 회의가 열렸다.",
        "May 3, 2026 was a fine day.",
        "Date: March 2, 2026 was agreed on, said the mayor.",
        "12 March 2026: the day the river rose",
        "입력: 어제",
        "2026.13.40",
    ],
)
def test_a_line_with_more_than_dates(line: str) -> None:
    assert stamps(line) == []
