// SPDX-License-Identifier: Apache-2.0
public import IR
public import Tensors

/// Inputs of a model, batch by batch, made when they are asked for.
public protocol InputBatches: Sendable {
  /// Number of batches.
  var batchCount: Int { get }

  /// The inputs of one batch by name: the same ones whenever they are asked for.
  ///
  /// - Parameter index: 0 to below ``batchCount``.
  /// - Throws: what reading and converting the data throws.
  func batch(_ index: Int) throws(GraphError) -> [String: Tensor]
}

/// Batches that are in memory already.
public struct StoredBatches: InputBatches {
  /// The inputs of each batch by name.
  public var batches: [[String: Tensor]]

  /// The given batches.
  public init(_ batches: [[String: Tensor]]) { self.batches = batches }

  public var batchCount: Int { batches.count }

  public func batch(_ index: Int) throws(GraphError) -> [String: Tensor] { batches[index] }
}

/// Runs graphs on batches of data and shows what their values hold.
///
/// The observed values become outputs of the graph, which a `Session` then runs, so passes calibrate
/// with the kernels that will run the model. One batch is in memory at a time, and the session's
/// memory is that of the largest batch, however many there are.
public struct CalibrationSource<Batches: InputBatches>: ActivationSource, Sendable {
  /// The data.
  public var batches: Batches
  /// How the graph is run.
  public var options: SessionOptions

  /// A source of the given data.
  public init(_ batches: Batches, options: SessionOptions = SessionOptions()) {
    (self.batches, self.options) = (batches, options)
  }

  public func observe(
    _ values: [ValueID], of graph: Graph, with observer: inout some ActivationObserver
  ) throws(GraphError) {
    var observed = graph
    var positions: [Int?] = []
    for value in values {
      // What the caller gives and constants are at hand without a run.
      let isComputed = !graph.isInput(value) && graph.constant(value) == nil
      positions.append(isComputed ? observed.outputs.count : nil)
      if isComputed { observed.addOutput("observed \(positions.count)", value) }
    }
    let session = Session(observed, options: options)
    var results: [RuntimeValue] = []
    for index in 0..<batches.batchCount {
      let batch = try batches.batch(index)
      try check(batch, of: graph)
      let inputs = graph.inputs.map { batch[graph.name(of: $0)] }
      try session.run(inputs.map { $0.map(RuntimeValue.tensor) }, into: &results)
      for (value, position) in zip(values, positions) {
        let tensor =
          if let position {
            results[position].tensor
          } else {
            batch[graph.name(of: value)] ?? graph.initializers[value]
          }
        guard let tensor else {
          throw GraphError(
            .typeMismatch, "value \"\(graph.name(of: value))\" is no tensor and cannot be observed")
        }
        try observer.observe(tensor, of: value, batch: index)
      }
    }
  }

  private func check(_ batch: [String: Tensor], of graph: Graph) throws(GraphError) {
    let names = Set(graph.inputs.map(graph.name(of:)))
    for name in batch.keys.sorted() where !names.contains(name) {
      let known = names.sorted().map { "\"\($0)\"" }.joined(separator: ", ")
      throw GraphError(.missingInput, "the model has no input \"\(name)\", its inputs are \(known)")
    }
  }
}
