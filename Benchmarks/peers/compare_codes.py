#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compare the codes of every quantized tensor with ONNX Runtime's, on the same QDQ files.

    .peers/bin/python Benchmarks/peers/compare_codes.py .cache/models-int8/*.onnx --infer .build/release/infer
    .peers/bin/python Benchmarks/peers/compare_codes.py ... --sets portable avx2 avx512

Each model gets the codes of its activations (what every QuantizeLinear gives) as outputs. For each model:
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
from onnx import TensorProto, helper


def add_codes(model: onnx.ModelProto) -> list[str]:
    """Makes the result of every QuantizeLinear an output; their names."""
    types = {item.name: item.data_type for item in model.graph.initializer}
    present = {item.name for item in model.graph.output}
    names = []
    for node in model.graph.node:
        if node.op_type != "QuantizeLinear" or node.output[0] in present:
            continue
        code = types.get(node.input[2], TensorProto.UINT8) if len(node.input) > 2 else TensorProto.UINT8
        model.graph.output.append(helper.make_tensor_value_info(node.output[0], code, None))
        names.append(node.output[0])
    return names


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
        for code in names:
            difference = np.abs(
                expected[code].astype(int) - actual[code.replace("/", "_")].astype(int))
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
