"""English quantities that are no plain number and unit: one third, 2-0, third, twice, in her 20s; and figures that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ingest import numerals_en, phrases_shares, rounding, units
from ingest.quantity import Quantity

_SCORE = re.compile(r"(?<![0-9A-Za-z.,:$£€-])([0-9]{1,3})[-–]([0-9]{1,3})(?![0-9]|[.,][0-9]|[-–][0-9])(?!-?[A-Za-z])")
_ORDINAL_ONES = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
                 "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"]  # fmt: skip
_ORDINAL_WORDS = {word: i for i, word in enumerate(_ORDINAL_ONES, 1)} | {
    "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "hundredth": 100, "100th": 100,
}  # fmt: skip
for _tens, _value in numerals_en.TENS.items():
    _ORDINAL_WORDS |= {f"{_tens}-{word}": _value + i for i, word in enumerate(_ORDINAL_ONES[:9], 1)}
_ORDINAL = re.compile(
    rf"(?<![A-Za-z0-9.,])(?:([0-9]{{1,4}})(?:st|nd|rd|th)\b|({'|'.join(sorted(_ORDINAL_WORDS, key=len, reverse=True))})\b)(?!['’]s|[ -]half\b|[ -]hand(?:ed)?\b|(?<=first) (?:names?|lad(?:y|ies)|aid)\b|(?<=the first) place\b)",
    re.I,
)
_NUMBER = re.compile(
    r"\b(?:No\.|number|ranked|rank) ?#?([0-9]{1,4}|one|two|three|four|five)\b(?! (?:of|million|people))", re.I
)
_FRACTION = re.compile(
    r"\b(one|two|three|four|five|six|seven|eight|nine|a|an)[- ](half|halves|third|thirds|quarter|quarters|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)"
    r"\b(?P<of>(?= of\b))?", re.I
)  # fmt: skip
_PARTS = {"hal": 2, "thi": 3, "qua": 4, "fou": 4, "fif": 5, "six": 6, "sev": 7, "eig": 8, "nin": 9, "ten": 10}
_SLASH = re.compile(r"(?<![0-9/.])([1-9])/([2-9]|10)(?![0-9/])")
# By a fifth, a third more, down a quarter: a share without "of". A fifth goal and a third party are none.
_SHARE = re.compile(
    r"(?:(?<=by )|(?<=to )|(?<=up )|(?<=down )|(?<=nearly )|(?<=almost )|(?<=about )|(?<=around )|(?<=roughly )|(?<=over )|(?<=than )|"
    r"(?<=under )|(?<=some )|(?<=least )|(?<=fell )|(?<=rose )|(?<=grew )|(?<=dropped )|(?<=jumped )|(?<=climbed )|(?<=shrank )|(?<=only ))"
    r"an? (third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?=$|[.,;:!?)—–]| (?:in|from|to|since|this|last|on|over|as|after|"
    r"compared|and|while|but|because|when|year|during|between|at|for|with|within|versus|by)\b)"
    r"|an? (third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?= (?:more|less|fewer|higher|lower|larger|smaller|bigger|faster|slower|cheaper)\b)",
    re.I,
)
_HALF = re.compile(
    r"\b(half|halved|halving)\b(?!-?(?:time|way|brother|sister|dozen|hour|century|back|finals?|an? )| an? dozen|[ -](?:year|mile|court|marathon))",
    re.I,
)
_SPORT_HALF = re.compile(
    r"(?:first|second|other|better|1st|2nd|opening|latter|top|bottom|upper|lower|front|back|\w+ern)[ -]$", re.I
)
_TIMES = re.compile(
    r"\b(?:(twice|doubl(?:e|ed|es(?= (?:its|the|their|as|in))|ing)|two-?fold)|(thrice|tripl(?:e|ed|es|ing)|treble[ds]?|three-?fold)|(quadrupl(?:e|ed|es|ing)))\b(?!-)",
    re.I,
)
# Cut by a third; "replaced by a third" is by another one.
_CHANGE = re.compile(
    r"\b(?:cut\w*|fell|fall\w*|rise[sn]?|rising|rose|grew|grow\w*|drop\w*|increas\w+|decreas\w+|reduc\w+|slash\w*|shr[aiu]nk\w*|lower\w*|"
    r"rais\w+|boost\w*|jump\w*|climb\w*|declin\w+|down|up|surg\w+|soar\w*|trim\w*|widen\w*|expand\w*|plung\w+|slid\w*|tumbl\w+|"
    r"gain\w*|shorten\w*|length\w+|slow\w*|extend\w*|exceed\w*|beat|overshot|more|less|larger|smaller|higher)\b[^.,;]{0,24}\bby $",
    re.I,
)
# Once is a count where it ends its clause or says how often; "once the rain stopped" and "at once" are none.
_OFTEN = r"(?:an?|every|each|per) (?:\w+ )?(?:hour|day|week|fortnight|month|season|year|decade|century|generation|lifetime)|in (?:an?(?! (?:while|blue))|[0-9]+|the (?:last|past))|before(?=[.,;])"
_ONCE = re.compile(
    rf"(?<!\bat )(?<!\ball )(?<!\bfor )\bonce(?=[.,;!?](?: |$)|$| (?:{_OFTEN})\b)|"
    rf"\bone time(?=[.,;!?]|$| (?:{_OFTEN})\b)|(?<=only )once\b|(?<=just )once\b|(?<=than )once\b|(?<=least )once\b",
    re.I,
)
_AN_HOUR = re.compile(
    r"\b(?:half an hour|half-hour|a half[- ]hour|(an hour|a (?:year|day|week|month|decade|minute)) and a half|(half a (?:year|century|decade|day))|((?:a|three) quarters? of an hour)|"
    r"((?:an?|three)[- ]quarters?(?: of a|-)?[- ]century))\b",
    re.I,
)
_IN_TENS = re.compile(
    r"\b(?:in|into) (?:(?:his|her|their|my|our|your) )?(?:(early|mid|late)[ -])?(?:their )?(?:([2-9]0)s|(twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|teens))\b"
)
_FEET = re.compile(r"(?<![0-9.,])([4-8])(?:-foot-|['’] ?)([0-9]|1[01])(?:\"|\b)")
_DECADE = re.compile(r"\b(?:a|per|every|(?:the )?(?:last|past|next|coming|previous)) (?P<d>decade|fortnight)\b", re.I)
_DECADES = re.compile(r"(?:\b(?P<n>[A-Za-z0-9]+)[ -])?\b(?P<d>decades)\b", re.I)
_PAR = re.compile(r"(?<![0-9])([0-9]{1,2})&([0-9]{1,2})(?![0-9])")  # a golf match won 2&1
WORD = re.compile(r"[ -]?([A-Za-z][\w'’.]*)")
_LONG = re.compile(r"[0-9]+(?:-[0-9]+){2,}|[0-9]+(?:\.[0-9]+){2,}|[0-9]{16,}|(?<![0-9])(?:9/11|24/7)(?![0-9])")


def skip(text: str) -> Iterator[tuple[int, int]]:
    """Figures that are no quantity: phone numbers, 3.2.1, 9/11, and what hangs on a Latin letter (R1, GPT-4, COVID-19)."""
    for found in _LONG.finditer(text):
        yield found.span()
    for found in re.finditer(
        r"(?<![A-Za-z0-9])[A-Za-z]+-?[0-9][A-Za-z0-9.]*(?:-[0-9A-Za-z]+)*|\b[0-9]+[A-Z][A-Za-z]*\b", text
    ):
        if not re.fullmatch(
            r"(?:USD|EUR|GBP|KRW|JPY|CNY|RMB)[0-9.,]+|(?:[0-9]+(?:GB|TB|MB|MW|GW|KM|AM|PM|K|M|B|Q|BST|ET|GMT))|Q[1-4]|[a-z]+-[0-9].*",
            found[0],
        ):
            yield found.span()


def phrases(text: str) -> Iterator[Quantity]:
    """Quantities that are not a plain number and unit."""
    for found in _AN_HOUR.finditer(text):
        yield from _half_hour(text, found)
    for found in _FRACTION.finditer(text):
        count = found[1].lower()
        above = 1 if count in ("a", "an") else numerals_en.ONES[count]
        below = _PARTS[found[2][:3].lower()]
        singular_rank = count in ("a", "an") and found["of"] is None
        if above < below and not singular_rank and not (above > 1 and not found[2].lower().endswith("s")):
            yield make(text, *found.span(), Decimal(above) / below, "fraction", Decimal("0.01"))
    for found in _SHARE.finditer(text):
        head = text[max(0, found.start() - 40) : found.start()]
        if head.lower().endswith("by ") and not _CHANGE.search(head):
            continue
        part = _PARTS[(found[1] or found[2])[:3].lower()]
        yield make(text, *found.span(), Decimal(1) / part, "fraction", Decimal("0.01"))
    for share in phrases_shares.english(text):
        made = make(text, share.start, share.end, share.above / share.below, "fraction", Decimal("0.01"))
        yield replace(made, parts=share.parts(text))
    for found in _SLASH.finditer(text):
        if int(found[1]) < int(found[2]):
            yield make(text, *found.span(), Decimal(found[1]) / int(found[2]), "fraction", Decimal("0.01"))
    for found in _IN_TENS.finditer(text):
        yield _ages(text, found)
    for found in _FEET.finditer(text):
        yield make(text, *found.span(1), Decimal(found[1]), "foot")
        yield make(text, *found.span(2), Decimal(found[2]), "inch")
    yield from _scores(text)
    for found in _DECADE.finditer(text):
        many, unit = (10, "year") if found["d"].lower() == "decade" else (2, "week")
        yield make(text, *found.span("d"), Decimal(many), unit, Decimal(many))
    for found in _DECADES.finditer(text):
        count = (found["n"] or "").lower()
        if not (count.isdigit() or count in numerals_en.ONES or count in numerals_en.TENS):
            yield Quantity(
                Decimal(20), Decimal(100), "year", *found.span("d"), found["d"], vague=True, step=Decimal(10)
            )
    for found in _NUMBER.finditer(text):
        yield make(text, *found.span(), _word_value(found[1]), "ordinal")
    for found in _ORDINAL.finditer(text):
        if not (found[0].lower() == "second" and re.search(r"(?:\b(?:a|per|every|split|each)|[0-9])[ -]$", text[max(0, found.start() - 8) : found.start()])
                and not re.match(r" (?:time|term|day|week|month|year|season|game|win|man|person|half|straight|consecutive|successive)", text[found.end() :])):  # fmt: skip
            yield make(text, *found.span(), Decimal(found[1] or _ORDINAL_WORDS[found[0].lower()]), "ordinal")
    for found in _TIMES.finditer(text):
        yield make(text, *found.span(), Decimal(2 if found[1] else 3 if found[2] else 4), "times")
    for found in _ONCE.finditer(text):
        yield make(text, *found.span(), Decimal(1), "count:time")
    for found in _HALF.finditer(text):
        if (
            not _SPORT_HALF.search(text[max(0, found.start() - 12) : found.start()])
            and not re.match(r" (?:a |an )?(?:hundred|thousand|million|billion|trillion)", text[found.end() :])
            and not re.search(r"[- ]and[- ]a[- ]$", text[max(0, found.start() - 7) : found.start()])
        ):
            yield make(text, *found.span(), Decimal("0.5"), "fraction", Decimal("0.1"))


def _word_value(word: str) -> Decimal:
    return Decimal(word) if word.isdigit() else Decimal(numerals_en.ONES[word.lower()])


def _ages(text: str, found: re.Match[str]) -> Quantity:
    names = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
    low = Decimal(found[2]) if found[2] else Decimal(10 if found[3] == "teens" else 20 + 10 * names.index(found[3]))
    group = 2 if found[2] else 3
    return Quantity(
        low, low + 9, "age", found.start(group), found.end(), text[found.start(group) : found.end()], step=Decimal(10)
    )


def _half_hour(text: str, found: re.Match[str]) -> Iterator[Quantity]:
    if found[2]:
        unit, value = {"year": ("month", 6), "century": ("year", 50), "decade": ("year", 5), "day": ("hour", 12)}[
            found[2][7:].lower()
        ]
        yield make(text, *found.span(), Decimal(value), unit)
    elif found[1]:
        unit = found[1].split()[1].lower()
        value, unit = (Decimal(15), "year") if unit == "decade" else (Decimal("1.5"), unit)
        yield make(text, *found.span(), value, unit, Decimal("0.1"))
    elif found[3]:
        yield make(text, *found.span(), Decimal(45 if found[3][0] in "tT" else 15), "minute")
    elif found[4]:
        yield make(text, *found.span(), Decimal(75 if found[4][0] in "tT" else 25), "year")
    else:
        yield make(text, *found.span(), Decimal(30), "minute")


def _scores(text: str) -> Iterator[Quantity]:
    for found in (*_SCORE.finditer(text), *_PAR.finditer(text)):
        after = found.end() + (text[found.end() : found.end() + 1] == " ")
        if (
            not units.read_en(text, after)
            and not _person_ahead(text, found.end())
            and not re.match(r" ?(?:million|billion|trillion|thousand)", text[found.end() :])
        ):
            sides = sorted((Decimal(found[1]), Decimal(found[2])))
            made = make(text, *found.span(), sides[0], "score")
            yield Quantity(sides[0], sides[1], "score", made.start, made.end, made.text, made.rounding)


def _person_ahead(text: str, at: int) -> bool:
    found = WORD.match(text, at)
    return bool(found and units.counts_people(found[1].lower()))


def make(
    text: str,
    start: int,
    end: int,
    low: Decimal,
    unit: str,
    step: Decimal = Decimal(1),
    high: Decimal | None = None,
    vague: bool = False,
) -> Quantity:
    kind = rounding.around(text, start, end, "en")
    return Quantity(low, low if high is None else high, unit, start, end, text[start:end], kind, vague, step)
