import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.cleaning import MAX_MADE_TITLE, clean
from ingest.errors import SourceError
from ingest.records import Document
from tests.pages import page


def text(raw: str, **given: object) -> Document:
    return Document(raw, "text", "/news/a.txt", **given)  # type: ignore[arg-type]


def test_a_pasted_article_with_all_that_comes_along() -> None:
    found = clean(
        text(
            "제목: 새 다리 열려\n언론사: 가람일보\n입력: 2026.03.02. 오후 3:10\nURL: https://garam.example/1\n\n"
            "하늘시는 2일 새 다리를 열었다. 길이는 1.2km다.\r\n시장은 “빨라질 것”이라고 말했다.\n\n[사진=가람일보]\n"
            "한나래 기자 narae@garam.example\n<저작권자 ⓒ 가람일보, 무단전재 및 재배포 금지>\n\n관련기사\n▶ 다리 공사 왜 늦었나"
        )
    )
    assert found.text == "하늘시는 2일 새 다리를 열었다. 길이는 1.2km다.\n시장은 “빨라질 것”이라고 말했다."
    assert (found.title, found.publisher, found.language) == ("새 다리 열려", "가람일보", "ko")
    assert (found.published, found.url) == ("2026-03-02T15:10:00", "https://garam.example/1")


def test_a_banner_goes_and_the_first_sentence_is_title_and_text() -> None:
    raw = "![[가람일보] 여름 할인 행사](https://img.garam.example/banner/1.jpg)\n다리가 열렸다. 길이는 1.2km다."
    found = clean(text(raw))
    assert found.title == "다리가 열렸다."
    assert found.text == "다리가 열렸다. 길이는 1.2km다."


def test_a_long_first_sentence_is_cut_at_a_word() -> None:
    found = clean(text("The bridge over the wide river " * 6 + "was opened."))
    assert found.title.endswith("river…") or found.title.endswith("…")
    assert len(found.title) <= MAX_MADE_TITLE
    assert found.text.startswith(found.title[:-1] + " ")


def test_given_fields_win() -> None:
    found = clean(
        text(
            "Title: Found\nDate: 2026-01-01\n\n다리가 열렸다.", title=" Given  ", published="2025-05-05", language="en"
        )
    )
    assert (found.title, found.published, found.language) == ("Given", "2025-05-05", "en")


def test_lines_that_an_editor_broke_are_joined() -> None:
    raw = (
        "Bridge opens\n\nThe city opened a new bridge on Monday. It is 1.2 km\nlong and cost $5.6 million, the city said on"
        " Monday to\nreporters who had gathered there in the rain before dawn.\n\nIt is red."
    )
    assert clean(text(raw)).text.split("\n") == [
        "The city opened a new bridge on Monday. It is 1.2 km long and cost $5.6 million, the city said on Monday to"
        " reporters who had gathered there in the rain before dawn.",
        "It is red.",
    ]


def test_short_lines_stay_lines() -> None:
    assert clean(text("다리가 열렸다.\n길다.\n좁다.")).text == "다리가 열렸다.\n길다.\n좁다."


def test_what_cannot_be_seen_goes_and_emoji_stay_whole() -> None:
    family = "👨\u200d👩\u200d👧"
    found = clean(text(f"\ufeff다\u200b리가\u00a0열\u00ad렸다\x00. {family}\u202e 끝\u2028둘째."))
    assert found.text == f"다리가 열렸다. {family} 끝\n둘째."


def test_markdown() -> None:
    raw = "---\ntitle: 새 다리\npublisher: 가람일보\ndate: 2026-03-02\n---\n![a](b.png)\n**하늘시**는 [다리](https://a.example)를 열었다.\n\n## 배경\n\n- 3~5년 걸렸다."
    found = clean(Document(raw, "markdown", "a.md"))
    assert found.text == "하늘시는 다리를 열었다.\n배경\n3~5년 걸렸다."
    assert (found.title, found.publisher, found.published) == ("새 다리", "가람일보", "2026-03-02")


@pytest.mark.parametrize("raw", ["# cafe**\u0301** x\n\ncafe**\u0301** opens.", "cafe<b>\u0301</b> opens."])
def test_an_accent_that_a_mark_stood_before(raw: str) -> None:
    found = clean(Document(raw, "markdown", "a.md"))
    assert found.text == "caf\u00e9 opens."
    assert found.title.startswith("caf\u00e9 ")


def test_entities_in_markdown() -> None:
    found = clean(Document("# A&amp;B&nbsp;merge\n\nA&amp;B&nbsp;&nbsp;&#8203;rose&#10; 3%.", "markdown", "a.md"))
    assert (found.title, found.text) == ("A&B merge", "A&B rose 3%.")


def test_html() -> None:
    found = clean(Document(page("bridge-ko.html"), "html", "bridge-ko.html"))
    assert found.text.count("\n") == 3
    assert "narae@" not in found.text
    assert "ⓒ" not in found.text
    assert "무단전재를 금지하는 법" in found.text
    assert (found.publisher, found.authors, found.published) == ("가람일보", ("한나래",), "2026-03-02")


def test_a_record_is_read_from_its_raw_content() -> None:
    found = clean(Document('{"text": "다리가 열렸다.", "title": "제목"}', "record", "a.jsonl", title="제목"))
    assert (found.title, found.text) == ("제목", "다리가 열렸다.")


@pytest.mark.parametrize(
    "document",
    [
        text("![a](b.png)\n\u200b\n[광고]"),
        text("ⓒ 가람일보"),
        Document("<html><body></body></html>", "html", "a.html"),
        Document("---\ntitle: 제목\n---\n", "markdown", "a.md"),
    ],
)
def test_nothing_left_is_an_error(document: Document) -> None:
    with pytest.raises(SourceError, match="holds no"):
        clean(document)


LETTERS = st.text(
    st.sampled_from('가나다.각\u1100\u1161e\u0301 \t\n\r\u200b\u00a0👨\u200d"“#*[]()!-:1&;<b>'), max_size=80
)


def test_no_field_carries_what_a_terminal_would_act_on() -> None:
    found = clean(
        Document("글자다.", "text", "/a", title="글", url="http://e.com/\x1b[31m", published="2025\x1b-01-02")
    )
    assert (found.url, found.published) == ("http://e.com/[31m", "2025-01-02")


@settings(max_examples=150, deadline=None)
@given(LETTERS, st.sampled_from(["text", "markdown", "record"]))
def test_what_is_true_of_every_text(raw: str, format: str) -> None:
    document = Document("글자 " + raw, format, "/a")  # type: ignore[arg-type]
    found = clean(document)
    assert found == clean(document)
    assert unicodedata.is_normalized("NFC", found.text)
    assert unicodedata.is_normalized("NFC", found.title)
    assert found.title
    assert "\r" not in found.text
    for line in found.text.split("\n"):
        assert line
        assert line == line.strip()
        assert "  " not in line
