import pytest

from ingest.particles import attach, choose, replace_with_particle


@pytest.mark.parametrize(
    ("word", "particle", "whole"),
    [
        ("서울", "으로", "서울로"),
        ("부산", "로", "부산으로"),
        ("제주", "으로", "제주로"),
        ("AI", "을", "AI를"),
        ("IBM", "는", "IBM은"),
        ("R1", "는", "R1은"),
        ("GPT-4", "이", "GPT-4가"),
        ("DeepSeek", "은", "DeepSeek는"),
        ("Google", "으로", "Google로"),
        ("30%", "을", "30%를"),
        ("$5.6", "과", "$5.6와"),
        ("100", "는", "100은"),
        ("2,000", "가", "2,000이"),
        ("3", "가", "3이"),
        ("35km", "을", "35km를"),
        ("딥시크(DeepSeek)", "은", "딥시크(DeepSeek)는"),
        ("“달”", "가", "“달”이"),
        ("한빛", "라", "한빛이라"),
        ("누리", "이나", "누리나"),
        ("민준", "야", "민준이야"),
        ("민준", "아", "민준아"),
    ],
)
def test_a_particle_fits_the_last_sound(word: str, particle: str, whole: str) -> None:
    assert attach(word, particle) == whole


def test_a_particle_with_one_form_stays() -> None:
    assert choose("서울", "에서") == "에서"
    assert choose("서울", "도") == "도"


@pytest.mark.parametrize(
    ("text", "old", "new", "result"),
    [
        ("누리가 밝혔다", "누리", "한빛", "한빛이 밝혔다"),
        ("한빛은 부인했다", "한빛", "Nuri", "Nuri는 부인했다"),
        ("누리와의 계약", "누리", "한빛", "한빛과의 계약"),
        ("한빛이라고 한다", "한빛", "누리", "누리라고 한다"),
        ("한빛이었다", "한빛", "누리", "누리였다"),
        ("누리로는 부족하다", "누리", "한빛", "한빛으로는 부족하다"),
        ("누리의 제안", "누리", "한빛", "한빛의 제안"),
        ("누리 이사회", "누리", "한빛", "한빛 이사회"),
        ("560만 달러를 냈다", "560만 달러", "30억 원", "30억 원을 냈다"),
        ("누리가게", "누리", "한빛", "한빛가게"),
    ],
)
def test_what_follows_a_replaced_word_is_mended(text: str, old: str, new: str, result: str) -> None:
    start = text.index(old)
    assert replace_with_particle(text, start, start + len(old), new) == result
