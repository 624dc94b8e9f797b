// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import IR
import Tensors

/// Options that give dynamic dimensions an extent.
struct ShapeOptions: ParsableArguments {
  /// `NAME=1x3x224x224`.
  struct NamedShape: ExpressibleByArgument {
    let name: String
    let shape: [Int]

    init?(argument: String) {
      guard let equals = argument.lastIndex(of: "="), equals != argument.startIndex else {
        return nil
      }
      name = String(argument[..<equals])
      let extents = argument[argument.index(after: equals)...]
        .split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
      // An empty list of extents is a scalar.
      if extents.count == 1, argument.hasSuffix("=") {
        shape = []
        return
      }
      guard extents.allSatisfy({ $0.map { $0 >= 0 } ?? false }) else { return nil }
      shape = extents.compactMap(\.self)
    }
  }

  @Option(
    name: .customLong("shape"),
    help: ArgumentHelp(
      "Shape of an input with dynamic dimensions. Unless given, a dynamic height or width is 224, "
        + "a dynamic number of channels 3, and every other dynamic dimension 1.",
      valueName: "name=1x3x224x224"))
  var shapes: [NamedShape] = []

  @Option(
    help: ArgumentHelp(
      "Extent of the first dimension of every input, where the model leaves it open.",
      valueName: "n"))
  var batch: Int?

  func validate() throws {
    if let batch, batch < 1 {
      throw ValidationError("--batch: expected at least 1, got \(batch)")
    }
  }

  /// The type of every required input, with fixed shapes.
  ///
  /// - Throws: `usage` for a name that is no input, a shape or batch that contradicts the model,
  ///   and a rank that has to be given; `unsupported` for inputs that are not tensors.
  func inputTypes(of graph: Graph) throws -> [ValueID: ValueType] {
    let required = graph.requiredInputs
    var extents: [String: Int] = [:]
    var types: [ValueID: ValueType] = [:]
    for given in shapes {
      guard let value = graph.value(named: given.name), graph.inputs.contains(value) else {
        throw CommandError(
          .usage,
          "--shape: the model has no input '\(given.name)', its inputs are "
            + graph.inputs.map(graph.name(of:)).joined(separator: ", "))
      }
      let declared = try tensorType(value, graph)
      let type = TensorType(declared.dtype, given.shape)
      guard declared.isCompatible(with: type) else {
        throw CommandError(
          .usage, "--shape: the input '\(given.name)' is \(declared), got \(type)")
      }
      types[value] = .tensor(type)
      for case (.symbolic(let name), let extent) in zip(declared.dimensions ?? [], given.shape) {
        extents[name] = extent
      }
    }
    for value in required where types[value] == nil {
      types[value] = .tensor(try completed(value, graph, &extents))
    }
    return types
  }

  private func tensorType(_ value: ValueID, _ graph: Graph) throws -> TensorType {
    guard let type = graph.type(of: value).tensorType else {
      throw CommandError(
        .unsupported,
        "the input '\(graph.name(of: value))' is \(graph.type(of: value)), expected a tensor")
    }
    return type
  }

  private func completed(
    _ value: ValueID, _ graph: Graph, _ extents: inout [String: Int]
  ) throws -> TensorType {
    let name = graph.name(of: value)
    let declared = try tensorType(value, graph)
    guard let dimensions = declared.dimensions else {
      throw CommandError(
        .usage, "the input '\(name)' has no declared shape; give one with --shape \(name)=1x3x…")
    }
    if let batch, let fixed = dimensions.first?.value, fixed != batch {
      throw CommandError(
        .usage,
        "--batch \(batch): the model fixes the batch of '\(name)' (\(declared)) at \(fixed); "
          + "export it with a dynamic first dimension")
    }
    var usual = dimensions.map { _ in 1 }
    if dimensions.count == 4 {
      let isChannelsLast = dimensions[1].value == nil && [1, 3].contains(dimensions[3].value)
      usual = isChannelsLast ? [1, 224, 224, 3] : [1, 3, 224, 224]
    }
    if let batch, !usual.isEmpty { usual[0] = batch }
    var shape: [Int] = []
    for (dimension, usual) in zip(dimensions, usual) {
      var extent = usual
      switch dimension {
      case .fixed(let value): extent = value
      case .symbolic(let name):
        extent = extents[name] ?? extent
        extents[name] = extent
      case .unknown: break
      }
      shape.append(extent)
    }
    return TensorType(declared.dtype, shape)
  }
}
