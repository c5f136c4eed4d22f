"""Hangul in Latin letters and Latin letters in Hangul.

`romanise` follows the Revised Romanisation of Korean (2000) with its main assimilations; personal names are written as
English-language news writes them (Kim Min-jun, customary surnames). `hangulise` is a rough reading by rule, good enough to
compare by ear and to choose a particle, not a spelling to print as fact.
"""

from __future__ import annotations

import re

from ingest.sound import CODAS, ONSETS, VOWELS, letters

_ONSET = dict(zip(ONSETS, "g kk n d tt r m b pp s ss - j jj ch k t p h".replace("-", "").split(" "), strict=True))
_VOWEL = dict(
    zip(
        VOWELS,
        [
            "a",
            "ae",
            "ya",
            "yae",
            "eo",
            "e",
            "yeo",
            "ye",
            "o",
            "wa",
            "wae",
            "oe",
            "yo",
            "u",
            "wo",
            "we",
            "wi",
            "yu",
            "eu",
            "ui",
            "i",
        ],
        strict=True,
    )
)
_CODA = {"ㄱ": "k", "ㄴ": "n", "ㄷ": "t", "ㄹ": "l", "ㅁ": "m", "ㅂ": "p", "ㅇ": "ng"}
_PLAIN = {  # a written coda as it sounds before a consonant or at the end
    "ㄲ": "ㄱ",
    "ㅋ": "ㄱ",
    "ㄳ": "ㄱ",
    "ㄺ": "ㄱ",
    "ㄵ": "ㄴ",
    "ㄶ": "ㄴ",
    "ㅅ": "ㄷ",
    "ㅆ": "ㄷ",
    "ㅈ": "ㄷ",
    "ㅊ": "ㄷ",
    "ㅌ": "ㄷ",
    "ㅎ": "ㄷ",
    "ㄼ": "ㄹ",
    "ㄽ": "ㄹ",
    "ㄾ": "ㄹ",
    "ㅀ": "ㄹ",
    "ㄻ": "ㅁ",
    "ㅍ": "ㅂ",
    "ㅄ": "ㅂ",
    "ㄿ": "ㅂ",
}
_SPLIT = {
    "ㄳ": "ㄱㅅ",
    "ㄵ": "ㄴㅈ",
    "ㄶ": "ㄴㅎ",
    "ㄺ": "ㄹㄱ",
    "ㄻ": "ㄹㅁ",
    "ㄼ": "ㄹㅂ",
    "ㄽ": "ㄹㅅ",
    "ㄾ": "ㄹㅌ",
    "ㄿ": "ㄹㅍ",
    "ㅀ": "ㄹㅎ",
    "ㅄ": "ㅂㅅ",
}
_ASSIMILATED = {  # (coda sound, onset) -> both as heard: nasals (국민 gungmin), liquids (신라 silla, 종로 jongno)
    ("ㄱ", "ㄴ"): ("ㅇ", "ㄴ"),
    ("ㄱ", "ㅁ"): ("ㅇ", "ㅁ"),
    ("ㄱ", "ㄹ"): ("ㅇ", "ㄴ"),
    ("ㄷ", "ㄴ"): ("ㄴ", "ㄴ"),
    ("ㄷ", "ㅁ"): ("ㄴ", "ㅁ"),
    ("ㄷ", "ㄹ"): ("ㄴ", "ㄴ"),
    ("ㅂ", "ㄴ"): ("ㅁ", "ㄴ"),
    ("ㅂ", "ㅁ"): ("ㅁ", "ㅁ"),
    ("ㅂ", "ㄹ"): ("ㅁ", "ㄴ"),
    ("ㅁ", "ㄹ"): ("ㅁ", "ㄴ"),
    ("ㅇ", "ㄹ"): ("ㅇ", "ㄴ"),
    ("ㄴ", "ㄹ"): ("ㄹ", "ㄹ"),
    ("ㄹ", "ㄴ"): ("ㄹ", "ㄹ"),
}
# Surnames as most of their bearers spell them (a survey figure is not needed: any of these is read rightly).
SURNAMES = {
    "김": "Kim",
    "이": "Lee",
    "박": "Park",
    "최": "Choi",
    "정": "Jung",
    "강": "Kang",
    "조": "Cho",
    "윤": "Yoon",
    "장": "Jang",
    "임": "Lim",
    "한": "Han",
    "오": "Oh",
    "서": "Seo",
    "신": "Shin",
    "권": "Kwon",
    "황": "Hwang",
    "안": "Ahn",
    "송": "Song",
    "전": "Jeon",
    "홍": "Hong",
    "유": "Yoo",
    "고": "Ko",
    "문": "Moon",
    "양": "Yang",
    "손": "Son",
    "배": "Bae",
    "백": "Baek",
    "허": "Heo",
    "남": "Nam",
    "심": "Shim",
    "노": "Roh",
    "하": "Ha",
    "곽": "Kwak",
    "성": "Sung",
    "차": "Cha",
    "주": "Joo",
    "우": "Woo",
    "구": "Koo",
    "민": "Min",
    "류": "Ryu",
    "나": "Na",
    "진": "Jin",
    "지": "Ji",
    "엄": "Eom",
    "채": "Chae",
    "원": "Won",
    "천": "Cheon",
    "방": "Bang",
    "공": "Kong",
    "현": "Hyun",
    "함": "Ham",
    "변": "Byun",
    "염": "Yeom",
    "추": "Choo",
    "도": "Do",
    "소": "So",
    "석": "Seok",
    "선": "Sun",
    "설": "Seol",
    "마": "Ma",
    "길": "Gil",
    "연": "Yeon",
    "위": "Wi",
    "표": "Pyo",
    "명": "Myung",
    "기": "Ki",
    "반": "Ban",
    "왕": "Wang",
    "금": "Keum",
    "옥": "Ok",
    "육": "Yook",
    "인": "In",
    "맹": "Maeng",
    "제": "Je",
    "모": "Mo",
    "탁": "Tak",
    "국": "Kook",
    "어": "Eo",
    "은": "Eun",
    "편": "Pyun",
    "용": "Yong",
    "예": "Ye",
    "봉": "Bong",
    "남궁": "Namgung",
    "황보": "Hwangbo",
    "제갈": "Jegal",
    "선우": "Sunwoo",
    "독고": "Dokgo",
    "사공": "Sagong",
}


def split_person(hangul: str) -> tuple[str, str] | None:
    """(surname, given name) of a Korean personal name of two to four syllables, or None if it has no Korean surname."""
    name = hangul.replace(" ", "")
    if not re.fullmatch(r"[가-힣]{2,4}", name):
        return None
    for length in (2, 1):
        if name[:length] in SURNAMES and 1 <= len(name) - length <= 2:
            return name[:length], name[length:]
    return None


# Syllables that Korean given names are made of; one that is not among them (조지프, 이안나) marks a foreign name.
_GIVEN = frozenset(
    "가강건겸경계고관광교구국권규균근금기길나남녀노다단달담대덕도동두라란람래련령로록룡루류륜률리린림만명모무문미민반배백범벼병보복봉"
    "본비빈빛사산상새샘서석선설섭성세소솔송수숙순슬승시식신실심아안애양언엄여연열영예오옥온완요용우욱운웅원월위유윤율융은의"
    "이익인일임자장재전정제조종주준중지진찬창채천철청초춘충치태택판평표필하학한해행향헌혁현형혜호홍화환황회효후훈휘휴희흠별봄늘결"
)


def is_korean_name(hangul: str) -> bool:
    """Whether a word can be a Korean personal name of three syllables or more: 김민준, not 조지프."""
    parts = split_person(hangul)
    return bool(parts and len(hangul) >= 3 and all(syllable in _GIVEN for syllable in parts[1]))


def romanise(hangul: str, *, person: bool = False) -> str:
    """Latin letters for `hangul`, each word capitalised; other characters stay. With `person`, Kim Min-jun."""
    if person and (parts := split_person(hangul)):
        surname, given = parts
        # The given name is read syllable by syllable: across its hyphen sounds are not assimilated.
        return f"{SURNAMES[surname]} {'-'.join(_word(s) for s in given).capitalize()}"
    return re.sub(r"[가-힣]+", lambda m: _word(m.group()).capitalize(), hangul)


def _word(hangul: str) -> str:
    syllables = [_parts(s) for s in hangul]
    out: list[str] = []
    carried = ""  # an onset already sounded by assimilation with the coda before it
    for i, (onset, vowel, coda) in enumerate(syllables):
        onset = carried or onset
        out.append(("l" if onset == "ㄹ" and out and out[-1].endswith("l") else _ONSET[onset]) + _VOWEL[vowel])
        following = syllables[i + 1][0] if i + 1 < len(syllables) else ""
        palatal = bool(following) and syllables[i + 1][1] == "ㅣ"
        coda, carried = _meet(coda, following, palatal)
        out.append(_CODA[coda] if coda else "")
    return "".join(out)


def _parts(syllable: str) -> tuple[str, str, str]:
    code = ord(syllable) - 0xAC00
    return ONSETS[code // 588], VOWELS[code % 588 // 28], CODAS[code % 28]


def _meet(coda: str, onset: str, before_i: bool) -> tuple[str, str]:
    """A coda and the onset after it, as heard; an empty second part leaves the onset as it is written."""
    if not coda:
        return "", ""
    if onset == "ㅇ" and coda != "ㅇ":
        return _carry_over(coda, before_i)
    if coda in "ㅎㄶㅀ" and onset in "ㄱㄷㅈ" and onset:
        rest = {"ㅎ": "", "ㄶ": "ㄴ", "ㅀ": "ㄹ"}[coda]
        return rest, {"ㄱ": "ㅋ", "ㄷ": "ㅌ", "ㅈ": "ㅊ"}[onset]
    if coda == "ㅎ" and onset == "ㄴ":
        return "ㄴ", "ㄴ"
    return _ASSIMILATED.get((_PLAIN.get(coda, coda), onset), (_PLAIN.get(coda, coda), ""))


def _carry_over(coda: str, before_i: bool) -> tuple[str, str]:
    """A coda before a vowel is spoken as its onset: 한글을 hangeureul, 같이 gachi, 좋아 joa."""
    if coda == "ㅎ":
        return "", ""
    rest, moved = ("", coda) if coda not in _SPLIT else (_SPLIT[coda][0], _SPLIT[coda][1])
    if moved == "ㅎ":
        return "", rest
    if before_i and moved in "ㄷㅌ":
        moved = "ㅈ" if moved == "ㄷ" else "ㅊ"
    return _PLAIN.get(rest, rest), moved


LETTER_NAMES = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        [
            "에이",
            "비",
            "시",
            "디",
            "이",
            "에프",
            "지",
            "에이치",
            "아이",
            "제이",
            "케이",
            "엘",
            "엠",
            "엔",
            "오",
            "피",
            "큐",
            "아르",
            "에스",
            "티",
            "유",
            "브이",
            "더블유",
            "엑스",
            "와이",
            "제트",
        ],
        strict=True,
    )
)
_LONG = "ː"  # after a long vowel, which keeps a stop out of its syllable: 시크, not 식
_READ_VOWELS = {
    "eau": "ㅗ",
    "igh": "ㅏㅣ",
    "ee": "ㅣ",
    "ea": "ㅣ",
    "oo": "ㅜ",
    "ou": "ㅏㅜ",
    "ow": "ㅗ",
    "ai": "ㅔㅣ",
    "ay": "ㅔㅣ",
    "ey": "ㅣ",
    "ei": "ㅏㅣ",
    "ie": "ㅣ",
    "au": "ㅗ",
    "aw": "ㅗ",
    "oa": "ㅗ",
    "oi": "ㅗㅣ",
    "oy": "ㅗㅣ",
    "eu": "ㅠ",
    "ew": "ㅠ",
    "ue": "ㅠ",
    "ya": "ㅑ",
    "yo": "ㅛ",
    "yu": "ㅠ",
    "ye": "ㅖ",
    "wa": "ㅝ",
    "we": "ㅞ",
    "wi": "ㅟ",
    "wo": "ㅝ",
    "er": "ㅓ",
    "ir": "ㅓ",
    "ur": "ㅓ",
    "or": "ㅗ",
    "ar": "ㅏ",
    "a": "ㅏ",
    "e": "ㅔ",
    "i": "ㅣ",
    "o": "ㅗ",
    "u": "ㅓ",
    "y": "ㅣ",
    "w": "ㅜ",
}
_READ_CONSONANTS = {
    "chs": "ㅋㅅ",
    "sch": "ㅅ",
    "tch": "ㅊ",
    "ck": "ㅋ",
    "ch": "ㅊ",
    "sh": "ㅅ",
    "ph": "ㅍ",
    "th": "ㅅ",
    "gh": "",
    "kh": "ㅎ",
    "zh": "ㅈ",
    "ng": "ㅇ",
    "qu": "ㅋ",
    "wh": "ㅎ",
    "b": "ㅂ",
    "c": "ㅋ",
    "d": "ㄷ",
    "f": "ㅍ",
    "g": "ㄱ",
    "h": "ㅎ",
    "j": "ㅈ",
    "k": "ㅋ",
    "l": "ㄹ",
    "m": "ㅁ",
    "n": "ㄴ",
    "p": "ㅍ",
    "q": "ㅋ",
    "r": "ㄹ",
    "s": "ㅅ",
    "t": "ㅌ",
    "v": "ㅂ",
    "x": "ㅋㅅ",
    "z": "ㅈ",
}


def hangulise(latin: str) -> str:
    """A Hangul reading of Latin words; capitals without vowels (or up to four of them) are spelled by letter."""
    return re.sub(r"[A-Za-zÀ-ɏ]+", lambda m: _read(m.group()), latin)


def _read(word: str) -> str:
    if word.isupper() and (len(word) <= 3 or not re.search("[AEIOU]", word)):
        return "".join(LETTER_NAMES.get(c, "") for c in word)
    return _compose(_sounds(letters(word)))


def _sounds(word: str) -> list[str]:
    """The jamo of a Latin word in order, vowels and consonants, before they are put into syllables."""
    word = re.sub(r"(?<=[^aeiou])e$", "", word) if len(re.findall("[aeiouy]", word)) > 1 else word
    word = re.sub(
        r"(?<!^)c(?=[eiy])|^c(?=[eiy])", "s", re.sub(r"([a-z])\1", lambda m: m.group() if m[1] in "eol" else m[1], word)
    )
    sounds: list[str] = []
    at = 0
    while at < len(word):
        for length in (3, 2, 1):
            part = word[at : at + length]
            if len(part) == length and part in (_READ_VOWELS | _READ_CONSONANTS):
                # r is not heard before a consonant or at the end: er, ar, or above stand only there.
                if length == 2 and part[1] == "r" and word[at + 2 : at + 3] and word[at + 2] in "aeiouy":
                    continue
                if part == "ng" and word[at + 2 : at + 3] and word[at + 2] in "aeiouy":
                    continue
                sounds += (_READ_VOWELS | _READ_CONSONANTS)[part]
                sounds += [_LONG] if part in _READ_VOWELS and length > 1 else []
                at += length
                break
        else:
            at += 1
    return sounds


_AS_CODA = {"ㄴ": "ㄴ", "ㅁ": "ㅁ", "ㅇ": "ㅇ", "ㄹ": "ㄹ", "ㅂ": "ㅂ", "ㅋ": "ㄱ", "ㄱ": "ㄱ", "ㅍ": "ㅂ", "ㅌ": "ㅅ"}


def _compose(sounds: list[str]) -> str:
    """Jamo into syllables: a stop closes a short syllable at the end (딥시크, 인텔, 밋), other loose consonants get ㅡ."""
    out: list[list[str]] = []
    long = [i > 0 and sounds[i - 1] == _LONG for i, sound in enumerate(sounds) if sound != _LONG]
    sounds = [sound for sound in sounds if sound != _LONG]
    for i, sound in enumerate(sounds):
        after = sounds[i + 1] if i + 1 < len(sounds) else ""
        if sound in VOWELS:
            if out and not out[-1][1]:
                out[-1][1] = sound
            else:
                out.append(["ㅇ", sound, ""])
        elif after and after in VOWELS and sound != "ㅇ":
            if sound == "ㄹ" and i and out and out[-1][1] and not out[-1][2] and sounds[i - 1] == "ㄹ":
                out[-1][2] = "ㄹ"
            out.append([sound, "", ""])
        elif (
            sound in "ㄴㅁㅇㄹ"
            or (not after and sound in "ㅋㅍㅌㄱㅂ" and not long[i])
            or (after in ("ㅅ", "ㅌ") and sound in "ㅋㅍ")
        ):
            if sound == "ㄹ" and after == "ㄹ":
                continue
            if out and out[-1][1] and not out[-1][2]:
                out[-1][2] = _AS_CODA[sound]
            elif sound != "ㅇ":
                out.append([sound, "ㅡ", ""])
        else:
            out.append([sound, "ㅡ", ""])
    return "".join(_syllable(*parts) for parts in out)


def _syllable(onset: str, vowel: str, coda: str) -> str:
    return chr(0xAC00 + ONSETS.index(onset) * 588 + VOWELS.index(vowel or "ㅡ") * 28 + CODAS.index(coda))
