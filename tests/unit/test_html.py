import pytest

from ingest.html import extract
from tests.pages import page


def test_a_korean_page() -> None:
    found = extract(page("bridge-ko.html"))
    assert found is not None
    assert found.title == "하늘시 새 다리 열려… 통근 시간 20분 줄어"
    assert (found.publisher, found.authors, found.published) == ("가람일보", ("한나래",), "2026-03-02")
    assert found.url == "https://garam.example/news/bridge"
    assert found.text.startswith("하늘시가 2일")
    assert "첫 화면" not in found.text
    assert "다른 기사의 제목" not in found.text


def test_section_and_site_leave_the_title() -> None:
    found = extract(page("harbour-en.html"))
    assert found is not None
    assert found.title == "Harbour opens night ferry"
    assert "$5.60" in found.text
    assert "Subscribe" not in found.text


def test_an_article_that_waits_in_a_script() -> None:
    found = extract(page("library-in-script-ko.html"))
    assert found is not None
    assert found.title == "나루도서관, 밤 열 시까지 문 연다"
    assert found.text.count("\n") >= 4
    assert "윤슬기 관장" in found.text


@pytest.mark.parametrize("raw", ["", "<html></html>", "<html><body><script>var a = 1;</script></body></html>"])
def test_nothing_to_find(raw: str) -> None:
    assert extract(raw) is None
