// SPDX-License-Identifier: Apache-2.0
import IR
import Passes
import Tensors
import TestSupport
import Testing

@Suite struct CommonSubexpressionEliminationTests {
  @Test func `equal nodes with equal constants become one`() throws {
    var sketch = Sketch()
    let x = sketch.input("x", [3])
    let a = try sketch.add("a", Clip(), x, sketch.number("low1", 0), sketch.number("high1", 6))
    let b = try sketch.add("b", Clip(), x, sketch.number("low2", 0), sketch.number("high2", 6))
    let c = try sketch.add("c", Sigmoid(), a)
    let d = try sketch.add("d", Sigmoid(), b)
    sketch.output(try sketch.add("sum", Add(), c, d))
    sketch.output(b, "second")
    try expect(
      CommonSubexpressionElimination(), on: sketch.graph,
      gives: """
        graph g(x: float32[3]) -> y = sum, second = a
          const low1: float32[]
          const high1: float32[]
          a: float32[3] = Clip(x, low1, high1)
          c: float32[3] = Sigmoid(a)
          sum: float32[3] = Add(c, c)
        """)
  }

  @Test func `other attributes, other inputs and random numbers keep nodes apart`() throws {
    var sketch = Sketch()
    let x = sketch.input("x", [2, 2])
    let training = sketch.graph.addInitializer("t", Tensor(scalar: true))
    let ratio = sketch.number("r", 0.5)
    let values = [
      try sketch.add("a", LeakyReLU(alpha: 0.1), x), try sketch.add("b", LeakyReLU(alpha: 0.2), x),
      try sketch.add("c", Dropout(), x, ratio, training),
      try sketch.add("d", Dropout(), x, ratio, training),
      try sketch.add("e", Sub(), x, ratio), try sketch.add("f", Sub(), ratio, x),
    ]
    for (number, value) in values.enumerated() { sketch.output(value, "y\(number)") }
    try expectSettled(CommonSubexpressionElimination(), sketch.graph)
  }

  @Test func `a node that gives fewer outputs does not replace one that gives more`() throws {
    var sketch = Sketch()
    let x = sketch.input("x", [1, 1, 3, 3])
    sketch.output(try sketch.add("a", MaxPool(kernel: [2, 2]), x), "a")
    let outputs = try sketch.graph.addNode(
      MaxPool(kernel: [2, 2]), inputs: [x], outputNames: ["b", "where"])
    sketch.output(outputs[1]!, "b")
    try expectSettled(CommonSubexpressionElimination(), sketch.graph)
  }

  @Test func `constants of other types or shapes stay apart`() throws {
    var sketch = Sketch()
    let x = sketch.input("x", [3])
    let a = try sketch.add("a", Add(), x, sketch.constant("c1", [0], [1]))
    sketch.output(try sketch.add("b", Add(), a, sketch.constant("c2", [0], [])))
    try expectSettled(CommonSubexpressionElimination(), sketch.graph)
  }
}
