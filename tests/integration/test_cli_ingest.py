"""Ingest on the command line: what is taken, what is refused in one line, and what stays after a stop."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.library import Library
from tests.integration.conftest import Run

ROOT = Path(__file__).parents[2]
Command = Callable[..., Run]

BRIDGE = "새 다리가 월요일에 열렸다. 길이는 1.2km이고 공사비는 560만 달러였다."
HARBOUR = "Harbour opens\n\nThe harbour opened on Monday. Mayor Dana Holt said it cost $5.6 million."


def stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def titles(command: Command) -> list[str]:
    return [article["title"] for article in command("articles", "list", "--json").json["articles"]]


BAD = {
    "empty.txt": (b"", "is empty"),
    "blank.md": (b" \n\n ", "is empty"),
    "binary.txt": (b"\0\1\2 binary", "is a binary file"),
    "office.html": (b"PK\3\4 and so on", "is a zip archive or office document"),
    "garbage.txt": (bytes(range(128, 256)), "is neither UTF-8 nor CP949"),
}


def test_each_bad_file_is_named_in_one_line_and_the_rest_of_the_folder_comes(
    command: Command, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, (data, _) in BAD.items():
        (folder / name).write_bytes(data)
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(200_000_000)
    (folder / "cp949.txt").write_bytes(BRIDGE.encode("cp949"))
    (folder / "good.txt").write_text(HARBOUR, "utf-8")
    (folder / "paper.pdf").write_bytes(b"%PDF-1.7")
    done = command("ingest", folder)
    failed = [line for line in done.err.splitlines() if line.startswith("geungeo: ")]
    assert done.status == 1
    assert len(failed) == len(BAD) + 1
    for name, told in {**{name: told for name, (_, told) in BAD.items()}, "huge.txt": "is 200 MB"}.items():
        assert any(f"{folder / name} {told}" in line for line in failed), name
    assert "Traceback" not in done.err
    assert done.out.splitlines()[-1] == "2 new, 6 failed"
    assert titles(command) == ["새 다리가 월요일에 열렸다.", "Harbour opens"]
    assert "1 files skipped" in caplog.text


def test_a_file_name_that_is_not_utf8_loses_neither_the_file_nor_the_rest(command: Command, tmp_path: Path) -> None:
    for name in ("다리.txt".encode("cp949"), b"z.txt"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(BRIDGE, "utf-8")
    done = command("ingest", tmp_path, "--json")
    assert [outcome["status"] for outcome in done.json["outcomes"]] == ["new", "new"]
    sources = {article["source"] for article in command("articles", "list", "--json").json["articles"]}
    assert sources == {f"{tmp_path}/\\xb4ٸ\\xae.txt", f"{tmp_path}/z.txt"}
    assert command("ingest", tmp_path).out.endswith("2 unchanged\n")


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("missing.txt", "missing.txt cannot be read: No such file or directory."),
        ("http://localhost/news/1", "Web pages cannot be fetched yet. Save the page"),
        ("https://localhost/news/1", "Web pages cannot be fetched yet. Save the page"),
        ("ftp://localhost/1.txt", "ftp: addresses are not read. Give a file"),
        ("file:///etc/hostname", "file: addresses are not read. Give a file"),
        ("mailto:desk", "mailto: addresses are not read. Give a file"),
    ],
)
def test_a_source_that_gives_nothing_is_refused_in_one_line(command: Command, source: str, told: str) -> None:
    done = command("ingest", source)
    assert (done.status, done.out) == (1, "1 failed\n")
    assert done.err.startswith(f"geungeo: {told}")
    assert done.err.count("\n") == 1
    assert titles(command) == []


def test_a_broken_line_is_named_by_its_number_and_the_others_come(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(
        f'{{"id": "a", "title": "다리", "text": "{BRIDGE}"}}\n{{broken\n{{"title": "No text"}}\n'
        f'{{"id": "d", "title": "Pier", "text": "The pier closed. It was old."}}\n',
        "utf-8",
    )
    done = command("ingest", path)
    two, three, *rest = done.err.splitlines()
    assert done.status == 1
    assert f"{path} line 2 is not JSON" in two
    assert f"{path} line 3 has no text" in three
    assert not any(line.startswith("geungeo: ") for line in rest)
    assert titles(command) == ["다리", "Pier"]


def test_json_tells_what_became_of_each_and_nothing_else(command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HARBOUR, "utf-8")
    done = command("ingest", tmp_path / "a.txt", tmp_path / "missing.txt", "--json")
    new, failed = done.json["outcomes"]
    assert set(new) == set(failed) == {"source", "status", "article_id", "version", "title", "error"}
    assert (new["status"], new["version"], new["title"], new["error"]) == ("new", 1, "Harbour opens", None)
    assert (failed["status"], failed["article_id"]) == ("failed", None)
    assert "No such file" in failed["error"]
    assert failed["error"] in done.err
    assert done.status == 1


def test_unchanged_is_left_alone_and_changed_is_the_next_version(command: Command, home: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(HARBOUR, "utf-8")
    (first,) = command("ingest", path, "--json").json["outcomes"]
    with Library.open(home) as library:
        generation = library.generation()
        again = command("ingest", path)
        assert library.generation() == generation
    assert again.out.splitlines() == [f"unchanged: {first['article_id']}  Harbour opens", "1 unchanged"]
    assert (again.status, again.err) == (0, "")
    path.write_text(HARBOUR.replace("5.6", "5.9"), "utf-8")
    changed = command("ingest", path)
    assert changed.out.splitlines() == [f"updated (version 2): {first['article_id']}  Harbour opens", "1 updated"]
    assert "5.9" in command("articles", "show", first["article_id"]).out
    assert "5.6" in command("articles", "show", first["article_id"], "--version", 1).out


def test_text_and_json_lines_come_from_standard_input(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, HARBOUR.encode())
    assert command("ingest", "-").out.endswith("Harbour opens\n1 new\n")
    lines = [{"id": "p", "title": "Pier", "text": "The pier closed."}, {"id": "q", "title": "다리", "text": BRIDGE}]
    stdin(monkeypatch, "\n".join(map(json.dumps, lines)).encode())
    assert command("ingest", "-").out == "new: p  Pier\nnew: q  다리\n2 new\n"
    stdin(monkeypatch, b"")
    empty = command("ingest", "-")
    assert empty.status == 1
    assert empty.err == "geungeo: Standard input is empty. Pipe in the text of an article.\n"


def test_without_an_encoder_articles_are_stored_and_that_is_said(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEUNGEO_ENCODER", "default")
    monkeypatch.setenv("GEUNGEO_MODELS", str(tmp_path / "none"))
    (tmp_path / "a.txt").write_text(HARBOUR, "utf-8")
    done = command("ingest", tmp_path / "a.txt")
    assert done.status == 0
    assert done.out.endswith("1 new\n")
    (line,) = done.err.splitlines()
    assert "found by their words only for now" in line
    assert "Run: geungeo models pull" in line
    for asked in ("ask", "search"):
        assert "Run: geungeo models pull" in command(asked, "How much did the harbour cost?").refusal
    assert "Run: geungeo models pull" in command("check", "--repair").refusal
    assert command("check").status == 1
    assert titles(command) == ["Harbour opens"]


def test_a_home_that_cannot_be_made_is_refused(command: Command, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    (tmp_path / "a.txt").write_text(HARBOUR, "utf-8")
    for home in (tmp_path / "file", tmp_path / "file" / "below"):
        line = command("--home", home, "ingest", tmp_path / "a.txt", "--json").refusal
        assert f"The folder {home} cannot be made" in line
        assert line.endswith("Choose another with --home.")
    assert command("--home", "", "articles", "list").status == 2


def test_interrupted_what_was_told_to_be_stored_stays(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    records = [
        {"id": f"n{n}", "title": f"Note {n}", "text": f"Plant {n} opened. It has {n} gates."} for n in range(3000)
    ]
    path.write_text("\n".join(map(json.dumps, records)))
    arguments = [sys.executable, "-m", "app.cli", "ingest", str(path)]
    with subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        first = process.stdout.readline()
        os.kill(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert err == "geungeo: stopped.\n"
    *told, tally = (first + out).splitlines()
    with Library.open(home, create=False) as library:
        held = [head.id for head in library.heads()]
        assert library.problems() == []
    assert [line.split()[1] for line in told] == held[: len(told)]
    assert tally == f"{len(told)} new"
    assert len(told) <= len(held) <= len(told) + 1 < len(records)
