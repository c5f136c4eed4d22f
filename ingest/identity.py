"""Which article a document is, and whether it has changed."""

from __future__ import annotations

import hashlib
import json
import os
import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from ingest.records import Document

# Parameters that say how a reader came to a page, never which page it is.
_TRACKING = frozenset({"fbclid", "gclid", "dclid", "msclkid", "igshid"})
_DEFAULT_PORT = {"http": 80, "https": 443}
_WITHOUT_PATH = ("-", "paste")

MAX_ID_CHARACTERS = 200
ID_RULE = f"an id has 1 to {MAX_ID_CHARACTERS} characters, none of them a control character"
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def article_id(document: Document) -> str:
    """The given id; else from the canonical URL, the absolute path of the file, or the raw content.

    A line of a .jsonl file shares its path with the other lines, so without an id or URL its content names it.
    """
    if document.id:
        return document.id
    if document.url:
        return "u-" + _short(canonical_url(document.url))
    if document.format != "record" and document.source not in _WITHOUT_PATH:
        source = document.source
        return _short(canonical_url(source) if "://" in source else os.path.abspath(source))
    return _short(document.raw)


def is_id(given: str) -> bool:
    """Whether an id that was given keeps ID_RULE."""
    return bool(given.strip()) and len(given) <= MAX_ID_CHARACTERS and not _CONTROL.search(given)


def raw_hash(document: Document) -> str:
    """sha256, hex, over the raw content and every field given with it but the id, which says who and not what."""
    given = [
        document.title, document.language, document.publisher, list(document.authors),
        document.published, document.updated, document.url,
    ]  # fmt: skip
    return hashlib.sha256(json.dumps([document.raw, given]).encode()).hexdigest()


def canonical_url(url: str) -> str:
    """`url` with scheme and host in lower case and without default port, fragment, tracking parameters or end slash."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:  # not an address at all; its text is its identity
        return url.strip()
    host = (parts.hostname or "").lower()
    if port and port != _DEFAULT_PORT.get(parts.scheme.lower()):
        host += f":{port}"
    kept = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not name.lower().startswith("utm_") and name.lower() not in _TRACKING
    ]
    return urlunsplit((parts.scheme.lower(), host, parts.path.rstrip("/"), urlencode(kept), ""))


def _short(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:16]
