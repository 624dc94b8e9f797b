// SPDX-License-Identifier: Apache-2.0
public import IR
import Synchronization

/// A model and its plans, one for each combination of input shapes that was asked for.
///
/// Sessions that share a cache share plans and prepared weights; each has its own threads.
public final class PlanCache: Sendable {
  /// The model's graph.
  public let graph: Graph
  /// How it is run.
  public let options: SessionOptions
  private let weights = WeightCache()
  private let wisdom: Wisdom
  private let plans = Mutex<[(types: [ValueID: ValueType], plan: Plan)]>([])

  /// Plans that are kept; the oldest is dropped first.
  private static let capacity = 16

  /// A cache without plans.
  ///
  /// - Parameter wisdom: What is known of the speed of algorithms, and learns more.
  public init(
    _ graph: Graph, options: SessionOptions = SessionOptions(), wisdom: Wisdom = .shared
  ) {
    (self.graph, self.options, self.wisdom) = (graph, options, wisdom)
  }

  /// The plan for inputs of the given types, made now unless it exists.
  ///
  /// - Throws: what planning throws.
  public func plan(for types: [ValueID: ValueType]) throws(GraphError) -> Plan {
    if let plan = plans.withLock({ $0.first { $0.types == types }?.plan }) { return plan }
    let plan = try Plan(
      graph, inputTypes: types, options: options, weights: weights, wisdom: wisdom)
    plans.withLock { plans in
      if plans.count >= Self.capacity { plans.removeFirst() }
      plans.append((types, plan))
    }
    return plan
  }
}
