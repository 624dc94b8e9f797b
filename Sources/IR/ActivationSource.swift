// SPDX-License-Identifier: Apache-2.0
public import Tensors

/// Data on which a graph can be run so that passes see what its values hold.
///
/// A pass that calibrates takes `some ActivationSource`; the runtime has the one that runs plans. The data
/// is read anew at each call and in the same order, one batch in memory at a time, so that passes need no
/// more memory for a long calibration than for a short one.
public protocol ActivationSource {
  /// Runs `graph` on every batch and shows `values` of it to `observer`.
  ///
  /// - Parameters:
  ///   - values: Values of the top level of `graph`: inputs, results of nodes, or constants.
  ///   - observer: Called for each batch in the order of the data, and within a batch in the order of
  ///     `values`.
  /// - Throws: What running the graph or reading the data throws, and what the observer throws.
  func observe(
    _ values: [ValueID], of graph: Graph, with observer: inout some ActivationObserver
  ) throws(GraphError)
}

/// Collects what an ``ActivationSource`` shows.
public protocol ActivationObserver {
  /// Takes one batch of a value.
  ///
  /// - Parameters:
  ///   - tensor: Valid during the call only: its memory is used again for the next batch.
  ///   - batch: Index of the batch, from 0.
  mutating func observe(_ tensor: Tensor, of value: ValueID, batch: Int) throws(GraphError)
}
