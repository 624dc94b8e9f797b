// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors
import TestSupport
import Testing

@Suite struct FusedConvTests {
  private let conv = Conv(window: SlidingWindow(padding: .explicit(begin: [1, 1], end: [1, 1])))

  @Test(arguments: [false, true], [false, true])
  func `it is the composition of its parts`(hasBias: Bool, hasResidual: Bool) throws {
    var generator = SeededGenerator(seed: 1)
    let x = generator.normalTensor([2, 3, 4, 5])
    let w = generator.normalTensor([4, 3, 3, 3])
    let b = hasBias ? generator.normalTensor([4]) : nil
    let residual = generator.normalTensor([2, 4, 4, 5])
    let fused = FusedConv(conv: conv, activation: .relu, hasResidual: hasResidual)
    let y = try evaluate(fused, hasResidual ? [x, w, b, residual] : [x, w, b])
    var expected = try evaluate(conv, [x, w, b])
    if hasResidual { expected = try evaluate(Add(), [expected, residual]) }
    expectClose(y, try evaluate(ReLU(), [expected]), absolute: 0)
  }

  @Test func `a residual of another shape is refused`() throws {
    let types: [ValueType?] = [
      .tensor(.float32, [1, 3, 4, 4]), .tensor(.float32, [4, 3, 3, 3]), nil,
      .tensor(.float32, [1, 4, 1, 1]),
    ]
    #expect(
      throws: GraphError(
        .shapeMismatch,
        "the residual is float32[1, 4, 1, 1], expected the convolution's float32[1, 4, 4, 4]")
    ) {
      try FusedConv(conv: conv, hasResidual: true).outputTypes(OperandTypes(types))
    }
  }

  @Test func `the work is that of the convolution and the steps behind it`() {
    let operands = OperandTypes([
      .tensor(.float32, [1, 3, 4, 4]), .tensor(.float32, [4, 3, 3, 3]), nil,
      .tensor(.float32, [1, 4, 4, 4]),
    ])
    let cost = FusedConv(conv: conv, activation: .relu, hasResidual: true).cost(operands)
    #expect(cost == Cost(multiplyAdds: 4 * 16 * 27, elementOperations: 128))
  }
}
