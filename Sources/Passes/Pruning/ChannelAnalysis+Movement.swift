// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

extension ChannelAnalysis {
  /// The rule for operators that move elements, or for those without a rule.
  mutating func visitMovement(_ node: Node) -> ChannelRole {
    switch node.operation {
    case let concat as Concat: return visit(concat, node)
    case let split as Split: return visit(split, node)
    case is Slice: return visitSlice(node)
    case let transpose as Transpose: return visit(transpose, node)
    case is Reshape:
      guard index.constant(node.input(1)) != nil else { return decline(node) }
      return visitShuffle(node) ?? visitView(node)
    case is Flatten: return visitView(node)
    case is Squeeze, is Unsqueeze:
      guard node.inputs.count == 1 || index.constant(node.input(1)) != nil else {
        return decline(node)
      }
      return visitView(node)
    case is Pad: return visitPad(node)
    case let reduction as any ReductionOperation: return visit(reduction, node)
    default: return decline(node)
    }
  }

  /// A track whose index `i` shows index `i` of input 0.
  private mutating func pass(_ track: ChannelTrack, axis: Int, to node: Node) -> ChannelRole {
    guard let output = node.output, !index.usesMoreThanFirstOutput(of: node) else {
      return decline(node)
    }
    tracks[output] = ChannelTrack(axis: axis, slots: track.slots)
    return .movement([track.slots.indices.map { [ChannelSource(operand: 0, index: $0)] }])
  }

  private func normalized(_ axis: Int, rank: Int) -> Int { axis < 0 ? axis + rank : axis }

  private mutating func visit(_ concat: Concat, _ node: Node) -> ChannelRole {
    guard let output = node.output, let rank = index.tensorType(output)?.rank else {
      return decline(node)
    }
    let axis = normalized(concat.axis, rank: rank)
    var slots: [Int] = []
    var sources: [[ChannelSource]] = []
    for (operand, input) in node.inputs.enumerated() {
      guard let input, let extent = index.tensorType(input)?.dimensions?[axis].value else {
        return decline(node)
      }
      if let track = tracks[input] {
        guard track.axis == axis else { return decline(node) }
        slots += track.slots
      } else {
        slots += [Int](repeating: 0, count: extent)
      }
      sources += (0..<extent).map { [ChannelSource(operand: operand, index: $0)] }
    }
    tracks[output] = ChannelTrack(axis: axis, slots: slots)
    return .movement([sources])
  }

  private mutating func visit(_ split: Split, _ node: Node) -> ChannelRole {
    guard let input = node.input(0), let track = tracks[input],
      let rank = index.tensorType(input)?.rank,
      node.input(1) == nil || index.constant(node.input(1)) != nil
    else { return decline(node) }
    let axis = normalized(split.axis, rank: rank)
    var offset = 0
    var sources: [[[ChannelSource]]] = []
    // Parts that nobody reads have no value, and so no type; their extents are needed all the same.
    guard node.outputs.count == split.partCount, !node.outputs.contains(nil) else {
      return decline(node)
    }
    for case let output? in node.outputs {
      guard let extent = index.tensorType(output)?.dimensions?[axis].value else {
        return decline(node)
      }
      let range = axis == track.axis ? offset..<offset + extent : track.slots.indices
      tracks[output] = ChannelTrack(axis: track.axis, slots: Array(track.slots[range]))
      sources.append(range.map { [ChannelSource(operand: 0, index: $0)] })
      offset += extent
    }
    return .movement(sources)
  }

  /// First index and end of what a slice takes of its track; nil when it is no plain range.
  func slicedRange(_ node: Node, _ track: ChannelTrack, rank: Int) -> Range<Int>? {
    guard let starts = index.constant(node.input(1))?.int64s().map(Int.init),
      let ends = index.constant(node.input(2))?.int64s().map(Int.init),
      node.input(3) == nil || index.constant(node.input(3)) != nil,
      node.input(4) == nil || index.constant(node.input(4)) != nil
    else { return nil }
    let axes = index.constant(node.input(3))?.int64s().map { normalized(Int($0), rank: rank) }
    guard let position = (axes ?? Array(starts.indices)).firstIndex(of: track.axis) else {
      return track.slots.indices
    }
    let step = index.constant(node.input(4))?.int64s()[position] ?? 1
    guard step == 1 else { return nil }
    let range = Slice.resolve(
      (starts[position], ends[position], 1), extent: track.slots.count)
    return range.first..<range.first + range.count
  }

  private mutating func visitSlice(_ node: Node) -> ChannelRole {
    guard let input = node.input(0), let track = tracks[input], let output = node.output,
      let rank = index.tensorType(input)?.rank, let range = slicedRange(node, track, rank: rank),
      !range.isEmpty
    else { return decline(node) }
    tracks[output] = ChannelTrack(axis: track.axis, slots: Array(track.slots[range]))
    return .movement([range.map { [ChannelSource(operand: 0, index: $0)] }])
  }

  private mutating func visit(_ transpose: Transpose, _ node: Node) -> ChannelRole {
    guard let input = node.input(0), let track = tracks[input],
      let rank = index.tensorType(input)?.rank
    else { return decline(node) }
    let permutation = transpose.permutation ?? Array((0..<rank).reversed())
    guard let axis = permutation.firstIndex(of: track.axis) else { return decline(node) }
    return pass(track, axis: axis, to: node)
  }

  private mutating func visitPad(_ node: Node) -> ChannelRole {
    guard let input = node.input(0), let track = tracks[input],
      let rank = index.tensorType(input)?.rank,
      let pads = index.constant(node.input(1))?.int64s(),
      node.input(2) == nil || index.constant(node.input(2)) != nil,
      node.input(3) == nil || index.constant(node.input(3)) != nil
    else { return decline(node) }
    let axes =
      index.constant(node.input(3))?.int64s().map { normalized(Int($0), rank: rank) }
      ?? Array(0..<rank)
    if let position = axes.firstIndex(of: track.axis) {
      guard pads[position] == 0, pads[position + axes.count] == 0 else { return decline(node) }
    }
    return pass(track, axis: track.axis, to: node)
  }

  private mutating func visit(
    _ reduction: any ReductionOperation, _ node: Node
  ) -> ChannelRole {
    guard let input = node.input(0), let track = tracks[input],
      let rank = index.tensorType(input)?.rank,
      let axes = index.constant(node.input(1))?.int64s().map({ normalized(Int($0), rank: rank) }),
      !axes.isEmpty, !axes.contains(track.axis)
    else { return decline(node) }
    let before = reduction.keepsAxes ? 0 : Set(axes).count { $0 < track.axis }
    return pass(track, axis: track.axis - before, to: node)
  }

  // MARK: Views

  /// Recognizes `[N, g × m, …]` → `[N, g, m, …]` → `[N, m, g, …]` → `[N, m × g, …]`.
  private mutating func visitShuffle(_ node: Node) -> ChannelRole? {
    guard let input = node.input(0), let track = tracks[input], track.axis == 1,
      let own = index.tensorType(input)?.dimensions,
      let apart = index.tensorType(node.output)?.dimensions, apart.count == own.count + 1,
      apart[0] == own[0], Array(apart[3...]) == Array(own[2...]),
      let outer = apart[1].value, let inner = apart[2].value, outer > 1, inner > 1,
      outer * inner == track.slots.count,
      let middle = index.soleReader(of: node.output), let swap = middle.operation as? Transpose,
      swap.permutation == [0, 2, 1] + Array(3..<apart.count),
      let last = index.soleReader(of: middle.output), last.operation is Reshape,
      index.constant(last.input(1)) != nil, last.input(0) == middle.output,
      let output = last.output, index.tensorType(output)?.dimensions == own
    else { return nil }
    tracks[output] = ChannelTrack(
      axis: 1,
      slots: (0..<outer * inner).map { track.slots[$0 % outer * inner + $0 / outer] })
    roles[middle.id] = .shuffled
    roles[last.id] = .shuffled
    return .shuffle(outer: outer, inner: inner, last: last.id)
  }

  private mutating func visitView(_ node: Node) -> ChannelRole {
    guard let input = node.input(0), let track = tracks[input], let output = node.output,
      let from = index.tensorType(input)?.dimensions,
      let to = index.tensorType(output)?.dimensions,
      let group = ViewGroup(from, to, axis: track.axis)
    else { return decline(node) }
    let extents = group.output.map { to[$0].value ?? 1 }
    let wide = group.output.filter { to[$0].value != 1 }
    if wide.count <= 1 {
      guard let axis = wide.first else {
        return decline(node)
      }
      let total = to[axis].value ?? 1
      let sources = (0..<total).map {
        [ChannelSource(operand: 0, index: $0 / group.inner % track.slots.count)]
      }
      tracks[output] = ChannelTrack(axis: axis, slots: sources.map { track.slots[$0[0].index] })
      return .movement([sources])
    }
    guard group.outer == 1, group.inner == 1 else { return decline(node) }
    // The axis along which the slots already differ, as after a view that merged axes; else the
    // last one, with the slots of all others tied.
    var axis = extents.lastIndex { $0 > 1 } ?? 0
    for (candidate, extent) in extents.enumerated() where extent > 1 {
      let inner = extents[(candidate + 1)...].reduce(1, *)
      let isApart = track.slots.indices.allSatisfy { position in
        let first = position / inner % extent * inner
        return sets.root(track.slots[position]) == sets.root(track.slots[first])
      }
      if isApart {
        axis = candidate
        break
      }
    }
    let inner = extents[(axis + 1)...].reduce(1, *)
    var sources = [[ChannelSource]](repeating: [], count: extents[axis])
    for position in track.slots.indices {
      sources[position / inner % extents[axis]].append(
        ChannelSource(operand: 0, index: position))
    }
    let slots = sources.map { track.slots[$0[0].index] }
    for (slot, shown) in zip(slots, sources) {
      for source in shown { sets.unite(slot, track.slots[source.index]) }
    }
    tracks[output] = ChannelTrack(axis: group.output.lowerBound + axis, slots: slots)
    return .movement([sources])
  }
}

/// The axes of both sides of a view among which the elements of one input axis are spread.
private struct ViewGroup {
  /// Axes of the output.
  var output: Range<Int>
  /// Elements of the input's axes of the group before and behind the axis.
  var (outer, inner) = (1, 1)

  init?(_ from: [Dimension], _ to: [Dimension], axis: Int) {
    var (start, end) = (0, 0)
    // A dynamic axis, which is nearly always the batch, may only stand in front, unchanged.
    while start < axis, start < to.count, from[start] == to[start], from[start] != .unknown {
      start += 1
    }
    end = start
    var (left, right) = (start, start)
    while left <= axis {
      (start, end) = (left, right)
      guard let first = from[left].value else { return nil }
      var (a, b) = (first, 1)
      left += 1
      while a != b || b == 1 {
        if b < a || (b == 1 && a == 1 && right < to.count) {
          guard right < to.count, let extent = to[right].value else { return nil }
          b *= extent
          right += 1
        } else if a < b {
          guard left < from.count, let extent = from[left].value else { return nil }
          a *= extent
          left += 1
        } else {
          break
        }
      }
    }
    output = end..<right
    for other in start..<left where other != axis {
      guard let extent = from[other].value else { return nil }
      if other < axis { outer *= extent } else { inner *= extent }
    }
  }
}
