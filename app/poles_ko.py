"""Korean words that say which way things go. The longest phrase or compound noun that fits is taken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from app.pole import IDLE, Entry, Index, Pole, index
from ingest.kiwi import tokens

_PERIOD = r"(?:학기|달|월|년|올해|세기|분기|연|시즌) ?{}(?=에|부터|까지|의|로|,|\s|$)"
_SHAPED: tuple[tuple[str, bool, re.Pattern[str]], ...] = (
    # The beginning and the end of a time.
    ("period", True, re.compile(_PERIOD.format("초"))),
    ("period", False, re.compile(_PERIOD.format("말"))),
    # Too early to say; to come to so much is another word.
    ("enough", False, re.compile(r"기(?:에는|에|엔|는)? ?(?:아직|너무)? ?(?P<word>이르(?:다|며|고|지만|다는))")),
    # What the first one does, and the last one.
    ("order", True, re.compile(r"(?<![가-힣])(?:처음(?:으로|이(?:다|었|라))|최초(?:로|의|이)|맨 ?먼저|가장 먼저)")),
    (
        "order",
        False,
        re.compile(r"(?<![가-힣])(?:마지막(?:으로|이(?:다|었|라))|최후(?:로|의)|맨 ?(?:나중|끝)|가장 (?:늦게|나중))"),
    ),
    ("comparison", True, re.compile(r"\d\S{0,4} 이상(?![한하할형향기징])")),  # 이상 alone is strange as well
)
# What only looks like a pole: a place that lies apart; to leave for a place, which is to come there; much (크게);
# what rain and snow do.
_IDLE = re.compile(
    r"떨어진 (?:곳|거리|지점|데|섬|바다|해상|마을|도시)|떨어져 ?(?:있|사는|살)|(?<=로 )인(?:해|한|하여)"
    r"|(?<![가-힣])(?:낮에|크게)|(?P<kept>(?<![가-힣])[눈비](?:이|가|은|는|도)? [^,.]{0,20})(?:내리|내린|내릴|내렸|내려)"
    r"|(?<=로 )(?:떠나|떠난|떠났|떠날|출발|달아나|달아났|달아난|피란)"
)

_STEMS = frozenset({"MAG", "VV", "VA", "NNG", "NNP", "XR", "VX", "MM", "NNB", "XPN", "XSN", "NR", "SN"})
_NOMINAL = frozenset({"NNG", "NNP", "XR", "XPN", "XSN", "MM", "NNB", "NR"})
_HELPING = frozenset("주 있 놓 두 나가 내 가 오 버리 지 보 하 잡".split())  # verbs that leave another what it is
_COMPOUND = 3  # morphemes of a noun
# What stands behind a noun and leaves it what it is: 수입국, 찬성표, 흑자액.
_TAILS = frozenset("국 자 액 량 세 론 파 표 안 권 점 팀 형 층 화 성 분".split())
# A prefix that denies what it is written before: 부정확, 불안전; none where it ends a word, as in 소비증가.
_UN = re.compile(r"(?<![가-힣])[부불비미]$")
_NOT_AFTER = re.compile(r"^(?:[가-힣]{0,4}지(?:는|도|를)? ?(?:않|못|아니|말)|[이가은는도을를]? ?없(?![애앴앨]))")
# 싼 요금이 아니라: of what is so described.
_NOT_THIS = re.compile(r"^[은는인한던]? ?[가-힣]+(?:이|가) 아니(?:라|고|며)")

# It did not come to it: 막는 데 실패, 올리는 대신, 오르기는커녕.
_NOT_DONE = re.compile(r"^[가-힣]{0,4}(?:는 ?데(?:에|는)? ?실패|는 대신|기는 ?커녕)")
# What undoes a ban or a charge: 통제를 풀었다, 파업 계획을 철회했다.
_UNDONE = re.compile(
    r"^(?:[을를이가은는도]? ?(?:[가-힣]+(?:을|를|이|가|은|는|에서)? ?)?)"
    r"(?:풀(?!이)|푼|해제|철회|취소|폐지|거두|거둬|거뒀|중단|면제|없앴|없애|완화|종료|동결|멈추|멈췄)"
)
_BARRED = re.compile(r"^[이가은는을를]? ?(?:금지|불허)")
_APART = re.compile(r"(?<![가-힣])[안못덜] $")
_ONLY = re.compile(r"밖에 $")


def read(text: str) -> Iterator[Pole]:
    text = _IDLE.sub(lambda match: (match["kept"] or "").ljust(len(match[0])), text)
    for axis, up, pattern in _SHAPED:
        for match in pattern.finditer(text):
            word = "word" if "word" in pattern.groupindex else 0
            yield Pole(axis, up, match.start(word), match[word], axis)
    morphemes = [
        (form, tag.split("-")[0], start, start + length)
        for form, tag, start, length in tokens(text)
        if tag[0] not in "JE" or tag == "ETN"
    ]
    place = 0
    while place < len(morphemes):
        entries, used = _longest(morphemes, place)
        start, end = morphemes[place][2], morphemes[place + used - 1][3]
        for entry in entries:
            before = text[max(0, start - 2) : start]
            apart = _APART.search(text[:start])
            only = bool(_ONLY.search(text[:start]))  # 닷새밖에 남지 않았다: five days are left
            denied = (
                (bool(_NOT_AFTER.match(text[end:])) and not only)
                or bool(_NOT_DONE.match(text[end:]))
                or bool(_NOT_THIS.match(text[end:]))
                or (entry.undone and bool(_UNDONE.match(text[end:])))
                or bool(apart)
                or bool(_UN.search(before))
                or (entry.axis == "arrival" and bool(_BARRED.match(text[end:])))  # 출국 금지
            )
            yield Pole(entry.axis, entry.up != denied, start, text[start:end], entry.name, denied)
        place += used


_Read = Sequence[tuple[str, str, int, int]]


def _longest(read: _Read, place: int) -> tuple[list[Entry], int]:
    """The entries that stand at a place, those of the most morphemes alone, and how many these are; at
    least one."""
    form, tag, _, _ = read[place]
    if tag not in _STEMS or (form == "지" and tag == "VX"):
        return [], 1
    listed = index("ko")
    phrases = [(entry, _reach(entry.words, read, place)) for entry in listed.get(form, ()) if len(entry.words) > 1]
    if longest := max((reach for _, reach in phrases), default=0):
        if any(reach == longest and (entry.axis == IDLE or entry.words[1] not in _HELPING) for entry, reach in phrases):
            idle = any(reach == longest and entry.axis == IDLE for entry, reach in phrases)
            return [entry for entry, reach in phrases if reach and (reach == longest or not idle)], longest
        own = {entry.axis for entry, reach in phrases if reach}  # 빌려 주다 is no 빌리다
        single = [entry for entry in _single(listed, form, tag) if entry.axis not in own]  # 덜어 주다 is 덜다 as well
        return single + [entry for entry, reach in phrases if reach], longest
    for count in range(_COMPOUND, 0, -1):
        parts = read[place : place + count]
        whole = "".join(part[0] for part in parts)
        if count > 1 and not (
            all(part[1] in _NOMINAL for part in parts) and all(one[3] == other[2] for one, other in pairwise(parts))
        ):
            continue
        if found := _single(listed, whole, tag if count == 1 else "NNG"):
            return found, len(parts)
    return [], 1


def _reach(words: Sequence[str], read: _Read, place: int) -> int:
    """How many morphemes a phrase takes that begins at a place, adverbs between its words with them; 0
    where it does not stand there."""
    at = place
    for word in words:
        while at > place and at < len(read) and read[at][1] == "MAG" and read[at][0] != word:
            at += 1
        if at >= len(read) or read[at][0] != word:
            return 0
        at += 1
    return at - place


def _single(listed: Index, form: str, tag: str) -> list[Entry]:
    found = [entry for entry in listed.get(form, ()) if len(entry.words) == 1]
    if not found and tag == "XR":  # the analyser gives 뜸하 in one piece or in two
        found = [entry for entry in listed.get(form + "하", ()) if len(entry.words) == 1]
    if not found and tag in ("VV", "VA") and len(form) > 2 and form.endswith("하"):
        return _single(listed, form[:-1], "XR")
    if len(form) == 1 and (mark := _mark(form, tag)) is not None:
        return [entry for entry in found if entry.name.lstrip("!").startswith(mark or form)]
    if not found and tag == "NNG" and len(form) > 2 and form[-1] in _TAILS:
        return _single(listed, form[:-1], tag)
    return found


_AS_ADJECTIVE = frozenset("적 싸".split())  # 적다 is to write, and 싸다 to wrap, as verbs


def _mark(form: str, tag: str) -> str | None:
    """The mark of an entry of one syllable that is such a word: 줄 is a line as a noun, 늘 is always as an
    adverb."""
    if tag == "MAG":
        return "~"
    if tag in _NOMINAL:
        return None if tag == "XR" else "="
    return "=" if form in _AS_ADJECTIVE and tag != "VA" else ""
