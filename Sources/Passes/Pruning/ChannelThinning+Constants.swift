// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

extension ChannelThinning {
  /// Follows what the removed channels hold from the layers that make them to those that read them.
  mutating func findConstants() throws(GraphError) {
    constants = [:]
    for node in graph.nodes {
      guard let role = analysis.roles[node.id] else { continue }
      switch role {
      case .layer: note(filterConstants(node), node.output)
      case .depthwise: note(depthwiseConstants(node), node.output)
      case .normalization, .elementwise: note(try elementwiseConstants(node), node.output)
      case .pooling: note(pooledConstants(node), node.output)
      case .movement(let outputs):
        for (output, sources) in zip(node.outputs, outputs) {
          note(movedConstants(node, sources, to: output), output)
        }
      case .shuffle(let outer, let inner, let last):
        guard let input = node.input(0), let numbers = constants[input],
          let end = graph.nodes.first(where: { $0.id == last })
        else { continue }
        var shuffled: [Int: Double] = [:]
        for (channel, number) in numbers {
          shuffled[channel % inner * outer + channel / inner] = number
        }
        note(shuffled, end.output)
      case .shuffled, .opaque: continue
      }
    }
  }

  private mutating func note(_ numbers: [Int: Double], _ output: ValueID?) {
    guard let output, !numbers.isEmpty else { return }
    constants[output] = numbers.filter { $0.value.isFinite }
  }

  private func filterConstants(_ node: Node) -> [Int: Double] {
    let gone = gone(node.output)
    guard !gone.isEmpty, let layer = WeightLayer(node, index) else { return [:] }
    var numbers: [Int: Double] = [:]
    for filter in gone {
      if zeroesFilters {
        numbers[filter] = 0
      } else if layer.isZero(filter: filter), let bias = layer.biasNumber(filter) {
        numbers[filter] = bias
      }
    }
    return numbers
  }

  private func depthwiseConstants(_ node: Node) -> [Int: Double] {
    var numbers = filterConstants(node)
    guard !zeroesFilters, let conv = node.operation as? Conv, let input = node.input(0),
      let layer = WeightLayer(node, index)
    else { return numbers }
    let isPadded = mayPad(conv.window, node)
    for filter in gone(node.output) where numbers[filter] == nil {
      let channel = filter / (layer.filters / conv.groups)
      guard let number = constants[input]?[channel], !isPadded || number == 0,
        let bias = layer.biasNumber(filter)
      else { continue }
      numbers[filter] = bias + number * layer.sum(filter: filter)
    }
    return numbers
  }

  /// Evaluates the operator on the removed channels alone, where all operands are known.
  private func elementwiseConstants(_ node: Node) throws(GraphError) -> [Int: Double] {
    guard let output = node.output, let track = analysis.tracks[output],
      let type = index.tensorType(output), let rank = type.rank
    else { return [:] }
    var gone = gone(output)
    var operands: [Int: [Double]] = [:]
    var isUnknown = Set<Int>()
    var zeroes = Set<Int>()
    for (position, input) in node.inputs.enumerated() {
      guard let input else { continue }
      var numbers: [Int: Double] = [:]
      if analysis.tracks[input] != nil {
        numbers = constants[input] ?? [:]
      } else if let tensor = index.constant(input) {
        numbers = channelNumbers(tensor, along: track, rank: rank, gone, node)
      }
      operands[position] = gone.map { numbers[$0] ?? .nan }
      isUnknown.formUnion(gone.filter { numbers[$0] == nil })
      zeroes.formUnion(gone.filter { numbers[$0] == 0 })
    }
    var result: [Int: Double] = [:]
    if node.operation is Mul {
      // What the other factor is does not matter, unless it is not finite.
      for channel in gone where isUnknown.contains(channel) && zeroes.contains(channel) {
        result[channel] = 0
      }
    }
    let known = gone.indices.filter { !isUnknown.contains(gone[$0]) }
    gone = known.map { gone[$0] }
    guard !gone.isEmpty else { return result }
    let inputs = node.inputs.indices.map { position -> Tensor? in
      guard let input = node.inputs[position], let numbers = operands[position] else { return nil }
      let dtype = index.tensorType(input)?.dtype ?? type.dtype
      if let tensor = index.constant(input), tensor.rank == 0 || node.operation is Clip {
        return tensor
      }
      let values = known.map { numbers[$0] }
      // Parameters of a batch norm are vectors; everything else has the channels on axis 1.
      let isVector = node.operation is BatchNormalization && position > 0
      return Tensor(
        doubles: values, dtype: dtype, shape: isVector ? [values.count] : [1, values.count])
    }
    let values = try node.operation.checkedEvaluate(
      Operands(tensors: inputs), in: EvaluationContext())
    guard let numbers = values.first?.tensor?.doubles(), numbers.count == gone.count else {
      return result
    }
    for (channel, number) in zip(gone, numbers) { result[channel] = number }
    return result
  }

  /// What a constant operand holds for each channel, as far as it is one number.
  private func channelNumbers(
    _ tensor: Tensor, along track: ChannelTrack, rank: Int, _ channels: [Int], _ node: Node
  ) -> [Int: Double] {
    guard tensor.dtype.isFloatingPoint else { return [:] }
    if tensor.count == 1 {
      let number = tensor.double(at: 0)
      return Dictionary(uniqueKeysWithValues: channels.map { ($0, number) })
    }
    let axis = node.operation is BatchNormalization ? 0 : track.axis - (rank - tensor.rank)
    guard axis >= 0, tensor.shape[axis] == track.slots.count,
      tensor.count == tensor.shape[axis]
    else { return [:] }
    return Dictionary(uniqueKeysWithValues: channels.map { ($0, tensor.double(at: $0)) })
  }

  private func pooledConstants(_ node: Node) -> [Int: Double] {
    guard let input = node.input(0), let numbers = constants[input] else { return [:] }
    switch node.operation {
    case is GlobalAveragePool, is GlobalMaxPool: return numbers
    case let pool as MaxPool where staysInside(pool.window, pool.kernel): return numbers
    case let pool as AveragePool where staysInside(pool.window, pool.kernel):
      return pool.countsPadding ? numbers.filter { $0.value == 0 } : numbers
    default: return numbers.filter { $0.value == 0 && !(node.operation is MaxPool) }
    }
  }

  /// Whether every window has a position on the input.
  private func staysInside(_ window: SlidingWindow, _ kernel: [Int]) -> Bool {
    kernel.indices.allSatisfy { axis in
      if case .explicit = window.padding {
        let pads = window.pads(axis)
        return pads == (0, 0) && !window.roundsUp
          || window.dilation(axis) == 1 && pads.begin < kernel[axis] && pads.end < kernel[axis]
      }
      return window.dilation(axis) == 1
    }
  }

  private func movedConstants(
    _ node: Node, _ sources: [[ChannelSource]], to output: ValueID?
  ) -> [Int: Double] {
    var numbers: [Int: Double] = [:]
    for position in gone(output) {
      let shown = sources[position].map { source in
        node.inputs[source.operand].flatMap { constants[$0]?[source.index] }
      }
      guard let first = shown.first, let number = first, shown.allSatisfy({ $0 == number }) else {
        continue
      }
      if let pad = node.operation as? Pad, pad.mode == .constant, number != padValue(node) {
        continue
      }
      numbers[position] = number
    }
    switch node.operation {
    case is ReduceMean, is ReduceMax, is ReduceMin: return numbers
    case is any ReductionOperation: return [:]
    default: return numbers
    }
  }

  /// What a padding adds; nil when it copies.
  private func padValue(_ node: Node) -> Double? {
    guard let pad = node.operation as? Pad, pad.mode == .constant else { return nil }
    return node.input(2) == nil ? 0 : index.constant(node.input(2)).map { $0.double(at: 0) }
  }
}
