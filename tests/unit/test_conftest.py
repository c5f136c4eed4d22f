"""The rules of conftest.py hold: loopback is open, the rest is shut, and a forbidden skip fails."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest


def test_loopback_is_open() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=2).close()


@pytest.mark.parametrize("address", [("192.0.2.1", 80), ("example.org", 443)])
def test_the_rest_is_shut(address: tuple[str, int]) -> None:
    with pytest.raises(RuntimeError, match="a test tried to"):
        socket.create_connection(address, timeout=2)


SKIPPED = """
import pytest

def test_skipped():
    pytest.skip("no such thing here")
"""


@pytest.mark.parametrize(("require_all", "status"), [("", 0), ("1", 1)])
def test_a_skip_fails_where_all_is_required(tmp_path: Path, require_all: str, status: int) -> None:
    root = Path(__file__).parents[2]
    (tmp_path / "conftest.py").write_text((root / "tests/conftest.py").read_text("utf-8"), "utf-8")
    (tmp_path / "test_it.py").write_text(SKIPPED, "utf-8")
    environment = os.environ | {"GEUNGEO_REQUIRE_ALL": require_all, "PYTHONPATH": str(root)}
    command = [sys.executable, "-m", "pytest", "-rs", "-p", "no:cacheprovider", f"--rootdir={tmp_path}"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == status, done.stdout
    assert "no such thing here" in done.stdout
