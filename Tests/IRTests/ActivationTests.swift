// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors
import TestSupport
import Testing

@Suite struct ActivationTests {
  static let operations: [(any Operation, Activation)] = [
    (ReLU(), .relu), (LeakyReLU(alpha: 0.2), .leakyReLU(alpha: 0.2)), (Sigmoid(), .sigmoid),
    (Tanh(), .tanh), (HardSigmoid(alpha: 0.3, beta: 0.4), .hardSigmoid(alpha: 0.3, beta: 0.4)),
    (HardSwish(), .hardSwish), (Swish(), .silu), (Gelu(), .gelu(isApproximate: false)),
    (Gelu(isApproximate: true), .gelu(isApproximate: true)), (Elu(alpha: 2), .elu(alpha: 2)),
    (Selu(alpha: 2, gamma: 3), .selu(alpha: 2, gamma: 3)), (Softplus(), .softplus), (Mish(), .mish),
  ]

  @Test(arguments: operations.indices)
  func `operators are recognized and mean the same`(index: Int) throws {
    let (operation, expected) = Self.operations[index]
    let x = Tensor([-.infinity, -20, -3, -1, -0.0, 0, 0.5, 3, 7, 20, .infinity, .nan] as [Float])
    let operands = OperandTypes([.tensor(x.dtype, x.shape)])
    let activation = try #require(Activation(operation, operands: operands))
    #expect(activation == expected)
    expectClose(activation(x), try evaluate(operation, [x]), absolute: 0)
  }

  @Test func `clips with constant bounds are recognized, ReLU among them`() throws {
    func activation(_ low: Float?, _ high: Float?) -> Activation? {
      let bounds = [low, high].map { $0.map { Tensor(scalar: $0) } }
      let types = bounds.map { $0.map { ValueType.tensor($0.dtype, $0.shape) } }
      return Activation(
        Clip(), operands: OperandTypes([.tensor(.float32, [3])] + types, constants: [nil] + bounds))
    }
    #expect(activation(0, 6) == .clip(min: 0, max: 6))
    #expect(activation(0, nil) == .relu)
    #expect(activation(nil, 1) == .clip(min: -.infinity, max: 1))
    #expect(Activation.clip(min: 3, max: 1)(2) == 1)
    #expect(Activation.clip(min: 0, max: 6)(.nan).isNaN)
  }

  @Test func `bounds that are not constant and other operators are not recognized`() {
    let x = ValueType.tensor(.float32, [3])
    #expect(Activation(Clip(), operands: OperandTypes([x, .tensor(.float32, [])])) == nil)
    #expect(Activation(Sin(), operands: OperandTypes([x])) == nil)
    #expect(Activation(Swish(alpha: 2), operands: OperandTypes([x])) == nil)
  }
}
