"""Dates and times of day in Korean text: 2025년 1월 27일, 4분기, 1990년대, 화요일, 오후 8시 30분, 지난달."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ingest.dates import Found, month_away, on, season_year, valid, weekday_near
from ingest.numerals_ko import ONES
from ingest.quantity import Moment

_NOT_SPAN = r"(?!간|째| ?동안|치|여)"  # 5일간 lasts five days, 5일 is the fifth
_FULL = re.compile(
    r"(?<![0-9.])(?:(?P<y>[0-9]{4}) ?년 ?)?(?P<m>1[0-2]|0?[1-9]) ?월 ?(?P<d>[0-3]?[0-9])"
    r"(?:(?: ?[~∼〜–-] ?)(?P<d2>[0-3]?[0-9]))? ?일" + _NOT_SPAN
)
_YEAR_MONTH = re.compile(r"(?<![0-9.])(?P<y>[0-9]{4}) ?년 ?(?P<m>1[0-2]|0?[1-9]) ?월(?!드)")
_MONTH = re.compile(r"(?<![0-9.,])(?:(?P<m1>1[0-2]|0?[1-9]) ?[~∼〜–-] ?)?(?P<m>1[0-2]|0?[1-9])월(?!드)")
_QUARTER = re.compile(r"(?:(?P<y>[0-9]{4}) ?년 ?)?(?<![0-9.])(?P<q>[1-4])(?: ?[~∼–-] ?(?P<q2>[1-4]))? ?분기(?!점)")
_DECADE = re.compile(r"(?<![0-9.,])'?’?(?P<y>[0-9]{3}0|[1-9]0) ?년대")
_YEAR = re.compile(
    r"(?<![0-9.,])(?:(?P<y>1[0-9]{3}|20[0-9]{2}|21[0-9]{2})|['‘’](?P<s>[0-9]{2})) ?(?:학년도|년도|년)(?!간|째|대| ?동안|여)"
)
_YEAR_RANGE = re.compile(
    r"(?<![0-9.,])(?P<y>(?:19|20)[0-9]{2}) ?[~∼〜–/-] ?(?P<y2>(?:19|20)?[0-9]{2}) ?(?:시즌|년)(?!간|대)"
)
_DOTTED = re.compile(
    r"(?<![0-9.])(?P<y>(?:19|20)[0-9]{2})(?P<sep>-|\. ?|/)(?P<m>[01]?[0-9])(?P=sep)(?P<d>[0-3]?[0-9])(?![0-9])"
)
_CENTURY = re.compile(r"(?<![0-9.,])(?P<c>[12]?[0-9]) ?세기")
_WEEKDAY = re.compile(r"(?:(?P<which>지난|오는|다음|이번)(?: ?주)? ?)?(?P<w>[월화수목금토일])요일")
_HOUR_WORDS = "|".join(["열한", "열두", "열", *ONES])
_TIME = re.compile(
    rf"(?:(?P<half>오전|오후|새벽|아침|저녁|밤|낮|정오) ?)?(?:(?<![0-9.,:])(?P<h>[0-2]?[0-9])|(?<![가-힣])(?P<hw>{_HOUR_WORDS})) ?시"
    r"(?!간|즌|속|장|대|리즈|민|위|작|도|점|행|험|설)(?: ?(?P<m>[0-5]?[0-9])분(?!의|기)| ?(?P<hf>반)(?=[이을에까부의 ,.쯤]|$))?"
)
_CLOCK = re.compile(r"(?:(?P<half>오전|오후) ?)?(?<![0-9.,:])(?P<h>[01]?[0-9]|2[0-4]):(?P<m>[0-5][0-9])(?![0-9:])")
_NOON = re.compile(r"(?<![가-힣])(정오|자정)(?=[에을를까부이 ,.]|$)")
_DAYS = {"그저께": -2, "그제": -2, "엊그제": -2, "어제": -1, "오늘": 0, "내일": 1, "모레": 2}
_DAY_WORD = re.compile(r"(?<![가-힣])(그저께|그제|엊그제|어제|오늘|내일|모레)(?!날|신문|투데이)")
_MONTHS = {"지난달": -1, "이달": 0, "이번달": 0, "다음달": 1, "내달": 1}
_MONTH_WORD = re.compile(r"(?<![가-힣])(지난 ?달|이달|이번 ?달|다음 ?달|내달)")
_YEARS = {"재작년": -2, "지난해": -1, "작년": -1, "올해": 0, "금년": 0, "올": 0, "내년": 1, "내후년": 2}
_YEAR_WORD = re.compile(
    r"(?<![가-힣])(재작년|지난해|작년|올해|금년|내년|내후년)(?: ?(?P<m>1[0-2]|[1-9])월(?: ?(?P<d>[0-3]?[0-9])일)?)?"
)
_SEASON = re.compile(r"(?<![가-힣])(?P<which>지난|올|이번|다음|오는) ?(?P<season>봄|여름|가을)(?!비|꽃|맞이|동)")
_SEASON_NAMES = {"봄": "spring", "여름": "summer", "가을": "autumn"}
_DIRECTIONS = {"지난": "last", "올": "this", "이번": "this", "다음": "next", "오는": "coming"}
_WEEKDAYS = "월화수목금토일"
# A day without its month. 5일간, 5일 동안, 5일 만에 and the like are durations and are left to the numbers.
_IN_A_WEEK = "(?<![가-힣])(?<!이번 )(?<!지난 )(?<!다음 )(?<!오는 )주"
_NOT_A_WEEK = f"(?<!{_IN_A_WEEK} )(?<!{_IN_A_WEEK})"  # 주 4일, four days a week
_DAY = re.compile(
    r"(?:(?:(?P<next>오는|다음 ?달)|(?P<last>지난)) )?(?<![0-9.,박제])"
    + _NOT_A_WEEK
    + r"(?P<d>[0-3]?[0-9])(?:(?: ?[~∼〜] ?|[–-])(?P<d2>[0-3]?[0-9]))?일"
    r"(?!간|째|여|치|짜리|본|반|부(?!터)|정|자리|당| ?(?:동안|만|내|이내|전|뒤|후|넘|이상|연속|안|걸|가까|정도|연속|남(?!부))|씩|밤|을? ?앞)"
)


def read(text: str, today: date | None) -> Iterator[Found]:
    """Candidates, the more telling first: the caller keeps the first that covers a place."""
    if today is not None:
        yield from _relative(text, today)
    yield from _dates(text)
    yield from _times(text)
    for found in _DAY.finditer(text):
        yield from _lone_day(found, today)
    for found in _WEEKDAY.finditer(text):
        direction = {"지난": "last", "오는": "next", "다음": "next"}.get(found["which"] or "", "near")
        yield *found.span(), "weekday", weekday_near(today, _WEEKDAYS.index(found["w"]), direction)


def _dates(text: str) -> Iterator[Found]:
    for found in _DOTTED.finditer(text):
        year, month, day = int(found["y"]), int(found["m"]), int(found["d"])
        if valid(year, month, day):
            yield *found.span(), "date", Moment(year, month, day)
    for found in _FULL.finditer(text):
        yield from _full(found)
    for found in _YEAR_MONTH.finditer(text):
        yield *found.span(), "date", Moment(int(found["y"]), int(found["m"]))
    for found in _QUARTER.finditer(text):
        year = int(found["y"]) if found["y"] else None
        if not found["q2"]:
            yield *found.span(), "quarter", Moment(year=year, quarter=int(found["q"]))
            continue
        yield found.start(), found.end("q"), "quarter", Moment(year=year, quarter=int(found["q"]))
        yield found.start("q2"), found.end(), "quarter", Moment(year=year, quarter=int(found["q2"]))
    for found in _DECADE.finditer(text):
        yield *found.span(), "decade", Moment(year=int(found["y"]))
    for found in _CENTURY.finditer(text):
        yield *found.span(), "century", Moment(year=int(found["c"]))
    for found in _YEAR_RANGE.finditer(text):
        first, last = int(found["y"]), found["y2"]
        yield found.start(), found.end("y"), "date", Moment(year=first)
        yield (
            found.start("y2"),
            found.end(),
            "date",
            Moment(year=int(last) if len(last) == 4 else first // 100 * 100 + int(last)),
        )
    for found in _YEAR.finditer(text):
        yield *found.span(), "date", Moment(year=int(found["y"]) if found["y"] else _short_year(int(found["s"])))
    for found in _MONTH.finditer(text):
        if found["m1"]:
            yield *found.span("m1"), "date", Moment(month=int(found["m1"]))
        yield found.start("m"), found.end(), "date", Moment(month=int(found["m"]))


def _short_year(digits: int) -> int:
    return 2000 + digits if digits < 50 else 1900 + digits


def _full(found: re.Match[str]) -> Iterator[Found]:
    year, month, day = int(found["y"]) if found["y"] else None, int(found["m"]), int(found["d"])
    if not valid(year, month, day):
        return
    if not found["d2"]:
        yield *found.span(), "date", Moment(year, month, day)
    elif valid(year, month, int(found["d2"])):
        yield found.start(), found.end("d"), "date", Moment(year, month, day)
        yield found.start("d2"), found.end(), "date", Moment(year, month, int(found["d2"]))


def _lone_day(found: re.Match[str], today: date | None) -> Iterator[Found]:
    first, last = int(found["d"]), int(found["d2"]) if found["d2"] else None
    for day, start, end in ((first, "d", "d"), (last, "d2", "d2")):
        if day is None or not valid(day=day):
            continue
        moment = Moment(day=day)
        if today is not None and not found["next"] and (day <= today.day or found["last"]):
            month = month_away(today, 0 if day <= today.day else -1)
            moment = Moment(month.year, month.month, day) if valid(month.year, month.month, day) else moment
        whole = found.end() if end == "d2" or last is None else found.end(end)
        yield found.start(start), whole, "date", moment


def _times(text: str) -> Iterator[Found]:
    for found in _CLOCK.finditer(text):
        hour, known = _hour(int(found["h"]), found["half"])
        yield *found.span(), "time", Moment(hour=hour, minute=int(found["m"]), half_day=known)
    for found in _TIME.finditer(text):
        written = (
            int(found["h"]) if found["h"] else {"열": 10, "열한": 11, "열두": 12}.get(found["hw"]) or ONES[found["hw"]]
        )
        lone = found["hw"] and not found["half"]  # 한시 is "for a time", 세 시에 is at three
        if written > 24 or (lone and not re.search(r" 시(?:$| )", found[0])):
            continue
        if lone and not re.match(r"[에 경쯤부까를,.이]|$", text[found.end() :][:1]):
            continue
        hour, known = _hour(written, found["half"])
        minute = 30 if found["hf"] else int(found["m"] or 0)
        yield *found.span(), "time", Moment(hour=hour, minute=minute, half_day=known)
    for found in _NOON.finditer(text):
        yield *found.span(), "time", Moment(hour=12 if found[1] == "정오" else 0, minute=0, half_day=True)


def _hour(written: int, half: str | None) -> tuple[int, bool]:
    if half in ("오후", "저녁", "낮") and written < 12:
        return written + 12, True
    if half == "밤":
        return (written + 12 if 5 < written < 12 else written % 12), True
    if half in ("오전", "새벽") and written == 12:
        return 0, True
    return written % 24, half is not None or written > 12 or written == 0


def _relative(text: str, today: date) -> Iterator[Found]:
    for found in _DAY_WORD.finditer(text):
        yield *found.span(), "date", on(today + timedelta(days=_DAYS[found[1]]))
    for found in _MONTH_WORD.finditer(text):
        yield *found.span(), "date", month_away(today, _MONTHS[found[1].replace(" ", "")])
    for found in _SEASON.finditer(text):
        year = season_year(today, _SEASON_NAMES[found["season"]], _DIRECTIONS[found["which"]])
        if year:
            yield *found.span(), "date", Moment(year=year)
    for found in _YEAR_WORD.finditer(text):
        year, month = today.year + _YEARS[found[1]], int(found["m"]) if found["m"] else None
        day = int(found["d"]) if found["d"] else None
        if valid(year, month, day):
            yield *found.span(), "date", Moment(year, month, day)
