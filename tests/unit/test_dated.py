"""Figures given to another date of the same sentence."""

import pytest

from app.dated import misdated
from ingest.language import detect

_FELL = "5월에 2.3% 하락했던 빵집 매출이 6월에는 더 낮아졌습니다."
_MONTHS = "Sales rose 3% in May and 5% in June."
_YEARS = "2021년 매출은 3조 원으로 2020년 2조 원보다 늘었다."


def _found(claim: str, source: str) -> list[str]:
    return [
        f"{figure.text}: {owner.text}, not {claimed.text}"
        for figure, owner, claimed in misdated(claim, detect(claim), source, detect(source), None)
    ]


@pytest.mark.parametrize(
    ("source", "claim", "found"),
    [
        (_FELL, "Bakery takings fell by 2.3% in June compared to May.", "2.3%: 5월, not June"),
        (_FELL, "Bakery takings in May fell by 2.3% compared to June.", "2.3%: 5월, not June"),
        (_FELL, "5월 매출은 6월 대비 2.3% 하락했다.", "2.3%: 5월, not 6월"),
        (_MONTHS, "5월 매출은 5% 늘었다.", "5%: June, not 5월"),
        (_MONTHS, "Sales rose 5% in May.", "5%: June, not May"),
        (_YEARS, "Sales were 3 trillion won in 2020.", "3 trillion won: 2021년, not 2020"),
        ("In May, sales rose 3%, and in June they fell 5%.", "Sales fell 5% in May.", "5%: June, not May"),
    ],
)
def test_a_figure_of_another_date_falls(source: str, claim: str, found: str) -> None:
    assert _found(claim, source) == [found]


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        (_FELL, "Bakery takings fell 2.3% in May."),
        (_FELL, "In June takings fell further after falling 2.3% in May."),
        (_MONTHS, "매출은 5월에 3%, 6월에 5% 늘었다."),
        (_YEARS, "Sales were 2 trillion won in 2020."),
        (_YEARS, "Sales were 3 trillion won in 2021, up compared with 2020."),
        ("5월 매출은 6월보다 2.3% 낮았다.", "Sales in May were 2.3% lower than in June."),
        (_YEARS, "Sales rose from 2 trillion won in 2020 to 3 trillion won in 2021."),
        # A date that is compared with, or on which somebody spoke, owns nothing.
        ("6월 매출은 5월보다 2.3% 하락했다.", "Sales fell 2.3% in June from May."),
        ("6월 매출은 5월 매출에 비해 2.3% 하락했다.", "Sales fell 2.3% in June."),
        ("The firm said on 3 May 2021 that sales had risen 3% in April 2021.", "Sales rose 3% in April."),
        (
            "적자는 2022년 198억 원에서 2023년 276억 원으로 39% 늘었다.",
            "2023년 적자는 276억 원으로, 2022년의 198억 원보다 39% 컸다.",
        ),
        ("Sales rose 3% and 5% in May and June respectively.", "Sales rose 5% in May."),
        ("Sales rose 3% in May.", "Sales rose 3% in June."),  # no date of the source: looked at elsewhere
    ],
)
def test_a_figure_of_its_own_date_stands(source: str, claim: str) -> None:
    assert not _found(claim, source)
