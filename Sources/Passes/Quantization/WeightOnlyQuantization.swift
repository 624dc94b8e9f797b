// SPDX-License-Identifier: Apache-2.0
public import IR
import Tensors

/// Makes the weights of fully connected layers codes and leaves activations in floating point: for
/// layers whose time is that of reading their weights.
///
/// The weights become a constant behind `DequantizeLinear`, standard ONNX; 4-bit codes and blocks
/// need opset 21.
///
/// - Preserves: all tensor types. Changes values: yes (lossy).
/// - Idempotent: yes. Deterministic: yes.
public struct WeightOnlyQuantization: Pass, Hashable {
  public static let name = "weight-only-quantization"

  /// The codes; their axis is that of the layer's output channels, whichever the format names, and
  /// blocks lie along its inputs. Default: 8 bits for each output channel.
  public var format: QuantizationFormat
  /// What chooses the ranges.
  public var estimator: RangeEstimator
  /// Nodes to leave alone, by name.
  public var skippedNodes: Set<String>
  /// Layers with fewer weights are left alone. Default 4096: they fit the nearest cache.
  public var leastWeights: Int

  /// The pass.
  public init(
    format: QuantizationFormat = .int8Weights, estimator: RangeEstimator = .minMax,
    skippedNodes: Set<String> = [], leastWeights: Int = 4096
  ) {
    (self.format, self.estimator) = (format, estimator)
    (self.skippedNodes, self.leastWeights) = (skippedNodes, leastWeights)
  }

  public func run(on graph: inout Graph) throws(GraphError) -> PassReport {
    let before = GraphSize(graph)
    var patch = GraphPatch(for: graph)
    var written: [QuantizedTensor: ValueID] = [:]
    var notes: [String] = []
    var count = 0
    for node in graph.nodes where node.operation is Gemm || node.operation is MatMul {
      guard !skippedNodes.contains(node.name), let weights = node.input(1),
        let tensor = graph.constant(weights), tensor.dtype == .float32, tensor.rank == 2
      else { continue }
      guard tensor.count >= leastWeights else {
        notes.append("left alone: \(node.place) has only \(tensor.count) weights")
        continue
      }
      let isTransposed = (node.operation as? Gemm)?.transposesB ?? false
      let codes: QuantizedTensor
      do throws(GraphError) {
        codes = try QuantizedTensor(
          tensor,
          format: format.along(axis: isTransposed ? 0 : 1, blockAxis: isTransposed ? 1 : 0),
          estimator: estimator)
      } catch { throw error.at(node.place) }
      let name = graph.name(of: weights)
      var value = written[codes]
      if value == nil { value = try patch.addDequantized(codes, name: name) }
      written[codes] = value
      var inputs = node.inputs
      inputs[1] = value
      try patch.replace(node, inputs: inputs)
      count += 1
    }
    guard count > 0 else {
      return PassReport(rewrites: 0, before: before, after: before, notes: notes)
    }
    try patch.apply(to: &graph)
    return PassReport(rewrites: count, before: before, after: GraphSize(graph), notes: notes)
  }
}
