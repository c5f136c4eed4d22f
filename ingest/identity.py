"""Which article a document is, and whether it has changed."""

from __future__ import annotations

import hashlib
import json
import os
import re
from urllib.parse import urlsplit, urlunsplit

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
    if document.url and (address := canonical_url(document.url)):
        return "u-" + _short(address)
    if document.format != "record" and document.source not in _WITHOUT_PATH:
        return _short(canonical_url(document.source) or os.path.abspath(document.source))
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


def canonical_url(url: str) -> str | None:
    """`url` with scheme and host in lower case and without default port, tracking parameters, end slash, or a fragment
    that is a place on the page; None where it lacks a scheme or a host and so is no one's address."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return None
    if not parts.scheme or not parts.hostname:
        return None
    host = parts.hostname
    if port and port != _DEFAULT_PORT.get(parts.scheme):
        host += f":{port}"
    # As written: what the escapes of a query mean, only the site knows (EUC-KR is still about).
    query = "&".join(given for given in parts.query.split("&") if given and not _is_tracking(given))
    route = parts.fragment if parts.fragment.startswith(("/", "!")) else ""  # a page of a site run by a script
    return urlunsplit((parts.scheme, host, parts.path.rstrip("/"), query, route.rstrip("/")))


def _is_tracking(parameter: str) -> bool:
    name = parameter.partition("=")[0].lower()
    return name.startswith("utm_") or name in _TRACKING


def _short(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:16]
