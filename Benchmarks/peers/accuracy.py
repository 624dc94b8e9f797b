#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How far the results of `infer run` are from those of computing in double precision.

    Benchmarks/peers/setup.sh
    .peers/bin/python Benchmarks/peers/make_models.py
    .peers/bin/python Benchmarks/peers/accuracy.py .cache/models/*.onnx --infer .build/release/infer

For each model the relative root mean square of the difference of the logits (what the last Softmax
reads, else the output), by default and with --exact, from those that doubles.py computes from the same
weights and the same seeded input; ONNX Runtime's stands beside. For EfficientNet-Lite0, whose weights
are real, also the classes: of the photographs in Examples/images and of --crops random crops of them,
beside ONNX Runtime's. Exits with 1 when a difference is above its limit or a class is another.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from compare_outputs import add_scores, ours, reference
from doubles import evaluate
from models import ROOT, commit, load_with_batch, machine, random_inputs, set_batch
from PIL import Image

EFFICIENTNET = "efficientnet-lite0"
IMAGES = ROOT / "Examples/images"
CLASSES = {
    "coffee.jpg": 967,
    "chelsea.png": 285,
    "rocket.jpg": 657,
    "motorcycle.jpg": 665,
    "china.jpg": 698,
    "flower.jpg": 985,
}
LIMITS = {"default": 2e-5, "--exact": 2e-6}
MODES = {"default": (), "--exact": ("--exact",)}
BATCH = 20


def logits_of(model: onnx.ModelProto) -> str:
    """The name of the output to judge; it is made one if need be."""
    output = model.graph.output[0].name
    for node in model.graph.node:
        if node.op_type == "Softmax" and node.output[0] == output:
            add_scores(model)
            return node.input[0]
    return output


def relative_rms(actual: np.ndarray, expected: np.ndarray) -> float:
    difference = actual.astype(np.float64).ravel() - expected.ravel()
    return float(np.sqrt(np.mean(difference**2) / np.mean(expected.ravel() ** 2)))


def differences(arguments: argparse.Namespace, path: Path) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        model = load_with_batch(path, arguments.batch)
        logits = logits_of(model)
        changed = folder / path.name
        onnx.save(model, changed)
        inputs = random_inputs(model, arguments.seed)
        expected = evaluate(model, inputs, logits)
        found = {}
        for mode, options in MODES.items():
            (folder / mode).mkdir()
            results = ours(
                arguments.infer, changed, inputs, arguments.threads, folder / mode, options
            )
            found[mode] = relative_rms(results[logits.replace("/", "_")], expected)
        found["ONNX Runtime"] = relative_rms(reference(changed, inputs, True)[logits], expected)
        return found


def prepared(image: Image.Image) -> np.ndarray:
    """A square image as EfficientNet-Lite reads it."""
    small = image.resize((224, 224), Image.Resampling.BILINEAR)
    return ((np.asarray(small, np.float32) - 127) / 128).transpose(2, 0, 1)


def photographs() -> tuple[np.ndarray, np.ndarray]:
    """The middle of every photograph, and the classes."""
    tensors = []
    for name in CLASSES:
        image = Image.open(IMAGES / name).convert("RGB")
        side = min(image.size)
        left, top = (image.width - side) // 2, (image.height - side) // 2
        tensors.append(prepared(image.crop((left, top, left + side, top + side))))
    return np.stack(tensors), np.array(list(CLASSES.values()))


def crops(count: int, seed: int) -> np.ndarray:
    """Random squares of 40 to 100 % of the shorter side."""
    generator = np.random.default_rng(seed)
    images = [Image.open(IMAGES / name).convert("RGB") for name in CLASSES]
    tensors = []
    for _ in range(count):
        image = images[generator.integers(len(images))]
        side = int(min(image.size) * generator.uniform(0.4, 1))
        left = int(generator.integers(image.width - side + 1))
        top = int(generator.integers(image.height - side + 1))
        tensors.append(prepared(image.crop((left, top, left + side, top + side))))
    return np.stack(tensors)


def classes(arguments: argparse.Namespace, path: Path, images: np.ndarray) -> dict[str, np.ndarray]:
    """The class of each image by each mode and by ONNX Runtime."""
    found: dict[str, list[np.ndarray]] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        batch = min(BATCH, len(images))
        model = set_batch(onnx.load(path), batch)
        changed = folder / path.name
        onnx.save(model, changed)
        session = onnxruntime.InferenceSession(str(changed), providers=["CPUExecutionProvider"])
        entry = session.get_inputs()[0].name
        output = session.get_outputs()[0].name
        for first in range(0, len(images), batch):
            part = images[first : first + batch]
            missing = np.zeros((batch - len(part), *part.shape[1:]), np.float32)
            filled = np.concatenate([part, missing])
            inputs = {entry: filled}
            for mode, options in MODES.items():
                (folder / mode).mkdir(exist_ok=True)
                results = ours(
                    arguments.infer, changed, inputs, arguments.threads, folder / mode, options
                )
                scores = results[output.replace("/", "_")]
                found.setdefault(mode, []).append(scores.argmax(1)[: len(part)])
            scores = session.run([output], inputs)[0]
            found.setdefault("ONNX Runtime", []).append(scores.argmax(1)[: len(part)])
    return {mode: np.concatenate(parts) for mode, parts in found.items()}


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("models", nargs="+", type=Path, metavar="MODEL.onnx")
    parser.add_argument("--infer", required=True, help="the built `infer`")
    parser.add_argument("--batch", type=int, help="change the models' batch to this")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=0, help="of the inputs and crops")
    parser.add_argument("--crops", type=int, default=500)
    parser.add_argument("--markdown", metavar="FILE", help="also write the tables there")
    arguments = parser.parse_args()
    for path in arguments.models:
        if not path.exists():
            parser.error(f"no such model: {path}; make_models.py makes them")
    if not os.access(arguments.infer, os.X_OK):
        parser.error(f"no executable {arguments.infer}; build it (swift build -c release)")
    return arguments


def main() -> None:
    arguments = parse()
    failures: list[str] = []
    heads = ["Model", *MODES, "ONNX Runtime"]
    lines = ["| " + " | ".join(heads) + " |", "|---|" + "---:|" * (len(heads) - 1)]
    print("\n".join(lines), flush=True)

    def add(cells: list[str]) -> None:
        lines.append("| " + " | ".join(cells) + " |")
        print(lines[-1], flush=True)

    for path in arguments.models:
        found = differences(arguments, path)
        add([path.stem] + [f"{found[head]:.2e}" for head in heads[1:]])
        # A NaN compares false, so it fails too.
        failures += [
            f"{path.stem}, {mode}: {found[mode]:.2e} is above {limit:g}"
            for mode, limit in LIMITS.items()
            if not found[mode] <= limit
        ]
    for path in [path for path in arguments.models if path.stem == EFFICIENTNET]:
        sets = [("photographs, right", *photographs())]
        if arguments.crops:
            images = crops(arguments.crops, arguments.seed)
            sets.append((f"{arguments.crops} random crops, as ONNX Runtime", images, None))
        lines += ["", "| Images | " + " | ".join(heads[1:]) + " |", lines[1]]
        print("\n".join(lines[-3:]), flush=True)
        for name, images, expected in sets:
            found = classes(arguments, path, images)
            wanted = found["ONNX Runtime"] if expected is None else expected
            equal = {head: int((found[head] == wanted).sum()) for head in heads[1:]}
            add([name] + [f"{equal[head]} of {len(images)}" for head in heads[1:]])
            failures += [
                f"{name}, {mode}: {equal[mode]} of {len(images)}"
                for mode in MODES
                if equal[mode] != len(images)
            ]
    if arguments.markdown:
        names = " ".join(path.name for path in arguments.models)
        limits = ", ".join(f"{mode} {limit:g}" for mode, limit in LIMITS.items())
        text = [
            "# Rounding: results beside those of computing in double precision",
            "",
            "Relative root mean square of the difference of the logits; then classes of EfficientNet-Lite0.",
            "",
            f"- Machine: {machine()}",
            f"- Engines: infer of commit {commit()}, onnxruntime {onnxruntime.__version__}",
            f"- Date: {time.strftime('%Y-%m-%d')}",
            f"- Command: `Benchmarks/peers/accuracy.py {names} --infer infer "
            f"--threads {arguments.threads} --seed {arguments.seed} --crops {arguments.crops}`",
            f"- Limits: {limits}",
            "",
            *lines,
            "",
        ]
        Path(arguments.markdown).write_text("\n".join(text), encoding="utf-8")
    for failure in failures:
        print(f"accuracy: {failure}", file=sys.stderr)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
