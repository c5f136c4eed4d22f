import pytest

from ingest.dateline import iso_date


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
