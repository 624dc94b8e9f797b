// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

extension ChannelThinning {
  /// The graph without the removed channels.
  func thinned() throws(GraphError) -> Graph {
    guard !removed.isEmpty else { return graph }
    var writer = ThinningWriter(self)
    for node in graph.nodes {
      do throws(GraphError) { try writer.rewrite(node) } catch { throw error.at(node.place) }
    }
    var result = graph
    try writer.patch.apply(to: &result)
    return result
  }

  /// The graph with the weights and biases that make the removed channels set to zero.
  func masked() throws(GraphError) -> Graph {
    var patch = GraphPatch(for: graph)
    for node in graph.nodes {
      let gone = gone(node.output)
      guard !gone.isEmpty, let role = analysis.roles[node.id], role.makesChannels,
        let layer = WeightLayer(node, index)
      else { continue }
      var weights = layer.canonicalWeights()
      let size = layer.channels * layer.taps
      for filter in gone {
        for position in filter * size..<(filter + 1) * size { weights[position] = 0 }
      }
      var inputs = node.inputs
      inputs[1] = patch.addInitializer(graph.name(of: layer.value), layer.stored(weights))
      if let old = node.input(2), let bias = layer.bias {
        let full = bias.broadcastLast(to: layer.filters)
        var numbers = full.doubles()
        for position in numbers.indices where gone.contains(position % layer.filters) {
          numbers[position] = 0
        }
        inputs[2] = patch.addInitializer(
          graph.name(of: old), Tensor(doubles: numbers, dtype: full.dtype, shape: full.shape))
      }
      try patch.replace(node, inputs: inputs)
    }
    var result = graph
    try patch.apply(to: &result)
    return result
  }
}

extension ChannelRole {
  /// Whether weights of the node make channels.
  var makesChannels: Bool {
    switch self {
    case .layer, .depthwise: true
    default: false
    }
  }
}

extension Tensor {
  /// The tensor with its last axis, of extent 1 or `extent`, repeated to `extent`.
  func broadcastLast(to extent: Int) -> Tensor {
    let last = shape.last ?? 1
    guard last != extent else { return self }
    let rows = count / max(last, 1)
    return picking(
      (0..<rows * extent).map { $0 / extent }, shape: shape.dropLast() + [extent])
  }

  /// The given indices of one axis, in that order.
  func selecting(_ indices: [Int], axis: Int) -> Tensor {
    let outer = shape[..<axis].reduce(1, *)
    let inner = shape[(axis + 1)...].reduce(1, *)
    var shape = shape
    shape[axis] = indices.count
    guard dtype.bitWidth % 8 == 0 else { return self }
    let width = inner * dtype.bitWidth / 8
    let extent = self.shape[axis]
    return withUnsafeBytes { source in
      Tensor(uninitialized: dtype, shape: shape) { target in
        for row in 0..<outer {
          for (position, index) in indices.enumerated() {
            let (from, to) = (
              (row * extent + index) * width, (row * indices.count + position) * width
            )
            UnsafeMutableRawBufferPointer(rebasing: target[to..<to + width]).copyMemory(
              from: UnsafeRawBufferPointer(rebasing: source[from..<from + width]))
          }
        }
      }
    }
  }
}

/// Writes the patch that removes channels, node by node in topological order.
private struct ThinningWriter {
  let thinning: ChannelThinning
  var patch: GraphPatch
  private var slices: [Slicing: ValueID] = [:]

  private struct Slicing: Hashable {
    var value: ValueID
    var selections: [[Int]]
    /// The output of the only node for which the constant is meant; nil: of any.
    var owner: ValueID?
  }

  init(_ thinning: ChannelThinning) {
    self.thinning = thinning
    patch = GraphPatch(for: thinning.graph)
  }

  private var analysis: ChannelAnalysis { thinning.analysis }
  private var index: GraphIndex { thinning.index }

  mutating func rewrite(_ node: Node) throws(GraphError) {
    guard let role = analysis.roles[node.id] else { return }
    switch role {
    case .layer: try rewriteLayer(node)
    case .depthwise: try rewriteDepthwise(node)
    case .normalization:
      var inputs = node.inputs
      for parameter in 1...4 {
        inputs[parameter] = sliced(node.input(parameter), axis: 0, node.output)
      }
      try patch.retype(node, inputs: inputs)
    case .elementwise: try rewriteElementwise(node)
    case .movement: try rewriteMovement(node)
    case .shuffle(let outer, let inner, let last): try rewriteShuffle(node, outer, inner, last)
    case .shuffled: break
    case .pooling, .opaque: try patch.retype(node)
    }
  }

  // MARK: Constants

  /// A constant with only those indices of `axis` that stay along the track of `value`.
  private mutating func sliced(_ constant: ValueID?, axis: Int, _ value: ValueID?) -> ValueID? {
    guard let constant, let kept = thinning.kept(value), let tensor = index.constant(constant)
    else { return constant }
    return place(tensor.selecting(kept, axis: axis), constant, [[axis], kept])
  }

  private mutating func place(
    _ tensor: Tensor, _ old: ValueID, _ selections: [[Int]], for owner: ValueID? = nil
  ) -> ValueID {
    let key = Slicing(value: old, selections: selections, owner: owner)
    if let known = slices[key] { return known }
    var value = old
    if index.readerCount(old) == 1 {
      patch.setInitializer(old, tensor)
    } else {
      value = patch.addInitializer(index.graph.name(of: old), tensor)
    }
    slices[key] = value
    return value
  }

  /// An integer constant in place of `old`.
  private mutating func integers(_ numbers: [Int], _ old: ValueID?, _ name: String) -> ValueID {
    let tensor = Tensor(numbers.map(Int64.init))
    guard let old else { return patch.addInitializer(name, tensor) }
    return place(tensor, old, [numbers])
  }

  // MARK: Layers

  private mutating func rewriteDepthwise(_ node: Node) throws(GraphError) {
    guard var conv = node.operation as? Conv, thinning.kept(node.output) != nil else {
      return try patch.retype(node)
    }
    conv.groups = thinning.kept(node.input(0))?.count ?? conv.groups
    var inputs = node.inputs
    inputs[1] = sliced(node.input(1), axis: 0, node.output)
    if inputs.count > 2 { inputs[2] = sliced(node.input(2), axis: 0, node.output) }
    try patch.retype(node, operation: conv, inputs: inputs)
  }

  private mutating func rewriteLayer(_ node: Node) throws(GraphError) {
    guard let layer = WeightLayer(node, index) else { return try patch.retype(node) }
    let filters = thinning.kept(node.output)
    let channels = thinning.kept(node.input(0))
    let shift = FoldedConstants(layer, thinning)
    guard filters != nil || channels != nil else { return try patch.retype(node) }
    var weights = layer.weights
    if let filters {
      weights = weights.selecting(filters, axis: layer.isFilterMajor ? 0 : 1)
    }
    if let channels {
      weights = selectingChannels(weights, layer, channels, filters)
    }
    var inputs = node.inputs
    inputs[1] = place(weights, layer.value, [filters ?? [-1], channels ?? [-1], [layer.groups]])
    var operation = node.operation
    if var gemm = operation as? Gemm, shift.isUniform, !shift.isZero, layer.bias == nil {
      gemm.beta = 1
      operation = gemm
    }
    let canBias = !(operation is MatMul)
    if let bias = biasTensor(layer, canBias && shift.isUniform ? shift : nil, filters) {
      if inputs.count == 2 { inputs.append(nil) }
      if let old = node.input(2) {
        inputs[2] = place(bias, old, [filters ?? [-1]], for: shift.isZero ? nil : node.output)
      } else {
        inputs[2] = patch.addInitializer(layer.name + "_bias", bias)
      }
    }
    try patch.retype(node, operation: operation, inputs: inputs)
    guard !shift.isZero, !(canBias && shift.isUniform), let output = node.output else { return }
    // A border has other constants than the middle, and a matrix product has no bias: they are added.
    let copies = try patch.addNode(operation, name: node.name, inputs: inputs)
    let map = patch.addInitializer(layer.name + "_shift", shift.tensor(filters))
    let sums = try patch.addNode(Add(), name: layer.name + "_shifted", inputs: [copies[0], map])
    guard let sum = sums[0] else { return }
    try patch.replaceUses(of: output, with: sum)
  }

  /// The weights, already without the filters that go, without the channels that go.
  private func selectingChannels(
    _ weights: Tensor, _ layer: WeightLayer, _ channels: [Int], _ filters: [Int]?
  ) -> Tensor {
    guard layer.groups > 1 else {
      return weights.selecting(channels, axis: layer.isFilterMajor ? 1 : 0)
    }
    let perGroup = Dictionary(grouping: channels) { $0 / layer.channels }
    var rows: [Int] = []
    let kept = filters ?? Array(0..<layer.filters)
    for (row, filter) in kept.enumerated() {
      let group = filter / layer.filtersPerGroup
      for channel in perGroup[group] ?? [] {
        rows.append(row * layer.channels + channel % layer.channels)
      }
    }
    let flat = weights.reshaped(to: [kept.count * layer.channels] + layer.kernel)
    return flat.selecting(rows, axis: 0).reshaped(
      to: [kept.count, channels.count / layer.groups] + layer.kernel)
  }

  private func biasTensor(
    _ layer: WeightLayer, _ shift: FoldedConstants?, _ filters: [Int]?
  ) -> Tensor? {
    let isShifted = shift.map { !$0.isZero } ?? false
    guard layer.bias != nil || isShifted else { return nil }
    var bias = layer.bias ?? Tensor(zeros: layer.weights.dtype, shape: [layer.filters])
    if let shift, isShifted {
      bias = bias.broadcastLast(to: layer.filters)
      let gemm = node(layer).operation as? Gemm
      let scale = gemm.map { layer.bias == nil ? 1 : Double($0.beta) } ?? 1
      var numbers = bias.doubles()
      for position in numbers.indices {
        let number = shift.numbers[position % layer.filters]
        numbers[position] = scale == 0 ? number : numbers[position] + number / scale
      }
      bias = Tensor(doubles: numbers, dtype: bias.dtype, shape: bias.shape)
    }
    guard let filters, bias.shape.last == layer.filters, layer.filters > 1 else { return bias }
    return bias.selecting(filters, axis: bias.rank - 1)
  }

  private func node(_ layer: WeightLayer) -> Node { layer.node }

  // MARK: Others

  private mutating func rewriteElementwise(_ node: Node) throws(GraphError) {
    guard let output = node.output, let track = analysis.tracks[output],
      let rank = index.tensorType(output)?.rank
    else { return try patch.retype(node) }
    let inputs = node.inputs.map { input -> ValueID? in
      guard let input, analysis.tracks[input] == nil, let tensor = index.constant(input) else {
        return input
      }
      let axis = track.axis - (rank - tensor.rank)
      guard axis >= 0, tensor.shape[axis] == track.slots.count else { return input }
      return sliced(input, axis: axis, output)
    }
    try patch.retype(node, inputs: inputs)
  }

  private mutating func rewriteMovement(_ node: Node) throws(GraphError) {
    var inputs = node.inputs
    switch node.operation {
    case is Reshape:
      guard let output = node.output, let track = analysis.tracks[output],
        let kept = thinning.kept(output), let target = index.constant(node.input(1))?.int64s()
      else { break }
      var extents = target.map(Int.init)
      // 0 copies an extent and -1 takes what is left: both follow by themselves.
      if extents[track.axis] > 0 { extents[track.axis] = kept.count }
      if extents[track.axis] == 0, let source = node.input(0),
        analysis.tracks[source]?.axis != track.axis
      {
        extents[track.axis] = kept.count
      }
      inputs[1] = integers(extents, node.input(1), "shape")
    case let split as Split:
      guard let input = node.input(0), let track = analysis.tracks[input],
        let rank = index.tensorType(input)?.rank, thinning.kept(input) != nil,
        (split.axis < 0 ? split.axis + rank : split.axis) == track.axis
      else { break }
      let sizes = node.outputs.map { output in
        thinning.kept(output)?.count ?? output.flatMap { analysis.tracks[$0]?.slots.count } ?? 0
      }
      let value = integers(sizes, node.input(1), "sizes")
      if inputs.count == 1 { inputs.append(value) } else { inputs[1] = value }
    case is Slice: sliceInputs(node, &inputs)
    default: break
    }
    try patch.retype(node, inputs: inputs)
  }

  private mutating func sliceInputs(_ node: Node, _ inputs: inout [ValueID?]) {
    guard let input = node.input(0), let track = analysis.tracks[input],
      let kept = thinning.kept(input), let rank = index.tensorType(input)?.rank,
      let range = analysis.slicedRange(node, track, rank: rank),
      var starts = index.constant(node.input(1))?.int64s().map(Int.init),
      var ends = index.constant(node.input(2))?.int64s().map(Int.init)
    else { return }
    let axes = index.constant(node.input(3))?.int64s().map { Int($0 < 0 ? $0 + Int64(rank) : $0) }
    guard let position = (axes ?? Array(starts.indices)).firstIndex(of: track.axis) else { return }
    starts[position] = kept.count { $0 < range.lowerBound }
    ends[position] = kept.count { $0 < range.upperBound }
    inputs[1] = integers(starts, node.input(1), "starts")
    inputs[2] = integers(ends, node.input(2), "ends")
  }

  /// Keeps the three nodes where every group keeps the same positions; else one gathering does it.
  private mutating func rewriteShuffle(
    _ node: Node, _ outer: Int, _ inner: Int, _ last: NodeID
  ) throws(GraphError) {
    guard let middle = index.soleReader(of: node.output),
      let end = index.soleReader(of: middle.output), let output = end.output
    else { throw GraphError(.invalidGraph, "a channel shuffle lost its end") }
    let kept = thinning.kept(node.input(0)) ?? Array(0..<outer * inner)
    let rows = Set(kept.map { $0 / inner })
    let columns = Set(kept.map { $0 % inner })
    if rows.count * columns.count == kept.count, rows.count > 1, columns.count > 1 {
      try setExtents(node, [1: rows.count, 2: columns.count])
      try patch.retype(middle)
      try setExtents(end, [1: kept.count])
      return
    }
    let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    let order = (0..<outer * inner).compactMap { places[$0 % outer * inner + $0 / outer] }
    let indices = integers(order, nil, "channels")
    let gathered = try patch.addNode(
      Gather(axis: 1), name: end.name, inputs: [node.input(0), indices])
    guard let value = gathered[0] else { return }
    // The old nodes only have to agree in type until they are dropped.
    try setExtents(node, [1: 1, 2: kept.count])
    try patch.retype(middle)
    try setExtents(end, [1: kept.count])
    try patch.replaceUses(of: output, with: value)
  }

  private mutating func setExtents(_ node: Node, _ extents: [Int: Int]) throws(GraphError) {
    guard let target = index.constant(node.input(1)) else { return try patch.retype(node) }
    var numbers = target.int64s().map(Int.init)
    for (axis, extent) in extents { numbers[axis] = extent }
    var inputs = node.inputs
    inputs[1] = integers(numbers, node.input(1), "shape")
    try patch.retype(node, inputs: inputs)
  }
}

/// What the removed channels of a layer's input add to its output.
private struct FoldedConstants {
  private let layer: WeightLayer
  /// For each filter and tap, the sum over removed channels of weight times constant.
  private let sums: [Double]
  private let geometry: WindowGeometry?
  /// Whether there is nothing to add.
  let isZero: Bool
  /// Whether the same is added everywhere.
  let isUniform: Bool
  /// What is added to each filter, if that is the same everywhere.
  let numbers: [Double]

  init(_ layer: WeightLayer, _ thinning: ChannelThinning) {
    let taps = layer.taps
    var sums = [Double](repeating: 0, count: layer.filters * taps)
    let held = layer.node.input(0).flatMap { thinning.constants[$0] } ?? [:]
    for channel in thinning.gone(layer.node.input(0)) {
      guard let number = held[channel], number != 0 else { continue }
      let group = channel / layer.channels
      for filter in group * layer.filtersPerGroup..<(group + 1) * layer.filtersPerGroup {
        let start = layer.position(filter, channel % layer.channels, 0)
        for tap in 0..<taps {
          sums[filter * taps + tap] += number * layer.weights.double(at: start + tap)
        }
      }
    }
    let isZero = sums.allSatisfy { $0 == 0 }
    let scale = (layer.node.operation as? Gemm).map { Double($0.alpha) } ?? 1
    let numbers = (0..<layer.filters).map { filter in
      scale * sums[filter * taps..<(filter + 1) * taps].reduce(0, +)
    }
    var known: WindowGeometry?
    var isUniform = true
    if !isZero, let conv = layer.node.operation as? Conv,
      thinning.mayPad(conv.window, layer.node)
    {
      let shape = thinning.index.tensorType(layer.node.input(0))?.shape
      known = shape.flatMap {
        try? conv.window.geometry(input: Array($0.dropFirst(2)), kernel: layer.kernel)
      }
      isUniform = known?.isUnpadded ?? false
    }
    (self.layer, self.sums, self.isZero, self.numbers) = (layer, sums, isZero, numbers)
    (geometry, self.isUniform) = (known, isUniform)
  }

  /// What is added, for the filters that stay: `[1, filters, …]` after a convolution.
  func tensor(_ filters: [Int]?) -> Tensor {
    let filters = filters ?? Array(0..<layer.filters)
    guard let geometry, !isUniform else {
      let values = filters.map { numbers[$0] }
      return Tensor(doubles: values, dtype: layer.weights.dtype, shape: [values.count])
    }
    let extents = geometry.axes.map(\.output)
    let positions = extents.reduce(1, *)
    var values = [Double](repeating: 0, count: filters.count * positions)
    for position in 0..<positions {
      let taps = validTaps(geometry, extents, position)
      for (row, filter) in filters.enumerated() {
        var sum = 0.0
        for tap in taps { sum += sums[filter * layer.taps + tap] }
        values[row * positions + position] = sum
      }
    }
    return Tensor(
      doubles: values, dtype: layer.weights.dtype, shape: [1, filters.count] + extents)
  }

  /// Numbers of the taps that fall on the input.
  private func validTaps(_ geometry: WindowGeometry, _ extents: [Int], _ position: Int) -> [Int] {
    var rest = position
    var places = [Int](repeating: 0, count: extents.count)
    for axis in extents.indices.reversed() {
      places[axis] = rest % extents[axis]
      rest /= extents[axis]
    }
    var taps = [0]
    for (axis, place) in zip(geometry.axes, places) {
      taps = taps.flatMap { tap in axis.taps(at: place).map { tap * axis.kernel + $0 } }
    }
    return taps
  }
}
