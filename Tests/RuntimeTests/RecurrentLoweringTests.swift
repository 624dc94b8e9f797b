// SPDX-License-Identifier: Apache-2.0
import IR
import Runtime
import Tensors
import TestSupport
import Testing

/// Recurrent layers of all forms, against reference evaluation.
@Suite struct RecurrentLoweringTests {
  /// Sums of some dozen products, through a few steps.
  private static let tolerance = 2e-5

  private func check<Op: RecurrentOperation>(
    _ operation: Op, _ generator: inout SeededGenerator, optional: Bool
  ) throws {
    let (steps, batch) = (generator.number(1...6), generator.number(1...5))
    let (size, hidden) = (generator.number(1...7), operation.hiddenSize)
    let ways = operation.direction.count
    let x = generator.normalTensor(
      operation.isBatchFirst ? [batch, steps, size] : [steps, batch, size])
    let state = operation.isBatchFirst ? [batch, ways, hidden] : [ways, batch, hidden]
    var inputs: [Tensor?] = [
      x, generator.normalTensor([ways, Op.gateCount * hidden, size], scale: 0.5),
      generator.normalTensor([ways, Op.gateCount * hidden, hidden], scale: 0.5),
    ]
    if optional {
      inputs += [
        generator.normalTensor([ways, 2 * Op.gateCount * hidden]),
        Tensor([Int32](repeating: Int32(steps), count: batch)), generator.normalTensor(state),
      ]
      if Op.hasCell {
        inputs += [
          generator.normalTensor(state), generator.normalTensor([ways, 3 * hidden], scale: 0.3),
        ]
      }
    }
    try LoweringExample(
      operation, inputs, constants: [1, 2, 4], outputCount: Op.hasCell ? 3 : 2
    ).check(absolute: Self.tolerance, relative: 1e-4)
  }

  @Test(arguments: Array(0..<40) as [UInt64])
  func `a recurrent layer equals the reference`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let direction = generator.choice(RecurrentDirection.allCases)
    let hidden = generator.number(1...19)
    let isBatchFirst = generator.isTrue()
    let clip: Float? = generator.choice([nil, nil, 0.6])
    let optional = generator.isTrue()
    let functions: [RecurrentActivation] = [
      RecurrentActivation(.sigmoid), RecurrentActivation(.softsign),
      RecurrentActivation(.relu), RecurrentActivation(.sigmoid),
      RecurrentActivation(.hardSigmoid), RecurrentActivation(.tanh),
    ]
    func activations(_ count: Int) -> [RecurrentActivation]? {
      seed % 3 == 0 ? Array(functions.prefix(count * direction.count)) : nil
    }
    try check(
      LSTM(
        hiddenSize: hidden, direction: direction, isBatchFirst: isBatchFirst, clip: clip,
        activations: activations(3), couplesInputAndForget: generator.isTrue()),
      &generator, optional: optional)
    for isLinear in [false, true] {
      try check(
        GRU(
          hiddenSize: hidden, direction: direction, isBatchFirst: isBatchFirst, clip: clip,
          activations: activations(2), isLinearBeforeReset: isLinear),
        &generator, optional: optional)
    }
    try check(
      RNN(
        hiddenSize: hidden, direction: direction, isBatchFirst: isBatchFirst, clip: clip,
        activations: activations(1)),
      &generator, optional: optional)
  }

  @Test func `a long sequence is walked in pieces`() throws {
    var generator = SeededGenerator(seed: 77)
    let layer = LSTM(hiddenSize: 64, direction: .bidirectional)
    let x = generator.normalTensor([150, 3, 5])
    try LoweringExample(
      layer,
      [
        x, generator.normalTensor([2, 256, 5], scale: 0.3),
        generator.normalTensor([2, 256, 64], scale: 0.1),
      ], constants: [1, 2], outputCount: 3
    ).check(absolute: 1e-4, relative: 1e-4)
  }

  @Test func `sequences of different lengths are left to the reference`() throws {
    var generator = SeededGenerator(seed: 78)
    let inputs: [Tensor?] = [
      generator.normalTensor([4, 2, 3]), generator.normalTensor([1, 15, 3]),
      generator.normalTensor([1, 15, 5]), nil, Tensor([4, 2] as [Int32]),
    ]
    try LoweringExample(
      GRU(hiddenSize: 5), inputs, constants: [1, 2, 4], outputCount: 2
    ).check(absolute: 1e-6, isLowered: false)
  }
}
