// SPDX-License-Identifier: Apache-2.0
public import IR
import Tensors

/// Runs passes and checks after each that no weight which was zero got another value.
///
/// Weights are known by their names: a pass that replaces a layer drops its mask with it, and one
/// that changes the shape of weights (removal of channels) keeps the zeros by construction. Constants
/// of rank 2 and more are checked; biases and parameters of normalization may change freely.
///
/// - Preserves, changes values, idempotent, deterministic: what the passes do.
public struct MaskPreservation: Pass {
  public static let name = "mask-preservation"
  /// The passes, first to run first.
  public var passes: [any Pass]

  /// Guards the given passes.
  public init(_ passes: [any Pass]) { self.passes = passes }

  public func run(on graph: inout Graph) throws(GraphError) -> PassReport {
    let before = GraphSize(graph, countingNonZeros: true)
    var result = graph
    var rewrites = 0
    var notes: [String] = []
    for pass in passes {
      let masks = Self.masks(of: result)
      let report: PassReport
      do throws(GraphError) {
        report = try pass.run(on: &result)
        try result.checkInvariants()
        try Self.check(masks, in: result)
      } catch {
        throw GraphError(error.code, node: error.node, "pass \"\(pass.name)\": \(error.message)")
      }
      rewrites += report.rewrites
      notes += report.notes
    }
    graph = result
    return PassReport(
      rewrites: rewrites, before: before, after: GraphSize(graph, countingNonZeros: true),
      notes: notes)
  }

  /// The masks of all weights with zeros, by name.
  ///
  /// - Complexity: O(parameters).
  public static func masks(of graph: Graph) -> [String: Mask] {
    var masks: [String: Mask] = [:]
    for (value, tensor) in graph.initializers
    where tensor.rank >= 2 && tensor.dtype.isFloatingPoint {
      let mask = Mask(zerosOf: tensor)
      if mask.keptCount < mask.kept.count { masks[graph.name(of: value)] = mask }
    }
    return masks
  }

  /// Checks that weights are zero where masks say so.
  ///
  /// - Throws: `invalidGraph` naming the weights and how many masked ones they fill.
  /// - Complexity: O(parameters).
  public static func check(_ masks: [String: Mask], in graph: Graph) throws(GraphError) {
    for (value, tensor) in graph.initializers where tensor.dtype.isFloatingPoint {
      guard let mask = masks[graph.name(of: value)] else { continue }
      let count = mask.violations(in: tensor)
      guard count == 0 else {
        throw GraphError(
          .invalidGraph,
          "\(count) of \(mask.kept.count - mask.keptCount) masked weights of "
            + "\"\(graph.name(of: value))\" are no longer zero")
      }
    }
  }
}
