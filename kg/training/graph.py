"""An ONNX graph written node by node, its matrix products in int8.

Activations are quantised with a fixed scale where their range is known beforehand (`Range`), else word by word. Either
way a sentence's numbers never depend on its neighbours in the batch, as they do with onnxruntime's dynamic
quantisation, which scales by the whole tensor.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import onnx
from numpy.typing import ArrayLike, NDArray
from onnx import TensorProto, helper, numpy_helper

Floats = NDArray[np.float32]
Shaped = tuple[int, tuple[str, ...]]

MICROSOFT = "com.microsoft"  # onnxruntime's own operators, part of every build of it
OPSET, IR_VERSION = 17, 9
MOST = 127  # of int8 weights, symmetric
LEVELS = 255
SMALLEST = 1e-12


@dataclass(frozen=True, slots=True)
class Range:
    """Lowest and highest value of each channel of an activation."""

    low: Floats
    high: Floats

    def __or__(self, other: Range) -> Range:
        return Range(np.minimum(self.low, other.low), np.maximum(self.high, other.high))

    def wider(self, factor: float) -> Range:
        return Range(self.low * np.float32(factor), self.high * np.float32(factor))

    def smoothing(self, weights: Floats, strength: float) -> Floats:
        """What to divide the channels by and multiply the rows of `weights` with, so that channels with outliers do
        not spoil the scale of all: after SmoothQuant (Xiao et al. 2023), geometric mean 1."""
        reach = np.maximum(np.maximum(np.abs(self.low), np.abs(self.high)), 1e-3)
        logs = strength * np.log(reach) - (1 - strength) * np.log(np.maximum(np.abs(weights).max(1), 1e-6))
        return np.exp(logs - logs.mean()).astype(np.float32)


@dataclass(frozen=True, slots=True)
class Quantised:
    """An activation as uint8: names of its values, scale and zero; of each word's own scale where there is one; and
    what the rows of weights must be multiplied with."""

    values: str
    scale: str
    zero: str
    own_scale: str = ""
    smooth: Floats | None = None


class GraphWriter:
    """Collects nodes and constants. Methods return the names of what they make."""

    def __init__(self) -> None:
        self._nodes: list[onnx.NodeProto] = []
        self._constants: dict[str, onnx.TensorProto] = {}

    def constant(self, name: str, value: ArrayLike) -> str:
        self._constants.setdefault(name, numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def floats(self, name: str, value: ArrayLike) -> str:
        return self.constant(name, np.asarray(value, dtype=np.float32))

    def numbers(self, *values: int) -> str:
        return self.constant("numbers " + " ".join(map(str, values)), np.array(values, dtype=np.int64))

    def node(self, kind: str, *inputs: str, name: str = "", domain: str = "", **attributes: Any) -> str:
        name = name or f"{kind} {len(self._nodes)}"
        self._nodes.append(helper.make_node(kind, list(inputs), [name], domain=domain, **attributes))
        return name

    def split(self, value: str, *sizes: int) -> list[str]:
        """The parts of the last axis."""
        names = [f"{value} {i}" for i in range(len(sizes))]
        self._nodes.append(helper.make_node("Split", [value, self.numbers(*sizes)], names, axis=-1))
        return names

    def quantised(self, value: str, name: str, known: Range, smooth: Floats | None = None) -> Quantised:
        """With one scale for all, from the range that is known; what lies outside is cut."""
        low, high = known.low, known.high
        if smooth is not None:
            low, high = low / smooth, high / smooth
            value = self.node("Mul", value, self.floats(f"{name}/smooth", 1 / smooth))
        least, most = min(float(low.min()), 0.0), max(float(high.max()), SMALLEST)
        step = (most - least) / LEVELS
        scale = self.floats(f"{name}/step", step)
        zero = self.constant(f"{name}/zero", np.array(round(-least / step), dtype=np.uint8))
        return Quantised(self.node("QuantizeLinear", value, scale, zero), scale, zero, smooth=smooth)

    def quantised_by_word(self, value: str) -> Quantised:
        """With a scale for each row, its own highest value."""
        reach = self.node("ReduceMax", self.node("Abs", value), axes=[-1], keepdims=1)
        step = self.node(
            "Max", self.node("Mul", reach, self.floats("1/most", 1 / MOST)), self.floats("least", SMALLEST)
        )
        scale = self.floats("one", 1.0)
        zero = self.constant("middle", np.array(LEVELS // 2 + 1, dtype=np.uint8))
        values = self.node("QuantizeLinear", self.node("Div", value, step), scale, zero)
        return Quantised(values, scale, zero, own_scale=step)

    def int8(self, name: str, weights: Floats) -> tuple[str, str, str]:
        """Weights (in, out) with a scale for each column: names of values, scales, zeros."""
        scale = (np.maximum(np.abs(weights).max(0), SMALLEST) / MOST).astype(np.float32)
        values = self.constant(f"{name}/weights", np.round(weights / scale).astype(np.int8))
        return (
            values,
            self.floats(f"{name}/scale", scale),
            self.constant(f"{name}/nothing", np.zeros(len(scale), np.int8)),
        )

    def int8_rows(self, name: str, table: Floats) -> tuple[str, str]:
        """A table with a scale for each row: names of values and scales."""
        scale = (np.maximum(np.abs(table).max(1, keepdims=True), SMALLEST) / MOST).astype(np.float32)
        return self.constant(f"{name}/rows", np.round(table / scale).astype(np.int8)), self.floats(
            f"{name}/scale", scale
        )

    def best(self, scores: str, count: int) -> str:
        """The numbers of the `count` highest of the last axis, the highest first."""
        values, places = f"{scores}/best", f"{scores}/places of best"
        self._nodes.append(helper.make_node("TopK", [scores, self.numbers(count)], [values, places], axis=-1))
        return places

    def product(self, value: Quantised, name: str, weights: Floats, bias: Floats | None = None) -> str:
        """value @ weights + bias, in float32."""
        if value.smooth is not None:
            weights = weights * value.smooth[:, None]
        matrix, steps, nothing = self.int8(name, weights)
        inputs = [value.values, matrix, value.scale, steps, value.zero, nothing]
        offset = None if bias is None else self.floats(f"{name}/bias", bias)
        if not value.own_scale:
            return self.node("MatMulIntegerToFloat", *inputs, *([offset] if offset else []), domain=MICROSOFT)
        scaled = self.node("Mul", self.node("MatMulIntegerToFloat", *inputs, domain=MICROSOFT), value.own_scale)
        return self.node("Add", scaled, offset) if offset else scaled

    def model(self, inputs: Mapping[str, Shaped], outputs: Mapping[str, Shaped]) -> onnx.ModelProto:
        """The graph, with the element types and shapes of its inputs and outputs."""
        given = [helper.make_tensor_value_info(name, kind, shape) for name, (kind, shape) in inputs.items()]
        made = [helper.make_tensor_value_info(name, kind, shape) for name, (kind, shape) in outputs.items()]
        graph = helper.make_graph(self._nodes, "kg", given, made, list(self._constants.values()))
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(MICROSOFT, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=IR_VERSION)


FLOAT, INT32, INT64 = TensorProto.FLOAT, TensorProto.INT32, TensorProto.INT64
