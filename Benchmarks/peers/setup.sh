#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Makes .peers/ at the root of the repository: a private Python environment with ONNX Runtime, OpenVINO,
# ncnn and what the scripts of this folder import (requirements.txt). Does nothing when it is up to date.
#
#   Benchmarks/peers/setup.sh            # PYTHON=python3.12 picks the interpreter (3.11 to 3.13)
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
environment="$(cd "$here/../.." && pwd)/.peers"
stamp="$environment/.requirements"

fail() {
  echo "setup.sh: $2" >&2
  exit "$1"
}

if cmp -s "$here/requirements.txt" "$stamp"; then
  echo "$environment is up to date"
  exit 0
fi

# True for an interpreter for which every pinned package has a wheel.
suits() {
  "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null
}

python="${PYTHON:-}"
for candidate in python3 python3.13 python3.12 python3.11; do
  [ -z "$python" ] && suits "$candidate" && python="$candidate"
done
[ -n "$python" ] && suits "$python" || fail 69 \
  "the pinned packages need Python 3.11 to 3.13; install one (apt-get install python3 python3-venv)"

rm -rf "$environment"
"$python" -m venv "$environment" || fail 69 \
  "$python cannot make a virtual environment; install its venv (apt-get install python3-venv)"
"$environment/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps \
  --only-binary :all: -r "$here/requirements.txt" || fail 75 \
  "pip cannot install the packages of requirements.txt; connect this machine to a package index"
"$environment/bin/python" -c 'import ncnn, numpy, onnx, onnxruntime, openvino, PIL' || fail 70 \
  "a package of $environment does not import; the line above names it"
# Last, so that an interrupted run starts over.
cp "$here/requirements.txt" "$stamp"
echo "$environment is ready"
