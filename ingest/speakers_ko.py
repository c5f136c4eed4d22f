"""Who says a sentence of Korean news.

The verb of saying stands last and its complement before it; the subject is found among the morphemes outside the quotations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ingest.kiwi import morphemes
from ingest.quotation import quotations

_DONE = r"(?:했|하였|했었|한|합니|했습니|하고 있|하기도 했)(?:다|습니다|니다|음)?"
_VERB = (
    rf"(?:(?:말|언급|강조|설명|주장|경고|지적|비판|당부|토로|반박|예상|예측|전망|진단|분석|평가|발표|호소|촉구|답|답변|단언|고백|회상|우려"
    rf"|조언|제안|역설|항변|반문|해명|일축|시인|인정|추정|요구|약속|공언|선언|증언|진술|전)\s?{_DONE}"
    r"|(?:밝혔|밝힌|덧붙였|내다봤|내다보았|털어놨|털어놓았|꼬집었|되물었|물었|외쳤|적었|썼|점쳤|맞받았|맞섰|그었|높였|말씀하셨)(?:다|습니다)"
    r"|(?:했|하)(?:다|습니다|였다))"
)
_ENDING = re.compile(rf"(?P<verb>{_VERB})[.\s\"”'’!)\]]*$")
# What is said, and at most a few words between it and the verb: "...라고 6일 기자들에게 거듭 밝혔다".
_COMPLEMENT = re.compile(r"(?:[다라냐자]고|다며|라며|다면서|라면서|리라고|것으로)(?:\s+\S+){0,4}\s*$")

_NOUN = ("NNG", "NNP", "NNB", "NR", "NP", "SL", "SN", "SH", "XPN", "XSN", "XR")
_TITLE = (
    "애널리스트|대표이사|대표|부회장|회장|부사장|사장|장관|차관|총리|부총리|대통령|국회의원|시의원|의원|후보|교수|선임연구원|연구위원|연구원"
    "|위원장|위원|대변인|총재|감독|코치|선수|기자|변호사|판사|검사|의사|국장|실장|팀장|부장|과장|본부장|센터장|이사장|이사|원장|소장|도지사|지사"
    "|시장|구청장|군수|청장|총장|목사|신부|스님|작가|배우|가수|경제학자|이코노미스트|전문가|최고경영자|최고재무책임자|최고기술책임자|책임자|담당자"
    "|관계자|단장|행장|박사|씨|님|군|양|전무|상무|부원장|주임|지부장|지회장|대사|왕|여왕|교황|주석|서기장|CEO|CFO|CTO|COO"
)
_ENDS_IN_TITLE = re.compile(rf"(?:{_TITLE})$")
_ONLY_TITLE = re.compile(rf"(?:전|현|신임|前|現)?\s?(?:{_TITLE})")
_SURNAME = "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부가복태목형두피감빈동온호"
_FULL_NAME = re.compile(rf"[{_SURNAME}][가-힣]{{2}}")
_GROUP = re.compile(
    r"(?:사|은행|증권|정부|부|청|처|위|위원회|그룹|전자|당|측|협회|연구소|연구원|연구팀|병원|재단|대학|대학교|회사|기업|시|도|군|구|시의회|의회"
    r"|대통령실|백악관|법원|검찰|경찰|노조|단체|연합|연맹|조합|당국|업체|업계|들|공사|공단|센터|본부|통신|일보|신문|방송)$"
)
# Things that speak only in headlines, and words of time and place that stand as topics.
_NOBODY = re.compile(
    r"(?:보고서|자료|성명|성명서|조사|연구|결과|통계|법안|기사|발표|계획|문제|이유|원인|상황|경우|관계|내용|부분|이번|이날|오늘|어제|당시|최근|올해|지난해"
    r"|내년|현재|여기|거기|그것|이것|것|점|때|데|수|바|중|앞|뒤|전|후|이후|이전|가운데|뿐|만|이|그|저|우리|저희|나|누구|무엇|어디|하루|모두|일부|대부분)"
)
# Who stands between what is said and the verb of saying: "..." 김 씨가 말했다, 다쳤다고 교정청이 말했다.
_ATTRIBUTION = re.compile(
    rf"(?:[\"”'’]\s*(?:이?라고\s+)?|(?<=[다라냐자])고,?\s+)[^\"”'’]{{1,40}}(?P<particle>[은는이가])\s+{_VERB}[.\s\"”'’]*$"
)
_GOES_ON = re.compile(r"(?:이어|또|또한|아울러|그러면서|특히|다만|이에 대해|그 이유로)[\s,]")
_MAX_SENTENCE = 2000  # characters; longer is no prose, and the analyser's time grows faster than the length
_PRONOUNS = ("그", "그녀")
_FORMER = ("전", "현", "신임")  # before a title, within the phrase: 마이클 스틸 전 위원장


@dataclass(frozen=True, slots=True)
class _Subject:
    name: str
    person: bool


def named(text: str, spans: Sequence[tuple[int, int]]) -> list[str | None]:
    """For each span the speaker that its own words name, pronouns resolved to the person last spoken of."""
    known: dict[str, str] = {}  # surname to full name, for 한 교수 after 한지수 교수
    last: str | None = None
    before: str | None = None  # the speaker of the sentence before
    found: list[str | None] = []
    for start, end in spans:
        sentence = text[start:end]
        outside = _blanked(sentence)
        subject = _subject(outside, known, last)
        speaker = None
        if _reports(sentence, outside):
            speaker = subject.name if subject else before if _GOES_ON.match(sentence) else None
        if subject and subject.person:
            last = subject.name
        found.append(speaker)
        before = speaker
    return found


def _reports(sentence: str, outside: str) -> bool:
    verb = _ENDING.search(outside)
    if not verb:
        return False
    head = sentence[: verb.start()]
    if verb["verb"].startswith(("했", "하")):  # 했다 alone says something only after 다고, 라고
        return bool(re.search(r"(?:[다라냐자]|[\"”'’])고\s*$", head))
    return bool(_COMPLEMENT.search(head)) or _quotes_before(head)


def _quotes_before(head: str) -> bool:
    spans = quotations(head)
    return bool(spans) and len(head[spans[-1][1] :].split()) <= 5


def _subject(outside: str, known: dict[str, str], last: str | None) -> _Subject | None:
    """The topic (은, 는, 도), else the first subject (이, 가), that can speak."""
    if len(outside) > _MAX_SENTENCE:
        return None
    tokens = morphemes(outside)
    if (attribution := _ATTRIBUTION.search(outside)) and (at := _nearest(tokens, attribution)):
        near = _phrase(tokens, at, outside)
        if near in _PRONOUNS and last:
            return _Subject(last, True)
        if (subject := _read(near, tokens[at - 1], known)) or outside[attribution.start()] in "\"”'’":
            return subject  # 정부는 ...고 이날은 밝혔다: a day says nothing
    for tags in (("JX",), ("JKS",)):
        for at, token in enumerate(tokens):
            if token.tag in tags and token.form in ("은", "는", "도", "이", "가"):
                phrase = _phrase(tokens, at, outside)
                if phrase in _PRONOUNS:
                    return _Subject(last, True) if last else None
                if phrase and (subject := _read(phrase, tokens[at - 1], known)):
                    return subject
    return None


def _nearest(tokens: Sequence[Any], attribution: re.Match[str]) -> int:
    """Which token ends the subject right before the verb of saying, after the quotation: "..." 김 씨가 말했다. 0: none does."""
    return next((i for i, token in enumerate(tokens) if token.start == attribution.start("particle")), 0)


def _phrase(tokens: Sequence[Any], at: int, text: str) -> str:
    """The noun phrase that ends before token `at`, with what stands in brackets."""
    begin = at
    depth = 0
    while begin > 0:
        token = tokens[begin - 1]
        if token.tag in ("SSC", "SSO") and text[token.start] in "()[]":
            depth += 1 if token.tag == "SSC" else -1
            if depth < 0:
                break
        elif depth == 0 and token.tag not in _NOUN and text[token.start] not in "·-." and token.form not in _FORMER:
            break
        begin -= 1
    return text[tokens[begin].start : tokens[at].start].strip() if begin < at else ""


def _read(phrase: str, head: Any | None, known: dict[str, str]) -> _Subject | None:
    words = list(_words(phrase))
    titled = bool(words) and bool(_ENDS_IN_TITLE.search(words[-1].split("(")[0]))
    names = [word.split("(")[0] for word in words if _is_full_name(word, titled)]
    plain = [word.split("(")[0] for word in words]
    bracketed = next((i for i, word in enumerate(words) if re.search(r"\([A-Z][^)]* [^)]*\)", word)), None)
    if names and bracketed and plain[bracketed - 1] == names[0]:
        return _Subject(
            f"{names[0]} {plain[bracketed]}", True
        )  # 마이클 오센(Michael Osen) has no Korean name, though it begins as one
    if names:
        known.setdefault(names[0][0], names[0])
        return _Subject(names[0], True)
    titles = [i for i, word in enumerate(plain[:-1]) if _ONLY_TITLE.fullmatch(word)]
    if titles and not titled:  # 최고경영자 얀 노박
        return _Subject(" ".join(plain[titles[-1] + 1 :]), True)
    if titled:
        return _titled(plain, bracketed, known)
    name = " ".join(plain).removesuffix(" 측")
    if not name or _NOBODY.fullmatch(plain[-1]) or len(name) < 2:
        return None
    if (
        bracketed is not None
        or re.search(r"\([A-Z]", words[-1])
        or (head and head.tag == "NNP")
        or _GROUP.search(name)
        or re.fullmatch(r"[A-Z][\w.&-]*", name)
    ):
        return _Subject(name, len(plain) > 1 and not _GROUP.search(name))
    return None


def _titled(plain: list[str], bracketed: int | None, known: dict[str, str]) -> _Subject | None:
    """얀 노박 감독 -> 얀 노박; 한 교수 -> the full name known; 회사 관계자 as it is."""
    if bracketed is not None:
        return _Subject(" ".join(plain[max(0, bracketed - 1) : bracketed + 1]), True)
    bare = list(plain)
    while bare and _ONLY_TITLE.fullmatch(bare[-1]):
        bare.pop()
    if not bare:
        return None
    if len(bare) == 1 and len(bare[0]) == 1:
        return _Subject(known[bare[0]], True) if bare[0] in known else _Subject(" ".join(plain), True)
    if plain[-1] in ("관계자", "담당자", "책임자", "대변인", "전문가"):
        return _Subject(" ".join(plain), True)
    return _Subject(" ".join(bare[-2:]), True)


def _words(phrase: str) -> Iterator[str]:
    """Words with their brackets: "임서준(Lim Seo-jun) 대표" has two."""
    return (match[0] for match in re.finditer(r"[^\s(]+(?:\s?\([^)]*\))?", phrase))


def _is_full_name(word: str, titled: bool) -> bool:
    bare = word.split("(")[0]
    if not _FULL_NAME.fullmatch(bare) or _ENDS_IN_TITLE.search(bare) or _GROUP.search(bare):
        return False
    return titled or "(" in word


def _blanked(sentence: str) -> str:
    """The sentence with quotations blanked, every position kept."""
    letters = list(sentence)
    for start, end in quotations(sentence):
        letters[start + 1 : end - 1] = " " * (end - start - 2)
    return "".join(letters)
