// SPDX-License-Identifier: Apache-2.0
public import IR
public import Tensors

/// A convolution or matrix product with constant weights, seen as `[filters, channels, taps]`.
///
/// `filters` are output channels, `channels` the input channels that each filter reads (those of its
/// group), `taps` the positions of the kernel in row-major order; a matrix product has one tap.
public struct WeightLayer: Sendable {
  /// The node.
  public let node: Node
  /// The value that holds the weights.
  public let value: ValueID
  /// The weights as the node reads them.
  public let weights: Tensor
  /// The bias, if it is a constant.
  public let bias: Tensor?
  /// Output channels.
  public let filters: Int
  /// Input channels of a filter.
  public let channels: Int
  /// Extents of the kernel; empty for a matrix product.
  public let kernel: [Int]
  /// Groups of filters that read channels of their own.
  public let groups: Int
  /// Whether filters, not channels, are the outer axis of the stored weights.
  let isFilterMajor: Bool
  /// Whether the operator is a transposed convolution.
  let isTransposedConvolution: Bool

  /// Positions of the kernel.
  public var taps: Int { kernel.reduce(1, *) }
  /// The node's name, or that of its weights where it has none.
  public let name: String

  /// Nil when `node` is no such layer: its weights are computed, shared with the caller, or not of
  /// a floating-point type.
  init?(_ node: Node, _ index: GraphIndex) {
    guard let value = node.input(1), let weights = index.constant(value),
      weights.dtype.isFloatingPoint
    else { return nil }
    (self.node, self.value, self.weights) = (node, value, weights)
    bias = index.constant(node.input(2))
    name = node.name.isEmpty ? index.graph.name(of: value) : node.name
    switch node.operation {
    case let conv as Conv:
      guard weights.rank >= 3, conv.groups > 0, weights.shape[0] % conv.groups == 0 else {
        return nil
      }
      (filters, channels) = (weights.shape[0], weights.shape[1])
      (kernel, groups) = (Array(weights.shape.dropFirst(2)), conv.groups)
      (isFilterMajor, isTransposedConvolution) = (true, false)
    case let conv as ConvTranspose where conv.groups == 1:
      guard weights.rank >= 3 else { return nil }
      (filters, channels) = (weights.shape[1], weights.shape[0])
      (kernel, groups) = (Array(weights.shape.dropFirst(2)), 1)
      (isFilterMajor, isTransposedConvolution) = (false, true)
    case let gemm as Gemm where !gemm.transposesA:
      guard weights.rank == 2 else { return nil }
      isFilterMajor = gemm.transposesB
      (filters, channels) = (
        weights.shape[isFilterMajor ? 0 : 1], weights.shape[isFilterMajor ? 1 : 0]
      )
      (kernel, groups, isTransposedConvolution) = ([], 1, false)
    case is MatMul:
      guard weights.rank == 2 else { return nil }
      (filters, channels) = (weights.shape[1], weights.shape[0])
      (kernel, groups, isFilterMajor, isTransposedConvolution) = ([], 1, false, false)
    default: return nil
    }
  }

  /// All layers of a graph, in order; one for each tensor of weights.
  ///
  /// - Complexity: O(nodes).
  public static func all(in graph: Graph) -> [WeightLayer] {
    let index = GraphIndex(graph)
    var seen: Set<ValueID> = []
    return graph.nodes.compactMap { node in
      guard let layer = WeightLayer(node, index), seen.insert(layer.value).inserted else {
        return nil
      }
      return layer
    }
  }

  /// Number of weights.
  public var count: Int { weights.count }

  /// Place of a weight in the stored tensor.
  func position(_ filter: Int, _ channel: Int, _ tap: Int) -> Int {
    let pair = isFilterMajor ? filter * channels + channel : channel * filters + filter
    return pair * taps + tap
  }

  /// The weights in the order `[filters, channels, taps]`.
  func canonicalWeights() -> [Double] { canonical(weights.doubles()) }

  /// Numbers in the order of the stored tensor, in the order `[filters, channels, taps]`.
  func canonical<Number>(_ stored: [Number]) -> [Number] {
    guard !isFilterMajor, channels > 1, filters > 1 else { return stored }
    var result: [Number] = []
    result.reserveCapacity(count)
    for filter in 0..<filters {
      for channel in 0..<channels {
        let start = position(filter, channel, 0)
        result += stored[start..<start + taps]
      }
    }
    return result
  }

  /// The stored form of numbers in the order `[filters, channels, taps]`.
  func stored(_ canonical: [Double]) -> Tensor {
    guard !isFilterMajor, channels > 1, filters > 1 else {
      return Tensor(doubles: canonical, dtype: weights.dtype, shape: weights.shape)
    }
    var result = [Double](repeating: 0, count: count)
    for filter in 0..<filters {
      for channel in 0..<channels {
        let (source, target) = (
          (filter * channels + channel) * taps, position(filter, channel, 0)
        )
        for tap in 0..<taps { result[target + tap] = canonical[source + tap] }
      }
    }
    return Tensor(doubles: result, dtype: weights.dtype, shape: weights.shape)
  }

  /// Filters of one group.
  var filtersPerGroup: Int { filters / groups }

  /// Whether no filter has a weight for `inputChannel` of the node's input.
  func isZero(inputChannel: Int) -> Bool {
    let (group, channel) = (inputChannel / channels, inputChannel % channels)
    guard group < groups else { return false }
    return (group * filtersPerGroup..<(group + 1) * filtersPerGroup).allSatisfy { filter in
      isZero(filter, channel)
    }
  }

  /// Whether all weights of a filter are zero.
  func isZero(filter: Int) -> Bool { (0..<channels).allSatisfy { isZero(filter, $0) } }

  private func isZero(_ filter: Int, _ channel: Int) -> Bool {
    let start = position(filter, channel, 0)
    return (start..<start + taps).allSatisfy { weights.double(at: $0) == 0 }
  }

  /// The sum of a filter's weights.
  func sum(filter: Int) -> Double {
    (0..<channels).reduce(0) { sum, channel in
      let start = position(filter, channel, 0)
      return (start..<start + taps).reduce(sum) { $0 + weights.double(at: $1) }
    }
  }

  /// What the layer adds to a channel; nil when that is no constant.
  func biasNumber(_ filter: Int) -> Double? {
    guard node.input(2) != nil else { return 0 }
    guard let bias, bias.count == 1 || (bias.count == filters && bias.shape.last == filters) else {
      return nil
    }
    let scale = (node.operation as? Gemm).map { Double($0.beta) } ?? 1
    return scale * bias.double(at: bias.count == 1 ? 0 : filter)
  }
}
