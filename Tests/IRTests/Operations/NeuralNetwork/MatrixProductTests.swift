// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors
import TestSupport
import Testing

/// Sums are computed in `Double`; only the rounding of the result to `float32` remains.
private let rounding = 1e-6

@Suite struct GemmTests {
  private let a = Tensor([1, 2, 3, 4, 5, 6] as [Float], shape: [2, 3])
  private let b = Tensor([1, 0, 0, 1, 1, 1] as [Float], shape: [3, 2])

  @Test func `the product is scaled and c broadcasts`() throws {
    let y = try evaluate(Gemm(alpha: 2, beta: 0.5), [a, b, Tensor([10, 20] as [Float])])
    expectClose(y, Tensor([13, 20, 25, 32] as [Float], shape: [2, 2]), absolute: rounding)
  }

  @Test func `both sides can be transposed`() throws {
    let y = try evaluate(Gemm(transposesA: true, transposesB: true), [a, b])
    let expected = Tensor([1, 4, 5, 2, 5, 7, 3, 6, 9] as [Float], shape: [3, 3])
    expectClose(y, expected, absolute: rounding)
  }

  @Test func `integers wrap around`() throws {
    let big = Tensor([Int32.max] as [Int32], shape: [1, 1])
    let y = try evaluate(Gemm(), [big, Tensor([2] as [Int32], shape: [1, 1])])
    #expect(y == Tensor([-2] as [Int32], shape: [1, 1]))
  }

  @Test func `sides that do not meet are refused`() {
    #expect(throws: GraphError.self) { try evaluate(Gemm(transposesA: true), [a, b]) }
    #expect(throws: GraphError.self) {
      try evaluate(Gemm(), [a, b, Tensor([1, 2, 3] as [Float])])
    }
    #expect(throws: GraphError.self) {
      try evaluate(Gemm(), [a, Tensor(zeros: .float64, shape: [3, 2])])
    }
  }
}

@Suite struct MatMulTests {
  @Test(arguments: [
    ([3], [3], []), ([2, 3], [3], [2]), ([3], [3, 4], [4]), ([2, 3], [3, 4], [2, 4]),
    ([5, 2, 3], [3, 4], [5, 2, 4]), ([5, 1, 2, 3], [6, 3, 4], [5, 6, 2, 4]),
    ([2, 0], [0, 3], [2, 3]), ([0, 2, 3], [1, 3, 4], [0, 2, 4]),
  ])
  func `shapes follow NumPy`(left: [Int], right: [Int], expected: [Int]) throws {
    let y = try evaluate(
      MatMul(), [Tensor(zeros: .float32, shape: left), Tensor(zeros: .float32, shape: right)])
    #expect(y == Tensor(zeros: .float32, shape: expected))
  }

  @Test func `batches broadcast`() throws {
    let a = Tensor([1, 2, 3, 4] as [Float], shape: [2, 1, 2])
    let b = Tensor([1, 10, 100, 1000] as [Float], shape: [2, 2])
    let y = try evaluate(MatMul(), [a, b])
    let expected = Tensor([201, 2010, 403, 4030] as [Float], shape: [2, 1, 2])
    expectClose(y, expected, absolute: rounding)
  }

  @Test func `a dynamic batch keeps its name`() throws {
    let types = try MatMul().outputTypes(
      OperandTypes([
        .tensor(.float32, dimensions: [.symbolic("N"), .fixed(8)]), .tensor(.float32, [8, 4]),
      ]))
    #expect(types == [.tensor(.float32, dimensions: [.symbolic("N"), .fixed(4)])])
  }

  @Test func `the cost counts batches`() {
    let cost = MatMul().cost(
      OperandTypes([.tensor(.float32, [5, 2, 3]), .tensor(.float32, [3, 4])]))
    #expect(cost.multiplyAdds == 5 * 2 * 3 * 4)
  }

  @Test(arguments: [([2, 3], [2, 3]), ([], [3]), ([2, 2, 3], [3, 3, 4])])
  func `shapes that do not fit are refused`(left: [Int], right: [Int]) {
    #expect(throws: GraphError.self) {
      try evaluate(
        MatMul(), [Tensor(zeros: .float32, shape: left), Tensor(zeros: .float32, shape: right)])
    }
  }
}

@Suite struct EinsumTests {
  private let a = Tensor([1, 2, 3, 4] as [Float], shape: [2, 2])
  private let b = Tensor([1, 10, 100, 1000] as [Float], shape: [2, 2])

  @Test(
    arguments: [
      ("ij,jk->ik", [201, 2010, 403, 4030], [2, 2]), ("ij,jk", [201, 2010, 403, 4030], [2, 2]),
      ("ij,ij->", [4321], []), ("ij , kj -> i", [2121, 4343], [2]),
      ("ii,...->...i", [1, 4, 10, 40, 100, 400, 1000, 4000], [2, 2, 2]),
    ] as [(String, [Float], [Int])])
  func `equations of two operands`(equation: String, expected: [Float], shape: [Int]) throws {
    let y = try evaluate(Einsum(equation: equation), [a, b])
    expectClose(y, Tensor(expected, shape: shape), absolute: rounding)
  }

  @Test(arguments: ["ii", "ii->", "...ii->..."])
  func `a repeated label is the diagonal`(equation: String) throws {
    let y = try evaluate(Einsum(equation: equation), [a])
    expectClose(y, Tensor(scalar: Float(5)), absolute: rounding)
  }

  @Test(arguments: [
    "ij,jk->il", "ij,j1", "i.j,jk", "ij-jk", "ij,jk->ik->", "......,ij", "ij", "ij,jk,k", "ijk,jk",
  ])
  func `malformed equations are refused`(equation: String) {
    #expect(throws: GraphError.self) { try evaluate(Einsum(equation: equation), [a, b]) }
  }
}

@Suite struct DeterminantTests {
  @Test func `determinants of a stack of matrices`() throws {
    let x = Tensor([0, 2, 3, 4, 1, 2, 2, 4] as [Float], shape: [2, 2, 2])
    let y = try evaluate(Determinant(), [x])
    expectClose(y, Tensor([-6, 0] as [Float]), absolute: rounding)
    #expect(throws: GraphError.self) {
      try evaluate(Determinant(), [Tensor(zeros: .float32, shape: [2, 3])])
    }
  }
}
