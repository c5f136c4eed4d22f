"""Questions in line, answered one after another. The pipeline has a thread of its own: stopping never waits for it."""

from __future__ import annotations

import asyncio
import logging
import queue
import threading
from collections.abc import AsyncIterator

from app.records import Answer, Event
from app.web.service import Service
from app.web.session import Session
from app.web.turns import Turn
from ingest.errors import GeungeoError

log = logging.getLogger(__name__)

PAUSE = 0.1  # seconds between looks at the queue: nobody sees less, and each look costs a redraw at most


class Run:
    """One question on its way through the pipeline, in a thread."""

    def __init__(self, service: Service, turn: Turn, previous: Answer | None) -> None:
        self.cancel = threading.Event()
        self._events: queue.SimpleQueue[Event | Exception | None] = queue.SimpleQueue()
        self._arguments = (service, turn, previous)
        threading.Thread(target=self._work, name=f"question-{turn.number}", daemon=True).start()

    def _work(self) -> None:
        service, turn, previous = self._arguments
        try:
            for event in service.stream(turn.question, filters=turn.filters, previous=previous, cancel=self.cancel):
                self._events.put(event)
                if self.cancel.is_set():
                    break
        except GeungeoError as failure:
            self._events.put(failure)
        except Exception as failure:  # a thread's last frame: the page says so, the log says what
            log.exception("A question failed.")
            self._events.put(failure)
        finally:
            self._events.put(None)

    def pending(self) -> list[Event | Exception | None]:
        """What has come since the last look; None is the end."""
        found = []
        while not self._events.empty():
            found.append(self._events.get_nowait())
        return found


async def answer_all(service: Service, session: Session, owner: str) -> AsyncIterator[Turn]:
    """Answer the questions in line, yielding the turn whenever it has changed."""
    if session.running is not None:
        return  # the generator that is at work takes the question when its turn comes
    while session.waiting:
        turn = session.waiting.popleft()
        run = Run(service, turn, session.previous(turn))
        session.running, session.cancel, session.owner = turn, run.cancel, owner
        turn.state, session.shown = "searching", turn
        session.open(None)
        try:
            yield turn
            while not turn.over:
                if changed := _advance(run, turn):
                    yield turn
                if not turn.over and not changed:
                    await asyncio.sleep(PAUSE)
        finally:  # also when the page is closed and this generator with it
            run.cancel.set()
            turn.stop()
            session.running = session.cancel = None
        yield turn


def _advance(run: Run, turn: Turn) -> bool:
    """Feed the turn with what has come; whether anything had."""
    came = run.pending()
    for event in came:
        if turn.over:
            break
        if event is None:
            turn.stop() if run.cancel.is_set() else turn.fail(RuntimeError("The pipeline ended without an answer."))
        elif isinstance(event, Exception):
            turn.fail(event)
        else:
            turn.take(event)
    return bool(came)
