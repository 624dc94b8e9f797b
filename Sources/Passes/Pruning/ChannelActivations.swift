// SPDX-License-Identifier: Apache-2.0
public import IR
import Tensors

/// What the channels of a layer hold on calibration data, behind the layer's activation.
public struct ChannelActivations: Hashable, Sendable {
  /// Fraction of exact zeros in each channel.
  public var zeroFractions: [Double]
  /// Mean square of each channel.
  public var meanSquares: [Double]

  /// The activations, or an error that tells how to get them.
  static func required(
    _ activations: ChannelActivations?, for layer: WeightLayer
  ) throws(GraphError) -> ChannelActivations {
    guard let activations, activations.zeroFractions.count == layer.filters else {
      throw GraphError(
        .missingInput, node: layer.node.place,
        "the criterion needs the layer's outputs, so the pass needs calibration data")
    }
    return activations
  }

  /// Collects the activations of layers, by node.
  ///
  /// - Throws: what `source` throws.
  public static func collect(
    of layers: [WeightLayer], in graph: Graph, from source: any ActivationSource & Sendable
  ) throws(GraphError) -> [NodeID: ChannelActivations] {
    let analysis = ChannelAnalysis(graph)
    var observed: [NodeID: (value: ValueID, axis: Int)] = [:]
    for layer in layers {
      guard let output = layer.node.output else { continue }
      let value = activated(output, analysis)
      guard let axis = analysis.tracks[value]?.axis else { continue }
      observed[layer.node.id] = (value, axis)
    }
    var collector = ChannelCollector(
      axes: Dictionary(
        observed.values.map { ($0.value, $0.axis) }, uniquingKeysWith: { first, _ in first }))
    guard !observed.isEmpty else { return [:] }
    try source.observe(collector.axes.keys.sorted(), of: graph, with: &collector)
    return observed.compactMapValues { collector.result(of: $0.value) }
  }

  /// Follows a layer's output through batch norm, sums and the first function of single elements.
  private static func activated(_ output: ValueID, _ analysis: ChannelAnalysis) -> ValueID {
    var value = output
    while let reader = analysis.index.soleReader(of: value), let next = reader.output,
      let role = analysis.roles[reader.id]
    {
      switch role {
      case .normalization: value = next
      case .elementwise:
        value = next
        if reader.inputs.count == 1 || reader.operation is Clip || reader.operation is PReLU {
          return value
        }
      default: return value
      }
    }
    return value
  }
}

private struct ChannelCollector: ActivationObserver {
  let axes: [ValueID: Int]
  private var counts: [ValueID: Int] = [:]
  private var zeros: [ValueID: [Int]] = [:]
  private var squares: [ValueID: [Double]] = [:]

  init(axes: [ValueID: Int]) { self.axes = axes }

  mutating func observe(_ tensor: Tensor, of value: ValueID, batch: Int) throws(GraphError) {
    guard let axis = axes[value], axis < tensor.rank else { return }
    let channels = tensor.shape[axis]
    let inner = tensor.shape[(axis + 1)...].reduce(1, *)
    var zero = zeros[value] ?? [Int](repeating: 0, count: channels)
    var square = squares[value] ?? [Double](repeating: 0, count: channels)
    guard zero.count == channels, channels > 0, inner > 0 else { return }
    for (position, number) in tensor.doubles().enumerated() {
      let channel = position / inner % channels
      if number == 0 { zero[channel] += 1 }
      square[channel] += number * number
    }
    zeros[value] = zero
    squares[value] = square
    counts[value, default: 0] += tensor.count / channels
  }

  func result(of value: ValueID) -> ChannelActivations? {
    guard let count = counts[value], count > 0, let zeros = zeros[value],
      let squares = squares[value]
    else { return nil }
    return ChannelActivations(
      zeroFractions: zeros.map { Double($0) / Double(count) },
      meanSquares: squares.map { $0 / Double(count) })
  }
}
