"""What stands above a pasted article: its title, its publisher, its date, its author."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from ingest.byline import byline, names
from ingest.dateline import stamps

MAX_TITLE = 120  # characters of a line that may be a title
_LABELS = {
    "title": r"title|headline|제목",
    "publisher": r"publisher|언론사|매체",
    "url": r"url|link|주소|원문",
    "authors": r"by|author|authors|byline|기자|글",
}
_LABELLED = re.compile(
    r"\s*(?:" + "|".join(f"(?P<{name}>{form})" for name, form in _LABELS.items()) + r")\s*[:：]\s*(?P<value>\S.*)",
    re.IGNORECASE,
)
_URL = re.compile(r"https?://\S+", re.IGNORECASE)
_AGENCY = re.compile(
    r"[(\[【](?P<place>[가-힣A-Za-z·,\s]{2,20})=\s*(?P<publisher>[가-힣A-Za-z0-9]{2,12})[)\]】]\s*"
    r"(?:(?P<authors>[가-힣]{2,4}(?:·[가-힣]{2,4})*)\s*(?:선임|수습|인턴)?\s?(?:기자|특파원)\s*=?\s*|=\s*)?"
)
_SENTENCE_END = re.compile(r"[.!。][\"'”’)\]]*$")
_SAYS = re.compile(r"[.!?。…][\"'”’)\]]*$")


@dataclass(slots=True)
class Header:
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    updated: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    rest: list[str] = field(default_factory=list)  # the lines below, blank ones kept


def take(lines: list[str], title: str | None = None) -> Header:
    """Read the header off the top of `lines`; a title line is looked for unless the title is known."""
    header = Header(title=title, rest=list(lines))
    _take_fields(header)
    if header.title is None and _is_title(header.rest):
        header.title = header.rest.pop(0)
        _take_fields(header)
    _take_agency(header)
    return header


def _take_fields(header: Header) -> None:
    while header.rest and (not header.rest[0] or _field(header, header.rest[0])):
        header.rest.pop(0)


def _field(header: Header, line: str) -> bool:
    """Whether `line` is a field; its value is kept unless that field is known."""
    if found := stamps(line):
        return all(_keep(header, name, iso) for name, iso in found)
    if labelled := _LABELLED.fullmatch(line):
        name = next(name for name in _LABELS if labelled[name])
        return _keep(header, name, _READERS[name](labelled["value"].strip()))
    return _keep(header, "authors", byline(line))


def _keep(header: Header, name: str, value: object) -> bool:
    if not value:
        return False
    if not getattr(header, name):
        setattr(header, name, value)
    return True


def _url(value: str) -> str | None:
    return value if _URL.fullmatch(value) else None


def _publisher(value: str) -> str | None:
    return None if _SAYS.search(value) else value


# What a label's value must be; a line whose value is something else belongs to the text.
_READERS: dict[str, Callable[[str], object]] = {"title": str, "publisher": _publisher, "url": _url, "authors": names}


def _is_title(lines: list[str]) -> bool:
    if len(lines) < 2 or not lines[0] or len(lines[0]) > MAX_TITLE or _SENTENCE_END.search(lines[0]):
        return False
    if not any(lines[1:]):
        return False
    return not lines[1] or bool(_AGENCY.match(lines[1])) or _field(Header(), lines[1])


def _take_agency(header: Header) -> None:
    """(서울=가나통신) 홍길동 기자 = at the head of the first sentence is no part of it."""
    if header.rest and (found := _AGENCY.match(header.rest[0])) and header.rest[0][found.end() :].strip():
        header.publisher = header.publisher or found["publisher"]
        if found["authors"] and not header.authors:
            header.authors = tuple(found["authors"].split("·"))
        header.rest[0] = header.rest[0][found.end() :]
