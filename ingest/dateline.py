"""Dates of publication as pages and agencies write them, into ISO 8601."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_YMD = re.compile(
    r"(\d{4})\s*[./년-]\s*(\d{1,2})\s*[./월-]\s*(\d{1,2})\s*[.일]?(?:\s*(오전|오후)?\s*(\d{1,2}):(\d{2})(?::(\d{2}))?)?"
)
_MDY = re.compile(r"([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_DMY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})")


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
    except ValueError:
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
