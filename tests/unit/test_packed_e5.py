from __future__ import annotations

import json
import struct
from pathlib import Path

import numpy as np
import pytest

from ingest import packed_e5
from ingest.errors import ModelError
from tests import tiny_e5


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    tiny_e5.write_packed(tmp_path / "tiny.bin")
    return tmp_path / "tiny.bin"


def test_every_weight_comes_out_under_berts_name(tmp_path: Path) -> None:
    from safetensors.numpy import load_file

    weights = tiny_e5.write_packed(tmp_path / "tiny.bin")
    packed_e5.unpack(tmp_path / "tiny.bin", tmp_path / "encoder")
    stored = load_file(tmp_path / "encoder" / packed_e5.WEIGHTS)
    names = {
        "emb.word": "embeddings.word_embeddings.weight",
        "emb.type": "embeddings.token_type_embeddings.weight",
        "emb.ln.b": "embeddings.LayerNorm.bias",
        "l0.q.w": "encoder.layer.0.attention.self.query.weight",
        "l1.ao.b": "encoder.layer.1.attention.output.dense.bias",
        "l1.aln.w": "encoder.layer.1.attention.output.LayerNorm.weight",
        "l0.fi.w": "encoder.layer.0.intermediate.dense.weight",
        "l1.fo.w": "encoder.layer.1.output.dense.weight",
        "l1.oln.b": "encoder.layer.1.output.LayerNorm.bias",
    }
    for short, long in names.items():
        np.testing.assert_allclose(stored[long].ravel(), weights[short], rtol=1e-6, err_msg=short)
    assert len(stored) == len(weights) + 2  # and a pooler of zeros, which is not used
    assert stored["encoder.layer.0.intermediate.dense.weight"].shape == (tiny_e5.FFN, tiny_e5.HIDDEN)
    assert stored["encoder.layer.0.output.dense.weight"].shape == (tiny_e5.HIDDEN, tiny_e5.FFN)


def test_the_folder_is_complete_and_nothing_is_left_beside_it(packed: Path) -> None:
    packed_e5.unpack(packed, packed.parent / "encoder")
    assert all((packed.parent / "encoder" / name).stat().st_size for name in packed_e5.FILES)
    assert sorted(path.name for path in packed.parent.iterdir()) == ["encoder", "tiny.bin"]
    config = json.loads((packed.parent / "encoder" / "config_sentence_transformers.json").read_text())
    assert config["prompts"] == {"query": "query: ", "passage": "passage: ", "document": "passage: "}


def test_a_broken_folder_is_replaced(packed: Path) -> None:
    (packed.parent / "encoder").mkdir()
    (packed.parent / "encoder" / "model.safetensors").write_bytes(b"half")
    packed_e5.unpack(packed, packed.parent / "encoder")
    assert (packed.parent / "encoder" / "model.safetensors").stat().st_size > 1000


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("ab", ["<s>", "▁", "ab", "</s>"]),
        ("a b", ["<s>", "▁", "a", "▁", "b", "</s>"]),
        ("  ａ\n\t ① ", ["<s>", "▁", "a", "▁", "1", "</s>"]),  # NFKC; runs of white space are one, ends none
        ("가나 가", ["<s>", "▁가나", "▁", "가", "</s>"]),
        ("\u1100\u1161\u1102\u1161", ["<s>", "▁가나", "</s>"]),  # decomposed Hangul is composed
        ("", ["<s>", "</s>"]),
        ("漢", ["<s>", "▁", "<unk>", "</s>"]),
    ],
)
def test_the_tokenizer_is_xlm_rs(packed: Path, text: str, pieces: list[str]) -> None:
    from tokenizers import Tokenizer

    packed_e5.unpack(packed, packed.parent / "encoder")
    tokenizer = Tokenizer.from_file(str(packed.parent / "encoder" / "tokenizer.json"))
    ids = tokenizer.encode(text).ids
    assert [tiny_e5.PIECES[i] for i in ids] == pieces


def test_a_files_end_is_missed_wherever_it_is_cut(packed: Path) -> None:
    whole = packed.read_bytes()
    for length in (0, 3, 30, 60, 200, 700, len(whole) // 2, len(whole) - 1):
        packed.write_bytes(whole[:length])
        with pytest.raises(ModelError, match="broken"):
            packed_e5.unpack(packed, packed.parent / "encoder")
        assert [path.name for path in packed.parent.iterdir()] == ["tiny.bin"]


@pytest.mark.parametrize(
    ("at", "value", "why"),
    [
        (0, b"GGUF", "E5S1"),
        (4, struct.pack("<I", 2), "version 2"),
        (4 + 4 + 7 * 4 + 4, struct.pack("<i", 64), "blocks of 64"),
        (8, struct.pack("<i", 64), "size"),  # hidden
        (12, struct.pack("<i", 3), "l2.* is missing"),  # layers
        (48, struct.pack("<i", 2), "special tokens"),  # bos
    ],
)
def test_a_file_that_contradicts_itself_is_refused(packed: Path, at: int, value: bytes, why: str) -> None:
    data = bytearray(packed.read_bytes())
    data[at : at + len(value)] = value
    packed.write_bytes(data)
    with pytest.raises(ModelError, match=why):
        packed_e5.unpack(packed, packed.parent / "encoder")
    assert not (packed.parent / "encoder").exists()
