"""Near copies: what one agency sent to several publishers, and what only looks like it."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Sequence

import pytest

from ingest.copies import RESEMBLANCE, Story, copies
from ingest.records import Language

ENGLISH = (
    "The harbour of Tongyeong reopened on Monday after a storm had kept it shut for nine days.",
    "Waves of up to six metres tore two cranes from the northern quay and sank a ferry that lay there for repair.",
    "Nobody was hurt, the coast guard said, but 342 fishing boats could not put to sea.",
    '"We lost a whole week of the anchovy season," said Park Ji-ho, who speaks for the owners.',
    "The province will pay 1.2 billion won to those who lost their nets.",
    "Insurers expect claims of three times that sum, though surveyors have yet to see the quay from below.",
    "A temporary crane arrives from Busan this week, and the ferry will be lifted before the end of the month.",
)
KOREAN = (
    "폭풍으로 아흐레 동안 닫혔던 통영항이 월요일 다시 문을 열었다.",
    "최고 6미터의 파도가 북쪽 부두의 크레인 두 대를 쓰러뜨렸고, 수리하려고 세워 둔 여객선도 가라앉았다.",
    "해경은 다친 사람은 없지만 어선 342척이 바다에 나가지 못했다고 밝혔다.",
    '선주들을 대변하는 박지호 씨는 "멸치 철 한 주를 통째로 잃었다"고 말했다.',
    "도는 그물을 잃은 어민에게 12억 원을 지급하기로 했다.",
    "보험사들은 청구액이 그 세 배에 이를 것으로 보지만 부두 아래쪽은 아직 살펴보지 못했다.",
    "이번 주 부산에서 임시 크레인이 도착하고, 여객선은 이달 말까지 인양될 예정이다.",
)
TEXTS: dict[Language, tuple[str, ...]] = {"en": ENGLISH, "ko": KOREAN}
BOTH = pytest.mark.parametrize("language", ["en", "ko"])


def alike(language: Language, one: Sequence[str], other: Sequence[str]) -> bool:
    """Asked from both sides, which must agree."""
    left, right = Story(language, tuple(one)), Story(language, tuple(other))
    told = copies(left, right)
    assert copies(right, left) == told
    return told


def with_change(language: Language, before: str, after: str) -> list[str]:
    changed = [sentence.replace(before, after) for sentence in TEXTS[language]]
    assert changed != list(TEXTS[language])
    return changed


FRAMES: dict[Language, tuple[str, str]] = {
    "en": ("TONGYEONG, March 3 (Hanbit) - ", "Reporting by Hana Kim. Call 02-123-4567 with news."),
    "ko": ("(통영=한빛통신) 김하나 기자 = ", "제보는 전화 02-123-4567, 카카오톡 한빛제보로 하면 된다."),
}
SAME: dict[str, Callable[[tuple[str, ...], Language], Sequence[str]]] = {
    "itself": lambda text, _: text,
    "the end cut off": lambda text, _: text[:5],
    "a sentence left out": lambda text, _: text[:2] + text[3:],
    "with a dateline and a last line": lambda text, language: (
        FRAMES[language][0] + text[0],
        *text[1:],
        FRAMES[language][1],
    ),
    "other quotation marks and spaces": lambda text, _: [
        re.sub(r'"([^"]*)"', r"“\1”", sentence).replace(", ", " ,\u00a0") for sentence in text
    ],
    "sentences put together": lambda text, _: [" ".join(text[:2]), " ".join(text[2:4]), *text[4:]],
}


@BOTH
@pytest.mark.parametrize("change", SAME.values(), ids=SAME)
def test_what_a_publisher_does_to_a_story_leaves_it_the_same(
    language: Language, change: Callable[[tuple[str, ...], Language], Sequence[str]]
) -> None:
    assert alike(language, TEXTS[language], change(TEXTS[language], language))


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("en", "1.2 billion won", "1.2bn won"),
        ("en", "three times", "3 times"),
        ("en", "the coast guard said", "the coast guard told reporters"),
        ("ko", "12억 원", "12억원"),
        ("ko", "두 대", "2대"),
        ("ko", "밝혔다", "설명했다"),
    ],
)
def test_the_style_of_a_house_changes_nothing(language: Language, before: str, after: str) -> None:
    assert alike(language, TEXTS[language], with_change(language, before, after))


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("en", "342", "324"),
        ("en", "1.2 billion", "1.3 billion"),
        ("en", "nine days", "ten days"),
        ("en", "up to six metres", "up to seven metres"),
        ("ko", "342척", "324척"),
        ("ko", "12억 원", "13억 원"),
        ("ko", "두 대", "세 대"),
    ],
)
def test_another_figure_is_another_story(language: Language, before: str, after: str) -> None:
    assert not alike(language, TEXTS[language], with_change(language, before, after))


def test_figures_that_changed_places_are_other_figures() -> None:
    dead = ("The flood killed 31 people and left 17 missing in the valley below the dam.", *ENGLISH)
    assert not alike("en", dead, [dead[0].replace("31", "x").replace("17", "31").replace("x", "17"), *ENGLISH])


def test_a_figure_that_is_put_right_in_one_of_two_places_is_another() -> None:
    twice = [*ENGLISH, ENGLISH[2]]
    assert alike("en", twice, ENGLISH)
    assert not alike("en", twice, [*ENGLISH, ENGLISH[2].replace("342", "324")])


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("en", "Park Ji-ho", "Choi Min-a"),
        ("en", "from Busan", "from Incheon"),
        ("ko", "부산에서", "인천에서"),
    ],
)
def test_another_name_is_another_story(language: Language, before: str, after: str) -> None:
    assert not alike(language, TEXTS[language], with_change(language, before, after))


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("en", "The province will pay", "The province will not pay"),
        ("ko", "잃었다", "잃지 않았다"),
        ("ko", "인양될 예정이다", "인양되지 못할 예정이다"),
    ],
)
def test_what_is_denied_is_another_story(language: Language, before: str, after: str) -> None:
    assert not alike(language, TEXTS[language], with_change(language, before, after))


MARKET: dict[Language, str] = {
    "en": "Shares in Seoul closed {way} on Tuesday. The main index {verb} {points} points, or {percent} percent, to {level}. "
    "Trading was moderate at {shares} million shares. Foreigners bought a net {won} billion won of shares while individuals "
    "sold. Among large firms, makers of memory chips and of batteries moved most. The won was at {rate} to the dollar.",
    "ko": "화요일 서울 증시는 {way} 마감했다. 종합주가지수는 전 거래일보다 {points}포인트({percent}%) {verb} {level}에 장을 마쳤다. "
    "거래량은 {shares}만 주로 보통 수준이었다. 외국인은 {won}억 원어치를 순매수했고 개인은 순매도했다. 대형주 가운데서는 메모리 반도체와 "
    "배터리 업체의 움직임이 컸다. 원화는 달러당 {rate}원에 거래됐다.",
}


@BOTH
def test_a_daily_report_in_the_same_frame_is_another_story_each_day(language: Language) -> None:
    words = {"en": ("higher", "rose"), "ko": ("오른 채", "오른")}[language]
    frame = {"way": words[0], "verb": words[1]}
    monday = {"points": "12.3", "percent": "0.4", "level": "2,901.5", "shares": "410", "won": "85", "rate": "1,391"}
    tuesday = {"points": "9.8", "percent": "0.3", "level": "2,911.3", "shares": "388", "won": "91", "rate": "1,388"}
    reports = [
        re.split(r"(?<=[.다]\.) |(?<=[a-z]\.) ", MARKET[language].format(**frame, **day)) for day in (monday, tuesday)
    ]
    assert not alike(language, *reports)
    assert alike(language, reports[0], reports[0])


@BOTH
def test_two_reports_of_one_event_in_their_own_words_are_two(language: Language) -> None:
    own = {
        "en": ("After nine days the port of Tongyeong is open again.", "The storm sank a ferry and felled two cranes."),
        "ko": ("통영의 항구가 아흐레 만에 다시 열렸다.", "폭풍에 여객선이 침몰하고 크레인 두 대가 넘어졌다."),
    }[language]
    assert not alike(language, TEXTS[language], own)
    quoting = (*own * 3, TEXTS[language][3])  # the same quotation makes no copy
    assert not alike(language, TEXTS[language], quoting)


@BOTH
def test_of_short_texts_nothing_may_be_changed(language: Language) -> None:
    flash = {"en": "Hanbit Bank cuts its rate for savings", "ko": "한빛은행 예금 금리 인하"}[language]
    assert alike(language, [flash], [f"{flash}."])
    assert alike(language, TEXTS[language][:2], [*TEXTS[language][:2], FRAMES[language][1]])
    assert not alike(language, [flash], [flash.replace("Hanbit", "Haeoreum").replace("한빛", "해오름")])
    assert not alike(language, TEXTS[language], TEXTS[language][:1])  # a sentence of it is not it


def test_a_story_and_its_translation_are_not_compared() -> None:
    assert not copies(Story("ko", ("Seoul",)), Story("en", ("Seoul",)))


def test_signs_without_a_word_are_only_like_themselves() -> None:
    assert alike("en", ["!!!"], ["!!!"])
    assert not alike("en", ["!!!"], ["???"])
    assert len(Story("ko", ("…",)).sketch) == 1


def words(seed: int, count: int) -> list[str]:
    """A text without figures, each word by chance but always the same."""
    return [f"w{chr(97 + n % 26)}{zlib.crc32(f'{seed} {n}'.encode()):x}".translate(LETTERS) for n in range(count)]


LETTERS = str.maketrans("0123456789", "ghijklmnop")


@pytest.mark.parametrize("kept", [0.1, 0.3, 0.5, 0.8])
def test_a_part_is_found_by_its_sketch_and_told_by_its_share(kept: float) -> None:
    whole = words(1, 1000)
    part = Story("en", (" ".join(whole[: int(1000 * kept)]),))
    long = Story("en", (" ".join(whole),))
    assert set(part.sketch) & set(long.sketch)
    assert copies(part, long) == (kept > 0.2)


def test_resemblance_is_the_share_of_common_shingles() -> None:
    whole = words(2, 400)
    for strangers in (0, 20, 60, 100, 200):
        one = Story("en", (" ".join(whole + words(3, strangers)),))
        other = Story("en", (" ".join(words(4, strangers) + whole),))
        shared = len(set(one.shingles.tolist()) & set(other.shingles.tolist()))
        assert shared == 396
        share = shared / (2 * (396 + strangers) - shared) if strangers else 1
        assert copies(one, other) == (share >= RESEMBLANCE)


def test_sketches_are_the_same_on_every_machine() -> None:
    """They are kept in libraries: a change of what makes them needs a new schema."""
    assert sum(Story("en", ENGLISH).sketch) == 8_901_118_039
    assert sum(Story("ko", KOREAN).sketch) == 6_493_829_497


def test_texts_that_share_nothing_share_no_sketch() -> None:
    assert not set(Story("en", ENGLISH).sketch) & set(Story("en", (" ".join(words(5, 5000)),)).sketch)
    assert len(Story("en", (" ".join(words(6, 30_000)),)).sketch) <= 1000
