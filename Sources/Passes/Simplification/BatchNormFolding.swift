// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// Folds batch norms, and products and sums with one constant a channel, into the weights of the
/// convolution or matrix product before them.
///
/// A whole chain goes at once. Where a chain follows a batch norm that no layer takes in, it is
/// folded into the batch norm: older files write `BatchNormalization`, `Mul`, `Add`. Folding stops
/// at values with a second reader, at outputs of the graph, and at weights that are not constant or
/// would leave the range of their type.
///
/// - Preserves: all tensor types. Changes values: by rounding; the new weights are computed in
///   double precision and rounded once.
/// - Idempotent: yes. Deterministic: yes.
/// - Source: Jacob et al., CVPR 2018, section 3.2, arXiv:1712.05877.
public struct BatchNormFolding: Pass, Rewriting, Hashable {
  public static let name = "batch-norm-folding"

  /// The pass.
  public init() {}

  func rewrite(_ graph: inout Graph) throws(GraphError) -> Int {
    let index = GraphIndex(graph)
    var patch = GraphPatch(for: graph)
    var absorbed: Set<NodeID> = []
    for node in graph.nodes where !absorbed.contains(node.id) {
      guard let layer = AffineLayer(node, index) else { continue }
      var affine = ChannelAffine(channels: layer.channels)
      var chain: [Node] = []
      var last = node
      while let reader = index.soleReader(of: last.output), let input = last.output,
        let step = ChannelAffine(reader, of: input, layer, index)
      {
        affine = affine.followed(by: step)
        chain.append(reader)
        last = reader
      }
      guard !chain.isEmpty, try layer.absorb(affine, at: last, index, &patch) else { continue }
      absorbed.formUnion(chain.map(\.id))
      for case let output? in last.outputs.dropFirst() { patch.discard(output) }
    }
    try patch.apply(to: &graph)
    return absorbed.count
  }
}

/// `scale * x + shift` with a pair of numbers for each channel.
struct ChannelAffine {
  /// Factor of each channel.
  var scale: [Double]
  /// Summand of each channel.
  var shift: [Double]

  /// The identity.
  init(channels: Int) {
    scale = [Double](repeating: 1, count: channels)
    shift = [Double](repeating: 0, count: channels)
  }

  /// Whether all factors are 1.
  var isPureShift: Bool { scale.allSatisfy { $0 == 1 } }
  /// Whether all summands are 0.
  var isPureScale: Bool { shift.allSatisfy { $0 == 0 } }

  /// First this, then `next`.
  func followed(by next: ChannelAffine) -> ChannelAffine {
    var result = self
    for channel in scale.indices {
      result.scale[channel] = scale[channel] * next.scale[channel]
      result.shift[channel] = shift[channel] * next.scale[channel] + next.shift[channel]
    }
    return result
  }

  /// What `node` does to its input `value`, the output of `layer`, if that is this simple.
  init?(_ node: Node, of value: ValueID, _ layer: AffineLayer, _ index: GraphIndex) {
    if let norm = node.operation as? BatchNormalization {
      guard node.input(0) == value, layer.channelAxis == 1,
        let affine = ChannelAffine(norm, node, index), affine.scale.count == layer.channels
      else { return nil }
      self = affine
      return
    }
    guard let other = node.otherInput(than: value), let constant = index.constant(other),
      let numbers = layer.channelNumbers(constant)
    else { return nil }
    self.init(channels: layer.channels)
    let isFirst = node.inputs[0] == value
    switch node.operation {
    case is Mul: scale = numbers
    case is Add: shift = numbers
    case is Div where isFirst: scale = numbers.map { 1 / $0 }
    case is Sub where isFirst: shift = numbers.map { -$0 }
    case is Sub:
      scale = scale.map { -$0 }
      shift = numbers
    default: return nil
    }
  }

  /// What a batch norm with constant parameters does outside training.
  init?(_ norm: BatchNormalization, _ node: Node, _ index: GraphIndex) {
    guard !norm.isTraining, !index.usesMoreThanFirstOutput(of: node),
      let scale = index.constant(node.input(1))?.doubles(),
      let bias = index.constant(node.input(2))?.doubles(),
      let mean = index.constant(node.input(3))?.doubles(),
      let variance = index.constant(node.input(4))?.doubles(),
      Set([scale.count, bias.count, mean.count, variance.count]).count == 1
    else { return nil }
    self.init(channels: scale.count)
    for channel in scale.indices {
      let deviation = (variance[channel] + Double(norm.epsilon)).squareRoot()
      self.scale[channel] = scale[channel] / deviation
      shift[channel] = bias[channel] - mean[channel] * self.scale[channel]
    }
  }
}
