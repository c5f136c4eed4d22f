"""English names: runs of capitalised words, less those that a capital does not make a name (titles, months, first words)."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.common_words import COMMON, MONTHS_AND_DAYS, PERSON_TITLES, SPEECH_VERBS
from ingest.known import Kind, table
from ingest.name import Name, is_measure, known_kind
from ingest.numerals_en import ONES, TENS

_CAPITAL = r"(?:[A-Z]\.){2,}|[a-z]?[A-ZÀ-ÖØ-Þ][\wÀ-ɏ]*(?:['’&.\-‑](?!s\b)[\wÀ-ɏ]+)*\.?"
_RUN = re.compile(
    rf"(?<![\w'’])(?:{_CAPITAL})(?:(?:[ \u00a0]|-)(?:(?:de|del|von|van|der|den|bin|bint|al|da|dos|di|la|le|el|du)[ ])*(?:{_CAPITAL}|&|\d+\b))*"
)
_OF_HEADS = {
    "bank",
    "university",
    "house",
    "department",
    "ministry",
    "republic",
    "institute",
    "board",
    "chamber",
    "court",
    "kingdom",
    "duke",
    "prince",
    "princess",
    "duchess",
    "strait",
    "gulf",
    "bay",
    "city",
    "federation",
    "association",
    "council",
    "isle",
}
_INITIAL = re.compile(r"(?:^|[.!?:;…]['\"”’)\]]*\s+|\n\s*|[\"“‘(\[—•]\s*|--\s*|(?<!\w)['‘])$")
_ABBREVIATION = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Prof|Rev|Lt|Col|Capt|Jr|Sr|No|vs|Inc|Co|Corp|Ltd|[A-Z])\.\s+$"
)


def english_names(text: str) -> list[Name]:
    names: list[Name] = []
    for match in _RUN.finditer(text):
        for start, end in _pieces(text, match.start(), match.end()):
            name = Name(text[start:end], start, end, known_kind(text[start:end]))
            if _is_name(text, name):
                names.append(replace(name, kind=_english_kind(text, name)))
    return _join_of(text, names)


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A run without its titles, months and, at the head of a sentence, its common first word; split where one stood inside."""
    pieces: list[tuple[int, int]] = []
    words = [(m.start() + start, m.end() + start) for m in re.finditer(r"[^ \u00a0]+", text[start:end])]
    opens = _opens_sentence(text, start)
    current: list[tuple[int, int]] = []
    for index, (first, last) in enumerate(words):
        word = text[first:last]
        plain = re.sub(r"['’]s?$", "", word).rstrip(".").lower()
        ends_sentence = word.endswith(".") and not re.fullmatch(
            r"(?:[A-Za-z]\.)+|(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Jr|Sr|Inc|Co|Corp|Ltd|Gov|Gen|Prof|Rev)\.", word
        )
        title = plain in PERSON_TITLES
        # Only a common word that opens the run, at the head of a sentence, owes its capital to its place.
        common = (
            index == 0
            and opens
            and (plain in COMMON or (len(words) > 1 and _is_gerund(word)))
            and (len(words) == 1 or plain not in _NAME_TOO)
        ) or plain in MONTHS_AND_DAYS
        if title or common or plain in ("the", "a", "an", "i", "i'm", "i've", "i'll", "i'd"):
            pieces += [(current[0][0], current[-1][1])] if current else []
            current = []
            continue
        current.append((first, last - 1 if ends_sentence else last))
        if ends_sentence:
            pieces.append((current[0][0], current[-1][1]))
            current = []
    pieces += [(current[0][0], current[-1][1])] if current else []
    return [
        (first, _unpossessed(text, first, last))
        for first, last in pieces
        if re.search(r"[A-Za-zÀ-ɏ]", text[first:last])
    ]


def _is_gerund(word: str) -> bool:
    """Training R1 cost ...: a verb that opens a sentence; Boeing and Beijing are known better."""
    return len(word) > 5 and word.endswith("ing") and not table().english(word)


_NAME_TOO = {
    "new",
    "north",
    "south",
    "east",
    "west",
    "will",
    "may",
    "mark",
    "white",
    "black",
    "green",
    "brown",
    "young",
    "long",
    "first",
    "world",
    "national",
    "federal",
    "supreme",
    "united",
    "international",
    "central",
    "general",
    "american",
}


def _unpossessed(text: str, start: int, end: int) -> int:
    return (
        start + len(re.sub(r"['’]s?$|[.,]$", "", text[start:end]))
        if not re.search(r"\b[A-Z]\.$", text[start:end])
        else end
    )


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 12) : start]
    return (start == 0 or bool(_INITIAL.search(before))) and not _ABBREVIATION.search(before)


_SPELLED = frozenset({*ONES, *TENS})
_NUMERAL = re.compile(r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-[a-z]+", re.I)


def _is_name(text: str, name: Name) -> bool:
    words = name.text.split()
    plain = words[0].rstrip(".").lower()
    if len(name.text) < 2 or (len(words) == 1 and plain in MONTHS_AND_DAYS):
        return False
    if _NUMERAL.fullmatch(name.text):
        return False  # Forty-six pieces
    if is_measure(text, name.start, name.end) or (
        plain in _SPELLED and len(words) == 1 and _opens_sentence(text, name.start)
    ):
        return False  # 12 GWh; Fourteen pieces
    known = table().english(name.text)
    if len(words) > 1 or re.search(r"[A-Z].*[A-Z]|\d|^[a-z]", name.text) or any(not row.word for row in known):
        return not (len(words) == 1 and name.text.isupper() and plain in COMMON)
    if known or plain in PERSON_TITLES:
        return False  # a word that names are made of, standing alone: the Committee, the State
    if not _opens_sentence(text, name.start):
        return plain not in COMMON
    plural = re.search(r"[^sui]s$", plain) is not None
    return plain not in COMMON and (_acts_as_name(text, name) or not (plural or _looks_common(plain)))


def _acts_as_name(text: str, name: Name) -> bool:
    """Whether a sentence's first word is used as only a name is: with a possessive, or speaking."""
    after = re.match(r"(['’](?:s\b| ))|,? (\w+)", text[name.end : name.end + 24])
    return bool(after and (after[1] or after[2] in SPEECH_VERBS)) or bool(
        re.search(rf"[a-z,] {re.escape(name.text)}\b", text)
    )


_COMMON_ENDINGS = re.compile(
    r"(?:ing|ings|ed|ly|tion|tions|sion|sions|ment|ments|ness|ity|ities|ers|ors|ists|ants|ents|ials|ees|ries|ies|ance|ances|ence|ences"
    r"|ism|ful|less|able|ible|ive|ives|ous|ical|ships?|hood|ures?|ages?|ches|shes|sses|cks|ts|ds|ms|ps|gs|ls|ves|mes|ces|ges|tes|kes)$"
)


def _looks_common(word: str) -> bool:
    return len(word) > 4 and bool(_COMMON_ENDINGS.search(word))


def _join_of(text: str, names: list[Name]) -> list[Name]:
    """Bank of + America, University of + Oxford: one name."""
    joined: list[Name] = []
    for name in names:
        before = re.search(r"\b([A-Z]\w+) of (?:the )?$", text[: name.start][-40:])
        if before and before[1].lower() in _OF_HEADS:
            start = name.start - len(before.group())
            if joined and joined[-1].end > start:
                start = joined.pop().start
            name = Name(text[start : name.end], start, name.end, known_kind(text[start : name.end]) or "organisation")
            name = replace(name, kind="organisation" if name.kind == "other" else name.kind)
        joined.append(name)
    return joined


_FIRM = re.compile(
    r"\b(?:Inc|Corp|Co|Ltd|Group|Bank|University|Institute|Committee|Commission|Council|Party|Court|Agency|Ministry|Department|"
    r"Association|Foundation|Union|Electronics|Motors|Holdings|School|College|Club|Center|Centre|Company|Times|News|Post)\b"
)
_PLACE = re.compile(
    r"\b(?:City|County|Island|Islands|River|Lake|Mountains?|Street|Avenue|Road|Park|Bay|Valley|Sea|Ocean|Peninsula|Strait)$"
)
_BEFORE_PERSON = re.compile(
    r"\b(?:[A-Z][a-z]+\.|Mr|Mrs|Ms|Dr|Sir|Lord|[A-Za-z]*(?:er|or|ist|man|woman|ent|yst|ary|ive|sel|EO|FO))[,]? $"
)


def _english_kind(text: str, name: Name) -> Kind:
    if any(not row.word for row in table().english(name.text)):
        return name.kind
    if _FIRM.search(name.text) or (name.text.isupper() and name.text.isalpha() and len(name.text) > 1):
        return "organisation"
    if _PLACE.search(name.text) or re.search(r"\b(?:in|near|from|at) $", text[: name.start][-8:]):
        return "place"
    after = re.match(r",? (\w+)", text[name.end : name.end + 20])
    if (after and after[1] in SPEECH_VERBS) or _BEFORE_PERSON.search(text[: name.start][-24:]):
        return "person"
    return (
        "person"
        if re.fullmatch(r"[A-Z][a-zÀ-ɏ’'-]+(?: [A-Z]\.?)?(?: [A-Z][A-Za-zÀ-ɏ’'-]+){1,2}", name.text)
        else "other"
    )
