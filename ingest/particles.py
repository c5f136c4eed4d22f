"""Korean particles that depend on the last sound of the word before them: 은/는, 이/가, 을/를, 과/와, 으로/로 and their kin.

When a name or a number in a Korean sentence is replaced, the particle behind it may no longer fit. A word in Latin letters
or digits is heard as Koreans read it aloud: AI is 아이, R1 is 원, 30% is 퍼센트.
"""

from __future__ import annotations

import re

from ingest.hangulise import hangulise
from ingest.sound import CODAS

# (after a consonant, after a vowel). The first group with a ㄹ exception is 으로/로: 서울로, 1로.
_PAIRS = [
    ("은", "는"),
    ("이", "가"),
    ("을", "를"),
    ("과", "와"),
    ("으로", "로"),
    ("이라", "라"),
    ("이나", "나"),
    ("이며", "며"),
    ("이란", "란"),
    ("이든", "든"),
    ("이랑", "랑"),
    ("이었", "였"),
    ("이야", "야"),
    ("아", "야"),
    ("이여", "여"),
    ("이고", "고"),
    ("이자", "자"),
    ("이지만", "지만"),
    ("이면", "면"),
    ("이에요", "예요"),
    ("이던", "던"),
]
_FORMS = {form: pair for pair in reversed(_PAIRS) for form in pair}
# What may follow a particle and still leave it a particle: 과의, 으로는, 이라고, 이었다.
_TAIL = {
    "과": "의|는|도|만|를",
    "으로": "서|써|서의|부터|의|는|도|만|까지|선|서는",
    "이라": "고[가-힣]{0,3}|는|며|면서?|서|도|던|지만|기[가-힣]?",
    "이나": "마",
    "이었": "다|던|고|으며|지만|는데|다고|다는",
    "이며": "",
    "이고": "",
    "이란": "",
    "이든": "지",
}
_SAFE_ALONE = {
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "과",
    "와",
    "으로",
    "로",
    "이라",
    "이나",
    "나",
    "이며",
    "이란",
    "란",
    "이랑",
    "랑",
    "이고",
    "이자",
    "이지만",
    "이면",
    "이에요",
    "예요",
    "이든",
    "든",
}

_SINO = {"0": "영", "1": "일", "2": "이", "3": "삼", "4": "사", "5": "오", "6": "육", "7": "칠", "8": "팔", "9": "구"}
_ENGLISH = {
    "0": "제로",
    "1": "원",
    "2": "투",
    "3": "스리",
    "4": "포",
    "5": "파이브",
    "6": "식스",
    "7": "세븐",
    "8": "에이트",
    "9": "나인",
}
_POWERS = {
    1: "십",
    2: "백",
    3: "천",
    4: "만",
    5: "만",
    6: "만",
    7: "만",
    8: "억",
    9: "억",
    10: "억",
    11: "억",
    12: "조",
}
_UNITS = {
    "%": "퍼센트",
    "％": "퍼센트",
    "‰": "퍼밀",
    "°": "도",
    "℃": "도",
    "℉": "도",
    "$": "달러",
    "€": "유로",
    "£": "파운드",
    "¥": "엔",
    "₩": "원",
    "&": "앤드",
    "+": "플러스",
    "㎞": "킬로미터",
    "㎡": "제곱미터",
    "㎏": "킬로그램",
    "㎜": "밀리미터",
    "㎝": "센티미터",
}
_MEASURES = {
    "km": "킬로미터",
    "m": "미터",
    "cm": "센티미터",
    "mm": "밀리미터",
    "kg": "킬로그램",
    "g": "그램",
    "t": "톤",
    "kWh": "킬로와트시",
    "GW": "기가와트",
    "MW": "메가와트",
    "GB": "기가바이트",
    "TB": "테라바이트",
}


def reading(word: str) -> str:
    """The Hangul reading of the end of `word`, as far as its last sound needs; empty where nothing can be read."""
    bare = re.sub(r"(?<=.)\([^()]*\)\s*$", "", word.strip())  # 딥시크(DeepSeek): the particle follows 딥시크
    bare = bare.rstrip(" \t\"'’”」』》〉)]}.,·…!?")
    if not bare:
        return ""
    last = bare[-1]
    if "가" <= last <= "힣":
        return last
    if last in _UNITS:
        return _UNITS[last]
    if money := re.search(r"([$€£¥₩])\s?[\d.,]+$", bare):
        return _UNITS[money[1]]
    if last.isdigit():
        return _number(bare)
    if (measure := re.search(r"\d\s?([A-Za-z]{1,3})$", bare)) and measure[1] in _MEASURES:
        return _MEASURES[measure[1]]
    if latin := re.search(r"[A-Za-zÀ-ɏ]+$", bare):
        return _latin(latin[0])
    return ""


def _number(bare: str) -> str:
    digits = re.search(r"[\d.,]*\d$", bare)
    run = digits[0] if digits else bare[-1]
    if len(run) == 1 and re.search(r"[A-Za-z][-‑ ]?\d$", bare):
        return _ENGLISH[run]  # a model's or a plane's number is read in English: R1, GPT-4
    if "." in run:
        return _SINO[run[-1]]
    whole = run.replace(",", "")
    zeros = len(whole) - len(whole.rstrip("0"))
    if zeros and zeros < len(whole):
        return _POWERS.get(zeros, "조")
    return _SINO[whole[-1]]


def _latin(word: str) -> str:
    if word.isupper() and word[-1] == "R":
        return "알"
    return hangulise(word)


def _coda(word: str) -> str:
    """The last consonant heard, "" after a vowel."""
    heard = reading(word)
    last = heard[-1:] if heard else ""
    return CODAS[(ord(last) - 0xAC00) % 28] if "가" <= last <= "힣" else ""


def choose(word: str, particle: str) -> str:
    """The form of `particle` (given in either form) that follows `word`. Unknown particles come back unchanged."""
    pair = _FORMS.get(particle)
    if pair is None:
        return particle
    coda = _coda(word)
    if pair[0] == "으로" and coda == "ㄹ":
        return pair[1]
    return pair[0] if coda else pair[1]


def attach(word: str, particle: str) -> str:
    """`word` with the right form of `particle` behind it: attach("AI", "을") is "AI를"."""
    return word + choose(word, particle)


def replace_with_particle(text: str, start: int, end: int, new: str) -> str:
    """`text` with [start, end) replaced by `new`, and the particle that follows put into the form that `new` asks for."""
    following = text[end:]
    particle, tail = _particle_at(following)
    if not particle:
        return text[:start] + new + following
    return text[:start] + attach(new, particle) + tail + following[len(particle) + len(tail) :]


def _particle_at(following: str) -> tuple[str, str]:
    """The alternating particle that `following` opens with and what clings to it, or two empty strings."""
    run = re.match(r"[가-힣]*", following)[0]  # type: ignore[index]  # the pattern matches the empty string
    for length in (3, 2, 1):
        form, rest = run[:length], run[length:]
        if len(form) < length or form not in _FORMS:
            continue
        if not rest and form in _SAFE_ALONE:
            return form, ""
        tails = _TAIL.get(_FORMS[form][0], "")
        if rest and tails and re.fullmatch(tails, rest):
            return form, rest
    return "", ""
