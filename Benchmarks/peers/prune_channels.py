#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Remove channels from models, measure the result beside the original, and check it in ONNX Runtime.

    .peers/bin/python Benchmarks/peers/prune_channels.py .cache/models/*.onnx \\
        --infer .build/release/infer --step channel,ratio=0.5 --output .cache/thinned

For each model: parameters and multiply-adds that are left, as the shapes of the file say and as the plan
executes them; medians of runs in turns; the largest difference between this engine and ONNX Runtime on the
exported file, relative to the largest output, the scores before a softmax included. Exits with 1 when the
numbers of multiply-adds are not equal or the outputs differ by more than --tolerance.

--run-with puts a command in front of the measurements, such as one that keeps the machine quiet.
"""

from __future__ import annotations

import argparse
import json
import shlex
import subprocess
import sys
from pathlib import Path

from compare_outputs import compare


def run_json(command: list[str]) -> dict:
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError((done.stderr.strip().splitlines() or ["no reason given"])[-1])
    return json.loads(done.stdout)


def measure(arguments: argparse.Namespace, path: Path) -> tuple[str, bool]:
    """A row of the table, and whether everything is as it should be."""
    thinned = arguments.output / path.name
    report = run_json(
        [arguments.infer, "compress", str(path), "-o", str(thinned), "--prune", arguments.step]
        + ["--seconds", "0", "--threads", str(arguments.threads), "--json"]
    )
    step = report["steps"][-1]
    bench = run_json(
        [*shlex.split(arguments.run_with), arguments.infer, "bench", str(path), "--variants"]
        + [f"dense,thinned={thinned}", "--threads", str(arguments.threads)]
        + ["--seconds", str(arguments.seconds), "--json"]
    )
    dense, thin = bench["variants"]
    computed = step["multiply_adds_after"] / 1e9
    differences = compare(arguments, thinned, 1)
    worst = max(value.relative for value in differences.values())
    cells = [
        path.stem,
        f"{step['parameters_after'] / step['parameters_before']:.3f}",
        f"{step['multiply_adds_before'] / 1e9:.3f}",
        f"{computed:.3f}",
        f"{thin['gmacs']:.3f}",
        f"{thin['gmacs'] / dense['gmacs']:.3f}",
        f"{dense['median_ms']:.2f}",
        f"{thin['median_ms']:.2f}",
        f"{thin['median_ms'] / dense['median_ms']:.3f}",
        f"{worst:.1e}",
    ]
    good = abs(computed - thin["gmacs"]) <= 1e-6 * computed and worst <= arguments.tolerance
    return "| " + " | ".join(cells) + " |", good


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("models", nargs="+", type=Path, metavar="MODEL.onnx")
    parser.add_argument("--infer", required=True, help="the built `infer`")
    parser.add_argument("--step", default="channel,ratio=0.5", help="what --prune gets")
    parser.add_argument("--output", type=Path, required=True, help="folder of the thinned models")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=4, help="to measure each model for")
    parser.add_argument("--run-with", default="", metavar="COMMAND")
    parser.add_argument("--tolerance", type=float, default=1e-3)
    arguments = parser.parse_args()
    # What compare_outputs takes from its command line.
    arguments.scores, arguments.seed, arguments.reference_optimizations = True, 0, "on"
    arguments.output.mkdir(parents=True, exist_ok=True)
    print("| Model | Parameters | GMAC | computed | executed | ratio | ms | thinned | ratio | ORT |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
    failures = 0
    for path in arguments.models:
        try:
            row, good = measure(arguments, path)
        except (RuntimeError, ValueError) as error:
            row, good = f"| {path.stem} | {error} |", False
        failures += not good
        print(row + ("" if good else " ✗"), flush=True)
    if failures:
        print(f"prune_channels: {failures} models fail", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
