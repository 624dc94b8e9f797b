// SPDX-License-Identifier: Apache-2.0
import Foundation
public import Tensors

/// Decision trees whose leaves add to (or bound) targets.
///
/// - Inputs: `x` `[N, F]`, `float32`, `float64` or `float16`.
/// - Outputs: `[N, targets]`, the type of `x`.
/// - Source: ONNX `ai.onnx.ml.TreeEnsemble`, version 5; the transform `PROBIT` is not supported.
public struct TreeEnsemble: Operation {
  public static let opType = "TreeEnsemble"

  /// How an inner node compares a feature with its split; the raw values are ONNX's.
  public enum Mode: Int, CaseIterable, Sendable {
    /// Less or equal, less, greater or equal, greater, equal, not equal.
    case lessOrEqual, less, greaterOrEqual, greater, equal, notEqual
    /// Whether the feature is one of the node's members.
    case member
  }

  /// Where a branch leads.
  public enum Branch: Hashable, Sendable {
    /// To an inner node.
    case node(Int)
    /// To a leaf.
    case leaf(Int)
  }

  /// An inner node.
  public struct Node: Hashable, Sendable {
    /// Index of the feature.
    public var feature: Int
    /// The comparison.
    public var mode: Mode
    /// What the feature is compared with.
    public var split: Double
    /// What the feature is looked for in, of a `member` node.
    public var members: [Double]
    /// Where to go when the comparison holds.
    public var whenTrue: Branch
    /// Where to go when it does not.
    public var whenFalse: Branch
    /// Whether NaN counts as a comparison that holds.
    public var takesMissing: Bool

    /// A node.
    public init(
      feature: Int, mode: Mode, split: Double, members: [Double] = [], whenTrue: Branch,
      whenFalse: Branch, takesMissing: Bool = false
    ) {
      (self.feature, self.mode, self.split, self.members) = (feature, mode, split, members)
      (self.whenTrue, self.whenFalse) = (whenTrue, whenFalse)
      self.takesMissing = takesMissing
    }

    /// The branch for a feature.
    func branch(_ x: Double) -> Branch {
      let holds =
        switch mode {
        case .lessOrEqual: x <= split
        case .less: x < split
        case .greaterOrEqual: x >= split
        case .greater: x > split
        case .equal: x == split
        case .notEqual: x != split
        case .member: members.contains(x)
        }
      return holds || takesMissing && x.isNaN ? whenTrue : whenFalse
    }
  }

  /// A leaf.
  public struct Leaf: Hashable, Sendable {
    /// Index of the target.
    public var target: Int
    /// What the leaf gives it.
    public var weight: Double

    /// A leaf.
    public init(target: Int, weight: Double) { (self.target, self.weight) = (target, weight) }
  }

  /// How the leaves of several trees become one number; the raw values are ONNX's.
  public enum Aggregation: Int, CaseIterable, Sendable {
    /// The sum over the number of trees.
    case average
    /// The sum.
    case sum
    /// The least.
    case minimum
    /// The greatest.
    case maximum
  }

  /// What becomes of a row of targets; the raw values are ONNX's.
  public enum Transform: Int, CaseIterable, Sendable {
    /// Nothing.
    case none
    /// Softmax.
    case softmax
    /// The logistic function of each.
    case logistic
    /// Softmax of those that are not 0.
    case softmaxOfNonZero
  }

  /// Inner nodes of all trees.
  public var nodes: [Node]
  /// Leaves of all trees.
  public var leaves: [Leaf]
  /// Where each tree begins: an index into the nodes.
  public var roots: [Int]
  /// Number of targets, at least 1.
  public var targetCount: Int
  /// How trees are combined. Default the sum.
  public var aggregation: Aggregation
  /// What becomes of the targets. Default nothing.
  public var transform: Transform
  /// Element type of splits and weights in files, `float32` unless given.
  public var weightType: ElementType

  /// An ensemble.
  public init(
    nodes: [Node], leaves: [Leaf], roots: [Int], targetCount: Int,
    aggregation: Aggregation = .sum, transform: Transform = .none,
    weightType: ElementType = .float32
  ) {
    (self.nodes, self.leaves, self.roots) = (nodes, leaves, roots)
    (self.targetCount, self.aggregation) = (targetCount, aggregation)
    (self.transform, self.weightType) = (transform, weightType)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    let x = try inputs.tensor(0, in: [.float32, .float64, .float16])
    guard targetCount >= 1 else {
      throw GraphError(.invalidAttribute, "expects at least 1 target, got \(targetCount)")
    }
    guard x.rank ?? 2 == 2 else {
      throw GraphError(.shapeMismatch, "expects rows [N, F], got \(x)")
    }
    try checkIndices(features: x.dimensions?[1].value)
    return [.tensor(x.dtype, dimensions: [x.dimensions?[0] ?? .unknown, .fixed(targetCount)])]
  }

  /// Checks everything that points somewhere.
  ///
  /// - Throws: `indexOutOfRange`.
  private func checkIndices(features: Int?) throws(GraphError) {
    func check(_ index: Int, _ count: Int, _ name: String) throws(GraphError) {
      guard index >= 0, index < count else {
        throw GraphError(.indexOutOfRange, "\(name) \(index) is outside 0 to \(count - 1)")
      }
    }
    for root in roots { try check(root, nodes.count, "root") }
    for leaf in leaves { try check(leaf.target, targetCount, "target") }
    for node in nodes {
      try check(node.feature, features ?? Int.max, "feature")
      for branch in [node.whenTrue, node.whenFalse] {
        switch branch {
        case .node(let index): try check(index, nodes.count, "node")
        case .leaf(let index): try check(index, leaves.count, "leaf")
        }
      }
    }
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let (rows, features) = (x.shape[0], x.shape[1])
    let values = x.doubles()
    var result: [Double] = []
    for row in 0..<rows {
      try context.checkDeadline()
      var targets = [Double?](repeating: nil, count: targetCount)
      for root in roots {
        let leaf = try leaf(
          from: root, values[row * features..<(row + 1) * features])
        let old = targets[leaf.target]
        targets[leaf.target] =
          switch aggregation {
          case .average: (old ?? 0) + leaf.weight / Double(roots.count)
          case .sum: (old ?? 0) + leaf.weight
          case .minimum: min(old ?? .infinity, leaf.weight)
          case .maximum: max(old ?? -.infinity, leaf.weight)
          }
      }
      result += transformed(targets.map { $0 ?? 0 })
    }
    return [.tensor(Tensor(doubles: result, dtype: x.dtype, shape: [rows, targetCount]))]
  }

  /// The leaf that a row of features reaches.
  ///
  /// - Throws: `invalidAttribute` when the nodes form a circle.
  private func leaf(from root: Int, _ row: ArraySlice<Double>) throws(GraphError) -> Leaf {
    var index = root
    for _ in nodes.indices {
      let node = nodes[index]
      switch node.branch(row[row.startIndex + node.feature]) {
      case .leaf(let leaf): return leaves[leaf]
      case .node(let next): index = next
      }
    }
    throw GraphError(.invalidAttribute, "the nodes of the tree at node \(root) form a circle")
  }

  private func transformed(_ row: [Double]) -> [Double] {
    switch transform {
    case .none: return row
    case .logistic: return row.map { 1 / (1 + exp(-$0)) }
    case .softmax, .softmaxOfNonZero:
      let largest = row.max() ?? 0
      let powers = row.map {
        transform == .softmaxOfNonZero && $0 == 0 ? 0 : exp($0 - largest)
      }
      let total = powers.reduce(0, +)
      return total == 0 ? powers : powers.map { $0 / total }
    }
  }
}
