#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Quantize models with ONNX Runtime's quantize_static, as the integer runtime reads them.

    .peers/bin/python Benchmarks/peers/make_int8_models.py FROM-DIR TO-DIR [NAME...] [options]

Activations uint8 (or int8), weights int8 for each output channel (or one scale), calibrated by
minimum and maximum over seeded normal images. With --operators the file has QLinearConv and its
like instead of pairs of QuantizeLinear and DequantizeLinear.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import numpy as np
import onnx
from onnx import version_converter
from onnxruntime.quantization import (
    CalibrationDataReader,
    QuantFormat,
    QuantType,
    quantize_static,
)
from onnxruntime.quantization.shape_inference import quant_pre_process

OPSET = 13


class NormalImages(CalibrationDataReader):
    """Images whose numbers are normal, which is what normalized photographs nearly are."""

    def __init__(self, model: onnx.ModelProto, count: int) -> None:
        constants = {tensor.name for tensor in model.graph.initializer}
        inputs = [value for value in model.graph.input if value.name not in constants]
        self.name = inputs[0].name
        shape = [max(d.dim_value, 1) for d in inputs[0].type.tensor_type.shape.dim]
        generator = np.random.default_rng(1)
        self.images = iter(
            [generator.normal(0.0, 1.0, shape).astype(np.float32) for _ in range(count)])

    def get_next(self) -> dict[str, np.ndarray] | None:
        image = next(self.images, None)
        return None if image is None else {self.name: image}


def quantize(source: Path, target: Path, options: argparse.Namespace) -> None:
    model = onnx.load(source)
    opset = max(entry.version for entry in model.opset_import if entry.domain in ("", "ai.onnx"))
    if opset < OPSET:
        model = version_converter.convert_version(model, OPSET)
    with tempfile.TemporaryDirectory() as folder:
        converted, prepared = Path(folder) / "converted.onnx", Path(folder) / "prepared.onnx"
        onnx.save(model, converted)
        quant_pre_process(str(converted), str(prepared), skip_symbolic_shape=True)
        quantize_static(
            str(prepared), str(target), NormalImages(onnx.load(prepared), options.images),
            quant_format=QuantFormat.QOperator if options.operators else QuantFormat.QDQ,
            per_channel=not options.per_tensor,
            activation_type=QuantType.QInt8 if options.signed else QuantType.QUInt8,
            weight_type=QuantType.QInt8)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("names", nargs="*", help="models without .onnx; all if none is given")
    parser.add_argument("--images", type=int, default=4, help="images to calibrate with")
    parser.add_argument("--signed", action="store_true", help="activations are int8")
    parser.add_argument("--per-tensor", action="store_true", help="one scale for all weights")
    parser.add_argument("--operators", action="store_true", help="QLinearConv and its like")
    options = parser.parse_args()
    options.target.mkdir(parents=True, exist_ok=True)
    names = options.names or sorted(path.stem for path in options.source.glob("*.onnx"))
    for name in names:
        target = options.target / f"{name}.onnx"
        quantize(options.source / f"{name}.onnx", target, options)
        print(f"{target}: {target.stat().st_size} bytes", flush=True)


if __name__ == "__main__":
    main()
