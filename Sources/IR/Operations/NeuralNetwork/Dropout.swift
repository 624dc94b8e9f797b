// SPDX-License-Identifier: Apache-2.0
import Foundation
import Tensors

/// Zeroes random elements while training and scales the others by `1 / (1 - ratio)`; otherwise
/// passes its input on.
///
/// - Inputs: `x`, any shape, floating point; optional `ratio`, a scalar in 0 ..< 1, default 0.5;
///   optional scalar `bool` that says whether to train, default no.
/// - Outputs: `y`, the type of `x`; the mask of kept elements, `bool`, same shape.
/// - Source: ONNX `Dropout`, opset 22. With a seed the mask is that of NumPy's `RandomState(seed)`,
///   as in ONNX's reference implementation.
public struct Dropout: Operation {
  public static let opType = "Dropout"

  /// Seed of the mask, or nil for one that depends on the run.
  public var seed: Int?

  /// The operator.
  public init(seed: Int? = nil) { self.seed = seed }

  public var isNondeterministic: Bool { seed == nil }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...3)
    let x = try inputs.tensor(0, in: ElementTypes.allFloats)
    let ratio = try inputs.optionalTensor(1, in: ElementTypes.allFloats)
    try ratio?.expectScalar("the ratio")
    try inputs.optionalTensor(2, in: ElementTypes.bool)?.expectScalar("training_mode")
    if let value = inputs.constant(1)?.doubles().first, !(value >= 0 && value < 1) {
      throw GraphError(.invalidAttribute, "the ratio is \(value), expected 0 ..< 1")
    }
    return [.tensor(x), .tensor(.bool, dimensions: x.dimensions)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let ratio = try inputs.optionalTensor(1)?.doubles().first ?? 0.5
    let trains = try inputs.optionalTensor(2)?.int64s().first == 1
    guard trains, ratio > 0 else {
      let mask = Tensor([Bool](repeating: true, count: x.count), shape: x.shape)
      return [.tensor(x), .tensor(mask)]
    }
    var generator = MersenneTwister(seed: UInt32(truncatingIfNeeded: seed ?? Int(context.runSeed)))
    let keeps = (0..<x.count).map { _ in generator.nextUniform() >= ratio }
    let values = zip(x.doubles(), keeps).map { $1 ? $0 / (1 - ratio) : 0 }
    return [
      .tensor(Tensor(doubles: values, dtype: x.dtype, shape: x.shape)),
      .tensor(Tensor(keeps, shape: x.shape)),
    ]
  }
}

extension EvaluationContext {
  /// The run's seed folded to what the generator takes.
  fileprivate var runSeed: UInt32 { UInt32(truncatingIfNeeded: seed ^ (seed >> 32)) }
}
