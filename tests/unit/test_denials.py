"""What exactly a sentence denies."""

import pytest

from app.denials import denied, denied_terms, lightly_denied, lightly_said


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Prices did not rise.", "en", {"ris"}),
        ("The firm declined to comment.", "en", {"comment"}),
        ("He is not allowed to leave the town.", "en", {"leav"}),
        ("It cost 324 pounds, not the 342 it had named.", "en", set()),
        ("Prices rose.", "en", set()),
        ("The train did not stop.", "en", {"stop"}),
        ("The city did not make a decision.", "en", {"decision"}),
        ("It was not made.", "en", {"mak"}),
        ("The judge has yet to rule.", "en", {"rul"}),
        ("It is not only cheap but fast.", "en", set()),
        ("He is an unlikely hero.", "en", {"likely"}),  # a hero all the same
        ("약을 먹지 않으면 아프다.", "ko", {"먹"}),
        ("이 규칙은 예외 없이 쓰인다.", "ko", {"예외"}),
        ("문을 닫을 수밖에 없었다.", "ko", set()),
        ("He is unlikely to win.", "en", {"win"}),
        ("계획을 공개한 적이 한 번도 없다.", "ko", {"공개"}),
        ("더할 나위 없는 날씨였다.", "ko", set()),
        ("값이 오르지 않았다.", "ko", {"오르"}),
        ("계획은 없다고 밝혔다.", "ko", {"계획"}),
        ("쓸모없다는 뜻은 아니라고 말했다.", "ko", {"쓸모없"}),
        ("값이 올랐다.", "ko", set()),
    ],
)
def test_denied(text: str, language: str, found: set[str]) -> None:
    assert denied(text, language) == found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The city made a quick decision.", True),
        ("A decision was made on the quay.", True),
        ("The decision on the quay is still open.", False),
        ("The court will hear the decision.", False),
    ],
)
def test_the_object_of_a_light_verb(text: str, said: bool) -> None:
    (stem,) = lightly_denied("The city did not make a decision.")
    assert lightly_said(text, stem) is said
    assert lightly_denied("The city did not open the quay.") == frozenset()


def test_what_is_denied_as_terms() -> None:
    assert denied_terms("The cost is not included in the report.", "en") == ["included"]
    assert denied_terms("비용 전체를 나타내지는 않는다.", "ko") == ["나타내"]
    assert denied_terms("The cost is included.", "en") == []
