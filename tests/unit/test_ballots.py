"""Whether a vote passed: to vote to ban something is to pass it, and to vote to reject a plan is not."""

import pytest

from app.direction import reversed_in
from app.negation import whole_clauses
from ingest.language import detect


def reverses(claim: str, source: str) -> str | None:
    ours, theirs = detect(claim), detect(source)
    parts = whole_clauses(claim, ours), whole_clauses(source, theirs)
    return reversed_in(parts[0], ours, parts[1], theirs, lambda part, texts: 0)


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("의회는 5 대 4로 그물 금지를 부결했다.", "The council voted 5 to 4 to ban nets."),
        ("의회는 6 대 3으로 안을 가결했다.", "The council voted 6 to 3 to reject the plan."),
        ("The council voted 5 to 4 to ban nets.", "의회는 그물 금지안을 5 대 4로 부결했다."),
        ("The council rejected the ban on nets.", "The council voted 5 to 4 to ban nets."),
        ("주민들은 담장 설치안을 통과시켰다.", "Residents voted 90 to 71 to turn down the fence."),
    ],
)
def test_a_vote_that_passed_did_not_fail(claim: str, source: str) -> None:
    assert reverses(claim, source)


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("의회는 5 대 4로 그물을 금지하기로 했다.", "The council voted 5 to 4 to ban nets."),
        ("의회는 5 대 4로 그물 금지를 가결했다.", "The council voted 5 to 4 to ban nets."),
        ("의회는 6 대 3으로 안을 부결했다.", "The council voted 6 to 3 to reject the plan."),
        ("The council voted 5 to 4 to ban nets.", "의회는 그물 금지안을 5 대 4로 가결했다."),
        ("The council banned nets.", "The council voted 5 to 4 to ban nets."),
        ("주민들은 담장 설치안을 부결시켰다.", "Residents voted 90 to 71 to turn down the fence."),
        ("The council turned the plan down.", "The council voted 6 to 3 to reject the plan."),
    ],
)
def test_a_vote_is_told_in_other_words(claim: str, source: str) -> None:
    assert reverses(claim, source) is None
