import pytest

from ingest.hangulise import hangulise
from ingest.korean_names import SPELLINGS, SURNAMES, is_korean_name, split_person
from ingest.romanise import romanise


@pytest.mark.parametrize(
    ("hangul", "latin"),
    [
        ("종로", "Jongno"),
        ("신라", "Silla"),
        ("국민", "Gungmin"),
        ("왕십리", "Wangsimni"),
        ("독립문", "Dongnimmun"),
        ("한글", "Hangeul"),
        ("해돋이", "Haedoji"),
        ("같이", "Gachi"),
        ("놓다", "Nota"),
        ("좋아", "Joa"),
        ("없어", "Eopseo"),
        ("값", "Gap"),
        ("울릉", "Ulleung"),
    ],
)
def test_sounds_assimilate(hangul: str, latin: str) -> None:
    assert romanise(hangul) == latin


def test_what_is_no_hangul_stays() -> None:
    assert romanise("부산 5G 센터") == "Busan 5G Senteo"


@pytest.mark.parametrize(
    ("hangul", "latin"),
    [
        ("김민준", "Kim Min-jun"),
        ("이서연", "Lee Seo-yeon"),
        ("박하늘", "Park Ha-neul"),
        ("남궁민", "Namgung Min"),
        ("최 국민", "Choi Guk-min"),
    ],
)
def test_persons_are_written_as_news_writes_them(hangul: str, latin: str) -> None:
    assert romanise(hangul, person=True) == latin


def test_a_name_without_a_korean_surname_is_spelled_out() -> None:
    assert split_person("헤밍웨이") is None
    assert romanise("헤밍웨이", person=True) == "Hemingwei"


def test_korean_names_are_told_from_foreign_ones() -> None:
    assert is_korean_name("김민준")
    assert is_korean_name("남궁민수")
    assert not is_korean_name("조지프")
    assert not is_korean_name("민준")
    assert all(len(syllable) == 1 for syllable in SURNAMES if len(syllable) != 2)
    assert "chung" in SPELLINGS["정"]


@pytest.mark.parametrize(
    ("latin", "hangul"),
    [
        ("AI", "에이아이"),
        ("SK", "에스케이"),
        ("NATO", "나토"),
        ("Intel", "인텔"),
        ("Google", "구글"),
        ("Sachs", "삭스"),
        ("DeepSeek", "딥시크"),
        ("Alphabet", "알파벳"),
        ("Intel 7", "인텔 7"),
    ],
)
def test_latin_is_read_by_rule(latin: str, hangul: str) -> None:
    assert hangulise(latin) == hangul
