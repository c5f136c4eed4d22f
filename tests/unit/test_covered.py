"""How much of a claim's words stand in a text."""

import numpy as np
import pytest

from app.covered import Covered


class SameWords:
    """A word stands where it stands itself."""

    def coverage(self, words, texts):
        return np.array([[float(word in text) for word in words] for text in texts], np.float32)


@pytest.mark.parametrize(
    ("claim", "share"),
    [
        ("Officers were hurt.", 1.0),
        ("Officers escaped.", 0.5),
        ("Inmates escaped.", 0.0),
        ("Officers visited the harbour.", 0.5),  # the title has the harbour, and counts half; nobody visited
        ("Hollin Vale hurt officers on Monday at 9.", 1.0),  # names and figures are looked at elsewhere
        ("9.", 1.0),
        ("Hollin Vale is located in Aldham.", 1.0),  # who is in a place need not be said to be
    ],
)
def test_the_share_of_the_claims_own_words(claim: str, share: float) -> None:
    covered = Covered(SameWords())  # type: ignore[arg-type]
    assert covered.share(claim, "Six officers were hurt.", "At the harbour") == pytest.approx(share)


def test_a_synonym_stands_for_a_word() -> None:
    covered = Covered(SameWords())  # type: ignore[arg-type]
    assert covered.share("작업을 개시했다.", "작업이 시작됐다.", "") == pytest.approx(1.0)
    assert covered.share("The staff begin.", "The workers start.", "") == pytest.approx(1.0)
    assert covered.share("The staff stop.", "The workers start.", "") == pytest.approx(0.5)


def test_words_that_are_like_none_of_the_others() -> None:
    covered = Covered(SameWords())  # type: ignore[arg-type]
    assert covered.unlike(["included", "cost"], ["cost", "whole"]) == ["included"]
    assert covered.unlike([], ["cost"]) == []
