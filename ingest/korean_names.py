"""Korean personal names: a surname and a given name of one or two syllables."""

from __future__ import annotations

import re

# Surnames as most of their bearers spell them.
_SURNAMES = """
김 Kim, 이 Lee, 박 Park, 최 Choi, 정 Jung, 강 Kang, 조 Cho, 윤 Yoon, 장 Jang, 임 Lim, 한 Han, 오 Oh, 서 Seo, 신 Shin,
권 Kwon, 황 Hwang, 안 Ahn, 송 Song, 전 Jeon, 홍 Hong, 유 Yoo, 고 Ko, 문 Moon, 양 Yang, 손 Son, 배 Bae, 백 Baek, 허 Heo,
남 Nam, 심 Shim, 노 Roh, 하 Ha, 곽 Kwak, 성 Sung, 차 Cha, 주 Joo, 우 Woo, 구 Koo, 민 Min, 류 Ryu, 나 Na, 진 Jin, 지 Ji,
엄 Eom, 채 Chae, 원 Won, 천 Cheon, 방 Bang, 공 Kong, 현 Hyun, 함 Ham, 변 Byun, 염 Yeom, 추 Choo, 도 Do, 소 So, 석 Seok,
선 Sun, 설 Seol, 마 Ma, 길 Gil, 연 Yeon, 위 Wi, 표 Pyo, 명 Myung, 기 Ki, 반 Ban, 왕 Wang, 금 Keum, 옥 Ok, 육 Yook, 인 In,
맹 Maeng, 제 Je, 모 Mo, 탁 Tak, 국 Kook, 어 Eo, 은 Eun, 편 Pyun, 용 Yong, 예 Ye, 봉 Bong, 남궁 Namgung, 황보 Hwangbo,
제갈 Jegal, 선우 Sunwoo, 독고 Dokgo, 사공 Sagong
"""
# Other common spellings, which sound alone would miss.
_OTHER_SPELLINGS = """
이 yi/rhee/li/ri, 박 pak/bak, 최 choe/chey, 정 jeong/chung/jong, 조 jo/choe, 윤 yun/youn, 장 chang, 임 im/rim/yim,
오 o, 서 suh/seo/so, 신 sin, 권 gwon, 안 an, 전 jun/chun/chon, 유 yu/you/ryu, 고 go/koh, 문 mun, 양 yang/ryang,
노 no/noh/ro, 심 sim, 허 hur/huh/ho, 성 seong, 주 ju/chu, 우 wu/u, 구 gu/ku, 류 yoo/yu/lew, 나 ra/la, 강 gang/kwang,
김 gim
"""
# Syllables that Korean given names are made of; one that is not among them (조지프, 이안나) marks a foreign name.
_GIVEN = frozenset(
    "가강건겸경계고관광교구국권규균근금기길나남녀노다단달담대덕도동두라란람래련령로록룡루류륜률리린림만명모무문미민반배백범벼병보복봉"
    "본비빈빛사산상새샘서석선설섭성세소솔송수숙순슬승시식신실심아안애양언엄여연열영예오옥온완요용우욱운웅원월위유윤율융은의"
    "이익인일임자장재전정제조종주준중지진찬창채천철청초춘충치태택판평표필하학한해행향헌혁현형혜호홍화환황회효후훈휘휴희흠별봄늘결"
)


def _table(text: str) -> dict[str, str]:
    return dict(entry.split() for entry in text.replace("\n", " ").split(","))


SURNAMES = _table(_SURNAMES)
SPELLINGS = {
    surname: frozenset({latin.lower(), *_table(_OTHER_SPELLINGS).get(surname, "").split("/")} - {""})
    for surname, latin in SURNAMES.items()
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


def is_korean_name(hangul: str) -> bool:
    """Whether a word can be a Korean personal name of three syllables or more: 김민준, not 조지프."""
    parts = split_person(hangul)
    return bool(parts and len(hangul) >= 3 and is_given_name(parts[1]))


def is_given_name(hangul: str) -> bool:
    """Whether all its syllables are such as Korean given names are made of."""
    return all(syllable in _GIVEN for syllable in hangul)
