"""The article of a saved web page; nothing else imports trafilatura. Never touches the network."""

from __future__ import annotations

import json
import logging
import re
from dataclasses import dataclass
from typing import Any

from ingest.dateline import iso_date


@dataclass(frozen=True, slots=True)
class Page:
    text: str  # one paragraph a line
    title: str | None
    authors: tuple[str, ...]
    published: str | None
    publisher: str | None
    url: str | None


# The default refuses dates after today, which would make the same page give another article tomorrow.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}

_SCRIPT = re.compile(r"<script\b[^>]*>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_STRING = re.compile(r'"((?:[^"\\]|\\.){200,})"', re.DOTALL)
_PARAGRAPHS = re.compile(r"<(?:p|br|div)\b", re.IGNORECASE)
_HEAD = re.compile(r"<head\b.*?</head>", re.DOTALL | re.IGNORECASE)
_REPORTER = re.compile(r"\s*(?:선임|수습|인턴)?\s?(?:기자|특파원)(?:\s?외.*)?$")


def extract(raw: str, url: str | None = None) -> Page | None:
    """What trafilatura takes for the article, or None where it finds none."""
    found = _bare(raw, url) or _bare(_from_script(raw), url)
    if found is None:
        return None
    title = _without_site(found.title, found.sitename)
    names = (_REPORTER.sub("", name.strip()) for name in (found.author or "").split(";"))
    return Page(
        text=_without_title(found.text, title),
        title=title,
        authors=tuple(dict.fromkeys(name for name in names if name and name != found.sitename)),
        published=iso_date(found.date or ""),
        publisher=found.sitename or None,
        url=found.url or None,
    )


def _bare(page: str, url: str | None) -> Any:
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it discards is reported by our own error
    found = bare_extraction(
        page,
        url=url,
        include_comments=False,
        include_formatting=False,
        with_metadata=True,
        date_extraction_params=_DATES,
    )
    return found if found is not None and (found.text or "").strip() else None


def _from_script(raw: str) -> str:
    """A page whose article waits in a string of its script to be shown by the browser: that string as the page."""
    best = ""
    for script in _SCRIPT.findall(raw):
        for string in _STRING.findall(script):
            text = _decoded(string)
            if len(_PARAGRAPHS.findall(text)) > 1 and len(text) > len(best):
                best = text
    head = _HEAD.search(raw)
    return f"<html>{head[0] if best and head else ''}<body><article>{best}</article></body></html>"


def _decoded(string: str) -> str:
    try:
        return json.loads(f'"{string}"', strict=False)
    except ValueError:  # a string of JavaScript that is none of JSON
        return ""


def _without_site(title: str | None, site: str | None) -> str | None:
    """The title of a page often ends in its section and site: "Rates rise - Economy | Daily News"."""
    if title and site:
        ending = rf"(?:\s*[-|ㅣ–—:]\s*[^\s|ㅣ]{{1,12}})?\s*[-|ㅣ–—:<]+\s*{re.escape(site.strip())}\s*$"
        return re.sub(ending, "", title, flags=re.IGNORECASE).strip() or title
    return title or None


def _without_title(text: str, title: str | None) -> str:
    first, _, rest = text.partition("\n")
    return rest if title and rest and first.strip() == title else text
