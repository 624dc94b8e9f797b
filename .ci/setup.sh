#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs the system packages that are missing: .ci/setup.sh [--python]
#
# Does nothing, and needs no rights, when all are there. --python: those of the scripts that fetch
# models and test data, too. Exit codes: 0 there; 69 missing and cannot be installed.
set -euo pipefail

fail() {
  echo "setup: $*" >&2
  exit 69
}

command -v swift >/dev/null || fail "Swift is missing; install it from https://www.swift.org/install"

missing=()
need() { # PACKAGE COMMAND...: the package is missing unless the command succeeds
  local package=$1
  shift
  "$@" >/dev/null 2>&1 || missing+=("$package")
}

if [ "${1:-}" = --python ]; then
  need python3 command -v python3
  need python3-pip python3 -m pip --version
else
  need pkg-config command -v pkg-config
  need libopenblas-dev pkg-config --exists openblas
  need liblapacke-dev pkg-config --exists lapacke
  need libpng-dev pkg-config --exists libpng
  need zlib1g-dev pkg-config --exists zlib
  # Debian's and Ubuntu's name for whichever version of libjpeg-turbo they have.
  need libjpeg-dev pkg-config --exists libjpeg
fi
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then as_root=(sudo); fi
by_hand="${as_root[*]} apt-get install ${missing[*]}"
command -v apt-get >/dev/null ||
  fail "missing: ${missing[*]} (names of Debian and Ubuntu); install them with this system's packages"
if [ ${#as_root[@]} -gt 0 ] && ! command -v sudo >/dev/null; then
  fail "missing: ${missing[*]}; as root run: apt-get install ${missing[*]}"
fi
echo "setup: installing ${missing[*]}"
"${as_root[@]}" apt-get update -qq || fail "apt-get update does not work; then run: $by_hand"
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
  apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null ||
  fail "apt-get cannot install ${missing[*]}; try by hand: $by_hand"
