// SPDX-License-Identifier: Apache-2.0
import IR
import Passes
import Runtime

/// Measures layers in this engine on this machine, for passes that leave alone what does not pay.
struct SessionTiming: LayerTiming {
  /// How graphs are run.
  let options: SessionOptions
  /// What is remembered of measured choices.
  let wisdom: Wisdom
  /// The types of the inputs by name.
  let inputTypes: [String: ValueType]

  /// Measures what is made of a model.
  ///
  /// - Throws: what `ShapeOptions` throws.
  init(_ model: LoadedModel, shapes: ShapeOptions, _ common: CommonOptions) throws {
    (options, wisdom) = (common.sessionOptions, model.wisdom.wisdom)
    let graph = model.model.graph
    var types: [String: ValueType] = [:]
    for (value, type) in try shapes.inputTypes(of: graph) { types[graph.name(of: value)] = type }
    inputTypes = types
  }

  private static let warmUpRuns = 3
  private static let fewestRuns = 15
  private static let least: Duration = .milliseconds(300)

  /// Times runs as ``InterleavedTiming`` does, with inputs of the same seed for each graph.
  ///
  /// The least time of each step counts: whatever else the machine does can only add to it.
  func measure(_ graph: Graph) throws(GraphError) -> LayerTimes {
    var planned = graph
    try Pipeline.inference.run(on: &planned)
    let session = Session(planned, options: options, wisdom: wisdom)
    var types: [ValueID: ValueType] = [:]
    for input in planned.inputs { types[input] = inputTypes[planned.name(of: input)] }
    let plan = try session.prepare(for: types)
    let inputs = syntheticInputs(planned, types)
    session.isProfiling = true
    for _ in 0..<Self.warmUpRuns { _ = try session.run(inputs) }
    var steps = [Double](repeating: .infinity, count: plan.stepInfos.count)
    var total = Double.infinity
    var runs = 0
    let start = ContinuousClock.now
    while runs < Self.fewestRuns || .now - start < Self.least {
      let before = session.stepSeconds
      let begin = ContinuousClock.now
      _ = try session.run(inputs)
      total = min(total, (ContinuousClock.now - begin).milliseconds)
      for (index, end) in session.stepSeconds.enumerated() {
        steps[index] = min(steps[index], (end - before[index]) * 1e3)
      }
      runs += 1
    }
    var layers: [String: Double] = [:]
    for (info, time) in zip(plan.stepInfos, steps) { layers[info.name, default: 0] += time }
    layers[""] = nil
    return LayerTimes(layers: layers, total: total)
  }
}
