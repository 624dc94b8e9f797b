// SPDX-License-Identifier: Apache-2.0
import IR
import Passes
import Runtime

/// Measures how long graphs take to run as `infer` runs them, for passes that meet a budget of time.
struct SessionMeter: LatencyMeter {
  private static let warmUpRuns = 2
  private static let fewestRuns = 5
  private static let mostRuns = 50
  private static let enough = Duration.milliseconds(300)

  /// Types of the inputs, by name.
  private let types: [String: ValueType]
  private let options: SessionOptions
  private let wisdom: Wisdom

  /// A meter for graphs with the inputs of `model`.
  ///
  /// - Throws: what choosing the shapes throws.
  init(for model: LoadedModel, shapes: ShapeOptions, options: SessionOptions) throws {
    let graph = model.model.graph
    var types: [String: ValueType] = [:]
    for (value, type) in try shapes.inputTypes(of: graph) { types[graph.name(of: value)] = type }
    (self.types, self.options, wisdom) = (types, options, model.wisdom.wisdom)
  }

  /// The median of at least five runs, after two that warm up.
  func milliseconds(of graph: Graph) throws(GraphError) -> Double {
    var prepared = graph
    try Pipeline.inference.run(on: &prepared)
    var inputTypes: [ValueID: ValueType] = [:]
    for input in prepared.inputs { inputTypes[input] = types[prepared.name(of: input)] }
    let session = Session(prepared, options: options, wisdom: wisdom)
    try session.prepare(for: inputTypes)
    let inputs = syntheticInputs(session.graph, inputTypes)
    var results: [RuntimeValue] = []
    for _ in 0..<Self.warmUpRuns { try session.run(inputs, into: &results) }
    var times: [Double] = []
    let end = ContinuousClock.now + Self.enough
    while times.count < Self.fewestRuns
      || (ContinuousClock.now < end && times.count < Self.mostRuns)
    {
      let start = ContinuousClock.now
      try session.run(inputs, into: &results)
      times.append((ContinuousClock.now - start).milliseconds)
    }
    return times.sorted()[times.count / 2]
  }
}
