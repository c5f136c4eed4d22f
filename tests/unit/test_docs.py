"""What exists is documented, and what is documented exists."""

from __future__ import annotations

import argparse
import ast
import re
import shlex
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest

from app.cli import parser
from app.providers import PROVIDERS, Provider
from app.records import ClaimKind, Problem, ProblemKind, Status
from ingest import ingestion
from ingest.library import Head
from ingest.records import Article
from ingest.settings import Settings

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
CLI = (ROOT / "docs/cli.md").read_text("utf-8")
SETTINGS = (ROOT / "docs/settings.md").read_text("utf-8")

# What the code cannot tell by its syntax: values, and keys of free mappings.
VALUES = {
    *(*get_args(Status), *get_args(ClaimKind), *get_args(ProblemKind), *get_args(ingestion.Status)),
    *("no_model", "model_failed", "nothing_survived"),
    *("evidence_ms", "first_token_ms", "total_ms"),
}


def json_keys() -> set[str]:
    """The keys that app/json_form.py writes: those of its dict literals, and the fields of records taken whole."""
    tree = ast.parse((ROOT / "app/json_form.py").read_text("utf-8"))
    keys = [key for node in ast.walk(tree) if isinstance(node, ast.Dict) for key in node.keys]
    whole = [field.name for record in (Problem, Head, Article) for field in fields(record)]
    assigned = [node.slice for node in ast.walk(tree) if isinstance(node, ast.Subscript)]
    written = [node.value for node in [*keys, *assigned] if isinstance(node, ast.Constant)]
    return {key for key in [*written, *whole] if isinstance(key, str)}


Parser = argparse.ArgumentParser


def commands(of: Parser, name: str = "geungeo") -> Iterator[tuple[str, Parser]]:
    """Each command by its full name, groups of commands included."""
    yield name, of
    for action in of._actions:
        if isinstance(action, argparse._SubParsersAction):
            for word, inner in action.choices.items():
                yield from commands(inner, f"{name} {word}")


def options() -> list[tuple[str, str]]:
    """The options of each command, but for -h: --help is there everywhere."""
    found = [(name, action) for name, of in commands(parser()) for action in of._actions]
    return [(name, word) for name, action in found for word in action.option_strings if word != "-h"]


def section(command: str) -> str:
    """The part of docs/cli.md about a command: under the heading of its first two words."""
    words = " ".join(command.split()[:2])
    if words == "geungeo":
        return CLI
    found = re.search(rf"^## {re.escape(words)}\b.*?(?=^## |\Z)", CLI, re.MULTILINE | re.DOTALL)
    return found[0] if found else ""


@pytest.mark.parametrize("name", [name for name, _ in commands(parser())])
def test_a_command_is_documented(name: str) -> None:
    assert name in section(name)


@pytest.mark.parametrize(("name", "option"), [pair for pair in options() if pair[1] != "--help"])
def test_an_option_is_documented_under_its_command(name: str, option: str) -> None:
    assert re.search(rf"`{re.escape(option)}[ `]", section(name))


def test_a_documented_option_exists() -> None:
    known = {option for _, option in options()}
    assert "--help" in known
    assert set(re.findall(r"`(--?[a-z][a-z-]*)[ `]", CLI)) <= known


def test_there_are_keys_to_look_for() -> None:
    assert {"reason", "withheld", "quote", "detail", "found_by", "raw_hash", "hits"} <= json_keys()


@pytest.mark.parametrize("key", sorted(json_keys() | VALUES))
def test_a_json_key_is_documented(key: str) -> None:
    assert f"`{key}`" in CLI or f'{{"{key}": ' in CLI


@pytest.mark.parametrize("provider", PROVIDERS.values(), ids=lambda provider: provider.name)
def test_a_provider_is_documented(provider: Provider) -> None:
    assert f"| `{provider.name}` | {provider.package} | " in SETTINGS
    assert provider.key is None or f"`{provider.key}`" in SETTINGS


@pytest.mark.parametrize("name", [field.name for field in fields(Settings)])
def test_a_setting_is_documented(name: str) -> None:
    assert re.search(rf"^\| `{name}` \| `GEUNGEO_{name.upper()}` \|", SETTINGS, re.MULTILINE)


def test_a_documented_variable_exists() -> None:
    known = {f"GEUNGEO_{field.name.upper()}" for field in fields(Settings)} | {"GEUNGEO_REQUIRE_ALL"}
    for page in PAGES:
        assert set(re.findall(r"GEUNGEO_[A-Z_]+", page.read_text("utf-8"))) <= known, page.name


def shell_lines() -> list[tuple[str, str]]:
    """The lines of the shell blocks of all pages, without comments."""
    return [
        (page.name, line)
        for page in PAGES
        for block in re.findall(r"^```sh\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)
        for line in block.splitlines()
    ]


@pytest.mark.parametrize(("page", "line"), [pair for pair in shell_lines() if pair[1].startswith("geungeo ")])
def test_a_command_shown_is_understood(page: str, line: str) -> None:
    words = shlex.split(re.split(r"\s[<>]\s", line)[0], comments=True)
    assert parser().parse_args(words[1:]), page


@pytest.mark.parametrize(("page", "line"), [pair for pair in shell_lines() if pair[1].startswith("make ")])
def test_a_make_target_shown_exists(page: str, line: str) -> None:
    target = shlex.split(line, comments=True)[1]
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE), page


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)", page.read_text("utf-8")):
        assert target.startswith("https://") or (page.parent / target).exists(), target


def test_the_korean_page_shows_the_same_commands() -> None:
    shown = {page: [line.split("#")[0].split('"')[0].strip() for name, line in shell_lines() if name == page]
             for page in ("README.md", "README.ko.md")}  # fmt: skip
    assert shown["README.md"] == shown["README.ko.md"]
