"""Figures that are given to the wrong thing, by what other sentences of the article say."""

from dataclasses import replace

import numpy as np
import pytest

from app.covered import Covered
from app.records import Evidence
from app.rivals import rivalled, told_elsewhere
from ingest.dictionary import translations
from tests.unit.evidence import evidence

_TEXT = (
    "The old jail on the hill holds more than 500 prisoners. Six people were injured in the riot on Monday. It cost 500 pounds to clean up. "
    "Nobody was hurt in the riot at Hollin Vale last year. Repairs cost 900 pounds in the year before."
)


class Listed:
    """A word stands where it stands itself, or one that the word list has for it."""

    def coverage(self, words, texts):
        forms = [{word, *translations(word)} for word in words]
        return np.array([[float(bool(form & set(text))) for form in forms] for text in texts], np.float32)


def _sentences(text: str) -> list[Evidence]:
    whole, found, start = evidence(text), [], 0
    for part in text.split(". "):
        end = text.index(part, start) + len(part.rstrip(".")) + 1
        found.append(replace(whole, sentence=replace(whole.sentence, start=end - len(part.rstrip(".")) - 1, end=end)))
        start = end
    return found


def _figures(claim: str, cited: int, text: str = _TEXT) -> list[str]:
    sentences = _sentences(text)
    held = Covered(Listed()).words  # type: ignore[arg-type]
    return [figure.text for figure in rivalled(claim, "en", [sentences[cited]], lambda: sentences, held)]


@pytest.mark.parametrize(
    ("claim", "cited"),
    [
        ("500 people were injured.", 0),
        ("In the riot 500 people were injured.", 0),
    ],
)
def test_a_figure_of_something_else_falls(claim: str, cited: int) -> None:
    assert _figures(claim, cited)


@pytest.mark.parametrize(
    ("claim", "cited"),
    [
        ("Six people were injured in the riot.", 1),  # nothing is missing where it is cited
        ("The jail holds more than 500 people.", 0),
        ("Cleaning up after the riot cost 500 pounds.", 2),  # what "it" leans on is said in full
        ("500 people demanded to be set free.", 0),  # no other sentence says so, with whatever figure
        ("Nobody was injured at Hollin Vale.", 3),  # no figure
        ("500 people and 20 officers were injured.", 0),  # two of a kind: hardly by chance
    ],
)
def test_other_figures_stand(claim: str, cited: int) -> None:
    assert not _figures(claim, cited)


def test_it_tells_across_languages() -> None:
    text = "언덕 위의 교도소에는 죄수 500여 명이 갇혀 있다. 소동으로 교도관 여섯 명이 부상을 입었다."
    assert _figures("500 people were injured.", 0, text)
    assert not _figures("Six officers were injured.", 1, text)


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("Profit was $5 million.", "It earned $5 million. Profit in the same quarter a year earlier was $3 million."),
        ("The fair began on May 3.", "It opened its gates on May 3. The fair of last year began on May 10."),
    ],
)
def test_another_time_is_no_rival(claim: str, text: str) -> None:
    assert not _figures(claim, 0, text)


def test_what_was_down_fell() -> None:
    text = "Bars saw sales rise 3 per cent in July - but takings in tea rooms were down 5 per cent. The fall of 2 per cent in tea room trading got worse."
    assert not _figures("Takings in tea rooms fell by 5 per cent.", 0, text)


_TRANSFER = "An official of Hollin Vale told Ann Reed that Marlow was out of surgery. Marlow transferred to Hollin Vale from Aldham."


def _told_elsewhere(claim: str, cited: int, text: str = _TRANSFER) -> str | None:
    sentences = _sentences(text)
    held = Covered(Listed()).words  # type: ignore[arg-type]
    return told_elsewhere(claim, [sentences[cited]], lambda: sentences, held, ["transferred", "transfer", "died"])


def test_a_name_taken_from_a_sentence_about_something_else_falls() -> None:
    assert _told_elsewhere("Ann Reed transferred to Hollin Vale.", 0)


def test_a_korean_predicate_told_elsewhere_falls_though_a_noun_stands_there() -> None:
    sentences = _sentences(
        "An official of the school at Hollin Vale told Ann Reed of the evening paper that Marlow was out of surgery there. "
        "Marlow transferred to Hollin Vale from Aldham."
    )
    held = Covered(Listed()).words  # type: ignore[arg-type]

    def told(claim: str, cited: int) -> str | None:
        return told_elsewhere(claim, [sentences[cited]], lambda: sentences, held, ["편입"])

    assert told("앤 리드는 학교로 편입했다.", 0)
    assert not told("말로는 올덤에서 편입했다.", 1)


@pytest.mark.parametrize(
    ("claim", "cited"),
    [
        ("Marlow transferred to Hollin Vale from Aldham.", 1),
        ("Ann Reed was told that Marlow's surgery was over.", 0),
        ("Marlow died at Hollin Vale.", 0),  # said nowhere: that is for nearness to tell
        ("It is Ann Reed.", 0),
    ],
)
def test_what_is_told_where_it_is_cited_stands(claim: str, cited: int) -> None:
    assert not _told_elsewhere(claim, cited)
