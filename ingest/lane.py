"""Taking turns at a model that serves one caller at a time."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Lane:
    """One call at a time, urgent callers first: a question waits for one batch, never for a whole ingest."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._busy = False
        self._urgent = 0  # urgent callers who wait
        self._patient = 0  # the others who wait

    @property
    def waiting(self) -> int:
        return self._urgent + self._patient

    @contextmanager
    def turn(self, urgent: bool) -> Iterator[None]:
        with self._condition:
            self._urgent += urgent
            self._patient += not urgent
            try:
                self._condition.wait_for(lambda: not self._busy and (urgent or not self._urgent))
            finally:
                self._urgent -= urgent
                self._patient -= not urgent
                self._condition.notify_all()  # an urgent caller who was interrupted is waited for no longer
            self._busy = True
        try:
            yield
        finally:
            with self._condition:
                self._busy = False
                self._condition.notify_all()
