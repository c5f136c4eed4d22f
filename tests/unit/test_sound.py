from itertools import product

import pytest

from ingest.sound import ALIKE, alike, best_within, need, sound_score

# The same name in both scripts; each name is a stranger to every other line.
SAME = [
    ("셰리던", "Sheridan"), ("딥시크", "DeepSeek"), ("골드만삭스", "Goldman Sachs"), ("엔비디아", "Nvidia"),
    ("브로드컴", "Broadcom"), ("알파벳", "Alphabet"), ("큐웬", "Qwen"), ("트럼프", "Trump"), ("에르도안", "Erdogan"),
    ("마이크로소프트", "Microsoft"), ("젤렌스키", "Zelensky"), ("시진핑", "Xi Jinping"), ("네타냐후", "Netanyahu"),
    ("하메네이", "Khamenei"), ("오르반", "Orbán"), ("슈워제네거", "Schwarzenegger"), ("우스터셔", "Worcestershire"),
    ("스타벅스", "Starbucks"), ("폰데어라이엔", "von der Leyen"), ("히긴보텀", "Higginbotham"), ("카자흐스탄", "Kazakhstan"),
    ("로테르담", "Rotterdam"), ("바르셀로나", "Barcelona"), ("멕시코", "Mexico"), ("구테흐스", "Guterres"),
    ("라가르드", "Lagarde"), ("앤트로픽", "Anthropic"), ("퀄컴", "Qualcomm"), ("핼리팩스", "Halifax"), ("오펜하이머", "Oppenheimer"),
    ("윈스턴", "Winston"), ("그레이엄", "Graham"), ("크리스티나", "Christina"), ("벤저민", "Benjamin"), ("매디슨", "Madison"),
    ("필라델피아", "Philadelphia"), ("글래스고", "Glasgow"), ("헤밍웨이", "Hemingway"), ("프랭클린", "Franklin"),
    ("디카프리오", "DiCaprio"),
]  # fmt: skip


@pytest.mark.parametrize(("hangul", "latin"), SAME)
def test_the_same_name_sounds_alike(hangul: str, latin: str) -> None:
    assert alike(hangul, latin)


def test_fewer_than_one_stranger_in_a_hundred_sounds_alike() -> None:
    strangers = [(a[0], b[1]) for a, b in product(SAME, SAME) if a != b]
    false = [pair for pair in strangers if alike(*pair)]
    assert len(false) / len(strangers) < 0.01, false


def test_a_score_lies_between_nothing_and_one() -> None:
    assert 0.0 <= sound_score("딥시크", "Rotterdam") < 0.5 < ALIKE <= sound_score("딥시크", "DeepSeek") <= 1.0
    assert sound_score("", "DeepSeek") == sound_score("딥시크", "") == sound_score("abc", "딥시크") == 0.0


def test_case_accents_spaces_and_hyphens_do_not_count() -> None:
    assert sound_score("골드만 삭스", "GOLDMAN-SACHS") == sound_score("골드만삭스", "Goldman Sachs")
    assert sound_score("젤렌스키", "Zelénsky") == sound_score("젤렌스키", "Zelensky")


def test_less_sound_asks_for_more_likeness() -> None:
    assert need("Li") > need("Ryan") > need("Rotterdam")


def test_a_name_is_found_inside_a_longer_word() -> None:
    score, start, end = best_within("골드만삭스", "Sachs")
    assert score > 0.8
    assert "골드만삭스"[start:end] == "삭스"
