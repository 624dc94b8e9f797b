#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Unpacks the ONNX operator test suite to .cache/onnx-1.17.0/data: the folder onnx/backend/test/data of the
# wheel onnx==1.17.0, which pip downloads and nobody installs or executes. Prints that folder on stdout.
#
#   Tests/Golden/fetch-onnx-suite.sh            # does nothing but print when the folder is there
#
# Exit codes: 0 there; 69 no Python or pip; 65 not the expected wheel; 75 no download (offline), for a
# caller that can skip.
set -euo pipefail

version=1.17.0
wheel=onnx-$version-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl
sha256=4a183c6178be001bf398260e5ac2c927dc43e7746e8638d6c05c20e321f8c949
cases=1428 # folders with a model.onnx in node, simple, pytorch-converted and pytorch-operator

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
target="$root/.cache/onnx-$version"

fail() {
  echo "fetch-onnx-suite.sh: $2" >&2
  exit "$1"
}

if [ -d "$target/data" ]; then
  echo "$target/data"
  exit 0
fi

python3 -m pip --version >/dev/null 2>&1 ||
  fail 69 "needs python3 with pip; install it (apt-get install python3-pip)"

mkdir -p "$root/.cache"
work="$(mktemp -d "$root/.cache/onnx-suite.XXXXXX")"
trap 'rm -rf "$work"' EXIT

# The files do not depend on the platform, so any machine takes the wheel of the same one.
python3 -m pip download --quiet --disable-pip-version-check --no-deps --only-binary :all: \
  --retries 2 --timeout 20 --implementation cp --python-version 3.11 --abi cp311 \
  --platform manylinux2014_x86_64 --platform manylinux_2_17_x86_64 \
  --dest "$work" "onnx==$version" 2>"$work/errors" ||
  fail 75 "pip cannot download onnx==$version ($(tail -n 1 "$work/errors")); connect to a package index"

[ -f "$work/$wheel" ] || fail 65 "pip downloaded $(ls "$work"), expected $wheel"
found="$(sha256sum "$work/$wheel" | cut -d ' ' -f 1)"
[ "$found" = "$sha256" ] || fail 65 "$wheel has SHA-256 $found, expected $sha256"

python3 - "$work" "$wheel" <<'PYTHON' || fail 74 "cannot unpack $wheel to $work"
import sys
import zipfile

work, wheel = sys.argv[1:]
with zipfile.ZipFile(f"{work}/{wheel}") as archive:
    prefix = "onnx/backend/test/data/"
    archive.extractall(work, [name for name in archive.namelist() if name.startswith(prefix)])
PYTHON

suite="$work/onnx/backend/test"
count="$(cd "$suite/data" &&
  find node simple pytorch-converted pytorch-operator -mindepth 2 -maxdepth 2 -name model.onnx | wc -l)"
[ "$count" -eq "$cases" ] || fail 65 "$wheel holds $count test cases, expected $cases"

# One rename, so that the folder is there whole or not at all, whoever else fetches at the same time.
mv -T "$suite" "$target" 2>/dev/null || [ -d "$target/data" ] || fail 74 "cannot write $target"
echo "$target/data"
