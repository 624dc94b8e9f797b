// SPDX-License-Identifier: Apache-2.0
import KernelTypes
import Testing

/// What each operator is, in `Float`, where all but the fused ones are exactly rounded.
private func reference(_ op: BinaryOperator, _ a: Float, _ b: Float) -> Float {
  switch op {
  case .add: a + b
  case .subtract: a - b
  case .multiply: a * b
  case .divide: a / b
  case .minimum: a.isNaN || b.isNaN ? .nan : Swift.min(a, b)
  case .maximum: a.isNaN || b.isNaN ? .nan : Swift.max(a, b)
  case .prelu: a < 0 ? b * a : a
  case .squaredDifference: (a - b) * (a - b)
  }
}

func checkBinary(_ kernel: Kernel, _ op: BinaryOperator) throws {
  var random = Random(seed: 2)
  for count in sizes {
    for rows in [1, 3] {
      for (leftRow, leftColumn, rightRow, rightColumn) in [
        (count, 1, count, 1), (count, 1, 0, 0), (count, 1, 1, 0), (count, 1, 0, 1),
        (0, 0, count, 1), (1, 0, count, 1), (0, 1, count, 1), (1, 0, 0, 0), (count + 2, 1, 1, 0),
      ] {
        let g = BinaryGeometry(
          rows: rows, columns: count, leftRowStride: leftRow, leftColumnStride: leftColumn,
          rightRowStride: rightRow, rightColumnStride: rightColumn)
        try checkBinary(kernel, op, g, &random)
      }
    }
  }
  // Every pair of special values.
  let pairs = specials.flatMap { a in specials.map { (a, $0) } }
  try check(
    inputs: [pairs.map(\.0), pairs.map(\.1)], outputCount: pairs.count,
    expected: pairs.map { Double(reference(op, $0, $1)) }, .exact, "\(kernel) of special values"
  ) { inputs, y in
    kernel.kernels.binary(op, inputs[0], inputs[1], y, BinaryGeometry(count: pairs.count))
  }
}

private func checkBinary(
  _ kernel: Kernel, _ op: BinaryOperator, _ g: BinaryGeometry, _ random: inout Random
) throws {
  func extent(_ row: Int, _ column: Int) -> Int {
    g.columns == 0 ? 1 : (g.rows - 1) * row + (g.columns - 1) * column + 1
  }
  let a = random.floats(extent(g.leftRowStride, g.leftColumnStride))
  let b = random.floats(extent(g.rightRowStride, g.rightColumnStride))
  var expected: [Double] = []
  for r in 0..<g.rows {
    for c in 0..<g.columns {
      let left = a[r * g.leftRowStride + c * g.leftColumnStride]
      let right = b[r * g.rightRowStride + c * g.rightColumnStride]
      expected.append(Double(reference(op, left, right)))
    }
  }
  try check(
    inputs: [a, b], outputCount: g.rows * g.columns, expected: expected, .exact, "\(kernel) \(g)"
  ) { inputs, y in kernel.kernels.binary(op, inputs[0], inputs[1], y, g) }
}
