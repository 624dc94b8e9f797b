// SPDX-License-Identifier: Apache-2.0
internal import KernelTypes

/// An elementwise function of two `Lanes`.
private protocol LaneOperator {
  static func apply(_ a: Lanes, _ b: Lanes) -> Lanes
}

private enum Add: LaneOperator {
  @inline(always) static func apply(_ a: Lanes, _ b: Lanes) -> Lanes { a + b }
}

private enum Subtract: LaneOperator {
  @inline(always) static func apply(_ a: Lanes, _ b: Lanes) -> Lanes { a - b }
}

private enum Multiply: LaneOperator {
  @inline(always) static func apply(_ a: Lanes, _ b: Lanes) -> Lanes { a * b }
}

private enum Divide: LaneOperator {
  @inline(always) static func apply(_ a: Lanes, _ b: Lanes) -> Lanes { a / b }
}

private enum Minimum: LaneOperator {
  @inline(always) static func apply(_ a: Lanes, _ b: Lanes) -> Lanes { minimum(a, b) }
}

private enum Maximum: LaneOperator {
  @inline(always) static func apply(_ a: Lanes, _ b: Lanes) -> Lanes { maximum(a, b) }
}

private enum PReLU: LaneOperator {
  @inline(always) static func apply(_ a: Lanes, _ b: Lanes) -> Lanes {
    a.replacing(with: b * a, where: a .< splat(0))
  }
}

private enum SquaredDifference: LaneOperator {
  @inline(always) static func apply(_ a: Lanes, _ b: Lanes) -> Lanes {
    let d = a - b
    return d * d
  }
}

/// Reads a row of an operand: from memory, or the same value in all lanes.
private protocol OperandRow {
  func lanes(at i: Int) -> Lanes
  func lanes(at i: Int, count: Int) -> Lanes
}

private struct VectorRow: OperandRow {
  let p: UnsafePointer<Float>
  @inline(always) func lanes(at i: Int) -> Lanes { load(p + i) }
  @inline(always) func lanes(at i: Int, count: Int) -> Lanes { load(p + i, 0, count) }
}

private struct ScalarRow: OperandRow {
  let value: Lanes
  @inline(always) func lanes(at i: Int) -> Lanes { value }
  @inline(always) func lanes(at i: Int, count: Int) -> Lanes { value }
}

@inline(always)
private func combine<O: LaneOperator, A: OperandRow, B: OperandRow>(
  _: O.Type, _ a: A, _ b: B, _ y: UnsafeMutablePointer<Float>, _ count: Int
) {
  var i = 0
  while i &+ laneCount <= count {
    store(O.apply(a.lanes(at: i), b.lanes(at: i)), y + i)
    i &+= laneCount
  }
  if i < count {
    let rest = count &- i
    store(O.apply(a.lanes(at: i, count: rest), b.lanes(at: i, count: rest)), y + i, count: rest)
  }
}

@inline(always)
private func combineRows<O: LaneOperator>(
  _: O.Type, _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>,
  _ y: UnsafeMutablePointer<Float>, _ g: BinaryGeometry
) {
  var r = 0
  while r < g.rows {
    let left = a + r &* g.leftRowStride
    let right = b + r &* g.rightRowStride
    let out = y + r &* g.columns
    switch (g.leftColumnStride, g.rightColumnStride) {
    case (1, 1): combine(O.self, VectorRow(p: left), VectorRow(p: right), out, g.columns)
    case (1, _):
      combine(O.self, VectorRow(p: left), ScalarRow(value: splat(right[0])), out, g.columns)
    case (_, 1):
      combine(O.self, ScalarRow(value: splat(left[0])), VectorRow(p: right), out, g.columns)
    default:
      combine(
        O.self, ScalarRow(value: splat(left[0])), ScalarRow(value: splat(right[0])), out,
        g.columns)
    }
    r &+= 1
  }
}

func binary(
  _ op: BinaryOperator, _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>,
  _ y: UnsafeMutablePointer<Float>, _ g: BinaryGeometry
) {
  if g.columns == 0 { return }
  switch op {
  case .add: combineRows(Add.self, a, b, y, g)
  case .subtract: combineRows(Subtract.self, a, b, y, g)
  case .multiply: combineRows(Multiply.self, a, b, y, g)
  case .divide: combineRows(Divide.self, a, b, y, g)
  case .minimum: combineRows(Minimum.self, a, b, y, g)
  case .maximum: combineRows(Maximum.self, a, b, y, g)
  case .prelu: combineRows(PReLU.self, a, b, y, g)
  case .squaredDifference: combineRows(SquaredDifference.self, a, b, y, g)
  }
}
