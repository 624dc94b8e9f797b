#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compare the outputs of `infer run` with ONNX Runtime's on the same seeded inputs.

    Benchmarks/peers/setup.sh
    .peers/bin/python Benchmarks/peers/make_models.py
    .peers/bin/python Benchmarks/peers/compare_outputs.py .cache/models/*.onnx \\
        --infer .build/release/infer --batch 1 4

For each model, batch and output: the largest absolute difference, and that difference relative to the
largest absolute value of ONNX Runtime's output. Exits with 1 when a relative difference is above
--tolerance, is not a number, or an output is missing or has another shape or type.

A softmax at the end hides differences: with random weights it says 1 for one class and 0 for the rest.
So the scores that the last Softmax reads are made an output too, and compared (--no-scores: not).

ONNX Runtime runs with its graph optimizations, as users run it (--reference-optimizations off: without).
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnx
import onnxruntime
from models import load_with_batch, random_inputs


class Difference(NamedTuple):
    absolute: float
    relative: float
    problem: str = ""


def add_scores(model: onnx.ModelProto) -> bool:
    """Makes the input of every Softmax that yields a graph output an output too; False if none does."""
    outputs = {item.name: item for item in model.graph.output}
    added = False
    for node in model.graph.node:
        if node.op_type != "Softmax" or node.output[0] not in outputs or node.input[0] in outputs:
            continue
        scores = onnx.ValueInfoProto()
        scores.CopyFrom(outputs[node.output[0]])
        scores.name = node.input[0]
        model.graph.output.append(scores)
        added = True
    return added


def reference(path: Path, inputs: dict[str, np.ndarray], optimize: bool) -> dict[str, np.ndarray]:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    if not optimize:
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    names = [item.name for item in session.get_outputs()]
    return dict(zip(names, session.run(names, inputs)))


def ours(
    infer: str,
    path: Path,
    inputs: dict[str, np.ndarray],
    threads: int,
    folder: Path,
    options: Sequence[str] = (),
) -> dict[str, np.ndarray]:
    """The outputs of `infer run`, by the name of their file: '/' in an output's name becomes '_'."""
    command = [infer, "run", str(path), "--threads", str(threads), *options]
    for index, (name, value) in enumerate(inputs.items()):
        file = folder / f"input_{index}.npy"
        np.save(file, value)
        command += ["--input", f"{name}={file}"]
    results = folder / "outputs"
    done = subprocess.run(
        [*command, "--output-dir", str(results)], check=False, capture_output=True, text=True
    )
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise RuntimeError(f"infer run exits with {done.returncode}: {reason}")
    return {file.stem: np.load(file) for file in results.glob("*.npy")}


def difference(expected: np.ndarray, actual: np.ndarray | None) -> Difference:
    nan = float("nan")
    if actual is None:
        return Difference(nan, nan, "missing")
    if actual.shape != expected.shape or actual.dtype != expected.dtype:
        found = f"{actual.dtype}{list(actual.shape)}"
        return Difference(nan, nan, f"is {found}, expected {expected.dtype}{list(expected.shape)}")
    wide = expected.astype(np.float64)
    if not np.isfinite(wide).all():
        return Difference(nan, nan, "ONNX Runtime's own output is not finite")
    absolute = float(np.abs(actual.astype(np.float64) - wide).max(initial=0))
    scale = float(np.abs(wide).max(initial=0))
    return Difference(absolute, absolute / scale if scale else absolute)


def compare(arguments: argparse.Namespace, path: Path, batch: int) -> dict[str, Difference]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        model = load_with_batch(path, batch)
        if arguments.scores:
            add_scores(model)
        changed = folder / path.name
        onnx.save(model, changed)
        inputs = random_inputs(model, arguments.seed)
        expected = reference(changed, inputs, arguments.reference_optimizations == "on")
        actual = ours(arguments.infer, changed, inputs, arguments.threads, folder)
        return {
            output: difference(value, actual.get(output.replace("/", "_")))
            for output, value in expected.items()
        }


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("models", nargs="+", type=Path, metavar="MODEL.onnx")
    parser.add_argument("--infer", required=True, help="the built `infer`")
    parser.add_argument("--batch", type=int, nargs="+", default=[1, 4])
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=0, help="of the inputs")
    parser.add_argument("--tolerance", type=float, default=1e-3)
    parser.add_argument("--scores", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--reference-optimizations", choices=["on", "off"], default="on")
    parser.add_argument("--markdown", metavar="FILE", help="also write the table there")
    arguments = parser.parse_args()
    for path in arguments.models:
        if not path.exists():
            parser.error(f"no such model: {path}; make_models.py makes them")
    if not os.access(arguments.infer, os.X_OK):
        parser.error(f"no executable {arguments.infer}; build it (swift build -c release)")
    return arguments


def main() -> None:
    arguments = parse()
    lines = [
        "| Model | Batch | Output | Largest difference | Relative | |",
        "|---|---:|---|---:|---:|---|",
    ]
    print("\n".join(lines))
    failures = 0
    for path in arguments.models:
        for batch in arguments.batch:
            try:
                found = compare(arguments, path, batch)
            except (RuntimeError, ValueError) as error:
                found = {"–": Difference(float("nan"), float("nan"), str(error))}
            for output, value in found.items():
                # A NaN compares false, so it fails too.
                good = value.relative <= arguments.tolerance
                failures += not good
                verdict = "" if good else value.problem or f"above {arguments.tolerance:g}"
                cells = [path.stem, str(batch), f"`{output}`"]
                cells += [f"{value.absolute:.2e}", f"{value.relative:.2e}", verdict]
                lines.append("| " + " | ".join(cells) + " |")
                print(lines[-1], flush=True)
    if arguments.markdown:
        Path(arguments.markdown).write_text("\n".join(lines) + "\n", encoding="utf-8")
    if failures:
        print(f"compare_outputs: {failures} outputs differ from ONNX Runtime's", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
