// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// Finds what rounding the weights does to the mean of each output channel, so that the bias can
/// make up for it.
///
/// Rounded weights `w'` change a channel's mean by the mean of `(w' - w) * x`. That is measured on
/// the activations of the original network, all layers in one run: a second convolution with the
/// weights `w - w'` stands beside each layer, and its channels' means are what the bias lacks.
/// Padding and strides count as they do in the layer.
///
/// - Source: Nagel et al., ICCV 2019, section 4.2, arXiv:1906.04721 (empirical form).
struct BiasCorrection {
  private let graph: Graph
  /// The channels' sums to observe, and whose they are.
  private let probes: [(value: ValueID, layer: NodeID, channelAxis: Int)]

  /// Prepares the measurement for layers with a bias or a place for one.
  init(
    _ graph: Graph, _ layers: [QuantizableLayer], _ codes: [NodeID: QuantizedTensor]
  ) throws(GraphError) {
    var probed = graph
    var probes: [(value: ValueID, layer: NodeID, channelAxis: Int)] = []
    for layer in layers where !(layer.operation is MatMul) {
      guard let codes = codes[layer.node.id] else { continue }
      let rounded = codes.dequantized().array(of: Float.self)
      let missing = zip(layer.weightTensor.array(of: Float.self), rounded).map { $0 - $1 }
      let weights = probed.addInitializer(
        "missing_weights", Tensor(missing, shape: layer.weightTensor.shape))
      let output = try probed.addNode(layer.operation, inputs: [layer.input, weights])[0]!
      probes.append((output, layer.node.id, 1))
    }
    (self.graph, self.probes) = (probed, probes)
  }

  /// What each channel of each layer lacks.
  func measured(by source: any ActivationSource) throws(GraphError) -> [NodeID: [Float]] {
    guard !probes.isEmpty else { return [:] }
    var collector = ChannelMeans(axis: 1)
    try source.observe(probes.map(\.value), of: graph, with: &collector)
    var corrections: [NodeID: [Float]] = [:]
    for probe in probes {
      corrections[probe.layer] = collector.means(of: probe.value).map { Float($0) }
    }
    return corrections
  }
}

/// Averages each channel of the values it is shown.
struct ChannelMeans: ActivationObserver {
  private let axis: Int
  private var sums: [ValueID: [Double]] = [:]
  private var counts: [ValueID: Int] = [:]

  /// Averages along all axes but `axis`.
  init(axis: Int) { self.axis = axis }

  mutating func observe(_ tensor: Tensor, of value: ValueID, batch: Int) throws(GraphError) {
    guard axis < tensor.rank else { return }
    let channels = tensor.shape[axis]
    let inner = tensor.shape[(axis + 1)...].reduce(1, *)
    var sums = self.sums.removeValue(forKey: value) ?? [Double](repeating: 0, count: channels)
    tensor.floats().withUnsafeBufferPointer { values in
      for run in 0..<(inner > 0 ? values.count / inner : 0) {
        var sum: Float = 0
        for index in run * inner..<(run + 1) * inner { sum += values[index] }
        sums[run % channels] += Double(sum)
      }
    }
    self.sums[value] = sums
    counts[value, default: 0] += tensor.count / max(channels, 1)
  }

  /// The mean of each channel; empty when nothing was shown.
  func means(of value: ValueID) -> [Double] {
    let count = Double(max(counts[value] ?? 0, 1))
    return (sums[value] ?? []).map { $0 / count }
  }
}
