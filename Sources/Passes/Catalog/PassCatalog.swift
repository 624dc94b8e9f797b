// SPDX-License-Identifier: Apache-2.0

/// The passes that recipes and the command line can name.
public enum PassCatalog {
  /// All of them; a test compares the list with the files of `Passes`.
  public static let all: [any CatalogedPass.Type] = [
    Simplification.self,
    ConstantFolding.self,
    ShapePropagation.self,
    IdentityElimination.self,
    CommonSubexpressionElimination.self,
    ReshapeElimination.self,
    TransposeElimination.self,
    PadFolding.self,
    BatchNormFolding.self,
    GemmFusion.self,
    ActivationRecognition.self,
    DeadCodeElimination.self,
    PostTrainingQuantization.self,
    WeightOnlyQuantization.self,
    CrossLayerEqualization.self,
    WeightPruning.self,
    ChannelPruning.self,
    ZeroChannelElimination.self,
    SimilarityMerging.self,
    ResidualBranchRemoval.self,
    MatrixFactorization.self,
    SpatialFactorization.self,
    TuckerFactorization.self,
    CPFactorization.self,
    FullyConnectedToConvolution.self,
  ]

  /// Short names for passes with parameters.
  public static let presets: [PassPreset] = [
    PassPreset(
      "int8", pass: PostTrainingQuantization.name, [:],
      "8 bits for activations and weights, by the defaults of docs/quantization.md"),
    PassPreset(
      "int8-weights", pass: WeightOnlyQuantization.name, [:], "8 bits for each output channel"),
    PassPreset(
      "int4-weights", pass: WeightOnlyQuantization.name,
      ["weight-bits": .scalar("4"), "weight-scales": .scalar("block")],
      "4 bits with a scale for each 32 inputs of an output channel"),
    PassPreset(
      "pruned", pass: WeightPruning.name, ["ratio": .scalar("0.9")],
      "Nine of ten weights are zero"),
    PassPreset(
      "pruned-2-of-4", pass: WeightPruning.name, ["pattern": .scalar("n-of-m")],
      "Of each four neighbouring channels two have weights"),
    PassPreset(
      "thinned", pass: ChannelPruning.name,
      ["ratio": .scalar("0.5"), "multiple": .scalar("8")],
      "Half of the channels are gone"),
  ]

  /// The pass of a name, with or without the last part, which tells the family: `magnitude` and
  /// `magnitude-pruning` are the same; or the pass that a preset stands for.
  ///
  /// - Parameter family: The pass has to be of this family; nil: of any.
  /// - Throws: `unknownPass`, with the names that there are.
  public static func entry(
    _ name: String, family: PassFamily? = nil
  ) throws(CatalogError) -> (pass: any CatalogedPass.Type, preset: PassPreset?) {
    let passes = all.filter { family == nil || $0.family == family }
    let preset = presets.first { $0.name == name }
    let wanted = preset?.pass ?? name
    if let pass = passes.first(where: { $0.name == wanted }) { return (pass, preset) }
    let shortened = passes.filter { $0.name.hasPrefix(wanted + "-") }
    if shortened.count == 1, family != nil { return (shortened[0], preset) }
    let names =
      presets.filter { preset in passes.contains { $0.name == preset.pass } }.map(\.name)
      + passes.map { $0.name }
    throw CatalogError(
      .unknownPass,
      "there is no pass '\(name)'" + (family.map { " to \($0.rawValue) with" } ?? "")
        + (names.isEmpty ? "" : ", there are \(names.joined(separator: ", "))"))
  }

  /// Checks a step without making its pass.
  ///
  /// - Throws: `unknownPass`, `unknownParameter`, `invalidValue`; `missingData` when the pass needs
  ///   data and `hasData` says that there is none.
  public static func check(_ step: PassStep, hasData: Bool) throws(CatalogError) {
    let (pass, _) = try entry(step.name, family: step.family)
    _ = try arguments(of: step)
    guard !pass.needsActivations || hasData else {
      throw CatalogError(.missingData, "\(pass.name) needs data; give it with --data")
    }
  }

  /// Makes the pass of a step.
  ///
  /// - Throws: `CatalogError` as ``check(_:hasData:)``; `GraphError` when the parameters contradict
  ///   each other.
  public static func make(_ step: PassStep, in context: PassContext) throws -> any Pass {
    try check(step, hasData: context.activations != nil)
    let (pass, _) = try entry(step.name, family: step.family)
    return try pass.make(arguments(of: step), in: context)
  }

  private static func arguments(of step: PassStep) throws(CatalogError) -> PassArguments {
    let (pass, preset) = try entry(step.name, family: step.family)
    let values = (preset?.values ?? [:]).merging(step.values) { $1 }
    return try PassArguments(values, for: pass.parameters, of: pass.name)
  }
}

/// One step of a recipe: the name of a pass and values of its parameters.
public struct PassStep: Hashable, Sendable {
  /// The name of a pass or preset.
  public var name: String
  /// The family that the pass has to be of; nil: any.
  public var family: PassFamily?
  /// The parameters that are given.
  public var values: [String: PassValue]

  /// Makes a step.
  public init(_ name: String, family: PassFamily? = nil, values: [String: PassValue] = [:]) {
    (self.name, self.family, self.values) = (name, family, values)
  }

  /// The step as a flag writes it: `NAME,KEY=VALUE`.
  public var text: String {
    ([name]
      + values.sorted { $0.key < $1.key }.map { key, value in
        switch value {
        case .scalar(let text): "\(key)=\(text)"
        case .list(let texts): "\(key)=\(texts.joined(separator: "|"))"
        }
      }).joined(separator: ",")
  }

  /// Reads a step as a flag writes it: the name, then `KEY=VALUE`, all separated by commas; names in a
  /// list are separated by `|`.
  ///
  /// - Throws: `invalidValue` for what is not `KEY=VALUE`, and for keys given twice.
  public init(parsing text: String, family: PassFamily? = nil) throws(CatalogError) {
    let items = text.split(separator: ",", omittingEmptySubsequences: false)
    self.init(String(items[0]), family: family)
    for item in items.dropFirst() {
      let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else {
        throw CatalogError(.invalidValue, "expected NAME,KEY=VALUE,…, got '\(item)' in '\(text)'")
      }
      let texts = parts[1].split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      let value: PassValue = texts.count == 1 ? .scalar(texts[0]) : .list(texts)
      guard values.updateValue(value, forKey: String(parts[0])) == nil else {
        throw CatalogError(.invalidValue, "'\(parts[0])' is given twice in '\(text)'")
      }
    }
  }
}
