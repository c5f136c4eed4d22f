"""Prompts are files whose variables are checked when they are loaded."""

from pathlib import Path

import pytest

from app import prompts


def test_every_prompt_loads() -> None:
    names = prompts.names()
    assert {"system_en", "system_ko", "draft_en", "draft_ko", "relevance_en", "relevance_ko"} <= set(names)
    for name in names:
        assert prompts.load(name).text


def test_every_prompt_but_the_translation_is_there_in_both_languages() -> None:
    stems = {name.rsplit("_", 1)[0] for name in prompts.names()} - {"translate"}
    assert {f"{stem}_{language}" for stem in stems for language in ("ko", "en")} <= set(prompts.names())


def test_a_value_with_braces_stays_as_it_is() -> None:
    filled = prompts.load("draft_en").fill(question="What is {evidence} and ${x}?")
    assert "What is {evidence} and ${x}?" in filled


def test_a_missing_value_is_refused() -> None:
    with pytest.raises(ValueError, match="takes"):
        prompts.load("draft_en").fill()


@pytest.mark.parametrize("text", ["no front line\n{x}", "variables: a\n{b}", "variables: a, b\n{a}"])
def test_variables_that_do_not_fit_are_refused(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "odd.md").write_text(text, "utf-8")
    monkeypatch.setattr(prompts.resources, "files", lambda package: tmp_path)
    with pytest.raises(ValueError, match="odd"):
        prompts.load("odd")
