"""Which names are the same across scripts: pairs found in brackets, the small known table, and, last, the sound."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.known import english_key, korean_key, table
from ingest.korean_names import SPELLINGS, split_person
from ingest.mentions_ko import KOREAN_TITLES
from ingest.sound import need, sound_score

_HANGUL = re.compile(r"[가-힣]")
_KOREAN_TITLE = re.compile(rf"\s*(?:{KOREAN_TITLES})(?:님)?$")
_PARTICLE = re.compile(
    r"(?<=[가-힣A-Za-z0-9]{2})(?:에서는|에서|에게|으로|이라고|라고|까지|부터|은|는|이|가|을|를|의|와|과|로|도|만|에)$"
)
_LATIN_TITLE = re.compile(
    r"^(?:(?:mr|mrs|ms|dr|sir|president|chairman|minister|senator|sen|rep|gov|prof|professor|ceo|analyst)\.? )+"
)


class Aliases:
    """An immutable table of (Korean, Latin) pairs. `extended` makes a larger one and shares what is there."""

    def __init__(self, pairs: Iterable[tuple[str, str]] = ()) -> None:
        self._latin: dict[str, dict[str, int]] = {}  # korean_key -> Latin spelling -> times seen
        self._korean: dict[str, dict[str, int]] = {}  # english_key -> Korean spelling -> times seen
        for korean, latin in pairs:
            self._count(self._latin, korean_key(korean), latin)
            self._count(self._korean, english_key(latin), korean)

    @staticmethod
    def _count(into: dict[str, dict[str, int]], key: str, form: str) -> None:
        forms = into.setdefault(key, {})
        forms[form] = forms.get(form, 0) + 1

    def extended(self, pairs: Iterable[tuple[str, str]]) -> Aliases:
        more = Aliases(pairs)
        more._latin = _merged(self._latin, more._latin)
        more._korean = _merged(self._korean, more._korean)
        return more

    def latin(self, ko: str) -> str | None:
        """The Latin spelling seen most often, else the known table's customary one, else None."""
        if forms := self._latin.get(korean_key(ko)):
            return max(forms, key=lambda form: forms[form])
        return next((row.english[0] for row in table().korean(ko) if not row.word), None)

    def korean(self, latin: str) -> str | None:
        """The Korean spelling seen most often, else the known table's customary one, else None."""
        if forms := self._korean.get(english_key(latin)):
            return max(forms, key=lambda form: forms[form])
        return next((row.korean[0] for row in table().english(latin) if not row.word), None)

    def forms(self, name: str) -> set[str]:
        """All other spellings of `name`, in both scripts, itself included."""
        rows = (*table().korean(name), *table().english(name))
        found = {name, *(form for row in rows for form in (*row.korean, *row.english))}
        found |= set(self._latin.get(korean_key(name), ())) | set(self._korean.get(english_key(name), ()))
        for form in list(found):
            found |= set(self._latin.get(korean_key(form), ())) | set(self._korean.get(english_key(form), ()))
        return found

    def spellings(self) -> tuple[set[str], set[str]]:
        """The Korean and the Latin spellings from the pairs (the known table left out)."""
        return (
            {form for forms in self._korean.values() for form in forms},
            {form for forms in self._latin.values() for form in forms},
        )

    def same(self, a: str, b: str) -> bool:
        """Whether two mentions, in any scripts, can mean the same: equal but for case, spaces, particles and titles, paired,
        a part of the fuller name, or alike in sound."""
        surnames = _surname_of(a, b) or _surname_of(b, a)
        a, b = bare(a), bare(b)
        if not a or not b:
            return False
        if surnames:
            return True
        if _key(a) == _key(b) or self._paired(a, b):
            return True
        left, right = a.split(), b.split()
        short, long = (left, right) if len(left) <= len(right) else (right, left)
        if len(short) < len(long) and all(any(self._token(x, y) for y in long) for x in short):
            return True
        if len(short) == len(long) and len(short) > 1:
            return all(self._token(x, y) for x, y in zip(short, long, strict=True)) or (
                all(any(self._token(x, y) for y in long) for x in short)
            )
        return self._token("".join(left), "".join(right)) or self._part(a, b) or self._part(b, a)

    def _paired(self, a: str, b: str) -> bool:
        keys = {_key(form) for form in self.forms(a)}
        return _key(b) in keys

    def _token(self, a: str, b: str) -> bool:
        if _key(a) == _key(b) or self._paired(a, b):
            return True
        if bool(_HANGUL.search(a)) == bool(_HANGUL.search(b)):
            return False
        hangul, latin = (a, b) if _HANGUL.search(a) else (b, a)
        return heard_as(hangul, latin)

    def _part(self, short: str, long: str) -> bool:
        """Whether `short` is paired with a fuller name that is `long` or holds it: 셰리던 and Eric Sheridan by its own pair."""
        if len(short.split()) != 1:
            return False
        return any(_key(short) in [_key(word) for word in form.split()] for form in self.forms(long) if " " in form)


def _merged(old: dict[str, dict[str, int]], new: dict[str, dict[str, int]]) -> dict[str, dict[str, int]]:
    merged = dict(old)
    for key, forms in new.items():
        both = dict(merged.get(key, {}))
        for form, times in forms.items():
            both[form] = both.get(form, 0) + times
        merged[key] = both
    return merged


def bare(name: str) -> str:
    """A mention without title, possessive and particle."""
    name = re.sub(r"['’]s?$", "", name.strip(" \t\"'“”‘’.,"))
    if _HANGUL.search(name):
        untitled = _KOREAN_TITLE.sub(
            "", _PARTICLE.sub("", name) if _KOREAN_TITLE.search(_PARTICLE.sub("", name)) else name
        )
        return untitled.strip() or name
    return re.sub(_LATIN_TITLE.pattern, "", name, flags=re.I) or name


def _surname_of(titled: str, full: str) -> bool:
    """한 교수 may be 한지수: a surname of one syllable, which only a title makes a mention."""
    surname, parts = bare(titled), split_person(bare(full))
    return len(surname) == 1 and surname != titled.strip() and bool(parts) and parts[0] == surname


def _key(name: str) -> str:
    if _HANGUL.search(name):
        return korean_key(name)
    return re.sub(r"[\s\-‑]+", "", english_key(name))


def heard_as(hangul: str, latin: str) -> bool:
    """Whether a Hangul name sounds like a Latin one, surnames in their customary spelling and either order of names."""
    if sound_score(hangul, latin) >= need(latin):
        return True
    words = re.split(r"\s+", latin.strip())
    parts = split_person(hangul)
    if len(words) < 2 or not parts:
        return False
    surname, given = parts
    for family, rest in ((words[0], "".join(words[1:])), (words[-1], "".join(words[:-1]))):
        customary = family.lower() in SPELLINGS[surname]
        if customary and sound_score(given, rest) >= 0.7:
            return True
    return False
