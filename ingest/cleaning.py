"""From a document as it came in to the text that offsets count in."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from ingest import html, markdown
from ingest.boilerplate import without_boilerplate
from ingest.errors import SourceError
from ingest.header import Header, take
from ingest.jsonl import text_of
from ingest.language import detect
from ingest.records import Document, Language
from ingest.sentences import split

MAX_MADE_TITLE = 100  # characters of a title made from the first sentence

_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029\x85\v\f]")
_SPACES = re.compile(r"[^\S\n]+")
_JOINER = re.compile(r"(?<![^\w\s.,!?\"'()-])\u200d|\u200d(?![^\w\s.,!?\"'()-])")  # kept inside emoji only
# Zero width, direction, soft hyphen, fillers, tags and half characters: all invisible, none of them text.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\uffa0\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f\U000e0100-\U000e01ef]"
)
_WRAPPED = (45, 100)  # characters; lines that an editor broke are about this long
_ENDS = re.compile(r"[.!?…。:;\"'”’)\]]$")


@dataclass(frozen=True, slots=True)
class Cleaned:
    title: str
    text: str  # NFC, one paragraph a line, no line empty or with space around it
    language: Language
    publisher: str | None
    authors: tuple[str, ...]
    published: str | None  # ISO 8601
    updated: str | None  # ISO 8601
    url: str | None


def clean(document: Document) -> Cleaned:
    """The same document gives the same text. Raises SourceError if nothing is left to read."""
    header = _READERS[document.format](document)
    lines = (_SPACES.sub(" ", line).strip() for line in without_boilerplate(header.rest))
    # NFC again: what was taken away may have stood between a letter and its accent.
    text = unicodedata.normalize("NFC", "\n".join(line for line in lines if line))
    if not text:
        raise SourceError(f"{document.source} holds no text of an article.", "Give the article's text itself.")
    title = unicodedata.normalize("NFC", _line(document.title or header.title or "") or _title_from(text))
    return Cleaned(
        title=title,
        text=text,
        language=document.language or detect(text),
        publisher=_line(document.publisher or header.publisher or "") or None,
        authors=tuple(name for author in document.authors or header.authors if (name := _line(author))),
        published=_line(document.published or header.published or "") or None,
        updated=_line(document.updated or header.updated or "") or None,
        url=_line(document.url or header.url or "") or None,
    )


def normalise(text: str) -> str:
    """NFC, "\\n" between lines, single spaces, nothing invisible."""
    seen = _INVISIBLE.sub("", _JOINER.sub("", _LINE_ENDS.sub("\n", text)))
    return unicodedata.normalize("NFC", _SPACES.sub(" ", seen))


def _lines(text: str) -> list[str]:
    return [_SPACES.sub(" ", line).strip() for line in normalise(text).split("\n")]


def _line(text: str) -> str:
    return " ".join(normalise(text).split())


def _plain(document: Document) -> Header:
    lines = [markdown.without_images(line).strip() if "![" in line else line for line in _lines(document.raw)]
    return _with_whole_paragraphs(take(lines, document.title))


def _markdown(document: Document) -> Header:
    given = markdown.described(document.raw, document.source)
    _, body = markdown.front_matter(_LINE_ENDS.sub("\n", document.raw.lstrip("\ufeff")))
    heading, lines = markdown.plain(normalise(body))
    heading, lines = _line(heading or ""), [_line(line) for line in lines]
    title = document.title or given.title or heading
    if heading and heading != title:
        lines.insert(0, heading)
    header = take(lines, title)
    header.publisher = given.publisher or header.publisher
    header.published = given.published or header.published
    header.updated = given.updated or header.updated
    header.url = given.url or header.url
    header.authors = given.authors or header.authors
    return _with_whole_paragraphs(header)


def _html(document: Document) -> Header:
    page = html.extract(document.raw, document.url)
    if page is None:
        raise SourceError(f"{document.source} holds no article that can be found.", "Give the article's text itself.")
    return Header(
        title=page.title,
        publisher=page.publisher,
        published=page.published,
        url=page.url,
        authors=page.authors,
        rest=_lines(page.text),
    )


def _record(document: Document) -> Header:
    lines = _lines(text_of(document.raw))
    return Header(rest=lines) if document.title else take(lines)


_READERS = {"text": _plain, "markdown": _markdown, "html": _html, "record": _record}


def _with_whole_paragraphs(header: Header) -> Header:
    """Join the lines of a paragraph again where an editor broke them; elsewhere a line is a paragraph."""
    lines = header.rest
    inner = [line for line, after in pairwise(lines) if line and after]
    broken = [line for line in inner if _WRAPPED[0] <= len(line) <= _WRAPPED[1] and not _ENDS.search(line)]
    if len(inner) < 2 or len(broken) < 0.6 * len(inner):
        return header
    joined: list[str] = []
    for before, line in pairwise(["", *lines]):
        if line and len(before) >= _WRAPPED[0]:
            joined[-1] += " " + line
        else:
            joined.append(line)
    header.rest = joined
    return header


def _title_from(text: str) -> str:
    start, end = split(text)[0]
    sentence = text[start:end]
    if len(sentence) <= MAX_MADE_TITLE:
        return sentence
    return sentence[: MAX_MADE_TITLE - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
