# SPDX-License-Identifier: Apache-2.0
"""Trains the LeNet-5 of Tests/Golden/quantization on MNIST.

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 onnx==1.17.0
    venv/bin/python Tests/Golden/generate/lenet5.py MNIST_DIR

MNIST_DIR holds the four IDX files of MNIST (Benchmarks/peers/make_mnist.py makes them). The network is
that of LeCun et al., Proc. IEEE 86 (1998), with Relu, maximum pools and full connections between the
convolutions, trained by plain NumPy with a fixed seed: Adam, cross-entropy, weight decay.
"""
import pathlib
import struct
import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

SEED = 5
EPOCHS = 8
BATCH = 100
# Output channels, input channels, size of the kernel, padding.
CONVOLUTIONS = [(6, 1, 5, 2), (16, 6, 5, 0)]
SIZES = [400, 120, 84, 10]


def read_idx(path):
    data = path.read_bytes()
    rank = data[3]
    shape = struct.unpack(f">{rank}I", data[4 : 4 + 4 * rank])
    return np.frombuffer(data, np.uint8, offset=4 + 4 * rank).reshape(shape)


def columns(x, size):
    """The patches of images [N, C, H, W] as rows [N * H' * W', C * size * size]."""
    windows = np.lib.stride_tricks.sliding_window_view(x, (size, size), axis=(2, 3))
    n, c, h, w = windows.shape[:4]
    return windows.transpose(0, 2, 3, 1, 4, 5).reshape(n * h * w, c * size * size), (n, h, w)


class Convolution:
    """A convolution, Relu, and the maximum of squares of two by two."""

    def __init__(self, random, outputs, inputs, size, padding):
        fan_in = inputs * size * size
        w = random.standard_normal((outputs, fan_in)) * np.sqrt(2 / fan_in)
        self.parameters = [w.astype(np.float32), np.zeros(outputs, np.float32)]
        (self.inputs, self.size, self.padding) = (inputs, size, padding)

    def forward(self, x):
        p = self.padding
        x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        self.rows, (n, h, w) = columns(x, self.size)
        self.shape = x.shape
        y = self.rows @ self.parameters[0].T + self.parameters[1]
        squares = y.reshape(n, h // 2, 2, w // 2, 2, -1).transpose(0, 1, 3, 5, 2, 4)
        squares = squares.reshape(n, h // 2, w // 2, -1, 4)
        self.best = squares.argmax(axis=4)
        y = np.take_along_axis(squares, self.best[..., None], axis=4)[..., 0]
        self.passes = y > 0
        return (y * self.passes).transpose(0, 3, 1, 2)

    def backward(self, delta):
        delta = delta.transpose(0, 2, 3, 1) * self.passes
        n, h, w, c = delta.shape
        squares = np.zeros((n, h, w, c, 4), np.float32)
        np.put_along_axis(squares, self.best[..., None], delta[..., None], axis=4)
        rows = squares.reshape(n, h, w, c, 2, 2).transpose(0, 1, 4, 2, 5, 3).reshape(-1, c)
        gradients = [rows.T @ self.rows, rows.sum(axis=0)]
        patches = (rows @ self.parameters[0]).reshape(
            n, 2 * h, 2 * w, self.inputs, self.size, self.size
        )
        result = np.zeros(self.shape, np.float32)
        for i in range(self.size):
            for j in range(self.size):
                result[:, :, i : i + 2 * h, j : j + 2 * w] += patches[..., i, j].transpose(
                    0, 3, 1, 2
                )
        p = self.padding
        return result[:, :, p : result.shape[2] - p, p : result.shape[3] - p], gradients


class Connection:
    """A fully connected layer, with Relu unless it is the last one."""

    def __init__(self, random, inputs, outputs, is_last):
        w = random.standard_normal((outputs, inputs)) * np.sqrt(2 / inputs)
        self.parameters = [w.astype(np.float32), np.zeros(outputs, np.float32)]
        self.is_last = is_last

    def forward(self, x):
        self.shape = x.shape
        self.x = x.reshape(len(x), -1)
        y = self.x @ self.parameters[0].T + self.parameters[1]
        self.passes = (y > 0) | self.is_last
        return y * self.passes

    def backward(self, delta):
        delta = delta * self.passes
        gradients = [delta.T @ self.x, delta.sum(axis=0)]
        return (delta @ self.parameters[0]).reshape(self.shape), gradients


def forward(layers, x):
    for layer in layers:
        x = layer.forward(x)
    return x


def train(images, labels, tests, answers):
    random = np.random.default_rng(SEED)
    layers = [Convolution(random, *shape) for shape in CONVOLUTIONS]
    for number, (inputs, outputs) in enumerate(zip(SIZES, SIZES[1:])):
        layers.append(Connection(random, inputs, outputs, number == len(SIZES) - 2))
    moments = [[[np.zeros_like(p), np.zeros_like(p)] for p in l.parameters] for l in layers]
    step = 0
    steps = EPOCHS * len(images) // BATCH
    for epoch in range(EPOCHS):
        order = random.permutation(len(images))
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            logits = forward(layers, images[batch])
            p = np.exp(logits - logits.max(axis=1, keepdims=True))
            p /= p.sum(axis=1, keepdims=True)
            p[np.arange(len(batch)), labels[batch]] -= 1
            delta = (p / len(batch)).astype(np.float32)
            rate = 2e-3 * (1 - step / steps)
            step += 1
            for layer, held in zip(reversed(layers), reversed(moments)):
                delta, gradients = layer.backward(delta)
                for position, gradient in enumerate(gradients):
                    m, v = held[position]
                    m += 0.1 * (gradient - m)
                    v += 0.001 * (gradient**2 - v)
                    scale = rate * np.sqrt(1 - 0.999**step) / (1 - 0.9**step)
                    if position == 0:
                        layer.parameters[0] *= np.float32(1 - rate * 0.01)
                    layer.parameters[position] -= (scale * m / (np.sqrt(v) + 1e-8)).astype(
                        np.float32
                    )
        print("epoch", epoch + 1, "accuracy", accuracy(layers, tests, answers), flush=True)
    return layers


def accuracy(layers, tests, answers):
    parts = range(0, len(tests), 1000)
    found = np.concatenate([forward(layers, tests[i : i + 1000]).argmax(axis=1) for i in parts])
    return float((found == answers).mean())


def write_model(layers, path):
    nodes, constants = [], []
    value = "image"

    def add(op, name, inputs, output, **attributes):
        nodes.append(helper.make_node(op, inputs, [output], name, **attributes))
        return output

    def parameters(name, layer, shape):
        w, b = layer.parameters
        constants.append(numpy_helper.from_array(w.reshape(shape), f"{name}.weight"))
        constants.append(numpy_helper.from_array(b, f"{name}.bias"))
        return [f"{name}.weight", f"{name}.bias"]

    for number, layer in enumerate(layers, 1):
        if isinstance(layer, Convolution):
            name = f"conv{number}"
            shape = (-1, layer.inputs, layer.size, layer.size)
            inputs = [value] + parameters(name, layer, shape)
            value = add("Conv", name, inputs, f"{name}.sum", pads=[layer.padding] * 4)
            value = add("Relu", f"relu{number}", [value], f"{name}.map")
            value = add(
                "MaxPool", f"pool{number}", [value], f"{name}.pooled", kernel_shape=[2, 2],
                strides=[2, 2],
            )
            continue
        if number == len(CONVOLUTIONS) + 1:
            value = add("Flatten", "flatten", [value], "flat", axis=1)
        name = f"fc{number}"
        inputs = [value] + parameters(name, layer, layer.parameters[0].shape)
        output = "logits" if layer.is_last else f"{name}.sum"
        value = add("Gemm", name, inputs, output, transB=1)
        if not layer.is_last:
            value = add("Relu", f"relu{number}", [value], f"{name}.hidden")
    graph = helper.make_graph(
        nodes, "lenet-5",
        [helper.make_tensor_value_info("image", TensorProto.FLOAT, ["N", 1, 28, 28])],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["N", 10])], constants,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    helper.set_model_props(model, {"espalier.preprocess": "unit"})
    onnx.checker.check_model(model)
    onnx.save(model, path)


def main():
    folder = pathlib.Path(sys.argv[1])
    out = pathlib.Path(__file__).resolve().parent.parent / "quantization"
    out.mkdir(exist_ok=True)
    images = read_idx(folder / "train-images-idx3-ubyte")
    tests = read_idx(folder / "t10k-images-idx3-ubyte")
    layers = train(
        images[:, None].astype(np.float32) / 255,
        read_idx(folder / "train-labels-idx1-ubyte"),
        tests[:, None].astype(np.float32) / 255,
        read_idx(folder / "t10k-labels-idx1-ubyte"),
    )
    write_model(layers, out / "lenet-5.onnx")


if __name__ == "__main__":
    main()
