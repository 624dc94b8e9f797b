#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes WinogradTransforms.swift: python3 Sources/Kernels/generate_winograd.py

The one-dimensional transforms of minimal filtering F(m, r) by Toom-Cook interpolation at the points
below and infinity (Lavin and Gray, 2015, section 4; Blahut, "Fast Algorithms for
Signal Processing", chapter 5), as straight-line code. With the product of the nodes
N(x) = prod (x - p), the input row of a point p is N(x) / (x - p), that of infinity N(x); the weights
of p are divided by prod over the other points q of (p - q). Points that come in pairs p, -p share
most of their sums.

At stride 2 the taps of even and of odd number see inputs of even and of odd number: three taps are
F(m, 2) on the even inputs plus one tap, whose products are m, on the odd ones.
"""
import pathlib
from decimal import Decimal, getcontext

getcontext().prec = 40
ROOT_HALF = Decimal(1) / Decimal(2).sqrt()
HALF = Decimal(1) / 2

# Finite points for each number of points in all, infinity included; those of 5 are for stride 2. Those of 6 have half the error
# of 0, 1, -1, 2, -2.
POINTS = {
    4: [0, 1, -1],
    5: [0, 1, -1, HALF],
    6: [0, ROOT_HALF, -ROOT_HALF, 2 * ROOT_HALF, -2 * ROOT_HALF],
    7: [0, 1, -1, HALF, -HALF, 2],
    8: [0, 1, -1, 2, -2, HALF, -HALF],
}
# Outputs of a tile for each number of points.
OUTPUTS = {4: [2], 6: [4, 2], 7: [5], 8: [6, 4]}
# Outputs of a tile at stride 2, of one point more on the even inputs.
STRIDED_OUTPUTS = [4, 5]


def rounded(value):
    """Without the last digits, so that what is zero or one exactly is so here."""
    return value.quantize(Decimal("1e-30")).normalize()


def product(points):
    """Coefficients of prod (x - p), the lowest power first."""
    coefficients = [Decimal(1)]
    for p in points:
        shifted = [Decimal(0)] + coefficients
        scaled = [-Decimal(p) * c for c in coefficients] + [Decimal(0)]
        coefficients = [a + b for a, b in zip(shifted, scaled)]
    return [rounded(c) for c in coefficients]


def number(value):
    text = f"{float(value):.17g}"
    return text if "." in text or "e" in text else text + ".0"


def linear(terms):
    """An expression for the sum of coefficient · name, as multiply-adds."""
    terms = [(Decimal(c), n) for c, n in terms if c != 0]
    ones = [n for c, n in terms if c == 1]
    if ones:
        result = ones[0]
        terms.remove((Decimal(1), ones[0]))
    else:
        c, n = terms.pop(0)
        result = f"-{n}" if c == -1 else f"{n} * splat({number(c)})"
    for c, n in terms:
        if c == 1:
            result = f"({result}) + {n}" if " " in result else f"{result} + {n}"
        elif c == -1:
            result = f"({result}) - {n}" if " " in result else f"{result} - {n}"
        else:
            result = f"multiplyAdd({n}, splat({number(c)}), {result})"
    return result


def pairs(points):
    """Groups of points: [p, -p] or [p]."""
    rest = list(points)
    groups = []
    while rest:
        p = rest.pop(0)
        if p != 0 and -p in rest:
            rest.remove(-p)
            groups.append([p, -p])
        else:
            groups.append([p])
    return groups


def lane_tuple(count):
    return "(" + ", ".join(["Lanes"] * count) + ")"


def input_transform(alpha):
    points = POINTS[alpha]
    out = [
        f"/// Values at the {alpha} points from {alpha} neighbouring inputs.",
        "@inline(always)",
        f"func winogradInput{alpha}(",
        "  " + ", ".join(f"_ d{i}: Lanes" for i in range(alpha)),
        f") -> {lane_tuple(alpha)} {{",
    ]
    index = {p: i for i, p in enumerate(points)}
    for group in pairs(points):
        p = group[0]
        i = index[p]
        if len(group) == 1:
            row = product([q for q in points if q != p])
            out.append(f"  let v{i} = {linear([(c, f'd{k}') for k, c in enumerate(row)])}")
            continue
        j = index[group[1]]
        # With K the product without both, the rows are x·K + p·K and x·K - p·K.
        both = product([q for q in points if q not in group])
        same = [(c, f"d{k + 1}") for k, c in enumerate(both)]
        opposite = [(c, f"d{k}") for k, c in enumerate(both)]
        scale = Decimal(p)
        out.append(f"  let s{i} = {linear(same)}")
        out.append(f"  let t{i} = {linear(opposite)}")
        out.append(f"  let v{i} = {linear([(1, f's{i}'), (scale, f't{i}')])}")
        out.append(f"  let v{j} = {linear([(1, f's{i}'), (-scale, f't{i}')])}")
    row = product(points)
    last = alpha - 1
    out.append(f"  let v{last} = {linear([(c, f'd{k}') for k, c in enumerate(row)])}")
    out.append("  return (" + ", ".join(f"v{i}" for i in range(alpha)) + ")")
    out.append("}")
    return "\n".join(out)


def output_transform(alpha, outputs):
    points = POINTS[alpha]
    index = {p: i for i, p in enumerate(points)}
    out = [
        f"/// {outputs} neighbouring outputs from the products at the {alpha} points.",
        "@inline(always)",
        f"func winogradOutput{alpha}x{outputs}(",
        "  " + ", ".join(f"_ m{i}: Lanes" for i in range(alpha)),
        f") -> {lane_tuple(outputs)} {{",
    ]
    groups = pairs(points)
    for group in groups:
        if len(group) == 2:
            i, j = index[group[0]], index[group[1]]
            out.append(f"  let s{i} = m{i} + m{j}")
            out.append(f"  let t{i} = m{i} - m{j}")
    for y in range(outputs):
        terms = []
        for group in groups:
            p = Decimal(group[0])
            i = index[group[0]]
            power = rounded(p**y if y else Decimal(1))
            name = f"m{i}" if len(group) == 1 else (f"s{i}" if y % 2 == 0 else f"t{i}")
            terms.append((power, name))
        if y == outputs - 1:
            terms.append((Decimal(1), f"m{alpha - 1}"))
        out.append(f"  let y{y} = {linear(terms)}")
    out.append("  return (" + ", ".join(f"y{i}" for i in range(outputs)) + ")")
    out.append("}")
    return "\n".join(out)


def strided_input_transform(outputs):
    alpha = 2 * outputs + 1
    even = outputs + 1
    names = ", ".join(f"d{2 * i}" for i in range(even))
    values = [f"even.{i}" for i in range(even)] + [f"d{2 * i + 1}" for i in range(outputs)]
    return "\n".join([
        f"/// Values at the {alpha} points of stride 2: those of the even inputs, and the odd inputs.",
        "@inline(always)",
        f"func winogradInput{alpha}(",
        "  " + ", ".join(f"_ d{i}: Lanes" for i in range(alpha)),
        f") -> {lane_tuple(alpha)} {{",
        f"  let even = winogradInput{even}({names})",
        "  return (" + ", ".join(values) + ")",
        "}",
    ])


def strided_output_transform(outputs):
    alpha = 2 * outputs + 1
    even = outputs + 1
    out = [
        f"/// {outputs} neighbouring outputs of stride 2 from the products at the {alpha} points.",
        "@inline(always)",
        f"func winogradOutput{alpha}x{outputs}(",
        "  " + ", ".join(f"_ m{i}: Lanes" for i in range(alpha)),
        f") -> {lane_tuple(outputs)} {{",
        f"  let even = winogradOutput{even}x{outputs}(" + ", ".join(f"m{i}" for i in range(even))
        + ")",
        "  return (" + ", ".join(f"even.{i} + m{even + i}" for i in range(outputs)) + ")",
        "}",
    ]
    return "\n".join(out)


def input_tile(alpha):
    row = ", ".join(f"load(p + {i} &* laneCount)" if i else "load(p)" for i in range(alpha))
    out = [
        f"/// The values of one tile of {alpha} × {alpha} pixels at its points, row by row,",
        "/// `pointStride` apart. `rows` is memory for as many vectors.",
        "@inline(never)",
        f"func winogradInputTile{alpha}(",
        "  _ x: UnsafePointer<Float>, rowStride: Int, _ v: UnsafeMutablePointer<Float>,",
        "  pointStride: Int, rows: UnsafeMutablePointer<Float>",
        ") {",
        "  var i = 0",
        f"  while i < {alpha} {{",
        "    let p = x + i &* rowStride",
        f"    let line = winogradInput{alpha}(",
        f"      {row})",
        f"    let out = rows + i &* {alpha} &* laneCount",
    ]
    for i in range(alpha):
        out.append(f"    store(line.{i}, out + {i} &* laneCount)")
    out += ["    i &+= 1", "  }", "  var j = 0", f"  while j < {alpha} {{",
            "    let p = rows + j &* laneCount",
            f"    let column = winogradInput{alpha}("]
    column = ", ".join(f"load(p + {i * alpha} &* laneCount)" if i else "load(p)"
                       for i in range(alpha))
    out.append(f"      {column})")
    out.append("    let out = v + j &* pointStride")
    for i in range(alpha):
        out.append(f"    store(column.{i}, out + {i * alpha} &* pointStride)" if i
                   else "    store(column.0, out)")
    out += ["    j &+= 1", "  }", "}"]
    return "\n".join(out)


def output_tile(alpha, outputs):
    load_row = ", ".join(f"load(p + {i} &* pointStride)" if i else "load(p)" for i in range(alpha))
    load_column = ", ".join(
        f"load(p + {i * outputs} &* laneCount)" if i else "load(p)" for i in range(alpha))
    out = [
        f"/// The outputs of one tile of {outputs} × {outputs} pixels, of which `t` says what is "
        "stored.",
        "@inline(never)",
        f"func winogradOutputTile{alpha}x{outputs}(",
        "  _ m: UnsafePointer<Float>, pointStride: Int, _ t: WinogradOutput,",
        "  rows: UnsafeMutablePointer<Float>",
        ") {",
        "  var i = 0",
        f"  while i < {alpha} {{",
        f"    let p = m + i &* {alpha} &* pointStride",
        f"    let line = winogradOutput{alpha}x{outputs}(",
        f"      {load_row})",
        f"    let out = rows + i &* {outputs} &* laneCount",
    ]
    for i in range(outputs):
        out.append(f"    store(line.{i}, out + {i} &* laneCount)")
    out += ["    i &+= 1", "  }", "  let bias = load(t.bias)", "  let low = splat(t.low)",
            "  let high = splat(t.high)", "  var j = 0", "  while j < t.columns {",
            "    let p = rows + j &* laneCount",
            f"    let column = winogradOutput{alpha}x{outputs}(",
            f"      {load_column})",
            "    let y = t.result + j &* laneCount",
            "    if let residual = t.residual {",
            "      let r = residual + j &* laneCount"]
    for i in range(outputs):
        line = (f"store(smaller(high, larger(low, column.{i} + bias + "
                f"load(r + {i} &* t.residualRowStride))), y + {i} &* t.resultRowStride)")
        out.append(f"      if t.rows > {i} {{\n        {line}\n      }}")
    out.append("    } else {")
    for i in range(outputs):
        line = (f"store(smaller(high, larger(low, column.{i} + bias)), "
                f"y + {i} &* t.resultRowStride)")
        out.append(f"      if t.rows > {i} {{\n        {line}\n      }}")
    out += ["    }", "    j &+= 1", "  }", "}"]
    return "\n".join(out)


def points_function():
    out = ["/// Finite interpolation points of a transform with `count` points, by index.",
           "@inline(always)", "func winogradPoint(_ count: Int, _ index: Int) -> Double {",
           "  switch (count, index) {"]
    for alpha, points in POINTS.items():
        for i, p in enumerate(points):
            if p != 0:
                out.append(f"  case ({alpha}, {i}): {number(p)}")
    out += ["  default: 0", "  }", "}"]
    return "\n".join(out)


parts = [
    "// Written by Sources/Kernels/generate_winograd.py. SPDX-License-Identifier: Apache-2.0",
    points_function(),
]
for alpha in POINTS:
    parts.append(input_transform(alpha))
    strided = [m for m in STRIDED_OUTPUTS if m + 1 == alpha]
    for outputs in sorted(set(OUTPUTS.get(alpha, []) + strided)):
        parts.append(output_transform(alpha, outputs))
    if alpha in OUTPUTS:
        parts.append(input_tile(alpha))
        parts += [output_tile(alpha, outputs) for outputs in OUTPUTS[alpha]]
for outputs in STRIDED_OUTPUTS:
    alpha = 2 * outputs + 1
    parts += [strided_input_transform(outputs), input_tile(alpha)]
    parts += [strided_output_transform(outputs), output_tile(alpha, outputs)]
target = pathlib.Path(__file__).resolve().parent / "WinogradTransforms.swift"
target.write_text("\n\n".join(parts) + "\n")
