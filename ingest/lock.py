"""One writer at a time on a home folder: the lock is held for one write, never while idle."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from ingest.errors import Busy, LibraryError

# Seconds. A write takes milliseconds. The longest is a repair's: to index the words of 20,000 passages of 90 words again
# took 3 seconds of a busy core, so beside the repair of a far larger library others are told that it is busy.
WAIT = 10.0


@contextmanager
def write_lock(home: Path, wait: float = WAIT) -> Iterator[None]:
    """Hold the home's write lock. Threads and processes exclude each other; a thread may take it twice.

    The system drops the lock when its process ends, however it ends. Raises Busy after `wait` seconds.
    """
    # A singleton per path, so that a nested `with` in one thread counts up instead of waiting for itself.
    lock = FileLock(str(home / "write.lock"), is_singleton=True)
    try:
        lock.acquire(timeout=wait, poll_interval=0.01)
    except Timeout:
        what = f"Another process has been writing to {home} for {wait:g} seconds."
        raise Busy(what, "Wait for it to end, or stop it, and try again.") from None
    except OSError as error:
        raise LibraryError(
            f"{home} cannot be written to: {error}.", "Mend its permissions, or choose another with --home."
        ) from error
    try:
        yield
    finally:
        lock.release()
