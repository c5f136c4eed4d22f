from __future__ import annotations

import threading

import pytest

from ingest.lane import Lane

SOON = 10.0  # seconds; far above what any step here takes


def test_an_urgent_caller_goes_before_those_who_came_earlier() -> None:
    lane, order = Lane(), []

    def call(name: str, urgent: bool) -> None:
        with lane.turn(urgent):
            order.append(name)

    patient = [threading.Thread(target=call, args=(f"batch {i}", False)) for i in range(3)]
    urgent = threading.Thread(target=call, args=("question", True))
    with lane.turn(urgent=False):
        for caller in [*patient, urgent]:
            caller.start()
        while lane.waiting < 4:
            threading.Event().wait(0.001)
    for caller in [*patient, urgent]:
        caller.join(SOON)
    assert order[0] == "question"
    assert sorted(order[1:]) == ["batch 0", "batch 1", "batch 2"]


def test_one_call_at_a_time() -> None:
    lane, inside, most = Lane(), [], []

    def call() -> None:
        for turn in range(50):
            with lane.turn(urgent=bool(turn % 2)):
                inside.append(1)
                most.append(len(inside))
                inside.pop()

    callers = [threading.Thread(target=call) for _ in range(6)]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join(SOON)
    assert len(most) == 300
    assert max(most) == 1


def test_a_call_that_fails_gives_up_its_turn() -> None:
    lane = Lane()
    with pytest.raises(ValueError, match="broken"), lane.turn(urgent=True):
        raise ValueError("broken")
    with lane.turn(urgent=False):
        assert lane.waiting == 0
