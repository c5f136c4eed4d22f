"""Opposites that a prefix makes."""

import pytest

from app.opposites import opposed


@pytest.mark.parametrize(
    ("claim", "source", "language", "found"),
    [
        ("The judge called the lease unlawful.", "The judge called the lease lawful.", "en", "unlawful"),
        ("The judge called the lease lawful.", "The judge called the lease unlawful.", "en", "lawful"),
        ("The hall is accessible.", "The hall is inaccessible.", "en", "accessible"),
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
