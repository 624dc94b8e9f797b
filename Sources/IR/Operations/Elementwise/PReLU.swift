// SPDX-License-Identifier: Apache-2.0
public import Tensors

/// Rectified linear unit with learned slopes: `y = x` from 0 on, `slope * x` below, elementwise.
///
/// - Inputs: `x`, any shape, floating point or 32- or 64-bit integer; `slope`, the same type, a shape
///   that broadcasts to that of `x`.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `PRelu`, opset 16; He et al., ICCV 2015, arXiv:1502.01852.
public struct PReLU: BinaryArithmeticOperation {
  public static let opType = "PRelu"
  public static let elementTypes = ElementTypes.floats.union([.int64, .int32, .uint64, .uint32])

  /// The operator.
  public init() {}

  public func apply(_ x: Double, _ slope: Double) -> Double { x < 0 ? slope * x : x }

  public func apply<Integer: FixedWidthInteger>(_ x: Integer, _ slope: Integer) -> Integer {
    x < 0 ? slope &* x : x
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    let types = try inputs.sameTypeTensors(count: 2...2, in: Self.elementTypes)
    guard let common = try TensorType.broadcastDimensions(types),
      let dimensions = types[0].dimensions
    else { return [.tensor(types[0])] }
    let result = TensorType(types[0].dtype, dimensions: common)
    guard common.count == dimensions.count, result.isCompatible(with: types[0]) else {
      throw GraphError(
        .shapeMismatch, "slope \(types[1]) does not broadcast to the shape of the input \(types[0])"
      )
    }
    return [.tensor(types[0].merged(with: result))]
  }
}
