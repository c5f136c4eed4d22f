"""The article of a saved web page; nothing else imports trafilatura. Never touches the network."""

from __future__ import annotations

import logging
from dataclasses import dataclass

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


def extract(raw: str, url: str | None = None) -> Page | None:
    """What trafilatura takes for the article, or None where it finds none."""
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(
        logging.CRITICAL
    )  # what it discards is reported by our own error
    found = bare_extraction(
        raw,
        url=url,
        include_comments=False,
        include_formatting=False,
        with_metadata=True,
        date_extraction_params=_DATES,
    )
    if found is None or not (found.text or "").strip():
        return None
    title = _without_site(found.title, found.sitename)
    return Page(
        text=_without_title(found.text, title),
        title=title,
        authors=tuple(name.strip() for name in (found.author or "").split(";") if name.strip()),
        published=iso_date(found.date or ""),
        publisher=found.sitename or None,
        url=found.url or None,
    )


def _without_site(title: str | None, site: str | None) -> str | None:
    """The title of a page often ends in the name of its site: "Rates rise - Daily News"."""
    if title and site:
        for mark in (" - ", " | ", " – ", " — ", " :: ", " : ", " < "):
            head, found, tail = title.rpartition(mark)
            if found and head and tail.strip().casefold() == site.strip().casefold():
                return head.strip()
    return title or None


def _without_title(text: str, title: str | None) -> str:
    first, _, rest = text.partition("\n")
    return rest if title and rest and first.strip() == title else text
