// SPDX-License-Identifier: Apache-2.0
import Foundation
public import IR
import Tensors

/// Rescales channels between consecutive layers so that all channels use the range of codes alike.
///
/// A channel may leave one layer `s` times smaller and enter the next one with weights `s` times
/// larger, as long as what stands between the two does the same to numbers of any size: nothing, a
/// `Relu`, a `LeakyRelu`, a `PRelu` with one slope for all or one a channel.
///
/// A `Clip` from 0 to a bound, such as ReLU6, is no such function where the bound is reached. With a
/// source, the pass sees how far each channel goes: channels that stay below the bound are rescaled
/// only so far that they still do, others not at all. Without a source, and by
/// ``BoundedActivations/decline``, pairs around a `Clip` are left alone, and the report says so;
/// ``BoundedActivations/unbound`` makes the `Clip` a `Relu`, which changes what the network computes.
///
/// Without a source, the factors make the weights' ranges on either side equal, as scales for whole
/// tensors need it. With a source, they weigh the range of the activations against that of the
/// weights that read them: weights with a scale for each output channel need no help on the other
/// side, and behind a depthwise layer neither do those.
///
/// Batch norms must be folded before. A layer takes part when its output has one reader.
///
/// - Preserves: all tensor types. Changes values: by rounding, and by ``BoundedActivations/unbound``;
///   with a source, on inputs whose channels go further than those of the source.
/// - Idempotent: yes, as changes of less than 1 % are not made. Deterministic: yes.
/// - Source: Nagel et al., ICCV 2019, section 4.1, arXiv:1906.04721; with a source also Xiao et al.,
///   ICML 2023, equation 4, arXiv:2211.10438.
public struct CrossLayerEqualization: Pass {
  public static let name = "cross-layer-equalization"

  /// What becomes of pairs of layers with a `Clip` between them.
  public enum BoundedActivations: Hashable, Sendable {
    /// They are left alone where rescaling is not exact.
    case decline
    /// The `Clip` becomes a `Relu`.
    case unbound
  }

  /// What shows the activations; nil: the weights alone decide.
  public var source: (any ActivationSource & Sendable)?
  /// What becomes of pairs with a `Clip` between them.
  public var boundedActivations: BoundedActivations
  /// How much of the unevenness of activations moves into the weights that read them, 0 to 1, with a
  /// source. Depthwise layers take all of it.
  public var migration: Double

  /// The share of a bound that rescaled channels may reach: what other data than the source's may
  /// need more.
  private static let headroom = 0.9
  /// Rounds without a source: a pair disturbs its neighbours.
  private static let rounds = 50
  /// Relative changes below this are not made.
  private static let tolerance = 0.01

  /// The pass.
  public init(
    source: (any ActivationSource & Sendable)? = nil,
    boundedActivations: BoundedActivations = .decline, migration: Double = 0.5
  ) {
    (self.source, self.boundedActivations) = (source, boundedActivations)
    self.migration = min(max(migration, 0), 1)
  }

  public func run(on graph: inout Graph) throws(GraphError) -> PassReport {
    let before = GraphSize(graph)
    let index = GraphIndex(graph)
    var pairs: [LayerPair] = []
    var notes: [String] = []
    for node in graph.nodes {
      guard var pair = LayerPair(startingAt: node, index) else { continue }
      if pair.bound != nil, source == nil || boundedActivations == .unbound {
        guard boundedActivations == .unbound else {
          notes.append(
            "left alone: \(node.place): the bound of the Clip behind it does not scale")
          continue
        }
        pair.losesBound = true
      }
      pairs.append(pair)
    }
    guard !pairs.isEmpty else {
      return PassReport(rewrites: 0, before: before, after: before, notes: notes)
    }
    var weights = EqualizedWeights(graph)
    let changed = try equalize(pairs, &weights, graph)
    var patch = GraphPatch(for: graph)
    for (value, tensor) in weights.changed { patch.setInitializer(value, tensor) }
    for case let activation? in pairs.map({ $0.losesBound ? $0.activation : nil }) {
      try patch.replace(activation, operation: ReLU(), inputs: [activation.input(0)])
    }
    guard !patch.isEmpty else {
      return PassReport(rewrites: 0, before: before, after: before, notes: notes)
    }
    try patch.apply(to: &graph)
    return PassReport(rewrites: changed, before: before, after: GraphSize(graph), notes: notes)
  }

  /// Rescales all pairs and returns how many changed.
  private func equalize(
    _ pairs: [LayerPair], _ weights: inout EqualizedWeights, _ graph: Graph
  ) throws(GraphError) -> Int {
    var changed: Set<NodeID> = []
    if let source {
      let values = Set(pairs.map(\.middle)).sorted()
      var collector = ChannelExtremes()
      try source.observe(values, of: graph, with: &collector)
      for pair in pairs {
        let factors = factors(of: pair, collector.largest[pair.middle] ?? [], weights)
        if weights.divide(pair, by: factors) { changed.insert(pair.first.id) }
      }
      return changed.count
    }
    for _ in 0..<Self.rounds {
      var isSettled = true
      for pair in pairs {
        let factors = zip(weights.outputRanges(of: pair), weights.inputRanges(of: pair)).map {
          first, second in
          first > 0 && second > 0 ? Self.settled((first / second).squareRoot()) : 1
        }
        guard weights.divide(pair, by: factors) else { continue }
        isSettled = false
        changed.insert(pair.first.id)
      }
      if isSettled { break }
    }
    return changed.count
  }

  /// By what each channel is divided, for the range of activations that the source showed.
  private func factors(
    of pair: LayerPair, _ largest: [Float], _ weights: EqualizedWeights
  ) -> [Double] {
    let reach = largest.map(Double.init)
    let readers = weights.inputRanges(of: pair)
    guard let whole = reach.max(), whole > 0, reach.count == readers.count else {
      return [Double](repeating: 1, count: readers.count)
    }
    let share = pair.isDepthwise ? 1 : migration
    // Where the bound is not to be moved, the range of the tensor stays what it is.
    let target = pair.losesBound ? whole : min(whole, pair.bound ?? whole)
    let ratios = zip(reach, readers).map { reach, reader in
      reach > 0 && reader > 0 ? pow(reach, share) / pow(reader, 1 - share) : 0
    }
    let largestRatio = ratios.max() ?? 0
    return zip(reach, ratios).map { reach, ratio in
      guard ratio > 0 else { return 1 }
      if let bound = pair.bound, !pair.losesBound, reach > bound * Self.headroom { return 1 }
      // A channel may fill the range of the tensor, but not leave it.
      return Self.settled(min(1, max(ratio / largestRatio, reach / (target * Self.headroom))))
    }
  }

  /// The factor, or 1 where it is not worth a change.
  private static func settled(_ factor: Double) -> Double {
    abs(factor - 1) < tolerance ? 1 : factor
  }
}

/// Two layers and the function between them.
struct LayerPair {
  /// The layer whose output channels are divided.
  let first: Node
  /// The layer whose weights are multiplied.
  let second: Node
  /// The function between them.
  let activation: Node?
  /// What the second layer reads.
  let middle: ValueID
  /// The upper bound of the function between them.
  let bound: Double?
  /// Whether the second layer convolves each channel for itself.
  let isDepthwise: Bool
  /// Whether the bound is given up.
  var losesBound = false

  /// Nil when no second layer follows, or something stands between that sees absolute sizes.
  init?(startingAt node: Node, _ index: GraphIndex) {
    guard node.operation is Conv, Self.hasConstantWeights(node, index),
      var reader = index.soleReader(of: node.output), var middle = node.output
    else { return nil }
    var activation: Node?
    var bound: Double?
    let operands = index.graph.operandTypes(of: reader)
    switch Activation(reader.operation, operands: operands) {
    case nil: break
    case .relu?, .leakyReLU?: activation = reader
    case .clip(0, let high)?:
      activation = reader
      bound = high
    default: return nil
    }
    if let found = activation {
      guard let output = found.output, let next = index.soleReader(of: output) else { return nil }
      (reader, middle) = (next, output)
    }
    guard reader.operation is Conv, reader.input(0) == middle,
      Self.hasConstantWeights(reader, index), let conv = reader.operation as? Conv,
      let weights = index.constant(reader.input(1))
    else { return nil }
    (first, second, self.activation) = (node, reader, activation)
    (self.middle, self.bound) = (middle, bound)
    isDepthwise = conv.groups > 1 && weights.shape[1] == 1
    guard conv.groups == 1 || isDepthwise else { return nil }
  }

  private static func hasConstantWeights(_ node: Node, _ index: GraphIndex) -> Bool {
    guard let weights = node.input(1), index.constant(weights)?.dtype == .float32,
      index.readerCount(weights) == 1
    else { return false }
    guard let bias = node.input(2) else { return true }
    return index.constant(bias)?.dtype == .float32 && index.readerCount(bias) == 1
  }
}

/// The weights of a graph while they are rescaled.
private struct EqualizedWeights {
  private let graph: Graph
  /// Those that differ from the graph's.
  private(set) var changed: [ValueID: Tensor] = [:]

  init(_ graph: Graph) { self.graph = graph }

  private func tensor(_ value: ValueID?) -> Tensor? {
    value.flatMap { changed[$0] ?? graph.constant($0) }
  }

  /// The largest weight of each channel that the first layer gives.
  func outputRanges(of pair: LayerPair) -> [Double] {
    guard let weights = tensor(pair.first.input(1)) else { return [] }
    return weights.largestMagnitudes(runLength: weights.count / max(weights.shape[0], 1)) { $0 }
  }

  /// The largest weight that reads each channel in the second layer.
  func inputRanges(of pair: LayerPair) -> [Double] {
    guard let weights = tensor(pair.second.input(1)) else { return [] }
    let (filters, channels) = (weights.shape[0], weights.shape[1])
    if pair.isDepthwise {
      // A channel may feed several filters.
      let perChannel = max(filters / max(inputChannels(of: pair), 1), 1)
      return weights.largestMagnitudes(runLength: weights.count / max(filters, 1)) {
        $0 / perChannel
      }
    }
    return weights.largestMagnitudes(
      runLength: weights.count / max(filters * channels, 1)
    ) { $0 % channels }
  }

  private func inputChannels(of pair: LayerPair) -> Int {
    tensor(pair.first.input(1))?.shape[0] ?? 1
  }

  /// Divides each channel between the layers by its factor; false when all factors are 1.
  mutating func divide(_ pair: LayerPair, by factors: [Double]) -> Bool {
    guard factors.contains(where: { $0 != 1 }), let weights = tensor(pair.first.input(1)),
      let readers = tensor(pair.second.input(1)), weights.shape[0] == factors.count
    else { return false }
    let (filters, channels) = (readers.shape[0], readers.shape[1])
    let perChannel = max(filters / factors.count, 1)
    changed[pair.first.inputs[1]!] = weights.scaled(
      by: RunFactors(length: weights.count / factors.count) { 1 / factors[$0] })
    if let bias = pair.first.input(2), let tensor = tensor(bias) {
      changed[bias] = tensor.scaled(by: RunFactors(length: 1) { 1 / factors[$0] })
    }
    changed[pair.second.inputs[1]!] = readers.scaled(
      by: pair.isDepthwise
        ? RunFactors(length: readers.count / filters) { factors[$0 / perChannel] }
        : RunFactors(length: readers.count / (filters * channels)) { factors[$0 % channels] })
    return true
  }
}

extension Tensor {
  /// The largest magnitude of the runs that belong to each index.
  ///
  /// - Precondition: the type is `float32`.
  fileprivate func largestMagnitudes(
    runLength: Int, index: (_ run: Int) -> Int
  ) -> [Double] {
    guard runLength > 0 else { return [] }
    var largest: [Double] = []
    withElements(of: Float.self) { values in
      for run in 0..<count / runLength {
        var magnitude: Float = 0
        for position in run * runLength..<(run + 1) * runLength {
          magnitude = max(magnitude, values[position].magnitude)
        }
        let index = index(run)
        while largest.count <= index { largest.append(0) }
        largest[index] = max(largest[index], Double(magnitude))
      }
    }
    return largest
  }
}

/// Remembers the largest magnitude of each channel, axis 1, of the values it is shown.
private struct ChannelExtremes: ActivationObserver {
  private(set) var largest: [ValueID: [Float]] = [:]

  mutating func observe(_ tensor: Tensor, of value: ValueID, batch: Int) throws(GraphError) {
    guard tensor.rank >= 2 else { return }
    let channels = tensor.shape[1]
    let inner = tensor.shape[2...].reduce(1, *)
    guard inner > 0, channels > 0 else { return }
    var largest = self.largest.removeValue(forKey: value) ?? []
    if largest.count < channels { largest = [Float](repeating: 0, count: channels) }
    tensor.floats().withUnsafeBufferPointer { values in
      for run in 0..<values.count / inner {
        var magnitude: Float = 0
        for index in run * inner..<(run + 1) * inner {
          magnitude = max(magnitude, values[index].magnitude)
        }
        largest[run % channels] = max(largest[run % channels], magnitude)
      }
    }
    self.largest[value] = largest
  }
}
