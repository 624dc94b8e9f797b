// SPDX-License-Identifier: Apache-2.0
public import IR

/// All simplifications in turn until nothing changes: what `infer export --optimize` does.
///
/// - Preserves: all tensor types. Changes values: by rounding only.
/// - Idempotent: yes. Deterministic: yes.
public struct Simplification: Pass, Hashable {
  public static let name = "simplification"

  /// Simplifies.
  public init() {}

  public func run(on graph: inout Graph) throws(GraphError) -> PassReport {
    let before = GraphSize(graph)
    let reports = try Pipeline.simplification.run(on: &graph)
    return PassReport(
      rewrites: reports.reduce(0) { $0 + $1.report.rewrites }, before: before,
      after: GraphSize(graph), notes: reports.flatMap(\.report.notes))
  }
}

/// A simplification without parameters.
public protocol PlainSimplification: CatalogedPass {
  /// The pass.
  init()
}

extension PlainSimplification {
  /// Simplification.
  public static var family: PassFamily { .simplify }

  public static func make(
    _ arguments: PassArguments, in context: PassContext
  ) throws(GraphError) -> any Pass { Self() }
}

extension Simplification: PlainSimplification {
  public static var summary: String { "All simplifications in turn until nothing changes" }
}

extension ConstantFolding: CatalogedPass {
  public static var family: PassFamily { .simplify }
  public static var summary: String { "Compute once what depends on constants alone" }
  public static var parameters: [PassParameter] {
    [
      PassParameter(
        "maximum-bytes", .integer(0...Int.max, default: 64 << 20),
        "Bytes of the largest result that is kept as a constant")
    ]
  }

  public static func make(
    _ arguments: PassArguments, in context: PassContext
  ) throws(GraphError) -> any Pass {
    ConstantFolding(maximumBytes: arguments.integer("maximum-bytes") ?? 64 << 20)
  }
}

extension ShapePropagation: PlainSimplification {
  public static var summary: String {
    "Infer all types and make constants of the extents that are known"
  }
}

extension IdentityElimination: PlainSimplification {
  public static var summary: String { "Remove nodes that pass their input on unchanged" }
}

extension CommonSubexpressionElimination: PlainSimplification {
  public static var summary: String { "Merge nodes with equal operators and inputs" }
}

extension ReshapeElimination: PlainSimplification {
  public static var summary: String { "Let reshapes of reshapes read what the first one read" }
}

extension TransposeElimination: PlainSimplification {
  public static var summary: String {
    "Merge transposes and move them to where they cancel each other"
  }
}

extension PadFolding: PlainSimplification {
  public static var summary: String { "Fold pads into the convolutions and pools that read them" }
}

extension BatchNormFolding: PlainSimplification {
  public static var summary: String {
    "Fold batch norms and constant scales into the weights before them"
  }
}

extension GemmFusion: PlainSimplification {
  public static var summary: String { "Make a matrix product and the sum that follows it one Gemm" }
}

extension ActivationRecognition: PlainSimplification {
  public static var summary: String { "Recognize activations that are written as several nodes" }
}

extension DeadCodeElimination: PlainSimplification {
  public static var summary: String { "Drop what no output depends on" }
}
