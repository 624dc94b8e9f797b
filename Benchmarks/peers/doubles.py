# SPDX-License-Identifier: Apache-2.0
"""The operators of the ten networks in double precision, after their definition in ONNX.

No engine computes all of them in double, so here they are in NumPy: a convolution is a sum over its taps
of products of matrices, everything else is a formula.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import onnx
from onnx import helper, numpy_helper


def spatial_padding(attributes: dict, size: tuple[int, int], kernel: list[int]) -> list[int]:
    """Rows above, columns left, rows below, columns right."""
    mode = attributes.get("auto_pad", b"NOTSET").decode()
    if mode == "NOTSET":
        return list(attributes.get("pads", [0, 0, 0, 0]))
    if mode == "VALID":
        return [0, 0, 0, 0]
    strides = attributes.get("strides", [1, 1])
    total = [
        max((-(-extent // stride) - 1) * stride + taps - extent, 0)
        for extent, stride, taps in zip(size, strides, kernel)
    ]
    before = [value // 2 if mode == "SAME_UPPER" else (value + 1) // 2 for value in total]
    return before + [value - first for value, first in zip(total, before)]


def taps(x: np.ndarray, attributes: dict, kernel: list[int], fill: float):
    """For each tap of a window its place and the values that it reads, `[N, C, OH, OW]`."""
    if attributes.get("ceil_mode", 0):
        raise NotImplementedError("ceil_mode")
    top, left, bottom, right = spatial_padding(attributes, x.shape[2:], kernel)
    x = np.pad(x, ((0, 0), (0, 0), (top, bottom), (left, right)), constant_values=fill)
    (sh, sw), (dh, dw) = attributes.get("strides", [1, 1]), attributes.get("dilations", [1, 1])
    height = (x.shape[2] - dh * (kernel[0] - 1) - 1) // sh + 1
    width = (x.shape[3] - dw * (kernel[1] - 1) - 1) // sw + 1
    for i in range(kernel[0]):
        for j in range(kernel[1]):
            rows = slice(i * dh, i * dh + (height - 1) * sh + 1, sh)
            columns = slice(j * dw, j * dw + (width - 1) * sw + 1, sw)
            yield i, j, x[:, :, rows, columns]


def convolution(attributes: dict, x: np.ndarray, w: np.ndarray, bias: np.ndarray | None = None):
    groups = attributes.get("group", 1)
    outputs, channels = w.shape[0] // groups, w.shape[1]
    w = w.reshape(groups, outputs, channels, *w.shape[2:])
    total: np.ndarray | float = 0.0
    for i, j, values in taps(x, attributes, list(w.shape[3:]), 0.0):
        n, _, height, width = values.shape
        columns = values.reshape(n, groups, channels, height * width)
        total = total + np.matmul(w[:, :, :, i, j], columns)
    y = total.reshape(n, groups * outputs, height, width)
    return y if bias is None else y + bias.reshape(1, -1, 1, 1)


def maximum_pool(attributes: dict, x: np.ndarray) -> np.ndarray:
    values = (tap for _, _, tap in taps(x, attributes, attributes["kernel_shape"], -np.inf))
    result = next(values).copy()
    for tap in values:
        np.maximum(result, tap, out=result)
    return result


def average_pool(attributes: dict, x: np.ndarray) -> np.ndarray:
    kernel = attributes["kernel_shape"]
    total = sum(tap for _, _, tap in taps(x, attributes, kernel, 0.0))
    if attributes.get("count_include_pad", 0):
        return total / np.prod(kernel)
    ones = np.ones((1, 1, *x.shape[2:]))
    return total / sum(tap for _, _, tap in taps(ones, attributes, kernel, 0.0))


def normalization(attributes: dict, x: np.ndarray, *parameters: np.ndarray) -> np.ndarray:
    scale, bias, mean, variance = (value.reshape(1, -1, 1, 1) for value in parameters)
    return (x - mean) / np.sqrt(variance + attributes.get("epsilon", 1e-5)) * scale + bias


def response_normalization(attributes: dict, x: np.ndarray) -> np.ndarray:
    size, channels = attributes["size"], x.shape[1]
    squares = np.zeros_like(x)
    for channel in range(channels):
        first = max(0, channel - (size - 1) // 2)
        squares[:, channel] = (x[:, first : channel + size // 2 + 1] ** 2).sum(1)
    scale = attributes.get("bias", 1.0) + attributes.get("alpha", 1e-4) / size * squares
    return x / scale ** attributes.get("beta", 0.75)


def gemm(attributes: dict, a: np.ndarray, b: np.ndarray, c: np.ndarray | float = 0.0) -> np.ndarray:
    a = a.T if attributes.get("transA", 0) else a
    b = b.T if attributes.get("transB", 0) else b
    return attributes.get("alpha", 1.0) * (a @ b) + attributes.get("beta", 1.0) * c


def reshape(attributes: dict, x: np.ndarray, shape: np.ndarray) -> np.ndarray:
    return x.reshape([x.shape[i] if size == 0 else int(size) for i, size in enumerate(shape)])


def flatten(attributes: dict, x: np.ndarray) -> np.ndarray:
    axis = attributes.get("axis", 1)
    return x.reshape(int(np.prod(x.shape[:axis])), -1)


def unsqueeze(attributes: dict, x: np.ndarray) -> np.ndarray:
    for axis in sorted(attributes["axes"]):
        x = np.expand_dims(x, axis)
    return x


def softmax(attributes: dict, x: np.ndarray) -> np.ndarray:
    """Opset 12 and below: over all axes from `axis` on."""
    flat = flatten({"axis": attributes.get("axis", 1)}, x)
    powers = np.exp(flat - flat.max(1, keepdims=True))
    return (powers / powers.sum(1, keepdims=True)).reshape(x.shape)


OPERATORS: dict[str, Callable[..., np.ndarray]] = {
    "Add": lambda attributes, a, b: a + b,
    "AveragePool": average_pool,
    "BatchNormalization": normalization,
    "Clip": lambda attributes, x, low=-np.inf, high=np.inf: np.clip(x, low, high),
    "Concat": lambda attributes, *x: np.concatenate(x, attributes["axis"]),
    "Conv": convolution,
    "Dropout": lambda attributes, x: x,
    "Flatten": flatten,
    "Gemm": gemm,
    "GlobalAveragePool": lambda attributes, x: x.mean((2, 3), keepdims=True),
    "LRN": response_normalization,
    "MaxPool": maximum_pool,
    "Mul": lambda attributes, a, b: a * b,
    "Relu": lambda attributes, x: np.maximum(x, 0),
    "Reshape": reshape,
    "Softmax": softmax,
    "Sum": lambda attributes, *x: sum(x),
    "Transpose": lambda attributes, x: x.transpose(attributes["perm"]),
    "Unsqueeze": unsqueeze,
}


def evaluate(model: onnx.ModelProto, inputs: dict[str, np.ndarray], output: str) -> np.ndarray:
    """The value `output`, everything computed in double.

    Raises NotImplementedError for an operator that the ten networks do not have.
    """

    def wide(value: np.ndarray) -> np.ndarray:
        return value.astype(np.float64) if value.dtype == np.float32 else value

    values = {item.name: wide(numpy_helper.to_array(item)) for item in model.graph.initializer}
    values.update({name: wide(value) for name, value in inputs.items()})
    # A value is dropped after its last reader: those of large networks do not fit together.
    last = {name: index for index, node in enumerate(model.graph.node) for name in node.input}
    for index, node in enumerate(model.graph.node):
        if node.op_type not in OPERATORS:
            raise NotImplementedError(f"{node.op_type} in double precision")
        attributes = {item.name: helper.get_attribute_value(item) for item in node.attribute}
        operands = [values[name] for name in node.input if name]
        values[node.output[0]] = OPERATORS[node.op_type](attributes, *operands)
        if node.output[0] == output:
            break
        for name in {*node.input}:
            if name and last[name] == index:
                values.pop(name, None)
    return values[output]
