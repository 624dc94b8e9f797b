// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Chooses between two tensors, elementwise with broadcasting: `y = condition ? a : b`.
///
/// - Inputs: `condition`, `bool`; `a` and `b`, one element type: standard floating point, integer of
///   8 to 64 bits, `bool` or `string`; shapes that broadcast.
/// - Outputs: `y`, the broadcast shape, the element type of `a`.
/// - Source: ONNX `Where`, opset 16.
public struct Where: Operation {
  public static let opType = "Where"

  /// The operator.
  public init() {}

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 3...3)
    let condition = try inputs.tensor(0, in: ElementTypes.bool)
    let a = try inputs.tensor(1, in: ElementTypes.arithmetic.union([.bool, .string]))
    let b = try inputs.tensor(2, in: [a.dtype])
    return [
      .tensor(a.dtype, dimensions: try TensorType.broadcastDimensions([condition, a, b]))
    ]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let (condition, a, b) = (
      try inputs.tensor(0), try inputs.tensor(1), try inputs.tensor(2)
    )
    let shape = try Tensor.broadcastShape(condition, a, b)
    let runs = BroadcastRuns(from: [condition.shape, a.shape, b.shape], to: shape)
    if a.dtype == .string { return [.tensor(chooseStrings(condition, a, b, shape, runs))] }
    let result =
      switch a.dtype.bitWidth {
      case 64: choose(condition, a, b, shape, runs, as: UInt64.self)
      case 32: choose(condition, a, b, shape, runs, as: UInt32.self)
      case 16: choose(condition, a, b, shape, runs, as: UInt16.self)
      default: choose(condition, a, b, shape, runs, as: UInt8.self)
      }
    return [.tensor(result)]
  }

  private func choose<Element: FixedWidthInteger & BitwiseCopyable>(
    _ condition: Tensor, _ a: Tensor, _ b: Tensor, _ shape: [Int], _ runs: BroadcastRuns,
    as type: Element.Type
  ) -> Tensor {
    let width = MemoryLayout<Element>.size
    return condition.withUnsafeBytes { choice in
      a.withUnsafeBytes { left in
        b.withUnsafeBytes { right in
          Tensor(uninitialized: a.dtype, shape: shape) { bytes in
            let results = bytes.bindMemory(to: Element.self)
            runs.forEach { start, offsets in
              for index in 0..<runs.length {
                let isLeft = choice[offsets[0] + index * runs.steps[0]] != 0
                let source = isLeft ? 1 : 2
                let offset = (offsets[source] + index * runs.steps[source]) * width
                results[start + index] = (isLeft ? left : right)
                  .loadUnaligned(fromByteOffset: offset, as: type)
              }
            }
          }
        }
      }
    }
  }

  private func chooseStrings(
    _ condition: Tensor, _ a: Tensor, _ b: Tensor, _ shape: [Int], _ runs: BroadcastRuns
  ) -> Tensor {
    let (left, right) = (a.strings, b.strings)
    var result: [String] = []
    condition.withUnsafeBytes { choice in
      runs.forEach { _, offsets in
        for index in 0..<runs.length {
          let isLeft = choice[offsets[0] + index * runs.steps[0]] != 0
          result.append(
            isLeft
              ? left[offsets[1] + index * runs.steps[1]]
              : right[offsets[2] + index * runs.steps[2]])
        }
      }
    }
    return Tensor(strings: result, shape: shape)
  }
}
