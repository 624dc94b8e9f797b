// SPDX-License-Identifier: Apache-2.0
import Foundation
import IR
import Tensors
import TestSupport

/// Runs graphs by reference evaluation, for tests of passes that calibrate.
struct ReferenceActivations: ActivationSource, Sendable {
  /// The inputs of each batch.
  var batches: [[RuntimeValue?]]

  func observe(
    _ values: [ValueID], of graph: Graph, with observer: inout some ActivationObserver
  ) throws(GraphError) {
    var observed = graph
    let first = observed.outputs.count
    for value in values { observed.addOutput("observed", value) }
    for (batch, inputs) in batches.enumerated() {
      let results = try observed.evaluate(inputs)
      for (offset, value) in values.enumerated() {
        guard let tensor = results[first + offset].tensor else { continue }
        try observer.observe(tensor, of: value, batch: batch)
      }
    }
  }

  /// Batches of normally distributed numbers for a graph with one input.
  static func normal(_ shape: [Int], batches: Int = 4, seed: UInt64) -> ReferenceActivations {
    var generator = SeededGenerator(seed: seed)
    return ReferenceActivations(
      batches: (0..<batches).map { _ in [.tensor(generator.normalTensor(shape))] })
  }
}

/// Signal to noise of `actual` in dB.
func decibels(_ actual: [Tensor], _ expected: [Tensor]) -> Double {
  var (signal, noise) = (0.0, 0.0)
  for (a, b) in zip(actual, expected) {
    for (x, y) in zip(a.doubles(), b.doubles()) {
      signal += y * y
      noise += (x - y) * (x - y)
    }
  }
  return noise == 0 ? .infinity : 10 * log10(signal / noise)
}

/// The first output of a graph on each batch.
func outputs(_ graph: Graph, _ source: ReferenceActivations) throws -> [Tensor] {
  try source.batches.compactMap { try graph.evaluate($0)[0].tensor }
}
