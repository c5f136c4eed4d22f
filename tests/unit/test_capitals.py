"""A capital that acts stands for its state, a capital where something happens does not."""

import pytest

from ingest.names import Aliases, missing_names


@pytest.mark.parametrize(
    ("claim", "language", "source", "written_in", "missing"),
    [
        ("Moscow has denied the report.", "en", "러시아는 보도를 부인했다.", "ko", []),
        ("러시아는 보도를 부인했다.", "ko", "Moscow has denied the report.", "en", []),
        ("The talks were held in Moscow.", "en", "회담은 러시아에서 열렸다.", "ko", ["Moscow"]),
        ("Moscow has denied the report.", "en", "중국은 보도를 부인했다.", "ko", ["Moscow"]),
        ("Moscow has denied the report.", "en", "Russia has denied the report.", "en", ["Moscow"]),
    ],
)
def test_a_capital_for_its_state(claim: str, language: str, source: str, written_in: str, missing: list[str]) -> None:
    assert [name.text for name in missing_names(claim, language, source, written_in, Aliases())] == missing
