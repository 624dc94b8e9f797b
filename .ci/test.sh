#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What `make test` runs: builds everything once (release, the configuration that is used), then the
# unit tests, the ONNX operator test suite, and the kernels' and the runtime's tests again for older
# CPUs. Offline the suite is skipped, except where CI=true.
set -euo pipefail
cd "$(dirname "$0")/.."

least_passed=1200 # of the 1,428 cases
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT

fail() {
  echo "test: $*" >&2
  exit 1
}

suite=
status=0
suite=$(Tests/Golden/fetch-onnx-suite.sh) || status=$?
if [ $status -eq 75 ] && [ "${CI:-}" != true ]; then
  echo "test: offline, so the ONNX suite is skipped"
elif [ $status -ne 0 ]; then
  fail "the ONNX suite is not there (exit code $status)"
fi

swift build -c release --build-tests --explicit-target-dependency-import-check error

tests() { # LOG ARGUMENTS...
  local log="$logs/$1"
  shift
  # Passing tests are many lines; they matter only when something fails.
  if ! "$@" >"$log" 2>&1; then
    grep -vE '^[◇✔]' "$log" >&2
    fail "$* failed"
  fi
  grep -E 'Test run with' "$log" | sed 's/^[^T]*//'
}

count() { # LOG
  grep -oE 'Test run with [0-9]+' "$logs/$1" | grep -oE '[0-9]+' | tail -n 1
}

tests all swift test --skip-build -c release
passed=$(count all)
for isa in portable avx2; do
  echo "ESPALIER_ISA=$isa"
  tests "$isa" env ESPALIER_ISA=$isa swift test --skip-build -c release \
    --filter '^(KernelsTests|RuntimeTests)\.'
  passed=$((passed + $(count "$isa")))
done

failed=0
skipped=0
if [ -n "$suite" ]; then
  for isa in '' portable; do
    echo "ONNX suite${isa:+, ESPALIER_ISA=$isa}"
    ESPALIER_ISA=$isa .build/release/infer test \
      "$suite"/{node,simple,pytorch-converted,pytorch-operator} >"$logs/suite" ||
      { grep FAIL "$logs/suite" >&2; fail "a case of the ONNX suite fails"; }
    line=$(tail -n 1 "$logs/suite")
    echo "$line"
    read -r suite_passed _ _ _ suite_skipped _ <<<"$line"
    [ "$suite_passed" -ge $least_passed ] ||
      fail "$suite_passed cases of the ONNX suite pass, expected at least $least_passed"
    passed=$((passed + suite_passed))
    skipped=$((skipped + suite_skipped))
  done
fi
echo "$passed passed, $failed failed, $skipped skipped"
