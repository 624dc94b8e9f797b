#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Make the models of the comparison: nine ImageNet topologies and EfficientNet-Lite0.

    .peers/bin/python Benchmarks/peers/make_models.py [DIR] [NAME...] [--batch N]

DIR is .cache/models (or .cache/models-batch-N) unless given; NAME... picks some of bvlc_alexnet
densenet121 efficientnet-lite0 inception_v1 inception_v2 resnet50 shufflenet squeezenet vgg19 zfnet512.
With --missing files that are there already stay as they are.

The nine are those that the package `onnx` ships without weights, to test its own backends: each
weight is a ConstantOfShape. Each becomes an initializer with seeded random values scaled after He et
al., ICCV 2015 (normal, variance 2 / fan-in), so that the activations neither vanish nor overflow on
their way through the network. EfficientNet-Lite0 has its real weights
(Examples/models/make_efficientnet_lite0.py).
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import zlib
from pathlib import Path

import numpy as np
import onnx
from models import ROOT, set_batch
from onnx import helper, numpy_helper

EFFICIENTNET = "efficientnet-lite0"
TOPOLOGIES = Path(onnx.__file__).parent / "backend/test/data/light"
PREFIX = "light_"


def random_weight(name: str, shape: tuple[int, ...], role: str) -> np.ndarray:
    """Values that depend on the weight's name and shape alone, so that every run makes the same file."""
    generator = np.random.default_rng(zlib.crc32(name.encode()))
    if role == "variance":
        return np.abs(generator.normal(1.0, 0.05, shape)).astype(np.float32)
    if role == "scale":
        return generator.normal(1.0, 0.05, shape).astype(np.float32)
    if role == "shift":
        return generator.normal(0.0, 0.05, shape).astype(np.float32)
    fan_in = int(np.prod(shape[1:])) or 1
    return (generator.normal(0.0, 1.0, shape) * np.sqrt(2.0 / fan_in)).astype(np.float32)


def weight_roles(graph: onnx.GraphProto) -> dict[str, str]:
    """What each weight that is not a kernel does, found from the node that reads it."""
    roles = {}
    unsqueezed = {
        node.output[0]: node.input[0] for node in graph.node if node.op_type == "Unsqueeze"
    }
    for node in graph.node:
        if node.op_type == "BatchNormalization":
            roles.update(zip(node.input[1:], ("scale", "shift", "shift", "variance")))
        elif node.op_type in ("Conv", "Gemm") and len(node.input) > 2:
            roles[node.input[2]] = "shift"
        elif node.op_type in ("Mul", "Add"):
            role = "scale" if node.op_type == "Mul" else "shift"
            roles.update({unsqueezed[name]: role for name in node.input if name in unsqueezed})
    return roles


def with_weights(path: Path) -> onnx.ModelProto:
    model = onnx.load(path)
    graph = model.graph
    shapes = {item.name: numpy_helper.to_array(item) for item in graph.initializer}
    roles = weight_roles(graph)
    nodes, weights = [], []
    for node in graph.node:
        if node.op_type == "ConstantOfShape" and node.input[0] in shapes:
            name = node.output[0]
            shape = tuple(int(size) for size in shapes[node.input[0]])
            value = random_weight(name, shape, roles.get(name, "kernel"))
            weights.append(numpy_helper.from_array(value, name))
        else:
            nodes.append(node)
    read = {name for node in nodes for name in node.input}
    initializers = [item for item in graph.initializer if item.name in read] + weights
    names = {item.name for item in initializers}
    inputs = [item for item in graph.input if item.name in read - names]
    made = helper.make_graph(nodes, graph.name, inputs, list(graph.output), initializers)
    return helper.make_model(made, opset_imports=list(model.opset_import), ir_version=8)


def save(model: onnx.ModelProto, path: Path) -> None:
    """Checks the model and writes it under a temporary name first: no half file is ever seen."""
    onnx.checker.check_model(model, full_check=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        onnx.save(model, temporary)
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def make(name: str, path: Path, batch: int) -> None:
    if name == EFFICIENTNET:
        script = ROOT / "Examples/models/make_efficientnet_lite0.py"
        command = [sys.executable, str(script), str(path), "--batch", str(batch)]
        done = subprocess.run(command, check=False, stdout=subprocess.DEVNULL)
        if done.returncode:
            sys.exit(done.returncode)
    else:
        save(set_batch(with_weights(TOPOLOGIES / f"{PREFIX}{name}.onnx"), batch), path)
    print(f"{path}  {path.stat().st_size / 1e6:.1f} MB", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("directory", nargs="?", type=Path)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--batch", type=int, default=1, help="images in a batch (default: 1)")
    parser.add_argument("--missing", action="store_true", help="make only what is not there")
    arguments = parser.parse_args()
    if arguments.batch < 1:
        parser.error(f"--batch expects a positive number, got {arguments.batch}")
    known = sorted(
        [path.stem.removeprefix(PREFIX) for path in TOPOLOGIES.glob(f"{PREFIX}*.onnx")]
        + [EFFICIENTNET]
    )
    if unknown := set(arguments.names) - set(known):
        parser.error(f"no model {', '.join(sorted(unknown))}; there are {', '.join(known)}")
    suffix = "" if arguments.batch == 1 else f"-batch-{arguments.batch}"
    directory = arguments.directory or ROOT / f".cache/models{suffix}"
    directory.mkdir(parents=True, exist_ok=True)
    for name in arguments.names or known:
        path = directory / f"{name}.onnx"
        if not (arguments.missing and path.exists()):
            make(name, path, arguments.batch)


if __name__ == "__main__":
    main()
