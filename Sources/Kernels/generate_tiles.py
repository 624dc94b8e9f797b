#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes ConvolutionTiles.swift of each instruction set: python3 Sources/Kernels/generate_tiles.py

A tile is a rectangle of output pixels times some blocks of output channels, whose sums stay in
registers for the whole of K. Swift keeps local variables in registers but not the elements of a
tuple that is indexed by a variable, and it has no integer templates, so each size is written out.
"""
import pathlib

SOURCES = pathlib.Path(__file__).resolve().parent.parent

# Registers of the instruction set bound pixels x blocks: sums, a weight for each block, a pixel.
CONFIGURATIONS = {
    "KernelsPortable": dict(pixels=5, blocks=1),
    "KernelsAVX2": dict(pixels=6, blocks=2),
    "KernelsAVX512": dict(pixels=14, blocks=2),
}


def shapes(pixels):
    """(rows, columns) of every tile: one row, or two rows where a row is short."""
    return [(1, c) for c in range(1, pixels + 1)] + [(2, c) for c in range(1, pixels // 2 + 1)]


def tile(rows, columns, blocks):
    pixels = [(r, c) for r in range(rows) for c in range(columns)]
    out = []
    emit = out.append
    emit(f"/// {rows} × {columns} pixels, {blocks} block{'s' if blocks > 1 else ''} of channels.")
    emit("@inline(always)")
    emit(f"private func tile{rows}x{columns}x{blocks}(")
    emit("  _ t: UnsafePointer<TileArguments>, pixelStride: Int")
    emit(") {")
    emit("  let a = t.pointee")
    for b in range(blocks):
        emit(f"  let bias{b} = load(a.bias + {b} &* laneCount)")
    for p in range(len(pixels)):
        for b in range(blocks):
            emit(f"  var s{p}_{b} = bias{b}")
    emit("  var weights = a.weights")
    emit("  var block = a.input")
    emit("  var remaining = a.inputChannels")
    emit("  var count = a.firstChannels")
    emit("  var skip = a.inputBlockStride &- a.inputLane")
    emit("  while remaining > 0 {")
    emit("    var row = block")
    emit("    var i = a.kernelHeight")
    emit("    while i > 0 {")
    emit("      var tap = row")
    emit("      var j = a.kernelWidth")
    emit("      while j > 0 {")
    if rows > 1:
        emit("        let lower = tap + a.inputRowStep")
    emit("        var k = 0")
    emit("        while k < count {")
    for b in range(blocks):
        emit(f"          let w{b} = load(weights + {b} &* laneCount)")
    for p, (r, c) in enumerate(pixels):
        base = "lower" if r else "tap"
        emit(f"          let x{p} = splat({base}[k &+ {c} &* pixelStride])")
        for b in range(blocks):
            emit(f"          s{p}_{b} = multiplyAdd(x{p}, w{b}, s{p}_{b})")
    emit(f"          weights += {blocks} &* laneCount")
    emit("          k &+= 1")
    emit("        }")
    emit("        tap += a.tapColumnStride")
    emit("        j &-= 1")
    emit("      }")
    emit("      row += a.tapRowStride")
    emit("      i &-= 1")
    emit("    }")
    emit("    block += skip")
    emit("    skip = a.inputBlockStride")
    emit("    remaining &-= count")
    emit("    count = min(laneCount, remaining)")
    emit("  }")
    # Rows of one block are contiguous pixels; every other distance is a stride.
    groups = [(r, b) for r in range(rows) for b in range(blocks)]
    emit("  if let residual = a.residual {")
    for r, b in groups:
        emit(f"    let p{r}_{b} =")
        emit(f"      residual + ({r} &* a.residualRowStride &+ {b} &* a.residualBlockStride)")
        for c in range(columns):
            emit(f"    s{r * columns + c}_{b} += load(p{r}_{b} + {c} &* laneCount)")
    emit("  }")
    emit("  let low = splat(a.low)")
    emit("  let high = splat(a.high)")
    for r, b in groups:
        emit(f"  let q{r}_{b} = a.result + ({r} &* a.resultRowStride &+ {b} &* a.resultBlockStride)")
        for c in range(columns):
            value = f"s{r * columns + c}_{b}"
            emit(f"  store(smaller(high, larger(low, {value})), q{r}_{b} + {c} &* laneCount)")
    emit("}")
    return "\n".join(out)


def instances(rows, columns, blocks):
    out = []
    for stride in (1, 2):
        out.append(
            "@inline(never)\n"
            f"private func tile{rows}x{columns}x{blocks}s{stride}(_ t: UnsafePointer<TileArguments>) {{\n"
            f"  tile{rows}x{columns}x{blocks}(t, pixelStride: {stride} &* laneCount)\n}}")
    return "\n\n".join(out)


def dispatch(pixels, blocks):
    out = []
    emit = out.append
    emit(f"/// Computes one tile of {blocks} block{'s' if blocks > 1 else ''} of channels.")
    emit(f"func convolveTile{blocks}(")
    emit("  _ t: UnsafePointer<TileArguments>, rows: Int, columns: Int, stride: Int")
    emit(") {")
    emit("  // The stride is a literal where it is 1 or 2, so that pixels are at constant distances.")
    emit("  switch (stride, rows, columns) {")
    for stride in (1, 2):
        for r, c in shapes(pixels):
            emit(f"  case ({stride}, {r}, {c}): tile{r}x{c}x{blocks}s{stride}(t)")
    emit("  default: convolvePixels(t, rows: rows, columns: columns, stride: stride, "
         f"blocks: {blocks})")
    emit("  }")
    emit("}")
    return "\n".join(out)


for target, configuration in CONFIGURATIONS.items():
    pixels, blocks = configuration["pixels"], configuration["blocks"]
    parts = [
        "// Written by Sources/Kernels/generate_tiles.py. SPDX-License-Identifier: Apache-2.0",
        f"/// The most pixels of a tile.\n@inline(always) var tilePixels: Int {{ {pixels} }}",
        f"/// The most blocks of output channels of a tile.\n"
        f"@inline(always) var tileBlocks: Int {{ {blocks} }}",
    ]
    for b in range(1, blocks + 1):
        for r, c in shapes(pixels):
            parts += [tile(r, c, b), instances(r, c, b)]
        parts.append(dispatch(pixels, b))
    if blocks == 1:
        parts.append(
            "/// Not called: no tile here has more than one block.\n"
            "@inline(always) func convolveTile2(\n"
            "  _ t: UnsafePointer<TileArguments>, rows: Int, columns: Int, stride: Int\n"
            ") {\n  convolvePixels(t, rows: rows, columns: columns, stride: stride, blocks: 2)\n}")
    (SOURCES / target / "ConvolutionTiles.swift").write_text("\n\n".join(parts) + "\n")
