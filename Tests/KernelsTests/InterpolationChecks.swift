// SPDX-License-Identifier: Apache-2.0
import KernelTypes
import Testing

func checkWeightedSum(_ kernel: Kernel) throws {
  var random = Random(seed: 31)
  for count in sizes {
    for taps in 0...5 {
      let x = random.floats(count + 40)
      let offsets = (0..<taps).map { _ in random.int(0...40) }
      let weights = random.floats(taps)
      let expected = (0..<count).map { index in
        zip(offsets, weights).reduce(0.0) { $0 + Double(x[$1.0 + index]) * Double($1.1) }
      }
      try check(
        inputs: [x, weights], outputCount: count, expected: expected,
        Tolerance(relative: 1e-6, absolute: 3e-5), "\(kernel) \(count) × \(taps)"
      ) { inputs, output in
        kernel.kernels.weightedSum(inputs[0], offsets, inputs[1], taps, output, count)
      }
    }
  }
}

func checkInterpolateRows(_ kernel: Kernel) throws {
  var random = Random(seed: 32)
  for columns in sizes {
    for taps in 1...4 {
      let g = InterpolationGeometry(
        rows: random.int(0...3), inputColumns: random.int(1...40), outputColumns: columns,
        taps: taps)
      let x = random.floats(g.rows * g.inputColumns)
      let indices = (0..<taps * columns).map { _ in Int32(random.int(0...g.inputColumns - 1)) }
      let weights = random.floats(taps * columns)
      var expected: [Double] = []
      for row in 0..<g.rows {
        for column in 0..<columns {
          expected.append(
            (0..<taps).reduce(0.0) { sum, tap in
              let entry = tap * columns + column
              return sum + Double(x[row * g.inputColumns + Int(indices[entry])])
                * Double(weights[entry])
            })
        }
      }
      try check(
        inputs: [x, weights], outputCount: g.rows * columns, expected: expected,
        Tolerance(relative: 1e-6, absolute: 3e-5), "\(kernel) \(g)"
      ) { inputs, output in
        kernel.kernels.interpolateRows(inputs[0], output, indices, inputs[1], g)
      }
    }
  }
}

func checkAddStrided(_ kernel: Kernel) throws {
  var random = Random(seed: 33)
  for count in sizes {
    for stride in [1, 2, 3, 7] {
      let x = random.floats(count)
      let length = count == 0 ? 0 : (count - 1) * stride + 1
      let start = random.floats(length)
      var expected = start.map(Double.init)
      for index in 0..<count {
        expected[index * stride] = Double(start[index * stride] + x[index])
      }
      try check(
        inputs: [x], outputCount: length, expected: expected, .exact,
        "\(kernel) \(count), stride \(stride)"
      ) { inputs, output in
        for index in 0..<length { output[index] = start[index] }
        kernel.kernels.addStrided(inputs[0], output, count, stride)
      }
    }
  }
}
