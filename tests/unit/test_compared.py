"""A claim beside a sentence that goes on from another."""

from dataclasses import replace

import pytest

from app.compared import Compared, without_known
from tests.unit.evidence import evidence


@pytest.mark.parametrize(
    ("claim", "before", "text", "said"),
    [
        ("Hollin Vale runs nine ferries.", "Hollin Vale met the mayor.", "She runs nine boats.", "runs nine ferries."),
        ("Hollin Vale runs nine ferries.", "The mayor met her.", "She runs nine boats.", "Hollin Vale runs nine ferries."),
        ("Hollin Vale runs nine ferries.", "Hollin Vale spoke.", "Hollin Vale runs boats.", "Hollin Vale runs nine ferries."),
        ("김민수는 배 아홉 척을 부린다.", "김민수가 시장을 만났다.", "그는 배가 아홉 척이다.", "배 아홉 척을 부린다."),
    ],
)  # fmt: skip
def test_a_name_that_the_sentence_takes_for_known_is_left_out(claim: str, before: str, text: str, said: str) -> None:
    cited = evidence(f"{before} {text}")
    end = len(before)
    cited = replace(
        cited, sentence=replace(cited.sentence, start=end + 1), before=replace(cited.sentence, start=0, end=end)
    )
    assert without_known(Compared(claim, cited.article.language, cited, 9.0)) == said
