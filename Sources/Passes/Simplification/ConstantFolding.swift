// SPDX-License-Identifier: Apache-2.0
public import IR
import Tensors

/// Computes, by reference evaluation, every node whose inputs are constants or whose outputs follow
/// from types.
///
/// `DequantizeLinear` stays: its constant input is a quantized weight, small on purpose.
///
/// - Preserves: all tensor types, and narrows them. Changes values: no.
/// - Idempotent: yes. Deterministic: yes.
public struct ConstantFolding: Pass, Rewriting, Hashable {
  public static let name = "constant-folding"
  /// Larger results stay computed, unless they are no larger than what they are computed from.
  /// Default 64 MiB.
  public var maximumBytes: Int
  /// Limits of the evaluation.
  public var limits: ResourceLimits

  /// The pass.
  public init(maximumBytes: Int = 64 << 20, limits: ResourceLimits = ResourceLimits()) {
    (self.maximumBytes, self.limits) = (maximumBytes, limits)
  }

  func rewrite(_ graph: inout Graph) throws(GraphError) -> Int {
    var result = graph
    let count = try result.foldConstants(
      in: EvaluationContext(limits: limits), maximumBytes: maximumBytes,
      except: ["DequantizeLinear"])
    // Folding also infers types and drops dead nodes, which are other passes' to report.
    if count > 0 { graph = result }
    return count
  }
}
