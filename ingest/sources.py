"""From what the user names (a file, a folder, standard input, pasted text) to documents."""

from __future__ import annotations

import io
import logging
import os
import re
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from ingest import jsonl, markdown
from ingest.decoding import decode, whole_characters
from ingest.errors import SourceError
from ingest.jsonl import MAX_BYTES  # a .jsonl file is read line by line and may be larger
from ingest.records import Document

log = logging.getLogger(__name__)

_FORMATS = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "record",
}
_KNOWN = ", ".join(_FORMATS)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):")  # two characters at least: "C:" is a drive


@dataclass(frozen=True, slots=True)
class SourceFailure:
    """One thing that could not be read; the rest of its folder or file still comes."""

    source: str
    error: SourceError


def read(source: str, stdin: BinaryIO | None = None) -> Iterator[Document | SourceFailure]:
    """The documents of a file, a folder or "-" (`stdin`, else the process's own), and what could not be read."""
    if source == "-":
        yield from _stream(stdin or sys.stdin.buffer)
    elif failure := _address(source):
        yield SourceFailure(source, failure)
    elif os.path.isdir(source):
        yield from _folder(source)
    else:
        yield from _file(source)


def paste(text: str, title: str | None = None) -> Document:
    """Pasted text. A title becomes its first line, as a header, so that the raw content is all there is to know."""
    text, title = whole_characters(text), " ".join(whole_characters(title or "").split())
    return Document(raw=f"Title: {title}\n\n{text}" if title else text, format="text", source="paste")


def _address(source: str) -> SourceError | None:
    scheme = _SCHEME.match(source)
    if not scheme or ("://" not in source and os.path.lexists(source)):
        return None
    if scheme[1].lower() in ("http", "https"):
        return SourceError("Web pages cannot be fetched yet.", "Save the page and ingest the file.")
    return SourceError(f"{scheme[1]}: addresses are not read.", "Give a file, a folder, or - for standard input.")


def _folder(folder: str) -> Iterator[Document | SourceFailure]:
    skipped = 0
    found = False
    seen: set[str] = set()
    closed: list[OSError] = []  # folders met on the way that cannot be listed
    for here, folders, files in os.walk(folder, followlinks=True, onerror=closed.append):
        real = os.path.realpath(here)
        if real in seen:  # a link that leads back up
            folders.clear()
            continue
        seen.add(real)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.startswith(".") or Path(name).suffix.lower() not in _FORMATS:
                skipped += 1
                continue
            found = True
            yield from _file(os.path.join(here, name))
    if skipped:
        log.info("%s: %d files skipped that are hidden or none of %s.", _printable(folder), skipped, _KNOWN)
    yield from (_unreadable(os.fsdecode(error.filename), error) for error in closed)
    if not found and not closed:
        yield SourceFailure(
            _printable(folder),
            SourceError(f"{_printable(folder)} holds no articles.", f"Known kinds of files: {_KNOWN}."),
        )


def _file(path: str) -> Iterator[Document | SourceFailure]:
    try:
        kind = _FORMATS.get(Path(path).suffix.lower())
        size = _size(path, kind)
        with open(path, "rb") as stream:
            if kind == "record":
                yield from _records(stream, path)
                return
            data = stream.read(size + 1)
        yield _document(data, kind, path)
    except OSError as error:
        yield _unreadable(path, error)
    except SourceError as error:
        yield SourceFailure(_printable(path), error)


def _unreadable(path: str, error: OSError) -> SourceFailure:
    shown, why = _printable(path), error.strerror or str(error)
    return SourceFailure(shown, SourceError(f"{shown} cannot be read: {why}.", "Check the path and its permissions."))


def _printable(path: str) -> str:
    """A path as text. A name that is not UTF-8 comes as half surrogate pairs, which can be neither stored nor printed."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _size(path: str, kind: str | None) -> int:
    found, shown = os.stat(path), _printable(path)
    if not stat.S_ISREG(found.st_mode):
        raise SourceError(f"{shown} is neither a file nor a folder.", "Give a file, a folder, or - for standard input.")
    if found.st_size > MAX_BYTES and kind != "record":
        raise SourceError(
            f"{shown} is {found.st_size / 1e6:.0f} MB, and an article may have {MAX_BYTES // 1_000_000} MB.",
            "Split it, or give one article a line in a .jsonl file.",
        )
    return found.st_size


def _document(data: bytes, kind: str | None, path: str) -> Document:
    shown, source = _printable(path), _printable(os.path.abspath(path))
    text = decode(data, shown)
    if not text.strip():
        raise SourceError(f"{shown} is empty.", "Give a file with the text of an article.")
    if kind is None:
        raise SourceError(f"{shown} is of no known kind.", f"Known: {_KNOWN}. Rename it if it is one of them.")
    if kind == "markdown":
        return markdown.document(text, source)
    return Document(raw=text, format=kind, source=source)  # type: ignore[arg-type]


def _records(stream: BinaryIO, source: str) -> Iterator[Document | SourceFailure]:
    shown = source if source == "-" else _printable(os.path.abspath(source))
    for found in jsonl.documents(stream, shown):
        yield SourceFailure(_printable(source), found) if isinstance(found, SourceError) else found


def _stream(stream: BinaryIO) -> Iterator[Document | SourceFailure]:
    read = bytearray()
    while (first := stream.readline(jsonl.MAX_LINE_BYTES + 1)) and not first.strip() and len(read) <= MAX_BYTES:
        read += first  # blank lines
    data = bytes(read + first)
    if jsonl.looks_like_record(first):
        yield from _records(io.BufferedReader(_Rejoined(data, stream)), "-")
        return
    data += stream.read(max(0, MAX_BYTES + 1 - len(data)))
    try:
        if len(data) > MAX_BYTES:
            raise SourceError(
                f"Standard input is over {MAX_BYTES // 1_000_000} MB.", "Give one article a line as JSON."
            )
        text = decode(data, "Standard input")
        if not text.strip():
            raise SourceError("Standard input is empty.", "Pipe in the text of an article.")
        yield Document(raw=text, format="text", source="-")
    except SourceError as error:
        yield SourceFailure("-", error)


class _Rejoined(io.RawIOBase):
    """A stream with its first lines put back."""

    def __init__(self, first: bytes, rest: BinaryIO) -> None:
        self._first = memoryview(first)
        self._read = getattr(rest, "read1", rest.read)  # what has come, without waiting for a whole buffer of it

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._first[: len(buffer)] or self._read(len(buffer))
        self._first = self._first[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)
