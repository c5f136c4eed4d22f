from typing import get_args

import pytest

from app.candidate import Wanted
from app.wording import disagreement, refusal, say
from ingest.records import Language


def test_a_refusal_names_a_compound_and_not_its_parts() -> None:
    told = refusal("ko", ["정리", "정리해고", "해고", "규모"], ["정리", "정리해고", "해고"], 3)
    assert "찾아본 말: 정리해고, 규모." in told
    assert "없는 말: 정리해고." in told


def test_a_part_is_named_where_its_compound_is_not() -> None:
    assert "Looked for: news, port, newspaper." in refusal("en", ["news", "port", "newspaper", "news"], [], 1)


def test_a_long_question_of_one_letter_is_told_soon() -> None:
    assert "Looked for" in refusal("en", ["a" * 2000 + "b", *("a" * n for n in range(1, 30))], [], 1)


@pytest.mark.parametrize("language", get_args(Language))
@pytest.mark.parametrize("wanted", get_args(Wanted))
def test_a_refusal_says_what_kind_of_answer_is_nowhere(wanted: Wanted, language: Language) -> None:
    told = refusal(language, ["ferry"], [], 7, wanted)
    assert say(wanted, language) in told
    assert say("apart", language) not in told
    assert say("searched", language, count=7) in told


def test_a_refusal_with_everything_nearby_says_that_it_does_not_answer() -> None:
    assert say("apart", "en") in refusal("en", ["ferry"], [], 7)
    assert say("apart", "en") not in refusal("en", ["ferry"], ["ferry"], 7)


def test_a_disagreement_names_each_source_and_its_day_if_it_has_one() -> None:
    given = [("132 homes", "Tarn Herald", "2025-03-07"), ("86 homes", "“Storm”", "")]
    told = disagreement("en", given)
    assert told == "Articles disagree: 132 homes (Tarn Herald, 2025-03-07); 86 homes (“Storm”)."
    assert disagreement("ko", given).startswith("기사마다 다릅니다: 132 homes")
