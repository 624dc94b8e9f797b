// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

extension OperatorRegistry {
  /// Operators of `ai.onnx.ml`: features and decision trees.
  static let classicalML: [OperatorBinding] = [
    .one("ArrayFeatureExtractor", domain: mlDomain, ArrayFeatureExtractor.self) { _ in
      ArrayFeatureExtractor()
    },
    .one("Binarizer", domain: mlDomain, Binarizer.self) { reader in
      Binarizer(threshold: try reader.float("threshold", default: 0))
    } write: { operation, writer in
      if operation.threshold != 0 { writer.set("threshold", operation.threshold) }
    },
    .one("Normalizer", domain: mlDomain, Normalizer.self) { reader in
      Normalizer(norm: try reader.choice("norm", default: .max))
    } write: { operation, writer in
      if operation.norm != .max { writer.set("norm", operation.norm.rawValue) }
    },
    .one("Scaler", domain: mlDomain, Scaler.self) { reader in
      let offset = try reader.floats("offset") ?? [0]
      let scale = try reader.floats("scale") ?? [1]
      guard !offset.isEmpty, !scale.isEmpty else {
        throw ONNXError(
          .invalidModel, at: reader.place,
          "expects at least one offset and one scale, got \(offset.count) and \(scale.count)")
      }
      return Scaler(offset: offset, scale: scale)
    } write: { operation, writer in
      writer.set("offset", operation.offset)
      writer.set("scale", operation.scale)
    },
    .one(
      "TreeEnsemble", domain: mlDomain, since: 5, TreeEnsemble.self, read: readTrees,
      write: writeTrees),
  ]

  private static let mlDomain = "ai.onnx.ml"

  private static func readTrees(_ reader: NodeReader) throws -> TreeEnsemble {
    // How often a node was visited in training says nothing about its meaning.
    reader.ignore("nodes_hitrates")
    let leafTargets = try reader.require(reader.ints("leaf_targetids"), "leaf_targetids")
    let leafWeights = try reader.require(reader.tensor("leaf_weights"), "leaf_weights")
    try check(leafWeights.count, "leaf_weights", leafTargets.count, reader)
    let leaves = zip(leafTargets, leafWeights.doubles()).map {
      TreeEnsemble.Leaf(target: $0, weight: $1)
    }
    return TreeEnsemble(
      nodes: try readNodes(reader), leaves: leaves,
      roots: try reader.require(reader.ints("tree_roots"), "tree_roots"),
      targetCount: try reader.int("n_targets") ?? (leafTargets.max() ?? 0).addingSaturated(1),
      aggregation: try code("aggregate_function", default: .sum, reader),
      transform: try code("post_transform", default: TreeEnsemble.Transform.none, reader),
      weightType: leafWeights.dtype)
  }

  private static func readNodes(_ reader: NodeReader) throws -> [TreeEnsemble.Node] {
    func ints(_ name: String) throws -> [Int] { try reader.require(reader.ints(name), name) }
    let features = try ints("nodes_featureids")
    let splits = try reader.require(reader.tensor("nodes_splits"), "nodes_splits").doubles()
    let modes = try reader.require(reader.tensor("nodes_modes"), "nodes_modes").int64s()
    let (trueNodes, trueLeaves) = (try ints("nodes_truenodeids"), try ints("nodes_trueleafs"))
    let (falseNodes, falseLeaves) = (try ints("nodes_falsenodeids"), try ints("nodes_falseleafs"))
    let count = features.count
    let missing =
      try reader.ints("nodes_missing_value_tracks_true") ?? [Int](repeating: 0, count: count)
    for (name, actual) in [
      ("nodes_splits", splits.count), ("nodes_modes", modes.count),
      ("nodes_truenodeids", trueNodes.count), ("nodes_trueleafs", trueLeaves.count),
      ("nodes_falsenodeids", falseNodes.count), ("nodes_falseleafs", falseLeaves.count),
      ("nodes_missing_value_tracks_true", missing.count),
    ] {
      try check(actual, name, count, reader)
    }
    // The sets of member nodes follow each other, NaN between them.
    var sets =
      try reader.tensor("membership_values").map { tensor in
        tensor.doubles().split(omittingEmptySubsequences: false, whereSeparator: \.isNaN)
      }?[...] ?? []
    return try features.indices.map { index in
      guard let mode = TreeEnsemble.Mode(rawValue: Int(modes[index])) else {
        throw ONNXError(
          .invalidModel, at: reader.place,
          "attribute \"nodes_modes\" [\(index)] is \(modes[index]), expected 0 to 6")
      }
      let members = mode == .member ? sets.popFirst() ?? [] : []
      return TreeEnsemble.Node(
        feature: features[index], mode: mode, split: mode == .member ? 0 : splits[index],
        members: Array(members),
        whenTrue: branch(trueNodes[index], isLeaf: trueLeaves[index] != 0),
        whenFalse: branch(falseNodes[index], isLeaf: falseLeaves[index] != 0),
        takesMissing: missing[index] != 0)
    }
  }

  private static func branch(_ index: Int, isLeaf: Bool) -> TreeEnsemble.Branch {
    isLeaf ? .leaf(index) : .node(index)
  }

  private static func check(
    _ actual: Int, _ name: String, _ expected: Int, _ reader: NodeReader
  ) throws {
    guard actual == expected else {
      throw ONNXError(
        .invalidModel, at: reader.place,
        "attribute \"\(name)\" has \(actual) entries, expected \(expected)")
    }
  }

  /// An integer attribute as a case of an enumeration with ONNX's numbers.
  private static func code<Code: RawRepresentable>(
    _ name: String, default missing: Code, _ reader: NodeReader
  ) throws -> Code where Code.RawValue == Int {
    let number = try reader.int(name, default: missing.rawValue)
    guard let value = Code(rawValue: number) else {
      throw ONNXError(
        .unsupported, at: reader.place, "attribute \"\(name)\" is \(number), which is not known")
    }
    return value
  }

  private static func writeTrees(_ operation: TreeEnsemble, _ writer: NodeWriter) {
    let nodes = operation.nodes
    func floats(_ values: [Double]) -> Tensor {
      Tensor(doubles: values, dtype: operation.weightType, shape: [values.count])
    }
    func index(_ branch: TreeEnsemble.Branch) -> Int {
      switch branch {
      case .node(let index), .leaf(let index): index
      }
    }
    func isLeaf(_ branch: TreeEnsemble.Branch) -> Int { branch == .leaf(index(branch)) ? 1 : 0 }
    writer.set("n_targets", operation.targetCount)
    if operation.aggregation != .sum {
      writer.set("aggregate_function", operation.aggregation.rawValue)
    }
    if operation.transform != .none { writer.set("post_transform", operation.transform.rawValue) }
    writer.set("tree_roots", operation.roots)
    writer.set("nodes_featureids", nodes.map(\.feature))
    writer.set("nodes_splits", floats(nodes.map(\.split)))
    writer.set("nodes_modes", Tensor(nodes.map { UInt8(truncatingIfNeeded: $0.mode.rawValue) }))
    writer.set("nodes_truenodeids", nodes.map { index($0.whenTrue) })
    writer.set("nodes_trueleafs", nodes.map { isLeaf($0.whenTrue) })
    writer.set("nodes_falsenodeids", nodes.map { index($0.whenFalse) })
    writer.set("nodes_falseleafs", nodes.map { isLeaf($0.whenFalse) })
    if nodes.contains(where: \.takesMissing) {
      writer.set("nodes_missing_value_tracks_true", nodes.map { $0.takesMissing ? 1 : 0 })
    }
    let sets = nodes.filter { $0.mode == .member }.map(\.members)
    if !sets.isEmpty {
      writer.set("membership_values", floats(Array(sets.joined(separator: [.nan]))))
    }
    writer.set("leaf_targetids", operation.leaves.map(\.target))
    writer.set("leaf_weights", floats(operation.leaves.map(\.weight)))
  }
}

extension Int {
  /// The sum, or the largest number when it does not fit.
  fileprivate func addingSaturated(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
