// SPDX-License-Identifier: Apache-2.0
import KernelTypes
import Testing

extension WindowGeometry {
  var inputSize: Int { inputHeight * inputWidth }
  var outputSize: Int { outputHeight * outputWidth }
  var taps: Int { kernelHeight * kernelWidth }

  /// The row and column that a tap of an output reads.
  func source(output: Int, tap: Int) -> (row: Int, column: Int) {
    (
      output / outputWidth * strideHeight - padTop + tap / kernelWidth * dilationHeight,
      output % outputWidth * strideWidth - padLeft + tap % kernelWidth * dilationWidth
    )
  }

  /// The element that a tap of an output reads, nil outside of the plane.
  func element(output: Int, tap: Int) -> Int? {
    let (row, column) = source(output: output, tap: tap)
    guard 0..<inputHeight ~= row, 0..<inputWidth ~= column else { return nil }
    return row * inputWidth + column
  }

  /// Whether a tap is in the plane or its padding.
  func isPadded(output: Int, tap: Int) -> Bool {
    let (row, column) = source(output: output, tap: tap)
    return -padTop..<inputHeight + padBottom ~= row && -padLeft..<inputWidth + padRight ~= column
  }
}

func checkPool(_ kernel: Kernel, average: Bool) throws {
  var random = Random(seed: 10)
  for g in windows(seed: 11) {
    for hasSpecials in [false, true] {
      var x = random.floats(2 * g.inputSize)
      if hasSpecials { for s in specials { x[random.int(0...x.count - 1)] = s } }
      // Finite values of 10^9 would leave nothing of the others in an average.
      if average { x = x.map { abs($0) > 1000 ? $0 * .infinity : $0 } }
      var expected: [Double] = []
      for plane in 0..<2 {
        for output in 0..<g.outputSize {
          let values = (0..<g.taps).compactMap { g.element(output: output, tap: $0) }
            .map { Double(x[plane * g.inputSize + $0]) }
          if average {
            let count =
              g.countIncludePadding
              ? (0..<g.taps).count { g.isPadded(output: output, tap: $0) } : values.count
            expected.append(values.reduce(0, +) / Double(count))
          } else {
            expected.append(values.filter { !$0.isNaN }.max() ?? -.infinity)
          }
        }
      }
      try check(
        inputs: [x], outputCount: 2 * g.outputSize, expected: expected,
        average ? Tolerance(relative: 1e-6, absolute: 3e-6) : .exact, "\(kernel) \(g)"
      ) { p, y in
        average ? kernel.kernels.averagePool(p[0], y, 2, g) : kernel.kernels.maxPool(p[0], y, 2, g)
      }
    }
  }
}

func checkDepthwise(_ kernel: Kernel) throws {
  var random = Random(seed: 12)
  let functions = [
    UnaryFunction.identity, .relu6, .relu, UnaryFunction(.hardSwish), UnaryFunction(.silu),
  ]
  for (index, g) in windows(seed: 13).enumerated() {
    let multiplier = 1 + index % 2
    let f = functions[index % functions.count]
    let x = random.floats(2 * g.inputSize)
    let w = random.floats(2 * multiplier * g.taps)
    let bias = index % 3 == 0 ? nil : random.floats(2 * multiplier)
    var expected: [Double] = []
    for channel in 0..<2 * multiplier {
      for output in 0..<g.outputSize {
        var sum = Double(bias?[channel] ?? 0)
        for tap in 0..<g.taps {
          guard let e = g.element(output: output, tap: tap) else { continue }
          sum +=
            Double(w[channel * g.taps + tap]) * Double(x[channel / multiplier * g.inputSize + e])
        }
        expected.append(reference(f, sum))
      }
    }
    try check(
      inputs: [x, w, bias ?? [0]], outputCount: expected.count, expected: expected,
      Tolerance(relative: 3e-6, absolute: 3e-5), "\(kernel) \(f) \(g)"
    ) { p, y in
      kernel.kernels.depthwise(p[0], p[1], bias == nil ? nil : p[2], y, 2, multiplier, f, g)
    }
  }
}

func checkIm2col(_ kernel: Kernel) throws {
  var random = Random(seed: 14)
  let channels = 3
  for g in windows(seed: 15) {
    let x = random.floats(channels * g.inputSize)
    let firstRow = random.int(0...channels * g.taps - 1)
    let firstColumn = random.int(0...g.outputSize - 1)
    let part = PanelRange(
      firstRow: firstRow, rows: random.int(1...channels * g.taps - firstRow),
      firstColumn: firstColumn, columns: random.int(1...g.outputSize - firstColumn))
    let whole = PanelRange(
      firstRow: 0, rows: channels * g.taps, firstColumn: 0, columns: g.outputSize)
    for range in [whole, part] {
      var expected: [Double] = []
      for row in range.firstRow..<range.firstRow + range.rows {
        for column in range.firstColumn..<range.firstColumn + range.columns {
          let e = g.element(output: column, tap: row % g.taps)
          expected.append(e.map { Double(x[row / g.taps * g.inputSize + $0]) } ?? 0)
        }
      }
      try check(
        inputs: [x], outputCount: expected.count, expected: expected, .exact,
        "\(kernel) \(range) \(g)"
      ) { p, y in kernel.kernels.im2col(p[0], y, g, range) }
    }
  }
}
