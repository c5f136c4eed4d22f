"""The last day for something is not its day."""

import pytest

from app.deadlines import overlooked
from ingest.language import detect
from ingest.quantities import parse


def _overlooked(claim: str, source: str) -> list[str]:
    language, written_in = detect(claim), detect(source)
    found = overlooked(claim, language, parse(claim, language), source, written_in, parse(source, written_in))
    return [figure.text for figure in found]


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The council votes on Friday.", "The council will vote no later than Friday."),
        ("The council votes on Friday.", "The council has to vote by Friday."),
        ("시의회는 금요일에 표결한다.", "The council will vote no later than Friday."),
        ("시의회는 금요일에 표결한다.", "시의회는 늦어도 금요일까지 표결한다."),
        ("The bridge opens on May 3.", "다리는 5월 3일까지 열린다."),
        ("The plant opens in 2027.", "공장은 2027년 말 이전에 문을 연다."),
    ],
)
def test_a_deadline_is_no_date(claim: str, source: str) -> None:
    assert _overlooked(claim, source)


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The council votes by Friday.", "The council will vote no later than Friday."),
        ("시의회는 금요일까지 표결한다.", "The council has to vote before Friday."),
        ("The council votes on Friday.", "The council votes on Friday, and has to report by Monday."),
        ("The council votes on Friday.", "Bids are due by Friday; the council votes on Friday."),
        ("She took a cab in 2016.", "She took a cab before the 2016 election."),
        ("다리는 5월 3일 열린다.", "The bridge opens on May 3."),
    ],
)
def test_a_date_or_a_bound_stands(claim: str, source: str) -> None:
    assert not _overlooked(claim, source)


BOUNDS = [
    "The ferry firm must answer no later than Friday.", "The ferry firm must answer by Friday.", "The ferry firm must answer by late Friday.",
    "The ferry firm must answer by the end of Friday.", "The ferry firm must answer by next Friday.", "The ferry firm must answer before Friday.",
    "The ferry firm must answer by noon on Friday.", "The ferry firm must answer by 6 p.m. on Friday.", "The ferry firm has until Friday.",
    "The ferry firm has until late on Friday.", "The ferry firm must answer ahead of Friday.", "The ferry firm must answer on Friday at the latest.",
    "The ferry firm faces a Friday deadline.", "The ferry firm has a deadline of Friday.", "The ferry firm must answer by early Friday.",
    "The ferry firm must answer prior to Friday.", "The ferry firm must answer by the morning of Friday.",
    "배 회사는 금요일까지 답해야 한다.", "배 회사는 금요일 늦게까지 답해야 한다.", "배 회사는 늦어도 금요일에는 답해야 한다.",
    "배 회사는 금요일 오후 6시까지 답해야 한다.", "배 회사는 금요일 전까지 답해야 한다.", "배 회사는 금요일 이전에 답해야 한다.",
    "배 회사는 금요일 안에 답해야 한다.", "배 회사는 금요일 자정까지 답해야 한다.", "배 회사는 금요일(현지시간)까지 답해야 한다.",
    "배 회사의 시한은 금요일이다.", "배 회사는 마감인 금요일에 답해야 한다.", "배 회사는 금요일 밤늦게까지 답해야 한다.",
    "배 회사는 금요일을 넘기지 않고 답해야 한다.", "배 회사는 금요일보다 늦지 않게 답해야 한다.", "배 회사의 마감은 금요일이다.",
]  # fmt: skip
DAYS = [
    "The ferry firm answers on Friday.", "The ferry firm will answer on Friday.", "On Friday the ferry firm answers the city.",
    "The answer was given by the firm on Friday.", "배 회사는 금요일에 답한다.", "배 회사는 금요일 시에 답한다.", "금요일 배 회사가 답한다.",
]  # fmt: skip
HINTS = ["The bill is due on Friday.", "Bids are taken from Monday to Friday.", "The permit expires on Friday.",
         "The last day for it is Friday.", "허가는 금요일에 만료된다.", "배 회사는 금요일 회의 전에 답해야 한다."]  # fmt: skip


@pytest.mark.parametrize("source", BOUNDS)
def test_every_bound_is_one(source: str) -> None:
    assert [claim for claim in DAYS if not _overlooked(claim, source)] == []
    assert [claim for claim in BOUNDS if _overlooked(claim, source)] == []


@pytest.mark.parametrize("claim", HINTS)
def test_a_claim_that_knows_of_a_bound_is_not_accused(claim: str) -> None:
    assert not _overlooked(claim, BOUNDS[0])


@pytest.mark.parametrize("source", DAYS)
def test_a_day_is_no_bound(source: str) -> None:
    assert [claim for claim in DAYS if _overlooked(claim, source)] == []


def test_what_is_not_done_in_a_year_is_not_done_by_its_end() -> None:
    source = "시장은 2026년 안에는 배를 팔지 않겠다고 했다."
    assert not _overlooked("시장은 2026년에는 배를 팔지 않는다.", source)
    assert _overlooked("시장은 2026년에 배를 판다.", source)


@pytest.mark.parametrize(
    ("claim", "source", "stands"),
    [
        ("The show ended in June.", "The show ran from March until June.", True),
        ("전시는 6월에 끝났다.", "전시는 3월부터 6월까지 이어졌다.", True),
        ("The show opened in June.", "The show ran from March until June.", False),
        ("The work ended in June.", "The work is to be done by June.", False),
    ],
)
def test_what_lasts_until_a_day_ends_on_it(claim: str, source: str, stands: bool) -> None:
    assert (not _overlooked(claim, source)) is stands
