"""Text of articles, questions and models as HTML that shows exactly these characters and does nothing."""

from __future__ import annotations

import datetime
import html
import re
from urllib.parse import urlsplit

from ingest.records import Language

# A chat message passes through a Markdown parser that ends an HTML block at a blank line, and through a dedent that
# expands tabs: both travel as character references, and the stylesheet keeps them (white-space: pre-wrap).
_REFERENCES = {
    "\n": "&#10;",
    "\t": "&#9;",
    "\r": "",
    "`": "&#96;",
    "$": "&#36;",
    "{": "&#123;",
    "}": "&#125;",
}
_REFERENCE = re.compile("[" + re.escape("".join(_REFERENCES)) + "]")


def escape(text: str) -> str:
    """`text` for element content or a quoted attribute, on one line."""
    return _REFERENCE.sub(lambda match: _REFERENCES[match.group()], html.escape(text.replace("\r\n", "\n")))


def link(url: str | None) -> str | None:
    """`url` if a browser may follow it: absolute http or https, else None."""
    try:
        parts = urlsplit((url or "").strip())
    except ValueError:
        return None
    return parts.geturl() if parts.scheme in ("http", "https") and parts.netloc else None


def outside(url: str | None, label: str) -> str:
    """An anchor out of the page, or nothing where the article has no address that may be followed."""
    address = link(url)
    if address is None:
        return ""
    return (
        f'<a class="outside" href="{escape(address)}" target="_blank" rel="noopener noreferrer">{escape(label)}'
        '<span aria-hidden="true"> ↗</span></a>'
    )


def day(published: str | None, language: Language) -> str:
    """An ISO 8601 date in the reader's habit; what is not one is shown as it stands."""
    if not published:
        return ""
    try:
        date = datetime.date.fromisoformat(published[:10])
    except ValueError:
        return published
    if language == "ko":
        return f"{date.year}년 {date.month}월 {date.day}일"
    return f"{date.day} {date:%B} {date.year}"


def byline(*parts: str | None) -> str:
    """The given parts, escaped and separated by middle dots."""
    return '<span class="dot"> · </span>'.join(escape(part) for part in parts if part)
