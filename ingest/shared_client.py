"""A client of a folder that one process at a time may write, and that is blind to other processes' writes.

Measured with Chroma 1.5.9: a client that was open while another process wrote is stale for good. Its searches
miss what is new, and its next write destroys what the other wrote, for everybody. So every write leaves a new
stamp beside the folder, and a client whose stamp is old is closed and opened again, under the home's write
lock, before it is used.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import threading
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from ingest.errors import Busy
from ingest.lock import write_lock

READER_WAIT = 2.0  # seconds a reader waits for a write to end before it goes on with what it has


class SharedClient:
    """One client of `home / name`, opened when first needed. Safe to use from several threads."""

    def __init__(self, home: Path, name: str, open_folder: Callable[[Path], Any]) -> None:
        self._home = home
        self._folder = home / name
        self._stamp_file = home / f"{name}.stamp"
        self._open_folder = open_folder
        # Held for every use: closing a client under another thread's call would break that call. Where both
        # locks are needed, the home's write lock is taken first, or two threads could wait for each other.
        self._lock = threading.RLock()
        self._client: Any = None
        self._seen = ""  # the stamp that the client has seen

    @contextlib.contextmanager
    def writing(self) -> Iterator[Any]:
        """The client, up to date, with every other writer shut out. Raises Busy."""
        with write_lock(self._home), self._lock:
            self._open_if_stale()
            self._stamp()  # before, in case this process is killed amid the write
            try:
                yield self._client
            finally:
                self._stamp()  # after, for a reader that could not wait and opened amid it

    @contextlib.contextmanager
    def reading(self) -> Iterator[Any]:
        """The client, up to date unless a writer keeps the lock for long. Raises Busy where none is open."""
        while True:
            if self._stale():
                self._open_for_reading()
            with self._lock:
                if self._client is not None:  # another thread may have closed it in between
                    yield self._client
                    return

    def clear(self) -> None:
        """Delete the folder, whatever is in it. Raises Busy."""
        with write_lock(self._home), self._lock:
            self.close()
            shutil.rmtree(self._folder, ignore_errors=True)
            self._stamp()

    def close(self) -> None:
        """Let go of the files; the next use opens them again."""
        with self._lock:
            if self._client is not None:
                self._client.close()
                self._client = None

    def _open_for_reading(self) -> None:
        try:
            # Opening reads files that a writer replaces, and Chroma then applies what its log still holds to
            # them.
            with write_lock(self._home, READER_WAIT), self._lock:
                self._open_if_stale()
        except Busy:
            if self._client is None:
                raise

    def _open_if_stale(self) -> None:
        if self._stale():
            self.close()
            stamp = self._stamp_on_disk()
            self._client = self._open_folder(self._folder)
            self._seen = stamp

    def _stale(self) -> bool:
        with self._lock:
            return self._client is None or self._stamp_on_disk() != self._seen

    def _stamp_on_disk(self) -> str:
        try:
            return self._stamp_file.read_text("ascii")
        except FileNotFoundError:
            return ""

    def _stamp(self) -> None:
        fresh = self._stamp_file.with_suffix(".new")
        fresh.write_text(stamp := uuid.uuid4().hex, "ascii")
        os.replace(fresh, self._stamp_file)
        self._seen = stamp
