// SPDX-License-Identifier: Apache-2.0
public import IR
public import Tensors

/// Calibration data whose values come from reference evaluation.
public struct EvaluatedActivations: ActivationSource, Sendable {
  /// Batches: a tensor for each input of the graph.
  public var batches: [[Tensor]]

  /// A source of the given batches.
  public init(_ batches: [[Tensor]]) { self.batches = batches }

  public func observe(
    _ values: [ValueID], of graph: Graph, with observer: inout some ActivationObserver
  ) throws(GraphError) {
    var probe = graph
    let computed = values.filter { probe.constant($0) == nil && !probe.isInput($0) }
    let names = computed.indices.map { "observed value \($0)" }
    for (name, value) in zip(names, computed) { probe.addOutput(name, value) }
    for (number, batch) in batches.enumerated() {
      let results = try probe.evaluate(batch.map { .tensor($0) })
      let shown = Dictionary(
        uniqueKeysWithValues: zip(computed, results.suffix(computed.count)))
      for value in values {
        if let tensor = shown[value]?.tensor ?? graph.constant(value) {
          try observer.observe(tensor, of: value, batch: number)
        } else if let position = graph.inputs.firstIndex(of: value) {
          try observer.observe(batch[position], of: value, batch: number)
        }
      }
    }
  }
}
