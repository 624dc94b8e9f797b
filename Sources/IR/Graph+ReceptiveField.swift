// SPDX-License-Identifier: Apache-2.0
import Tensors

/// How much of the input one position of a value depends on, along each spatial axis.
public enum ReceptiveField: Hashable, Sendable, CustomStringConvertible {
  /// A window of `extent` positions which moves by `stride` for each position of the value.
  case window(extent: [Int], stride: [Int])
  /// All of it, or a part that is not a window.
  case whole

  /// For example `35x35 by 8`, or `whole`.
  public var description: String {
    guard case .window(let extent, let stride) = self else { return "whole" }
    let strides = Set(stride).count == 1 ? Array(stride.prefix(1)) : stride
    return extent.map(String.init).joined(separator: "x") + " by "
      + strides.map(String.init).joined(separator: "x")
  }

  /// The field of a value that depends on both.
  func joined(with other: ReceptiveField) -> ReceptiveField {
    guard case .window(let extent, let stride) = self,
      case .window(let otherExtent, let otherStride) = other, stride == otherStride
    else { return .whole }
    return .window(extent: zip(extent, otherExtent).map(max), stride: stride)
  }

  /// The field after a window of `kernel` positions, `dilations` apart, moved by `strides`.
  ///
  /// - Source: Araujo, Norris and Sim, "Computing Receptive Fields of Convolutional Neural
  ///   Networks", Distill 2019, equations 2 and 3.
  func extended(kernel: [Int], by window: SlidingWindow) -> ReceptiveField {
    guard case .window(var extent, var stride) = self, kernel.count == extent.count else {
      return .whole
    }
    for axis in kernel.indices {
      let dilation = axis < window.dilations.count ? window.dilations[axis] : 1
      let step = axis < window.strides.count ? window.strides[axis] : 1
      let (reach, overflow) = (kernel[axis] - 1).multipliedReportingOverflow(by: dilation)
      let (grown, overflow2) = reach.multipliedReportingOverflow(by: stride[axis])
      let (sum, overflow3) = grown.addingReportingOverflow(extent[axis])
      let (jump, overflow4) = stride[axis].multipliedReportingOverflow(by: step)
      guard !overflow, !overflow2, !overflow3, !overflow4 else { return .whole }
      (extent[axis], stride[axis]) = (sum, jump)
    }
    return .window(extent: extent, stride: stride)
  }
}

extension Graph {
  /// The receptive field of every value that depends on an input of the graph with spatial axes
  /// (`[N, C, …]`), in positions of that input.
  ///
  /// Exact for chains of convolutions, poolings and operators that work position by position; what
  /// mixes positions in another way has the field `whole`.
  ///
  /// - Complexity: O(nodes).
  public func receptiveFields() -> [ValueID: ReceptiveField] {
    var fields: [ValueID: ReceptiveField] = [:]
    for input in requiredInputs {
      guard let rank = type(of: input).tensorType?.rank, rank > 2 else { continue }
      let ones = [Int](repeating: 1, count: rank - 2)
      fields[input] = .window(extent: ones, stride: ones)
    }
    for node in nodes {
      let read = node.inputs.compactMap { $0.flatMap { fields[$0] } }
      guard let first = read.first else { continue }
      let joined = read.dropFirst().reduce(first) { $0.joined(with: $1) }
      let field = field(after: node, joined)
      for case let output? in node.outputs { fields[output] = field }
    }
    return fields
  }

  private func field(after node: Node, _ field: ReceptiveField) -> ReceptiveField {
    switch node.operation {
    case let operation as Conv:
      guard let weights = node.inputs.dropFirst().first?.flatMap({ $0 }),
        let shape = type(of: weights).tensorType?.shape, shape.count > 2
      else { return .whole }
      return field.extended(kernel: Array(shape.dropFirst(2)), by: operation.window)
    case let operation as MaxPool:
      return field.extended(kernel: operation.kernel, by: operation.window)
    case let operation as AveragePool:
      return field.extended(kernel: operation.kernel, by: operation.window)
    case let operation as LpPool:
      return field.extended(kernel: operation.kernel, by: operation.window)
    case let operation as Concat:
      // Channels side by side; along another axis positions would move.
      return operation.axis == 1 ? field : .whole
    default:
      return Self.positionwise.contains(node.operation.opType) ? field : .whole
    }
  }

  /// Operators whose outputs depend on the same position of their inputs only.
  private static let positionwise: Set<String> = Set(
    OperationCatalog.elementwise.map { $0.opType }
      + [BatchNormalization.opType, Dropout.opType, Split.opType]
      + [LocalResponseNormalization.opType])
}
