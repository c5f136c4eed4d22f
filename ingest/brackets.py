"""Names in both scripts, from the brackets that news writes: 딥시크(DeepSeek), Samsung Electronics (삼성전자)."""

from __future__ import annotations

import re

from ingest.hangulise import hangulise
from ingest.known import table
from ingest.sound import ALIKE, sound_score

_LATIN_INSIDE = re.compile(
    r"([가-힣A-Za-z0-9][가-힣A-Za-z0-9 ·・\-&.]*[가-힣])[\"'”’]?\s?[(（]([^()（）\n]{2,60})[)）]"
)
_HANGUL_INSIDE = re.compile(r"([A-Z][\wÀ-ɏ.&'’\- ]*[\wÀ-ɏ.])\s?[(（]([가-힣][가-힣A-Za-z0-9 ·\-]{1,30})[)）]")
_NAME = re.compile(r"[A-Za-zÀ-ɏ][\wÀ-ɏ.&'’\"“”\- ]*")
_NO_NAME = re.compile(
    r"\d|^(?:[A-Z]-)|=|@|https?:|www\.|%|\b(?:NYSE|NASDAQ|KOSPI|KOSDAQ|Inc|km|kg|cm|mm|ml|mph|GMT|UTC|ET|AM|PM|am|pm|left|right|top|photo|source)\b",
)
_UNITS = frozenset("km kg cm mm ml mg m g t kw mw gw kwh gb tb mb hz bp bps pt p".split())
_MOST_WORDS = 5


def bracket_pairs(text: str) -> list[tuple[str, str]]:
    """(Korean, Latin) pairs in order of place, once each. What stands before the bracket is cut by sound and meaning."""
    pairs: dict[tuple[str, str], None] = {}
    for match in _LATIN_INSIDE.finditer(text):
        latin = _latin_name(match[2])
        if latin and (korean := _left_part(match[1], latin)):
            pairs[korean, latin] = None
    for match in _HANGUL_INSIDE.finditer(text):
        if latin := _latin_left(match[1], match[2].strip()):
            pairs[match[2].strip(), latin] = None
    return list(pairs)


def _latin_name(inside: str) -> str | None:
    """The Latin name in a bracket, or None for a ticker, a unit, an age, a credit, a party and state (R-Arizona)."""
    first = re.split(r"[,;/·]| - ", inside)[0].strip()
    first = re.sub(r"['’]s$", "", first)
    if not _NAME.fullmatch(first) or len(first) < 2 or _NO_NAME.search(first) or first.lower() in _UNITS:
        return None
    return first if re.search(r"[A-Z]", first) else None


def _left_part(before: str, latin: str) -> str | None:
    """How far to the left the Korean name reaches: the last one to five words that sound or mean most like `latin`."""
    words = before.replace("・", "·").split()[-_MOST_WORDS:]
    if not words or not re.search(r"[가-힣]", words[-1]):
        return None
    if latin.isupper() and " " not in latin:
        return _for_acronym(words, latin)
    for count in range(min(3, len(words)), 0, -1):
        if any(not row.word and row in table().english(latin) for row in table().korean("".join(words[-count:]))):
            return " ".join(words[-count:])
    best, reach = 0.0, 0
    for count in range(1, len(words) + 1):
        score = _agree(words[-count:], latin)
        if score > best + 0.005:
            best, reach = score, count
    if best >= ALIKE - 0.14:
        return _trim(words[-reach:], latin)
    return _by_meaning(words, latin)


def _agree(words: list[str], latin: str) -> float:
    """Sound of the whole, where words that the table translates (그룹, Group) agree for sure."""
    joined, rest = "".join(words), latin
    for part in latin.split():
        for row in table().english(part):
            for form in row.korean:
                if len(form) > 1 and joined.endswith(form) and len(joined) > len(form) and rest.endswith(part):
                    joined, rest = joined[: -len(form)], rest[: -len(part)].strip()
    return sound_score(joined, rest or latin)


def _trim(words: list[str], latin: str) -> str:
    """빌헬름으로 시작하는 조사 없는 이름: a particle that clings to the name before the bracket is no part of it."""
    name = " ".join(words)
    bare = re.sub(r"(?<=[가-힣]{2})(?:으로|은|는|이|가|을|를|의|와|과|로)$", "", name)
    return bare if bare != name and sound_score(bare, latin) > sound_score(name, latin) + 0.01 else name


def _for_acronym(words: list[str], latin: str) -> str | None:
    """인공지능(AI), 유럽연합(EU): a translation, so no sound to go by. The last word, unless the table knows more."""
    for count in range(min(3, len(words)), 0, -1):
        if rows := [row for row in table().korean(" ".join(words[-count:])) if not row.word]:
            known = any(row in table().english(latin) for row in rows)
            return " ".join(words[-count:]) if known or not _ticker(words[-1], latin) else None
    last = words[-1]
    if _ticker(last, latin):
        return None
    return last if re.fullmatch(r"[가-힣A-Za-z]{2,}", last) else None


def _ticker(korean: str, latin: str) -> bool:
    """엔비디아(NVDA): three to five capitals that abridge the sound of the name are its mark on an exchange, not a name."""
    return 3 <= len(latin) <= 5 and 0.3 <= sound_score(korean, latin) < 0.95 and hangulise(latin) != korean


def _by_meaning(words: list[str], latin: str) -> str | None:
    """A translated name (국립기상국, National Weather Service): the words whose parts the table finds in the Latin name."""
    parts = [row for word in latin.split() for row in table().english(word)]
    forms = {form for row in parts for form in row.korean if len(form) > 1}
    reach = 0
    for count, word in enumerate(reversed(words), 1):
        if any(form in word for form in forms) or any(sound_score(word, part) >= ALIKE for part in latin.split()):
            reach = count
        elif count > reach + 1:
            break
    if reach == 1 and len(latin.split()) > 2 and any(row.word for row in table().korean(words[-1])):
        return None  # 위원회 alone does not name the one of the five words in the bracket
    return " ".join(words[-reach:]) if reach else None


def _latin_left(before: str, korean: str) -> str | None:
    """The last capitalised words before (한글): the reach that sounds or means most like the Korean."""
    words = before.split()[-_MOST_WORDS:]
    best, reach = 0.0, 0
    for count in range(1, len(words) + 1):
        if not words[-count][0].isupper():
            break
        phrase = " ".join(words[-count:])
        known = any(row.english and korean in row.korean for row in table().english(phrase))
        score = 1.0 if known else _agree(korean.split(), phrase)
        if score > best + 0.005:
            best, reach = score, count
    return " ".join(words[-reach:]) if reach and best >= ALIKE - 0.14 else None
