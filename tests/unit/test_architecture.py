"""The architecture is what DESIGN says: who may import whom, one owner a vendor, small files, light start.

Imports are read from the syntax tree, so that those inside functions count too.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted(path for package in ("app", "ingest") for path in (ROOT / package).rglob("*.py"))
MAX_LINES = 250

# Who may import a vendor: patterns of paths. With tokenizers and safetensors the default encoder is unpacked.
MODEL_FILES = ("ingest/encoder.py", "ingest/packed_e5.py")
OWNERS = {
    "gradio": ("app/web/*",),
    "gradio_client": ("app/web/*",),
    "chromadb": ("ingest/vector_index.py",),
    "langchain": ("app/llama.py", "app/chat_model.py", "app/chain*.py", "app/retriever*.py"),
    "langchain_core": ("app/llama.py", "app/chat_model.py", "app/chain*.py", "app/retriever*.py"),
    "langchain_openai": ("app/chat_model.py",),
    "sentence_transformers": ("ingest/encoder.py",),
    "torch": ("ingest/encoder.py",),
    "transformers": ("ingest/encoder.py",),
    "tokenizers": MODEL_FILES,
    "safetensors": MODEL_FILES,
    "sqlite3": ("ingest/library*.py", "ingest/schema.py"),
    "kiwipiepy": ("ingest/kiwi.py",),
    "trafilatura": ("ingest/html.py",),
    "xllamacpp": ("app/llama.py",),
}
# Names of data sets of others: what is tuned on them is fine, what is written for them is not.
DATA_SETS = ("belebele", "ntrex", "squad", "mkqa", "지문")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}: relative import"
            yield node.module or ""


def strangers(vendor: str, owners: tuple[str, ...], modules: list[Path]) -> list[str]:
    """The modules that import `vendor` and are none of `owners`."""
    return [
        name_of(path)
        for path in modules
        if any(imported.split(".")[0] == vendor for imported in imports(path))
        and not any(fnmatch(name_of(path), owner) for owner in owners)
    ]


def test_there_are_modules_to_look_at() -> None:
    assert {"ingest/records.py", "app/records.py"} <= {name_of(path) for path in MODULES}


def test_ingest_imports_nothing_of_app() -> None:
    assert strangers("app", ("app/*",), MODULES) == []


def test_neither_imports_its_tests() -> None:
    assert strangers("tests", (), MODULES) == []


def test_records_and_errors_are_the_ground_floor() -> None:
    for ground in ("ingest/records.py", "ingest/errors.py"):
        assert [name for name in imports(ROOT / ground) if name.startswith(("app", "ingest"))] == []
    assert {name for name in imports(ROOT / "app/records.py") if name.startswith(("app", "ingest"))} <= {
        "ingest.records"
    }


@pytest.mark.parametrize("vendor", sorted(OWNERS))
def test_a_vendor_has_one_owner(vendor: str) -> None:
    assert strangers(vendor, OWNERS[vendor], MODULES) == []


@pytest.mark.parametrize("package", ["app", "ingest"])
def test_no_import_goes_in_a_circle(package: str) -> None:
    known = {name_of(path)[:-3].replace("/", "."): path for path in MODULES}
    needs = {
        name: {found for found in imports(path) if found in known}
        for name, path in known.items()
        if name.startswith(package)
    }
    while free := {name for name, found in needs.items() if not found & needs.keys()}:
        needs = {name: found for name, found in needs.items() if name not in free}
    assert needs == {}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_file_is_one_noun_and_small(path: Path) -> None:
    lines = len(path.read_text("utf-8").splitlines())
    assert lines <= MAX_LINES


@pytest.mark.parametrize("data_set", DATA_SETS)
def test_no_data_set_is_named(data_set: str) -> None:
    kinds = {".py", ".md", ".json", ".css", ".js"}
    files = [path for folder in ("app", "ingest", "prompts") for path in (ROOT / folder).rglob("*")]
    texts = {name_of(path): path.read_text("utf-8").lower() for path in files if path.suffix in kinds}
    assert [name for name, text in texts.items() if data_set in text] == []


HEAVY = ("torch", "transformers", "sentence_transformers", "chromadb", "gradio", "kiwipiepy", "langchain")
HEAVY += ("langchain_core", "trafilatura", "xllamacpp")


@pytest.mark.parametrize("module", ["app.cli", "ingest.library", "ingest.sources", "app.records"])
def test_importing_loads_nothing_heavy_and_makes_no_file(module: str, tmp_path: Path) -> None:
    code = f"import sys, {module}; print(*(name for name in {HEAVY} if name in sys.modules))"
    environment = {"PYTHONPATH": str(ROOT), "GEUNGEO_HOME": str(tmp_path / "home"), "HOME": str(tmp_path)}
    command = [sys.executable, "-B", "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=tmp_path, timeout=60)
    assert done.stderr == ""
    assert done.stdout.split() == []
    assert list(tmp_path.iterdir()) == []
