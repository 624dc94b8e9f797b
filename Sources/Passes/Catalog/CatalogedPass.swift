// SPDX-License-Identifier: Apache-2.0
public import IR

/// What a pass is for, which is also the flag of `infer compress` that names it.
public enum PassFamily: String, Sendable, CaseIterable {
  /// Same values with less work.
  case simplify
  /// Fewer bits for each number.
  case quantize
  /// Fewer weights.
  case prune
  /// Products of smaller layers.
  case factorize
}

/// What passes may use beside the graph.
public struct PassContext: Sendable {
  /// Data on which the passes see activations, nil when none is given.
  public var activations: (any ActivationSource & Sendable)?
  /// Measures layers, nil where nothing does.
  public var timing: (any LayerTiming)?
  /// Where passes draw random numbers from.
  public var seed: UInt64
  /// What measures graphs on this machine, nil when nothing does.
  public var latency: (any LatencyMeter)?

  /// A context.
  public init(
    activations: (any ActivationSource & Sendable)? = nil, timing: (any LayerTiming)? = nil,
    seed: UInt64 = 0, latency: (any LatencyMeter)? = nil
  ) {
    (self.activations, self.timing) = (activations, timing)
    (self.seed, self.latency) = (seed, latency)
  }
}

/// A pass that recipes and the command line can name: its one definition, from which the readers of
/// recipes, the flags, `infer methods` and the documentation are made.
public protocol CatalogedPass: Pass {
  /// What the pass is for.
  static var family: PassFamily { get }
  /// What it does, in a line without a full stop.
  static var summary: String { get }
  /// The ids of the methods that the pass implements, as in `docs/methods.md`; may be empty.
  static var methods: [String] { get }
  /// The parameters, in the order of the documentation.
  static var parameters: [PassParameter] { get }
  /// Whether the pass needs ``PassContext/activations``.
  static var needsActivations: Bool { get }

  /// The pass with its parameters set.
  ///
  /// - Throws: `GraphError` when the parameters contradict each other.
  static func make(
    _ arguments: PassArguments, in context: PassContext
  ) throws(GraphError) -> any Pass
}

extension CatalogedPass {
  /// None.
  public static var methods: [String] { [] }
  /// None.
  public static var parameters: [PassParameter] { [] }
  /// No.
  public static var needsActivations: Bool { false }
}

/// A short name for a pass with some of its parameters set, such as `int8`.
public struct PassPreset: Hashable, Sendable {
  /// The short name, in kebab-case.
  public let name: String
  /// The name of the pass.
  public let pass: String
  /// The parameters that are set; others can be added.
  public let values: [String: PassValue]
  /// What it does, in a line without a full stop.
  public let summary: String

  /// Makes a preset.
  public init(_ name: String, pass: String, _ values: [String: PassValue], _ summary: String) {
    (self.name, self.pass, self.values, self.summary) = (name, pass, values, summary)
  }
}
