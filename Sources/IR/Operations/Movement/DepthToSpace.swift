// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Moves blocks of channels into space.
///
/// - Inputs: `x` `[N, C, H, W]`, any type; C is a multiple of the square of the block size B.
/// - Outputs: `[N, C / B², H B, W B]`.
/// - Source: ONNX `DepthToSpace`, opset 13.
public struct DepthToSpace: Operation {
  public static let opType = "DepthToSpace"

  /// Order of the channel axis.
  public enum Mode: String, CaseIterable, Sendable {
    /// Block row, block column, channel: a channel's parts lie C / B² apart.
    case depthColumnRow = "DCR"
    /// Channel, block row, block column: a channel's parts are neighbours (pixel shuffle).
    case columnRowDepth = "CRD"
  }

  /// B, at least 1.
  public var blockSize: Int
  /// Order of the channel axis. Default: channels innermost.
  public var mode: Mode

  /// The operator.
  public init(blockSize: Int, mode: Mode = .depthColumnRow) {
    (self.blockSize, self.mode) = (blockSize, mode)
  }

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
    if let channels = dimensions[1].value, channels % area != 0 {
      throw GraphError(.shapeMismatch, "\(channels) channels are no multiple of \(area)")
    }
    return [
      .tensor(
        x.dtype,
        dimensions: [
          dimensions[0],
          dimensions[1].value.map { .fixed($0 / area) } ?? (area == 1 ? dimensions[1] : .unknown),
          try Dimension.product([dimensions[2], .fixed(blockSize)]),
          try Dimension.product([dimensions[3], .fixed(blockSize)]),
        ])
    ]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let shape = try actualType(inputs).shape
    let (n, c, h, w) = (x.shape[0], shape[1], x.shape[2], x.shape[3])
    let parts =
      switch mode {
      case .depthColumnRow:
        x.reshaped(to: [n, blockSize, blockSize, c, h, w]).permuted([0, 3, 4, 1, 5, 2])
      case .columnRowDepth:
        x.reshaped(to: [n, c, blockSize, blockSize, h, w]).permuted([0, 1, 4, 2, 5, 3])
      }
    return [.tensor(parts.reshaped(to: shape))]
  }
}
