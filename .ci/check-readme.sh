#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Checks that the README's Swift program is the one in Examples/embedding, builds that package, which
# depends on Espalier by path, and runs it: a cup of espresso is class 967.
set -euo pipefail
cd "$(dirname "$0")/.."

program=Examples/embedding/Sources/embedding/main.swift
sed -n '/^```swift$/,/^```$/{/^```/d;p;}' README.md | diff - "$program" >&2 ||
  { echo "check-readme: the Swift program of README.md is not $program" >&2; exit 1; }

swift build -c release --package-path Examples/embedding
model=.cache/models/efficientnet-lite0.onnx
if [ ! -f "$model" ]; then
  status=0
  python3 Examples/models/make_efficientnet_lite0.py "$model" || status=$?
  if [ $status -eq 75 ] && [ "${CI:-}" != true ]; then
    echo "check-readme: offline, so the program is built and not run"
    exit 0
  fi
  [ $status -eq 0 ] || exit $status
fi
answer=$(Examples/embedding/.build/release/embedding "$model" Examples/images/coffee.jpg)
[ "$answer" = "class 967" ] ||
  { echo "check-readme: the program says '$answer', expected 'class 967'" >&2; exit 1; }
echo "check-readme: $answer"
