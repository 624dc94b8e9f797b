#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Checks who imports whom: each target may import what stands behind its name here, the standard
# library's modules, and nothing else. docs/architecture.md explains the order.
set -euo pipefail
cd "$(dirname "$0")/.."

standard='Swift Foundation FoundationEssentials Glibc Musl Synchronization'
declare -A allowed=(
  [Tensors]=''
  [IR]='Tensors'
  [ONNXFormat]='CLinux IR Tensors SwiftProtobuf'
  [Passes]='IR Tensors CLAPACKE'
  [Imaging]='CImageShim'
  [Recipes]='Passes Yams'
  [Datasets]='CZlib Imaging Tensors'
  [KernelTypes]=''
  [Kernels]='KernelTypes CSIMD'
  [KernelsPortable]='KernelTypes CSIMD'
  [KernelsAVX2]='KernelTypes CSIMD'
  [KernelsAVX512]='KernelTypes CSIMD'
  [KernelsVNNI]='KernelTypes CSIMD'
  [Runtime]='IR Tensors KernelTypes KernelsPortable KernelsAVX2 KernelsAVX512 KernelsVNNI CBLAS CSIMD'
  [Espalier]='Tensors IR ONNXFormat Passes Runtime Imaging KernelTypes Datasets'
  [infer]='Tensors IR ONNXFormat Passes KernelTypes Runtime Imaging Datasets Recipes ArgumentParser'
)

failures=0
for folder in Sources/*/; do
  module=$(basename "$folder")
  files=$(find "$folder" -name '*.swift')
  [ -n "$files" ] || continue
  if [ -z "${allowed[$module]+set}" ]; then
    echo "check-imports: $module has no line in the table of .ci/check-imports.sh" >&2
    failures=1
    continue
  fi
  # `import`, after attributes and an access level; the kind of a single declaration is skipped.
  imports=$(find "$folder" -name '*.swift' -exec sed -nE \
    's/^ *(@[A-Za-z_]+ +)*((public|package|internal|private|fileprivate) +)?import +((struct|class|enum|protocol|func|var|let|typealias) +)?([A-Za-z0-9_]+).*/\6/p' \
    {} + | sort -u)
  for import in $imports; do
    case " $standard ${allowed[$module]} " in
      *" $import "*) ;;
      *)
        echo "check-imports: $module imports $import: $(grep -rlE "import +$import\b" "$folder" | head -n 1)" >&2
        failures=1
        ;;
    esac
  done
done
exit $failures
