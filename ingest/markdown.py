"""Markdown as plain text: what a reader would see, without the marks."""

from __future__ import annotations

import logging
import re
from html import unescape

from ingest.dateline import iso_date
from ingest.identity import ID_RULE, is_id
from ingest.records import Document

log = logging.getLogger(__name__)

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_KEY = re.compile(r"([A-Za-z_]+)[ \t]*:[ \t]*(.*?)[ \t]*")
_QUOTED = re.compile(r"([\"'])(.*)\1")

# Alternative texts may hold brackets of their own, one level deep: ![[Daily] summer sale](https://...).
_LABEL = r"\[((?:[^\[\]\n]|\[[^\[\]\n]*\])*)\]"
_TARGET = r"\([ \t]*<?[^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*>?(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'))?[ \t]*\)"
_IMAGE = re.compile(rf"!{_LABEL}(?:{_TARGET}|\[[^\]\n]*\])")
_LINK = re.compile(rf"(?<!!){_LABEL}(?:{_TARGET}|\[[^\]\n]*\])")
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^>\s]+>")
_REFERENCE = re.compile(r"^ {0,3}\[[^\]]+\]:\s+\S+.*$", re.MULTILINE)
_COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL)
_TAG = re.compile(r"</?(?:a|b|i|em|strong|u|s|p|br|div|span|img|figure|figcaption|sup|sub|hr)\b[^<>]*>", re.IGNORECASE)
_EMPHASIS = re.compile(
    r"(?<![\w*])(\*{1,3})(?=\S)([^*\n]+?)(?<=\S)\1(?!\*)|(?<![\w_])(_{1,3})(?=\S)([^_\n]+?)(?<=\S)\3(?![\w_])"
)
_BOLD_INSIDE = re.compile(r"\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*")  # Korean puts a particle right after: **값**은
_CODE = re.compile(r"(`+)([^`\n]+)\1")
_LINE_MARKS = re.compile(r"^\s{0,3}(?:>\s?)+|^\s*(?:[-*]\s+|\+\s+(?![\d$€£¥₩.]))(?=\S)|^\s{0,3}#{1,6}\s+")
_RULE = re.compile(r"^\s{0,3}(?:(?:[-*_]\s*){3,}|=+|-+|(?:`{3,}|~{3,}).*|[\s:|-][\s:-]*+\|[\s:|-]*)$")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")
_PLANE = 0xF0000  # private use
_HIDDEN = re.compile("[\U000f0000-\U000f007f]")
_HEADING = re.compile(r"^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """The plain `key: value` lines of a leading --- block, keys in lower case, and the text after it."""
    found = _FRONT.match(text)
    if not found:
        return {}, text
    given: dict[str, str] = {}
    for line in found[1].splitlines():
        if (pair := _KEY.fullmatch(line)) and (value := _unquoted(pair[2])):
            given[pair[1].lower()] = value
    return (given, text[found.end() :]) if given else ({}, text)


def _unquoted(value: str) -> str:
    quoted = _QUOTED.fullmatch(value)
    return quoted[2] if quoted else value


def document(raw: str, source: str) -> Document:
    """A Markdown file, with what its front matter gives; an id there that cannot be used is left out with a warning."""
    found = described(raw, source)
    if _given(raw).get("id") and not found.id:
        log.warning('%s: "id" cannot be used and is left out: %s.', source, ID_RULE)
    return found


def _given(raw: str) -> dict[str, str]:
    return front_matter(raw.lstrip("\ufeff").replace("\r\n", "\n"))[0]


def described(raw: str, source: str) -> Document:
    """What document() gives, without its warning: for a text that was read before."""
    given = _given(raw)
    language = (given.get("language") or given.get("lang") or "")[:2].lower()
    authors = (given.get("authors") or given.get("author") or "").strip("[]").split(",")
    id_ = given.get("id")
    return Document(
        raw=raw,
        format="markdown",
        source=source,
        id=id_ if id_ and is_id(id_) else None,
        title=given.get("title"),
        language="ko" if language == "ko" else "en" if language == "en" else None,
        publisher=given.get("publisher"),
        authors=tuple(name for author in authors if (name := author.strip(" \"'"))),
        published=iso_date(given.get("published") or given.get("date") or ""),
        updated=iso_date(given.get("updated") or ""),
        url=given.get("url"),
    )


def plain(text: str) -> tuple[str | None, list[str]]:
    """The title (a level one heading that everything else follows), and the lines, blank ones kept.

    Entities are decoded, so a line may hold what its text did not: spaces, line ends, invisible characters.
    """
    title: str | None = None
    lines: list[str] = []
    text = _REFERENCE.sub("", _COMMENT.sub("", text))
    for line in text.split("\n"):
        shown = _shown(line)
        heading = _HEADING.match(line)
        if heading and len(heading[1]) == 1 and title is None and not any(lines):
            title = shown.rstrip(" #") or None
        elif heading:
            lines += ["", shown.rstrip(" #"), ""]
        else:
            lines.append(shown)
    return title, lines


def without_images(line: str) -> str:
    """A line of plain text without Markdown images, which come along when an article is copied from a page."""
    return _IMAGE.sub("", line)


def _shown(line: str) -> str:
    if _RULE.match(line):
        return ""
    line = _ESCAPE.sub(lambda found: chr(ord(found[1]) + _PLANE), line)  # no mark until the marks are gone
    line = _LINE_MARKS.sub("", _LINE_MARKS.sub("", line))
    line = _CODE.sub(r"\2", _LINK.sub(r"\1", _IMAGE.sub("", line)))
    line = _TAG.sub("", _AUTOLINK.sub("", line))
    line = _EMPHASIS.sub(lambda found: found[2] or found[4], _BOLD_INSIDE.sub(r"\1", line))
    line = unescape(line)  # no mark either: what an entity stands for is text
    return _HIDDEN.sub(lambda found: chr(ord(found[0]) - _PLANE), line).strip()
