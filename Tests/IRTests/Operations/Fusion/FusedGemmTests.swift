// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors
import TestSupport
import Testing

@Suite struct FusedGemmTests {
  @Test func `it is the composition of its parts`() throws {
    var generator = SeededGenerator(seed: 1)
    let a = generator.normalTensor([3, 4])
    let b = generator.normalTensor([5, 4])
    let c = generator.normalTensor([5])
    let gemm = Gemm(alpha: 2, transposesB: true)
    let y = try evaluate(FusedGemm(gemm: gemm, activation: .tanh), [a, b, c])
    expectClose(y, try evaluate(Tanh(), [try evaluate(gemm, [a, b, c])]), absolute: 0)
  }

  @Test func `integers are refused`() {
    let type = ValueType.tensor(.int32, [2, 2])
    #expect(throws: GraphError.self) {
      try FusedGemm(gemm: Gemm(), activation: .relu).outputTypes(OperandTypes([type, type]))
    }
  }
}
