// SPDX-License-Identifier: Apache-2.0
import IR

/// Runs the bodies of loops and the branches of conditions through plans of their own.
///
/// A body is planned once for each combination of input shapes. One whose shapes keep changing is
/// left to reference evaluation, since planning costs more than it saves.
final class PlannedSubgraphs: SubgraphEvaluator, @unchecked Sendable {
  // Belongs to one executor, which one thread at a time runs.
  private struct Entry {
    let graph: Graph
    let session: Session
    var runs = 0
  }

  private var entries: [Entry] = []
  private let options: SessionOptions
  private let pool: ThreadPool

  /// Plans that a body may have before it is asked how many runs they served.
  private static let freePreparations = 8

  init(options: SessionOptions, pool: ThreadPool) {
    (self.options, self.pool) = (options, pool)
  }

  func evaluate(
    _ graph: Graph, _ inputs: [RuntimeValue?], in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let index = index(of: graph)
    entries[index].runs += 1
    let (session, runs) = (entries[index].session, entries[index].runs)
    let preparations = session.preparationCount
    if preparations > Self.freePreparations, preparations * 4 > runs {
      return try graph.evaluate(inputs, in: context)
    }
    return try session.run(inputs, in: context)
  }

  private func index(of graph: Graph) -> Int {
    if let known = entries.firstIndex(where: { $0.graph.isIdentical(to: graph) }) { return known }
    let plans = PlanCache(graph, options: options)
    entries.append(Entry(graph: graph, session: Session(sharing: plans, pool: pool)))
    return entries.count - 1
  }
}
