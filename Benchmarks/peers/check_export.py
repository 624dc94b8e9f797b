#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks what `infer export` writes, with the checker of ONNX and with ONNX Runtime.

Each model is exported at each wanted opset, and then
  - onnx.checker.check_model(full_check=True) must accept the file;
  - exporting the exported file again must give the same bytes;
  - ONNX Runtime must give the same outputs for it as for the original; where ONNX Runtime cannot run
    the original, the outputs that the test case expects.
An original that ONNX Runtime itself gets wrong is compared with itself all the same.

  check_export.py --infer .build/release/infer --suite .cache/onnx-1.17.0/data --opsets 13-22
  check_export.py --infer .build/release/infer --models build/models --opsets default,22

Prints one line for each failure and a table for each opset; the exit code is 1 when something failed.
"""
import argparse
import collections
import concurrent.futures
import glob
import multiprocessing
import os
import subprocess
import sys
import tempfile

import numpy as np
import onnx
import onnxruntime
from onnx import numpy_helper

FOLDERS = ["node", "simple", "pytorch-converted", "pytorch-operator"]
RANDOM = {"RandomNormal", "RandomNormalLike", "RandomUniform", "RandomUniformLike", "Bernoulli", "Multinomial"}
# Relative and absolute differences that rounding in another order explains.
TOLERANCE = {"rtol": 1e-3, "atol": 1e-5}


def load_value(path, value_type):
    """A value of a test case as ONNX Runtime takes and gives it."""
    with open(path, "rb") as file:
        data = file.read()
    kind = value_type.WhichOneof("value")
    if kind == "sequence_type":
        message = onnx.SequenceProto.FromString(data)
        return numpy_helper.to_list(message)
    if kind == "optional_type":
        return numpy_helper.to_optional(onnx.OptionalProto.FromString(data))
    message = onnx.TensorProto.FromString(data)
    return numpy_helper.to_array(message)


def cases(arguments):
    """(name, model path, list of data-set folders) of everything to check."""
    if arguments.suite:
        for folder in FOLDERS:
            for model in sorted(glob.glob(f"{arguments.suite}/{folder}/*/model.onnx")):
                home = os.path.dirname(model)
                yield os.path.basename(home), model, sorted(glob.glob(home + "/test_data_set_*"))
    if arguments.models:
        for model in sorted(glob.glob(f"{arguments.models}/*.onnx")):
            yield os.path.basename(model)[:-5], model, []


def random_inputs(session):
    generator = np.random.default_rng(1)
    inputs = {}
    for entry in session.get_inputs():
        shape = [extent if isinstance(extent, int) else 1 for extent in entry.shape]
        inputs[entry.name] = generator.standard_normal(shape).astype(np.float32)
    return inputs


def is_random(node):
    # Dropout draws numbers when its third input says that the model is being trained.
    return node.op_type in RANDOM or (node.op_type == "Dropout" and len(node.input) > 2)


def session(path):
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def read_inputs(model, data_set):
    inputs = {}
    for index, entry in enumerate(model.graph.input):
        path = f"{data_set}/input_{index}.pb"
        if os.path.exists(path):
            inputs[entry.name] = load_value(path, entry.type)
    return inputs


def difference(actual, expected):
    """What differs, None when nothing does."""
    if isinstance(expected, list) or isinstance(actual, list):
        if not isinstance(actual, list) or not isinstance(expected, list) or len(actual) != len(expected):
            return "another sequence"
        return next((d for d in map(difference, actual, expected) if d), None)
    if actual is None or expected is None:
        return None if actual is expected else "present on one side only"
    actual, expected = np.asarray(actual), np.asarray(expected)
    if actual.dtype != expected.dtype or actual.shape != expected.shape:
        return f"{actual.dtype}{actual.shape} instead of {expected.dtype}{expected.shape}"
    if actual.dtype.kind in "fc":
        good = np.isclose(actual, expected, equal_nan=True, **TOLERANCE)
    else:
        good = actual == expected
    if np.all(good):
        return None
    return f"{np.size(good) - np.count_nonzero(good)} of {np.size(good)} elements differ"


def export(infer, source, target, opset):
    """(succeeded, the error line)."""
    command = [infer, "export", source, "-o", target] + ([] if opset is None else ["--opset", str(opset)])
    done = subprocess.run(command, capture_output=True, text=True)
    return done.returncode, done.stderr.strip()


def check(job):
    """(outcome, reason) of one model at one opset."""
    infer, model_path, data_sets, opset = job
    with tempfile.TemporaryDirectory() as folder:
        first, second = folder + "/first.onnx", folder + "/second.onnx"
        status, error = export(infer, model_path, first, opset)
        if status == 69:
            return ("needs a newer opset" if "needs opset" in error else "not read"), error
        if status != 0:
            return "failed", f"export: {error}"
        try:
            onnx.checker.check_model(first, full_check=True)
        except Exception as error:
            return "failed", "checker: " + " ".join(str(error).split())[:300]
        status, error = export(infer, first, second, opset)
        if status != 0:
            return "failed", f"second export: {error}"
        with open(first, "rb") as a, open(second, "rb") as b:
            if a.read() != b.read():
                return "failed", "the second export differs from the first"
        return compare(model_path, first, data_sets)


def compare(original_path, exported_path, data_sets):
    model = onnx.load(original_path, load_external_data=False)
    if any(map(is_random, model.graph.node)):
        return "random", ""
    try:
        exported = session(exported_path)
    except Exception as error:
        return "not run by ONNX Runtime", " ".join(str(error).split())[:200]
    try:
        original = session(original_path)
    except Exception:
        original = None
    sets = data_sets or [None]
    against = "equal to the original"
    for data_set in sets:
        try:
            inputs = read_inputs(model, data_set) if data_set else random_inputs(exported)
            outputs = exported.run(None, inputs)
        except Exception as error:
            if original is not None and runs(original, inputs):
                return "failed", "only the original runs: " + " ".join(str(error).split())[:200]
            return "not run by ONNX Runtime", " ".join(str(error).split())[:200]
        expected = runs(original, inputs) if original is not None else None
        if expected is None and data_set:
            against = "equal to the data"
            expected = [
                load_value(f"{data_set}/output_{index}.pb", entry.type)
                for index, entry in enumerate(model.graph.output)
            ]
        elif expected is None:
            return "not run by ONNX Runtime", "the original does not run"
        for entry, actual, wanted in zip(model.graph.output, outputs, expected):
            text = difference(actual, wanted)
            if text:
                return "failed", f"output {entry.name}: {text} ({against.split()[-1]})"
    return against, ""


def runs(running, inputs):
    """The outputs, None when ONNX Runtime refuses."""
    try:
        return running.run(None, inputs)
    except Exception:
        return None


def opsets(text):
    """None stands for the opset that `infer export` chooses."""
    result = []
    for part in text.split(","):
        if part == "default":
            result.append(None)
        elif "-" in part:
            first, last = map(int, part.split("-"))
            result += range(first, last + 1)
        else:
            result.append(int(part))
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--infer", required=True, help="the executable")
    parser.add_argument("--suite", help="folder `data` of the ONNX test suite")
    parser.add_argument("--models", help="folder of .onnx files with float32 inputs")
    parser.add_argument("--opsets", default="default", help="such as default,13-22")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", default="", help="part of the names of cases")
    parser.add_argument("--verbose", action="store_true", help="print what is not run, too")
    arguments = parser.parse_args()
    chosen = [case for case in cases(arguments) if arguments.only in case[0]]
    if not chosen:
        sys.exit("check_export.py: no models; give --suite or --models")
    rows = ["equal to the original", "equal to the data", "random", "not run by ONNX Runtime",
            "needs a newer opset", "not read", "failed"]
    table = {}
    context = multiprocessing.get_context("spawn")
    with concurrent.futures.ProcessPoolExecutor(arguments.jobs, mp_context=context) as pool:
        for opset in opsets(arguments.opsets):
            counts = collections.Counter()
            jobs = [(arguments.infer, model, sets, opset) for _, model, sets in chosen]
            for (name, _, _), (outcome, reason) in zip(chosen, pool.map(check, jobs, chunksize=8)):
                counts[outcome] += 1
                if outcome == "failed" or (arguments.verbose and reason):
                    print(f"{opset or 'default'} {outcome}: {name}: {reason}", flush=True)
            table[str(opset or "default")] = counts
    names = list(table)
    print("| opset | " + " | ".join(names) + " |")
    print("|---|" + "---:|" * len(names))
    print("| models | " + " | ".join(str(len(chosen)) for _ in names) + " |")
    for row in rows:
        print(f"| {row} | " + " | ".join(str(table[name][row]) for name in names) + " |")
    sys.exit(1 if any(counts["failed"] for counts in table.values()) else 0)


if __name__ == "__main__":
    main()
