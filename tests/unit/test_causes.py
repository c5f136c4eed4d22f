"""A cause is claimed only where one is given."""

import pytest

from app.causes import unfounded


@pytest.mark.parametrize(
    ("claim", "language", "source", "written_in", "found"),
    [
        ("소란의 이유는 경비대가 대처하고 있다는 것이다.", "ko", "경비대가 소란에 대처하고 있습니다.", "ko", True),
        ("소란의 이유는 부상이다.", "ko", "남자 교도소에서 여섯 명이 부상을 입었고 두 명도 쉰다.", "ko", True),
        ("소란은 급식 때문에 일어났다.", "ko", "급식이 줄자 소란이 일어났다.", "ko", False),
        ("소란은 급식 때문에 일어났다.", "ko", "소란은 급식에서 비롯됐다.", "ko", False),
        ("소란은 급식 때문에 일어났다.", "ko", "재소자들은 급식 탓이라고 했다.", "ko", False),
        ("The jail closed because the wall fell.", "en", "벽이 무너졌다. 교도소가 닫혔다.", "ko", True),
        ("The jail closed because the wall fell.", "en", "벽이 무너져서 교도소가 닫혔다.", "ko", False),
        ("The jail closed because the wall fell.", "en", "The wall fell and the jail closed.", "en", True),
        ("The jail closed because the wall fell.", "en", "The jail closed after the wall fell.", "en", False),
        (
            "Profit fell because the plant cost so much.",
            "en",
            "매출은 늘었지만 이익은 1450억 원으로 줄었다.",
            "ko",
            True,
        ),
        ("Profit fell because of the fire.", "en", "화재로 이익이 줄었다.", "ko", False),
        ("선장은 다리가 아프기 때문에 쉬었다.", "ko", "선장은 다리가 아파 이틀을 쉬었다.", "ko", False),
        ("선장은 비 때문에 걸어 왔다.", "ko", "선장은 비를 맞고 걸어 왔다.", "ko", True),
        ("아이유는 9월에 공연을 연다.", "ko", "IU plays in September.", "en", False),
        ("The wall fell and the jail closed.", "en", "The wall fell, and the jail closed.", "en", False),
    ],
)
def test_a_cause_needs_a_source_that_gives_one(claim, language, source, written_in, found) -> None:
    assert bool(unfounded(claim, language, source, written_in)) == found
