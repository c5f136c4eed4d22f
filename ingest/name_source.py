"""A text in which names are looked up: as they are spelled, as the other script spells them, and as they sound."""

from __future__ import annotations

import re
import unicodedata

from ingest.aliases import Aliases, bare
from ingest.common_words import COMMON
from ingest.dictionary import translations
from ingest.hangulise import LETTER_NAMES
from ingest.known import english_key, korean_key, table
from ingest.name import Name
from ingest.name_parts import Part, is_sentence, name_parts
from ingest.name_sound import heard_whole, hears, is_the_word
from ingest.noun_windows import Place, noun_windows
from ingest.sound import need, sound_score
from ingest.terms import singular
from ingest.truecase import is_common

_SPREAD = 24  # code points that may lie between two parts of one name in the source
_SURE = 0.85  # a surname without the first name that the claim gives
_TOGETHER = 0.81  # a whole name whose parts were not heard one by one
_VOWEL = re.compile("[\u1161-\u1175]")  # as NFD writes it
_MOST = 0.6  # of a long name's parts, if the rest is neither heard nor in the table
# A first name before a surname: a capitalised word, or a Hangul word without a particle, and no title or country.
_FIRST_NAME = re.compile(r"(?:^|\s)(?!(?:President|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Minister|Sir|Lord|The)\b)[A-Z][a-z]+\.? $")
_BESIDE = 0.04  # a part that stands beside another part of its name may sound that much less alike


class Source:
    """A text made ready for looking names up."""

    def __init__(self, text: str, aliases: Aliases) -> None:
        self.text = text
        self.aliases = aliases
        self.lower = text.replace("’", "'").lower()
        self.nouns, self.runs = noun_windows(text)
        self.latin = [(m.group(), m.start()) for m in re.finditer(r"[A-Za-zÀ-ɏ][\wÀ-ɏ]*", text)]

    def holds(self, name: Name) -> bool:
        whole = bare(name.text)
        if any(self._spelled(form) for form in self.aliases.forms(whole)):
            return True
        parts = name_parts(whole)
        if is_sentence(parts) and not self.nouns:
            return False  # You Can Leave Your Hat On stands word for word or not at all
        if len(parts) > 1 and " " not in whole and re.search(r"[가-힣]", whole) and self._heard_in_latin(whole):
            return True  # 사이드라인 is one word in the other script
        found = [self._places(part, len(parts) > 1) for part in parts]
        proper = [places for part, places in zip(parts, found, strict=True) if not part.word]
        if not proper:
            return all(found) and _near([[p for p in places if p[1] - p[0] > 1] for places in found])
        if all(proper) and _near(proper):
            return True
        if len(parts) > 2 and self._holds_paired([part.text for part in parts], found):
            return True
        if len(parts) > 3 and sum(bool(places) for places in found) / len(found) >= _MOST:
            return _near([places for places in found if places])
        if len(parts) > 1 and (self._heard_together(whole) or (name.kind == "person" and self._surname_alone(whole))):
            return True
        return self._initials(whole)

    def _holds_paired(self, words: list[str], found: list[list[Place]]) -> bool:
        """HMP Long Lartin: of which Long Lartin is known by another spelling, that need not sound like it."""
        for first in range(len(words)):
            for end in range(first + 2, len(words) + 1):
                paired = " ".join(words[first:end])
                forms = self.aliases.forms(paired) - {paired}
                places = [place for form in forms for place in self._spelled(form)]
                around = [*found[:first], *found[end:]]
                if places and all(around) and _near([places, *around]):
                    return True
        return False

    def holds_bracket(self, name: Name, claim: str) -> bool:
        """독일산업협회(BDI): a translated name counts as the initials that the claim itself sets beside it."""
        match = re.match(r"\s?\(([A-Z][A-Z.&]{1,7})\)", claim[name.end :])
        if not match or not re.search(r"[가-힣]", name.text) or not self._spelled(match[1]):
            return False
        parts = name_parts(name.text)
        return len(parts) > 1 and all(part.rows for part in parts)

    def _heard_together(self, whole: str) -> bool:
        """존 람, John Ram: names of one syllable carry too little sound alone, and enough together."""
        if re.search(r"[가-힣]", whole):
            return False
        return any(sound_score(run, whole) >= _TOGETHER for run in self.runs)

    def _surname_alone(self, whole: str) -> bool:
        """Eric Sheridan where the source says Sheridan, and nowhere sets another name beside it."""
        surname = whole.split()[-1]
        if len(surname) < 4 or surname.lower() in COMMON or table().english(surname) or re.search(r"\d|[가-힣]", whole):
            return False
        spoken = [w.place for w in self.nouns if w.proper and len(w.text) > 1 and sound_score(w.text, surname) >= _SURE]
        places = [*self._spelled(surname), *spoken]
        return bool(places) and not any(self._named_beside(start, end) for start, end in places)

    def _named_beside(self, start: int, end: int) -> bool:
        before = _FIRST_NAME.search(self.text[max(0, start - 16) : start])
        after = re.match(r" [A-Z][a-z]", self.text[end : end + 4])
        korean = any(
            w.proper and not table().korean(w.text) and (w.end == start - 1 or w.start == end + 1) and len(w.text) > 1
            for w in self.nouns
        )
        return bool(before or after or korean)

    def _places(self, part: Part, beside: bool) -> list[Place]:
        forms = {part.text, *(form for row in part.rows for form in (*row.korean, *row.english))}
        forms |= self.aliases.forms(part.text)
        places = [place for form in forms for place in self._spelled(form)]
        if not part.rows and not places:
            places = self._translated(part.text)
        if not part.rows or not (places or part.word):
            places += self._heard(part.text, beside)
        return places or self._misspelt(part)

    def _misspelt(self, part: Part) -> list[Place]:
        """테니시 for 테네시: a Korean word that the table does not know, and that has one other vowel than a place that it does."""
        known = [form for row in part.rows if row.kind == "place" for form in row.korean]
        unknown = [w for w in self.nouns if w.proper and len(w.text) > 2 and not table().korean(w.text)]
        return [w.place for w in unknown if any(_one_vowel_apart(w.text, form) for form in known)]

    def _translated(self, word: str) -> list[Place]:
        """A common word taken for a name, or one that a name is made of: the Remainers, 분리주의."""
        if re.search(r"[가-힣]", word):
            words = {lower for lower in translations(word) if len(lower) > 3}
            return [(at, at + len(text)) for text, at in self.latin if singular(text.lower()) in words]
        # The Remainers are those who remain; Parker is no park.
        base = re.sub(r"(?:er|ist)s$|s$", "", word.lower())
        nouns = {korean for form in (word.lower(), singular(word.lower()), base) for korean in translations(form)}
        return [window.place for window in self.nouns if len(window.text) > 1 and window.text in nouns]

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
        forms = {part, part.removesuffix("s")} if len(part) > 4 else {part}  # Times is written 타임
        return [window.place for window in self.nouns if any(hears(window, form, floor) for form in forms)]

    def _heard_in_latin(self, part: str) -> list[Place]:
        """A Korean word against one to three neighbouring Latin words (골드만삭스, Goldman Sachs)."""
        places = []
        for index, (word, at) in enumerate(self.latin):
            common = word[0].islower() or (is_common(word.lower()) and self._opens(at))
            alone = not common or is_the_word(part, word)
            if word[0].islower() and not alone:
                continue
            joined, end = "", at
            for other, start in self.latin[index : index + 3]:
                if start - end > 2 or (not alone and other[0].islower()):
                    break
                joined, end = f"{joined} {other}".strip(), start + len(other)
                if joined == word and not alone:
                    continue  # "Grew ..." is no 글리에; Wells Fargo may be 웰스파고
                if heard_whole(part, joined) or heard_whole(part, singular(joined)):
                    places.append((at, end))
        return places

    def _opens(self, at: int) -> bool:
        """Whether a sentence begins there, where any word has a capital."""
        return not re.search(r"[^\s\"“”‘’'(.!?:]\s*$", self.text[max(0, at - 3) : at])

    def _initials(self, whole: str) -> bool:
        """UN for United Nations and the other way round, within Latin letters."""
        words = re.findall(r"[A-Z]", whole)
        if whole.isupper() and 2 <= len(whole) <= 6:
            for index in range(len(self.latin)):
                run = [
                    word
                    for word, _ in self.latin[index : index + len(whole) + 2]
                    if word.lower() not in ("of", "the", "and", "for")
                ][: len(whole)]
                if len(run) == len(whole) and all(w[0] == c for w, c in zip(run, whole, strict=True)):
                    return True
            return False
        return len(words) >= 3 and any(word == "".join(words) for word, _ in self.latin)


def _one_vowel_apart(korean: str, other: str) -> bool:
    """Not in the first syllable: 아사카 is another place than 오사카."""
    ours, theirs = (unicodedata.normalize("NFD", word) for word in (korean, other))
    apart = [place for place, pair in enumerate(zip(ours, theirs, strict=False)) if pair[0] != pair[1]]
    same_length = len(ours) == len(theirs) and len(korean) == len(other)
    return same_length and len(apart) == 1 and korean[0] == other[0] and _VOWEL.match(ours[apart[0]]) is not None


def _near(places: list[list[Place]]) -> bool:
    """Whether one place of each part can be chosen so that the name stands together, in any order."""
    if len(places) == 1:
        return bool(places[0])
    reach = _SPREAD * len(places)
    return any(_fits(places[1:], [anchor], reach) for anchor in places[0])


def _fits(rest: list[list[Place]], taken: list[Place], reach: int) -> bool:
    """Whether the other parts find places within `reach` of the first that do not overlap one another."""
    if not rest:
        return True
    for place in rest[0]:
        clear = all(place[1] <= other[0] or other[1] <= place[0] for other in taken)
        if abs(place[0] - taken[0][0]) <= reach and clear and _fits(rest[1:], [*taken, place], reach):
            return True
    return False
