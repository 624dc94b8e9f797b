// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Equidistant numbers: `start`, `start + delta`, … as long as they are before `limit`.
///
/// - Inputs: `start`, `limit`, `delta`, scalars of one type: `float32`, `float64`, `int16`, `int32`
///   or `int64`; `delta` is not 0.
/// - Outputs: the vector, of that type. Each number is computed in `float64` and rounded once.
/// - Source: ONNX `Range`, opset 11.
public struct NumberRange: Operation {
  public static let opType = "Range"

  /// The operator.
  public init() {}

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 3...3)
    let dtype = try inputs.tensor(0, in: [.float32, .float64, .int16, .int32, .int64]).dtype
    for index in 1...2 { _ = try inputs.tensor(index, in: [dtype]) }
    let start = try inputs.scalar(0, in: [dtype])
    let limit = try inputs.scalar(1, in: [dtype])
    let delta = try inputs.scalar(2, in: [dtype])
    guard let start, let limit, let delta else {
      return [.tensor(dtype, dimensions: [.unknown])]
    }
    let count =
      dtype.isInteger
      ? try Self.count(start.integer(at: 0), limit.integer(at: 0), delta.integer(at: 0))
      : try Self.count(start.double(at: 0), limit.double(at: 0), delta.double(at: 0))
    return [.tensor(dtype, [count])]
  }

  private static func count(
    _ start: Int64, _ limit: Int64, _ delta: Int64
  ) throws(GraphError) -> Int {
    guard delta != 0 else { throw GraphError(.invalidAttribute, "the step is 0") }
    guard delta > 0 ? start < limit : start > limit else { return 0 }
    // The distance of two Int64 fits UInt64.
    let distance = UInt64(bitPattern: delta > 0 ? limit &- start : start &- limit)
    guard let count = Int(exactly: (distance - 1) / delta.magnitude), count < Int.max else {
      throw GraphError(.limitExceeded, "a range from \(start) to \(limit) by \(delta) is too long")
    }
    return count + 1
  }

  private static func count(
    _ start: Double, _ limit: Double, _ delta: Double
  ) throws(GraphError) -> Int {
    guard delta != 0 else { throw GraphError(.invalidAttribute, "the step is 0") }
    let steps = ((limit - start) / delta).rounded(.up)
    guard steps <= 0x1p53 else {
      throw GraphError(.limitExceeded, "a range from \(start) to \(limit) by \(delta) is too long")
    }
    return steps > 0 ? Int(steps) : 0
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let (dtype, shape) = try actualType(inputs)
    let (start, delta) = (try inputs.tensor(0), try inputs.tensor(2))
    if dtype.isInteger {
      let (first, step) = (start.integer(at: 0), delta.integer(at: 0))
      let value = { (index: Int) in first &+ Int64(index) &* step }
      return switch dtype {
      case .int64: [.tensor(Self.filled(shape, value))]
      case .int32: [.tensor(Self.filled(shape) { Int32(truncatingIfNeeded: value($0)) })]
      default: [.tensor(Self.filled(shape) { Int16(truncatingIfNeeded: value($0)) })]
      }
    }
    let (first, step) = (start.double(at: 0), delta.double(at: 0))
    let value = { (index: Int) in first + Double(index) * step }
    return dtype == .float64
      ? [.tensor(Self.filled(shape, value))]
      : [.tensor(Self.filled(shape) { Float(value($0)) })]
  }

  /// A vector of the values of `body`, written once.
  private static func filled<Element: TensorElement>(
    _ shape: [Int], _ body: (Int) -> Element
  ) -> Tensor {
    Tensor(uninitialized: Element.elementType, shape: shape) { bytes in
      let target = bytes.bindMemory(to: Element.self)
      for index in target.indices { target[index] = body(index) }
    }
  }
}
