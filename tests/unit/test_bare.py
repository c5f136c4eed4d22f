"""Answers of a name, a date or a figure alone."""

import pytest

from app.bare import is_bare
from app.check import Checker
from app.cite import cite
from app.known import Known
from app.question import understand
from ingest.language import detect
from ingest.names import Aliases
from tests.unit.evidence import Near, evidence


@pytest.mark.parametrize("claim", ["금요일", "Friday.", "2018년 6월", "Ada B. Finch", "31-27", "600만 명"])
def test_a_name_or_a_figure_alone_is_bare(claim: str) -> None:
    assert is_bare(claim, detect(claim))


@pytest.mark.parametrize("claim", ["금요일이다.", "on Friday the bridge fell", "", "다리", "Six officers were hurt."])
def test_what_says_something_of_it_is_not(claim: str) -> None:
    assert not is_bare(claim, detect(claim))


def test_a_day_alone_stands_by_the_sentence_chosen_first_for_its_question() -> None:
    vote = evidence("표결은 늦어도 금요일까지 열릴 예정이다.", article_id="a1")
    march = evidence("금요일 아침 시위자들이 복도에서 구호를 외쳤다.", article_id="a2")
    question = understand("표결은 늦어도 무슨 요일까지 열리나?")
    known = Known(question, lambda article: (), Aliases())
    cited, problems = cite("금요일", "ko", [vote, march], Checker(Near(), Aliases()), known)
    assert ([item.text for item in cited], problems) == ([vote.text], ())


@pytest.mark.parametrize(
    ("asked", "title", "stands"),
    [
        ("반더빌트 교도소 소란에 몇 명이 연루되었나?", "반더빌트 교도소 소란", True),
        ("반더빌트 교도소 소란에 몇 명이 연루되었나?", "셰리던 교도소 싸움", False),
        ("로이터에 따르면 몇 명이 남았나?", "셰리던 교도소 싸움", True),  # who tells it is no part of it
        ("로이터 보도에 따르면 몇 명이 남았나?", "셰리던 교도소 싸움", True),
        ("도널드 셰리던 교도소에 몇 명이 남았나?", "셰리던 교도소 싸움", True),  # a word of the name will do
    ],
)
def test_a_figure_alone_stands_by_an_article_that_has_the_names_of_the_question(
    asked: str, title: str, stands: bool
) -> None:
    question = understand(asked)
    known = Known(question, lambda _: [], Aliases())
    item = evidence("싸움이 끝난 뒤 40명이 마당에 남았다.", title=title)
    assert question.names
    assert (cite("40명", "ko", [item], Checker(Near(), Aliases()), known) == ((item,), ())) is stands
