// SPDX-License-Identifier: Apache-2.0
public import IR

/// Parameters that quantizing passes share, and what they mean.
private enum QuantizationParameters {
  static let estimators = ["min-max", "moving-average", "percentile", "mse", "kl"]
  /// Percent of the numbers that stay in range by default, as in ``PostTrainingQuantization``.
  static let usualPercentage = 99.999

  static let weights = [
    PassParameter("weight-bits", .integer(2...16, default: 8), "Bits of a weight"),
    PassParameter(
      "weight-scales", .choice(["channel", "tensor", "block"], default: "channel"),
      "What shares a scale: an output channel, a tensor, or a block of inputs of a channel"),
    PassParameter("block-size", .integer(1...65_536, default: 32), "Weights of a block"),
    PassParameter(
      "weight-calibration",
      .choice(estimators.filter { $0 != "moving-average" }, default: "min-max"),
      "What chooses the ranges of weights"),
  ]

  /// The estimator of a word.
  static func estimator(_ word: String, percentage: Double) -> RangeEstimator {
    switch word {
    case "moving-average": .movingAverage(momentum: 0.9)
    case "percentile": .percentile(percentage)
    case "mse": .meanSquaredError
    case "kl": .divergence
    default: .minMax
    }
  }

  /// The format of weights.
  ///
  /// - Throws: `invalidAttribute` never, as the parameters are within its limits.
  static func weightFormat(_ arguments: PassArguments) throws(GraphError) -> QuantizationFormat {
    let granularity: QuantizationFormat.Granularity =
      switch arguments.choice("weight-scales") {
      case "tensor": .tensor
      case "block": .block(axis: 0, size: arguments.integer("block-size") ?? 32)
      default: .channel(axis: 0)
      }
    return try QuantizationFormat(
      bits: arguments.integer("weight-bits") ?? 8, isSigned: true, isSymmetric: true,
      granularity: granularity)
  }
}

extension PostTrainingQuantization: CatalogedPass {
  public static var family: PassFamily { .quantize }
  public static var summary: String {
    "Codes of few bits for activations and weights, calibrated on data"
  }
  public static var methods: [String] { ["Q1", "Q2", "Q4", "Q5", "Q6", "Q31"] }
  public static var needsActivations: Bool { true }
  public static var parameters: [PassParameter] {
    [
      PassParameter("activation-bits", .integer(2...16, default: 8), "Bits of an activation"),
      PassParameter(
        "activation-codes", .choice(["unsigned", "signed"], default: "unsigned"),
        "Whether codes of activations have a sign"),
      PassParameter(
        "symmetric-activations", .boolean(default: false),
        "Whether zero is the middle of the codes of activations"),
      PassParameter(
        "calibration", .choice(QuantizationParameters.estimators, default: "percentile"),
        "What chooses the ranges of activations"),
      PassParameter(
        "percentile", .number(50...100, default: QuantizationParameters.usualPercentage),
        "Percent of the numbers that percentile keeps in range"),
    ] + QuantizationParameters.weights + [
      PassParameter(
        "bias-correction", .boolean(default: true),
        "Whether biases make up for what rounding the weights does to the means"),
      PassParameter(
        "adaptive-rounding", .boolean(default: false),
        "Whether each weight is rounded so that the layer's results change least"),
      PassParameter(
        "declines", .boolean(default: true),
        "Whether layers stay in floating point that codes do not make faster on this CPU"),
      PassParameter(
        "least-decibels", .number(-100...200, default: nil),
        "Layers stay in floating point that alone leave less signal to noise of the outputs"),
      PassParameter("skip", .names, "Nodes that stay in floating point"),
      PassParameter("skip-types", .names, "Operators that stay in floating point"),
      PassParameter(
        "skip-values", .names, "Values that stay in floating point, with what reads or makes them"),
    ]
  }

  public static func make(
    _ arguments: PassArguments, in context: PassContext
  ) throws(GraphError) -> any Pass {
    guard let source = context.activations else {
      throw GraphError(.missingInput, "\(name) needs data")
    }
    let percentage = arguments.number("percentile") ?? QuantizationParameters.usualPercentage
    return PostTrainingQuantization(
      source: source,
      activations: try QuantizationFormat(
        bits: arguments.integer("activation-bits") ?? 8,
        isSigned: arguments.choice("activation-codes") == "signed",
        isSymmetric: arguments.boolean("symmetric-activations")),
      weights: try QuantizationParameters.weightFormat(arguments),
      activationEstimator: QuantizationParameters.estimator(
        arguments.choice("calibration"), percentage: percentage),
      weightEstimator: QuantizationParameters.estimator(
        arguments.choice("weight-calibration"), percentage: percentage),
      scope: QuantizationScope(
        skippedNodes: Set(arguments.names("skip")),
        skippedTypes: Set(arguments.names("skip-types")),
        floatValues: Set(arguments.names("skip-values"))),
      correctsBiases: arguments.boolean("bias-correction"),
      rounding: arguments.boolean("adaptive-rounding")
        ? AdaptiveRounding(seed: context.seed) : nil,
      leastDecibels: arguments.number("least-decibels"),
      timing: arguments.boolean("declines") ? context.timing : nil)
  }
}

extension WeightOnlyQuantization: CatalogedPass {
  public static var family: PassFamily { .quantize }
  public static var summary: String {
    "Codes of few bits for the weights of fully connected layers alone"
  }
  public static var methods: [String] { ["Q5"] }
  public static var parameters: [PassParameter] {
    QuantizationParameters.weights + [
      PassParameter(
        "least-weights", .integer(0...Int.max, default: 4096),
        "Layers with fewer weights stay as they are"),
      PassParameter("skip", .names, "Nodes that stay as they are"),
    ]
  }

  public static func make(
    _ arguments: PassArguments, in context: PassContext
  ) throws(GraphError) -> any Pass {
    WeightOnlyQuantization(
      format: try QuantizationParameters.weightFormat(arguments),
      estimator: QuantizationParameters.estimator(
        arguments.choice("weight-calibration"), percentage: QuantizationParameters.usualPercentage),
      skippedNodes: Set(arguments.names("skip")),
      leastWeights: arguments.integer("least-weights") ?? 4096)
  }
}

extension CrossLayerEqualization: CatalogedPass {
  public static var family: PassFamily { .quantize }
  public static var summary: String {
    "Rescale channels between layers so that all use the range of codes alike"
  }
  public static var methods: [String] { ["Q2"] }
  public static var parameters: [PassParameter] {
    [
      PassParameter(
        "bounded", .choice(["decline", "unbound"], default: "decline"),
        "What becomes of pairs of layers with a Clip between them where rescaling is not exact"),
      PassParameter(
        "migration", .number(0...1, default: 0.5),
        "With data: how much of the unevenness of activations moves into the weights"),
    ]
  }

  public static func make(
    _ arguments: PassArguments, in context: PassContext
  ) throws(GraphError) -> any Pass {
    CrossLayerEqualization(
      source: context.activations,
      boundedActivations: arguments.choice("bounded") == "unbound" ? .unbound : .decline,
      migration: arguments.number("migration") ?? 0.5)
  }
}
