"""Where things live and which models are used. Environment first, then `settings.toml` in the home folder, then the default."""

from __future__ import annotations

import os
import re
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


_SMALLEST_CONTEXT = 1024  # tokens; below it the prompt with its evidence and the reply do not fit
_LARGEST_CONTEXT = 1_048_576  # tokens; the longest that open models are made for
_MOST_THREADS = 1024
_WHOLE_NUMBERS = {"chat_context": (_SMALLEST_CONTEXT, _LARGEST_CONTEXT), "threads": (0, _MOST_THREADS)}


def load(home: Path | str | None = None) -> Settings:
    """Read settings for `home`; an empty one counts as not given.

    Raises SettingError for an unknown name, and for a value of the wrong kind or out of range.
    """
    where = _folder(
        "home", home or os.environ.get("GEUNGEO_HOME") or platformdirs.user_data_dir("geungeo", appauthor=False)
    )
    file = where / "settings.toml"
    given = {name: _value(name, value, str(file)) for name, value in _from_file(file).items() if value != ""}
    for field in fields(Settings):
        variable = f"GEUNGEO_{field.name.upper()}"
        if field.name != "home" and (value := os.environ.get(variable)):
            given[field.name] = _value(field.name, value, variable)
    models = given.pop("models", "") or platformdirs.user_cache_dir("geungeo", appauthor=False) + "/models"
    return Settings(home=where, models=_folder("models", models), **given)


def _from_file(path: Path) -> dict[str, object]:
    try:
        given = tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingError(f"{path} cannot be read: {error}.", "Mend or remove the file.") from error
    known = {field.name for field in fields(Settings)} - {"home"}
    if unknown := sorted(set(given) - known):
        raise SettingError(f"{path} has an unknown setting {unknown[0]!r}.", f"Known: {', '.join(sorted(known))}.")
    return given


def _value(name: str, value: object, where: str) -> str | int:
    """The value of a setting, of its kind and in its range. `where` is the file or variable that gives it."""
    if name in _WHOLE_NUMBERS:
        return _whole_number(name, value, where)
    if not isinstance(value, str) or "\0" in value:
        raise SettingError(f"The setting {name} must be text, not {value!r}.", f"Correct it in {where}.")
    return value


def _whole_number(name: str, value: object, where: str) -> int:
    least, most = _WHOLE_NUMBERS[name]
    text = str(value).strip()
    if not re.fullmatch(r"[+-]?[0-9]{1,18}", text) or not least <= int(text) <= most:
        what = f"The setting {name} must be a whole number from {least} to {most}, not {value!r}."
        raise SettingError(what, f"Correct it in {where}.")
    return int(text)


def _folder(name: str, given: Path | str) -> Path:
    try:
        return Path(given).expanduser().absolute()
    except RuntimeError as error:  # ~name, and nobody has that name
        raise SettingError(f"There is no folder {given} for {name}: {error}", "Name it in full.") from error
