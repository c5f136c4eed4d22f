"""One writer at a time: threads and processes exclude each other, a thread may nest, a dead process holds nothing."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from ingest.errors import Busy, LibraryError
from ingest.lock import write_lock

ROOT = Path(__file__).parents[2]
HOLD = """
import sys, time
from pathlib import Path
from ingest.lock import write_lock
with write_lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_thread_may_take_it_again_and_others_wait(tmp_path: Path) -> None:
    waited: list[float] = []

    def wait() -> None:
        started = time.monotonic()
        with write_lock(tmp_path):
            waited.append(time.monotonic() - started)

    other = threading.Thread(target=wait)
    with write_lock(tmp_path), write_lock(tmp_path):
        other.start()
        time.sleep(0.3)
        assert not waited
    other.join(10)
    assert waited[0] > 0.2


def test_another_process_gets_one_line_and_goes_on_when_the_holder_dies(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(Busy, match="Another process has been writing") as caught, write_lock(tmp_path, 0.2):
            pass
        assert caught.value.do
        holder.kill()
        holder.wait(10)
        with write_lock(tmp_path, 5):
            pass


def test_a_home_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(LibraryError, match="cannot be written to"), write_lock(tmp_path / "file" / "home"):
        pass
