"""Waiting that can be stopped: work in a thread that hands over as it goes, and a lane for one at a time."""

from __future__ import annotations

import queue
import threading
from collections import deque
from collections.abc import Callable, Iterator
from typing import TypeVar

Item = TypeVar("Item")

POLL = 0.05  # seconds between two looks at the stop signal: nobody notices a twentieth, and it costs no CPU


class Stalled(Exception):
    """The work handed over nothing for the whole of the patience it was given."""


def relay(
    work: Callable[[Callable[[Item], bool]], None],
    *,
    cancel: threading.Event | None = None,
    patience: float | None = None,
) -> Iterator[Item]:
    """Run `work(emit)` in a thread of its own and yield what it emits, in order.

    `emit` returns True once nobody wants more: `cancel` was set, or this generator was closed or dropped.
    Either way the consumer is free within POLL seconds, however long the work takes to notice. What the
    work raises is raised here. Raises Stalled when it emits nothing for `patience` seconds. The thread is a
    daemon: a stuck socket keeps no process alive.
    """
    handed: queue.SimpleQueue[tuple[str, object]] = queue.SimpleQueue()
    unwanted = threading.Event()

    def emit(item: Item) -> bool:
        handed.put(("item", item))
        return unwanted.is_set() or (cancel is not None and cancel.is_set())

    def run() -> None:
        try:
            work(emit)
        except BaseException as error:  # raised again where somebody can deal with it
            handed.put(("error", error))
        else:
            handed.put(("end", None))

    threading.Thread(target=run, name="geungeo-relay", daemon=True).start()
    try:
        yield from _handed(handed, cancel, patience)
    finally:
        unwanted.set()


def _handed(handed: queue.SimpleQueue, cancel: threading.Event | None, patience: float | None) -> Iterator:
    idle = 0.0
    while not (cancel is not None and cancel.is_set()):
        try:
            kind, value = handed.get(timeout=POLL)
        except queue.Empty:
            idle += POLL
            if patience is not None and idle >= patience:
                raise Stalled from None
            continue
        idle = 0.0
        if kind == "end":
            return
        if kind == "error":
            raise value
        yield value


class FairLane:
    """One at a time, first come first served. A plain lock makes no promise about who is next."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._waiting: deque[object] = deque()  # the first is the one inside

    def enter(self, cancel: threading.Event | None = None) -> bool:
        """Wait for one's turn; then leave() is due. False, and out of the queue, if `cancel` comes first."""
        ticket = object()
        with self._changed:
            self._waiting.append(ticket)
            try:
                while self._waiting[0] is not ticket:
                    if cancel is not None and cancel.is_set():
                        self._drop(ticket)
                        return False
                    self._changed.wait(POLL)
            except BaseException:  # an interrupt must not leave a ticket that nobody will redeem
                self._drop(ticket)
                raise
        return True

    def leave(self) -> None:
        """Let the next one in. Any thread may call it for the one inside."""
        with self._changed:
            self._waiting.popleft()
            self._changed.notify_all()

    def _drop(self, ticket: object) -> None:
        self._waiting.remove(ticket)
        self._changed.notify_all()

    def __len__(self) -> int:
        """How many are inside or waiting."""
        return len(self._waiting)
