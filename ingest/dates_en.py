"""Dates and times of day in English text: Jan. 27, 2025, 27 January, Q4, the 1990s, Tuesday, 8:30 p.m., last month."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ingest.dates import Found, month_away, on, season_year, valid, weekday_near
from ingest.quantity import Moment

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SURE = r"January|February|April|June|July|August|September|October|November|December"
_SHORT = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
_MONTH = rf"(?P<mon>{_SURE}|March|May|{_SHORT})"
_DAY = r"(?P<d>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9,.]?[0-9]|:| ?(?:%|percent|million|billion))"
_YEAR = r"(?P<y>1[0-9]{3}|20[0-9]{2}|21[0-9]{2})(?![0-9,.]?[0-9])"
_MDY = re.compile(
    rf"\b{_MONTH} (?:the )?{_DAY}(?:(?: ?[-–—] ?| to | and | through )(?P<d2>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9,.]?[0-9]))?(?:,? {_YEAR})?"
)
_DMY = re.compile(rf"(?<![0-9.,$£€])\b{_DAY} (?:of )?{_MONTH}(?:,? {_YEAR})?(?![a-z])")
_MY = re.compile(rf"\b{_MONTH},? (?:of )?{_YEAR}")
_ALONE = re.compile(
    rf"\b(?:(?P<mon>{_SURE})\b|(?<=[Ii]n |[Oo]f |[Bb]y )(?P<m2>March|May)\b|(?:[Ll]ast|[Tt]his|[Nn]ext|[Ss]ince|[Uu]ntil|"
    r"[Ee]arly|[Ll]ate|[Mm]id|[Ff]rom|[Dd]uring|[Bb]efore|[Aa]fter|[Tt]ill|[Tt]hrough)[ -](?P<m3>March|May)\b(?! [A-Z]))"
)
# May and March where only the month can stand: the wettest May, the May election, between March and May.
_AFTER_MAY = r"government|administration|cabinet|ministry|family|premiership|ministers?|team|deal|plan|will|be|have"
_AFTER_MARCH = (
    r"on|in|for|to|of|from|against|through|by|and|that|which|towards?|with|at|across|into|as|is|was|were|had|has|will|would|began|"
    r"drew|ended|started|passed|went|came|continued|took|turned|organi[sz]ers?|route|itself|along|past|over|outside|up|down|back|home|around"
)
_ANY = rf"{_SURE}|March|May"
_IN_PHRASE = re.compile(
    r"\b(?:[a-z]{2,}est|best|worst|(?:most|least) [a-z]+|every|any|typical|average|normal|usual|record|previous)[ -](?P<m1>March|May)\b(?! (?:for|on|of|to|against|through)\b)"
    rf"|\b[Tt]he (?:(?P<m2>May)(?= (?!{_AFTER_MAY})[a-z]+)|(?P<m3>March)(?= (?!(?:{_AFTER_MARCH})\b)[a-z]+))"
    rf"|\b(?:{_ANY}) (?:and|or|to|through) (?P<m4>March|May)\b|\b(?P<m5>March|May)(?= (?:and|or|to|through) (?:{_ANY})\b)"
)
_ISO = re.compile(r"(?<![0-9-])(?P<y>(?:19|20)[0-9]{2})[-/](?P<m>[01][0-9])[-/](?P<d>[0-3][0-9])(?![0-9-])")
_BARE_YEAR = re.compile(
    r"(?<![0-9.,$£€¥₩#:/+-])(?<![A-Za-z0-9]-)\b(?P<y>1[5-9][0-9]{2}|20[0-9]{2})(?:[-–/](?P<y2>[0-9]{2}|(?:19|20)[0-9]{2}))?\b"
    r"(?![,.]?[0-9]|%|:| ?(?:percent|million|billion|dollars|people|km|miles|won|yuan|yen|points|feet|meters|metres|times)\b)"
)
_DECADE = re.compile(r"(?:\b(?P<y>1[0-9]{2}0|20[0-9]0)|['’‘](?P<s>[1-9]0)|(?<=[Tt]he )(?P<t>[2-9]0))['’]?s\b")
_DECADE_WORD = re.compile(r"\b[Tt]he (?P<w>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b")
_DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
_ORDINALS = ("first", "second", "third", "fourth")
_QUARTER = re.compile(
    rf"\b(?:(?P<word>first|second|third|fourth|1st|2nd|3rd|4th)[ -](?:fiscal )?quarter\b|Q(?P<q>[1-4])\b|(?P<n>[1-4])Q\b)"
    rf"(?:(?: of|,)? (?:fiscal )?{_YEAR})?",
    re.I,
)
_CENTURY = re.compile(r"\b(?P<c>[12]?[0-9])(?:st|nd|rd|th)[ -]century\b", re.I)
_CENTURIES = ("fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first")
_CENTURY_WORD = re.compile(rf"\b({'|'.join(_CENTURIES)})[ -]century\b", re.I)
_WEEKDAY = re.compile(
    rf"\b(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Cc]oming) )?(?:(?P<w>{'|'.join(WEEKDAYS)})s?|(?P<s>Mon|Tues?|Weds?|Thurs?|Fri)\.)(?![a-z])"
    r"(?!(?<=Sunday) (?:Times|Mail|Telegraph|Express|Mirror|Herald|Post|Tribune|World|Morning|Night Football)|(?<=Saturday) Night Live)"
)
_CLOCK = re.compile(
    r"(?<![0-9.,:$£€])\b(?P<h>[01]?[0-9]|2[0-4])(?:[:.](?P<m>[0-5][0-9]))?(?P<dash>(?: ?[-–] ?| to )(?P<h2>1?[0-9])(?:[:.](?P<m2>[0-5][0-9]))?)?"
    r" ?(?:(?P<half>[ap])\.?m\b\.?|(?P<oc>o['’]clock))",
    re.I,
)
_HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_PAST = re.compile(
    rf"\b(?P<part>half|(?:a )?quarter) (?P<way>past|to) (?P<h>1[0-2]|[1-9]|{'|'.join(_HOURS)})\b(?! (?:times|percent|per cent|years|people|million|billion))"
    r"(?! (?:[a-z]+)s\b)",
    re.I,
)
_COLON = re.compile(r"(?<![0-9.,:])\b(?P<h>[01]?[0-9]|2[0-4]):(?P<m>[0-5][0-9])(?![0-9:])\b")
_NOON = re.compile(r"\b(noon|midnight)\b", re.I)
_RELATIVE = re.compile(
    r"\b(?:(?P<day>yesterday|today|tomorrow)|(?<!\bthe )(?P<which>last|this|next) (?P<span>month|year))\b(?!['’]s (?:world|society))",
    re.I,
)
_SEASON = re.compile(
    r"\b(?P<which>last|this|next|this coming|the coming) (?P<season>spring|summer|autumn|fall(?! (?:in|of|from|to|back|after|below|short)\b))\b(?!-)",
    re.I,
)
_SHIFT = {"last": -1, "this": 0, "next": 1, "yesterday": -1, "today": 0, "tomorrow": 1}


def read(text: str, today: date | None) -> Iterator[Found]:
    """Candidates, the more telling first: the caller keeps the first that covers a place."""
    yield from _dates(text)
    yield from _spans(text)
    yield from _times(text)
    for found in _WEEKDAY.finditer(text):
        if text.endswith(("Black ", "Good ", "Ash ", "Cyber ", "Super ", "Bloody "), 0, found.start()):
            continue
        name = (found["w"] or found["s"])[:3]
        index = next(i for i, full in enumerate(WEEKDAYS) if full.startswith(name))
        which = (found["which"] or "").lower()
        direction = {"last": "last", "next": "next", "coming": "next"}.get(which, "near")
        yield *found.span(), "weekday", weekday_near(today, index, direction)
    if today is not None:
        for found in _RELATIVE.finditer(text):
            yield *found.span(), "date", _relative(found, today)
        for found in _SEASON.finditer(text):
            direction = "coming" if "coming" in found["which"].lower() else found["which"].lower()
            year = season_year(today, found["season"].lower().replace("fall", "autumn"), direction)
            if year:
                yield *found.span(), "date", Moment(year=year)
    for found in _BARE_YEAR.finditer(text):
        yield from _years(found)


def _relative(found: re.Match[str], today: date) -> Moment:
    if found["day"]:
        return on(today + timedelta(days=_SHIFT[found["day"].lower()]))
    shift = _SHIFT[found["which"].lower()]
    if found["span"].lower() == "month":
        return month_away(today, shift)
    return Moment(year=today.year + shift)


def _month(name: str) -> int:
    return next(i for i, full in enumerate(MONTHS, 1) if full.startswith(name.rstrip(".")[:3]))


def _dates(text: str) -> Iterator[Found]:
    for found in _ISO.finditer(text):
        if valid(int(found["y"]), int(found["m"]), int(found["d"])):
            yield *found.span(), "date", Moment(int(found["y"]), int(found["m"]), int(found["d"]))
    for pattern in (_MDY, _DMY):
        for found in pattern.finditer(text):
            yield from _full(found, pattern is _MDY)
    for found in _MY.finditer(text):
        yield *found.span(), "date", Moment(int(found["y"]), _month(found["mon"]))
    for found in _ALONE.finditer(text):
        group = "mon" if found["mon"] else "m2" if found["m2"] else "m3"
        yield *found.span(group), "date", Moment(month=_month(found[group]))
    for found in _IN_PHRASE.finditer(text):
        yield *found.span(found.lastgroup), "date", Moment(month=_month(found[found.lastgroup]))


def _full(found: re.Match[str], ranged: bool) -> Iterator[Found]:
    month, day, year = _month(found["mon"]), int(found["d"]), int(found["y"]) if found["y"] else None
    if not valid(year, month, day):
        return
    last = found["d2"] if ranged else None
    if last and int(last) > day and valid(year, month, int(last)):
        yield found.start(), found.start("d2") - 1, "date", Moment(year, month, day)
        yield found.start("d2"), found.end(), "date", Moment(year, month, int(last))
    elif last:
        yield found.start(), found.end("d"), "date", Moment(None, month, day)
    else:
        yield *found.span(), "date", Moment(year, month, day)


def _spans(text: str) -> Iterator[Found]:
    for found in _QUARTER.finditer(text):
        number = _ordinal(found["word"]) if found["word"] else int(found["q"] or found["n"])
        yield *found.span(), "quarter", Moment(year=int(found["y"]) if found["y"] else None, quarter=number)
    for found in _DECADE.finditer(text):
        yield *found.span(), "decade", Moment(year=int(found["y"] or found["s"] or found["t"]))
    for found in _DECADE_WORD.finditer(text):
        yield *found.span(), "decade", Moment(year=20 + 10 * _DECADES.index(found["w"]))
    for found in _CENTURY.finditer(text):
        yield *found.span(), "century", Moment(year=int(found["c"]))
    for found in _CENTURY_WORD.finditer(text):
        yield *found.span(), "century", Moment(year=15 + _CENTURIES.index(found[1].lower()))


def _ordinal(word: str) -> int:
    return int(word[0]) if word[0].isdigit() else 1 + _ORDINALS.index(word.lower())


def _times(text: str) -> Iterator[Found]:
    for found in _CLOCK.finditer(text):
        end = found.end("m") if found["m"] else found.end("h")
        if found["dash"]:
            yield found.start(), end, "time", _time(int(found["h"]), found["m"], found["half"])
            yield found.start("h2"), found.end(), "time", _time(int(found["h2"]), found["m2"], found["half"])
        elif int(found["h"]) <= (12 if found["half"] else 24):
            yield *found.span(), "time", _time(int(found["h"]), found["m"], found["half"])
    for found in _PAST.finditer(text):
        yield from _past(found)
    for found in _COLON.finditer(text):
        yield *found.span(), "time", _time(int(found["h"]), found["m"], None)
    for found in _NOON.finditer(text):
        yield *found.span(), "time", Moment(hour=12 if found[1].lower() == "noon" else 0, minute=0, half_day=True)


def _time(hour: int, minute: str | None, half: str | None) -> Moment:
    known = half is not None or hour > 12 or hour == 0
    if half is not None:
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    return Moment(hour=hour % 24, minute=int(minute or 0), half_day=known)


def _past(found: re.Match[str]) -> Iterator[Found]:
    """Half past three, a quarter to ten."""
    half, before = found["part"].lower() == "half", found["way"].lower() == "to"
    if half and before:
        return
    hour = int(found["h"]) if found["h"].isdigit() else 1 + _HOURS.index(found["h"].lower())
    minute = 30 if half else 45 if before else 15
    yield *found.span(), "time", Moment(hour=(hour - before) % 12 or 12, minute=minute)


def _years(found: re.Match[str]) -> Iterator[Found]:
    first, last = int(found["y"]), found["y2"]
    if not last:
        yield *found.span(), "date", Moment(year=first)
        return
    yield found.start(), found.end("y"), "date", Moment(year=first)
    second = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if second > first:
        yield found.start("y2"), found.end(), "date", Moment(year=second)
