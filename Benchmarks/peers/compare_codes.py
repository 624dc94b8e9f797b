#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compare the codes of every quantized tensor with ONNX Runtime's, on the same QDQ files.

    .peers/bin/python Benchmarks/peers/compare_codes.py .cache/models-int8/*.onnx --infer .build/release/infer
    .peers/bin/python Benchmarks/peers/compare_codes.py ... --sets portable avx2 avx512

Each model gets the codes of its activations (what every QuantizeLinear gives) as outputs; of signed codes what
DequantizeLinear makes of them, since a graph's output of that type keeps its layer from running on codes. For each model:
tensors, elements, the share that is equal and that is at most one code apart, the largest difference, the
tensor with the smallest share. Exits with 1 when in a tensor fewer than --share are at most one apart.

With --sets `infer` also runs with each of those instruction sets (ESPALIER_ISA): every code must be equal.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

import numpy as np
import onnx
from compare_outputs import ours, reference
from models import random_inputs
from onnx import TensorProto, helper, numpy_helper


def add_codes(model: onnx.ModelProto) -> dict[str, float | None]:
    """Makes the result of every QuantizeLinear an output: what to divide it by, None if it holds codes."""
    constants = {item.name: item for item in model.graph.initializer}
    present = {item.name for item in model.graph.output}
    readers = {
        node.input[0]: node for node in model.graph.node if node.op_type == "DequantizeLinear"}
    outputs: dict[str, float | None] = {}
    for node in model.graph.node:
        if node.op_type != "QuantizeLinear":
            continue
        code = constants[node.input[2]].data_type if len(node.input) > 2 else TensorProto.UINT8
        name, scale = node.output[0], None
        if code == TensorProto.INT8:
            if name not in readers:
                continue
            name, code = readers[name].output[0], TensorProto.FLOAT
            scale = float(numpy_helper.to_array(constants[node.input[1]]))
        outputs[name] = scale
        if name not in present:
            model.graph.output.append(helper.make_tensor_value_info(name, code, None))
    return outputs


def codes(values: np.ndarray, scale: float | None) -> np.ndarray:
    return values.astype(int) if scale is None else np.rint(values / scale).astype(int)


def compare(path: Path, arguments: argparse.Namespace) -> bool:
    model = onnx.load(path)
    names = add_codes(model)
    inputs = random_inputs(model, arguments.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        changed = folder / path.name
        onnx.save(model, changed)
        expected = reference(changed, inputs, True)
        actual = ours(arguments.infer, changed, inputs, arguments.threads, folder)
        equal, near, count, largest = 0, 0, 0, 0
        worst = (1.0, "")
        for code, scale in names.items():
            difference = np.abs(
                codes(expected[code], scale) - codes(actual[code.replace("/", "_")], scale))
            equal += int((difference == 0).sum())
            near += int((difference <= 1).sum())
            count += difference.size
            largest = max(largest, int(difference.max(initial=0)))
            worst = min(worst, (float((difference <= 1).mean()), code))
        print(
            f"{path.stem}: {len(names)} tensors, {count} codes, equal {equal / count:.4%}, at most one"
            f" apart {near / count:.4%}, largest {largest}, worst {worst[0]:.4%} {worst[1]}",
            flush=True)
        good = worst[0] >= arguments.share
        for instruction_set in arguments.sets:
            os.environ["ESPALIER_ISA"] = instruction_set
            other = ours(arguments.infer, changed, inputs, arguments.threads, folder)
            del os.environ["ESPALIER_ISA"]
            differing = sum(int((other[key] != actual[key]).sum()) for key in actual)
            print(f"  {instruction_set}: {differing} numbers differ", flush=True)
            good = good and differing == 0
    return good


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("models", nargs="+", type=Path, metavar="MODEL.onnx")
    parser.add_argument("--infer", required=True, help="the built `infer`")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=0, help="of the inputs")
    parser.add_argument("--share", type=float, default=0.999, help="at most one code apart, a tensor")
    parser.add_argument("--sets", nargs="*", default=[], help="instruction sets to compare with")
    arguments = parser.parse_args()
    if not all([compare(path, arguments) for path in arguments.models]):
        sys.exit(1)


if __name__ == "__main__":
    main()
