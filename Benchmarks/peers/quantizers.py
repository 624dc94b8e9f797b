#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How much int8 models differ from the model they were made of, and ONNX Runtime's quantizer beside.

    .peers/bin/python Benchmarks/peers/quantizers.py efficientnet-lite0.onnx --write-data crops.npz
    .build/release/infer compress efficientnet-lite0.onnx -o int8.onnx --quantize int8 \\
      --calibration-data npz:crops.npz
    .peers/bin/python Benchmarks/peers/quantizers.py efficientnet-lite0.onnx int8.onnx

The data are random crops of the photographs in Examples/images, 100 to calibrate on and 500 others to
judge by. For each model, run by ONNX Runtime: the share of crops whose class is that of the original,
the signal to noise ratio of the logits in dB, and the file's bytes. ONNX Runtime's quantizer gets the
same crops, with each of its calibration methods, weights by channel.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from accuracy import crops
from models import set_batch
from onnxruntime.quantization import CalibrationMethod, QuantFormat, QuantType
from onnxruntime.quantization.calibrate import CalibrationDataReader, create_calibrator
from onnxruntime.quantization.qdq_quantizer import QDQQuantizer
from onnxruntime.quantization.quant_utils import load_model_with_shape_infer
from onnxruntime.quantization.registry import QDQRegistry, QLinearOpsRegistry
from onnxruntime.quantization.shape_inference import quant_pre_process

CALIBRATION_SEED = 1
METHODS = {
    "min-max": CalibrationMethod.MinMax,
    "percentile": CalibrationMethod.Percentile,
    "entropy": CalibrationMethod.Entropy,
}
# ONNX Runtime keeps the activations of a chunk in memory.
CHUNK = 10


class Reader(CalibrationDataReader):
    """Images one by one."""

    def __init__(self, name: str, images: np.ndarray):
        self.items = iter([{name: image[None]} for image in images])

    def get_next(self):
        return next(self.items, None)


def session(model: onnx.ModelProto | Path, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    source = model.SerializeToString() if isinstance(model, onnx.ModelProto) else str(model)
    return onnxruntime.InferenceSession(source, options, providers=["CPUExecutionProvider"])


def logits(model: onnx.ModelProto | Path, images: np.ndarray, threads: int) -> np.ndarray:
    runner = session(model, threads)
    name = runner.get_inputs()[0].name
    return np.concatenate([runner.run(None, {name: image[None]})[0] for image in images])


def quantize(path: Path, images: np.ndarray, method: str, folder: Path) -> Path:
    """The model quantized by ONNX Runtime."""
    prepared = folder / "prepared.onnx"
    if not prepared.exists():
        quant_pre_process(str(path), str(prepared), skip_symbolic_shape=True)
    operators = list(set(QLinearOpsRegistry) | set(QDQRegistry))
    calibrator = create_calibrator(
        str(prepared),
        operators,
        augmented_model_path=str(folder / "augmented.onnx"),
        calibrate_method=METHODS[method],
    )
    name = onnx.load(path).graph.input[0].name
    for first in range(0, len(images), CHUNK):
        calibrator.collect_data(Reader(name, images[first : first + CHUNK]))
    quantizer = QDQQuantizer(
        load_model_with_shape_infer(prepared),
        True,
        False,
        QuantType.QInt8,
        QuantType.QUInt8,
        calibrator.compute_data(),
        [],
        [],
        operators,
        {},
    )
    quantizer.quantize_model()
    output = folder / f"{method}.onnx"
    quantizer.model.save_model_to_file(str(output), False)
    return output


def decibels(actual: np.ndarray, expected: np.ndarray) -> float:
    noise = np.mean((actual.astype(np.float64) - expected) ** 2)
    return float(10 * np.log10(np.mean(expected.astype(np.float64) ** 2) / noise))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("model", type=Path, metavar="MODEL.onnx")
    parser.add_argument("quantized", nargs="*", type=Path, metavar="QUANTIZED.onnx")
    parser.add_argument("--write-data", type=Path, metavar="FILE.npz", help="write the crops; stop")
    parser.add_argument("--calibration", type=int, default=100, help="crops to calibrate on")
    parser.add_argument("--evaluation", type=int, default=500, help="crops to judge by")
    parser.add_argument("--evaluation-seed", type=int, default=3, help="draws the crops to judge by")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--no-peer", action="store_true", help="only the given models")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_intermixed_args()

    calibration = crops(arguments.calibration, CALIBRATION_SEED)
    if arguments.write_data:
        np.savez(arguments.write_data, x=calibration)
        return
    images = crops(arguments.evaluation, arguments.evaluation_seed)
    expected = logits(set_batch(onnx.load(arguments.model), 1), images, arguments.threads)
    rows = []
    with tempfile.TemporaryDirectory() as name:
        models = {path.name: path for path in arguments.quantized}
        if not arguments.no_peer:
            for method in METHODS:
                key = f"ONNX Runtime, {method}"
                models[key] = quantize(arguments.model, calibration, method, Path(name))
        for key, path in models.items():
            onnx.checker.check_model(str(path))
            found = logits(path, images, arguments.threads)
            agreement = float(np.mean(found.argmax(1) == expected.argmax(1)))
            rows.append(
                {
                    "model": key,
                    "agreement": agreement,
                    "logits_sqnr_db": decibels(found, expected),
                    "bytes": path.stat().st_size,
                }
            )
    if arguments.json:
        print(json.dumps(rows, indent=2))
        return
    print(f"{'model':32} {'agreement':>9} {'logits dB':>9} {'bytes':>10}")
    for row in rows:
        print(
            f"{row['model']:32} {row['agreement']:9.1%} {row['logits_sqnr_db']:9.2f} "
            f"{row['bytes']:10}"
        )


if __name__ == "__main__":
    main()
