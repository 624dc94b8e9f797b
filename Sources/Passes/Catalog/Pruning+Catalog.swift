// SPDX-License-Identifier: Apache-2.0
public import IR

/// Parameters that pruning passes share, and what they mean.
enum PruningParameters {
  static let budget = [
    PassParameter(
      "ratio", .number(0...0.9999, default: nil), "Fraction to remove (0.5 without any budget)"),
    PassParameter(
      "macs", .number(0...1, default: nil), "Instead: fraction of the multiply-adds that may stay"),
    PassParameter(
      "bytes", .integer(1...Int.max, default: nil), "Instead: bytes of weights that may stay"),
    PassParameter(
      "ms", .number(0.000_001...Double.infinity, default: nil),
      "Instead: milliseconds that a run may take, measured on this CPU"),
    PassParameter(
      "scope", .choice(["layer", "global"], default: "layer"),
      "Whether each layer loses the same fraction, or one threshold decides for all"),
  ]

  /// The budget that is given.
  ///
  /// - Throws: `invalidAttribute` for more than one; `unsupported` where nothing measures.
  static func budget(
    _ arguments: PassArguments, _ context: PassContext
  ) throws(GraphError) -> PruningBudget {
    let given = [
      arguments.number("ratio") != nil, arguments.number("macs") != nil,
      arguments.integer("bytes") != nil, arguments.number("ms") != nil,
    ]
    guard given.count(where: \.self) <= 1 else {
      throw GraphError(.invalidAttribute, "expected one of ratio, macs, bytes and ms")
    }
    if let fraction = arguments.number("macs") { return .multiplyAdds(fraction) }
    if let bytes = arguments.integer("bytes") { return .bytes(bytes) }
    if let milliseconds = arguments.number("ms") {
      return .milliseconds(milliseconds, try meter(context))
    }
    return .ratio(arguments.number("ratio") ?? 0.5)
  }

  static func meter(_ context: PassContext) throws(GraphError) -> any LatencyMeter {
    guard let meter = context.latency else {
      throw GraphError(.unsupported, "budgets in ms need something that measures")
    }
    return meter
  }

  static func selection(first: Bool, last: Bool, depthwise: Bool) -> [PassParameter] {
    [
      PassParameter("skip", .names, "Layers that stay as they are"),
      PassParameter("only", .names, "The only layers that may change"),
      PassParameter("skip-first", .boolean(default: first), "Whether the first layer stays"),
      PassParameter("skip-last", .boolean(default: last), "Whether the last layer stays"),
      PassParameter(
        "skip-depthwise", .boolean(default: depthwise), "Whether depthwise convolutions stay"),
      PassParameter(
        "least-weights", .integer(0...Int.max, default: 0), "Layers with fewer weights stay"),
    ]
  }

  static func selection(_ arguments: PassArguments) -> LayerSelection {
    let only = arguments.names("only")
    return LayerSelection(
      skipsFirst: arguments.boolean("skip-first"), skipsLast: arguments.boolean("skip-last"),
      minimumWeights: arguments.integer("least-weights") ?? 0,
      skipsDepthwise: arguments.boolean("skip-depthwise"),
      skipped: Set(arguments.names("skip")), only: only.isEmpty ? nil : Set(only))
  }
}

extension WeightPruning: CatalogedPass {
  public static var family: PassFamily { .prune }
  public static var summary: String { "Set the least important weights to zero, in patterns" }
  public static var methods: [String] { ["P1", "P2", "P3", "P5", "P6", "P7"] }
  public static var parameters: [PassParameter] {
    [
      PassParameter(
        "criterion",
        .choice(
          ["magnitude", "l2", "random", "activation-norm", "obd", "obs"], default: "magnitude"),
        "What makes a weight important; the last three need data"),
      PassParameter(
        "pattern",
        .choice(
          ["element", "row", "column", "kernel", "shape", "filter", "channel", "block", "n-of-m"],
          default: "element"),
        "What goes together"),
      PassParameter("block-filters", .integer(1...1024, default: 4), "Filters of a block"),
      PassParameter("block-channels", .integer(1...1024, default: 1), "Channels of a block"),
      PassParameter("n", .integer(1...1024, default: 2), "Of n-of-m: how many stay"),
      PassParameter("m", .integer(1...1024, default: 4), "Of n-of-m: of how many"),
    ] + PruningParameters.budget
      + PruningParameters.selection(
        first: true, last: true, depthwise: true)
  }

  public static func make(
    _ arguments: PassArguments, in context: PassContext
  ) throws(GraphError) -> any Pass {
    let pattern: MaskPattern =
      switch arguments.choice("pattern") {
      case "row": .row
      case "column": .column
      case "kernel": .kernel
      case "shape": .shape
      case "filter": .filter
      case "channel": .channel
      case "block":
        .block(
          filters: arguments.integer("block-filters") ?? 4,
          channels: arguments.integer("block-channels") ?? 1)
      case "n-of-m": .nOfM(kept: arguments.integer("n") ?? 2, of: arguments.integer("m") ?? 4)
      default: .element
      }
    let criterion: any WeightCriterion =
      switch arguments.choice("criterion") {
      case "l2": MagnitudeCriterion(norm: .l2)
      case "random": RandomCriterion(seed: context.seed)
      case "activation-norm": ActivationNormCriterion()
      case "obd": BrainDamageCriterion()
      case "obs": BrainSurgeonCriterion()
      default: MagnitudeCriterion()
      }
    return WeightPruning(
      criterion: criterion, pattern: pattern,
      budget: try PruningParameters.budget(arguments, context),
      scope: arguments.choice("scope") == "global" ? .global : .layer,
      selection: PruningParameters.selection(arguments), calibration: context.activations)
  }
}

extension ChannelPruning: CatalogedPass {
  public static var family: PassFamily { .prune }
  public static var summary: String {
    "Remove the least important channels, so that layers get smaller"
  }
  public static var methods: [String] { ["P1", "P4a", "P8"] }
  public static var parameters: [PassParameter] {
    [
      PassParameter(
        "criterion",
        .choice(
          [
            "l1", "l2", "random", "geometric-median", "batch-norm-scale", "apoz",
            "output-norm",
          ], default: "l1"),
        "What makes a channel important; the last two need data"),
      PassParameter(
        "outliers", .number(0...100, default: nil),
        "Instead of a budget: standard deviations below the mean score from which channels go"),
      PassParameter(
        "largest-ratio", .number(0...1, default: 0.95), "Fraction of a layer that may go at most"),
      PassParameter(
        "multiple", .integer(1...1024, default: 1),
        "Numbers of channels are rounded up to a multiple of this"),
      PassParameter(
        "border-maps", .boolean(default: true),
        "Whether constants that padding cuts at the border may become sums"),
    ] + PruningParameters.budget
      + PruningParameters.selection(
        first: false, last: false, depthwise: false)
  }

  public static func make(
    _ arguments: PassArguments, in context: PassContext
  ) throws(GraphError) -> any Pass {
    let criterion: any ChannelCriterion =
      switch arguments.choice("criterion") {
      case "l2": FilterNormCriterion(norm: .l2)
      case "random": RandomChannelCriterion(seed: context.seed)
      case "geometric-median": GeometricMedianCriterion()
      case "batch-norm-scale": BatchNormScaleCriterion()
      case "apoz": ZeroFractionCriterion()
      case "output-norm": OutputNormCriterion()
      default: FilterNormCriterion()
      }
    let budget = try PruningParameters.budget(arguments, context)
    return ChannelPruning(
      criterion: criterion,
      amount: arguments.number("outliers").map { .outliers(deviations: $0) } ?? .budget(budget),
      scope: arguments.choice("scope") == "global" ? .global : .layer,
      maximumRatio: arguments.number("largest-ratio") ?? 0.95,
      multiple: arguments.integer("multiple") ?? 1,
      selection: PruningParameters.selection(arguments),
      addsBorderMaps: arguments.boolean("border-maps"), calibration: context.activations)
  }
}

extension SimilarityMerging: CatalogedPass {
  public static var family: PassFamily { .prune }
  public static var summary: String { "Merge channels whose filters are alike" }
  public static var methods: [String] { ["P4b"] }
  public static var parameters: [PassParameter] {
    [
      PassParameter(
        "ratio", .number(0...0.9999, default: 0),
        "Fraction of each layer's channels that goes whatever it costs"),
      PassParameter(
        "tolerance", .number(0...Double.infinity, default: 1e-12),
        "Relative cost up to which pairs are merged"),
    ]
  }

  public static func make(
    _ arguments: PassArguments, in context: PassContext
  ) throws(GraphError) -> any Pass {
    SimilarityMerging(
      ratio: arguments.number("ratio") ?? 0, tolerance: arguments.number("tolerance") ?? 1e-12)
  }
}

extension ResidualBranchRemoval: CatalogedPass {
  public static var family: PassFamily { .prune }
  public static var summary: String { "Drop the residual branches that add least" }
  public static var methods: [String] { ["P1"] }
  public static var parameters: [PassParameter] {
    [
      PassParameter("count", .integer(0...100_000, default: 1), "Branches to drop"),
      PassParameter("only", .names, "The only sums whose branches may go"),
    ]
  }

  public static func make(
    _ arguments: PassArguments, in context: PassContext
  ) throws(GraphError) -> any Pass {
    let only = arguments.names("only")
    return ResidualBranchRemoval(
      count: arguments.integer("count") ?? 1, only: only.isEmpty ? nil : Set(only),
      calibration: context.activations)
  }
}

extension ZeroChannelElimination: CatalogedPass {
  public static var family: PassFamily { .prune }
  public static var summary: String { "Remove channels that are constant or that nobody weighs" }
  public static var methods: [String] { ["P4a"] }
  public static var parameters: [PassParameter] {
    [
      PassParameter(
        "border-maps", .boolean(default: true),
        "Whether constants that padding cuts at the border may become sums")
    ]
  }

  public static func make(
    _ arguments: PassArguments, in context: PassContext
  ) throws(GraphError) -> any Pass {
    ZeroChannelElimination(addsBorderMaps: arguments.boolean("border-maps"))
  }
}
