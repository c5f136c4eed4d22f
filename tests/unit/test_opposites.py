"""Opposites that a prefix makes."""

import pytest

from app.opposites import opposed


@pytest.mark.parametrize(
    ("claim", "source", "language", "found"),
    [
        ("The judge called the lease unlawful.", "The judge called the lease lawful.", "en", "unlawful"),
        ("The judge called the lease lawful.", "The judge called the lease unlawful.", "en", "lawful"),
        ("The hall is accessible.", "The hall is inaccessible.", "en", "accessible"),
        ("The reef is known to divers.", "The reef is unknown to divers.", "en", "known"),
        ("The reef is unknown.", "The reef is not known.", "en", None),
        ("The lease was found invalid.", "The lease is not valid.", "en", None),
        ("The road is impassable.", "The road is no longer passable.", "en", None),
        ("회의는 비공개였다.", "회의는 공개하지 않고 열렸다.", "ko", None),
        ("The firm disclosed that it shut two plants.", "The firm said it had closed two plants.", "en", None),
        ("Results improved.", "The trial proved that results rose.", "en", None),
        ("부동산 값이 올랐다.", "동산과 집값이 올랐다.", "ko", None),
        ("The hall is in use.", "The hall is inside.", "en", None),
        ("Some were paid and some unpaid volunteers.", "Some were paid, some unpaid.", "en", None),
        ("심사는 불공정했다.", "심사는 공정했다.", "ko", "불공정"),
        ("허가 건물이었다.", "무허가 건물이었다.", "ko", "허가"),
        ("비회원도 들어간다.", "회원도 들어간다.", "ko", "비회원"),
        ("부회장이 왔다.", "회장이 왔다.", "ko", None),
        ("소비증가가 뚜렷하다.", "증가가 뚜렷하다.", "ko", None),
    ],
)
def test_a_prefix_that_only_one_side_has_denies(claim: str, source: str, language: str, found: str | None) -> None:
    assert opposed(claim, source, language) == found
