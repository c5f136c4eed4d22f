import codecs

import pytest

from ingest.decoding import decode
from ingest.errors import SourceError

TEXT = "다리가 열렸다. 길이는 1.2km다.\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("cp949"),
        TEXT.encode("euc-kr"),
    ],
)
def test_decode(data: bytes) -> None:
    assert decode(data, "a.txt") == TEXT


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04rest", "zip"),
        (b"\x89PNG\r\n", "image"),
        (b"abc\x00def", "binary"),
        ("Café déjà vu à Orléans".encode("latin-1"), "neither"),
        ("Он сказал, что мост открыт.".encode("cp1251"), "neither"),
        (b"\xff\xfe\x00", "broken"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, why: str) -> None:
    with pytest.raises(SourceError, match=why) as caught:
        decode(data, "a.txt")
    assert caught.value.what.startswith("a.txt ")
    assert caught.value.do
