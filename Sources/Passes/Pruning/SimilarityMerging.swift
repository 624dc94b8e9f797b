// SPDX-License-Identifier: Apache-2.0
public import IR
import Tensors

/// Merges channels whose filters are alike: whoever reads the one reads the other with the weights
/// of both.
///
/// For filters `i` and `j` (bias included) the change is about `⟨a_j²⟩ ‖W_i − W_j‖²`, with `⟨a_j²⟩`
/// the mean square of the weights by which channel `j` is read. The cheapest pair goes first. No data
/// is needed. Channels qualify that one layer makes and that reach their readers through functions
/// which treat all channels alike; fold batch norms before.
///
/// - Preserves: the types of inputs and outputs. Changes values: yes, unless filters are equal.
/// - Idempotent: for a ratio of 0, yes. Deterministic: yes.
/// - Source: Srinivas and Babu, BMVC 2015, section 3, arXiv:1507.06149.
/// - Complexity: O(filters² × weights of a filter) for each layer.
public struct SimilarityMerging: Pass, Hashable {
  public static let name = "similarity-merging"
  /// The fraction of each layer's channels that goes whatever it costs, in 0 ..< 1. Default 0.
  public var ratio: Double
  /// Pairs go whose cost is at most this, relative to `⟨a_j²⟩ ‖W_i‖²`, 0 or more. Default 1e-12: equal
  /// up to rounding.
  public var tolerance: Double

  /// The pass.
  public init(ratio: Double = 0, tolerance: Double = 1e-12) {
    (self.ratio, self.tolerance) = (ratio, tolerance)
  }

  public func run(on graph: inout Graph) throws(GraphError) -> PassReport {
    guard ratio >= 0, ratio < 1, tolerance >= 0 else {
      throw GraphError(
        .invalidAttribute,
        "ratio is \(ratio), expected 0 ..< 1; tolerance is \(tolerance), expected 0 or more")
    }
    let before = GraphSize(graph)
    var merged = 0
    // One layer after the other: a merged layer is the reader of the one before it.
    for node in graph.nodes.map(\.id) { merged += try merge(node, in: &graph) }
    return PassReport(
      rewrites: merged, before: before, after: merged > 0 ? GraphSize(graph) : before)
  }

  private func merge(_ id: NodeID, in graph: inout Graph) throws(GraphError) -> Int {
    let groups = ChannelGroups(graph)
    let index = GraphIndex(graph)
    guard let maker = graph.nodes.first(where: { $0.id == id }),
      let layer = WeightLayer(maker, index), layer.groups == 1,
      let plan = MergePlan(layer, groups, index)
    else { return 0 }
    let pairs = plan.pairs(ratio: ratio, tolerance: tolerance)
    guard !pairs.isEmpty else { return 0 }
    var patch = GraphPatch(for: graph)
    for (reader, columns) in plan.readers {
      var weights = reader.canonicalWeights()
      let width = reader.channels * reader.taps
      for pair in pairs {
        for (into, from) in zip(columns[pair.into], columns[pair.from]) {
          for filter in 0..<reader.filters {
            for tap in 0..<reader.taps {
              let row = filter * width + tap
              weights[row + into * reader.taps] += weights[row + from * reader.taps]
              weights[row + from * reader.taps] = 0
            }
          }
        }
      }
      patch.setInitializer(reader.value, reader.stored(weights))
    }
    var result = graph
    try patch.apply(to: &result)
    let fresh = ChannelGroups(result)
    let gone = Set(pairs.map { plan.channels[$0.from] })
    let chosen = fresh.groups.indices.filter { number in
      fresh.groups[number].makers.contains { maker in
        maker.node == id && maker.channels.contains(where: gone.contains)
      }
    }
    let removal = try fresh.removing(chosen)
    graph = removal.graph
    return removal.removed.count
  }
}

/// The channels of one layer that may be merged, and who reads them.
private struct MergePlan {
  /// Output channels of the layer.
  let channels: [Int]
  /// Readers, and for each of the channels the input channels where they read it.
  let readers: [(layer: WeightLayer, columns: [[Int]])]
  private let vectors: [[Double]]

  init?(_ layer: WeightLayer, _ groups: ChannelGroups, _ index: GraphIndex) {
    let own = groups.groups.filter { group in
      group.makers.count == 1 && group.makers[0].node == layer.node.id
        && group.makers[0].channels.count == 1
    }
    guard own.count > 1, !own[0].readers.isEmpty,
      Self.treatsChannelsAlike(layer, groups.analysis)
    else { return nil }
    channels = own.map { $0.makers[0].channels[0] }
    var readers: [(layer: WeightLayer, columns: [[Int]])] = []
    let nodes = Dictionary(uniqueKeysWithValues: index.graph.nodes.map { ($0.id, $0) })
    for (position, reader) in own[0].readers.enumerated() {
      guard let node = nodes[reader.node], let layer = WeightLayer(node, index),
        layer.groups == 1, index.readerCount(layer.value) == 1
      else { return nil }
      var columns: [[Int]] = []
      for group in own {
        guard position < group.readers.count, group.readers[position].node == reader.node,
          group.readers[position].channels.count == reader.channels.count
        else { return nil }
        columns.append(group.readers[position].channels)
      }
      readers.append((layer, columns))
    }
    self.readers = readers
    let filters = layer.filterWeights()
    var vectors: [[Double]] = []
    for channel in channels {
      guard let bias = layer.biasNumber(channel) else { return nil }
      vectors.append(Array(filters[channel]) + [bias])
    }
    self.vectors = vectors
  }

  /// Whether all nodes between the layer and its readers do the same to all of its channels.
  private static func treatsChannelsAlike(
    _ layer: WeightLayer, _ analysis: ChannelAnalysis
  ) -> Bool {
    guard let output = layer.node.output, let track = analysis.tracks[output] else { return false }
    let sets = Set(track.slots.map { analysis.roots[$0] }).subtracting([0])
    for node in analysis.graph.nodes where node.id != layer.node.id {
      guard let role = analysis.roles[node.id], let value = node.output,
        let own = analysis.tracks[value],
        own.slots.contains(where: { sets.contains(analysis.roots[$0]) })
      else { continue }
      switch role {
      case .pooling, .movement, .shuffle, .shuffled: continue
      case .elementwise:
        let tracked = node.inputs.count { $0.map { analysis.tracks[$0] != nil } ?? false }
        let others = node.inputs.compactMap { $0 }.filter { analysis.tracks[$0] == nil }
        guard tracked == 1,
          others.allSatisfy({ analysis.index.constant($0).map { $0.count == 1 } ?? false })
        else { return false }
      default: return false
      }
    }
    return true
  }

  /// Which channel goes into which, by position in ``channels``, cheapest first.
  func pairs(ratio: Double, tolerance: Double) -> [(into: Int, from: Int)] {
    var weights = channels.indices.map { meanSquare($0) }
    let norms = vectors.map { $0.reduce(0) { $0 + $1 * $1 } }
    var distances = [[Double]](repeating: [], count: vectors.count)
    for a in vectors.indices {
      distances[a] = (0..<a).map { squaredDistance(vectors[a][...], vectors[$0][...]) }
    }
    let most = Int(fraction: ratio, of: channels.count)
    var alive = Set(channels.indices)
    var pairs: [(into: Int, from: Int)] = []
    while alive.count > 1 {
      var best: (cost: Double, into: Int, from: Int)?
      for a in alive.sorted() {
        for b in alive where b < a {
          // The one that is read with less weight goes.
          let (into, from) = weights[a] < weights[b] ? (b, a) : (a, b)
          let cost = weights[from] * distances[a][b]
          if best.map({ (cost, from, into) < ($0.cost, $0.from, $0.into) }) ?? true {
            best = (cost, into, from)
          }
        }
      }
      guard let pair = best else { break }
      let isEqual = pair.cost <= tolerance * weights[pair.from] * norms[pair.into]
      guard pairs.count < most || isEqual else { break }
      pairs.append((pair.into, pair.from))
      alive.remove(pair.from)
      // An upper bound of the mean square of the sum, exact where the two do not correlate.
      weights[pair.into] += weights[pair.from]
    }
    return pairs
  }

  private func meanSquare(_ position: Int) -> Double {
    var (sum, count) = (0.0, 0)
    for (layer, columns) in readers {
      let weights = layer.canonicalWeights()
      for column in columns[position] {
        for filter in 0..<layer.filters {
          let start = (filter * layer.channels + column) * layer.taps
          for tap in start..<start + layer.taps { sum += weights[tap] * weights[tap] }
        }
        count += layer.filters * layer.taps
      }
    }
    return sum / Double(max(count, 1))
  }
}
