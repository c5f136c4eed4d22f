import pytest

from ingest.markdown import document, front_matter, plain, without_images


def shown(text: str) -> list[str]:
    return [line for line in plain(text)[1] if line]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("A **bold** and *slanted* word", "A bold and slanted word"),
        ("**값**은 크다", "값은 크다"),
        ("[the report](https://a.example/x_(y)) says", "the report says"),
        ('[text](https://a.example "a title")', "text"),
        ("- 3~5명, 12~18개월", "3~5명, 12~18개월"),
        ("2*3*4 and snake_case_name", "2*3*4 and snake_case_name"),
        ("> quoted", "quoted"),
        ("`code` here", "code here"),
        (r"\*not slanted\*", "*not slanted*"),
        ("$5 < $6 and a < b", "$5 < $6 and a < b"),
        ("AT&amp;T&#39;s &lt;b&gt; &#42;mark&#42;", "AT&T's <b> *mark*"),
        ("+ a point", "a point"),
        ("+ 3 in Busan", "+ 3 in Busan"),
        ("+3 in Busan", "+3 in Busan"),
    ],
)
def test_marks_go_and_words_stay(line: str, expected: str) -> None:
    assert shown(line) == [expected]


@pytest.mark.parametrize(
    "line", ["---", "***", "![a](b.png)", "![[가람] 할인](https://x.example/a.jpg)", "<!-- note -->", "```"]
)
def test_lines_that_show_nothing(line: str) -> None:
    assert shown(line) == []


def test_the_first_heading_is_the_title_and_others_are_lines() -> None:
    title, lines = plain("# 새 다리\n\n열렸다.\n\n## 배경\n\n오래 걸렸다.")
    assert title == "새 다리"
    assert [line for line in lines if line] == ["열렸다.", "배경", "오래 걸렸다."]


def test_a_heading_below_text_is_no_title() -> None:
    assert plain("열렸다.\n# 배경")[0] is None


def test_front_matter() -> None:
    given, rest = front_matter('---\ntitle: "A: b"\nDate: 2026-03-02\ntags:\n  - x\n---\nText.')
    assert given == {"title": "A: b", "date": "2026-03-02"}
    assert rest == "Text."


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert front_matter("---\n\nText without keys\n\n---\nMore") == ({}, "---\n\nText without keys\n\n---\nMore")


def test_document_takes_what_is_given() -> None:
    found = document(
        "---\nid: a-1\ntitle: T\nlanguage: ko-KR\nauthors: [가, 나]\ndate: 2026년 3월 2일\n---\n글", "x.md"
    )
    assert (found.id, found.title, found.language, found.authors) == ("a-1", "T", "ko", ("가", "나"))
    assert found.published == "2026-03-02"


def test_an_id_that_cannot_be_used_is_not_taken_with_a_warning(caplog: pytest.LogCaptureFixture) -> None:
    assert document("---\nid: a\n---\n글", "x.md").id == "a"
    assert not caplog.text
    assert document(f"---\nid: {'x' * 300}\n---\n글", "x.md").id is None
    assert 'x.md: "id" cannot be used' in caplog.text


def test_images_in_plain_text() -> None:
    assert without_images("![[가람] 할인](https://x.example/a.jpg)") == ""
    assert without_images("앞 ![](a.png) 뒤") == "앞  뒤"
