#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Fuzzes one target with libFuzzer and AddressSanitizer.
#
#   Fuzz/run.sh model|image SECONDS
#
# The corpus grows in .cache/fuzz; an input that fails is left there as crash-… or timeout-….
set -euo pipefail
cd "$(dirname "$0")/.."

target=${1:?model or image}
seconds=${2:?seconds}
corpus=$PWD/.cache/fuzz/$target
mkdir -p "$corpus/seeds" "$corpus/found"

case $target in
  model)
    product=FuzzModel
    if [ -z "$(ls "$corpus/seeds")" ]; then
      swift build -c release --build-tests
      ESPALIER_MODEL_CORPUS=$corpus/seeds swift test -c release --skip-build \
        --filter 'ModelMutationTests.*before they are mutated'
    fi
    ;;
  image)
    product=FuzzImage
    cp Tests/Golden/imaging/*.png Tests/Golden/imaging/*.jpg "$corpus/seeds"
    ;;
  *) echo "unknown target $target" >&2; exit 64 ;;
esac

# lld: with libFuzzer's `main` beside SwiftPM's, gold ends with an internal error.
flags=(-Xswiftc -sanitize=fuzzer,address -Xswiftc -parse-as-library -Xswiftc -use-ld=lld
  -Xcc -fsanitize=address,fuzzer-no-link)
swift build -c release --package-path Fuzz --scratch-path .build-fuzz --product "$product" \
  "${flags[@]}"
cd "$corpus"
exec "$OLDPWD/.build-fuzz/release/$product" found seeds \
  -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2500 -max_len=65536 -print_final_stats=1
