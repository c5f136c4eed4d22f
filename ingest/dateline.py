"""Dates of publication as pages and agencies write them, into ISO 8601."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Literal

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_YMD = re.compile(
    r"(\d{4})\s*[./년-]\s*(\d{1,2})\s*[./월-]\s*(\d{1,2})\s*[.일]?(?:\s*(오전|오후)?\s*(\d{1,2}):(\d{2})(?::(\d{2}))?)?"
)
_MDY = re.compile(r"([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)")
_DMY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})(?!\d)")

# A date and what may stand with it on its line. Anything else makes the line a headline or a sentence.
_WEEKDAY = (
    r"(?:\([월화수목금토일](?:요일)?\)|[월화수목금토일]요일"
    r"|\(?(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?\)?)"
)
_DATE = (
    r"(?:\d{4}\s*[./년-]\s*\d{1,2}\s*[./월-]\s*\d{1,2}(?!\d)\s*[.일]?"
    r"|[A-Z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}(?:st|nd|rd|th)?\s+[A-Z]{3,9}\.?,?\s+\d{4})"
)
_CLOCK = (
    r"(?:(?:at )?(?:noon|midnight)|(?:T|at )?(?:오전|오후)?\s?"
    r"(?:\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?|\d{1,2}시(?:\s?\d{1,2}분)?|\d{1,2}(?=\s?[ap]\.?m))(?:\s?[ap]\.?m\b\.?)?)"
)
_ZONE = r"\(?(?:[+-]\d{2}:?\d{2}|(?:UTC|GMT|KST|JST|HKT|IST|BST|CES?T|Z|[ECMP][SD]?T)\b)\)?"
_PUBLISHED = (
    r"publication date|published(?: on)?|posted(?: on)?|date|(?:기사\s?)?(?:입력|등록|승인|발행일?|작성일?)|날짜"
)
_UPDATED = r"(?:last )?updated(?: on)?|(?:기사\s?)?(?:최종\s?)?수정"
_STAMP = re.compile(
    rf"(?:(?P<updated>{_UPDATED})|{_PUBLISHED})?(?:\s*[:：])?\s*"
    rf"(?P<when>(?:{_WEEKDAY},?\s*)?{_DATE}(?:[\s,|·]*(?:{_WEEKDAY}|{_CLOCK}|{_ZONE}))*)[\s,|·/]*",
    re.IGNORECASE,
)


def stamps(line: str) -> list[tuple[Literal["published", "updated"], str]]:
    """The ISO dates of a line that holds nothing but dates and their labels; empty for any other line."""
    found: list[tuple[Literal["published", "updated"], str]] = []
    line, position = line.strip(), 0
    while position < len(line):
        stamp = _STAMP.match(line, position)
        if not stamp or not (iso := iso_date(stamp["when"])):
            return []
        found.append(("updated" if stamp["updated"] else "published", iso))
        position = stamp.end()
    return found


def iso_date(text: str) -> str | None:
    """The first date in `text` as YYYY-MM-DD, or with its time as YYYY-MM-DDTHH:MM:SS[+HH:MM]; None without one."""
    text = text.strip()
    for read in (_iso, _mail, _numbers, _words):
        if found := read(text):
            return found
    return None


def _iso(text: str) -> str | None:
    try:
        return date.fromisoformat(text).isoformat() if len(text) == 10 else datetime.fromisoformat(text).isoformat()
    except ValueError:
        return None


def _mail(text: str) -> str | None:
    try:
        return parsedate_to_datetime(text).isoformat() if re.match(r"\w{3}, \d", text) else None
    except (ValueError, OverflowError):  # the latter from a year of twenty digits
        return None


def _numbers(text: str) -> str | None:
    if not (found := _YMD.search(text)):
        return None
    year, month, day, half, hour, minute, second = found.groups()
    try:
        if hour is None:
            return date(int(year), int(month), int(day)).isoformat()
        hours = int(hour) % 12 + 12 * (half == "오후") if half else int(hour)
        return datetime(int(year), int(month), int(day), hours, int(minute), int(second or 0)).isoformat()
    except ValueError:
        return None


def _words(text: str) -> str | None:
    if found := _MDY.search(text):
        month, day, year = found.groups()
    elif found := _DMY.search(text):
        day, month, year = found.groups()
    else:
        return None
    try:
        return date(int(year), _MONTHS.index(month[:3].lower()) + 1, int(day)).isoformat()
    except ValueError:
        return None
