"""The lane is fair and gives up its place; the relay hands over in order and raises what its work raises."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest

from app.stopping import FairLane, relay


def wait_for(lane: FairLane, count: int) -> None:
    deadline = time.monotonic() + 5
    while len(lane) < count:
        assert time.monotonic() < deadline
        time.sleep(0.005)


def test_first_come_first_served() -> None:
    lane, order = FairLane(), []
    lane.enter()

    def visit(name: int) -> None:
        lane.enter()
        order.append(name)
        lane.leave()

    threads = []
    for name in range(8):
        threads.append(threading.Thread(target=visit, args=(name,)))
        threads[-1].start()
        wait_for(lane, name + 2)
    lane.leave()
    for thread in threads:
        thread.join(5)
    assert order == list(range(8))


def test_who_is_cancelled_while_waiting_leaves_the_queue() -> None:
    lane, cancel = FairLane(), threading.Event()
    lane.enter()
    cancel.set()
    assert not lane.enter(cancel)
    assert len(lane) == 1
    lane.leave()
    assert lane.enter(cancel), "the lane is free, so there is nothing to wait for"


def test_it_hands_over_in_order_and_raises_what_the_work_raises() -> None:
    def work(emit: Callable[[object], bool]) -> None:
        emit(1)
        emit(2)
        raise KeyError("three")

    handed = relay(work)
    assert [next(handed), next(handed)] == [1, 2]
    with pytest.raises(KeyError, match="three"):
        next(handed)


def test_the_work_is_told_when_nobody_wants_more() -> None:
    told = threading.Event()

    def work(emit: Callable[[object], bool]) -> None:
        while not emit("tick"):
            time.sleep(0.01)
        told.set()

    ticks = relay(work)
    assert next(ticks) == "tick"
    ticks.close()
    assert told.wait(2)
