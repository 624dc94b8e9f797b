// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors
import TestSupport
import Testing

/// Sums are computed in `Double`; the rounding of results and of float attributes remains.
private let rounding = 1e-5

@Suite struct BatchNormalizationTests {
  private let parameters = [
    Tensor([2, 1] as [Float]), Tensor([1, 0] as [Float]), Tensor([1, -1] as [Float]),
    Tensor([4, 1] as [Float]),
  ]

  @Test func `each channel is scaled and shifted`() throws {
    let x = Tensor([3, 5, 0, 1] as [Float], shape: [1, 2, 2])
    let y = try evaluate(BatchNormalization(epsilon: 0), [x] + parameters)
    expectClose(y, Tensor([3, 5, 1, 2] as [Float], shape: [1, 2, 2]), absolute: rounding)
  }

  @Test func `training uses the statistics of the batch and updates the running ones`() throws {
    let x = Tensor([0, 10, 4, 10] as [Float], shape: [2, 2])
    let outputs = try evaluateAll(
      BatchNormalization(epsilon: 0, momentum: 0.5, isTraining: true),
      [Tensor([0, 10, 4, 30] as [Float], shape: [2, 2])] + parameters)
    #expect(x.shape == outputs[0].shape)
    expectClose(
      outputs[0], Tensor([-1, -1, 3, 1] as [Float], shape: [2, 2]), absolute: rounding)
    expectClose(outputs[1], Tensor([1.5, 9.5] as [Float]), absolute: rounding)
    expectClose(outputs[2], Tensor([4, 50.5] as [Float]), absolute: rounding)
  }

  @Test func `parameters of another length are refused`() {
    #expect(throws: GraphError(.shapeMismatch, "the scale has 2 elements, expected 3")) {
      try evaluate(
        BatchNormalization(), [Tensor(zeros: .float32, shape: [1, 3, 2])] + parameters)
    }
  }
}

@Suite struct NormalizationTests {
  private func row(_ values: Float...) -> Tensor {
    Tensor(values, shape: [1, 2, values.count / 2])
  }
  private let ones = Tensor([1, 1] as [Float])
  private let zeros = Tensor([0, 0] as [Float])

  @Test func `instances are normalized one channel at a time`() throws {
    let y = try evaluate(
      InstanceNormalization(epsilon: 0), [row(1, 3, 10, 30), ones, Tensor([0, 5] as [Float])])
    expectClose(y, row(-1, 1, 4, 6), absolute: rounding)
  }

  @Test func `one group is normalized as a whole`() throws {
    let y = try evaluate(
      GroupNormalization(groups: 1, epsilon: 0), [row(0, 0, 2, 2), ones, zeros])
    expectClose(y, row(-1, -1, 1, 1), absolute: rounding)
    #expect(throws: GraphError.self) {
      try evaluate(GroupNormalization(groups: 3), [row(0, 0, 2, 2), ones, zeros])
    }
  }

  @Test func `layers are normalized over the last axes and give their statistics`() throws {
    let outputs = try evaluateAll(
      LayerNormalization(axis: -1, epsilon: 0), [row(1, 3, 10, 30), ones])
    expectClose(outputs[0], row(-1, 1, -1, 1), absolute: rounding)
    expectClose(outputs[1], Tensor([2, 20] as [Float], shape: [1, 2, 1]), absolute: rounding)
    expectClose(outputs[2], Tensor([1, 0.1] as [Float], shape: [1, 2, 1]), absolute: rounding)
    #expect(throws: GraphError(.indexOutOfRange, "axis 3 is outside a tensor of rank 3")) {
      try evaluate(LayerNormalization(axis: 3), [row(1, 3, 10, 30), ones])
    }
  }

  @Test func `the root mean square is divided out`() throws {
    let y = try evaluate(RMSNormalization(epsilon: 0), [row(3, -3, 0.5, 0.5), ones])
    expectClose(y, row(1, -1, 1, 1), absolute: rounding)
  }

  @Test func `norms are divided out and zeros stay`() throws {
    expectClose(
      try evaluate(LpNormalization(), [row(3, -4, 0, 0)]), row(0.6, -0.8, 0, 0),
      absolute: rounding)
    expectClose(
      try evaluate(LpNormalization(axis: 1, p: 1), [row(1, 2, 3, 2)]), row(0.25, 0.5, 0.75, 0.5),
      absolute: rounding)
    #expect(throws: GraphError.self) { try evaluate(LpNormalization(p: 3), [row(1, 2)]) }
  }

  @Test func `mean and variance are taken over the given axes`() throws {
    let y = try evaluate(MeanVarianceNormalization(axes: [0, 2]), [row(1, 3, 10, 30)])
    expectClose(y, row(-1, 1, -1, 1), absolute: rounding)
    #expect(throws: GraphError.self) {
      try evaluate(MeanVarianceNormalization(axes: [1, -2]), [row(1, 3)])
    }
  }

  @Test func `neighbouring channels inhibit each other`() throws {
    let x = Tensor([1, 2, 3, 4] as [Float], shape: [1, 4, 1, 1])
    let y = try evaluate(
      LocalResponseNormalization(size: 2, alpha: 2, beta: 1, bias: 1), [x])
    let expected: [Float] = [0.16666667, 0.14285715, 0.115384616, 0.23529412]
    expectClose(y, Tensor(expected, shape: [1, 4, 1, 1]), absolute: rounding)
    #expect(throws: GraphError.self) {
      try evaluate(LocalResponseNormalization(size: 0), [x])
    }
    // A size beyond all channels is the sum over all of them, however large it is.
    let huge = LocalResponseNormalization(size: Int.max, alpha: 0, beta: 1, bias: 1)
    expectClose(try evaluate(huge, [x]), x, absolute: rounding)
  }
}

@Suite struct DropoutTests {
  private let x = Tensor([1, 2, 3, 4, 5] as [Float])

  @Test func `inference passes the input on`() throws {
    let outputs = try evaluateAll(Dropout(), [x, Tensor(scalar: Float(0.9))])
    #expect(outputs[0] == x)
    #expect(outputs[1] == Tensor([true, true, true, true, true]))
  }

  /// `numpy.random.RandomState(0).uniform(size=5)` is 0.5488, 0.7152, 0.6028, 0.5449, 0.4237.
  @Test func `training with a seed drops what NumPy's generator drops`() throws {
    let outputs = try evaluateAll(
      Dropout(seed: 0), [x, Tensor(scalar: Float(0.6)), Tensor(scalar: true)])
    #expect(outputs[1] == Tensor([false, true, true, false, false]))
    expectClose(outputs[0], Tensor([0, 5, 7.5, 0, 0] as [Float]), absolute: rounding)
  }

  @Test(arguments: [Float(1), -0.1, .nan])
  func `ratios outside 0 to 1 are refused`(ratio: Float) {
    let error = #expect(throws: GraphError.self) {
      try evaluate(Dropout(), [x, Tensor(scalar: ratio)])
    }
    #expect(error?.code == .invalidAttribute)
  }
}
