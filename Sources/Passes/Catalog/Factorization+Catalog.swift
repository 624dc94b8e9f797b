// SPDX-License-Identifier: Apache-2.0
public import IR

/// Parameters that factorizations share, and what they mean.
private enum FactorizationParameters {
  static let all =
    [
      PassParameter(
        "energy", .number(0...1, default: nil),
        "Fraction of the squared singular values that ranks keep (0.9 without another choice)"),
      PassParameter("rank", .integer(1...Int.max, default: nil), "Instead: this rank"),
      PassParameter(
        "vbmf", .boolean(default: false), "Instead: ranks by variational Bayes"),
      PassParameter(
        "macs", .number(0...1, default: nil),
        "Instead: fraction of a layer's multiply-adds that may stay"),
      PassParameter(
        "ms", .number(0.000_001...Double.infinity, default: nil),
        "Instead: milliseconds that a run may take, measured on this CPU"),
      PassParameter(
        "declines", .boolean(default: true),
        "Whether layers stay that factors do not make faster on this CPU"),
      PassParameter(
        "largest-sparsity", .number(0...1, default: 0.1),
        "Layers with a larger fraction of zeros stay"),
    ] + PruningParameters.selection(first: true, last: false, depthwise: true)

  static func options(
    _ arguments: PassArguments, _ context: PassContext
  ) throws(GraphError) -> FactorizationOptions {
    let given = [
      arguments.number("energy") != nil, arguments.integer("rank") != nil,
      arguments.boolean("vbmf"), arguments.number("macs") != nil, arguments.number("ms") != nil,
    ]
    guard given.count(where: \.self) <= 1 else {
      throw GraphError(.invalidAttribute, "expected one of energy, rank, vbmf, macs and ms")
    }
    var rank = FactorizationRank.energy(arguments.number("energy") ?? 0.9)
    if let fixed = arguments.integer("rank") { rank = .fixed(fixed) }
    if arguments.boolean("vbmf") { rank = .variationalBayes }
    if let fraction = arguments.number("macs") { rank = .multiplyAdds(fraction) }
    if let milliseconds = arguments.number("ms") {
      rank = .milliseconds(milliseconds, try PruningParameters.meter(context))
    }
    return FactorizationOptions(
      rank: rank, selection: PruningParameters.selection(arguments),
      declinesMoreWork: arguments.boolean("declines"),
      meter: arguments.boolean("declines") ? context.latency : nil,
      largestSparsity: arguments.number("largest-sparsity") ?? 0.1)
  }
}

extension MatrixFactorization: CatalogedPass {
  public static var family: PassFamily { .factorize }
  public static var summary: String {
    "Replace a fully connected layer or a 1 x 1 convolution by two of lower rank"
  }
  public static var methods: [String] { ["A4a"] }
  public static var parameters: [PassParameter] { FactorizationParameters.all }

  public static func make(
    _ arguments: PassArguments, in context: PassContext
  ) throws(GraphError) -> any Pass {
    MatrixFactorization(options: try FactorizationParameters.options(arguments, context))
  }
}

extension SpatialFactorization: CatalogedPass {
  public static var family: PassFamily { .factorize }
  public static var summary: String { "Replace a convolution by one of columns and one of rows" }
  public static var methods: [String] { ["A5"] }
  public static var parameters: [PassParameter] { FactorizationParameters.all }

  public static func make(
    _ arguments: PassArguments, in context: PassContext
  ) throws(GraphError) -> any Pass {
    SpatialFactorization(options: try FactorizationParameters.options(arguments, context))
  }
}

extension TuckerFactorization: CatalogedPass {
  public static var family: PassFamily { .factorize }
  public static var summary: String {
    "Replace a convolution by a 1 x 1 one, a smaller one, and a 1 x 1 one"
  }
  public static var methods: [String] { ["A5"] }
  public static var parameters: [PassParameter] {
    [
      PassParameter(
        "iterations", .integer(0...10_000, default: 3), "Rounds of orthogonal iteration")
    ]
      + FactorizationParameters.all
  }

  public static func make(
    _ arguments: PassArguments, in context: PassContext
  ) throws(GraphError) -> any Pass {
    TuckerFactorization(
      options: try FactorizationParameters.options(arguments, context),
      iterations: arguments.integer("iterations") ?? 3)
  }
}

extension CPFactorization: CatalogedPass {
  public static var family: PassFamily { .factorize }
  public static var summary: String {
    "Replace a convolution by a 1 x 1 one, a depthwise one, and a 1 x 1 one"
  }
  public static var methods: [String] { ["A5"] }
  public static var parameters: [PassParameter] {
    [
      PassParameter(
        "iterations", .integer(1...100_000, default: 60), "Rounds of alternating least squares")
    ] + FactorizationParameters.all
  }

  public static func make(
    _ arguments: PassArguments, in context: PassContext
  ) throws(GraphError) -> any Pass {
    CPFactorization(
      options: try FactorizationParameters.options(arguments, context),
      iterations: arguments.integer("iterations") ?? 60, seed: context.seed)
  }
}

extension FullyConnectedToConvolution: CatalogedPass {
  public static var family: PassFamily { .factorize }
  public static var summary: String {
    "Make the fully connected layers at the end convolutions that slide over larger inputs"
  }
  public static var methods: [String] { ["A4a"] }
  public static var parameters: [PassParameter] {
    [
      PassParameter(
        "any-size", .boolean(default: false),
        "Whether inputs may have any height and width; outputs then are [N, M, H, W]")
    ]
  }

  public static func make(
    _ arguments: PassArguments, in context: PassContext
  ) throws(GraphError) -> any Pass {
    let takesAnySize = arguments.boolean("any-size")
    return FullyConnectedToConvolution(keepsMatrices: !takesAnySize, takesAnySize: takesAnySize)
  }
}
