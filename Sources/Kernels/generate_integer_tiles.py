#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes IntegerTiles.swift of each instruction set: python3 Sources/Kernels/generate_integer_tiles.py

The tiles of generate_tiles.py for codes: a term is four bytes of a pixel, and what accumulates them
and turns sums into codes is in IntegerLanes.swift and CodeLanes.swift.
"""
import pathlib

SOURCES = pathlib.Path(__file__).resolve().parent.parent
LANES = 16

# Registers of the instruction set bound pixels x blocks: sums, a weight for each block, a pixel.
CONFIGURATIONS = {
    "KernelsPortable": dict(pixels=2, blocks=1),
    "KernelsAVX2": dict(pixels=3, blocks=1),
    "KernelsAVX512": dict(pixels=6, blocks=2),
    "KernelsVNNI": dict(pixels=14, blocks=2),
}

# Distances between the pixels of a tile: strides 1 and 2 in blocks, 1, 2 and 4 in interleaved
# triples.
SPACINGS = [LANES, 2 * LANES, 3, 6, 12]


def shapes(pixels, blocks, most_blocks, spacing):
    """(rows, columns) of the tiles there are: one row, or two rows where a row is short.

    All widths where most of the work is, which is at stride 1 with the most blocks; elsewhere a few,
    of which others are put together.
    """
    widths = list(range(1, pixels + 1))
    isCommon = spacing == LANES and blocks == most_blocks
    if pixels >= 6 and not isCommon:
        few = {1, 2, 4, pixels // 2, pixels} if spacing >= LANES else {1, pixels // 2, pixels}
        widths = sorted(few)
    paired = [w for w in widths if 2 * w <= pixels]
    if not isCommon:
        paired = paired[-1:]
    if spacing < LANES or pixels < 6:
        paired = []
    return [(1, w) for w in widths] + [(2, w) for w in paired]


def offset(count):
    return f" + {count}" if count else ""


def distance(row, block, name):
    """Where a row and block of a tile are, from the first ones."""
    return (f" + a.{name}RowStride" if row else "") + (f" + a.{name}BlockStride" if block else "")


def tile(rows, columns, blocks, most_blocks, spacing):
    pixels = [(r, c) for r in range(rows) for c in range(columns)]
    out = []
    emit = out.append
    emit(f"/// {rows} × {columns} pixels, {spacing} bytes apart, "
         f"{blocks} block{'s' if blocks > 1 else ''} of channels.")
    emit("@inline(never)")
    emit(f"private func tile{rows}x{columns}x{blocks}s{spacing}(_ t: UnsafePointer<IntegerTile>) {{")
    emit("  let a = t.pointee")
    for p in range(len(pixels)):
        for b in range(blocks):
            emit(f"  var s{p}_{b} = beginSums(a.bias{offset(b * LANES)})")
    emit("  var weights = a.weights")
    emit("  var offset = a.offsets")
    emit("  let end = a.offsets + a.count")
    emit("  while offset < end {")
    emit("    let term = a.input + Int(truncatingIfNeeded: offset.pointee)")
    if rows > 1:
        emit("    let lower = term + a.inputRowStep")
    if len(pixels) == 1 and blocks == most_blocks:
        # Weights of which each is used once come from memory, faster than the CPU looks ahead.
        emit("    espalier_prefetch(weights + 2048)")
        if blocks > 1:
            emit("    espalier_prefetch(weights + 2112)")
    for b in range(blocks):
        at = f" + {b} &* integerTermBytes" if b else ""
        emit(f"    let w{b} = loadWeights(weights{at})")
    for p, (r, c) in enumerate(pixels):
        base = "lower" if r else "term"
        emit(f"    let x{p} = loadQuad({base}{offset(c * spacing)})")
        for b in range(blocks):
            emit(f"    s{p}_{b} = accumulate(s{p}_{b}, x{p}, w{b})")
    emit(f"    weights += {blocks} &* integerTermBytes")
    emit("    offset += 1")
    emit("  }")
    emit("  let stage = a.stage")
    for b in range(blocks):
        emit(f"  let bias{b} = a.bias{offset(b * LANES)}")
        emit(f"  let m{b} = loadReals(a.multipliers{offset(b * LANES)})")
    # Rows of one block are contiguous pixels; every other distance is a stride.
    groups = [(r, b) for r in range(rows) for b in range(blocks)]
    for r, b in groups:
        emit(f"  let q{r}_{b} = a.result{distance(r, b, 'result')}")

    def sums(r, c, b):
        return f"total(s{r * columns + c}_{b}, bias{b})"

    # In registers: codes that were just stored byte by byte cannot be loaded again at once.
    emit("  if let residual = a.residual {")
    emit("    let sum = SecondStage(a.requantization)")
    for r, b in groups:
        emit(f"    let r{r}_{b} = residual{distance(r, b, 'residual')}")
        for c in range(columns):
            emit(f"    storeCodes(")
            emit(f"      sum(stage.centred({sums(r, c, b)}, m{b}), loadCodes(r{r}_{b}{offset(c * LANES)})),")
            emit(f"      q{r}_{b}{offset(c * LANES)})")
    emit("    return")
    emit("  }")
    for r, b in groups:
        c = 0
        while c < columns:
            place = f"q{r}_{b}{offset(c * LANES)}"
            if c + 4 <= columns:
                emit("  storeFour(")
                emit(f"    stage, {', '.join(sums(r, c + k, b) for k in range(4))}, m{b}, a,")
                emit(f"    {place})")
                c += 4
            else:
                emit(f"  storeCodes(stage({sums(r, c, b)}, m{b}), {place})")
                c += 1
    emit("}")
    return "\n".join(out)


def dispatch(pixels, blocks, most_blocks):
    out = []
    emit = out.append
    emit(f"private func integerTile{blocks}(")
    emit("  _ t: UnsafePointer<IntegerTile>, rows: Int, columns: Int, spacing: Int")
    emit(") {")
    emit("  switch (spacing, rows, columns) {")
    widths = []
    for spacing in SPACINGS:
        listed = shapes(pixels, blocks, most_blocks, spacing)
        widths.append((spacing, sum(1 << c for r, c in listed if r == 1)))
        for r, c in listed:
            emit(f"  case ({spacing}, {r}, {c}): tile{r}x{c}x{blocks}s{spacing}(t)")
    emit("  default:")
    emit("    splitIntegerTile(")
    emit(f"      t, rows: rows, columns: columns, spacing: spacing, blocks: {blocks},")
    emit(f"      widths: integerTileWidths{blocks}(spacing))")
    emit("  }")
    emit("}")
    emit("")
    emit("/// The widths of one row that there are, as bits; of other distances a single pixel.")
    emit("@inline(always)")
    emit(f"private func integerTileWidths{blocks}(_ spacing: Int) -> Int {{")
    emit("  switch spacing {")
    for spacing, bits in widths:
        emit(f"  case {spacing}: 0b{bits:b}")
    emit("  default: 0b10")
    emit("  }")
    emit("}")
    return "\n".join(out)


def chooser(blocks):
    out = ["/// Computes one tile.", "func integerTile(",
           "  _ t: UnsafePointer<IntegerTile>, rows: Int, columns: Int, spacing: Int, blocks: Int",
           ") {"]
    if blocks == 1:
        out.append("  integerTile1(t, rows: rows, columns: columns, spacing: spacing)")
    else:
        out += ["  if blocks == 1 {",
                "    integerTile1(t, rows: rows, columns: columns, spacing: spacing)",
                "  } else {",
                "    integerTile2(t, rows: rows, columns: columns, spacing: spacing)", "  }"]
    out.append("}")
    return "\n".join(out)


for target, configuration in CONFIGURATIONS.items():
    pixels, blocks = (configuration[k] for k in ("pixels", "blocks"))
    parts = [
        "// Written by Sources/Kernels/generate_integer_tiles.py. SPDX-License-Identifier: Apache-2.0\n"
        "internal import CSIMD\ninternal import KernelTypes",
        f"/// The most pixels of a tile.\n@inline(always) var integerTilePixels: Int {{ {pixels} }}",
        f"/// The most blocks of output channels of a tile.\n"
        f"@inline(always) var integerTileBlocks: Int {{ {blocks} }}",
        chooser(blocks),
    ]
    for b in range(1, blocks + 1):
        for spacing in SPACINGS:
            parts += [tile(r, c, b, blocks, spacing) for r, c in shapes(pixels, b, blocks, spacing)]
        parts.append(dispatch(pixels, b, blocks))
    (SOURCES / target / "IntegerTiles.swift").write_text("\n\n".join(parts) + "\n")
