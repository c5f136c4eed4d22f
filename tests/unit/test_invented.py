"""Words of a draft that neither the question nor what is cited has."""

import numpy as np
import pytest

from app.covered import Covered
from app.invented import invented
from ingest.dictionary import translations
from tests.unit.evidence import evidence


class Listed:
    """A word stands where it stands itself, or one that the word list has for it."""

    def coverage(self, words, texts):
        forms = [{word, *translations(word)} for word in words]
        return np.array([[float(bool(form & set(text))) for form in forms] for text in texts], np.float32)


def _invented(claim: str, question: str, text: str, title: str = "") -> list[str]:
    return invented(claim, question, [evidence(text, title=title)], Covered(Listed()).words)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("claim", "question", "text"),
    [
        (
            "Anna Reed will play the queen in an upcoming film.",
            "Whom will Anna Reed play?",
            "애나 리드는 11월부터 연극 무대에서 여왕을 연기한다.",
        ),
        (
            "The harbour lost 14% of its traffic from the previous year.",
            "How much of its traffic did the harbour lose?",
            "The harbour has lost 14% of its traffic.",
        ),
        (
            "다리 공사는 두 달 미뤄졌고, 이는 기술자들의 파업이 길어진 결과입니다.",
            "다리 공사는 얼마나 미뤄졌나?",
            "시장은 다리 공사를 두 달 미룬다고 밝혔다.",
        ),
    ],
)
def test_words_from_nowhere_are_named(claim: str, question: str, text: str) -> None:
    assert len(_invented(claim, question, text)) > 1


@pytest.mark.parametrize(
    ("claim", "question", "text", "title"),
    [
        # The frame is the question's, the rest is the source's.
        (
            "The city council put off the vote by two weeks.",
            "By how long did the city council put off the vote?",
            "의회는 2주 미뤘다.",
            "",
        ),
        # The title has what the sentence takes for known.
        (
            "The new bridge cost 3 million pounds.",
            "What was it?",
            "It cost 3 million pounds.",
            "City opens its new bridge",
        ),
        # One word may be another one for what stands there.
        (
            "The fee rose by 3% for pupils.",
            "By how much did the fee rise?",
            "The fee rose by 3% for those at school.",
            "",
        ),
        ("다리는 오월에 개통했다.", "다리는 언제 개통했나?", "The bridge opened in May.", ""),
        # Of a long sentence two words are few.
        (
            "The city council of the harbour put off the vote on the new bridge and the old road by two weeks, and the mayor was rather glad.",
            "By how long did the city council of the harbour put off the vote on the new bridge and the old road, and was the mayor there?",
            "의회는 2주 미뤘고 시장은 반겼다.",
            "",
        ),
        ("", "언제?", "다리는 5월에 열린다.", ""),
    ],
)
def test_what_question_and_source_have_is_not(claim: str, question: str, text: str, title: str) -> None:
    assert not _invented(claim, question, text, title)


def test_words_that_the_list_lacks_count_nothing() -> None:
    text = "The harbour has lost 14% of its traffic."
    assert not _invented("The harbour lost 14% of its traffic, qorvish and blanter.", "What did it lose?", text)
