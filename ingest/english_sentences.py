"""Where English sentences begin, by punctuation and a list of abbreviations.

Written because the splitters at hand do worse on news: sentencex keeps a quotation of several sentences whole and puts a straight
quotation mark at the end of the sentence before it; Kiwi left four English sentences in one piece.
"""

from __future__ import annotations

import re

_STOP = re.compile(
    r"(?<![.!?…])(?P<stop>[.!?…]++)(?P<close>[\"”’')\]]*+)(?P<gap>\s+)(?=(?P<open>[\"“‘'(\[]*)(?P<next>\S+))"
)
_WORD = re.compile(r"[^\s\"“”‘(\[—–]+$")
_LONGEST_WORD = 40  # characters; of a longer word before a full stop only the end is looked at

# Always followed by what they belong to.
_TITLES = frozenset(
    "mr mrs ms dr drs prof profs sen sens rep reps gov govs gen gens lt col sgt capt rev hon pres adm maj cmdr supt det insp messrs mt ft st vs v cf "
    "e.g i.e viz approx".split()
)
_BEFORE_NUMBER = frozenset("no nos p pp fig vol art sec ch ca jan feb mar apr jun jul aug sep sept oct nov dec".split())
# May end a sentence or stand inside one; only a word that begins sentences tells.
_EITHER = frozenset("inc corp ltd co bros jr sr etc al dept univ assn ave blvd est govt lib dem ind".split())
_CLOCK = re.compile(r"[ap]\.m$")
_AFTER_CLOCK = re.compile(
    r"(?:E[SD]?T|P[SD]?T|C[SD]?T|M[SD]?T|GMT|BST|KST|UTC|CET|Eastern|Pacific|Central|Mountain|local"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)|[A-Z][a-z]{2,3}\.)\b"
)
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]$|^[A-Z]$|^Ph\.D$")
_STARTERS = frozenset(
    "a according after all although an and another any as at because before both but by despite during each even every few "
    "finally first for from further had has have he her here his how however i if in instead is it its last later many "
    "meanwhile more moreover most my neither no none nor not now on once one only or other others our over she since so some "
    "still such that the their then there these they this those though through to today two under until we what when where "
    "whether which while who why with without would yes yet you your".split()
)
_ATTRIBUTION = re.compile(
    r"(?:[A-Z][\w.'’-]*\s+){1,4}(?:said|says|asked|asks|wrote|added|replied|told|exclaimed|shouted|wondered|tweeted|joked)\b"
)


def abbreviates(word: str) -> bool:
    """Whether a full stop behind `word` may be its own: Inc., U.S., Dr."""
    bare = word.lower()
    return bare in _TITLES | _BEFORE_NUMBER | _EITHER or bool(_CLOCK.search(bare) or _DOTTED.search(word))


def cuts(line: str) -> list[int]:
    """Positions at which a new sentence begins, in order, without the first."""
    begin = len(line) - len(line.lstrip())
    return [found.end() for found in _STOP.finditer(line) if _ends(line, begin, found)]


def _ends(line: str, begin: int, found: re.Match[str]) -> bool:
    """Whether a stop ends a sentence of `line`, whose first word is at `begin`."""
    following = found["next"]
    if not (following[0].isupper() or following[0].isdigit() or found["open"] or _beyond_latin(following[0])):
        return False
    if found["close"] and found["stop"][-1] in "!?" and _ATTRIBUTION.match(line, found.end()):
        return False
    if found["stop"] != "." or found["close"] not in ("", "'", "’"):
        return not following[0].islower()
    stop = found.start()
    before = _WORD.search(line, max(begin, stop - _LONGEST_WORD), stop)
    word, at = (before[0], before.start()) if before else ("", stop)
    return _full_stop(word, following, at <= begin, bool(found["open"]))


def _full_stop(word: str, following: str, first: bool, opened: bool) -> bool:
    """Whether a single full stop after `word`, perhaps the first of its line, ends a sentence before `following`."""
    bare = word.lower()
    begins = following.strip(',;:"”’').lower() in _STARTERS or opened
    if bare in _TITLES:
        return False
    if bare in _BEFORE_NUMBER and following[0].isdigit():
        return False
    if first and word.isdigit():
        return False  # the number of a list
    if _CLOCK.search(bare):
        return not _AFTER_CLOCK.match(following)
    if bare in _EITHER or _DOTTED.search(word):
        return begins
    return not following[0].islower()


def _beyond_latin(letter: str) -> bool:
    """Hangul, Han, emoji: scripts without capitals."""
    return ord(letter) > 0x2E80
