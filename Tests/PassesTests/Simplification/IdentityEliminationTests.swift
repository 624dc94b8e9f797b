// SPDX-License-Identifier: Apache-2.0
import IR
import Passes
import Tensors
import TestSupport
import Testing

@Suite struct IdentityEliminationTests {
  @Test func `chains of nodes that do nothing go at once`() throws {
    var sketch = Sketch()
    let x = sketch.input("x", [2, 3])
    var value = try sketch.add("relu", ReLU(), x)
    value = try sketch.add("id", Identity(), value)
    value = try sketch.add("dropout", Dropout(), value)
    value = try sketch.add("cast", Cast(to: .float32), value)
    value = try sketch.add("reshape", Reshape(), value, sketch.integers("shape", [0, -1]))
    value = try sketch.add("transpose", Transpose(permutation: [0, 1]), value)
    value = try sketch.add("pad", Pad(), value, sketch.integers("pads", [0, 0, 0, 0]))
    value = try sketch.add(
      "slice", Slice(), value, sketch.integers("starts", [0]), sketch.integers("ends", [99]))
    value = try sketch.add("concat", Concat(axis: 0), value)
    value = try sketch.add("sum", Sum(), value)
    value = try sketch.add("expand", Expand(), value, sketch.integers("to", [1, 3]))
    value = try sketch.add("one", Mul(), sketch.number("c1", 1), value)
    value = try sketch.add("quotient", Div(), value, sketch.filled("c2", 1, [1, 3]))
    value = try sketch.add("zero", Add(), value, sketch.number("c3", -0.0))
    value = try sketch.add("minus", Sub(), value, sketch.number("c4", 0))
    value = try sketch.add("clip", Clip(), value)
    sketch.output(value)
    try expect(
      IdentityElimination(), on: sketch.graph,
      gives: """
        graph g(x: float32[2, 3]) -> y = relu
          relu: float32[2, 3] = Relu(x)
        """)
  }

  @Test func `an output may become an input of the graph`() throws {
    var sketch = Sketch()
    let x = sketch.input("x", [2])
    sketch.output(try sketch.add("id", Identity(), x))
    try expect(
      IdentityElimination(), on: sketch.graph, gives: "graph g(x: float32[2]) -> y = x")
  }

  @Test func `transposes that move only axes of 1 go if the shape stays`() throws {
    var sketch = Sketch()
    let x = sketch.input("x", [1, 1, 5])
    sketch.output(try sketch.add("t", Transpose(permutation: [1, 0, 2]), x))
    try expect(
      IdentityElimination(), on: sketch.graph, gives: "graph g(x: float32[1, 1, 5]) -> y = x")
  }

  @Test(arguments: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  func `nodes that change something stay`(index: Int) throws {
    var sketch = Sketch()
    let x = sketch.input("x", [1, 4])
    let value: ValueID
    switch index {
    // +0 turns -0 into +0.
    case 0: value = try sketch.add("n", Add(), x, sketch.number("c", 0))
    // The constant broadcasts the input.
    case 1: value = try sketch.add("n", Mul(), x, sketch.filled("c", 1, [2, 4]))
    case 2: value = try sketch.add("n", Div(), sketch.number("c", 1), x)
    // Same shape, other elements.
    case 3: value = try sketch.add("n", Pad(), x, sketch.integers("p", [0, 1, 0, -1]))
    case 4:
      value = try sketch.add(
        "n", Slice(), x, sketch.integers("s", [-1]), sketch.integers("e", [-9]),
        sketch.integers("a", [1]), sketch.integers("d", [-1]))
    case 5: value = try sketch.add("n", Transpose(permutation: [1, 0]), x)
    case 6: value = try sketch.add("n", Cast(to: .float64), x)
    case 7:
      let training = sketch.graph.addInitializer("t", Tensor(scalar: true))
      value = try sketch.add("n", Dropout(seed: 1), x, sketch.number("r", 0.5), training)
    case 8: value = try sketch.add("n", Clip(), x, sketch.number("low", 0))
    default: value = try sketch.add("n", Sub(), x, sketch.number("c", -0.0))
    }
    sketch.output(value)
    try expectSettled(IdentityElimination(), sketch.graph)
  }

  @Test func `a dropout whose mask is read stays`() throws {
    var sketch = Sketch()
    let x = sketch.input("x", [4])
    let outputs = try sketch.graph.addNode(Dropout(), inputs: [x], outputNames: ["a", "mask"])
    sketch.output(outputs[0]!)
    sketch.output(outputs[1]!, "m")
    try expectSettled(IdentityElimination(), sketch.graph)
  }

  @Test func `a reshape to extents that are only unknown stays`() throws {
    var sketch = Sketch()
    let x = sketch.dynamicInput("x", [.unknown, .fixed(3)])
    sketch.output(try sketch.add("r", Reshape(), x, sketch.integers("s", [-1, 3])))
    try expectSettled(IdentityElimination(), sketch.graph)
  }

  @Test func `bodies of loops are rewritten too`() throws {
    var branch = Sketch()
    let a = branch.input("a", [2])
    branch.output(try branch.add("r", ReLU(), branch.add("id", Identity(), a)))
    var sketch = Sketch()
    let condition = sketch.input("condition", [], .bool)
    let x = sketch.input("x", [2])
    sketch.output(
      try sketch.add(
        "if", If(thenBranch: branch.graph, elseBranch: branch.graph), condition, x, x))
    try expect(
      IdentityElimination(), on: sketch.graph,
      gives: """
        graph g(condition: bool[], x: float32[2]) -> y = if
          if: float32[2] = If(condition, x, x)
            graph g(a: float32[2]) -> y = r
              r: float32[2] = Relu(a)
            graph g(a: float32[2]) -> y = r
              r: float32[2] = Relu(a)
        """)
  }
}
