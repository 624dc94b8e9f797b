// SPDX-License-Identifier: Apache-2.0
public import IR

/// Runs passes in turn until a round changes nothing.
///
/// One pass often makes room for another: folding constants makes shapes known, which makes
/// reshapes redundant, which brings a convolution and its batch norm together.
///
/// - Preserves, changes values, deterministic: what the passes do. Idempotent: yes, unless the last
///   allowed round still changed something, which a note of the report tells.
public struct RepeatedPasses: Pass {
  public static let name = "repeated-passes"
  /// The passes of a round, first to run first.
  public var passes: [any Pass]
  /// The most rounds, 1 or more. Default 10: real models settle in 2 to 4, and a file must not
  /// decide how long this takes.
  public var maximumRounds: Int

  /// Repeats the given passes.
  public init(_ passes: [any Pass], maximumRounds: Int = 10) {
    (self.passes, self.maximumRounds) = (passes, maximumRounds)
  }

  public func run(on graph: inout Graph) throws(GraphError) -> PassReport {
    let before = GraphSize(graph)
    var result = graph
    var counts = [Int](repeating: 0, count: passes.count)
    var isSettled = false
    for _ in 0..<maximumRounds where !isSettled {
      isSettled = true
      for (index, pass) in passes.enumerated() {
        let rewrites = try run(pass, on: &result)
        counts[index] += rewrites
        if rewrites > 0 { isSettled = false }
      }
    }
    var notes = zip(passes, counts).filter { $0.1 > 0 }.map { "\($0.0.name): \($0.1)" }
    if !isSettled { notes.append("stopped after \(maximumRounds) rounds") }
    let rewrites = counts.reduce(0, +)
    graph = result
    return PassReport(
      rewrites: rewrites, before: before, after: rewrites > 0 ? GraphSize(graph) : before,
      notes: notes)
  }

  private func run(_ pass: any Pass, on graph: inout Graph) throws(GraphError) -> Int {
    do throws(GraphError) {
      // Measuring the graph around each of many runs would cost more than the passes.
      let rewrites: Int
      if let pass = pass as? any Rewriting {
        rewrites = try pass.rewriteAll(&graph)
      } else {
        rewrites = try pass.run(on: &graph).rewrites
      }
      if rewrites > 0 { try graph.checkInvariants() }
      return rewrites
    } catch {
      throw GraphError(error.code, node: error.node, "\(pass.name): \(error.message)")
    }
  }
}
