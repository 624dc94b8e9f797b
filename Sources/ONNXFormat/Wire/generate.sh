#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Regenerates onnx.pb.swift from onnx.proto. Needs protoc (Debian: protobuf-compiler) and the
# plugin of the swift-protobuf release in Package.swift: in a checkout of it,
# `swift build --product protoc-gen-swift`.
#   PROTOC_GEN_SWIFT=/path/to/protoc-gen-swift Sources/ONNXFormat/Wire/generate.sh
set -euo pipefail
cd "$(dirname "$0")"
plugin=${PROTOC_GEN_SWIFT:-$(command -v protoc-gen-swift)}

output=$(mktemp -d)
trap 'rm -rf "$output"' EXIT
protoc --plugin=protoc-gen-swift="$plugin" --swift_out="$output" \
  --swift_opt=Visibility=Package --swift_opt=UseAccessLevelOnImports=true onnx.proto

version=$("$plugin" --version)
{
  echo "// Generated from onnx.proto by $version, with generate.sh; do not edit."
  echo "// SPDX-License-Identifier: Apache-2.0"
  cat "$output/onnx.pb.swift"
} > onnx.pb.swift
