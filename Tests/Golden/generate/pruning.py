# SPDX-License-Identifier: Apache-2.0
"""Makes the golden data in Tests/Golden/pruning: a trained LeNet-300-100 and some digits.

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 onnx==1.17.0
    venv/bin/python Tests/Golden/generate/pruning.py MNIST_DIR

MNIST_DIR holds the four IDX files of MNIST. The network is trained by plain NumPy with a fixed seed:
Adam, cross-entropy, weight decay, ten epochs. It and the digits are small enough to be kept.
"""
import pathlib
import struct
import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

SEED = 20
EPOCHS = 10
BATCH = 100
CALIBRATION = 256
TEST = 512
SIZES = [784, 300, 100, 10]


def read_idx(path):
    data = path.read_bytes()
    rank = data[3]
    shape = struct.unpack(f">{rank}I", data[4 : 4 + 4 * rank])
    return np.frombuffer(data, np.uint8, offset=4 + 4 * rank).reshape(shape)


def forward(layers, x):
    held = [x]
    for number, (w, b) in enumerate(layers):
        x = x @ w.T + b
        if number < len(layers) - 1:
            x = np.maximum(x, 0)
        held.append(x)
    return held


def train(images, labels):
    random = np.random.default_rng(SEED)
    layers = []
    for fan_in, fan_out in zip(SIZES, SIZES[1:]):
        w = random.standard_normal((fan_out, fan_in)) * np.sqrt(2 / fan_in)
        layers.append([w.astype(np.float32), np.zeros(fan_out, np.float32)])
    moments = [[[np.zeros_like(p), np.zeros_like(p)] for p in layer] for layer in layers]
    step = 0
    for epoch in range(EPOCHS):
        order = random.permutation(len(images))
        rate = 1e-3 * (1 - epoch / EPOCHS)
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            held = forward(layers, images[batch])
            logits = held[-1] - held[-1].max(axis=1, keepdims=True)
            p = np.exp(logits)
            p /= p.sum(axis=1, keepdims=True)
            p[np.arange(len(batch)), labels[batch]] -= 1
            delta = p / len(batch)
            step += 1
            for number in reversed(range(len(layers))):
                w, b = layers[number]
                gradients = [delta.T @ held[number] + 1e-5 * w, delta.sum(axis=0)]
                delta = (delta @ w) * (held[number] > 0)
                for position, gradient in enumerate(gradients):
                    m, v = moments[number][position]
                    m *= 0.9
                    m += 0.1 * gradient
                    v *= 0.999
                    v += 0.001 * gradient**2
                    scale = rate * np.sqrt(1 - 0.999**step) / (1 - 0.9**step)
                    layers[number][position] -= scale * m / (np.sqrt(v) + 1e-8)
    return layers


def write_model(layers, path):
    nodes = [helper.make_node("Flatten", ["image"], ["flat"], "flatten", axis=1)]
    constants = []
    value = "flat"
    for number, (w, b) in enumerate(layers, 1):
        constants += [
            numpy_helper.from_array(w, f"fc{number}.weight"),
            numpy_helper.from_array(b, f"fc{number}.bias"),
        ]
        last = number == len(layers)
        output = "logits" if last else f"sum{number}"
        nodes.append(
            helper.make_node(
                "Gemm", [value, f"fc{number}.weight", f"fc{number}.bias"], [output], f"fc{number}",
                transB=1,
            )
        )
        if not last:
            value = f"hidden{number}"
            nodes.append(helper.make_node("Relu", [output], [value], f"relu{number}"))
    graph = helper.make_graph(
        nodes, "lenet-300-100",
        [helper.make_tensor_value_info("image", TensorProto.FLOAT, ["N", 1, 28, 28])],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["N", 10])], constants,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    onnx.checker.check_model(model)
    onnx.save(model, path)


def main():
    folder = pathlib.Path(sys.argv[1])
    out = pathlib.Path(__file__).resolve().parent.parent / "pruning"
    images = read_idx(folder / "train-images-idx3-ubyte")
    labels = read_idx(folder / "train-labels-idx1-ubyte")
    tests = read_idx(folder / "t10k-images-idx3-ubyte")
    answers = read_idx(folder / "t10k-labels-idx1-ubyte")
    flat = images.reshape(len(images), -1).astype(np.float32) / 255
    layers = train(flat, labels)
    logits = forward(layers, tests.reshape(len(tests), -1).astype(np.float32) / 255)[-1]
    print("accuracy", (logits.argmax(axis=1) == answers).mean())
    write_model(layers, out / "lenet-300-100.onnx")
    np.save(out / "digits.npy", np.concatenate([images[:CALIBRATION], tests[:TEST]]))
    np.save(out / "labels.npy", np.concatenate([labels[:CALIBRATION], answers[:TEST]]))


if __name__ == "__main__":
    main()
