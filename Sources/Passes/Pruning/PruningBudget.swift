// SPDX-License-Identifier: Apache-2.0
public import IR

/// Measures how long one run of a graph takes; whoever can run graphs conforms.
///
/// Passes ask for a dozen candidates in a row. An answer should be a median of several runs on the
/// machine and with the threads that the model is for.
public protocol LatencyMeter: Sendable {
  /// Milliseconds of one run of `graph`, with inputs of its own choice.
  func milliseconds(of graph: Graph) throws(GraphError) -> Double
}

/// How much to remove.
public enum PruningBudget: Sendable {
  /// This fraction, in 0 ..< 1; of each layer, or of all together, by ``PruningScope``.
  case ratio(Double)
  /// A fraction for each layer by name, in 0 ..< 1; other layers stay as they are.
  case ratios([String: Double])
  /// As little as leaves this fraction of the multiply-adds, in 0 ... 1. Those with a weight of zero
  /// do not count.
  case multiplyAdds(Double)
  /// As little as leaves at most this many bytes of weights. Zeros cost a bit each.
  case bytes(Int)
  /// As little as leaves at most this many milliseconds, measured.
  case milliseconds(Double, any LatencyMeter)

  /// Checks the numbers.
  ///
  /// - Throws: `invalidAttribute`.
  func check() throws(GraphError) {
    switch self {
    case .ratio(let ratio): try Self.check(ratio)
    case .ratios(let ratios): for ratio in ratios.values { try Self.check(ratio) }
    case .multiplyAdds(let fraction) where !(fraction >= 0 && fraction <= 1):
      throw GraphError(.invalidAttribute, "multiply-adds are \(fraction), expected 0 to 1")
    case .bytes(let bytes) where bytes < 0:
      throw GraphError(.invalidAttribute, "the budget is \(bytes) bytes")
    case .milliseconds(let milliseconds, _) where !(milliseconds > 0):
      throw GraphError(.invalidAttribute, "the budget is \(milliseconds) ms")
    default: break
    }
  }

  private static func check(_ ratio: Double) throws(GraphError) {
    guard ratio >= 0, ratio < 1 else {
      throw GraphError(.invalidAttribute, "the ratio is \(ratio), expected 0 ..< 1")
    }
  }
}

extension Int {
  /// The whole units in a fraction of a number of them: 0.7 of 720 are 504, although the product of
  /// the two in binary is a little less.
  init(fraction: Double, of count: Int) {
    self = Int((fraction * Double(count) + 1e-9 * Double(count)).rounded(.down))
  }
}

/// What a ratio is a fraction of.
public enum PruningScope: Hashable, Sendable {
  /// Of each layer: all lose the same fraction.
  case layer
  /// Of all layers together: one threshold decides.
  case global
}

/// Finds the least ratio that meets a budget.
enum BudgetSearch {
  /// The least of 0, `largest` / steps, … `largest` for which `cost` is at most `budget`, taking cost
  /// to fall as the ratio rises; nil when even `largest` costs more.
  static func leastRatio(
    budget: Double, largest: Double, steps: Int, _ cost: (Double) throws(GraphError) -> Double
  ) throws(GraphError) -> Double? {
    if try cost(0) <= budget { return 0 }
    var (low, high) = (0, steps)
    guard try cost(largest) <= budget else { return nil }
    while high - low > 1 {
      let middle = (low + high) / 2
      if try cost(largest * Double(middle) / Double(steps)) <= budget {
        high = middle
      } else {
        low = middle
      }
    }
    return largest * Double(high) / Double(steps)
  }
}
