"""What stands above a pasted article: its title, its publisher, its date, its author."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.dateline import iso_date

MAX_TITLE = 120  # characters of a line that may be a title
_LABELS = {
    "title": r"title|headline|제목",
    "publisher": r"publisher|언론사|매체",
    "published": r"date|published|publication date|입력|기사\s?입력|등록|발행일?|작성일?|날짜",
    "updated": r"updated|last updated|수정|최종\s?수정",
    "url": r"url|link|주소|원문",
    "authors": r"by|author|authors|byline|기자|글",
}
_LABELLED = re.compile(
    r"\s*(?:" + "|".join(f"(?P<{name}>{form})" for name, form in _LABELS.items()) + r")\s*[:：]\s*(?P<value>\S.*)",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"(?P<kind>(?:기사\s?)?(?:입력|등록|승인|발행|수정|최종\s?수정)|Published|Updated|Posted)?:?\s*"
    r"(?P<value>(?:\d{4}[.년/-]|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4}).{0,30})"
)
_BY = re.compile(r"By (?P<value>[A-Z][\w.'’-]*(?:,? (?:and )?(?:(?:de|van|von|al) )?[A-Z][\w.'’-]*){1,7})")
_REPORTER = re.compile(
    r"(?P<value>[가-힣]{2,4}(?:[·,]\s?[가-힣]{2,4})*)\s?(?:선임|수습|인턴|전문|객원)?\s?(?:기자|특파원)(?:\s+\S+@\S+)?"
)
_AGENCY = re.compile(
    r"[(\[【](?P<place>[가-힣A-Za-z·,\s]{2,20})=\s*(?P<publisher>[가-힣A-Za-z0-9]{2,12})[)\]】]\s*"
    r"(?:(?P<authors>[가-힣]{2,4}(?:·[가-힣]{2,4})*)\s*(?:선임|수습|인턴)?\s?(?:기자|특파원)\s*=?\s*|=\s*)?"
)
_SENTENCE_END = re.compile(r"[.!。][\"'”’)\]]*$")


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
    if found := _LABELLED.fullmatch(line):
        return _keep(header, _label(found), found["value"])
    if (found := _STAMP.fullmatch(line)) and len(line) <= 40:
        updated = (found["kind"] or "").startswith(("수정", "최종", "Updated"))
        return _keep(header, "updated" if updated else "published", found["value"])
    if found := _BY.fullmatch(line) or _REPORTER.fullmatch(line):
        return _keep(header, "authors", found["value"])
    return False


def _label(found: re.Match[str]) -> str:
    return next(name for name in _LABELS if found[name])


def _keep(header: Header, name: str, value: str) -> bool:
    read: object = value.strip()
    if name in ("published", "updated"):
        read = iso_date(value)
    elif name == "authors":
        names = re.split(r"\s*[,·;]\s*|\s+and\s+", value.strip())
        read = tuple(re.sub(r"^and\s+|\s*(?:기자|특파원)$", "", name) for name in names if name)
    if not read:
        return False
    if not getattr(header, name):
        setattr(header, name, read)
    return True


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
