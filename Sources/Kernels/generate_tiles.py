#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes ConvolutionTiles.swift of each instruction set: python3 Sources/Kernels/generate_tiles.py

A tile is a rectangle of output pixels times some blocks of output channels, whose sums stay in
registers for the whole of K. Swift keeps local variables in registers but not the elements of a
tuple that is indexed by a variable, and it has no integer templates, so each size is written out,
and each distance between pixels as a literal, which becomes the displacement of an address. What
is read for a term of K is where a list of offsets says: that serves taps, channels that start
anywhere in a block, images in planes, and weights of which only some blocks are there.
"""
import pathlib

SOURCES = pathlib.Path(__file__).resolve().parent.parent

# Registers of the instruction set bound pixels x blocks: sums, a weight for each block, a pixel.
CONFIGURATIONS = {
    "KernelsPortable": dict(pixels=5, blocks=1, lanes=8),
    "KernelsAVX2": dict(pixels=6, blocks=2, lanes=8),
    "KernelsAVX512": dict(pixels=14, blocks=2, lanes=16),
}


def spacings(lanes):
    """Distances between the pixels of a tile: strides 1 and 2 in blocks, 1, 2 and 4 in planes."""
    return [lanes, 2 * lanes, 1, 2, 4]


def shapes(pixels, blocks, most_blocks, spacing, lanes):
    """(rows, columns) of the tiles there are: one row, or two rows where a row is short.

    All widths where most of the work is, which is at stride 1 with the most blocks; elsewhere a
    few, of which others are put together, since each takes the compiler a third of a second.
    """
    widths = range(1, pixels + 1)
    if pixels > 6 and (spacing != lanes or blocks < most_blocks):
        widths = [1, 2, 4, 7, 10, 14]
    paired = [w for w in widths if 2 * w <= pixels]
    if pixels > 6 and (spacing != lanes or blocks < most_blocks):
        paired = paired[-1:]
    if spacing < lanes:
        paired = []
    return [(1, w) for w in widths] + [(2, w) for w in paired]


def offset(count):
    """An offset in source text; nothing for 0, so that there is less to compile."""
    return f" + {count}" if count else ""


def distance(row, block, name):
    """Where a row and block of a tile are, from the first ones."""
    return (f" + a.{name}RowStride" if row else "") + (f" + a.{name}BlockStride" if block else "")


def tile(rows, columns, blocks, spacing, lanes):
    pixels = [(r, c) for r in range(rows) for c in range(columns)]
    out = []
    emit = out.append
    emit(f"/// {rows} × {columns} pixels, {spacing} `Float`s apart, "
         f"{blocks} block{'s' if blocks > 1 else ''} of channels.")
    emit("@inline(never)")
    emit(f"private func tile{rows}x{columns}x{blocks}s{spacing}("
         "_ t: UnsafePointer<TileArguments>) {")
    emit("  let a = t.pointee")
    for b in range(blocks):
        emit(f"  let bias{b} = load(a.bias{offset(b * lanes)})")
    for p in range(len(pixels)):
        for b in range(blocks):
            emit(f"  var s{p}_{b} = bias{b}")
    emit("  var weights = a.weights")
    emit("  var offset = a.offsets")
    emit("  let end = a.offsets + a.count")
    emit("  while offset < end {")
    emit("    let term = a.input + Int(truncatingIfNeeded: offset.pointee)")
    if rows > 1:
        emit("    let lower = term + a.inputRowStep")
    for b in range(blocks):
        emit(f"    let w{b} = load(weights{offset(b * lanes)})")
    for p, (r, c) in enumerate(pixels):
        base = "lower" if r else "term"
        emit(f"    let x{p} = splat({base}[{c * spacing}])")
        for b in range(blocks):
            emit(f"    s{p}_{b} = multiplyAdd(x{p}, w{b}, s{p}_{b})")
    emit(f"    weights += {blocks * lanes}")
    emit("    offset += 1")
    emit("  }")
    # Rows of one block are contiguous pixels; every other distance is a stride.
    groups = [(r, b) for r in range(rows) for b in range(blocks)]
    emit("  if let residual = a.residual {")
    for r, b in groups:
        emit(f"    let p{r}_{b} = residual{distance(r, b, 'residual')}")
        for c in range(columns):
            emit(f"    s{r * columns + c}_{b} += load(p{r}_{b}{offset(c * lanes)})")
    emit("  }")
    emit("  let low = splat(a.low)")
    emit("  let high = splat(a.high)")
    for r, b in groups:
        emit(f"  let q{r}_{b} = a.result{distance(r, b, 'result')}")
        for c in range(columns):
            value = f"s{r * columns + c}_{b}"
            emit(f"  store(smaller(high, larger(low, {value})), q{r}_{b}{offset(c * lanes)})")
    emit("}")
    return "\n".join(out)


def dispatch(pixels, blocks, most_blocks, lanes):
    out = []
    emit = out.append
    emit(f"/// Computes one tile of {blocks} block{'s' if blocks > 1 else ''} of channels.")
    emit(f"func convolveTile{blocks}(")
    emit("  _ t: UnsafePointer<TileArguments>, rows: Int, columns: Int, spacing: Int")
    emit(") {")
    emit("  switch (spacing, rows, columns) {")
    widths = []
    for spacing in spacings(lanes):
        listed = shapes(pixels, blocks, most_blocks, spacing, lanes)
        widths.append((spacing, sum(1 << c for r, c in listed if r == 1)))
        for r, c in listed:
            emit(f"  case ({spacing}, {r}, {c}): tile{r}x{c}x{blocks}s{spacing}(t)")
    emit("  default:")
    emit("    splitTile(")
    emit(f"      t, rows: rows, columns: columns, spacing: spacing, blocks: {blocks},")
    emit(f"      widths: tileWidths{blocks}(spacing))")
    emit("  }")
    emit("}")
    emit("")
    emit("/// The widths of one row that there are, as bits; of other distances a single pixel.")
    emit(f"@inline(always)")
    emit(f"private func tileWidths{blocks}(_ spacing: Int) -> Int {{")
    emit("  switch spacing {")
    for spacing, bits in widths:
        emit(f"  case {spacing}: 0b{bits:b}")
    emit("  default: 0b10")
    emit("  }")
    emit("}")
    return "\n".join(out)


for target, configuration in CONFIGURATIONS.items():
    pixels, blocks, lanes = (configuration[k] for k in ("pixels", "blocks", "lanes"))
    parts = [
        "// Written by Sources/Kernels/generate_tiles.py. SPDX-License-Identifier: Apache-2.0",
        f"/// The most pixels of a tile.\n@inline(always) var tilePixels: Int {{ {pixels} }}",
        f"/// The most blocks of output channels of a tile.\n"
        f"@inline(always) var tileBlocks: Int {{ {blocks} }}",
    ]
    for b in range(1, blocks + 1):
        for spacing in spacings(lanes):
            parts += [tile(r, c, b, spacing, lanes)
                      for r, c in shapes(pixels, b, blocks, spacing, lanes)]
        parts.append(dispatch(pixels, b, blocks, lanes))
    if blocks == 1:
        parts.append(
            "/// Not called: no tile here has more than one block.\n"
            "@inline(always)\n"
            "func convolveTile2(\n"
            "  _ t: UnsafePointer<TileArguments>, rows: Int, columns: Int, spacing: Int\n) {}")
    (SOURCES / target / "ConvolutionTiles.swift").write_text("\n\n".join(parts) + "\n")
