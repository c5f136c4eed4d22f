"""Files, folders, streams and addresses, as a reader may hand them over."""

import io
import json
import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest import sources
from ingest.cleaning import clean
from ingest.identity import article_id
from ingest.records import Document
from ingest.sources import SourceFailure

TEXT = "다리가 열렸다. 길이는 1.2km다.\n"


def documents(source: Path | str) -> list[Document]:
    found = list(sources.read(str(source)))
    assert all(isinstance(one, Document) for one in found), found
    return found  # type: ignore[return-value]


def failure(source: Path | str, stdin: bytes = b"") -> str:
    """The one line that says what is wrong with a source that gives nothing."""
    (found,) = sources.read(str(source), io.BytesIO(stdin))
    assert isinstance(found, SourceFailure)
    assert found.source == str(source)
    assert found.error.do
    assert "\n" not in str(found.error)
    return str(found.error)


@pytest.mark.parametrize(
    ("name", "format"),
    [("a.txt", "text"), ("a.md", "markdown"), ("a.MARKDOWN", "markdown"), ("a.html", "html"), ("a.htm", "html")],
)
def test_a_file(tmp_path: Path, name: str, format: str) -> None:
    (tmp_path / name).write_text(TEXT, "utf-8")
    (found,) = documents(tmp_path / name)
    assert (found.raw, found.format, found.source) == (TEXT, format, str(tmp_path / name))


def test_a_file_is_the_same_article_by_any_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert article_id(documents("a.txt")[0]) == article_id(documents(tmp_path / "a.txt")[0])


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp949"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding)
    assert clean(documents(tmp_path / "a.txt")[0]).text == TEXT.strip()


def test_jsonl_names_the_broken_line_and_reads_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "하나다."}\n{broken\n{"title": "제목"}\n{"text": "넷이다."}\n', "utf-8")
    one, two, three, four = sources.read(str(path))
    assert isinstance(one, Document)
    assert isinstance(four, Document)
    assert article_id(one) != article_id(four)
    assert isinstance(two, SourceFailure)
    assert isinstance(three, SourceFailure)
    assert f"{path} line 2 is not JSON" in str(two.error)
    assert f"{path} line 3 has no text" in str(three.error)


def test_a_large_jsonl_file_is_read_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    line = json.dumps({"text": "x" * 1_000_000})
    with path.open("w") as file:
        for _ in range(22):
            file.write(line + "\n")
    assert path.stat().st_size > sources.MAX_BYTES
    assert sum(1 for _ in sources.read(str(path))) == 22


def test_a_folder_is_read_in_order_and_through(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    for name in ("b.txt", "a.md", "sub/c.html", ".hidden.txt", ".git/d.txt", "e.pdf", "sub/f.docx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT, "utf-8")
    with caplog.at_level(logging.INFO):
        found = [Path(one.source).relative_to(tmp_path).as_posix() for one in documents(tmp_path)]
    assert found == ["a.md", "b.txt", "sub/c.html"]
    assert "3 files skipped" in caplog.text


def test_one_bad_file_does_not_stop_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01")
    (tmp_path / "c.txt").write_text(TEXT, "utf-8")
    found = list(sources.read(str(tmp_path)))
    assert [type(one) for one in found] == [Document, SourceFailure, Document]
    assert found[1].source == str(tmp_path / "b.txt")


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "sub" / "up").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    found = list(sources.read(str(tmp_path)))
    assert sum(isinstance(one, Document) for one in found) == 1
    assert [one.source for one in found if isinstance(one, SourceFailure)] == [str(tmp_path / "self.txt")]


def test_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").touch()
    assert "holds no articles" in failure(tmp_path)


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\t\r\n", "is empty"),
        ("a.txt", b"\xef\xbb\xbf", "is empty"),
        ("a.txt", b"%PDF-1.4", "PDF"),
        ("a.html", b"\x89PNG\r\n\x1a\n", "image"),
        ("a.md", b"PK\x03\x04", "zip"),
        ("a.txt", b"a\x00b", "binary"),
        ("a.txt", "Café à l'été".encode("latin-1"), "neither UTF-8 nor CP949"),
        ("a.jsonl", b"", "is empty"),
        ("a.pdf", b"text", "no known kind"),
        ("a", b"text", "no known kind"),
    ],
)
def test_files_that_are_refused(tmp_path: Path, name: str, data: bytes, why: str) -> None:
    (tmp_path / name).write_bytes(data)
    said = failure(tmp_path / name)
    assert why in said
    assert str(tmp_path / name) in said


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert "No such file" in failure(tmp_path / "a.txt")


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)  # a hole: reading it would find NUL bytes, so the size must come first
    said = failure(path)
    assert "200 MB" in said
    assert "20 MB" in said


@pytest.fixture
def not_root() -> Iterator[None]:
    """Root may read everything, so it steps down for the test."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    yield
    if root:
        os.seteuid(0)


def test_a_file_that_may_not_be_read(tmp_path: Path, not_root: None) -> None:
    path = tmp_path / "a.txt"
    if os.access(tmp_path, os.W_OK, effective_ids=True):
        path.write_text(TEXT, "utf-8")
        path.chmod(0)
    assert "Permission denied" in failure(path)


@pytest.fixture
def half_closed() -> Iterator[Path]:
    """A folder with one that cannot be listed; not in `tmp_path`, which shuts out everyone but its owner."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    for name in ("a", "b", "c"):
        (folder / name).mkdir(0o755)
        (folder / name / "a.txt").write_text(TEXT, "utf-8")
    (folder / "b").chmod(0)
    yield folder
    (folder / "b").chmod(0o755)
    shutil.rmtree(folder)


def test_a_folder_that_may_not_be_listed_is_named_and_the_others_come(half_closed: Path, not_root: None) -> None:
    first, second, closed = sources.read(str(half_closed))
    assert [type(one) for one in (first, second, closed)] == [Document, Document, SourceFailure]
    assert closed.source == str(half_closed / "b")
    assert str(half_closed / "b") in failure(half_closed / "b")  # and nothing is said of holding no articles


def test_a_file_name_that_is_not_utf8_is_read_and_can_be_stored(tmp_path: Path) -> None:
    good, bad = os.fsencode(tmp_path) + "/다리.txt".encode("cp949"), os.fsencode(tmp_path) + b"/\xff.md"
    for path, data in ((good, TEXT.encode()), (bad, b"")):
        with open(path, "wb") as file:
            file.write(data)
    by_name = {type(one): one for one in sources.read(str(tmp_path))}
    assert by_name[Document].source == f"{tmp_path}/\\xb4ٸ\\xae.txt"
    assert by_name[SourceFailure].source == f"{tmp_path}/\\xff.md"
    assert f"{tmp_path}/\\xff.md is empty" in str(by_name[SourceFailure].error)
    (alone,) = documents(os.fsdecode(good))
    assert article_id(alone) == article_id(by_name[Document])


def test_a_pipe_on_disk_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert "neither a file nor a folder" in failure(tmp_path / "a.txt")


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("https://garam.example/news/1", "cannot be fetched yet"),
        ("HTTP://garam.example", "cannot be fetched yet"),
        ("ftp://garam.example/a.txt", "ftp: addresses are not read"),
        ("file:///etc/passwd", "file: addresses are not read"),
        ("javascript:alert(1)", "javascript: addresses are not read"),
        ("data:text/plain,a", "data: addresses are not read"),
    ],
)
def test_addresses_are_refused(address: str, why: str) -> None:
    assert why in failure(address)


def test_a_file_with_a_colon_in_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("note: a.txt").write_text(TEXT, "utf-8")
    assert documents("note: a.txt")[0].raw == TEXT
