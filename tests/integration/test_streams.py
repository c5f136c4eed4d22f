"""Standard input and pasted text, as a reader may hand them over."""

import io
import json
import os
import queue
import threading

import pytest

from ingest import sources
from ingest.cleaning import clean
from ingest.identity import article_id
from ingest.records import Document
from ingest.sources import SourceFailure
from tests.integration.test_sources import TEXT, failure


def test_standard_input_as_text() -> None:
    (found,) = sources.read("-", io.BytesIO(TEXT.encode("cp949")))
    assert isinstance(found, Document)
    assert (found.raw, found.format, found.source) == (TEXT, "text", "-")


def test_standard_input_as_json_lines() -> None:
    lines = "".join(json.dumps({"id": str(i), "text": f"{i}번 글이다." * 2000}) + "\n" for i in range(20))
    found = list(sources.read("-", io.BytesIO(lines.encode())))
    assert [one.id for one in found if isinstance(one, Document)] == [str(i) for i in range(20)]
    assert all(one.format == "record" for one in found if isinstance(one, Document))


def test_standard_input_with_blank_lines_before_json_lines() -> None:
    one, bad = sources.read("-", io.BytesIO(b'\n  \r\n{"text": "first."}\n{broken\n'))
    assert isinstance(one, Document)
    assert (one.format, clean(one).text) == ("record", "first.")
    assert isinstance(bad, SourceFailure)
    assert "line 4 is not JSON" in str(bad.error)


def test_standard_input_with_blank_lines_before_text() -> None:
    (found,) = sources.read("-", io.BytesIO(b"\n\n" + TEXT.encode()))
    assert isinstance(found, Document)
    assert (found.raw, found.format) == ("\n\n" + TEXT, "text")


def test_standard_input_of_brackets_alone_is_no_crash() -> None:
    (found,) = sources.read("-", io.BytesIO(b"[" * 200_000))
    assert isinstance(found, Document)
    assert found.format == "text"
    assert "nested too deep" in failure("-", b'{"a":' * 200_000)


def test_json_lines_come_as_they_are_written() -> None:
    reader, writer = os.pipe()
    come: queue.SimpleQueue[Document | SourceFailure] = queue.SimpleQueue()

    def read() -> None:
        with open(reader, "rb") as stream:
            for one in sources.read("-", stream):
                come.put(one)

    thread = threading.Thread(target=read)
    thread.start()
    try:
        for id_ in ("a", "b", "c"):
            os.write(writer, json.dumps({"id": id_, "text": TEXT}).encode() + b"\n")
            assert come.get(timeout=20).id == id_  # while the writer still has more to say
    finally:
        os.close(writer)
        thread.join()


@pytest.mark.parametrize(
    ("data", "why"),
    [(b"", "empty"), (b" \n", "empty"), (b"\x00", "binary"), (b"a" * (sources.MAX_BYTES + 1), "over 20 MB")],
)
def test_standard_input_that_is_refused(data: bytes, why: str) -> None:
    assert why in failure("-", data)


def test_pasted_text() -> None:
    assert clean(sources.paste(TEXT)).title == "다리가 열렸다."
    titled = sources.paste(TEXT, "  새\n다리 ")
    assert clean(titled).title == "새 다리"
    assert clean(titled).text == TEXT.strip()
    assert article_id(sources.paste(TEXT)) == article_id(sources.paste(TEXT)) != article_id(titled)


def test_pasted_half_characters_are_replaced() -> None:
    found = sources.paste(f"a \ud83d b. {TEXT}", "c \ude00")
    assert found.raw.encode()
    assert clean(found).title == "c ?"
    assert clean(found).text.startswith("a ? b.")
    assert article_id(found)
