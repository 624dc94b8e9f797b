#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs mutated models and images under AddressSanitizer.
#
#   Fuzz/mutations.sh [MODELS] [IMAGES]    default 20000 and 2000
#
# A model that ends the process is left in .cache/fuzz/last.onnx.
set -euo pipefail
cd "$(dirname "$0")/.."

mkdir -p .cache/fuzz
export ESPALIER_MUTATIONS=${1:-20000} ESPALIER_MUTATED_IMAGES=${2:-2000}
export ESPALIER_MUTATION_FILE=$PWD/.cache/fuzz/last.onnx
# What lives to the end of the process, such as samples of the tests, is no leak.
export ASAN_OPTIONS=detect_leaks=0
# The sanitizer makes loops about three times slower; `swift test` holds the models to 5 s.
export ESPALIER_MUTATION_SECONDS=15
options=(-c release --sanitize=address --scratch-path .build-asan)
swift build --build-tests "${options[@]}"
swift test --skip-build "${options[@]}" --no-parallel --filter 'MutationTests'
