// SPDX-License-Identifier: Apache-2.0
import IR
import Passes
import Tensors
import TestSupport
import Testing

/// Expects that `pass` turns `graph` into what `dump` says, keeps its invariants, and changes nothing
/// when it runs again; returns the new graph.
@discardableResult
func expect(
  _ pass: any Pass, on graph: Graph, gives dump: String,
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> Graph {
  var result = graph
  let report = try pass.run(on: &result)
  #expect(result.description == dump, sourceLocation: sourceLocation)
  #expect(report.rewrites > 0, sourceLocation: sourceLocation)
  #expect(report.after.nodes == result.totalNodeCount, sourceLocation: sourceLocation)
  try result.checkInvariants()
  try expectSettled(pass, result, sourceLocation: sourceLocation)
  return result
}

/// Expects that `pass` leaves `graph` alone.
func expectSettled(
  _ pass: any Pass, _ graph: Graph, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  var again = graph
  let report = try pass.run(on: &again)
  #expect(report.rewrites == 0, sourceLocation: sourceLocation)
  #expect(again == graph, sourceLocation: sourceLocation)
}

/// Expects both graphs to give the same outputs up to a fraction of the largest element.
func expectSameOutputs(
  _ graph: Graph, _ original: Graph, _ inputs: [RuntimeValue?], tolerance: Double,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let actual = try graph.evaluate(inputs)
  let expected = try original.evaluate(inputs)
  #expect(graph.outputs.map(\.name) == original.outputs.map(\.name), sourceLocation: sourceLocation)
  for case (let a?, let b?) in zip(actual.map(\.tensor), expected.map(\.tensor)) {
    let largest = b.doubles().reduce(0) { $1.isFinite ? max($0, abs($1)) : $0 }
    expectClose(a, b, absolute: tolerance * max(largest, 1), sourceLocation: sourceLocation)
  }
}

/// Builds test graphs with few words.
struct Sketch {
  var graph = Graph(name: "g")

  mutating func input(_ name: String, _ shape: [Int], _ dtype: ElementType = .float32) -> ValueID {
    graph.addInput(name, .tensor(dtype, shape))
  }

  mutating func dynamicInput(_ name: String, _ dimensions: [Dimension]) -> ValueID {
    graph.addInput(name, .tensor(.float32, dimensions: dimensions))
  }

  mutating func constant(_ name: String, _ values: [Float], _ shape: [Int]? = nil) -> ValueID {
    graph.addInitializer(name, Tensor(values, shape: shape ?? [values.count]))
  }

  mutating func filled(_ name: String, _ value: Float, _ shape: [Int]) -> ValueID {
    constant(name, [Float](repeating: value, count: shape.reduce(1, *)), shape)
  }

  mutating func number(_ name: String, _ value: Float) -> ValueID { constant(name, [value], []) }

  mutating func integers(_ name: String, _ values: [Int]) -> ValueID {
    graph.addInitializer(name, Tensor(values.map(Int64.init)))
  }

  mutating func add(
    _ name: String, _ operation: any Operation, _ inputs: ValueID?...
  ) throws -> ValueID {
    try #require(try graph.addNode(operation, name: name, inputs: inputs)[0])
  }

  mutating func output(_ value: ValueID, _ name: String = "y") { graph.addOutput(name, value) }
}
