// SPDX-License-Identifier: Apache-2.0

/// A graph and what its file says about it.
public struct Model: Hashable, Sendable {
  /// The computation.
  public var graph: Graph
  /// Free-form entries, such as the preprocessing that the model wants.
  public var metadata: [String: String]
  /// The tool that wrote the model.
  public var producer: String
  /// The opset that the model was written for, and is written for again by default.
  public var opset: Int

  /// A model around `graph`.
  public init(
    graph: Graph, metadata: [String: String] = [:], producer: String = "espalier", opset: Int = 17
  ) {
    (self.graph, self.metadata) = (graph, metadata)
    (self.producer, self.opset) = (producer, opset)
  }
}
