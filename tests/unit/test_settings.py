"""Where settings come from, and what is refused, in one line, before anything is loaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.errors import SettingError
from ingest.settings import load


def written(home: Path, text: str) -> Path:
    home.mkdir(exist_ok=True)
    (home / "settings.toml").write_text(text, "utf-8")
    return home


def refusal(home: Path) -> str:
    with pytest.raises(SettingError) as caught:
        load(home)
    assert caught.value.do
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_the_environment_comes_before_the_file_and_the_file_before_the_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = written(tmp_path, 'threads = 2\nchat_context = 8192\nchat_model = "none"\n')
    monkeypatch.setenv("GEUNGEO_THREADS", "3")
    found = load(home)
    assert (found.threads, found.chat_context, found.chat_model, found.encoder) == (3, 8192, "none", "default")


def test_an_empty_setting_counts_as_not_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = written(tmp_path, 'encoder = ""\nthreads = ""\nchat_model = "none"\n')
    monkeypatch.setenv("GEUNGEO_CHAT_MODEL", "")
    found = load(home)
    assert (found.encoder, found.threads, found.chat_model) == ("default", 0, "none")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("encoder = 3", "The setting encoder must be text, not 3."),
        ("models = ['a']", "The setting models must be text, not ['a']."),
        ("chat_model = false", "The setting chat_model must be text, not False."),
        ('encoder = "a\\u0000b"', "The setting encoder must be text"),
        ("threads = -1", "The setting threads must be a whole number from 0 to 1024, not -1."),
        ("threads = true", "threads must be a whole number"),
        ("threads = 1.5", "threads must be a whole number"),
        ("threads = 99999999999999999999", "threads must be a whole number"),
        ("chat_context = -4096", "chat_context must be a whole number from 1024 to 1048576, not -4096."),
        ("chat_context = 16", "chat_context must be a whole number from 1024"),
        ("chat_context = 2000000000", "chat_context must be a whole number from 1024"),
        ('chat_context = "4k"', "chat_context must be a whole number from 1024 to 1048576, not '4k'."),
    ],
)
def test_a_value_that_means_nothing_is_refused_where_it_stands(tmp_path: Path, line: str, told: str) -> None:
    said = refusal(written(tmp_path, line))
    assert told in said
    assert said.endswith(f"Correct it in {tmp_path / 'settings.toml'}.")


def test_a_variable_that_means_nothing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GEUNGEO_THREADS", "-1")
    assert refusal(tmp_path).endswith("not '-1'. Correct it in GEUNGEO_THREADS.")


def test_an_unknown_name_and_a_broken_file_are_refused(tmp_path: Path) -> None:
    assert "unknown setting 'thread'" in refusal(written(tmp_path, "thread = 1"))
    assert "cannot be read" in refusal(written(tmp_path, "threads = "))


def test_a_folder_of_nobody_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GEUNGEO_MODELS", "~nobody-has-this-name/models")
    assert "no folder ~nobody-has-this-name/models for models" in refusal(tmp_path)
