#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Checks the object code of the kernels: .ci/check-kernels.sh [BUILD-DIR]...
#
# Without arguments it looks at .build/debug and .build/release, those that exist. In each:
#   1. the instructions each target is compiled for are there, and no others;
#   2. nothing calls libm, in particular fmaf: that is what a missing -march looks like;
#   3. no function is weak under a name that another target may have too (a generic of the standard
#      library that was not inlined): the linker keeps one of them, and could give code for an
#      older CPU the one that is compiled for a newer CPU.
set -euo pipefail
cd "$(dirname "$0")/.."

# Weak functions that the compiler may emit into any module, none of which holds vector code.
common_weak='__swift_(noop_void_return|instantiateConcreteTypeFromMangledName(V2|Abstract|AbstractV2)?|memcpy[0-9_]+)$'
libm='(fma|exp|exp2|expm1|log|log2|log1p|pow|tanh|erf|floor|ceil|rint|nearbyint|round|roundeven|trunc|sqrt|fmod|fmin|fmax)f?'

failures=0
fail() {
  echo "check-kernels: $*" >&2
  failures=$((failures + 1))
}

# expect TARGET PATTERN some|none LISTING
expect() {
  local n
  n=$(grep -cE "$2" "$4" || true)
  case "$3" in
    some) [ "$n" -gt 0 ] || fail "$1 has no instruction that matches '$2'" ;;
    none) [ "$n" -eq 0 ] || fail "$1 has $n instructions that match '$2'" ;;
  esac
}

check_target() {
  local directory=$1 target=$2 listing undefined weak
  local objects=("$directory/$target.build"/*.o)
  if [ ! -e "${objects[0]}" ]; then
    fail "$directory has no objects of $target: build it first"
    return
  fi
  listing=$(mktemp)
  objdump -d --no-show-raw-insn "${objects[@]}" > "$listing"
  case "$target" in
    KernelsPortable)
      expect "$target" '%[yz]mm[0-9]' none "$listing"
      expect "$target" 'vfn?m(add|sub)' none "$listing"
      expect "$target" 'mulps' some "$listing"
      ;;
    KernelsAVX2)
      expect "$target" '%zmm[0-9]|%[xy]mm(1[6-9]|2[0-9]|3[01])|%k[0-7]' none "$listing"
      expect "$target" 'vfmadd[0-9]+ps .*%ymm' some "$listing"
      expect "$target" 'vpmaddwd .*%ymm' some "$listing"
      expect "$target" 'vpmaddubsw' none "$listing"
      ;;
    KernelsVNNI)
      expect "$target" 'vpdpbusd .*%zmm' some "$listing"
      expect "$target" 'vpdpwssd .*%zmm' some "$listing"
      ;;
    KernelsAVX512)
      expect "$target" 'vpdp(busd|wssd)' none "$listing"
      expect "$target" 'vpmaddwd .*%zmm' some "$listing"
      expect "$target" 'vfmadd[0-9]+ps .*%zmm' some "$listing"
      ;;
  esac
  rm -f "$listing"

  undefined=$(nm --undefined-only "${objects[@]}" | awk 'NF { print $NF }' \
    | grep -xE "$libm" | tr '\n' ' ' || true)
  [ -z "$undefined" ] || fail "$target calls libm: $undefined"
  weak=$(nm --defined-only "${objects[@]}" | awk '$2 == "W" { print $3 }' \
    | grep -vE "^(\\\$s${#target}$target|$common_weak)" | tr '\n' ' ' || true)
  [ -z "$weak" ] || fail "$target has weak functions: $weak"
}

if [ "$(uname -m)" != x86_64 ]; then
  echo "check-kernels: skipped, the instruction sets are those of x86-64"
  exit 0
fi
directories=("$@")
if [ $# -eq 0 ]; then
  for configuration in debug release; do
    if [ -d ".build/$configuration/KernelsPortable.build" ]; then
      directories+=(".build/$configuration")
    fi
  done
fi
[ ${#directories[@]} -gt 0 ] || fail "nothing is built: run swift build first"
for directory in "${directories[@]}"; do
  before=$failures
  for target in KernelsPortable KernelsAVX2 KernelsAVX512 KernelsVNNI; do
    check_target "$directory" "$target"
  done
  if [ "$failures" -eq "$before" ]; then echo "check-kernels: $directory is good"; fi
done
[ "$failures" -eq 0 ]
