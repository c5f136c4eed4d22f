"""From bytes to text: UTF-8, UTF-16 with a mark, or CP949 (which holds EUC-KR), and nothing that is no text."""

from __future__ import annotations

import codecs

from ingest.errors import SourceError
from ingest.language import hangul_share

_MAGIC = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a zip archive or office document",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"\x1f\x8b": "a compressed file",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"SQLite format 3": "a database",
}
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DO = "Save the article as plain text in UTF-8 and ingest that."


def decode(data: bytes, name: str) -> str:
    """The text of `data`. Raises SourceError, naming `name`, for binary content and unknown encodings."""
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            raise SourceError(f"{name} is {kind}, not text.", _DO)
    if data.startswith(_UTF16):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            raise SourceError(f"{name} begins like UTF-16 but is broken after that.", _DO) from None
    if b"\0" in data:
        raise SourceError(f"{name} is a binary file, not text.", _DO)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _korean(data, name)


def whole_characters(text: str) -> str:
    r"""`text` with "?" for halves of surrogate pairs (JSON's "\ud83d"), which are no text and cannot be stored."""
    return text.encode("utf-8", "replace").decode()


def _korean(data: bytes, name: str) -> str:
    """CP949 accepts the bytes of many other encodings too, so the outcome must be Hangul for the most part."""
    try:
        text = data.decode("cp949")
    except UnicodeDecodeError:
        text = ""
    beyond_ascii = "".join(letter for letter in text if not letter.isascii())
    if hangul_share(beyond_ascii) < 0.8:
        raise SourceError(f"{name} is neither UTF-8 nor CP949 (EUC-KR) text.", _DO)
    return text
