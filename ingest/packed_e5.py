"""Reads multilingual-e5-small as one packed 4-bit file and writes an ordinary sentence-transformers folder.

The packed file, little endian:

    header      "E5S1", u32 version, i32 hidden, layers, heads, ffn, vocab, positions, types, f32 norm eps, i32 block
    tokenizer   i32 pieces, bos, eos, pad, unk, u64 size, u32[pieces + 1] offsets, f32[pieces] scores, pieces
    normaliser  i32 entries, u32 size, entries; passed over, as Nmt and NFKC are the same rules
    tensors     i32 count; each: u16 name length, name, u8 dtype, u32 elements, u64 file offset, u64 size

dtype 0 is float32. dtype 1 is Q4_0: each 32 weights are a float16 scale and 16 bytes, byte j holding weight
j in its low four bits and weight j + 16 in its high four; a weight is (bits - 8) * scale.
"""

from __future__ import annotations

import json
import shutil
import struct
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ingest.errors import ModelError

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_MAGIC = b"E5S1"
_BLOCK = 32  # weights that share a scale
_BLOCK_BYTES = 2 + _BLOCK // 2
_SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")  # ids 0 to 3
PROMPTS = {"query": "query: ", "passage": "passage: ", "document": "passage: "}  # from the model's card
WEIGHTS = "model.safetensors"
FILES = (
    WEIGHTS,
    "config.json",
    "tokenizer.json",
    "tokenizer_config.json",
    "modules.json",
    "sentence_bert_config.json",
    "config_sentence_transformers.json",
    "1_Pooling/config.json",
)

# The packed names of a layer, and BERT's.
_IN_LAYER = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


@dataclass(frozen=True, slots=True)
class _Header:
    hidden: int
    layers: int
    heads: int
    ffn: int
    vocab: int
    positions: int
    types: int
    eps: float

    def shapes(self) -> dict[str, tuple[str, tuple[int, ...]]]:
        """BERT's name of each tensor -> its packed name and shape."""
        h, f = self.hidden, self.ffn
        named = {
            "embeddings.word_embeddings.weight": ("emb.word", (self.vocab, h)),
            "embeddings.position_embeddings.weight": ("emb.pos", (self.positions, h)),
            "embeddings.token_type_embeddings.weight": ("emb.type", (self.types, h)),
            "embeddings.LayerNorm.weight": ("emb.ln.w", (h,)),
            "embeddings.LayerNorm.bias": ("emb.ln.b", (h,)),
        }
        for layer in range(self.layers):
            for short, long in _IN_LAYER.items():
                out = f if short == "fi" else h
                matrix = (out,) if short.endswith("ln") else (out, f if short == "fo" else h)
                named[f"encoder.layer.{layer}.{long}.weight"] = (f"l{layer}.{short}.w", matrix)
                named[f"encoder.layer.{layer}.{long}.bias"] = (f"l{layer}.{short}.b", (out,))
        return named


class _Reader:
    """Takes fields one after another; running past the end is a ModelError, never a short answer."""

    def __init__(self, data: memoryview) -> None:
        self.data = data
        self.at = 0

    def take(self, count: int) -> memoryview:
        taken = self.slice(self.at, count)
        self.at += count
        return taken

    def slice(self, start: int, count: int) -> memoryview:
        if start < 0 or count < 0 or start + count > len(self.data):
            raise _broken("it ends too early")
        return self.data[start : start + count]

    def fields(self, form: str) -> tuple:
        return struct.unpack("<" + form, self.take(struct.calcsize("<" + form)))

    def array(self, dtype: str, count: int) -> np.ndarray:
        return np.frombuffer(self.take(count * np.dtype(dtype).itemsize), dtype)


def unpack(packed: Path, folder: Path) -> None:
    """Write `packed` as a sentence-transformers folder at `folder`, whole or not at all.

    Raises ModelError where the packed file is cut short or contradicts itself, OSError where it cannot be written.
    """
    temporary = folder.with_name(folder.name + ".new")
    shutil.rmtree(temporary, ignore_errors=True)
    (temporary / "1_Pooling").mkdir(parents=True)
    try:
        _write(packed.read_bytes(), temporary)
        if folder.exists():
            shutil.rmtree(folder)
        temporary.replace(folder)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _write(data: bytes, folder: Path) -> None:
    from safetensors.numpy import save_file

    reader = _Reader(memoryview(data))
    header = _header(reader)
    tokenizer = _tokenizer(reader)
    tokenizer.save(str(folder / "tokenizer.json"))
    save_file(_weights(reader, header), folder / WEIGHTS, metadata={"format": "pt"})
    shutil.copymode(folder / "tokenizer.json", folder / WEIGHTS)  # safetensors lets nobody else read its file
    for name, content in _configs(header).items():
        (folder / name).write_text(json.dumps(content, indent=2) + "\n", "utf-8")


def _header(reader: _Reader) -> _Header:
    if bytes(reader.take(4)) != _MAGIC:
        raise _broken("it does not begin with E5S1")
    version, *sizes, eps, block = reader.fields("I7ifi")
    if version != 1 or block != _BLOCK or min(sizes) < 1:
        raise _broken(f"version {version} with blocks of {block} is not known here")
    return _Header(*sizes, eps)


def _tokenizer(reader: _Reader) -> Tokenizer:
    """The XLM-R tokenizer (Conneau et al., 2020): SentencePiece Unigram over NFKC text."""
    from tokenizers import AddedToken, Tokenizer, models, normalizers, pre_tokenizers, processors

    count, bos, eos, pad, unk, size = reader.fields("5iQ")
    if count < len(_SPECIAL) or (bos, pad, eos, unk) != (0, 1, 2, 3):
        raise _broken("its special tokens are not where they should be")
    offsets, scores = reader.array("<u4", count + 1), reader.array("<f4", count)
    blob = bytes(reader.take(size))
    pieces = [blob[start:end].decode("utf-8", "replace") for start, end in pairwise(offsets.tolist())]
    _entries, size = reader.fields("iI")
    reader.take(size)
    tokenizer = Tokenizer(models.Unigram(list(zip(pieces, scores.tolist(), strict=True)), unk_id=unk))
    tokenizer.normalizer = normalizers.Sequence([normalizers.Nmt(), normalizers.NFKC()])
    words = [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace(prepend_scheme="always")]
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(words)
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", pair="<s> $A </s> </s> $B </s>", special_tokens=[("<s>", bos), ("</s>", eos)]
    )
    tokenizer.add_special_tokens([AddedToken(token, normalized=False) for token in _SPECIAL])
    return tokenizer


def _weights(reader: _Reader, header: _Header) -> dict[str, np.ndarray]:
    (count,) = reader.fields("i")
    packed = {}
    for _ in range(count):
        (length,) = reader.fields("H")
        name = bytes(reader.take(length)).decode("utf-8", "replace")
        packed[name] = reader.fields("BIQQ")
    shapes = header.shapes()
    if missing := {name for name, _ in shapes.values()} - set(packed):
        raise _broken(f"the tensor {min(missing)} is missing")
    weights = {name: _tensor(reader, packed[short], shape) for name, (short, shape) in shapes.items()}
    # BertModel has a pooler whether it is used or not, and fills one that is missing at random.
    weights["pooler.dense.weight"] = np.zeros((header.hidden, header.hidden), np.float32)
    weights["pooler.dense.bias"] = np.zeros(header.hidden, np.float32)
    return weights


def _tensor(reader: _Reader, entry: tuple[int, int, int, int], shape: tuple[int, ...]) -> np.ndarray:
    dtype, elements, offset, size = entry
    stored = reader.slice(offset, size)
    expected = {0: 4 * elements, 1: elements // _BLOCK * _BLOCK_BYTES}.get(dtype)
    if size != expected or (dtype == 1 and elements % _BLOCK) or elements != int(np.prod(shape)):
        raise _broken("a tensor has another size than its shape asks for")
    return (np.frombuffer(stored, "<f4") if dtype == 0 else _from_q4(stored)).reshape(shape)


def _from_q4(stored: memoryview) -> np.ndarray:
    blocks = np.frombuffer(stored, np.dtype([("scale", "<f2"), ("bits", "u1", _BLOCK // 2)]))
    weights = np.empty((len(blocks), _BLOCK), np.float32)
    weights[:, : _BLOCK // 2] = blocks["bits"] & 0x0F
    weights[:, _BLOCK // 2 :] = blocks["bits"] >> 4
    weights -= 8
    weights *= blocks["scale"].astype(np.float32)[:, None]
    return weights


def _configs(header: _Header) -> dict[str, dict | list]:
    modules = "sentence_transformers.models"
    return {
        "config.json": {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "dtype": "float32",
            "hidden_size": header.hidden,
            "num_hidden_layers": header.layers,
            "num_attention_heads": header.heads,
            "intermediate_size": header.ffn,
            "hidden_act": "gelu",
            "vocab_size": header.vocab,
            "max_position_embeddings": header.positions,
            "type_vocab_size": header.types,
            "layer_norm_eps": header.eps,
            "pad_token_id": 1,
        },
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": header.positions,
            "model_input_names": ["input_ids", "attention_mask"],
            **dict(zip(("bos_token", "pad_token", "eos_token", "unk_token"), _SPECIAL, strict=True)),
            "cls_token": "<s>",
            "sep_token": "</s>",
        },
        "modules.json": [
            {"idx": i, "name": str(i), "path": f"{i}_{kind}" if i else "", "type": f"{modules}.{kind}"}
            for i, kind in enumerate(("Transformer", "Pooling", "Normalize"))
        ],
        "sentence_bert_config.json": {"max_seq_length": header.positions, "do_lower_case": False},
        "1_Pooling/config.json": {"word_embedding_dimension": header.hidden, "pooling_mode_mean_tokens": True},
        "config_sentence_transformers.json": {"prompts": PROMPTS, "similarity_fn_name": "cosine"},
    }


def _broken(why: str) -> ModelError:
    return ModelError(f"The packed encoder is broken: {why}.", "Run: geungeo models pull")
