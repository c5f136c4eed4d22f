"""Which way things go, in either language."""

import json
from importlib import resources

import pytest

from app.comparisons import misjudged, swapped, turned
from app.direction import reversed_in
from app.negation import clauses
from app.order import disordered
from app.poles import poles


def first(part, texts):
    return 0


def sharing(part, texts):
    """The text that shares most words with `part`."""
    words = set(part.lower().split())
    shared = [len(words & set(text.lower().split())) for text in texts]
    return shared.index(max(shared))


def reverses(claim: str, language: str, source: str, written_in: str, spoken_of=first) -> str | None:
    return reversed_in(clauses(claim, language), language, clauses(source, written_in), written_in, spoken_of)


@pytest.mark.parametrize(
    ("claim", "language", "source", "written_in"),
    [
        ("Shares rose 3%.", "en", "Shares fell 3%.", "en"),
        ("Exports rose 3%.", "en", "Imports rose 3%.", "en"),
        ("The hotel was thrown out.", "en", "The council waved the hotel through.", "en"),
        ("The town is a net exporter.", "en", "마을은 순수입국이 됐다.", "ko"),
        ("They were beaten 2-1.", "en", "They beat the visitors 2-1.", "en"),
        ("The court kept the ban on nets by upholding it.", "en", "The court struck down the ban on nets.", "en"),
        ("열차가 더 뜸하게 다닌다.", "ko", "열차가 더 자주 다닌다.", "ko"),
        ("심리는 공개로 열렸다.", "ko", "심리는 비공개로 열렸다.", "ko"),
        ("Rents rose 3%.", "en", "집세가 3% 내렸다.", "ko"),
        ("주가가 3% 올랐다.", "ko", "Shares fell 3%.", "en"),
        ("집세는 떨어졌다.", "ko", "집세가 오를 것으로 보인다.", "ko"),
        ("의회는 예산안을 부결했다.", "ko", "의회는 예산안을 가결했다.", "ko"),
        ("The council rejected the plan.", "en", "The council voted 8 to 5 to build the wall.", "en"),
        ("The team lost the final.", "en", "팀은 결승에서 이겼다.", "ko"),
        ("More than 50 people came.", "en", "50명에 못 미치는 사람이 왔다.", "ko"),
        ("The prices did not rise.", "en", "값이 올랐다.", "ko"),
        ("The opening was brought forward.", "en", "개장을 미루기로 했다.", "ko"),
    ],
)
def test_the_other_way_round(claim: str, language: str, source: str, written_in: str) -> None:
    assert reverses(claim, language, source, written_in)


@pytest.mark.parametrize(
    ("claim", "language", "source", "written_in"),
    [
        ("Shares rose 3%.", "en", "Shares climbed 3%.", "en"),
        ("Rents fell.", "en", "집세가 내렸다.", "ko"),
        ("11 routes carry fewer than 50 people.", "en", "50명에 못 미치는 노선이 11개다.", "ko"),
        ("They were defeated.", "en", "They lost 2-1.", "en"),
        ("They defeated the visitors.", "en", "They beat the visitors.", "en"),
        ("The trade in nets was laid off.", "en", "Nets are laid down.", "en"),
        ("선장은 출국이 금지됐다.", "ko", "The captain has been barred from leaving.", "en"),
        ("이 조사는 더 많은 지지를 보여 준다.", "ko", "The poll showed more support.", "en"),
        ("The council shot the plan down.", "en", "계획은 부결됐다.", "ko"),
        ("Prices stayed as they were.", "en", "Prices fell in May.", "en"),
        ("He declined to comment.", "en", "그는 늘어난 비용에 대해 말하지 않았다.", "ko"),
        (
            "It lies 40 km from the city, where activity increased.",
            "en",
            "도시에서 40km 떨어진 곳에서 활동이 늘었다.",
            "ko",
        ),
        ("The captain is not allowed to go.", "en", "The captain is barred from going.", "en"),
    ],
)
def test_the_same_way_or_none(claim: str, language: str, source: str, written_in: str) -> None:
    assert reverses(claim, language, source, written_in) is None


def test_with_both_ways_in_the_source_the_clause_spoken_of_decides() -> None:
    source = "Sales of boats rose by a tenth, but rents in town fell for months."
    assert reverses("Sales of boats fell by a tenth.", "en", source, "en", sharing) == "fell"
    assert reverses("Sales of boats rose by a tenth.", "en", source, "en", sharing) is None


def test_a_change_is_not_turned_round() -> None:
    assert turned("It went from 7.5 to 8.6.", "en", "It went from 8.6 to 7.5.", "en")
    assert turned("요금은 1600원에서 1400원으로 바뀐다.", "ko", "The fare goes from 1,400 won to 1,600 won.", "en")
    assert turned("It went from 7.5 to 8.6.", "en", "7.5에서 8.6으로 늘었다.", "ko") is None


def test_what_is_compared_is_not_swapped() -> None:
    source = "시간보다 때가 중요했다."
    assert swapped("때보다 시간이 중요했다.", source, "ko")
    assert swapped("시간보다 때가 더 중요하다.", source, "ko") is None
    assert swapped("Price matters more than speed.", "Speed matters more than price.", "en")


@pytest.mark.parametrize(
    ("claim", "language", "source", "written_in", "found"),
    [
        ("He rang before the shop opened.", "en", "He rang two hours after the shop opened.", "en", True),
        ("가게가 문을 연 뒤에 그가 전화했다.", "ko", "He called before the shop opened.", "en", True),
        ("The shop opened after he rang.", "en", "He rang before the shop opened.", "en", False),
        ("He rang prior to the shop opening.", "en", "He rang before the shop opened.", "en", False),
    ],
)
def test_what_comes_before_does_not_come_after(claim, language, source, written_in, found) -> None:
    assert bool(disordered(claim, language, source, written_in)) == found


def test_every_korean_entry_is_read_as_listed() -> None:
    """A stem that the analyser never gives would stand in the list for nothing."""
    axes = json.loads(resources.files("app").joinpath("direction.json").read_text("utf-8"))
    frames = (
        "그가 {}다.|그가 {}했다.|그것을 {}었다.|{} 갔다.|{}가 있다.|크게 {}았다.|{}한 일|{}고 있다.|{}은 일|{}는 일"
    ).split("|")
    unread = [
        entry
        for poles_ in axes.values()
        for pole in poles_
        for entry in pole["ko"].split()
        if "_" not in entry
        and not any(
            one.entry == entry
            for text in (*(frame.format(entry.lstrip("=")) for frame in frames), f"값이 훨씬 {entry[:-1]}졌다.")
            for one in poles(text, "ko")
        )
    ]
    assert unread == []


def test_an_axis_has_no_entry_at_both_ends() -> None:
    axes = json.loads(resources.files("app").joinpath("direction.json").read_text("utf-8"))
    for axis, (first, second) in axes.items():
        for language in ("en", "ko"):
            assert not set(first[language].split()) & set(second[language].split()), axis


def test_a_denied_pole_is_the_other() -> None:
    assert {pole.up for pole in poles("It did not rise.", "en")} == {False}
    assert {pole.up for pole in poles("오르지 않았다.", "ko")} == {False}
    assert {pole.up for pole in poles("합의 없이 끝났다.", "ko") if pole.entry == "합의"} == {False}
    assert {pole.up for pole in poles("It happens less often.", "en") if pole.axis == "frequency"} == {False}


def test_what_is_said_to_be_more_is_more_by_the_figures_of_the_source() -> None:
    source = "The pool had 40 visitors a day in May, against 65 visitors in June."
    assert misjudged("The pool had more visitors in May than in June.", "en", source, "en")
    assert misjudged("The pool had more visitors in June than in May.", "en", source, "en") is None
    assert misjudged("5월보다 6월에 적었다.", "ko", source, "en")


def test_a_capital_within_a_sentence_points_nowhere() -> None:
    assert poles("He lives in North Hall.", "en") == ()
    assert [pole.axis for pole in poles("He lives in the north.", "en")] == ["latitude"]
