"""GGUF files, as far as one must know them before llama.cpp gets one."""

from __future__ import annotations

from pathlib import Path

from ingest.errors import ModelError

_MAGIC = b"GGUF"  # the first four bytes, in every version of the format (ggml/docs/gguf.md)
_BLOCK = 1 << 23  # bytes


def read_ahead(path: Path) -> None:
    """Check that `path` is a GGUF file and read it once, into the system's file cache. Raises ModelError.

    llama.cpp holds Python's lock while it loads: it must find the file in memory and not wait for a disk.
    """
    buffer = bytearray(_BLOCK)
    try:
        with path.open("rb", buffering=0) as file:
            if file.read(len(_MAGIC)) != _MAGIC:
                raise ModelError(f"{path} is not a GGUF model.", "Set chat_model to a .gguf file.")
            while file.readinto(buffer):
                pass
    except OSError as error:
        do = "Correct the setting chat_model."
        raise ModelError(f"{path} cannot be read: {error.strerror}.", do) from error
