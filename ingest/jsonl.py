"""Articles as JSON lines: one record a line, and the lines that an export of the library wrote."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from ingest import markdown
from ingest.dateline import iso_date
from ingest.decoding import decode, whole_characters
from ingest.errors import SourceError
from ingest.identity import ID_RULE, is_id, raw_hash
from ingest.records import Document, Language

log = logging.getLogger(__name__)

MAX_BYTES = 20_000_000  # of one article
# An exported line has an article twice, as it came in and cleaned; each may grow by half from CP949, and by its escapes.
MAX_LINE_BYTES = 6 * MAX_BYTES
_FIELDS = ("title", "text", "language", "publisher", "authors", "published", "updated", "url")
_DO = "Correct that line; the others are not affected."


def documents(stream: BinaryIO, source: str) -> Iterator[Document | SourceError]:
    """Each line's document, or what is wrong with it, in order. `source` is the file's path, or "-"."""
    found = False
    for number, line in enumerate(_lines(stream), 1):
        name = f"{source} line {number}"
        found = found or line is None or bool(line.strip())
        if line is None:
            yield SourceError(f"{name} is over {MAX_LINE_BYTES // 1_000_000} MB.", _DO)
        elif line.strip():
            try:
                yield _document(_record(decode(line, name), name), source, name)
            except SourceError as error:
                yield error
    if not found:
        yield SourceError(f"{source} is empty.", "Give a file with one JSON record a line.")


def text_of(raw: str) -> str:
    """The text of a record's raw content: its "text" where it is a JSON record, else all of it."""
    try:
        record = json.loads(raw)
    except (ValueError, RecursionError):
        return raw
    return record["text"] if isinstance(record, dict) and isinstance(record.get("text"), str) else raw


def looks_like_record(line: bytes) -> bool:
    """Whether a first line is a JSON object, as in a file of JSON lines."""
    try:
        return isinstance(json.loads(line.decode("utf-8-sig")), dict)
    except ValueError:
        return False
    except RecursionError:  # JSON as far as it was read; the reader of the line says what is wrong with it
        return line.lstrip().startswith(b"{")


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """The lines, None for one over the limit, never holding more than the limit."""
    while line := stream.readline(MAX_LINE_BYTES + 1):
        if len(line) <= MAX_LINE_BYTES or line.endswith(b"\n"):
            yield line
            continue
        yield None
        while line and not line.endswith(b"\n"):
            line = stream.readline(MAX_LINE_BYTES)


def _record(line: str, name: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise SourceError(f"{name} is not JSON: {error.msg}.", _DO) from None
    except RecursionError:
        raise SourceError(f"{name} is not JSON that can be read: it is nested too deep.", _DO) from None
    except ValueError:  # the one other that Python has: an integer over its limit of digits
        raise SourceError(f"{name} is not JSON that can be read: a number in it is too long.", _DO) from None
    if not isinstance(record, dict):
        raise SourceError(f"{name} is not a JSON object.", _DO)
    return {key: _whole(value) for key, value in record.items()}


def _whole(value: Any) -> Any:
    """A string, or a list of strings, without half characters; no other value of a record is kept."""
    if isinstance(value, list):
        return [whole_characters(one) if isinstance(one, str) else one for one in value]
    return whole_characters(value) if isinstance(value, str) else value


def _document(record: dict[str, Any], source: str, name: str) -> Document:
    if isinstance(record.get("raw_hash"), str) and isinstance(record.get("raw"), str):
        if exported := _exported(record, name):
            return exported
        log.warning("%s is an edited export: its text is taken as a new article version.", name)
    return _given(record, source, name)


def _given(record: dict[str, Any], source: str, name: str) -> Document:
    language = record.get("lang") if record.get("language") in (None, "") else record["language"]
    given = {key: record[key] for key in _FIELDS if record.get(key) not in (None, "", [])}
    if language not in (None, ""):
        given["language"] = _language(language, name)
    text = _string(record, "text", name)
    if not text or not text.strip():
        raise SourceError(f"{name} has no text.", _DO)
    raw = json.dumps(dict(sorted(given.items())), ensure_ascii=False)
    if len(raw.encode()) > MAX_BYTES:
        raise SourceError(f"{name} has an article of over {MAX_BYTES // 1_000_000} MB.", "Split it.")
    return Document(
        raw=raw,
        format="record",
        source=source,
        id=_id(record, name),
        title=_string(record, "title", name),
        language=given.get("language"),
        publisher=_string(record, "publisher", name),
        authors=_authors(record, name),
        published=_date(record, "published", name),
        updated=_date(record, "updated", name),
        url=_string(record, "url", name),
    )


def _exported(record: dict[str, Any], name: str) -> Document | None:
    """The document that an exported article came from, or None where the line was changed since.

    Whatever was given with an article stands in its raw content, so the raw content alone must lead to the same hash.
    """
    source, raw, id_ = _string(record, "source", name) or "-", record["raw"], _id(record, name)
    kind = record.get("format")
    if kind == "record":
        try:
            document = _given({**_record(raw, name), "id": id_}, source, name)
        except SourceError:
            return None
    elif kind == "markdown":
        document = replace(markdown.described(raw, source), id=id_)
    else:
        document = Document(raw, "html" if kind == "html" else "text", source, id_)
    return document if raw_hash(document) == record["raw_hash"] else None


def _string(record: dict[str, Any], key: str, name: str) -> str | None:
    value = record.get(key)
    if value is not None and not isinstance(value, str):
        raise SourceError(f'{name}: "{key}" must be a string.', _DO)
    return value or None


def _id(record: dict[str, Any], name: str) -> str | None:
    given = record.get("id")
    if given is not None and not (isinstance(given, str) and is_id(given)):
        raise SourceError(f'{name}: "id" cannot be used: {ID_RULE}.', _DO)
    return given


def _language(given: Any, name: str) -> Language:
    if given not in ("ko", "en"):
        raise SourceError(f'{name}: "language" must be "ko" or "en".', _DO)
    return given


def _authors(record: dict[str, Any], name: str) -> tuple[str, ...]:
    given = record.get("authors") or []
    given = [given] if isinstance(given, str) else given
    if not isinstance(given, list) or not all(isinstance(author, str) for author in given):
        raise SourceError(f'{name}: "authors" must be a list of strings.', _DO)
    return tuple(author for author in given if author.strip())


def _date(record: dict[str, Any], key: str, name: str) -> str | None:
    given = _string(record, key, name)
    if not given:
        return None
    found = iso_date(given)
    if found is None:
        log.warning('%s: "%s" is no date that can be read and is left out.', name, key)
    return found
