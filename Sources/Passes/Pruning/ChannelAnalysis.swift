// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// The axis of a value along which channels can go, and the slot of each of its indices.
struct ChannelTrack {
  /// The axis.
  var axis: Int
  /// A slot for each index. Slots in one set go together; those in the set of slot 0 stay.
  var slots: [Int]
}

/// What a node does with channels.
enum ChannelRole {
  /// A convolution or matrix product: reads channels and makes new ones.
  case layer
  /// A convolution whose channels are computed apart: passes slots on.
  case depthwise
  /// Batch norm with constant parameters.
  case normalization
  /// Elementwise with broadcasting; constant operands follow.
  case elementwise
  /// A window over other axes than the channels'.
  case pooling
  /// Moves elements: for each output, for each index of its track, the indices of inputs it shows.
  case movement([[[ChannelSource]]])
  /// The first node of a channel shuffle of `outer` groups of `inner` channels that `last` ends.
  case shuffle(outer: Int, inner: Int, last: NodeID)
  /// A further node of a channel shuffle.
  case shuffled
  /// Anything else: all channels that it reads stay.
  case opaque
}

/// An index of the track of an input.
struct ChannelSource: Hashable {
  /// Which input.
  var operand: Int
  /// Index along the track.
  var index: Int
}

/// Finds which channels of a graph can only go together.
///
/// Every index of an axis of channels gets a slot. Nodes tie slots: a sum those of its operands, a
/// depthwise convolution its outputs to its inputs, a view what it merges. What an operator outside
/// the rules reads, and what the caller sees, is tied to slot 0, which stays.
struct ChannelAnalysis {
  let index: GraphIndex
  /// The set of slot 0 stays.
  var sets = DisjointSets()
  var tracks: [ValueID: ChannelTrack] = [:]
  var roles: [NodeID: ChannelRole] = [:]
  /// Slots in groups of which the same number must go.
  var partitions: [[[Int]]] = []
  /// The set of each slot, once everything is tied.
  private(set) var roots: [Int] = []

  var graph: Graph { index.graph }

  /// Complexity: O(nodes + channels), and O(channels × groups²) for grouped convolutions.
  init(_ graph: Graph) {
    index = GraphIndex(graph)
    _ = sets.add(1)
    for node in graph.nodes where roles[node.id] == nil { roles[node.id] = visit(node) }
    for output in graph.outputs { pin(output.value) }
    resolvePartitions()
    roots = (0..<sets.count).map(sets.root)
  }

  /// Whether the slot can go.
  func isFree(_ slot: Int) -> Bool { roots[slot] != 0 }

  // MARK: Slots

  /// Slots that nothing ties yet; a single channel stays.
  mutating func fresh(_ count: Int) -> [Int] {
    count < 2 ? [Int](repeating: 0, count: count) : sets.add(count)
  }

  mutating func pin(_ slots: [Int]) {
    for slot in slots { sets.unite(0, slot) }
  }

  mutating func pin(_ value: ValueID?) {
    guard let value, let track = tracks[value] else { return }
    pin(track.slots)
  }

  /// Keeps all channels that `node` reads.
  mutating func decline(_ node: Node) -> ChannelRole {
    for input in node.inputs { pin(input) }
    return .opaque
  }

  /// The track of a value if it lies on `axis`; another one is pinned.
  mutating func track(_ value: ValueID?, on axis: Int) -> ChannelTrack? {
    guard let value, let track = tracks[value] else { return nil }
    if track.axis == axis { return track }
    pin(track.slots)
    return nil
  }

  // MARK: Rules

  private mutating func visit(_ node: Node) -> ChannelRole {
    switch node.operation {
    case let conv as Conv: return visit(conv, node)
    case let conv as ConvTranspose: return visit(conv, node)
    case let gemm as Gemm: return visit(gemm, node)
    case is MatMul: return visitProduct(node)
    default: break
    }
    guard node.inputs.contains(where: { $0.map { tracks[$0] != nil } ?? false }) else {
      return .opaque
    }
    switch node.operation {
    case let norm as BatchNormalization: return visit(norm, node)
    case is MaxPool, is AveragePool, is LpPool, is GlobalAveragePool, is GlobalMaxPool,
      is GlobalLpPool:
      return visitPooling(node)
    case is ReLU, is Clip, is Identity, is Dropout:
      return visitElementwise(node)
    case let cast as Cast where cast.target.isFloatingPoint:
      return visitElementwise(node)
    case is any UnaryFloatOperation, is any UnaryNumericOperation, is any VariadicOperation,
      is any BinaryArithmeticOperation:
      return visitElementwise(node)
    default: return visitMovement(node)
    }
  }

  private mutating func visit(_ conv: Conv, _ node: Node) -> ChannelRole {
    guard let weights = index.constant(node.input(1)), hasConstantBias(node),
      let output = node.output, weights.rank >= 3
    else { return decline(node) }
    let (filters, groups) = (weights.shape[0], conv.groups)
    let input = track(node.input(0), on: 1)
    if groups > 1, weights.shape[1] == 1 {
      guard let input, input.slots.count == groups else { return decline(node) }
      let multiplier = filters / groups
      tracks[output] = ChannelTrack(
        axis: 1, slots: (0..<filters).map { input.slots[$0 / multiplier] })
      return .depthwise
    }
    let slots = fresh(filters)
    tracks[output] = ChannelTrack(axis: 1, slots: slots)
    if groups > 1 {
      partitions.append(Self.chunks(slots, groups))
      if let input { partitions.append(Self.chunks(input.slots, groups)) }
    }
    return .layer
  }

  private mutating func visit(_ conv: ConvTranspose, _ node: Node) -> ChannelRole {
    guard let weights = index.constant(node.input(1)), hasConstantBias(node),
      let output = node.output, conv.groups == 1
    else { return decline(node) }
    _ = track(node.input(0), on: 1)
    tracks[output] = ChannelTrack(axis: 1, slots: fresh(weights.shape[1]))
    return .layer
  }

  private mutating func visit(_ gemm: Gemm, _ node: Node) -> ChannelRole {
    guard !gemm.transposesA, let weights = index.constant(node.input(1)), hasConstantBias(node),
      let output = node.output
    else { return decline(node) }
    _ = track(node.input(0), on: 1)
    let columns = weights.shape[gemm.transposesB ? 0 : 1]
    tracks[output] = ChannelTrack(axis: 1, slots: fresh(columns))
    return .layer
  }

  private mutating func visitProduct(_ node: Node) -> ChannelRole {
    guard let weights = index.constant(node.input(1)), weights.rank == 2,
      weights.dtype.isFloatingPoint, let rank = index.tensorType(node.input(0))?.rank, rank >= 2,
      let output = node.output
    else { return decline(node) }
    _ = track(node.input(0), on: rank - 1)
    tracks[output] = ChannelTrack(axis: rank - 1, slots: fresh(weights.shape[1]))
    return .layer
  }

  private func hasConstantBias(_ node: Node) -> Bool {
    node.input(2) == nil || index.constant(node.input(2)) != nil
  }

  private mutating func visit(_ norm: BatchNormalization, _ node: Node) -> ChannelRole {
    guard !norm.isTraining, !index.usesMoreThanFirstOutput(of: node),
      (1...4).allSatisfy({ index.constant(node.input($0)) != nil }),
      let input = track(node.input(0), on: 1), let output = node.output
    else { return decline(node) }
    tracks[output] = input
    return .normalization
  }

  private mutating func visitPooling(_ node: Node) -> ChannelRole {
    guard !index.usesMoreThanFirstOutput(of: node), let output = node.output,
      let input = track(node.input(0), on: 1)
    else { return decline(node) }
    tracks[output] = input
    return .pooling
  }

  private mutating func visitElementwise(_ node: Node) -> ChannelRole {
    guard !index.usesMoreThanFirstOutput(of: node), let output = node.output,
      let rank = index.tensorType(output)?.rank
    else { return decline(node) }
    var joint: ChannelTrack?
    for case let input? in node.inputs {
      guard let track = tracks[input], let own = index.tensorType(input)?.rank else { continue }
      let axis = track.axis + rank - own
      guard let common = joint else {
        joint = ChannelTrack(axis: axis, slots: track.slots)
        continue
      }
      guard common.axis == axis, common.slots.count == track.slots.count else {
        return decline(node)
      }
      for (a, b) in zip(common.slots, track.slots) { sets.unite(a, b) }
    }
    guard let joint else { return .opaque }
    for case let input? in node.inputs where tracks[input] == nil {
      guard let dimensions = index.tensorType(input)?.dimensions else { return decline(node) }
      let axis = joint.axis - (rank - dimensions.count)
      guard
        axis < 0 || dimensions[axis] == .fixed(1)
          || (index.constant(input) != nil && dimensions[axis] == .fixed(joint.slots.count))
      else { return decline(node) }
    }
    tracks[output] = joint
    return .elementwise
  }

  /// Cuts a list into `count` parts of one length.
  static func chunks(_ list: [Int], _ count: Int) -> [[Int]] {
    let length = list.count / count
    return (0..<count).map { Array(list[$0 * length..<($0 + 1) * length]) }
  }
}
