#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Write imagenet.txt: the names of the 1,000 classes of ILSVRC-2012, one a line, in class order.

    make_labels.py [--wheel FILE]

The names are those of torchvision (BSD-3-Clause): the list in torchvision/models/_meta.py of its
wheel, which pip downloads and which is read as text, neither installed nor executed.
Needs Python 3.9 with pip.
"""

from __future__ import annotations

import argparse
import ast
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

PACKAGE = "torchvision==0.29.2"
PLATFORM = ["--platform", "manylinux_2_28_x86_64", "--python-version", "3.11"]
MEMBER, LIST = "torchvision/models/_meta.py", "_IMAGENET_CATEGORIES"


def download(folder: str) -> Path:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary"]
    command += [":all:", *PLATFORM, "--dest", folder, PACKAGE]
    if subprocess.run(command, check=False).returncode:
        sys.exit(f"make_labels: pip cannot download {PACKAGE}; give its wheel with --wheel FILE")
    return next(Path(folder).glob("*.whl"))


def class_names(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        module = ast.parse(archive.read(MEMBER))
    for statement in module.body:
        if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == LIST:
            return ast.literal_eval(statement.value)
    sys.exit(f"make_labels: {MEMBER} in {wheel} has no list {LIST}; this script knows {PACKAGE}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--wheel", type=Path, help="use this wheel of torchvision; no download")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        names = class_names(arguments.wheel or download(folder))
    if len(names) != 1000:
        sys.exit(f"make_labels: expects 1,000 names, got {len(names)}")
    path = Path(__file__).with_name("imagenet.txt")
    path.write_text("\n".join(names) + "\n", encoding="utf-8")
    print(f"{path}  {len(names)} names")


if __name__ == "__main__":
    main()
