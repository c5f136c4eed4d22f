"""Which names of a claim do not stand in its source, in any script or form."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from ingest.aliases import Aliases, bare, heard_as
from ingest.known import Row, english_key, korean_key, table
from ingest.mentions import Name, find_names
from ingest.records import Language
from ingest.romanise import LETTER_NAMES
from ingest.sound import best_within, need

_SPREAD = 24  # code points that may lie between two parts of one name in the source
_MID_WORD = 0.08  # a name that begins inside a Korean word must sound that much more alike
_BESIDE = 0.12  # a part that stands beside another part of its name may sound that much less alike

Place = tuple[int, int]


def missing_names(
    claim: str, claim_language: Language, source: str, source_language: Language, aliases: Aliases
) -> list[Name]:
    """The names of `claim` that `source` does not hold, in order; spans count in `claim`."""
    names = find_names(claim, claim_language)
    if not names:
        return []
    look = _Source(source, aliases)
    return [name for name in names if not look.holds(name)]


@dataclass(frozen=True, slots=True)
class _Part:
    """A word of a name, or several that the table knows together."""

    text: str
    rows: tuple[Row, ...]

    @property
    def word(self) -> bool:
        return bool(self.rows) and all(row.word for row in self.rows)


class _Source:
    """A text made ready for looking names up."""

    def __init__(self, text: str, aliases: Aliases) -> None:
        self.text = text
        self.aliases = aliases
        self.lower = text.replace("’", "'").lower()
        self.hangul = [(m.group(), m.start()) for m in re.finditer(r"[가-힣]+", text)]
        self.latin = [(m.group(), m.start()) for m in re.finditer(r"[A-Za-zÀ-ɏ][\wÀ-ɏ]*", text)]

    def holds(self, name: Name) -> bool:
        whole = bare(name.text)
        if any(self._spelled(form) for form in self.aliases.forms(whole)):
            return True
        parts = _parts(whole)
        found = [self._places(part, len(parts) > 1) for part in parts]
        proper = [places for part, places in zip(parts, found, strict=True) if not part.word]
        if not proper:
            return sum(bool(places) for places in found) * 2 > len(found)
        if not all(proper):
            return self._initials(whole)
        return _near(proper)

    def _places(self, part: _Part, beside: bool) -> list[Place]:
        forms = {part.text, *(form for row in part.rows for form in (*row.korean, *row.english))}
        forms |= self.aliases.forms(part.text)
        places = [place for form in forms for place in self._spelled(form)]
        if not places or not part.rows:
            places += self._heard(part.text, beside)
        return places

    def _spelled(self, form: str) -> list[Place]:
        if re.search(r"[가-힣]", form):
            spaced = r"\s?".join(re.escape(c) for c in korean_key(form))
            # A single syllable (미, 당) stands for a name only where it begins a word.
            border = r"(?<![가-힣])" if len(korean_key(form)) < 2 else ""
            return [m.span() for m in re.finditer(border + spaced, self.text, re.I)]
        key = english_key(form)
        if not key:
            return []
        spaced = r"[\s\-]*".join(r"\.?".join(re.escape(c) for c in word) for word in key.split())
        return [m.span() for m in re.finditer(rf"(?<![a-zà-ɏ0-9]){spaced}(?:'?s)?(?![a-zà-ɏ0-9])", self.lower)]

    def _heard(self, part: str, beside: bool) -> list[Place]:
        if re.search(r"[가-힣]", part):
            return self._heard_in_latin(part)
        return self._heard_in_hangul(part, beside)

    def _heard_in_hangul(self, part: str, beside: bool) -> list[Place]:
        if part.isupper() and len(part) <= 5:
            spelled = "".join(LETTER_NAMES.get(c, "") for c in part)
            return self._spelled(spelled) if spelled else []
        floor = need(part) - (_BESIDE if beside else 0.0)
        places = []
        for word, at in self.hangul:
            score, start, end = best_within(word, part)
            if score >= floor + (_MID_WORD if start else 0.0):
                places.append((at + start, at + end))
        return places

    def _heard_in_latin(self, part: str) -> list[Place]:
        """A Korean word against one to three neighbouring Latin words (골드만삭스, Goldman Sachs)."""
        places = []
        for index, (word, at) in enumerate(self.latin):
            if not word[0].isupper() and not word[0].isdigit():
                continue
            joined, end = "", at
            for other, start in self.latin[index : index + 3]:
                if start - end > 2:
                    break
                joined, end = f"{joined} {other}".strip(), start + len(other)
                if _heard_whole(part, joined):
                    places.append((at, end))
        return places

    def _initials(self, whole: str) -> bool:
        """UN for United Nations and the other way round, within Latin letters."""
        words = re.findall(r"[A-Z]", whole)
        if whole.isupper() and 2 <= len(whole) <= 6:
            for index in range(len(self.latin)):
                run = [word for word, _ in self.latin[index : index + len(whole) + 2]
                       if word.lower() not in ("of", "the", "and", "for")][: len(whole)]
                if len(run) == len(whole) and all(w[0] == c for w, c in zip(run, whole, strict=True)):
                    return True
            return False
        return len(words) >= 3 and any(word == "".join(words) for word, _ in self.latin)


@lru_cache(maxsize=100_000)
def _heard_whole(korean: str, latin: str) -> bool:
    """Whether a Korean word is the Latin one, with at most a short suffix (트럼프측, 애리조나주)."""
    if heard_as(korean, latin):
        return True
    score, start, end = best_within(korean, latin)
    return start == 0 and len(korean) - end <= 1 < end and score >= need(latin) + 0.05


def _near(places: list[list[Place]]) -> bool:
    """Whether one place of each part can be chosen so that the name stands together, in any order."""
    if len(places) == 1:
        return True
    for anchor in places[0]:
        reach = _SPREAD * len(places)
        if all(any(abs(place[0] - anchor[0]) <= reach for place in others) for others in places[1:]):
            return True
    return False


def _parts(name: str) -> list[_Part]:
    """The words of a name, the longest runs that the table knows kept together."""
    words = [word for word in re.split(r"[\s·]+|(?<=\w)-(?=[A-Z])", name) if word and word.lower() not in _SMALL]
    lookup: Callable[[str], tuple[Row, ...]] = table().korean if re.search(r"[가-힣]", name) else table().english
    parts: list[_Part] = []
    index = 0
    while index < len(words):
        for count in range(min(4, len(words) - index), 0, -1):
            phrase = " ".join(words[index : index + count])
            rows = lookup(phrase)
            if rows or count == 1:
                parts.append(_Part(re.sub(r"['’]s?$", "", phrase), rows))
                index += count
                break
    return parts


_SMALL = frozenset("of the and for in on at & de la le el al bin von van der den da di du dos a an to".split())
