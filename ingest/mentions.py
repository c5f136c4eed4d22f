"""Where the names in a text are.

English: runs of capitalised words, less the words that a capital does not make a name (a sentence's first word, months, titles).
Korean: proper nouns as the analyser tags them, words in Latin letters, and Korean personal names before a title.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from ingest import kiwi
from ingest.common_words import COMMON, MONTHS_AND_DAYS, PERSON_TITLES, SPEECH_VERBS
from ingest.known import Kind, table
from ingest.records import Language
from ingest.romanise import split_person


@dataclass(frozen=True, slots=True)
class Name:
    text: str
    start: int  # code points, half-open
    end: int
    kind: Kind  # a best guess


def find_names(text: str, language: Language, known: Collection[str] = ()) -> list[Name]:
    """Names in order of place, none overlapping. `known` are spellings to be found wherever they stand as whole words."""
    found = _korean(text) if language == "ko" else _english(text)
    return _merge(found, _given(text, known))


def _merge(found: list[Name], given: list[Name]) -> list[Name]:
    """Given names win over found ones that they cover; found ones win where they reach further."""
    kept = list(found)
    for name in given:
        clash = [other for other in kept if other.start < name.end and name.start < other.end]
        if all(name.start <= other.start and other.end <= name.end for other in clash):
            kept = [other for other in kept if other not in clash] + [name]
    return sorted(kept, key=lambda name: name.start)


def _given(text: str, known: Collection[str]) -> list[Name]:
    if not known:
        return []
    spelled = sorted((re.escape(form) for form in known if len(form) > 1), key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w])(?:{'|'.join(spelled)})(?![A-Za-z0-9])") if spelled else None
    hits = pattern.finditer(text) if pattern else ()
    return [Name(m.group(), m.start(), m.end(), _kind_of(m.group())) for m in hits]


# --- English ------------------------------------------------------------------------------------------------------------

_CAPITAL = r"(?:[A-Z]\.){2,}|[a-z]?[A-ZÀ-ÖØ-Þ][\wÀ-ɏ]*(?:['’&.\-‑](?!s\b)[\wÀ-ɏ]+)*\.?"
_RUN = re.compile(
    rf"(?<![\w'’])(?:{_CAPITAL})(?:(?:[ \u00a0]|-)(?:(?:de|del|von|van|der|den|bin|bint|al|da|dos|di|la|le|el|du)[ ])*(?:{_CAPITAL}|&|\d+\b))*"
)
_OF_HEADS = {"bank", "university", "house", "department", "ministry", "republic", "institute", "board", "chamber", "court", "kingdom",
             "duke", "prince", "princess", "duchess", "strait", "gulf", "bay", "city", "federation", "association", "council", "isle"}
_INITIAL = re.compile(r"(?:^|[.!?:;…]['\"”’)\]]*\s+|\n\s*|[\"“‘(\[—•]\s*|--\s*|(?<!\w)['‘])$")
_ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Prof|Rev|Lt|Col|Capt|Jr|Sr|No|vs|Inc|Co|Corp|Ltd|[A-Z])\.\s+$")


def _english(text: str) -> list[Name]:
    names: list[Name] = []
    for match in _RUN.finditer(text):
        for start, end in _pieces(text, match.start(), match.end()):
            name = Name(text[start:end], start, end, _kind_of(text[start:end]))
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
        ends_sentence = word.endswith(".") and not re.fullmatch(r"(?:[A-Za-z]\.)+|(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Jr|Sr|Inc|Co|Corp|Ltd|Gov|Gen|Prof|Rev)\.", word)
        title = plain in PERSON_TITLES
        # Only a common word that opens the run, at the head of a sentence, owes its capital to its place.
        common = (index == 0 and opens and plain in COMMON and (len(words) == 1 or plain not in _NAME_TOO)) or plain in MONTHS_AND_DAYS
        if title or common or plain in ("the", "a", "an", "i", "i'm", "i've", "i'll", "i'd"):
            pieces += [(current[0][0], current[-1][1])] if current else []
            current = []
            continue
        current.append((first, last - 1 if ends_sentence else last))
        if ends_sentence:
            pieces.append((current[0][0], current[-1][1]))
            current = []
    pieces += [(current[0][0], current[-1][1])] if current else []
    return [(first, _unpossessed(text, first, last)) for first, last in pieces if re.search(r"[A-Za-zÀ-ɏ]", text[first:last])]


_NAME_TOO = {"new", "north", "south", "east", "west", "will", "may", "mark", "white", "black", "green", "brown", "young", "long", "first",
             "world", "national", "federal", "supreme", "united", "international", "central", "general", "american"}


def _unpossessed(text: str, start: int, end: int) -> int:
    return start + len(re.sub(r"['’]s?$|[.,]$", "", text[start:end])) if not re.search(r"\b[A-Z]\.$", text[start:end]) else end


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 12) : start]
    return (start == 0 or bool(_INITIAL.search(before))) and not _ABBREVIATION.search(before)


def _is_name(text: str, name: Name) -> bool:
    words = name.text.split()
    plain = words[0].rstrip(".").lower()
    if len(name.text) < 2 or (len(words) == 1 and plain in MONTHS_AND_DAYS):
        return False
    known = table().english(name.text)
    if len(words) > 1 or re.search(r"[A-Z].*[A-Z]|\d|^[a-z]", name.text) or any(not row.word for row in known):
        return not (len(words) == 1 and name.text.isupper() and plain in COMMON)
    if known or plain in PERSON_TITLES:
        return False  # a word that names are made of, standing alone: the Committee, the State
    if not _opens_sentence(text, name.start):
        return plain not in COMMON
    return plain not in COMMON and (_acts_as_name(text, name) or not _looks_common(plain))


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
    return bool(_COMMON_ENDINGS.search(word)) and len(word) > 4


def _join_of(text: str, names: list[Name]) -> list[Name]:
    """Bank of + America, University of + Oxford: one name."""
    joined: list[Name] = []
    for name in names:
        before = re.search(r"\b([A-Z]\w+) of (?:the )?$", text[: name.start][-40:])
        if before and before[1].lower() in _OF_HEADS:
            start = name.start - len(before.group())
            if joined and joined[-1].end > start:
                start = joined.pop().start
            name = Name(text[start : name.end], start, name.end, _kind_of(text[start : name.end]) or "organisation")
            name = replace(name, kind="organisation" if name.kind == "other" else name.kind)
        joined.append(name)
    return joined


_FIRM = re.compile(r"\b(?:Inc|Corp|Co|Ltd|Group|Bank|University|Institute|Committee|Commission|Council|Party|Court|Agency|Ministry|Department|"
                   r"Association|Foundation|Union|Electronics|Motors|Holdings|School|College|Club|Center|Centre|Company|Times|News|Post)\b")
_PLACE = re.compile(r"\b(?:City|County|Island|Islands|River|Lake|Mountains?|Street|Avenue|Road|Park|Bay|Valley|Sea|Ocean|Peninsula|Strait)$")
_BEFORE_PERSON = re.compile(r"\b(?:[A-Z][a-z]+\.|Mr|Mrs|Ms|Dr|Sir|Lord|[A-Za-z]*(?:er|or|ist|man|woman|ent|yst|ary|ive|sel|EO|FO))[,]? $")


def _english_kind(text: str, name: Name) -> Kind:
    if name.kind != "other":
        return name.kind
    if _FIRM.search(name.text) or (name.text.isupper() and len(name.text) > 1):
        return "organisation"
    if _PLACE.search(name.text) or re.search(r"\b(?:in|near|from|at) $", text[: name.start][-8:]):
        return "place"
    after = re.match(r",? (\w+)", text[name.end : name.end + 20])
    if (after and after[1] in SPEECH_VERBS) or _BEFORE_PERSON.search(text[: name.start][-24:]):
        return "person"
    return "person" if re.fullmatch(r"[A-Z][a-zÀ-ɏ’'-]+(?: [A-Z]\.?)?(?: [A-Z][A-Za-zÀ-ɏ’'-]+){1,2}", name.text) else "other"


def _kind_of(text: str) -> Kind:
    rows = [row for row in (*table().english(text), *table().korean(text)) if not row.word]
    return rows[0].kind if rows else "other"


# --- Korean -------------------------------------------------------------------------------------------------------------

KOREAN_TITLES = (
    "애널리스트|대표이사|대표|회장|부회장|사장|부사장|이사장|이사|장관|차관|대통령|부통령|총리|수상|교수|박사|씨|의원|위원장|위원|의장|총재|총장|"
    "지사|시장|감독|선수|기자|특파원|앵커|변호사|판사|검사|대사|대변인|연구원|이코노미스트|전략가|매니저|본부장|실장|국장|팀장|센터장|원장|소장|"
    "청장|처장|군수|구청장|주석|서기|국왕|여왕|왕자|공주|교황|목사|신부|작가|배우|가수|코치|대법관|상무|전무|부장|과장|비서관|수석|특사|최고경영자|CEO"
)
_TITLE_NEXT = re.compile(rf" ?(?:[가-힣]{{2,8}} )?(?:{KOREAN_TITLES})(?![가-힣]{{3}})")
_BEFORE_TITLE = re.compile(rf"(?<![가-힣])([가-힣]{{2,4}}) (?:{KOREAN_TITLES})(?![가-힣]{{3}})")
_ORGANISATION_TAIL = re.compile(
    r" ?(?:그룹|은행|전자|증권|대학교|대학|연구소|연구원|협회|재단|위원회|공사|공단|자동차|중공업|화학|건설|홀딩스|당|신문|일보|방송|통신|타임스|포스트)"
    r"(?![가-힣]{3})"
)
_LATIN = re.compile(r"[A-Za-zÀ-ɏ][\wÀ-ɏ.&’'\-‑]*[\w]|[A-Z]", re.ASCII)
_NO_LATIN_NAME = re.compile(r"(?:km|kg|cm|mm|ml|mg|pm|am|vs|p|bp|kwh|mw|gw|tb|gb|mb|m|g|t|e-?mail|www\..*|http.*|com|kr|x)", re.I)


def _korean(text: str) -> list[Name]:
    tokens = kiwi.shared().tokenize(text)
    spans = [(t.start, t.start + t.len) for t in tokens if t.tag == "NNP" and t.len > 1]
    grammar = [(t.start, t.start + t.len) for t in tokens if t.tag[0] in "JEVXM"]  # particles, endings, verbs, adverbs
    spans += [m.span() for m in _LATIN.finditer(text) if not _NO_LATIN_NAME.fullmatch(m.group()) and "@" not in text[m.end() : m.end() + 1]]
    for match in _BEFORE_TITLE.finditer(text):
        start, end = match.span(1)
        plain = not any(start < b and a < end for a, b in grammar)
        if plain and len(match[1]) == 3 and split_person(match[1]) and not table().korean(match[1]):
            spans.append((start, end))
    return [Name(text[a:b], a, b, _korean_kind(text, a, b)) for a, b in _joined(text, sorted(set(spans)))]


def _joined(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pieces of one name put together: touching ones (챗+GPT-4), and two neighbours of which neither is a name by itself."""
    out: list[tuple[int, int]] = []
    for start, end in spans:
        if out and start < out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
            continue
        if out and (start == out[-1][1] or (text[out[-1][1] : start] == " " and _one_name(text, out[-1], (start, end)))):
            out[-1] = (out[-1][0], end)
        else:
            out.append((_glued_front(text, start, end), end))
    return [(a, b + (len(tail.group()) if (tail := _ORGANISATION_TAIL.match(text, b)) else 0)) for a, b in out]


def _glued_front(text: str, start: int, end: int) -> int:
    """오픈AI, 챗GPT: the Hangul written against a Latin word belongs to it."""
    if not text[start].isascii():
        return start
    glued = re.search(r"(?<![가-힣])[가-힣]{1,4}$", text[:start])
    return glued.start() if glued else start


def _one_name(text: str, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """에릭 + 셰리던 is one name; 김민준 + 삼성전자 and 트럼프 + 미국 are two."""
    words = text[left[0] : left[1]], text[right[0] : right[1]]
    if any(word.isascii() for word in words):
        return all(word.isascii() for word in words)
    if any(table().korean(word) for word in words):
        return bool(table().korean(" ".join(words)))
    return not any(len(word) == 3 and split_person(word) for word in words)


def _korean_kind(text: str, start: int, end: int) -> Kind:
    word = text[start:end]
    if (kind := _kind_of(word)) != "other":
        return kind
    if _ORGANISATION_TAIL.search(word) or (word.isascii() and word.isupper()):
        return "organisation"
    if _TITLE_NEXT.match(text, end) or (len(word) == 3 and split_person(word)):
        return "person"
    if re.search(r"(?:시|도|군|구|동|읍|면|섬|강|산|주|만)$", word) and len(word) > 2:
        return "place"
    return "person" if " " in word and not re.search(r"[A-Za-z]", word) else "other"
