import io
import json
from dataclasses import asdict
from pathlib import Path

import pytest

from ingest import jsonl, sources
from ingest.cleaning import clean
from ingest.errors import SourceError
from ingest.identity import article_id, raw_hash
from ingest.records import Article, Document
from tests.pages import FOLDER

RECORD = {
    "id": "desk-1",
    "title": "새 다리",
    "text": "다리가 열렸다.",
    "url": "https://a.example/1",
    "publisher": "가람일보",
    "authors": ["한나래"],
    "published": "2026.03.02",
    "lang": "ko",
}


def read(*lines: object) -> list[Document | SourceError]:
    data = b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
    return list(jsonl.documents(io.BytesIO(data), "a.jsonl"))


def one(line: object) -> Document:
    (found,) = read(line)
    assert isinstance(found, Document)
    return found


def test_a_record() -> None:
    found = one(RECORD)
    assert (found.id, found.title, found.language, found.publisher) == ("desk-1", "새 다리", "ko", "가람일보")
    assert (found.authors, found.published, found.url) == (("한나래",), "2026-03-02", "https://a.example/1")
    assert clean(found).text == "다리가 열렸다."


def test_only_text_is_needed() -> None:
    assert clean(one({"text": "다리가 열렸다."})).title == "다리가 열렸다."


def test_order_of_keys_and_unknown_keys_change_nothing() -> None:
    turned = {"split": "x", **dict(reversed(RECORD.items()))}
    assert raw_hash(one(turned)) == raw_hash(one(RECORD))
    assert raw_hash(one({**RECORD, "text": "다리가 닫혔다."})) != raw_hash(one(RECORD))


def test_one_author_may_be_a_string() -> None:
    assert one({"text": "글이다.", "authors": "한나래"}).authors == ("한나래",)


def test_half_characters_are_replaced() -> None:
    found = one(b'{"text": "a \\ud83d b \\ud83d\\ude00"}')
    assert clean(found).text == "a ? b 😀"
    assert raw_hash(found)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"{broken", "not JSON"),
        (b"[1, 2]", "not a JSON object"),
        (b"[" * 100_000, "nested too deep"),
        (b'{"text": "a", "n": ' + b"9" * 5000 + b"}", "a number in it is too long"),
        ({"title": "제목"}, "no text"),
        ({"text": "  \n"}, "no text"),
        ({"text": 3}, '"text" must be a string'),
        ({"text": "글", "title": ["a"]}, '"title" must be a string'),
        ({"text": "글", "authors": [1]}, '"authors" must be a list'),
        ({"text": "글", "authors": {"a": 1}}, '"authors" must be a list'),
        ({"text": "글", "language": "fr"}, '"language" must be'),
        ({"text": "글", "id": ""}, '"id" cannot be used'),
        ({"text": "글", "id": 7}, '"id" cannot be used'),
        ({"text": "글", "id": "a\nb"}, '"id" cannot be used'),
        ({"text": "글", "id": "x" * 201}, '"id" cannot be used'),
        (b'{"text": "\xff\xfe caf\xe9 cr\xe8me"}', "neither UTF-8"),
        ({"text": "가" * (sources.MAX_BYTES // 3)}, "an article of over 20 MB"),
    ],
)
def test_a_bad_line_is_named_and_the_others_come(line: object, why: str) -> None:
    before, error, after = read({"text": "앞 글이다."}, line, {"text": "뒤 글이다."})
    assert isinstance(before, Document)
    assert isinstance(error, SourceError)
    assert error.what.startswith("a.jsonl line 2")
    assert why in error.what
    assert error.do
    assert isinstance(after, Document)


def test_a_line_over_the_limit_is_named_and_the_others_come(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "MAX_LINE_BYTES", 1_000_000)
    before, error, after = read({"text": "앞 글이다."}, b"{" + b" " * 2_500_000 + b"}", {"text": "뒤 글이다."})
    assert isinstance(before, Document)
    assert isinstance(error, SourceError)
    assert error.what == "a.jsonl line 2 is over 1 MB."
    assert isinstance(after, Document)


@pytest.mark.parametrize("format", ["text", "record"])
def test_the_exported_line_of_a_large_article_can_be_read(format: str) -> None:
    text = "다리가 열렸다.\n" * 200_000  # 4.2 MB
    document = Document(text, "text", "/a.txt") if format == "text" else one({"text": text})
    line = {"id": "a", "raw": document.raw, "text": text, "source": "/a.txt", "format": format}
    again = one(json.dumps({**line, "raw_hash": raw_hash(document)}).encode())
    assert again.raw == document.raw
    assert raw_hash(again) == raw_hash(document)


def test_a_line_leaves_room_for_what_an_article_may_hold() -> None:
    assert jsonl.MAX_LINE_BYTES >= 4 * sources.MAX_BYTES


def test_half_characters_in_a_list_are_replaced() -> None:
    found = one(b'{"text": "a", "authors": ["b \\ud83d"]}')
    assert found.authors == ("b ?",)
    assert "\ud83d" not in found.raw


@pytest.mark.parametrize("language", [None, ""])
def test_a_language_that_says_nothing_gives_way(language: str | None) -> None:
    assert one({"text": "글이다.", "language": language, "lang": "ko"}).language == "ko"
    assert one({"text": "글이다.", "language": language}).language is None


def test_nesting_beyond_reading_is_no_crash() -> None:
    deep = "[" * 200_000
    assert not jsonl.looks_like_record(deep.encode())
    assert jsonl.looks_like_record(b'{"a":' * 200_000)
    assert jsonl.text_of(deep) == deep


def test_blank_lines_are_nothing_and_no_lines_are_an_error() -> None:
    assert len(read(b"", {"text": "글이다."}, b"  ")) == 1
    (error,) = read(b"\n\n")
    assert isinstance(error, SourceError)
    assert "empty" in error.what


def test_a_date_that_cannot_be_read_is_left_out_with_a_warning(caplog: pytest.LogCaptureFixture) -> None:
    assert one({"text": "글이다.", "published": "어제"}).published is None
    assert "line 1" in caplog.text


def exported(document: Document) -> dict[str, object]:
    """The line that an export writes for a document: every field of its article, and the format of its raw content."""
    cleaned = clean(document)
    article = Article(
        id=article_id(document),
        version=3,
        raw=document.raw,
        title=cleaned.title,
        text=cleaned.text,
        language=cleaned.language,
        publisher=cleaned.publisher,
        authors=cleaned.authors,
        published=cleaned.published,
        updated=cleaned.updated,
        ingested="2026-03-02T00:00:00+00:00",
        url=cleaned.url,
        source=document.source,
        raw_hash=raw_hash(document),
    )
    return asdict(article) | {"format": document.format}


def originals(folder: Path) -> list[Document]:
    (folder / "a.txt").write_text("새 다리\n\n다리가 열렸다.", "utf-8")
    (folder / "b.md").write_text("---\nid: b-1\ntitle: 새 다리\ndate: 2026-03-02\n---\n**다리**가 열렸다.", "utf-8")
    (folder / "c.jsonl").write_text(json.dumps(RECORD) + '\n{"text": "다리가 열렸다.", "published": "어제"}', "utf-8")
    (folder / "d.txt").write_text('{"text": "이것은 글이다."}', "utf-8")
    found = [
        *sources.read(str(folder)),
        *sources.read(str(FOLDER)),
        sources.paste("글이다."),
        sources.paste("글이다.", "제목"),
    ]
    assert all(isinstance(one, Document) for one in found)
    return found  # type: ignore[return-value]


def test_an_export_leads_back_to_the_same_articles(tmp_path: Path) -> None:
    for document in originals(tmp_path):
        again = one(exported(document))
        assert article_id(again) == article_id(document)
        assert raw_hash(again) == raw_hash(document)
        assert again.raw == document.raw
        assert clean(again) == clean(document)


def test_an_export_whose_raw_content_was_changed_is_a_new_version(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    line = exported(originals(tmp_path)[0])
    again = one({**line, "raw": "다른 글이다.", "text": "고친 글이다."})
    assert article_id(again) == line["id"]
    assert raw_hash(again) != line["raw_hash"]
    assert clean(again).text == "고친 글이다."
    assert "edited export" in caplog.text
