// SPDX-License-Identifier: Apache-2.0
import IR
import Passes
import Tensors
import TestSupport
import Testing

@Suite struct TransposeEliminationTests {
  static let toLast = Transpose(permutation: [0, 2, 3, 1])
  static let toFirst = Transpose(permutation: [0, 3, 1, 2])

  @Test func `two that cancel go, two that do not become one`() throws {
    var sketch = Sketch()
    let x = sketch.input("x", [1, 2, 3, 4])
    let a = try sketch.add("a", Self.toLast, x)
    sketch.output(try sketch.add("b", Self.toFirst, a), "same")
    sketch.output(try sketch.add("c", Self.toLast, a), "other")
    try expect(
      TransposeElimination(), on: sketch.graph,
      gives: """
        graph g(x: float32[1, 2, 3, 4]) -> same = x, other = c
          c: float32[1, 4, 2, 3] = Transpose{permutation: Optional([0, 3, 1, 2])}(x)
        """)
  }

  @Test func `a long chain that cancels goes at once`() throws {
    var sketch = Sketch()
    let x = sketch.input("x", [1, 2, 3, 4])
    var value = x
    for step in 0..<9 {
      value = try sketch.add("t\(step)", step % 2 == 0 ? Self.toLast : Self.toFirst, value)
    }
    sketch.output(value)
    try expect(
      TransposeElimination(), on: sketch.graph,
      gives: """
        graph g(x: float32[1, 2, 3, 4]) -> y = t8
          t8: float32[1, 3, 4, 2] = Transpose{permutation: Optional([0, 2, 3, 1])}(x)
        """)
  }

  @Test func `elementwise operators between two that cancel compute on the original order`() throws
  {
    var sketch = Sketch()
    let x = sketch.input("x", [1, 2, 3, 4])
    let a = try sketch.add("a", Self.toLast, x)
    let scaled = try sketch.add("scaled", Mul(), a, sketch.constant("scale", [1, 2]))
    let joined = try sketch.add("joined", Concat(axis: -1), scaled, a)
    sketch.output(try sketch.add("b", Self.toFirst, joined))
    let graph = try expect(
      TransposeElimination(), on: sketch.graph,
      gives: """
        graph g(x: float32[1, 2, 3, 4]) -> y = joined_8
          const scale_6: float32[1, 2, 1, 1]
          scaled_7: float32[1, 2, 3, 4] = Mul(x, scale_6)
          joined_8: float32[1, 4, 3, 4] = Concat{axis: 1}(scaled_7, x)
        """)
    var generator = SeededGenerator(seed: 1)
    let inputs: [RuntimeValue?] = [.tensor(generator.normalTensor([1, 2, 3, 4]))]
    try expectSameOutputs(graph, sketch.graph, inputs, tolerance: 0)
  }

  @Test func `two operands with one reordering give one transpose behind the sum`() throws {
    var sketch = Sketch()
    let x = sketch.input("x", [1, 2, 3, 4])
    let z = sketch.input("z", [1, 2, 3, 4])
    let a = try sketch.add("a", Self.toLast, x)
    let b = try sketch.add("b", Self.toLast, z)
    sketch.output(try sketch.add("sum", Add(), a, b))
    try expect(
      TransposeElimination(), on: sketch.graph,
      gives: """
        graph g(x: float32[1, 2, 3, 4], z: float32[1, 2, 3, 4]) -> y = transpose
          sum_5: float32[1, 2, 3, 4] = Add(x, z)
          transpose: float32[1, 3, 4, 2] = Transpose{permutation: Optional([0, 2, 3, 1])}(sum_5)
        """)
  }

  @Test func `nothing moves where no transpose is saved`() throws {
    var sketch = Sketch()
    let x = sketch.input("x", [1, 2, 3, 4])
    let a = try sketch.add("a", Self.toLast, x)
    sketch.output(try sketch.add("r", ReLU(), a), "one")
    sketch.output(a, "two")
    try expectSettled(TransposeElimination(), sketch.graph)
  }

  @Test func `an operand in another order keeps the region as it is`() throws {
    var sketch = Sketch()
    let x = sketch.input("x", [2, 2, 2, 2])
    let a = try sketch.add("a", Self.toLast, x)
    let sum = try sketch.add("sum", Add(), a, x)
    sketch.output(try sketch.add("b", Self.toFirst, sum))
    try expectSettled(TransposeElimination(), sketch.graph)
  }
}
