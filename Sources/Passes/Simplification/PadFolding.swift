// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// Folds a `Pad` of spatial axes into the padding of the convolution or pooling that reads it.
///
/// Zeros go into convolutions and into averages that count padding; -∞ goes into maxima, and so do
/// zeros where the padded tensor is never negative and each window has a position on it. Windows
/// that round up or derive their padding from the input stay as they are.
///
/// - Preserves: all tensor types. Changes values: no.
/// - Idempotent: yes. Deterministic: yes.
public struct PadFolding: Pass, Rewriting, Hashable {
  public static let name = "pad-folding"
  /// Far below what a window's padding may be, so that sums stay in range.
  private static let largestPad: Int64 = 1 << 20

  /// The pass.
  public init() {}

  func rewrite(_ graph: inout Graph) throws(GraphError) -> Int {
    let index = GraphIndex(graph)
    var patch = GraphPatch(for: graph)
    for node in graph.nodes {
      guard let pad = index.maker(of: node.input(0)), let amounts = Amounts(pad, index),
        let operation = absorbing(amounts, of: pad, in: node, index)
      else { continue }
      var inputs = node.inputs
      inputs[0] = pad.inputs[0]
      try patch.replace(node, operation: operation, inputs: inputs)
    }
    let count = patch.editCount
    try patch.apply(to: &graph)
    return count
  }

  /// What a `Pad` of spatial axes by a constant does.
  private struct Amounts {
    var begin: [Int]
    var end: [Int]
    var value: Double

    init?(_ node: Node, _ index: GraphIndex) {
      guard let pad = node.operation as? Pad, pad.mode == .constant,
        let type = index.tensorType(node.input(0)), type.dtype.isFloatingPoint,
        let rank = type.rank, rank >= 3, let pads = index.constant(node.input(1))?.int64s(),
        pads.allSatisfy({ $0 >= 0 && $0 <= PadFolding.largestPad })
      else { return nil }
      var axes = Array(0..<rank)
      if node.input(3) != nil {
        guard let given = index.constant(node.input(3)) else { return nil }
        axes = given.int64s().map { Int($0 < 0 ? $0 + Int64(rank) : $0) }
      }
      guard pads.count == 2 * axes.count, axes.allSatisfy((0..<rank).contains) else { return nil }
      var (begin, end) = ([Int](repeating: 0, count: rank), [Int](repeating: 0, count: rank))
      for (position, axis) in axes.enumerated() {
        begin[axis] = Int(pads[position])
        end[axis] = Int(pads[axes.count + position])
      }
      guard begin[0] == 0, begin[1] == 0, end[0] == 0, end[1] == 0 else { return nil }
      (self.begin, self.end) = (Array(begin.dropFirst(2)), Array(end.dropFirst(2)))
      value = 0
      if node.input(2) != nil {
        guard let given = index.number(node.input(2)) else { return nil }
        value = given
      }
    }

    /// The window with this padding around its own, nil when its padding follows from the input.
    func around(_ window: SlidingWindow) -> SlidingWindow? {
      var begin = begin
      var end = end
      switch window.padding {
      case .sameUpper, .sameLower: return nil
      case .valid: break
      case .explicit:
        for axis in begin.indices {
          let own = window.pads(axis)
          guard own.begin <= PadFolding.largestPad, own.end <= PadFolding.largestPad else {
            return nil
          }
          begin[axis] += own.begin
          end[axis] += own.end
        }
      }
      var result = window
      result.padding = .explicit(begin: begin, end: end)
      return result
    }
  }

  /// The operation of `node` with the padding taken in.
  private func absorbing(
    _ amounts: Amounts, of pad: Node, in node: Node, _ index: GraphIndex
  ) -> (any Operation)? {
    if var conv = node.operation as? Conv, amounts.value == 0 {
      guard let window = amounts.around(conv.window) else { return nil }
      conv.window = window
      return conv
    }
    if var pool = node.operation as? AveragePool, amounts.value == 0, !pool.window.roundsUp {
      let isUnpadded = pool.kernel.indices.allSatisfy { pool.window.pads($0) == (0, 0) }
      guard pool.countsPadding || isUnpadded, let window = amounts.around(pool.window) else {
        return nil
      }
      (pool.window, pool.countsPadding) = (window, true)
      return pool
    }
    guard var pool = node.operation as? MaxPool, !pool.window.roundsUp,
      !index.usesMoreThanFirstOutput(of: node), let window = amounts.around(pool.window)
    else { return nil }
    let ignoresZeros =
      amounts.value == 0 && isNeverNegative(pad.input(0), index)
      && staysInside(window, kernel: pool.kernel)
    guard amounts.value == -.infinity || ignoresZeros else { return nil }
    pool.window = window
    return pool
  }

  private func isNeverNegative(_ value: ValueID?, _ index: GraphIndex) -> Bool {
    guard let maker = index.maker(of: value) else { return false }
    switch maker.operation {
    case is ReLU, is Sigmoid, is HardSigmoid: return true
    case is Clip: return index.number(maker.input(1)).map { $0 >= 0 } ?? false
    default: return false
    }
  }

  /// Whether every window has a position on a tensor that is not empty.
  private func staysInside(_ window: SlidingWindow, kernel: [Int]) -> Bool {
    kernel.indices.allSatisfy { axis in
      let pads = window.pads(axis)
      return window.dilation(axis) == 1 && pads.begin < kernel[axis] && pads.end < kernel[axis]
    }
  }
}
