"""A packed encoder of some kilobytes in the layout of the real one, written number by number."""

from __future__ import annotations

import random
import struct
from pathlib import Path

HIDDEN, LAYERS, HEADS, FFN, POSITIONS, TYPES = 32, 2, 2, 64, 48, 2
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789.,:?가나다라마바사아자차카타파하"
PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁", *LETTERS, "▁가나", "ab", "<mask>"]
VOCAB = 64 * ((len(PIECES) + 63) // 64)


def write_packed(path: Path, seed: int = 7) -> dict[str, list[float]]:
    """Write the file; returns the weights that it stands for, by their packed names, row after row."""
    chance = random.Random(seed)
    tensors, weights = [], {}
    for name, count, quantised in _layout():
        if quantised:
            data, weights[name] = _q4(count, chance)
        else:
            weights[name] = [_f32(chance.gauss(1 if name.endswith("n.w") else 0, 0.1)) for _ in range(count)]
            data = struct.pack(f"<{count}f", *weights[name])
        tensors.append((name.encode(), int(quantised), count, data))
    head = _header() + _tokenizer() + struct.pack("<iI", 2, 5) + b"12345" + struct.pack("<i", len(tensors))
    offset = len(head) + sum(2 + len(name) + 21 for name, *_ in tensors)
    directory, body = b"", b""
    for name, dtype, count, data in tensors:
        directory += struct.pack("<H", len(name)) + name
        directory += struct.pack("<BIQQ", dtype, count, offset + len(body), len(data))
        body += data
    path.write_bytes(head + directory + body)
    return weights


def _layout() -> list[tuple[str, int, bool]]:
    layout = [("emb.word", VOCAB * HIDDEN, True), ("emb.pos", POSITIONS * HIDDEN, False)]
    layout += [("emb.type", TYPES * HIDDEN, False), ("emb.ln.w", HIDDEN, False), ("emb.ln.b", HIDDEN, False)]
    for i in range(LAYERS):
        for part in ("q", "k", "v", "ao"):
            layout += [(f"l{i}.{part}.w", HIDDEN * HIDDEN, True), (f"l{i}.{part}.b", HIDDEN, False)]
        layout += [(f"l{i}.fi.w", FFN * HIDDEN, True), (f"l{i}.fi.b", FFN, False)]
        layout += [(f"l{i}.fo.w", HIDDEN * FFN, True), (f"l{i}.fo.b", HIDDEN, False)]
        layout += [(f"l{i}.{norm}.{kind}", HIDDEN, False) for norm in ("aln", "oln") for kind in "wb"]
    return layout


def _header() -> bytes:
    sizes = (HIDDEN, LAYERS, HEADS, FFN, VOCAB, POSITIONS, TYPES)
    return b"E5S1" + struct.pack("<I7ifi", 1, *sizes, 1e-12, 32)


def _tokenizer() -> bytes:
    blob, offsets = b"", [0]
    for piece in PIECES:
        blob += piece.encode()
        offsets.append(len(blob))
    scores = [0.0] * 4 + [-3.0 - i / 100 for i in range(len(PIECES) - 5)] + [0.0]
    head = struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, len(blob))
    return head + struct.pack(f"<{len(offsets)}I{len(scores)}f", *offsets, *scores) + blob


def _q4(count: int, chance: random.Random) -> tuple[bytes, list[float]]:
    data, weights = b"", []
    for _ in range(count // 32):
        packed = struct.pack("<e", chance.uniform(0.01, 0.05))
        (scale,) = struct.unpack("<e", packed)
        bits = [chance.randrange(16) for _ in range(32)]
        data += packed + bytes(bits[j] | bits[j + 16] << 4 for j in range(16))
        weights += [(value - 8) * scale for value in bits]
    return data, weights


def _f32(value: float) -> float:
    return struct.unpack("<f", struct.pack("<f", value))[0]
