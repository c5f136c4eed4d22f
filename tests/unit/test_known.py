"""A name of the question may stand in another sentence of the article than the one that answers."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from app.check import Checker
from app.cite import cite
from app.known import Known
from app.question import understand
from app.records import Evidence
from ingest.names import Aliases
from tests.unit.evidence import Near, evidence

CHECKER = Checker(Near(), Aliases())


def article(*texts: str) -> tuple[list[Evidence], Known]:
    """The sentences of one article, and what is known where all of them are."""
    whole = evidence(" ".join(texts))
    places = [(whole.text.index(text), whole.text.index(text) + len(text)) for text in texts]
    items = [replace(whole, sentence=replace(whole.sentence, start=start, end=end)) for start, end in places]
    return items, Known(understand(""), lambda _: [item.sentence for item in items], Aliases())


def cited(claim: str, question: str, items: list[Evidence], known: Known, evidence: int = 0) -> list[str]:
    """The texts that bear the claim out when one sentence alone was found."""
    found, problems = cite(claim, "en", [items[evidence]], CHECKER, replace(known, question=understand(question)))
    return [] if problems else [item.text for item in found]


def test_the_sentence_that_names_it_is_cited_too() -> None:
    items, known = article("Six officers were hurt in the disorder.", "It broke out at Hollin Vale on Sunday.")
    claim = "Six officers were hurt in the disorder at Hollin Vale."
    assert cited(claim, "How many officers were hurt at Hollin Vale?", items, known) == [i.text for i in items]


@pytest.mark.parametrize(
    ("claim", "question"),
    [
        ("Six officers were hurt in the disorder at Hollin Vale.", "How many officers were hurt?"),  # not asked about
        ("Seven officers were hurt in the disorder at Hollin Vale.", "How many were hurt at Hollin Vale?"),
        ("Six officers were hurt in the disorder at Marsh End.", "How many were hurt at Marsh End?"),  # nowhere
        ("Six officers were not hurt in the disorder at Hollin Vale.", "Were six officers hurt at Hollin Vale?"),
    ],
)
def test_nothing_else_is_taken_for_known(claim: str, question: str) -> None:
    items, known = article("Six officers were hurt in the disorder.", "It broke out at Hollin Vale on Sunday.")
    assert cited(claim, question, items, known) == []


@pytest.mark.parametrize(
    ("before", "found"),
    [
        (["Ada Finch spoke for the harbour.", "The plan is old."], True),
        (["Ada Finch met Ben Holt at the harbour.", "The plan is old."], False),  # either may be meant
        (["Ada Finch spoke.", "Ben Holt listened.", "The plan is old."], False),
        (["Ada Finch spoke.", "It rained.", "The plan is old.", "So is the pier."], False),  # too far off
    ],
)
def test_a_pronoun_means_whoever_was_named_last(before: list[str], found: bool) -> None:
    items, known = article(*before, "She wants 40 boats.")
    claim = "Ada Finch wants 40 boats."
    assert bool(cited(claim, "How many boats does Ada Finch want?", items, known, len(before))) is found


@pytest.mark.parametrize(
    ("before", "says", "claim", "context"),
    [
        ("Ada Finch spoke for the harbour.", "She wants 40 boats.", "Ada Finch wants 40 boats.", True),  # a pronoun
        (
            "Ada Finch spoke for the harbour.",
            "Ada wants 40 boats.",
            "Ada Finch wants 40 boats.",
            True,
        ),  # a part of the name
        ("Ada Finch met Ada Holt.", "Ada wants 40 boats.", "Ada Finch wants 40 boats.", False),  # of two names
        (
            "The University of Ordel rests.",
            "Six of the boats sank.",
            "Six boats of the University of Ordel sank.",
            False,
        ),
    ],
)
def test_the_sentence_that_says_who_is_meant_is_context_and_not_cited(
    before: str, says: str, claim: str, context: bool
) -> None:
    items, known = article(before, "The plan is old.", says)
    known = replace(known, question=understand("How many boats of Ada Finch and the University of Ordel?"))
    found, problems = cite(claim, "en", [items[2]], CHECKER, known)
    assert not problems
    assert [item.text for item in found] == ([says] if context else [says, before])
    assert (found[0].before_text == before) is context


class ByWords:
    """Which of the claim's words stand there, letter for letter; a name with the rest."""

    def share(self, claim: str, text: str, title: str) -> float:
        return len(set(claim.split()) & set(text.split())) / len(claim.split())

    def words(self, claim: str, texts: Sequence[str]) -> tuple[tuple[str, ...], np.ndarray]:
        held = [[float(word in text.split()) for word in claim.split()] for text in texts]
        return tuple(claim.split()), np.array(held, np.float32)

    def unlike(self, words: Sequence[str], others: Sequence[str]) -> list[str]:
        return [word for word in words if word not in others]


def test_of_two_that_lack_the_name_the_one_with_more_of_the_words_is_cited() -> None:
    items, known = article("Six were hurt.", "Six officers were hurt in the disorder.", "Hollin Vale is a jail.")
    claim, question = (
        "Six officers were hurt at Hollin Vale.",
        understand("How many officers were hurt at Hollin Vale?"),
    )
    found, problems = cite(claim, "en", items, Checker(Near(), Aliases(), ByWords()), replace(known, question=question))
    assert not problems
    assert [item.text for item in found] == [items[1].text, items[2].text]


@pytest.mark.parametrize(
    ("fuller", "chosen"),
    [("Six officers were hurt.", 1), ("If it is true, six officers were hurt.", 0), ("Six officers may be hurt.", 0)],
)
def test_of_two_that_bear_it_out_the_one_with_more_of_the_words_is_cited(fuller: str, chosen: int) -> None:
    items, _ = article("Six of the staff were hurt.", fuller)

    class FirstNearer:
        def near(self, sentence, language, others, written_in):
            return [20.0 - 0.5 * place for place in range(len(others))]

    checker = Checker(FirstNearer(), Aliases(), ByWords())
    assert cite("Six officers were hurt.", "en", items, checker) == ((items[chosen],), ())
    assert cite("Six were hurt.", "en", items, checker) == ((items[0],), ())


def test_nobody_takes_the_place_of_another() -> None:
    items, known = article("Apple spent $5.6 million on the plant.", "Samsung reported losses on Monday.")
    claim = "Samsung spent $5.6 million on the plant."
    assert cited(claim, "How much did Samsung spend on the plant?", items, known) == []


def test_the_sentence_before_goes_before_the_one_after() -> None:
    items, known = article("Hollin Vale is a jail.", "Six officers were hurt.", "Hollin Vale was quiet by night.")
    claim = "Six officers were hurt at Hollin Vale."
    texts = [item.text for item in items]
    assert cited(claim, "How many officers were hurt at Hollin Vale?", items, known, 1) == [texts[1], texts[0]]


def test_another_sentence_alone_bears_nothing_out() -> None:
    nine = evidence("Nine officers were hurt in the riot.")
    six = evidence("Six officers were hurt there.", article_id="a2")
    claim, known = (
        "Six officers were hurt in the riot.",
        Known(understand("How many were hurt?"), lambda _: [], Aliases()),
    )

    class FirstNearest:
        def near(self, sentence, language, others, written_in):
            return [9.0 if other == nine.text else 7.0 for other in others]

    assert cite(claim, "en", [nine, six], Checker(FirstNearest(), Aliases()), known)[1]


@pytest.mark.parametrize(
    "texts",
    [
        (
            "LG Electronics reported on Monday.",
            "The company's operating profit rose to 2 trillion won.",
            "Samsung fell.",
        ),
        ("LG Electronics reported on Monday.", "Operating profit rose to 2 trillion won.", "Samsung shares fell."),
        ("Operating profit at LG Electronics rose to 2 trillion won.", "Samsung shares fell."),
    ],
)
def test_a_figure_of_one_firm_is_never_given_to_the_next(texts: tuple[str, ...]) -> None:
    items, known = article(*texts)
    place = next(n for n, text in enumerate(texts) if "trillion" in text)
    claim = "Samsung's operating profit rose to 2 trillion won."
    assert cited(claim, "How much was Samsung's operating profit?", items, known, place) == []


def test_an_address_is_no_name() -> None:
    items, known = article("The plant cost $5.6 million.", "It opened on Monday.")
    claim = "The plant cost $5.6 million (deepseek-news.com)."
    assert cited(claim, "Did the plant cost $5.6 million, as deepseek-news.com says?", items, known) == []


def test_a_part_of_the_name_before_a_particle_is_that_name() -> None:
    items, known = article(
        "홍길수 감독은 예순이다.", "이 부부는 6월에 로웰린의 집에서 결혼했다.", "배우 다나 로웰린은 서른한 살이다."
    )
    claim, question = "다나 로웰린은 6월에 결혼했다.", understand("다나 로웰린은 언제 결혼했나?")
    found, problems = cite(claim, "ko", [items[1]], CHECKER, replace(known, question=question))
    assert not problems
    assert [item.text for item in found] == [items[1].text]
