"""The command line in this process, over two encoders of some kilobytes each."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.cli import main
from ingest import packed_e5
from tests import tiny_e5


@dataclass(frozen=True, slots=True)
class Run:
    """What one command gave."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output, which must be one JSON value and nothing else."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """Standard output, which must be JSON lines and nothing else."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def refusal(self) -> str:
        """The one line that a refused command writes, and nothing else."""
        (line,) = self.err.splitlines()
        assert (self.status, self.out) == (1, "")
        assert line.startswith("geungeo: ")
        return line


@pytest.fixture(scope="session")
def encoder_folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two encoders that give different vectors."""
    where = tmp_path_factory.mktemp("encoders")
    for seed in (7, 8):
        tiny_e5.write_packed(where / f"{seed}.bin", seed)
        packed_e5.unpack(where / f"{seed}.bin", where / str(seed))
    return where / "7", where / "8"


@pytest.fixture
def command(
    home: Path, encoder_folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Run]:
    """Runs a command on `home`, which is empty at first, with a small encoder and no chat model."""
    monkeypatch.setenv("GEUNGEO_ENCODER", str(encoder_folders[0]))
    monkeypatch.setenv("GEUNGEO_CHAT_MODEL", "none")

    def run(*words: object) -> Run:
        capsys.readouterr()
        try:
            status = main([str(word) for word in words])
        except SystemExit as stop:  # how argparse ends
            status = int(stop.code or 0)
        return Run(status, *capsys.readouterr())

    return run
