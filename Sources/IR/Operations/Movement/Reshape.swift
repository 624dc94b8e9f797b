// SPDX-License-Identifier: Apache-2.0
import Tensors

/// The same elements under another shape.
///
/// - Inputs: `x`, any shape and type; `shape`, `int64` vector. In `shape` one entry may be -1 (what
///   is left), and 0 copies the extent of the same axis of `x` unless ``allowsZero``.
/// - Outputs: the tensor under the new shape.
/// - Source: ONNX `Reshape`, opset 21.
public struct Reshape: Operation {
  public static let opType = "Reshape"

  /// Whether 0 in `shape` means an empty axis. Default: it copies the input's extent.
  public var allowsZero: Bool

  /// The operator.
  public init(allowsZero: Bool = false) { self.allowsZero = allowsZero }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 2...2)
    let x = try inputs.tensor(0)
    guard let target = try inputs.vector(1, in: [.int64]) else {
      return [.tensor(x.dtype, dimensions: Dimension.unknowns(try inputs.vectorLength(1)))]
    }
    return [.tensor(x.dtype, dimensions: try dimensions(of: x, target))]
  }

  private func dimensions(
    of x: TensorType, _ target: [Int]
  ) throws(GraphError) -> [Dimension] {
    guard target.allSatisfy({ $0 >= -1 }), target.count(where: { $0 == -1 }) <= 1,
      !(allowsZero && target.contains(-1) && target.contains(0))
    else {
      throw GraphError(
        .shapeMismatch, "shape \(target) may hold one -1, and no 0 beside it when 0 is allowed")
    }
    var result: [Dimension] = []
    // Extents that are not copied, on both sides: their products must agree.
    var remaining: [Dimension]? = x.dimensions
    var copied = Set<Int>()
    for (axis, extent) in target.enumerated() {
      if extent == 0, !allowsZero {
        guard let dimensions = x.dimensions else {
          result.append(.unknown)
          continue
        }
        guard axis < dimensions.count else {
          throw GraphError(
            .shapeMismatch,
            "shape \(target) copies axis \(axis), which the input \(x) does not have")
        }
        result.append(dimensions[axis])
        copied.insert(axis)
      } else {
        result.append(extent == -1 ? .unknown : .fixed(extent))
      }
    }
    if let dimensions = x.dimensions {
      remaining = dimensions.indices.filter { !copied.contains($0) }.map { dimensions[$0] }
    }
    let given = target.filter { $0 > 0 || ($0 == 0 && allowsZero) }
    guard let divisor = ShapeMath.elementCount(given) else {
      throw GraphError(.limitExceeded, "the size of shape \(target) overflows")
    }
    try settle(&result, of: x, target, remaining: remaining, divisor: divisor)
    return result
  }

  /// Fills in the -1, or checks the number of elements where there is none.
  private func settle(
    _ result: inout [Dimension], of x: TensorType, _ target: [Int], remaining: [Dimension]?,
    divisor: Int
  ) throws(GraphError) {
    guard let remaining else { return }
    let fixed = remaining.compactMap(\.value)
    let dynamic = remaining.filter { $0.value == nil }
    guard let count = ShapeMath.elementCount(fixed) else {
      throw GraphError(.limitExceeded, "the size of the input \(x) overflows")
    }
    guard let free = target.firstIndex(of: -1) else {
      guard !dynamic.isEmpty || count == divisor else {
        throw GraphError(.shapeMismatch, "cannot reshape \(x) to \(target): element counts differ")
      }
      return
    }
    guard divisor > 0 else {
      throw GraphError(.shapeMismatch, "the -1 of shape \(target) follows from nothing")
    }
    if dynamic.isEmpty {
      guard count % divisor == 0 else {
        throw GraphError(
          .shapeMismatch, "cannot reshape \(x) to \(target): \(count) is no multiple of \(divisor)")
      }
      result[free] = .fixed(count / divisor)
    } else if dynamic.count == 1, count == divisor {
      result[free] = dynamic[0]
    }
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let shape = try actualType(inputs).shape
    guard ShapeMath.elementCount(shape) == x.count else {
      throw GraphError(.shapeMismatch, "cannot reshape \(x.shape) to \(shape)")
    }
    return [.tensor(x.reshaped(to: shape))]
  }
}
