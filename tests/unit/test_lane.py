from __future__ import annotations

import signal
import threading
import time

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


class Interrupted(Exception):
    pass


def test_an_urgent_caller_who_is_interrupted_is_waited_for_no_longer() -> None:
    lane = Lane()
    holding, leave, served = threading.Event(), threading.Event(), threading.Event()

    def hold() -> None:
        with lane.turn(urgent=False):
            holding.set()
            leave.wait(SOON)

    def call() -> None:
        with lane.turn(urgent=False):
            served.set()

    def interrupt(*_: object) -> None:
        leave.set()
        served.wait(0.3)  # long enough that the patient caller has seen the free lane, and the urgent one before it
        raise Interrupted

    holder, patient = (threading.Thread(target=target, daemon=True) for target in (hold, call))
    before = signal.signal(signal.SIGUSR1, interrupt)
    try:
        holder.start()
        assert holding.wait(SOON)
        patient.start()
        while lane.waiting < 1:
            time.sleep(0.001)
        threading.Timer(0.1, signal.pthread_kill, (threading.get_ident(), signal.SIGUSR1)).start()
        with pytest.raises(Interrupted), lane.turn(urgent=True):
            raise AssertionError("it was to be interrupted")
        assert served.wait(SOON)
    finally:
        signal.signal(signal.SIGUSR1, before)
