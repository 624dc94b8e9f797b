// SPDX-License-Identifier: Apache-2.0
public import IR
import Foundation
import Tensors

/// What quantizing each layer costs and saves: the table by which one decides what stays in floating
/// point.
public struct QuantizationSensitivity: Sendable {
  /// One layer.
  public struct Layer: Hashable, Sendable {
    /// The node in the graph that was measured.
    public var id: NodeID
    /// The node's name.
    public var name: String
    /// The operator's ONNX name.
    public var opType: String
    /// Signal to noise of the graph's outputs in dB with only this layer quantized; infinite when
    /// nothing changes.
    public var aloneDecibels: Double
    /// The same with all layers but this one quantized.
    public var othersDecibels: Double
    /// Multiply-adds of one run.
    public var multiplyAdds: Int
    /// Bytes of weights and bias before.
    public var bytesBefore: Int
    /// Bytes of codes, scales and bias after.
    public var bytesAfter: Int
    /// Milliseconds that codes save in one run; nil when nothing measured them.
    public var millisecondsSaved: Double?
  }

  /// The table.
  public struct Table: Hashable, Sendable {
    /// The layers in the order of the graph.
    public var layers: [Layer]
    /// Signal to noise of the graph's outputs in dB with all layers quantized.
    public var allDecibels: Double
  }

  /// The quantization whose layers are measured.
  public var quantization: PostTrainingQuantization

  /// The data on which outputs are compared. They are held in memory: some dozens of samples are
  /// enough.
  public var source: any ActivationSource & Sendable

  /// A measurement.
  ///
  /// - Parameter source: Data to compare outputs on; nil: those of the calibration.
  public init(
    _ quantization: PostTrainingQuantization, source: (any ActivationSource & Sendable)? = nil
  ) {
    (self.quantization, self.source) = (quantization, source ?? quantization.source)
  }

  /// Measures every layer that the quantization would take, twice: quantized alone, and left out.
  ///
  /// - Throws: what running the graph throws.
  /// - Complexity: two runs of the source for each layer.
  public func measure(_ graph: Graph) throws(GraphError) -> Table {
    let plan = QuantizationPlan(graph, scope: quantization.scope)
    guard !plan.layers.isEmpty else { return Table(layers: [], allDecibels: .infinity) }
    let material = try quantization.prepare(graph, plan)
    let comparison = try OutputComparison(graph, source)
    let layers = Set(plan.layers.map(\.node.id))
    func decibels(excluding excluded: Set<NodeID>) throws(GraphError) -> Double {
      try comparison.decibels(
        of: try quantization.quantized(graph, material, excluding: excluded), source)
    }
    let all = try quantization.quantized(graph, material, excluding: [])
    var times: (before: LayerTimes, after: LayerTimes)?
    if let timing = quantization.timing {
      times = (try timing.measure(graph), try timing.measure(all))
    }
    var rows: [Layer] = []
    for layer in plan.layers {
      let (id, name) = (layer.node.id, layer.node.name)
      var row = Layer(
        id: id, name: name, opType: layer.node.operation.opType,
        aloneDecibels: try decibels(excluding: layers.subtracting([id])),
        othersDecibels: try decibels(excluding: [id]),
        multiplyAdds: layer.multiplyAdds(in: graph), bytesBefore: layer.bytes, bytesAfter: 0)
      row.bytesAfter = material.weights[id].map { layer.bytes(quantizedAs: $0) } ?? layer.bytes
      if let old = times?.before.layers[name], let new = times?.after.layers[name] {
        row.millisecondsSaved = old - new
      }
      rows.append(row)
    }
    return Table(layers: rows, allDecibels: try comparison.decibels(of: all, source))
  }
}

extension QuantizableLayer {
  /// Bytes of weights and bias.
  var bytes: Int { weightTensor.byteCount + (bias?.count ?? 0) * MemoryLayout<Float>.size }

  /// Bytes of the codes, their scales and zero points, and the bias with its scales.
  func bytes(quantizedAs codes: QuantizedTensor) -> Int {
    let parameters = codes.scales.byteCount + codes.zeroPoints.byteCount
    let biasBytes = (bias?.count ?? 0) * MemoryLayout<Int32>.size
    return codes.codes.byteCount + parameters + biasBytes
      + (bias == nil ? 0 : codes.scales.byteCount)
  }
}

/// Compares the outputs of graphs with those of one.
struct OutputComparison {
  private let expected: OutputRecorder

  /// Runs `graph` and remembers its outputs.
  init(_ graph: Graph, _ source: any ActivationSource) throws(GraphError) {
    var recorder = OutputRecorder()
    try source.observe(graph.outputs.map(\.value), of: graph, with: &recorder)
    expected = recorder
  }

  /// Signal to noise in dB of a graph with the same outputs; infinite when they are equal.
  func decibels(of graph: Graph, _ source: any ActivationSource) throws(GraphError) -> Double {
    var noise = NoiseMeter(expected: expected.outputs)
    try source.observe(graph.outputs.map(\.value), of: graph, with: &noise)
    return noise.decibels
  }
}

/// Remembers what it is shown, in order.
private struct OutputRecorder: ActivationObserver {
  private(set) var outputs: [[Float]] = []

  mutating func observe(_ tensor: Tensor, of value: ValueID, batch: Int) throws(GraphError) {
    outputs.append(tensor.floats())
  }
}

/// Sums signal and noise of what it is shown, in order.
private struct NoiseMeter: ActivationObserver {
  private let expected: [[Float]]
  private var position = 0
  private var signal = 0.0
  private var noise = 0.0

  init(expected: [[Float]]) { self.expected = expected }

  mutating func observe(_ tensor: Tensor, of value: ValueID, batch: Int) throws(GraphError) {
    guard position < expected.count, expected[position].count == tensor.count else {
      throw GraphError(
        .invalidGraph, "output \(position) of a source differs in size from one run to the next")
    }
    for (actual, wanted) in zip(tensor.floats(), expected[position]) {
      let difference = Double(actual) - Double(wanted)
      signal += Double(wanted) * Double(wanted)
      noise += difference * difference
    }
    position += 1
  }

  /// Their ratio in dB.
  var decibels: Double { noise == 0 ? .infinity : 10 * log10(signal / noise) }
}
