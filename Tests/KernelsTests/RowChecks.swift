// SPDX-License-Identifier: Apache-2.0
import Glibc
import KernelTypes
import Testing

private let activations = [
  UnaryFunction.identity, .relu, .relu6, UnaryFunction(.leakyReLU, 0.1), UnaryFunction(.silu),
]

/// Sums of up to 2,000 terms of size 1 in `Float`.
private let sums = Tolerance(relative: 3e-6, absolute: 2e-5)

func checkBiasActivation(_ kernel: Kernel, perColumn: Bool) throws {
  var random = Random(seed: 3)
  for columns in sizes {
    for (variant, f) in activations.enumerated() {
      let g = RowsGeometry(
        rows: 3, columns: columns, inputStride: columns + 1, outputStride: columns,
        residualStride: columns + variant)
      var x = random.floats(3 * g.inputStride)
      if columns > 9 { x[4] = .nan }
      let bias = variant == 1 ? nil : random.floats(perColumn ? columns : 3)
      let residual = variant == 2 ? nil : random.floats(3 * g.residualStride)
      var expected: [Double] = []
      for r in 0..<3 {
        for c in 0..<columns {
          let shift = bias.map { Double($0[perColumn ? c : r]) } ?? 0
          let added = residual.map { Double($0[r * g.residualStride + c]) } ?? 0
          expected.append(reference(f, Double(x[r * g.inputStride + c]) + shift + added))
        }
      }
      let run =
        perColumn ? kernel.kernels.columnBiasActivation : kernel.kernels.biasActivation
      try check(
        inputs: [x, bias ?? [0], residual ?? [0]], outputCount: 3 * columns, expected: expected,
        Tolerance(relative: 2e-6, absolute: 1e-6), "\(kernel) \(f) \(columns)"
      ) { p, y in run(p[0], bias == nil ? nil : p[1], residual == nil ? nil : p[2], y, f, g) }
    }
  }
}

func checkScaleShift(_ kernel: Kernel) throws {
  var random = Random(seed: 4)
  for columns in sizes {
    for f in activations {
      let x = random.floats(4 * columns)
      let scale = random.floats(4)
      let shift = random.floats(4)
      let expected = x.indices.map { i in
        let r = i / columns
        return reference(f, Double(x[i]) * Double(scale[r]) + Double(shift[r]))
      }
      try check(
        inputs: [x, scale, shift], outputCount: x.count, expected: expected,
        Tolerance(relative: 2e-6, absolute: 2e-6), "\(kernel) \(f) \(columns)"
      ) { p, y in
        kernel.kernels.scaleShift(p[0], p[1], p[2], y, f, RowsGeometry(rows: 4, columns: columns))
      }
    }
  }
}

func checkSoftmax(_ kernel: Kernel, logarithm: Bool) throws {
  var random = Random(seed: 5)
  for axis in sizes where axis > 0 {
    for inner in [1, 2, 8, 17, 33] {
      for special: Float? in [nil, .nan, .infinity, -.infinity] {
        var x = random.floats(2 * axis * inner, in: -30...30)
        if let special { x[x.count / 2] = special }
        var expected = Array(repeating: 0.0, count: x.count)
        for slice in 0..<2 * inner {
          let first = slice / inner * axis * inner + slice % inner
          let indices = (0..<axis).map { first + $0 * inner }
          let largest = indices.map { Double(x[$0]) }.max() ?? 0
          let exponentials = indices.map { exp(Double(x[$0]) - largest) }
          let sum = exponentials.reduce(0, +)
          for (i, e) in zip(indices, exponentials) {
            expected[i] = logarithm ? Double(x[i]) - largest - log(sum) : e / sum
          }
          if indices.contains(where: { x[$0].isNaN || x[$0] == .infinity }) {
            for i in indices { expected[i] = .nan }
          }
        }
        try check(
          inputs: [x], outputCount: x.count, expected: expected,
          Tolerance(relative: 3e-6, absolute: logarithm ? 3e-6 : 1e-37),
          "\(kernel) \(axis) \(inner)"
        ) { p, y in kernel.kernels.softmax(p[0], y, 2, axis, inner, logarithm) }
      }
    }
  }
}

/// What each reduction is, in `Double`.
private func reference(_ kind: ReductionKind, _ x: [Float]) -> Double {
  let v = x.map(Double.init)
  switch kind {
  case .sum: return v.reduce(0, +)
  case .mean: return v.reduce(0, +) / Double(v.count)
  case .maximum: return v.contains(where: \.isNaN) ? .nan : v.max() ?? -.infinity
  case .minimum: return v.contains(where: \.isNaN) ? .nan : v.min() ?? .infinity
  case .sumOfSquares: return v.reduce(0) { $0 + $1 * $1 }
  case .sumOfMagnitudes: return v.reduce(0) { $0 + abs($1) }
  }
}

func checkReduction(_ kernel: Kernel, _ kind: ReductionKind, overRows: Bool) throws {
  var random = Random(seed: 6)
  for columns in sizes + [2000] {
    for rows in [0, 1, 4, 9] {
      for special: Float? in [nil, .nan, .infinity, -.infinity] {
        var x = random.floats(rows * columns)
        if let special, !x.isEmpty { x[x.count / 2] = special }
        let expected =
          overRows
          ? (0..<rows).map { reference(kind, Array(x[$0 * columns..<($0 + 1) * columns])) }
          : (0..<columns).map { c in reference(kind, (0..<rows).map { x[$0 * columns + c] }) }
        let isExact = kind == .maximum || kind == .minimum
        try check(
          inputs: [x], outputCount: expected.count, expected: expected, isExact ? .exact : sums,
          "\(kernel) \(rows)x\(columns)"
        ) { p, y in
          let run = overRows ? kernel.kernels.reduceRows : kernel.kernels.reduceColumns
          run(kind, p[0], y, rows, columns)
        }
      }
    }
  }
}

func checkResponseNormalization(_ kernel: Kernel) throws {
  var random = Random(seed: 7)
  for (channels, size) in [(1, 5), (7, 3), (16, 5), (9, 4), (12, 1)] {
    for count in sizes {
      for beta: Float in [0.75, 0.5, 1.3] {
        let p = ResponseNormalization(size: size, alpha: 0.3, beta: beta, bias: 1.5)
        let x = random.floats(channels * count)
        let expected = x.indices.map { i in
          let c = i / count
          let window = max(0, c - (size - 1) / 2)..<min(channels, c + size / 2 + 1)
          let sum = window.reduce(0.0) { $0 + pow(Double(x[$1 * count + i % count]), 2) }
          return Double(x[i]) / pow(1.5 + Double(p.alpha) / Double(size) * sum, Double(beta))
        }
        try check(
          inputs: [x], outputCount: x.count, expected: expected, .init(relative: 3e-6, absolute: 0),
          "\(kernel) \(p) \(count)"
        ) { q, y in kernel.kernels.responseNormalization(q[0], y, channels, count, p) }
      }
    }
  }
}

func checkDot(_ kernel: Kernel) throws {
  var random = Random(seed: 8)
  for count in sizes + [1000] {
    let a = random.floats(count)
    let b = random.floats(count)
    let expected = zip(a, b).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
    try check(
      inputs: [a, b], outputCount: 1, expected: [expected], sums, "\(kernel) \(count)"
    ) { p, y in y[0] = kernel.kernels.dot(p[0], p[1], count) }
  }
}

func checkGemv(_ kernel: Kernel) throws {
  var random = Random(seed: 9)
  for rows in [0, 1, 3, 4, 5, 8, 19] {
    for columns in sizes + [1000] {
      let f = activations[(rows + columns) % activations.count]
      let w = random.floats(rows * columns)
      let x = random.floats(columns)
      let bias = columns % 2 == 0 ? random.floats(rows) : nil
      let expected = (0..<rows).map { r in
        let sum = (0..<columns).reduce(0.0) { $0 + Double(w[r * columns + $1]) * Double(x[$1]) }
        return reference(f, sum + Double(bias?[r] ?? 0))
      }
      try check(
        inputs: [w, x, bias ?? [0]], outputCount: rows, expected: expected, sums,
        "\(kernel) \(rows)x\(columns) \(f)"
      ) { p, y in kernel.kernels.gemv(p[0], p[1], bias == nil ? nil : p[2], y, rows, columns, f) }
    }
  }
}
