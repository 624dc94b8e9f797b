// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors
import TestSupport
import Testing

@Suite struct ReLUTests {
  @Test func `negative numbers become zero and NaN stays`() throws {
    let x = Tensor([-1, 0, 2, .nan, -.infinity] as [Float])
    let y = try evaluate(ReLU(), [x])
    expectClose(y, Tensor([0, 0, 2, .nan, 0] as [Float]), absolute: 0)
  }

  @Test func `unsigned integers are refused`() {
    #expect(throws: GraphError.self) {
      try ReLU().outputTypes(OperandTypes([.tensor(.uint8, [3])]))
    }
  }
}
