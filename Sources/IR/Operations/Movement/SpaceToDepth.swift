// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Moves blocks of space into channels.
///
/// - Inputs: `x` `[N, C, H, W]`, any type; H and W are multiples of the block size B.
/// - Outputs: `[N, C B², H / B, W / B]`, channels innermost in the channel axis.
/// - Source: ONNX `SpaceToDepth`, opset 13.
public struct SpaceToDepth: Operation {
  public static let opType = "SpaceToDepth"

  /// B, at least 1.
  public var blockSize: Int

  /// The operator.
  public init(blockSize: Int) { self.blockSize = blockSize }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    let x = try inputs.tensor(0)
    let (area, overflow) = blockSize.multipliedReportingOverflow(by: blockSize)
    guard blockSize >= 1, !overflow else {
      throw GraphError(.invalidAttribute, "block size \(blockSize) is out of range")
    }
    guard let dimensions = x.dimensions else {
      return [.tensor(x.dtype, dimensions: Dimension.unknowns(4))]
    }
    guard dimensions.count == 4 else {
      throw GraphError(.shapeMismatch, "expects an input [N, C, H, W], got \(x)")
    }
    var result = [dimensions[0], try Dimension.product([dimensions[1], .fixed(area)])]
    for dimension in dimensions[2...] {
      if let extent = dimension.value, extent % blockSize != 0 {
        throw GraphError(
          .shapeMismatch, "extent \(extent) is no multiple of the block size \(blockSize)")
      }
      result.append(
        dimension.value.map { .fixed($0 / blockSize) } ?? (blockSize == 1 ? dimension : .unknown))
    }
    return [.tensor(x.dtype, dimensions: result)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let shape = try actualType(inputs).shape
    let blocks = x.reshaped(
      to: [x.shape[0], x.shape[1], shape[2], blockSize, shape[3], blockSize])
    return [.tensor(blocks.permuted([0, 3, 5, 1, 2, 4]).reshaped(to: shape))]
  }
}
