# SPDX-License-Identifier: Apache-2.0
"""What the scripts of this folder share: changing a model's batch, making its inputs, the machine."""

from __future__ import annotations

import platform
import subprocess
from pathlib import Path

import numpy as np
import onnx
from onnx import helper, numpy_helper

ROOT = Path(__file__).resolve().parents[2]


def set_batch(model: onnx.ModelProto, batch: int) -> onnx.ModelProto:
    """Changes, in place, the first dimension of every input, output and batch-carrying Reshape.

    The value info in between, which would name the old batch, goes; every engine infers it anew.
    """
    graph = model.graph
    initializers = {item.name: item for item in graph.initializer}
    inputs = [item for item in graph.input if item.name not in initializers]
    before = {item.type.tensor_type.shape.dim[0].dim_value for item in inputs}
    if len(before) != 1:
        raise ValueError(f"expects one batch for all inputs, got {sorted(before)}")
    (old,) = before
    if old == batch:
        return model
    for item in [*inputs, *graph.output]:
        dimension = item.type.tensor_type.shape.dim[0]
        if dimension.dim_value == old:
            dimension.dim_value = batch
    for node in graph.node:
        # A Reshape of a constant gives a weight its shape, not the activations theirs.
        if node.op_type != "Reshape" or node.input[0] in initializers:
            continue
        if old == 0 or node.input[1] not in initializers:
            continue  # a dynamic batch has no constant to change
        shape = numpy_helper.to_array(initializers[node.input[1]]).copy()
        if shape.size and shape[0] == old:
            name = f"{node.input[1]}_batch_{batch}"
            if name not in initializers:
                shape[0] = batch
                initializers[name] = numpy_helper.from_array(shape, name)
                graph.initializer.append(initializers[name])
            node.input[1] = name
    read = {name for node in graph.node for name in node.input}
    for item in [item for item in graph.initializer if item.name not in read]:
        graph.initializer.remove(item)
    del graph.value_info[:]
    return model


def load_with_batch(path: Path, batch: int | None) -> onnx.ModelProto:
    """Reads a model and, if `batch` is given, changes its batch to that."""
    model = onnx.load(path)
    return model if batch is None else set_batch(model, batch)


def random_inputs(model: onnx.ModelProto, seed: int = 0) -> dict[str, np.ndarray]:
    """Seeded inputs by name: standard normal floats, ones for every other type; 1 where dynamic."""
    generator = np.random.default_rng(seed)
    initializers = {item.name for item in model.graph.initializer}
    inputs = {}
    for item in model.graph.input:
        if item.name in initializers:
            continue
        kind = item.type.tensor_type
        shape = [dimension.dim_value or 1 for dimension in kind.shape.dim]
        dtype = helper.tensor_dtype_to_np_dtype(kind.elem_type)
        if np.issubdtype(dtype, np.floating):
            inputs[item.name] = generator.standard_normal(shape).astype(dtype)
        else:
            inputs[item.name] = np.ones(shape, dtype)
    return inputs


def machine() -> str:
    """One line: CPU, its number of processors, vector extensions, memory, kernel."""
    fields = {}
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").split("\n\n")[0].splitlines():
        name, _, value = line.partition(":")
        fields[name.strip()] = value.strip()
    flags = fields.get("flags", "").split()
    known = ["avx2", "fma", "avx512f", "avx512_vnni", "avx512_bf16", "avx512_vpopcntdq"]
    extensions = " ".join(flag for flag in known if flag in flags) or platform.machine()
    memory = Path("/proc/meminfo").read_text(encoding="utf-8").split()[1]
    count = len(Path("/proc/cpuinfo").read_text(encoding="utf-8").strip().split("\n\n"))
    name = fields.get("model name", platform.machine())
    family = f"family {fields.get('cpu family', '?')} model {fields.get('model', '?')}"
    gigabytes = round(int(memory) / 1024 / 1024)
    return (
        f"{name} ({family}), {count} processors, {extensions}, {gigabytes} GB, "
        f"Linux {platform.release()}"
    )


def commit() -> str:
    """The commit of this repository, with '+' when files differ from it."""

    def git(*arguments: str) -> str:
        command = ["git", "-C", str(ROOT), *arguments]
        return subprocess.run(command, check=False, capture_output=True, text=True).stdout.strip()

    return (git("rev-parse", "--short", "HEAD") or "unknown") + ("+" if git("status", "-s") else "")
