"""Where things live and which models are used. Environment first, then `settings.toml` in the home folder, then the default."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

import platformdirs

from ingest.errors import SettingError


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings. Each is also an environment variable: GEUNGEO_ and its name in capitals."""

    home: Path  # the library; GEUNGEO_HOME or --home
    models: Path  # model files, shared between homes; GEUNGEO_MODELS
    encoder: str = "default"  # "default", a sentence-transformers folder, or a hub id
    encoder_question_prompt: str = ""  # put before each question; the default encoder brings its own
    encoder_passage_prompt: str = ""  # put before each passage; the default encoder brings its own
    chat_model: str = "local"  # "local", "none", a .gguf path, or provider:model
    chat_url: str = ""  # base address of an OpenAI-compatible server, for openai:MODEL
    chat_context: int = 4096  # tokens; the local model's context window
    threads: int = 0  # CPU threads a model may use; 0 takes every core this process may use


def load(home: Path | str | None = None) -> Settings:
    """Read settings for `home`. Raises SettingError for an unknown name or a value of the wrong kind."""
    where = Path(home or os.environ.get("GEUNGEO_HOME") or platformdirs.user_data_dir("geungeo", appauthor=False))
    where = where.expanduser().absolute()
    given = _from_file(where / "settings.toml")
    for field in fields(Settings):
        if field.name != "home" and (value := os.environ.get(f"GEUNGEO_{field.name.upper()}")):
            given[field.name] = value
    models = Path(given.pop("models", "") or platformdirs.user_cache_dir("geungeo", appauthor=False) + "/models")
    return Settings(home=where, models=models.expanduser().absolute(), **_typed(given))


def _from_file(path: Path) -> dict[str, object]:
    try:
        given = tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingError(f"{path} cannot be read: {error}.", "Mend or remove the file.") from error
    known = {field.name for field in fields(Settings)} - {"home"}
    if unknown := sorted(set(given) - known):
        raise SettingError(f"{path} has an unknown setting {unknown[0]!r}.", f"Known: {', '.join(sorted(known))}.")
    return given


def _typed(given: dict[str, object]) -> dict[str, object]:
    for name in ("chat_context", "threads"):
        if name in given:
            try:
                given[name] = int(str(given[name]))
            except ValueError:
                raise SettingError(f"{name} must be a whole number, not {given[name]!r}.", "Correct the setting.") from None
    return {name: value if isinstance(value, int) else str(value) for name, value in given.items()}
