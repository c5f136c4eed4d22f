"""Korean names: proper nouns as the analyser tags them, words in Latin letters, and personal names before a title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest import kiwi
from ingest.dictionary import translations
from ingest.known import Kind, table
from ingest.korean_names import is_korean_name
from ingest.name import Name, is_measure, known_kind

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
_STUCK = re.compile(r"(?:(?<!주)의|에게|에서|에)$")  # particles
_OF = re.compile(r"(?<!주)의$")
_PARTICLE = re.compile(r"(?:의|에게|에서|에|와|과|은|는|이|가|을|를|도|로|으로)$")
_ACTING = frozenset(["JX", "JKS", "JKG", "JC", "VCP"])
_INITIAL = re.compile(r" [A-Z]\.? ")  # within a name: 조지 W. 부시
_MIDDLE = re.compile(r"[가-힣] [A-Z]\. [가-힣]")
_NO_LATIN_NAME = re.compile(
    r"(?:km|kg|cm|mm|ml|mg|pm|am|vs|p|bp|kwh|mw|gw|tb|gb|mb|m|g|t|e-?mail|www\..*|http.*|com|kr|x)", re.I
)


def korean_names(text: str) -> list[Name]:
    read = list(kiwi.marked(text))
    tokens = [token for token, _ in read]
    spans = [
        (start, _whole(tokens, i, unknown))
        for i, ((_, tag, start, length), unknown) in enumerate(read)
        if tag == "NNP" and length > 1 and not _verbal(tokens, i) and not (unknown and _common(text, tokens, i))
    ]
    # Particles, endings, verbs and adverbs are in no name.
    grammar = [(start, start + length) for _, tag, start, length in tokens if tag[0] in "JEVXM"]
    spans += [
        m.span()
        for m in _LATIN.finditer(text)
        if not _NO_LATIN_NAME.fullmatch(m.group())
        and not _MIDDLE.fullmatch(text[max(0, m.start() - 2) : m.end() + 3])
        and not is_measure(text, *m.span())
        and "@" not in text[m.end() : m.end() + 1]
    ]
    for match in _BEFORE_TITLE.finditer(text):
        start, end = match.span(1)
        plain = not any(start < b and a < end for a, b in grammar)
        if plain and is_korean_name(match[1]) and not table().korean(match[1]):
            spans.append((start, end))
    return [Name(text[a:b], a, b, _korean_kind(text, a, b)) for a, b in _joined(text, sorted(set(spans)))]


def _verbal(tokens: Sequence[tuple[str, str, int, int]], index: int) -> bool:
    """수유하다: what a verb is made of is no proper noun, whatever the analyser took it for."""
    _, _, start, length = tokens[index]
    return index + 1 < len(tokens) and tokens[index + 1][1] == "XSV" and tokens[index + 1][2] == start + length


def _common(text: str, tokens: Sequence[tuple[str, str, int, int]], index: int) -> bool:
    """Whether a noun that the analyser does not have, and takes for a common one, is one: listed, with a particle or without, or neither part of a
    longer name nor in a place of those who do something, own something, or bear a title. There names stand: 탄베이의 인구, 캐버노는; not in
    겨울잠쥐 30마리."""
    form, _, start, length = tokens[index]
    if any(translations(word) for word in (form, _PARTICLE.sub("", form))) or form.endswith("은"):
        return True
    end = start + length
    near = [token for token in tokens[max(0, index - 1) : index + 2] if token is not tokens[index]]
    if any(tag == "NNP" and " " in (text[end:at], text[at + size : start]) for _, tag, at, size in near):
        return False
    form, tag, at, _ = tokens[index + 1] if index + 1 < len(tokens) else ("", "", -1, 0)
    acts = at == end and (tag in _ACTING or form in ("에게", "한테", "께"))
    return not (acts or _STUCK.search(tokens[index][0]) or _TITLE_NEXT.match(text, end))


def _whole(tokens: Sequence[tuple[str, str, int, int]], index: int, unknown: bool) -> int:
    """Where a proper noun ends: with a stray last syllable that was split off (맥스+웰), without a particle or a copula that was not."""
    form, _, start, length = tokens[index]
    stuck = _STUCK if unknown else _OF  # 몽펠리에, 카르티에
    if length > 3 and (particle := stuck.search(form)) and not table().korean(form):
        return start + particle.start()  # taken for a part of a name that the analyser does not know
    end = start + length
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if length > 2 and form.endswith("이") and after and after[1:] == ("VCP", end, 0) and not table().korean(form):
        return end - 1  # 애슐리이다: the copula, taken for a part of the name and missed behind it
    return end + 1 if after and after[1:] == ("NNG", end, 1) and not table().korean(form) else end


def _joined(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pieces of one name put together: touching ones (챗+GPT-4), those around an initial (조지 W. 부시), and two neighbours of which neither is a
    name by itself."""
    out: list[tuple[int, int]] = []
    for start, end in spans:
        if out and (start < out[-1][1] or _INITIAL.fullmatch(text[out[-1][1] : start])):
            out[-1] = (out[-1][0], max(end, out[-1][1]))
            continue
        if out and (
            start == out[-1][1] or (text[out[-1][1] : start] == " " and _one_name(text, out[-1], (start, end)))
        ):
            out[-1] = (out[-1][0], end)
        else:
            out.append((_glued_front(text, start, end), end))
    return [(a, _reach(text, a, b)) for a, b in out]


def _reach(text: str, start: int, end: int) -> int:
    """How far a name goes on: to the end of a longer one that the table knows (유럽 연합), or over 그룹, 은행, 대학."""
    for tail in (re.match(r" [가-힣]{2,6}(?: [가-힣]{2,6})?", text[end:]), re.match(r"[가-힣]{1,6}", text[end:])):
        for length in range(len(tail.group()) if tail else 0, 1 if tail and tail.group()[0] == " " else 0, -1):
            reached = end + length
            if text[reached - 1] != " " and any(not row.word for row in table().korean(text[start:reached])):
                return reached
    tail = _ORGANISATION_TAIL.match(text, end)
    return end + len(tail.group()) if tail else end


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
    return not any(is_korean_name(word) for word in words)


def _korean_kind(text: str, start: int, end: int) -> Kind:
    word = text[start:end]
    if _INITIAL.search(word):
        return "person"
    if any(not row.word for row in (*table().korean(word), *table().english(word))):
        return known_kind(word)
    if _ORGANISATION_TAIL.search(word) or (word.isascii() and word.isupper() and word.isalpha()):
        return "organisation"
    if _TITLE_NEXT.match(text, end) or is_korean_name(word):
        return "person"
    if re.search(r"(?:시|도|군|구|동|읍|면|섬|강|산|주|만)$", word) and len(word) > 2:
        return "place"
    return "person" if " " in word and not re.search(r"[A-Za-z]", word) else "other"
